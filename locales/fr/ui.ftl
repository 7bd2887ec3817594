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
theme-auto = Comme l’appareil
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
badge-rank = Nº { $rank }

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
progress-read = { $percent } lus

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
share-mail = E-mail
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
check-missing = Ce champ est nécessaire.
check-name-missing = Saisissez un nom.
check-email-missing = Saisissez une adresse e-mail.
check-email-wrong = Ce n’est pas une adresse e-mail. Elle ressemble à nom@exemple.dz.
check-email-unfinished = Il manque la fin de l’adresse, par exemple « .dz » ou « .com ».
check-login-missing = Saisissez votre adresse e-mail ou votre nom d’utilisateur.
check-username-missing = Saisissez un nom d’utilisateur.
check-username-wrong = Un nom d’utilisateur a des lettres, des chiffres, des points et des tirets, sans espace.
check-phone-wrong = Ce n’est pas un numéro de téléphone. Il ressemble à 0551 23 45 67 ou +213 551 23 45 67.
check-password-missing = Saisissez un mot de passe.
check-password-short = Le mot de passe est trop court : il faut au moins { $count ->
    [one] { $count } caractère
    [many] { $count } de caractères
   *[other] { $count } caractères
}.
check-password-unlike = C’est votre nom d’utilisateur ou votre adresse e-mail. Choisissez un mot de passe que personne ne devine.
check-code-missing = Saisissez le code de notre message.
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
picture-choose = Choisir une photo
picture-hint = JPEG, PNG ou WebP, { $size } au plus.
picture-save = Enregistrer la photo
picture-remove = Supprimer la photo
picture-crop = Ce que montre la photo
picture-crop-hint = Faites glisser la photo ou utilisez les curseurs.
picture-zoom = Agrandir
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
search-field = Chercher un livre, un auteur, une série
search-kind-book = Livre
search-kind-author = Auteur
search-kind-series = Série
search-kind-genre = Genre
search-kind-recent = Déjà cherché
search-remove = Oublier la recherche
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
read-book = Lire
read-book-of = Lire { $title }
save-file-of = Télécharger { $title } en { $format }
in-library = Dans votre bibliothèque
