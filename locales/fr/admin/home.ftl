# The front page, arranged: refusals.

changed-meanwhile = { $by } a modifié la page d’accueil entre-temps. Regardez-la telle qu’elle est, puis recommencez.
not-for-this-shelf = Ce rayon est intégré : il peut seulement être déplacé ou masqué.
too-old = La page telle qu’elle était alors n’est plus conservée.
day-wrong = Ce n’est pas un jour. Écrivez-le ainsi : 2026-12-01.
until-wrong = Le dernier jour vient avant le premier.
source-missing = Dites lequel, par son numéro ou son nom.
source-unknown = Rien de tel dans la librairie.

# What was done, in the history and the audit log.

title = Page d’accueil
log-move = Ordre des rayons changé
log-hide = Rayon masqué
log-show = Rayon affiché
log-add = Rayon ajouté
log-change = Rayon modifié
log-remove = Rayon supprimé
log-books = Livres d’un rayon choisis
log-pin = Livre épinglé
log-unpin = Livre retiré d’un rayon
log-undo = Page d’accueil rétablie
field-order = Ordre
field-shelf = Rayon
field-shelves = Rayons
field-titles = Titres
field-locales = Affiché en
field-hidden = Masqué
field-source = Contenu
field-books = Livres
yes = oui
no = non
none = aucun
gone = n’existe plus
of-genre = Genre : { $name }
of-author = Auteur : { $name }
of-series = Série : { $name }
of-publisher = Éditeur : { $name }
since = à partir du { $from }
up-to = jusqu’au { $until }
between = du { $from } au { $until }

# The shelves.

lead = Quels rayons la page d’accueil montre, dans quel ordre, et quels livres y sont épinglés.
shelves = Rayons de la page d’accueil
add-shelf = Ajouter un rayon
continue-reading = Reprendre la lecture
continue-hint = Toujours en haut, pour qui lit un livre.
keys-hint = Dans une ligne, Alt et les flèches déplacent le rayon.
saved = La page d’accueil est enregistrée.
move-up = Monter « { $name } »
move-down = Descendre « { $name } »
hide = Masquer
hide-shelf = Masquer « { $name } »
show = Afficher
show-shelf = Afficher « { $name } »
state-shown = Sur la page
state-hidden = Masqué
state-later = Pas encore
state-over = Terminé
hint-for-you = À chacun le sien. Qui n’en a pas encore voit le choix des libraires.
hint-liked = Pour qui a choisi des genres.
hint-picks = En haut pour les lecteurs sans recommandations, sinon ici.
hint-viewed = À chacun le sien.
no-books = Pas encore de livres : il n’est pas affiché.
books-of = { $count ->
    [one] { $count } livre
    [many] { $count } de livres
   *[other] { $count } livres
}
books-in-front = { $count ->
    [one] { $count } livre épinglé
    [many] { $count } de livres épinglés
   *[other] { $count } livres épinglés
}

# The preview.

preview = Aperçu
preview-lead = La page comme un visiteur la verra tel jour.
preview-day = Jour
preview-of = Aperçu : { $day }
preview-hint = La page comme la voit un visiteur. Seule l’équipe de la librairie peut ouvrir cet aperçu.
preview-back = Retour aux rayons

# What was changed.

changes = Derniers changements
changes-lead = Rétablir ramène toute la page à ce qu’elle était avant ce changement. C’est aussi un changement, que l’on peut annuler.
put-back = Rétablir
put-back-label = Rétablir la page d’avant ce changement : { $what }, { $when }

# A shelf.

new-lead = Il se place d’abord en haut. Ses livres se choisissent à l’étape suivante.
begin = Ajouter le rayon
save = Enregistrer
title-in = Titre ({ $language })
shown-in = Afficher sur la page ({ $language })
source = Ce qu’il contient
source-none = Seulement les livres choisis un à un
genre = Les nouveautés d’un genre
author = Les nouveautés d’un auteur
series = Une série, dans son ordre
publisher = Les nouveautés d’un éditeur
which = Lequel
genre-choose = Choisir un genre
from = Du
from-hint = Le premier jour. Laissé vide : tout de suite.
until = Au
until-hint = Le dernier jour. Laissé vide : sans fin.
books = Livres
in-front = Livres épinglés
facts = Titre, contenu et dates
when = Dates du rayon
is-hidden = Ce rayon est masqué.
about-best = Ils viennent avant les meilleures ventes et n’ont pas de rang.
about-list = Seuls les livres en librairie sont affichés.
about-front = Ils viennent avant les autres livres du rayon.
none-chosen = Aucun pour l’instant.
find = Rechercher
find-label = Titre, auteur ou ISBN
none-found = Aucun livre ne correspond.
choose = Ajouter
choose-book = Ajouter « { $title } »
is-chosen = Dans le rayon
unchoose-book = Retirer « { $title } »
always = Toujours
dates-save = Enregistrer les dates
remove = Supprimer le rayon
remove-title = Supprimer le rayon « { $name } » ?
remove-what = Il disparaît de la page d’accueil dans toutes les langues, avec ses titres et ses dates.
remove-books = { $count ->
    [one] { $count } livre y avait été choisi. Le livre lui-même reste en librairie.
    [many] { $count } de livres y avaient été choisis. Les livres eux-mêmes restent en librairie.
   *[other] { $count } livres y avaient été choisis. Les livres eux-mêmes restent en librairie.
}
remove-later = Il peut être rétabli depuis les derniers changements, sur la page des rayons.

# On the page of a book.

pin-title = Sur la page d’accueil
pin-lead = En tête d’un rayon, tout de suite ou certains jours.
pin-not-sold = Il y apparaîtra dès qu’il sera en librairie.
pin-to = Rayon
pin = Épingler sur la page d’accueil
unpin = Retirer
unpin-from = Retirer de « { $name } »
