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
already-paid = This order is paid.
payment-in-progress = The payment is being prepared. Try again in a moment.
being-paid = The payment is being processed.
event-not-signed = The signature is wrong.
