# People in the panel: the list, and one with what is done about them.

lead = Toutes les personnes qui ont un compte. Aucun mot de passe n’est visible.
export = Exporter (CSV)
file = personnes
caption = Personnes
search = Nom d’utilisateur ou e-mail
show-all = Tout afficher
none-such = Personne ne correspond.
all = Tous
role = Rôle
state = Compte
column-person = Nom
column-username = Nom d’utilisateur
column-email = E-mail
column-joined = Inscription
column-seen = Dernière visite
column-orders = Commandes
not-verified = non vérifié
verified-at = vérifié le { $date }
state-active = Actif
state-unverified = Non vérifié
state-suspended = Suspendu
state-closed = Fermé
sought-too-long = 200 caractères au plus.

# Several at once.
bulk-suspend = Suspendre
bulk-reinstate = Lever la suspension
bulk-role-title = { $count ->
    [one] Donner le rôle « { $role } » à { $count } personne ?
    [many] Donner le rôle « { $role } » à { $count } de personnes ?
   *[other] Donner le rôle « { $role } » à { $count } personnes ?
}
bulk-suspend-title = { $count ->
    [one] Suspendre { $count } personne ?
    [many] Suspendre { $count } de personnes ?
   *[other] Suspendre { $count } personnes ?
}
bulk-reinstate-title = { $count ->
    [one] Laisser { $count } personne écrire de nouveau ?
    [many] Laisser { $count } de personnes écrire de nouveau ?
   *[other] Laisser { $count } personnes écrire de nouveau ?
}
nobody = Personne
nobody-chosen = Cochez au moins une ligne.
done = fait

# One person.
facts = Qui est-ce
account = Le compte
sessions = Connexions
library = Bibliothèque
orders = Commandes
comments = Commentaires
log = Ce qui a été fait à son sujet
log-none = Rien encore.
log-all = Toutes les entrées
suspended-until = Suspendu jusqu’au
closed-at = Fermé depuis le
role-new = Nouveau rôle
role-hint = Les lecteurs achètent et lisent ; les modérateurs s’occupent des discussions ; les libraires des livres ; les administrateurs de tout.
role-deed = Changer le rôle
role-title = Donner à { $name } le rôle « { $role } » ?
role-follows = Les droits changent aussitôt. Toutes ses sessions se terminent ; il faut se reconnecter.
mail-verification = Renvoyer l’e-mail de vérification
mail-reset = Envoyer un code pour un autre mot de passe
suspend = Suspendre
suspend-follows = Lecture et achats restent possibles ; noter, commenter et signaler ne le sont plus. La personne apprend pourquoi.
suspend-deed = Suspendre
reinstate = Lever la suspension
reinstate-follows = Noter, commenter et signaler redeviennent possibles ; la personne l’apprend.
term = Durée
term-day = Un jour
term-week = Une semaine
term-month = Un mois
term-year = Un an
reason = Motif
reason-missing = Choisissez un motif.
note = Note
note-hint = La personne lira ceci.
note-too-long = 500 caractères au plus.
until-wrong = Un moment à venir, dans un an au plus.
close = Fermer le compte
why = Motif
why-missing = Le motif manque.
close-title = Fermer le compte de { $name } ?
close-follows = Toutes ses sessions se terminent et la connexion devient impossible. Livres, commandes et commentaires restent tels quels.
close-deed = Fermer le compte
reopen = Rouvrir le compte
sessions-none = Connecté nulle part.
sessions-end = Terminer toutes les sessions
sessions-title = Déconnecter { $name } partout ?
sessions-follows = Tous les navigateurs et applications devront se reconnecter.
session-detail = actif { $seen }, depuis le { $since }
device-unknown = Appareil inconnu
give = Donner
give-book = Donner un livre
give-hint = Son numéro, ou l’adresse de sa page.
book-unknown = Ce livre n’existe pas.
book-bought = Ce livre a été acheté : un remboursement le reprend.
library-none = Pas encore de livres.
source-bought = acheté
source-claimed = pris gratuitement
source-given = don
take = Reprendre
take-of = Reprendre { $title }
take-title = Reprendre un livre à { $name } ?
take-follows = Il quitte la bibliothèque. Marques et positions restent, au cas où il reviendrait.
orders-none = Pas encore de commandes.
orders-all = Toutes les commandes
comments-none = Pas encore de commentaires.
comment-held = retenu
comment-hidden = masqué
comment-deleted = supprimé
on-oneself = Personne ne change ici son propre rôle ni son propre compte : un autre administrateur doit le faire.
changed-meanwhile = Quelqu’un d’autre a modifié ce compte entre-temps. Regardez-le de nouveau.
last-admin = Il ne resterait personne pour gérer la boutique.
nothing-to-send = L’adresse est vérifiée : il n’y a rien à envoyer.
one-at-a-time = Changez exactement un champ : role, suspended_until ou closed.
