# Buying: cart, orders, payments, library.

cart = Panier

# Orders and payments

cart-empty-order = Votre panier est vide.
quote-changed = Quelque chose a changé dans votre panier. Vérifiez-le avant de payer.
total-too-low = Le paiement par carte commence à { $least }. Ajoutez un livre.
payments-off = La librairie n’accepte pas de paiements pour le moment.
payments-off-cart = Votre panier vous attend. Les livres gratuits restent disponibles.
cancel-too-late = Cette commande ne peut plus être annulée.
order-over = Cette commande ne peut plus être payée.
order-owned = Un livre de cette commande est déjà dans votre bibliothèque. Annulez la commande.
order-owned-more = Vous le paieriez deux fois : les autres livres peuvent être commandés à part.
already-paid = Cette commande est déjà payée.
payment-in-progress = Le paiement se prépare. Réessayez dans un instant.
being-paid = Le paiement est en cours de traitement.
event-not-signed = La signature est fausse.

# Le panier.

cart-books = { $count ->
    [one] { $count } livre
    [many] { $count } de livres
   *[other] { $count } livres
}
cart-empty = Votre panier est vide.
cart-browse = Parcourir les livres
cart-total = Total
cart-checkout = Passer la commande
cart-hint = Une fois payés, vos livres sont dans votre bibliothèque, sur tous vos appareils.
cart-offline = Pas de connexion : votre panier est là, le paiement devra attendre.
cart-remove = Retirer
cart-remove-of = Retirer du panier : { $title }
cart-move = Mettre dans les favoris
cart-move-of = Mettre dans les favoris : { $title }
cart-removed = « { $title } » n’est plus dans le panier.
cart-moved = « { $title } » est maintenant dans vos favoris.
cart-undo = Annuler
cart-put-back = Remettre dans le panier
cart-news = Quelque chose a changé dans votre panier
cart-price-changed = « { $title } » coûte maintenant { $now } au lieu de { $before }.
cart-free-now = « { $title } » est maintenant gratuit, au lieu de { $before }.
cart-gone-owned = « { $title } » est déjà dans votre bibliothèque : vous ne le paierez pas deux fois.
cart-gone-unavailable = « { $title } » n’est pas en vente pour le moment.
cart-noted = D’accord
cart-changed = Votre panier a encore changé entre-temps. Vérifiez-le de nouveau.
cart-not-for-sale = Ce livre n’est pas en vente pour le moment.
cart-owned = Vous avez déjà ce livre.
cart-full = Un panier contient { NUMBER($most) } livres au plus, et celui-ci est plein.
cart-favourites-full = Vos favoris sont pleins.

# La bibliothèque.

idempotency-invalid = L’en-tête Idempotency-Key doit compter de 1 à 255 caractères visibles.
idempotency-reused = Cette Idempotency-Key a déjà servi à une autre demande.
idempotency-in-progress = La même demande est en cours de traitement. Réessayez dans un instant.
library = Bibliothèque
library-hint = Vos livres, et où vous en êtes
kept-library = Les livres de votre bibliothèque, d’où ils viennent et combien de fois vous les avez téléchargés.
library-search = Titre ou auteur
library-sought-too-long = 200 caractères au plus.
library-states = Afficher
library-all = Tous
library-unread = À commencer
library-reading = En cours
library-finished = Terminés
library-sorts = Trier par
library-sort-added = Ajoutés récemment
library-sort-read = Dernière lecture
library-sort-title = Titre
library-empty = Votre bibliothèque est vide. Les livres achetés, et les livres gratuits que vous ajoutez, y restent.
library-browse = Parcourir les livres
library-best = Meilleures ventes
library-free = Livres gratuits
library-nothing-such = Aucun livre ici.
library-nothing-found = Rien dans votre bibliothèque ne correspond à « { $q } ».
library-show-all = Tout afficher
claim-not-free = Ce livre n’est pas gratuit.

# The pages of buying: checkout, the way back from paying, orders

account = Compte
orders = Mes commandes
row-orders-hint = Ce que vous avez acheté, ce qui attend un paiement
checkout-secure = Paiement sécurisé
checkout-step = Étape { NUMBER($step) } sur 2
contact-title = Qui achète ?
contact-why = Vos livres vont dans votre bibliothèque : il faut donc un compte pour acheter. Une minute suffit.
contact-sign-up = Créer un compte
contact-sign-in = Se connecter
contact-cart-kept = Pendant ce temps, votre panier est conservé.
contact-verify = Confirmez votre adresse e-mail
contact-verify-why = Nous vous avons envoyé un code. Saisissez-le et vous reviendrez ici.
contact-enter-code = Saisir le code
review-title = Vérifier et payer
review-browse = Parcourir les livres
review-change = Modifier le panier
review-total = { $count ->
    [one] { $count } livre, total
    [many] { $count } de livres, total
   *[other] { $count } livres, total
}
review-terms = En commandant, vous acceptez les conditions ci-dessous. Les livres numériques sont livrés aussitôt, dans votre bibliothèque.
dropped = Des livres ont été retirés de votre panier
dropped-owned = vous l’avez déjà
dropped-unavailable = pas en vente pour le moment
price-changed = Il coûtait { $price } au moment de l’ajout
costs-nothing = Gratuit
get-books = Obtenir les livres
pay = Payer
pay-where = Vous payez sur les pages de Chargily Pay, par carte CIB ou EDAHABIA. La librairie ne voit jamais votre carte.
pay-trial = Paiements en mode d’essai : aucun argent ne circule.
pay-now = Payer maintenant
pay-again = Payer à nouveau
pay-order = { $deed } : commande { $number }
gateway-unavailable = { $minutes ->
    [one] Le service de paiement ne répond pas. Vos livres sont conservés ; réessayez dans une minute.
    [many] Le service de paiement ne répond pas. Vos livres sont conservés ; réessayez dans { $minutes } minutes.
   *[other] Le service de paiement ne répond pas. Vos livres sont conservés ; réessayez dans { $minutes } minutes.
}
too-many-orders = { $minutes ->
    [one] Trop de tentatives. Réessayez dans une minute.
    [many] Trop de tentatives. Réessayez dans { $minutes } minutes.
   *[other] Trop de tentatives. Réessayez dans { $minutes } minutes.
}
books = Livres
total = Total
payment-facts = Paiement
fact-order = Numéro de commande
fact-payment = Numéro de paiement
fact-date = Date
fact-method = Payé par
fact-amount = Montant
fact-refunded = Remboursé
method-edahabia = Carte EDAHABIA
method-cib = Carte CIB
method-card = Carte
item-refunded = Remboursé ; n’est plus dans votre bibliothèque
item-kept = Remboursé ; le livre reste dans votre bibliothèque
read = Lire
read-now = Lire maintenant
read-book = Lire { $title }
returned-paid = Merci, votre commande est payée
returned-paid-more = Vos livres sont dans votre bibliothèque.
returned-part-back = { $amount } vous seront remboursés : vous aviez déjà une partie de la commande.
returned-twice = Cette commande était déjà payée
returned-twice-more = Ce second paiement vous sera remboursé. Vous n’avez rien à faire.
returned-waits = Nous attendons le paiement
returned-waits-more = Cette page s’actualise toute seule. Vous pouvez aussi la fermer : dès que le paiement arrivera, vos livres seront dans votre bibliothèque.
returned-waits-long = Le service de paiement n’a pas encore répondu. Vous pouvez fermer cette page : dès que le paiement arrivera, vos livres seront dans votre bibliothèque.
returned-refused = Le paiement a été refusé
returned-refused-more = Rien n’a été débité. La banque a refusé le paiement, ou les données de la carte étaient incorrectes.
returned-cancelled = La commande est annulée
returned-cancelled-more = Rien n’a été débité.
returned-by-shop = La librairie a annulé la commande
returned-by-shop-more = Rien n’a été débité. Vous pouvez commander de nouveau les mêmes livres.
returned-expired = Le délai de paiement est passé
returned-expired-more = Rien n’a été débité. Si un paiement arrivait malgré tout, vous recevriez vos livres.
returned-refunded = La commande est remboursée
returned-refunded-more = Ce que vous avez payé vous sera rendu.
returned-doubt = Nous vérifions ce paiement
returned-doubt-more = Ce que dit le service de paiement ne concorde pas. Quelqu’un s’en occupe ; si vous avez payé, vous aurez vos livres.
returned-sign-in = Se connecter pour lire
returned-sign-in-order = Se connecter pour voir la commande
pay-go-on = Continuer vers le paiement
look-again = Vérifier de nouveau
to-order = Voir la commande
order-title = Commande { $number }
order-pending = En attente de paiement
order-processing = En cours de traitement
order-paid = Payée
order-free = Gratuite
order-refused = Refusée
order-expired = Expirée
order-cancelled = Annulée
order-cancelled-by-shop = Annulée par la librairie
order-refunded = Remboursée
order-refunded-partly = Remboursée en partie
order-details = Voir la commande
not-opened = La page de paiement n’a pas pu s’ouvrir
not-opened-more = Rien n’a été débité. Réessayez dans un instant.
waits-for-payment = Cette commande n’est pas encore payée
waits-for-payment-more = Si vous venez de payer, patientez un instant : nous interrogeons le service de paiement.
timeline = Ce qui s’est passé
event-placed = Commandée
event-pending = Rouverte au paiement
event-processing = La banque s’en occupe
event-completed = Payée ; les livres sont dans votre bibliothèque
event-completed-free = Les livres sont dans votre bibliothèque
event-paid-twice = Payée une seconde fois ; cet argent sera remboursé
event-failed = Paiement refusé
event-expired = Pas payée à temps
event-cancelled = Annulée
event-by-shop = Annulée par la librairie
event-refunded = Remboursement décidé
event-other = Modifiée
cancel-order = Annuler la commande
cancel-title = Annuler la commande { $number } ?
cancel-body = Rien ne sera débité. Vous pourrez commander de nouveau ces livres à tout moment.
orders-all = Toutes
orders-paid = Payées
orders-cancelled = Annulées
orders-filter = Filtrer les commandes
orders-none-such = Aucune commande ne correspond.
orders-show-all = Voir toutes les commandes
orders-others = { $count ->
    [one] et { $count } autre
    [many] et { $count } d’autres
   *[other] et { $count } autres
}
orders-empty = Vous n’avez encore rien commandé.
orders-best = Meilleures ventes

# Refunds, for admins

refund-not-paid = Aucun paiement n’a été reçu pour cette commande.
refund-nothing-left = Il n’y a plus rien à rembourser dans cette commande.
refund-no-such-line = L’un de ces livres n’est pas dans cette commande, ou a déjà été remboursé.
refund-text-too-long = 500 caractères au plus.
refund-reference-missing = Saisissez la référence du virement.
refund-wrong-state = Ce remboursement a changé entre-temps. Regardez-le de nouveau.
refund-oneself = Qui demande un remboursement ne peut pas l’approuver : il faut un autre administrateur.
order-sought-too-long = 200 caractères au plus.
extra-downloads-wrong = De 0 à 1 000.
take-bought = Ce livre a été acheté : seul un remboursement le reprend.
event-refunded-part = Remboursement partiel décidé
event-money-sent = Argent renvoyé

# Receipts

receipt = Reçu
receipt-of = Reçu de la commande { $number }
receipt-title = Reçu { $name }
receipt-credit = Avoir { $name }
receipt-book = Livre
receipt-price = Prix
receipt-buyer = Établi pour
receipt-date = Date
receipt-order = Commande
receipt-credits = Concerne le reçu
receipt-method = Payé par
receipt-payment = Numéro de paiement
receipt-paid = Payé
receipt-paid-back = Remboursé
receipt-vat = dont TVA à { $rate } %
receipt-all-taxes = Tous les prix s’entendent toutes taxes comprises.
receipt-test = Fait en mode d’essai : aucun argent n’a circulé.
receipt-page-of = Page { NUMBER($page) } sur { NUMBER($of) }
receipt-print = Imprimer
receipt-pdf = PDF { $name }
receipt-mail = Envoyer par e-mail
seller-phone = Téléphone : { $number }
seller-rc = Registre du commerce (RC) : { $number }
seller-nif = Identification fiscale (NIF) : { $number }
seller-ai = Article d’imposition (AI) : { $number }
seller-nis = Identification statistique (NIS) : { $number }
mail-receipt-subject = { $heading } – { $shop }
mail-receipt-heading = Merci, votre paiement est arrivé
mail-receipt-body = La commande { $order } est payée : { $amount }. Vos livres sont dans votre bibliothèque, et le reçu est joint à cet e-mail.
mail-receipt-button = Ouvrir votre bibliothèque
mail-receipt-see = Voir le reçu
mail-credit-heading = Un remboursement vous est dû
mail-credit-body = { $amount } de la commande { $order } vous seront remboursés. L’avoir est joint à cet e-mail.
mail-credit-see = Voir l’avoir
# Books of the sample that is shown to whoever words these mails.
mail-sample-book = Le Phare
mail-sample-other-book = Un hiver à Tlemcen

# The audit log

log-order = Commande
log-refund = Remboursement décidé
log-refund-approve = Remboursement approuvé
log-refund-decline = Remboursement refusé
log-refund-settle = Remboursement envoyé
log-give = Livre donné
log-take = Livre repris
log-refund-key = Remboursement
log-amount = Montant
log-why = Motif
log-keeps-books = Livres gardés
log-refund-state = État
log-reference = Référence
log-book = Livre
log-source = Origine
log-extra-downloads = Téléchargements en plus
log-yes = oui
log-no = non
log-waiting = en attente d’un second administrateur
log-owed = à envoyer
log-settled = envoyé
log-declined = refusé
log-bought = achat
log-claimed = livre gratuit
log-given = cadeau

# The terms of sale

terms-title = Conditions de vente
terms-seller = Le vendeur
terms-order = Comment commander
terms-order-text = Vous vérifiez votre panier et son total, corrigez ce qui ne va pas, puis commandez avec le bouton prévu. Chaque commande a un numéro ; vous la retrouvez dans votre compte, avec son reçu.
terms-prices = Prix
terms-prices-text = Tous les prix s’entendent toutes taxes comprises. Vous payez le total affiché au moment de la commande.
terms-payment = Paiement
terms-payment-text = Vous payez sur les pages de Chargily Pay, par carte CIB ou EDAHABIA. La librairie ne voit jamais le numéro de votre carte.
terms-delivery = Livraison
terms-delivery-text = Les livres sont numériques et livrés aussitôt : dès que le paiement est confirmé, ils sont dans votre bibliothèque, à lire ici ou à télécharger.
terms-refunds = Remboursements
terms-refunds-text = Un livre numérique étant livré aussitôt, une commande payée ne peut plus être annulée. Ce qui a été payé deux fois, ou ne peut être livré, est remboursé sans que vous le demandiez. Si un fichier est endommagé ou si autre chose ne va pas, écrivez au vendeur : ce sera réparé ou remboursé.

# Orders as admins look at them

ask-nothing = Cette commande n’a aucun paiement à vérifier.
ask-unknown = Le service de paiement ne connaît pas ce paiement.
payment-creating = En cours d’ouverture
payment-open = Ouvert
payment-processing = En cours de traitement
payment-unknown = Incertain : on ne sait pas s’il a été ouvert
payment-rejected = Non ouvert
payment-paid = Payé
payment-failed = Refusé
payment-cancelled = Annulé
payment-expired = Expiré
payment-review = Incertain
log-ask = Service de paiement interrogé
log-cancel = Commande annulée
log-order-status = Commande
log-payment-status = Paiements
