# Buying: cart, orders, payments, library.

cart = Cart
