# Buying: cart, orders, payments, library.

cart = Cart

# Orders and payments

cart-empty-order = There is nothing in your cart.
quote-changed = Something in your cart changed. Look at it again before you pay.
total-too-low = Card payments begin at { $least }. Add another book.
payments-off = This shop takes no payments at the moment.
cancel-too-late = This order cannot be cancelled any more.
order-over = This order cannot be paid any more.
order-owned = A book of this order is in your library already. Cancel the order.
order-owned-more = You would pay for it twice: what is still missing can be ordered by itself.
already-paid = This order is paid.
payment-in-progress = The payment is being prepared. Try again in a moment.
being-paid = The payment is being processed.
event-not-signed = The signature is wrong.

# The cart.

cart-books = { $count ->
    [one] 1 book
   *[other] { $count } books
}
cart-empty = Your cart is empty.
cart-browse = Browse books
cart-total = Total
cart-checkout = Go to checkout
cart-hint = Once paid for, your books are in your library, on all your devices.
cart-offline = No connection: your cart is here, paying has to wait.
cart-remove = Remove
cart-remove-of = Remove from the cart: { $title }
cart-move = Move to favourites
cart-move-of = Move to favourites: { $title }
cart-removed = “{ $title }” is no longer in the cart.
cart-moved = “{ $title }” is among your favourites.
cart-undo = Undo
cart-put-back = Back to the cart
cart-news = Something has changed in your cart
cart-price-changed = “{ $title }” now costs { $now } instead of { $before }.
cart-free-now = “{ $title }” is now free instead of { $before }.
cart-gone-owned = “{ $title }” is already in your library: you will not pay for it twice.
cart-gone-unavailable = “{ $title }” cannot be bought at the moment.
cart-noted = Understood
cart-changed = Something else has changed in the cart since. Read it again.
cart-not-for-sale = This book cannot be bought at the moment.
cart-owned = You already have this book.
cart-full = A cart holds { NUMBER($most) } books, and this one is full.
cart-favourites-full = Your favourites are full.

# The library.

idempotency-invalid = The Idempotency-Key has to be 1 to 255 visible characters.
idempotency-reused = This Idempotency-Key was used before, for another request.
idempotency-in-progress = The same request is being worked on. Try again in a moment.
library = Library
library-hint = Your books, and where you are in them
kept-library = The books in your library, how they came there, and how often you downloaded them.
library-search = Search your library
library-sought-too-long = At most 200 characters.
library-states = Show
library-all = All
library-unread = Not begun
library-reading = Reading
library-finished = Finished
library-sorts = Sort by
library-sort-added = Newest
library-sort-read = Last read
library-sort-title = Title
library-empty = Your library is empty. Books that you buy, and free ones that you add, are here for good.
library-browse = Browse books
library-best = Best sellers
library-free = Free books
library-nothing-such = No book here.
library-nothing-found = Nothing in your library matches “{ $q }”.
library-show-all = Show all
claim-not-free = This book is not free.

# The pages of buying: checkout, the way back from paying, orders

account = Account
orders = My orders
row-orders-hint = What you bought, what waits for payment
checkout-secure = Secure checkout
checkout-step = Step { NUMBER($step) } of 2
contact-title = Who is buying?
contact-why = Books go into your library, so buying needs an account. It takes a minute.
contact-sign-up = Create an account
contact-sign-in = Sign in
contact-cart-kept = Your cart waits meanwhile and is kept.
contact-verify = Verify your e-mail address
contact-verify-why = We sent you a code. Enter it, and you come back here.
contact-enter-code = Enter the code
review-title = Check and pay
review-browse = Browse the books
review-change = Change the cart
review-total = { $count ->
    [one] { $count } book, total
   *[other] { $count } books, total
}
review-terms = By ordering you accept the terms below. Digital books are delivered at once, into your library.
dropped = Something left your cart
dropped-owned = you already have it
dropped-unavailable = not for sale at the moment
price-changed = Was { $price } when you added it
costs-nothing = Free
get-books = Get the books
pay = Pay
pay-where = You pay on the page of Chargily Pay, by CIB or EDAHABIA card. The shop never sees your card.
pay-trial = Payments are on trial here: no money moves.
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
item-refunded = Paid back, no longer in your library
item-kept = Paid back; the book stays in your library
read = Read
read-now = Read now
read-book = Read { $title }
returned-paid = Thank you, it is paid
returned-paid-more = Your books are in your library.
returned-part-back = { $amount } come back to you: part of this was already yours.
returned-twice = This order was paid before
returned-twice-more = This second payment is sent back to you. There is nothing to do.
returned-waits = We are waiting for the payment
returned-waits-more = This page looks again by itself. You can also close it: once the payment is in, the books are in your library.
returned-waits-long = The payment service says nothing yet. You can close this page: once the payment is in, the books are in your library.
returned-refused = The payment was refused
returned-refused-more = Nothing was charged. The bank refused, or the card’s details were wrong.
returned-cancelled = The order is cancelled
returned-cancelled-more = Nothing was charged.
returned-by-shop = The shop cancelled the order
returned-by-shop-more = Nothing was charged. What you wanted can be ordered again.
returned-expired = The time to pay is over
returned-expired-more = Nothing was charged. Should money arrive all the same, the books come with it.
returned-refunded = The order is paid back
returned-refunded-more = What you paid for it goes back to you.
returned-doubt = We are checking this payment
returned-doubt-more = What the payment service tells does not add up. Somebody looks at it; if you paid, you get your books.
returned-sign-in = Sign in to read
returned-sign-in-order = Sign in to see the order
pay-go-on = Go on to the payment
look-again = Look again
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
waits-for-payment-more = If you have just paid, wait a moment: we ask the payment service.
timeline = What happened
event-placed = Ordered
event-pending = Opened for payment again
event-processing = The bank is at it
event-completed = Paid; the books are in your library
event-paid-twice = Paid a second time; that money goes back
event-failed = Payment refused
event-expired = Not paid in time
event-cancelled = Cancelled
event-by-shop = The shop cancelled it
event-refunded = The refund was decided
event-other = Changed
cancel-order = Cancel the order
cancel-title = Cancel order { $number }?
cancel-body = Nothing will be charged. You can order its books again at any time.
orders-all = All
orders-cancelled = Cancelled
orders-filter = Which orders
orders-none-such = No order stands so.
orders-show-all = Show all orders
orders-others = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
orders-empty = You have not ordered anything yet.
orders-best = Best sellers

# Refunds, for admins

refund-not-paid = No money is held for this order.
refund-nothing-left = Nothing of this order is left to pay back.
refund-no-such-line = A book that is not in this order, or was paid back already.
refund-text-too-long = At most 500 characters.
refund-reference-missing = The reference of the transfer is missing.
refund-wrong-state = The refund does not stand so that this can be done. Look at it again.
refund-oneself = Whoever asked for a refund cannot agree to it: another admin has to.
order-sought-too-long = At most 200 characters.
extra-downloads-wrong = From 0 to 1,000.
take-bought = This book was bought: a refund takes it back.
event-refunded-part = The refund of a part was decided
event-money-sent = The money was sent back

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
receipt-paid-back = Paid back
receipt-vat = of which VAT at { $rate } %
receipt-all-taxes = All prices include all taxes.
receipt-test = Made in the test mode of the payment service: no money moved.
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
mail-receipt-heading = Thank you, your payment arrived
mail-receipt-body = Order { $order } is paid: { $amount }. Your books are in your library, and the receipt comes with this mail.
mail-receipt-button = Open the library
mail-receipt-see = See the receipt
mail-credit-heading = Money is paid back to you
mail-credit-body = Of order { $order }, { $amount } is paid back to you. The note of credit comes with this mail.

# The audit log

log-order = Order
log-refund = Refund decided
log-refund-approve = Refund agreed to
log-refund-decline = Refund declined
log-refund-settle = Refunded money sent
log-give = Book given
log-take = Book taken back
log-refund-key = Refund
log-amount = Amount
log-why = Reason
log-keeps-books = Books kept
log-refund-state = State
log-reference = Reference
log-book = Book
log-source = Came by
log-extra-downloads = Further downloads
log-yes = yes
log-no = no
log-waiting = waits for a second admin
log-owed = to be sent
log-settled = sent
log-declined = declined
log-bought = purchase
log-claimed = taken for nothing
log-given = gift

# The terms of sale

terms-title = Terms of sale
terms-seller = Who sells
terms-order = How an order is made
terms-order-text = You look through your cart and its total, change what is not right, and order with the button below. Each order has a number; you find it again in your account, with its receipt.
terms-prices = Prices
terms-prices-text = All prices include all taxes. What is charged is the total that was shown when you ordered.
terms-payment = Payment
terms-payment-text = You pay by CIB or EDAHABIA card on the pages of Chargily Pay. This shop never sees your card’s numbers.
terms-delivery = Delivery
terms-delivery-text = The books are digital and are delivered at once: as soon as the payment is confirmed they are in your library, to be read here and saved as files.
terms-refunds = Taking back
terms-refunds-text = Since a digital book is delivered at once, a paid order cannot be cancelled. What was paid twice or cannot be delivered is paid back without your asking. If a file is damaged or something else is wrong, write to the seller: it is mended, or paid back.

# Orders as admins look at them

ask-nothing = No payment of this order can be asked about.
ask-unknown = The payment service knows no such payment.
payment-creating = being opened
payment-open = open
payment-processing = being processed
payment-unknown = in doubt: it is not known whether it was opened
payment-rejected = not opened
payment-paid = paid
payment-failed = refused
payment-cancelled = cancelled
payment-expired = expired
payment-review = in doubt
log-ask = Payment service asked
log-cancel = Order cancelled
log-order-status = Order
log-payment-status = Payments
