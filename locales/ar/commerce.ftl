# Buying: cart, orders, payments, library.

cart = السلّة
