# Buying: cart, orders, payments, library.

cart = Panier

# Orders and payments

cart-empty-order = Votre panier est vide.
quote-changed = Quelque chose a changé dans votre panier. Vérifiez-le avant de payer.
total-too-low = Le paiement par carte commence à { $least }. Ajoutez un livre.
payments-off = Cette librairie n’accepte pas de paiement pour le moment.
cancel-too-late = Cette commande ne peut plus être annulée.
order-over = Cette commande ne peut plus être payée.
order-owned = Un livre de cette commande est déjà dans votre bibliothèque. Annulez la commande.
already-paid = Cette commande est payée.
payment-in-progress = Le paiement se prépare. Réessayez dans un instant.
being-paid = Le paiement est en cours de traitement.
event-not-signed = La signature est fausse.
