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
favourite-add = Ajouter aux favoris : { $title }
favourite-remove = Retirer des favoris : { $title }
progress-read = { $percent } lus

# Texte qui se déplie.
read-more = Lire la suite
read-less = Réduire
spoiler = Révélation : afficher

# Partage.
share = Partager
share-heading = Partager ce livre
share-address = Lien vers ce livre
share-copy = Copier le lien
share-copied = Lien copié
share-mail = Courriel
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
    [many] { $count } de points sont
   *[other] { $count } points sont à corriger
}
error-prefix = Erreur : { $title }
dismiss = Fermer l’avis
