# The books: refusals.

changed-meanwhile = { $by } a changé ceci entre-temps : { $fields }. Regardez l’état actuel, puis recommencez.
not-undoable = Ceci ne peut pas être annulé.
held = Quelqu’un possède ce livre : il ne peut pas redevenir un brouillon. Retirez-le plutôt : ses propriétaires le gardent.
not-a-draft = Seul un brouillon peut être supprimé. Retirez plutôt le livre de la vente.
not-there = Ce livre n’existe plus.
failed = L’enregistrement a échoué. Réessayez.
bulk-too-many = Choisissez 200 livres au plus.
bulk-genre-missing = Choisissez un genre.
bulk-price-missing = Saisissez un prix.
cover-missing = Choisissez une image.
cover-kind = L’image doit être en JPEG, PNG, WebP ou GIF.
cover-too-large = Cette image est trop grande. Elle peut faire 20 Mo.
cover-damaged = Cette image est abîmée.

# What was done, in the history and the audit log.

log-book = Livre
log-add = Livre ajouté
log-change = Livre modifié
log-publish = Livre publié
log-withdraw = Livre retiré de la vente
log-put-back = Livre remis en brouillon
log-price = Prix modifié
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
field-release-date = Date de parution
field-page-count = Pages
field-price = Prix
field-status = État
field-cover = Couverture

status-draft = Brouillon
status-published = En boutique
status-withdrawn = Retiré
cover-drawn = Dessinée par la boutique
cover-own = Une image à lui
series-number = { $series }, n° { $number }
