# People in the panel: the list, and one with what is done about them.

lead = Toutes les personnes qui ont un compte. Les mots de passe ne sont jamais affichés.
export = Exporter (CSV)
file = personnes
caption = Personnes
search = Nom d’utilisateur ou adresse e-mail
show-all = Tout afficher
none-such = Personne ne correspond.
all = Tous
role = Rôle
state = Compte
column-person = Nom
column-username = Nom d’utilisateur
column-email = Adresse e-mail
column-joined = Inscription
column-seen = Dernière visite
column-orders = Commandes
not-verified = non confirmé
verified-at = confirmé le { $date }
state-active = Actif
state-unverified = Non confirmé
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
nobody-chosen = Sélectionnez au moins une ligne.
done = fait

# One person.
facts = Détails
account = Le compte
sessions = Appareils connectés
library = Bibliothèque
orders = Commandes
comments = Commentaires
log = Ce qui a été fait sur ce compte
log-none = Rien encore.
log-all = Tout le journal
suspended-until = Suspendu jusqu’au
closed-at = Fermé depuis le
role-new = Nouveau rôle
role-hint = Les lecteurs achètent et lisent ; les modérateurs s’occupent des commentaires ; les libraires, des livres ; les administrateurs, de tout.
role-deed = Changer le rôle
role-title = Donner à { $name } le rôle « { $role } » ?
role-follows = Les droits changent aussitôt. Tous les appareils sont déconnectés ; il faut se reconnecter.
mail-verification = Renvoyer le code pour confirmer l’adresse
mail-reset = Envoyer un code pour un nouveau mot de passe
suspend = Suspendre
suspend-follows = Lire et acheter restent possibles, mais plus noter, commenter ni signaler. La personne apprend pourquoi.
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
until-wrong = Choisissez un moment à venir, dans un an au plus.
close = Fermer le compte
why = Motif
why-missing = Saisissez un motif.
close-title = Fermer le compte de { $name } ?
close-follows = Tous ses appareils sont déconnectés et la connexion devient impossible. Livres, commandes et commentaires restent tels quels.
close-deed = Fermer le compte
reopen = Rouvrir le compte
sessions-none = Connecté sur aucun appareil.
sessions-end = Déconnecter tous les appareils
sessions-title = Déconnecter { $name } partout ?
sessions-follows = Tous les navigateurs et applications devront se reconnecter.
session-detail = actif { $seen }, depuis le { $since }
device-unknown = Appareil inconnu
give = Donner
give-book = Donner un livre
give-hint = Son numéro, ou l’adresse de sa page.
book-unknown = Ce livre n’existe pas.
book-bought = Ce livre a été acheté : seul un remboursement le reprend.
library-none = Pas encore de livres.
source-bought = acheté
source-claimed = livre gratuit
source-given = cadeau
take = Reprendre
take-of = Reprendre { $title }
take-title = Reprendre un livre à { $name } ?
take-follows = Il est retiré de la bibliothèque. Les marques et les positions sont gardées au cas où il reviendrait.
orders-none = Pas encore de commandes.
orders-all = Toutes les commandes
comments-none = Pas encore de commentaires.
comment-held = retenu
comment-hidden = masqué
comment-deleted = supprimé
on-oneself = Personne ne peut changer ici son propre rôle ou son propre compte : un autre administrateur doit le faire.
changed-meanwhile = Quelqu’un d’autre a modifié ce compte entre-temps. Regardez-le de nouveau.
last-admin = Il ne resterait personne pour gérer la librairie.
nothing-to-send = L’adresse est confirmée : il n’y a rien à envoyer.
one-at-a-time = Changez exactement un champ : role, suspended_until ou closed.
