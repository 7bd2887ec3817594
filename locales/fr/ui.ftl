# Mots du cadre et des composants que partagent toutes les pages.

skip-to-content = Aller au contenu
home-link = { $shop }, page d’accueil
back = Retour
back-to = Retour : { $title }

# Les destinations principales.
navigation = Navigation principale
nav-home = Accueil
nav-browse = Rayons
nav-library = Biblio.
nav-account = Compte
rail = Listes de livres
breadcrumb = Vous êtes ici

# Le pied de chaque page.
footer = À propos de la librairie
language = Langue
theme = Couleurs
theme-auto = Comme sur cet appareil
theme-light = Clair
theme-dark = Sombre

# Étagères et listes.
see-all = Tout voir
see-all-of = Tout voir : { $title }
shelf-previous = Livres précédents
shelf-next = Livres suivants
load-more = Afficher la suite
loading = Chargement…
load-failed = La suite n’a pas pu être chargée. Réessayez.
results = { $count ->
    [0] Aucun livre
    [one] 1 livre
    [many] { $count } de livres
   *[other] { $count } livres
}

# Ce que coûte un livre et où il en est.
free = Gratuit
not-yet-available = Pas encore disponible
not-for-sale = Pas en vente ici
price-was = Avant : { $price }
badge-new = Nouveau
badge-owned = À vous
badge-rank = N° { $rank }

# Notes et commentaires, sur les cartes et la page du livre.
rated = Noté { $average } sur 5 par { $count ->
    [one] { $count } lecteur
    [many] { $count } de lecteurs
   *[other] { $count } lecteurs
}
comments = { $count ->
    [0] aucun commentaire
    [one] 1 commentaire
    [many] { $count } de commentaires
   *[other] { $count } commentaires
}
out-of-five = sur 5
histogram-row = { $stars ->
    [one] { $stars } étoile
    [many] { $stars } d’étoiles
   *[other] { $stars } étoiles
}
favourite-of = Favori : { $title }
progress-read = Lu à { $percent }

# Texte qui se déplie.
read-more = Lire la suite
read-less = Réduire
spoiler = Révélation : afficher

# Partage.
share = Partager
share-heading = Partager cette page
share-address = Lien vers cette page
share-copy = Copier le lien
share-copied = Lien copié
share-mail = Envoyer par e-mail
close = Fermer

# Filtres.
filter = Filtrer
filters = Filtres
filter-show = Voir les livres
filter-clear = Tout effacer
filter-remove = Retirer : { $label }
filter-applied = Filtres actifs
sort = Trier par

# Formulaires et avis.
optional = facultatif
pick-colour = Choisir une couleur : { $label }
form-problems = { $count ->
    [one] Un point est à corriger
    [many] { $count } de points sont à corriger
   *[other] { $count } points sont à corriger
}
error-prefix = Erreur : { $title }
dismiss = Fermer l’avis
unreachable = La librairie est injoignable
unreachable-detail = La connexion semble coupée. Ce que vous avez saisi est toujours là : réessayez dans un instant.
unreachable-unchanged = La connexion semble coupée. Rien n’a été changé : réessayez dans un instant.

# Ce que dit un champ dès qu’on le quitte. Les phrases du serveur sont avec la fonction.
check-missing = Ce champ est obligatoire.
check-name-missing = Saisissez un nom.
check-email-missing = Saisissez une adresse e-mail.
check-email-wrong = Ce n’est pas une adresse e-mail. Elle ressemble à nom@exemple.dz.
check-email-unfinished = Il manque la fin de l’adresse, par exemple « .dz » ou « .com ».
check-login-missing = Saisissez votre adresse e-mail ou votre nom d’utilisateur.
check-username-missing = Saisissez un nom d’utilisateur.
check-username-wrong = Un nom d’utilisateur se compose de lettres, de chiffres, de points, de traits d’union et de tirets bas, sans espaces.
check-phone-wrong = Ce n’est pas un numéro de téléphone. Il ressemble à 0551 23 45 67 ou +213 551 23 45 67.
check-password-missing = Saisissez un mot de passe.
check-password-short = Le mot de passe est trop court : il faut au moins { $count ->
    [one] { $count } caractère
    [many] { $count } de caractères
   *[other] { $count } caractères
}.
check-password-unlike = C’est votre nom d’utilisateur ou votre adresse e-mail. Choisissez un mot de passe impossible à deviner.
check-code-missing = Saisissez le code de notre e-mail.
check-code-short = Le code est plus long : il compte 7 caractères.
check-code-wrong = Le code est fait de 7 lettres et chiffres.
check-short = C’est trop court : il faut au moins { $count ->
    [one] { $count } caractère
    [many] { $count } de caractères
   *[other] { $count } caractères
}.
check-choice-missing = Faites un choix.
check-tick-missing = Cochez cette case pour continuer.
check-file-missing = Choisissez un fichier.

# Mots de passe.
password-show = Afficher
    .label = Afficher le mot de passe
password-hide = Masquer
    .label = Masquer le mot de passe
caps-lock = Le verrouillage des majuscules est activé.
rule-length = { $count ->
    [one] { $count } caractère au moins
    [many] { $count } de caractères au moins
   *[other] { $count } caractères au moins
}
rule-unlike = Ni votre nom d’utilisateur, ni votre adresse e-mail
rule-met = fait

# Le compte.
sign-in = Se connecter
sign-out = Se déconnecter
account-of = Votre compte : { $name }
session-this = Cet appareil
session-end = Déconnecter
    .label = Déconnecter : { $device }
cancel = Annuler

# La photo du lecteur.
cover-choose = Choisir une couverture
cover-cut = La rogner au format d’un livre
picture-choose = Choisir une photo
picture-hint = JPEG, PNG ou WebP, { $size } au plus.
picture-save = Enregistrer la photo
picture-remove = Supprimer la photo
picture-crop = Ce que montre la photo
picture-crop-hint = Faites glisser la photo ou utilisez les curseurs.
picture-zoom = Zoom
picture-across = De gauche à droite
picture-down = De haut en bas
picture-wrong = Ce fichier n’est pas une photo utilisable. Choisissez un JPEG, un PNG ou un WebP.

# What a reader keeps of a book, and what was looked at.
favourite = Favori
later = À lire plus tard
read-already = Déjà lu
undo = Annuler
history-remove = Retirer de l’historique : { $title }
list-search = Chercher dans cette liste

# Le livre en cours de lecture.
continue-reading = Reprendre la lecture
continue-reading-of = Lire : { $title }
read-on = Lire
not-for-me = Pas pour moi
not-for-me-of = Pas pour moi : { $title }

# Le champ de recherche.
search = Rechercher
search-field = Livre, auteur ou série
search-kind-book = Livre
search-kind-author = Auteur
search-kind-series = Série
search-kind-genre = Genre
search-kind-recent = Recherche récente
search-remove = Retirer de vos recherches :
search-list = Suggestions
search-none = Aucune suggestion
search-some = Suggestions :

# Le panier.
cart = Panier
add-to-cart = Ajouter au panier
in-the-cart = Dans le panier
in-cart-of = Dans le panier : { $title }

# La bibliothèque.

book-finished = Terminé
mark-finished = Marquer comme terminé
mark-finished-of = Marquer { $title } comme terminé
mark-unfinished = Marquer comme non terminé
mark-unfinished-of = Marquer { $title } comme non terminé
read-book = Lire
read-book-of = Lire { $title }
save-file-of = Télécharger { $title } en { $format }
in-library = Dans votre bibliothèque

# Sans connexion.
install-app = Installer l’application
connection-lost = Pas de connexion.
connection-books = Livres sur cet appareil
connection-waits = Gardé sur cet appareil, et envoyé quand la connexion revient.
load-anew = La recharger
waiting-kept = Un changement plus récent, fait sur un autre appareil, a été gardé.
waiting-refused = La librairie n’a pas pu accepter un élément qui attendait d’être envoyé.
sign-out-loses-title = Tout n’est pas encore envoyé
sign-out-loses = Ce que vous avez fait sans connexion attend encore sur cet appareil. La déconnexion l’efface.
sign-out-anyway = Se déconnecter quand même
update-ready = Une nouvelle version de la librairie est prête.
update-now = Mettre à jour
offline-taken-back = Les livres qui ne sont plus à vous ont été retirés de cet appareil.
offline-progress = Téléchargement sur cet appareil : { $title }

# Ce que les scripts disent des livres sur l’appareil. Ce qui est entre <> est rempli.
offline-said-keep = Garder hors connexion
offline-said-saved = Gardé hors connexion
offline-said-saving = <done> sur <bytes>
offline-said-stop = Arrêter
offline-said-remove = Retirer de cet appareil
offline-said-incomplete = Il manque des parties de ce livre sur cet appareil.
offline-said-again = Télécharger à nouveau
offline-said-continue = Télécharger le reste
offline-said-lapsed = Il faut une connexion, une seule fois, pour rouvrir ce livre ici.
offline-said-no-connection = Pas de connexion. Réessayez quand elle sera revenue.
offline-said-quota = Il n’y a pas assez de place pour ce livre : il lui faut <bytes>, et <free> sont libres. Ce qui en avait été téléchargé a été retiré. Retirez d’autres livres de cet appareil, ou libérez-y de la place.
offline-said-full = Il n’y a pas assez de place sur cet appareil pour ce livre, qui demande <bytes>. Ce qui en avait été téléchargé a été retiré. Libérez de la place, ou retirez d’autres livres.
offline-said-refused = Ce livre ne peut pas être gardé sur cet appareil : il n’est pas dans votre bibliothèque.
offline-said-failed = Le livre n’a pas pu être téléchargé. Réessayez dans un instant.
offline-said-away = Connexion nécessaire
offline-said-only = Sur cet appareil
offline-said-of = <word> : <title>
offline-said-kb = <size> ko
offline-said-mb = <size> Mo
offline-said-gb = <size> Go
offline-said-used = <used> utilisés sur <quota>
offline-said-read = Lire
offline-said-read-of = Lire <title>
offline-said-kept-for-good = Ce navigateur garde les livres jusqu’à ce que vous les retiriez.
offline-said-kept-while-room = Ce navigateur peut retirer les livres quand la place manque.
offline-said-not-promised = Ce navigateur ne le promet pas encore. Il le fait pour les sites installés ou souvent utilisés.
offline-said-waiting = En attente d’envoi : <count>
offline-said-sent = Tout est envoyé.
offline-said-seen = Cette page date du <when>.
offline-said-things-favorites = Favoris : <count>
offline-said-things-ratings = Notes données : <count>
offline-said-things-comments = Commentaires : <count>
offline-said-things-progress = Positions de lecture : <count>
offline-said-things-annotations = Signets, surlignages et notes : <count>
offline-said-comment-talk = Aller aux commentaires
offline-said-comment-drop = Abandonner
offline-said-comment-dropped = Abandonné.
offline-said-comment-undo = Annuler
offline-said-comment-waits = Pas encore envoyé. Il le sera quand la connexion reviendra.
offline-said-comment-parent = Le commentaire auquel celui-ci répond n’est plus là.
offline-said-comment-gone = Votre commentaire a été supprimé entre-temps sur un autre appareil.
offline-said-comment-leaving = En cours d’envoi. Une fois publié, il pourra être supprimé.
offline-said-comment-too-many-requests = Trop de commentaires d’un coup : il partira tout seul dans un moment.
offline-said-comment-unverified = Il sera publié dès que votre adresse e-mail sera confirmée.
offline-said-comment-suspended = Il attend tant que votre compte est suspendu.
offline-said-comment-not-found = Ce livre n’est plus dans la librairie.
offline-said-comment-hidden = La modération a masqué ce commentaire. Il ne peut plus être modifié.
offline-said-comment-invalid = La librairie ne peut pas l’accepter tel quel.
offline-said-not-saved-title = Ce livre n’est pas sur cet appareil
offline-said-not-saved = Il pourra s’ouvrir quand la connexion sera revenue.
offline-said-lapsed-title = Ce livre a besoin d’une connexion
offline-said-lapsed-clock = Ce livre a été vérifié il y a plus de 30 jours, ou l’horloge de cet appareil a été changée. Il s’ouvrira de nouveau dès qu’il y aura une connexion.
offline-said-incomplete-title = Il manque des parties de ce livre
offline-said-incomplete-help = Ce navigateur en a retiré des parties. Il faudra le télécharger à nouveau quand la connexion sera revenue.

# Ce qui sépare un intitulé de sa valeur, quand un message ne peut pas contenir les deux.
colon = { " : " }

# The panel from which the shop is run.
admin-nav = Gérer la librairie
table-filter = Filtrer
table-whole = Tout afficher
table-choose = Sélectionner { $name }
table-choose-all = Tout sélectionner sur cette page
bulk = Que faire de la sélection
bulk-hint = Sélectionnez des lignes pour en modifier plusieurs à la fois.
# What stands in <> is filled in by a script.
bulk-chosen = Sélection : <count>
bulk-details = Le détail, ligne par ligne
bulk-all =
    { $done ->
        [one] { $done } élément modifié.
        [many] { $done } d’éléments modifiés.
       *[other] { $done } éléments modifiés.
    }
bulk-some = Modifiés : { $done }. Non modifiés : { $refused }.
chart-as-table = Sous forme de tableau
chart-most = Maximum : { $when }, { $much }.
chart-nothing = Rien sur cette période.
