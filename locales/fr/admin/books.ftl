# The books: refusals.

changed-meanwhile = { $by } a modifié ceci entre-temps : { $fields }. Regardez l’état actuel, puis recommencez.
not-undoable = Ce changement ne peut pas être annulé.
held = Un lecteur possède ce livre : il ne peut pas redevenir un brouillon. Retirez-le plutôt de la vente : ses propriétaires le gardent.
not-a-draft = Seul un brouillon peut être supprimé. Retirez plutôt le livre de la vente.
not-there = Ce livre n’existe plus.
failed = L’enregistrement a échoué. Réessayez.
bulk-too-many = Choisissez 200 livres au plus.
bulk-genre-missing = Choisissez un genre.
bulk-price-missing = Saisissez un prix.
cover-missing = Choisissez une image.
cover-kind = L’image doit être au format JPEG, PNG, WebP ou GIF.
cover-too-large = Cette image est trop volumineuse : 20 Mo au plus.
cover-damaged = Cette image est endommagée.

# What was done, in the history and the audit log.

log-book = Livre
log-add = Livre ajouté
log-change = Livre modifié
log-publish = Livre publié
log-schedule = Publication programmée
log-unschedule = Programmation annulée
log-publish-due = Livre publié au moment prévu
log-publish-missed = Livre non publié au moment prévu
log-withdraw = Livre retiré de la vente
log-put-back = Livre remis en brouillon
log-price = Prix changé
log-cover = Couverture changée
log-undo = Changement annulé
log-remove = Brouillon supprimé

field-title = Titre
field-subtitle = Sous-titre
field-contributors = Auteurs
field-genres = Genres
field-publisher = Éditeur
field-series = Série
field-isbn = ISBN
field-description = Description
field-language = Langue
field-release-date = Parution
field-page-count = Pages
field-price = Prix
field-status = État
field-publish-at = Publication prévue
field-cover = Couverture

status-draft = Brouillon
status-published = En librairie
status-withdrawn = Retiré
scheduled-for = Programmé pour le { $when }
cover-drawn = Dessinée par la librairie
cover-own = Une image propre au livre
series-number = { $series }, n° { $number }

# The list.

add = Ajouter des livres
add-by-hand = Saisir un livre à la main
export = Exporter
search = Titre, auteur ou ISBN
genre = Genre
format = Format
missing = Ce qui manque
all = Tous
book = Livre
sales = Vendus
rating = Note
updated = Modifié
publish = Publier
withdraw = Retirer de la vente
set-price = Fixer le prix
add-genre = Ajouter le genre
remove-genre = Retirer le genre
price-deed = Fixer
genre-add-deed = Ajouter
genre-remove-deed = Retirer
caption = Les livres de la librairie
choose = Choisir
parts = Pages de la liste
first = Retour au début
next = Page suivante
empty = Il n’y a pas encore de livres. Ajoutez les fichiers : les détails y sont lus.
none-found = Aucun livre ne correspond.
show-all = Voir tous les livres
no-price = Sans prix
no-file = Sans fichier
free = Gratuit
missing-any = Rien
missing-files = Un fichier
missing-cover = Une couverture propre
missing-description = Une description
missing-price = Un prix
missing-publication = La publication prévue
bulk-none = Choisissez d’abord des livres.
back-to-list = Retour à la liste
was-so = C’était déjà ainsi

# A book.

see-page = Voir sa page
preview = Aperçu
warning-no-file = Ce livre n’a pas encore de fichier : personne ne peut le lire.
warning-missed = Il devait être publié le { $when }, mais n’a pas pu l’être. Vérifiez son prix, puis publiez-le ou choisissez un autre moment.
warning-before = Ce livre n’a pas encore de fichier. Une fois publié, il pourra être vu, mais pas lu.
tabs = À propos de ce livre
tab-metadata = Détails
tab-offer = Prix et état
tab-files = Fichiers
tab-history = Historique
save = Enregistrer
save-over = Votre saisie est toujours dans le formulaire. Si vous enregistrez de nouveau, elle remplacera ce qui s’y trouve.

# Its form.

typed-kept = Gardé, mais pas encore enregistré
typed-not-kept = N’a pas pu être gardé
typed-restored = Voici ce que vous avez saisi { $when } sans l’enregistrer.
typed-meanwhile = Ceci a changé depuis : { $fields }.
typed-throw = Abandonner cette saisie
description-hint = Laissez une ligne vide entre les paragraphes.
people-hint = Dans l’ordre où le livre les nomme.
person-add = Ajouter une personne
person-name = Nom { $number }
person-role = Rôle de la personne { $number }
person-up = Monter { $name }
person-remove = Retirer { $name }
role-author = Auteur
role-translator = Traduction
role-illustrator = Illustration
role-editor = Édition du texte
role-narrator = Narration
role-contributor = Contribution
genre-first = Genre principal
genre-none = Aucun
genres-all = Tous les genres
series-place = Numéro dans la série
number-wrong = Saisissez un nombre, comme 2 ou 2,5.
isbn-hint = 10 ou 13 chiffres
date-hint = 2024, 2024-05 ou 2024-05-31
pages-hint = 312 ou 180-210
language-unknown = Inconnue

# A new one.

new-lead = Il devient un brouillon. Tout, sauf le titre, peut venir plus tard.
new-begin = Ajouter le livre

# Price and status.

price-in = Prix en { $currency }
price-hint = 0 rend le livre gratuit.
price-save = Enregistrer le prix
prices = Anciens prix
about-draft = Seule l’équipe de la librairie le voit.
about-published = Tout le monde le voit et peut l’acheter.
about-withdrawn = Il n’est plus vendu. Ceux qui l’ont le gardent.
put-back = Remettre en brouillon

# At a set time.

schedule-title = Publier à un moment choisi
schedule-lead = D’ici là, rien ne change ; à ce moment, le livre entre de lui-même en librairie.
schedule-set = Il sera publié le { $when }, heure d’Alger.
schedule-at = Jour et heure
schedule-hint = À l’heure d’Alger.
schedule-save = Programmer
schedule-cancel = Annuler la programmation
schedule-wrong = Saisissez un jour et une heure.

# Its cover.

cover-is-drawn = La librairie dessine cette couverture d’après le titre et les auteurs, tant que le livre n’a pas d’image.
cover-is-own = Le livre a une image qui lui est propre.
cover-draw = La redessiner

# Its history.

history-empty = Rien n’a encore changé.
undo = Annuler
undo-label = Annuler : { $what }, { $when }
on-command-line = en ligne de commande
undone = Annulé
undo-meanwhile = Impossible d’annuler : { $by } l’a modifié depuis : { $fields }.

# Throwing it away.

remove = Supprimer le brouillon
remove-title = Supprimer « { $title } » ?
remove-what = Ce qui est supprimé avec lui :
remove-words = tout ce qui a été saisi à son sujet, et son historique
remove-files = ses fichiers : { $formats }
remove-cover = sa couverture
remove-final = C’est définitif.

# How much of a file anybody may read.
log-sample = Longueur de l’extrait changée
field-sample-epub = Extrait de l’EPUB
field-sample-pdf = Extrait du PDF
