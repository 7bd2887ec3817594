# Names that books stand under: authors, genres, publishers, series.

authors = Auteurs
genres = Genres
publishers = Éditeurs
series = Séries
kinds = Sortes de noms
lead = Qui écrit les livres, de quoi ils parlent, qui les publie, et lesquels vont ensemble.
add = Ajouter
export = Exporter (CSV)
search = Nom
all = Tous
books = Livres
without-books = Sans livre
column-key = Numéro
name = Nom
column-in-shop = Livres en librairie
position = Position
move-up = Monter { $name }
move-down = Descendre { $name }
empty = Il n’y en a pas encore. Ils s’ajoutent avec les livres.
none-found = Aucun nom ne correspond.
show-all = Tout afficher
pairs-wait = { $count ->
    [one] { $count } paire de noms désigne peut-être la même chose
    [many] { $count } de paires de noms désignent peut-être la même chose
   *[other] { $count } paires de noms désignent peut-être la même chose
}

# A new one.
new-author = Nouvel auteur
new-genre = Nouveau genre
new-publisher = Nouvel éditeur
new-series = Nouvelle série

# One.
tabs = À propos de ce nom
tab-details = Détails
see-page = Voir sa page
in-shop = { $count ->
    [one] { $count } livre en librairie
    [many] { $count } de livres en librairie
   *[other] { $count } livres en librairie
}
not-in-shop = { $count ->
    [one] { $count } qui n’y est pas
    [many] { $count } qui n’y sont pas
   *[other] { $count } qui n’y sont pas
}
save = Enregistrer
sort-name = Classé sous
sort-name-hint = Par exemple Camus, Albert. Laissé vide, le nom de famille vient en premier.
elsewhere = Dans d’autres langues
elsewhere-hint = Là où le nom s’écrit autrement, sa page l’affiche ainsi et la recherche le trouve.
about = De quoi il s’agit
slug = Mot dans les adresses
slug-hint = Minuscules, chiffres et traits d’union. L’ancien mot continue d’y mener.
slug-unfit = Seuls les genres ont un mot dans les adresses.
other-names = Autres noms
other-names-hint = Un par ligne. La recherche, les fichiers et les listes le trouvent aussi sous ces noms.
changed-since = Quelqu’un a modifié ceci depuis sa lecture.
changed-meanwhile = Quelqu’un a modifié ceci entre-temps. Votre saisie est toujours dans le formulaire : si vous enregistrez de nouveau, elle remplacera ce qui s’y trouve.
has-books = { $count ->
    [one] { $count } livre est sous ce nom : il ne peut pas être supprimé. Fusionnez-le plutôt avec un autre.
    [many] { $count } de livres sont sous ce nom : il ne peut pas être supprimé. Fusionnez-le plutôt avec un autre.
   *[other] { $count } livres sont sous ce nom : il ne peut pas être supprimé. Fusionnez-le plutôt avec un autre.
}

# Putting together.
merge = Fusionner
merge-lead = Si deux noms désignent la même chose, fusionnez l’un avec l’autre.
merge-into = Le nom qui reste
choose = Choisir
merge-go = Fusionner
merge-unknown = Il n’y a pas d’autre nom de ce genre.
merge-title = Fusionner « { $from } » dans « { $into } » ?
merge-books = { $count ->
    [one] { $count } livre change de nom.
    [many] { $count } de livres changent de nom.
   *[other] { $count } livres changent de nom.
}
merge-link = Les liens vers « { $from } » mèneront toujours à « { $into } ».
merge-called = « { $from } » devient un autre nom : la recherche, les fichiers et les listes trouvent « { $into } » par lui.
merge-readers = { $count ->
    [one] { $count } lecteur qui l’a choisi aura l’autre.
    [many] { $count } de lecteurs qui l’ont choisi auront l’autre.
   *[other] { $count } lecteurs qui l’ont choisi auront l’autre.
}
merge-numbers = Les livres gardent leurs numéros. Vérifiez-les ensuite.
merge-final = C’est définitif. Le journal garde la liste des livres déplacés.
merge-round = Dans l’autre sens : fusionner « { $from } » dans « { $into } »

# What may be the same.
pairs = Doublons possibles
pairs-lead = Des noms qui désignent peut-être la même chose. On les cherche chaque fois qu’un nom est ajouté ou modifié.
pairs-none = Aucun nom ne ressemble à un autre.
pairs-refuse = Pas les mêmes
like-same = Le même, écrit autrement
like-order = Les mêmes mots dans un autre ordre
like-initials = L’un a des initiales
like-letter = Une lettre diffère

# Parting.
no-books = Aucun livre n’est sous ce nom.
split = Déplacer des livres vers un autre nom
split-lead = Si un nom en désigne deux, choisissez les livres qui reviennent à l’autre.
split-books = Quels livres
split-to = Vers quel nom
split-hint = Un nom existant, ou un nouveau.
split-go = Les déplacer
numbers = Numéros dans la série
number-of = Numéro de { $title }
numbers-save = Enregistrer les numéros

# Throwing away.
remove = Supprimer
remove-title = Supprimer « { $name } » ?
remove-what = Aucun livre n’est sous ce nom. Ses autres noms sont supprimés avec lui, et les anciens liens ne mènent plus nulle part. C’est définitif.
remove-readers = { $count ->
    [one] { $count } lecteur l’a choisi et ne l’aura plus.
    [many] { $count } de lecteurs l’ont choisi et ne l’auront plus.
   *[other] { $count } lecteurs l’ont choisi et ne l’auront plus.
}

# The audit log.
log-author = Auteur
log-genre = Genre
log-publisher = Éditeur
log-series = Série
log-add = Nom ajouté
log-change = Nom modifié
log-merge = Noms fusionnés
log-split = Livres déplacés vers un autre nom
log-number = Série numérotée
log-remove = Nom supprimé
log-not-same = Noms marqués comme différents
log-names = Noms par langue
log-descriptions = De quoi il s’agit
log-merged = Ce qui y a été fusionné
log-into = Déplacés vers
log-titles = Titres
log-books-of-both = Livres qui avaient les deux
log-not-same-as = À ne pas confondre avec
