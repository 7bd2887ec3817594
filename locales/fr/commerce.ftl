# Buying: cart, orders, payments, library.

cart = Panier
