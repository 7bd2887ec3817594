# Buying: cart, orders, payments, library.

cart = Cart

# Orders and payments

cart-empty-order = Your cart is empty.
quote-changed = Something in your cart has changed. Look at it again before you pay.
total-too-low = Card payments start at { $least }. Add another book.
payments-off = The shop takes no payments at the moment.
payments-off-cart = Your cart waits for you. Free books are still available.
cancel-too-late = This order can no longer be cancelled.
order-over = This order can no longer be paid.
order-owned = A book in this order is already in your library. Cancel the order.
order-owned-more = You would pay for it twice: the other books can be ordered on their own.
already-paid = This order is already paid.
payment-in-progress = The payment is being prepared. Try again in a moment.
being-paid = The payment is being processed.
event-not-signed = The signature is wrong.

# The cart.

cart-books = { $count ->
    [one] 1 book
   *[other] { $count } books
}
cart-empty = Your cart is empty.
cart-browse = Browse the books
cart-total = Total
cart-checkout = Go to checkout
cart-hint = Once they are paid for, your books are in your library, on all your devices.
cart-offline = No connection: your cart is here, but paying has to wait.
cart-remove = Remove
cart-remove-of = Remove from the cart: { $title }
cart-move = Move to favourites
cart-move-of = Move to favourites: { $title }
cart-removed = “{ $title }” is no longer in the cart.
cart-moved = “{ $title }” is now in your favourites.
cart-undo = Undo
cart-put-back = Put back in the cart
cart-news = Something in your cart has changed
cart-price-changed = “{ $title }” now costs { $now } instead of { $before }.
cart-free-now = “{ $title }” is now free instead of { $before }.
cart-gone-owned = “{ $title }” is already in your library: you will not pay for it twice.
cart-gone-unavailable = “{ $title }” cannot be bought at the moment.
cart-noted = OK
cart-changed = Something else in your cart has changed in the meantime. Look at it again.
cart-not-for-sale = This book cannot be bought at the moment.
cart-owned = You already have this book.
cart-full = A cart holds at most { NUMBER($most) } books, and this one is full.
cart-favourites-full = Your favourites are full.

# The library.

idempotency-invalid = The Idempotency-Key must be 1 to 255 visible characters.
idempotency-reused = This Idempotency-Key was used before, for another request.
idempotency-in-progress = The same request is being processed. Try again in a moment.
library = Library
library-hint = Your books, and where you are in them
kept-library = The books in your library, how they came there, and how often you downloaded them.
library-search = Search in your library
library-sought-too-long = At most 200 characters.
library-states = Show
library-all = All
library-unread = Not started
library-reading = Reading
library-finished = Finished
library-sorts = Sort by
library-sort-added = Recently added
library-sort-read = Last read
library-sort-title = Title
library-empty = Your library is empty. Books that you buy, and free ones that you add, stay here for good.
library-browse = Browse the books
library-best = Best sellers
library-free = Free books
library-nothing-such = No books here.
library-nothing-found = Nothing in your library matches “{ $q }”.
library-show-all = Show all
claim-not-free = This book is not free.

# The pages of buying: checkout, the way back from paying, orders

account = Account
orders = My orders
row-orders-hint = What you bought, and what is waiting for payment
checkout-secure = Secure checkout
checkout-step = Step { NUMBER($step) } of 2
contact-title = Who is buying?
contact-why = Your books go into your library, so you need an account to buy. It takes a minute.
contact-sign-up = Create an account
contact-sign-in = Sign in
contact-cart-kept = Your cart is kept in the meantime.
contact-verify = Verify your e-mail address
contact-verify-why = We have sent you a code. Enter it, and you will come back here.
contact-enter-code = Enter the code
review-title = Check and pay
review-browse = Browse the books
review-change = Edit the cart
review-total = { $count ->
    [one] { $count } book, total
   *[other] { $count } books, total
}
review-terms = By ordering you accept the terms below. Digital books are delivered at once, to your library.
dropped = Some books were removed from your cart
dropped-owned = you already have it
dropped-unavailable = not for sale at the moment
price-changed = It was { $price } when you added it
costs-nothing = Free
get-books = Get the books
pay = Pay
pay-where = You pay on the pages of Chargily Pay, by CIB or EDAHABIA card. The shop never sees your card.
pay-trial = Payments are in test mode: no money moves.
pay-now = Pay now
pay-again = Pay again
pay-order = { $deed }: order { $number }
gateway-unavailable = { $minutes ->
    [one] The payment service does not answer. Your books are kept; try again in a minute.
   *[other] The payment service does not answer. Your books are kept; try again in { $minutes } minutes.
}
too-many-orders = { $minutes ->
    [one] Too many tries. Try again in a minute.
   *[other] Too many tries. Try again in { $minutes } minutes.
}
books = Books
total = Total
payment-facts = Payment
fact-order = Order number
fact-payment = Payment number
fact-date = Date
fact-method = Paid by
fact-amount = Amount
fact-refunded = Refunded
method-edahabia = EDAHABIA card
method-cib = CIB card
method-card = Card
item-refunded = Refunded; no longer in your library
item-kept = Refunded; the book stays in your library
read = Read
read-now = Read now
read-book = Read { $title }
returned-paid = Thank you, your order is paid
returned-paid-more = Your books are in your library.
returned-part-back = { $amount } will be refunded to you: you already had part of this order.
returned-twice = This order was already paid
returned-twice-more = This second payment will be refunded. You do not need to do anything.
returned-waits = We are waiting for the payment
returned-waits-more = This page updates by itself. You can also close it: once the payment arrives, your books are in your library.
returned-waits-long = The payment service has not answered yet. You can close this page: once the payment arrives, your books are in your library.
returned-refused = The payment was refused
returned-refused-more = Nothing was charged. The bank refused the payment, or the card details were wrong.
returned-cancelled = The order is cancelled
returned-cancelled-more = Nothing was charged.
returned-by-shop = The shop cancelled the order
returned-by-shop-more = Nothing was charged. You can order the same books again.
returned-expired = The time to pay is over
returned-expired-more = Nothing was charged. If a payment still arrives, you will get your books.
returned-refunded = The order is refunded
returned-refunded-more = What you paid for it will be sent back to you.
returned-doubt = We are checking this payment
returned-doubt-more = What the payment service says does not add up. Somebody is looking into it; if you paid, you will get your books.
returned-sign-in = Sign in to read
returned-sign-in-order = Sign in to see the order
pay-go-on = Go on to the payment
look-again = Check again
to-order = See the order
order-title = Order { $number }
order-pending = Awaiting payment
order-processing = Being processed
order-paid = Paid
order-free = Free
order-refused = Refused
order-expired = Expired
order-cancelled = Cancelled
order-cancelled-by-shop = Cancelled by the shop
order-refunded = Refunded
order-refunded-partly = Partly refunded
order-details = See the order
not-opened = The payment page could not be opened
not-opened-more = Nothing was charged. Try again in a moment.
waits-for-payment = This order is not paid yet
waits-for-payment-more = If you have just paid, wait a moment: we are asking the payment service.
timeline = What happened
event-placed = Ordered
event-pending = Open for payment again
event-processing = The bank is processing it
event-completed = Paid; the books are in your library
event-completed-free = The books are in your library
event-paid-twice = Paid a second time; that money will be refunded
event-failed = Payment refused
event-expired = Not paid in time
event-cancelled = Cancelled
event-by-shop = Cancelled by the shop
event-refunded = Refund decided
event-other = Changed
cancel-order = Cancel the order
cancel-title = Cancel order { $number }?
cancel-body = Nothing will be charged. You can order these books again at any time.
orders-all = All
orders-paid = Paid
orders-cancelled = Cancelled
orders-filter = Filter the orders
orders-none-such = No order matches.
orders-show-all = Show all orders
orders-others = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
orders-empty = You have not ordered anything yet.
orders-best = Best sellers

# Refunds, for admins

refund-not-paid = No payment was received for this order.
refund-nothing-left = Nothing in this order is left to refund.
refund-no-such-line = One of these books is not in this order, or was already refunded.
refund-text-too-long = At most 500 characters.
refund-reference-missing = Enter the reference of the transfer.
refund-wrong-state = This refund has changed in the meantime. Look at it again.
refund-oneself = Whoever asked for a refund cannot approve it: another admin has to.
order-sought-too-long = At most 200 characters.
extra-downloads-wrong = From 0 to 1,000.
take-bought = This book was bought: only a refund takes it back.
event-refunded-part = Partial refund decided
event-money-sent = Money sent back

# Receipts

receipt = Receipt
receipt-of = Receipt of order { $number }
receipt-title = Receipt { $name }
receipt-credit = Credit note { $name }
receipt-book = Book
receipt-price = Price
receipt-buyer = Issued to
receipt-date = Date
receipt-order = Order
receipt-credits = About the receipt
receipt-method = Paid by
receipt-payment = Payment number
receipt-paid = Paid
receipt-paid-back = Refunded
receipt-vat = including VAT at { $rate }%
receipt-all-taxes = All prices include tax.
receipt-test = Made in test mode: no money moved.
receipt-page-of = Page { NUMBER($page) } of { NUMBER($of) }
receipt-print = Print
receipt-pdf = PDF { $name }
receipt-mail = Send by e-mail
seller-phone = Telephone: { $number }
seller-rc = Commercial register (RC): { $number }
seller-nif = Tax number (NIF): { $number }
seller-ai = Tax article (AI): { $number }
seller-nis = Statistical number (NIS): { $number }
mail-receipt-subject = { $heading } – { $shop }
mail-receipt-heading = Thank you, your payment has arrived
mail-receipt-body = Order { $order } is paid: { $amount }. Your books are in your library, and the receipt is attached to this e-mail.
mail-receipt-button = Open your library
mail-receipt-see = See the receipt
mail-credit-heading = You are getting a refund
mail-credit-body = Order { $order }: { $amount } will be refunded to you. The credit note is attached to this e-mail.
mail-credit-see = See the credit note
# Books of the sample that is shown to whoever words these mails.
mail-sample-book = The Lighthouse
mail-sample-other-book = A winter in Tlemcen

# The audit log

log-order = Order
log-refund = Refund decided
log-refund-approve = Refund approved
log-refund-decline = Refund declined
log-refund-settle = Refund sent
log-give = Book given
log-take = Book taken back
log-refund-key = Refund
log-amount = Amount
log-why = Reason
log-keeps-books = Books kept
log-refund-state = State
log-reference = Reference
log-book = Book
log-source = Source
log-extra-downloads = Extra downloads
log-yes = yes
log-no = no
log-waiting = waiting for a second admin
log-owed = to be sent
log-settled = sent
log-declined = declined
log-bought = purchase
log-claimed = free book
log-given = gift

# The terms of sale

terms-title = Terms of sale
terms-seller = Who sells
terms-order = How to order
terms-order-text = You look through your cart and its total, change what is not right, and order with the button below. Each order has a number; you will find it in your account, with its receipt.
terms-prices = Prices
terms-prices-text = All prices include tax. You pay the total that was shown when you ordered.
terms-payment = Payment
terms-payment-text = You pay on the pages of Chargily Pay, by CIB or EDAHABIA card. The shop never sees your card number.
terms-delivery = Delivery
terms-delivery-text = The books are digital and are delivered at once: as soon as the payment is confirmed they are in your library, to read here or to download.
terms-refunds = Refunds
terms-refunds-text = Since a digital book is delivered at once, a paid order cannot be cancelled. What was paid twice, or cannot be delivered, is refunded without your asking. If a file is damaged or something else is wrong, write to the seller: it will be put right or refunded.

# Orders as admins look at them

ask-nothing = This order has no payment that can be asked about.
ask-unknown = The payment service does not know this payment.
payment-creating = Being opened
payment-open = Open
payment-processing = Being processed
payment-unknown = In doubt: it is not known whether it was opened
payment-rejected = Not opened
payment-paid = Paid
payment-failed = Refused
payment-cancelled = Cancelled
payment-expired = Expired
payment-review = In doubt
log-ask = Payment service asked
log-cancel = Order cancelled
log-order-status = Order
log-payment-status = Payments
