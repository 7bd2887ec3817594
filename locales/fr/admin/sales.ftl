# What was sold in a month, or in other days.

lead = Ce qui a été vendu et remboursé, pour la comptabilité et les comptes avec éditeurs et auteurs.
export = Exporter (CSV)
show = Afficher
months = Mois
from = Du
to = Au
from-to = Du { $from } au { $to }
orders-paid = Commandes payées : { $count }
ways = Regroupé par
by-book = Livres
by-publisher = Éditeurs
by-author = Auteurs
by-line = Chaque ligne
caption = Ventes
nothing = Rien n’a été vendu pendant cette période.
no-name = Aucun
note = Une commande compte le jour où elle a été payée, un remboursement le jour où il a été décidé. La taxe est celle des reçus ; les frais sont ceux que le service de paiement a retenus, quand il l’a dit.
month-wrong = Ce n’est pas un mois entre 2000 et 2199. Écrivez-le ainsi : 2026-11.
day-wrong = Ce n’est pas un jour entre 2000 et 2199. Écrivez-le ainsi : 2026-11-30.
to-wrong = Le dernier jour vient avant le premier.
too-many-days = Choisissez trois ans au plus.
column-date = Date
column-kind = Nature
column-order = Commande
column-receipt = Reçu
column-book = Livre
column-authors = Auteurs
column-publisher = Éditeur
column-amount = Montant
column-tax = Taxe incluse
column-fee = Frais de paiement
short-tax = Taxe
short-fee = Frais
column-copies = Exemplaires
column-copies-back = Exemplaires remboursés
column-sold = Vendu
column-refunded = Remboursé
column-net = Net
kind-sale = Vente
kind-refund = Remboursement
file-lines = ventes
file-books = ventes-par-livre
file-publishers = ventes-par-editeur
file-authors = ventes-par-auteur
back = { $count ->
    [one] dont { $count } remboursé
    [many] dont { $count } remboursés
   *[other] dont { $count } remboursés
}
