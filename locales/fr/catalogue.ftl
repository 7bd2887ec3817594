# Les mots des pages du catalogue.

browse = Rayons
browse-description = Les genres, les langues, les séries, les auteurs et les éditeurs de la librairie.
genres = Genres
authors = Auteurs
authors-description = Tous les auteurs dont la librairie a des livres.
languages = Langues
all-series = Séries
series-description = Toutes les séries dont la librairie a des livres.
publishers = Éditeurs
publishers-description = Tous les éditeurs dont la librairie a des livres.
index-empty = Il n’y a encore rien ici.
genre = Genre
author = Auteur
publisher = Éditeur
series = Série
books = { $count ->
    [one] { $count } livre
    [many] { $count } de livres
   *[other] { $count } livres
}
shop-empty = La librairie n’a pas encore de livres.

# Les listes et leurs filtres.
list-description = { $kind } : { $name }
list-empty = Il n’y a pas encore de livres ici.
list-empty-filtered = Aucun livre ne correspond à ces filtres.
list-show-all = Voir tous les livres
sort = Trier par
sort-newest = Nouveautés d’abord
sort-title = Titre
sort-price-asc = Prix croissant
sort-price-desc = Prix décroissant
sort-rating = Les mieux notés
sort-best-selling = Meilleures ventes
sort-series = Ordre de la série
sort-needs-series = Cet ordre vaut pour les livres d’une série.
rating = Note
rating-any = Toutes les notes
rating-at-least = { $stars ->
    [one] { $stars } étoile et plus
    [many] { $stars } d’étoiles et plus
   *[other] { $stars } étoiles et plus
}
rating-out-of-range = Une note va de 0 à 5.
language = Langue
language-any = Toutes les langues
format = Format
format-any = Tous les formats
price = Prix
price-any = Tous les prix
price-free = Gratuit
price-paid = Payant

# La page d’un livre.
read = Lire
read-sample = Lire un extrait
series-place = N° { $number } de { $series }
page-count = { $count ->
    [one] { $count } page
    [many] { $count } de pages
   *[other] { $count } pages
}
page-range = { $min }–{ $max } pages
facts = À propos de ce livre
more-in-series = Dans la série { $series }
more-by-author = Autres livres signés { $author }
similar = Livres semblables
pages = Longueur
release-date = Parution
role-translator = Traduction
role-illustrator = Illustrations
role-editor = Édition du texte
role-narrator = Narration
role-other = Avec
price-elsewhere = Il coûte { $price }, mais n’est pas encore en vente ici.
not-yet-available-note = Ce livre n’a pas encore de fichier.
payments-off-note = La librairie n’accepte pas de paiements pour le moment : ce livre ne peut pas être acheté. Les livres gratuits restent disponibles.
book-summary = { $title }, un livre de { $authors }.
cover-of = Couverture de { $title }


# Pour qui possède un livre, ou peut l’avoir gratuitement.

continue-at = Continuer { $percent }
read-again = Relire
add-to-library = Ajouter à la bibliothèque
withdrawn-note = Ce livre n’est plus en vente. Vous pouvez toujours le lire.

# What is wrong with a change of a book.

edit-title-missing = Saisissez un titre.
edit-name-missing = Saisissez un nom.
edit-too-long = C’est trop long.
edit-too-many = Il y en a trop.
edit-role-wrong = Un rôle est un code de trois lettres, comme aut.
edit-authors-twice = Envoyez soit authors, soit contributors.
edit-unknown = Personne ni rien ne porte ce numéro.
edit-genre-unknown = Ce genre n’existe pas dans la librairie.
edit-number-wrong = Un numéro dans une série va de 0 à 100 000.
edit-pages-wrong = Saisissez un nombre de pages, comme 312 ou 180-210.
edit-date-wrong = Saisissez une date, comme 2024, 2024-05 ou 2024-05-31.
edit-publish-wrong = Saisissez une date et une heure, comme 2026-12-01T10:00:00+01:00.
edit-publish-past = Ce moment est déjà passé. Choisissez-en un plus tard.
edit-publish-there = Ce livre est déjà en librairie.
edit-language-wrong = Saisissez une langue, comme ar, fr ou en.
edit-isbn-wrong = Un ISBN a 10 ou 13 chiffres.
edit-isbn-check = Le dernier chiffre ne correspond pas aux autres. Vérifiez le numéro.
edit-isbn-taken = « { $title } » porte déjà ce numéro.
edit-price-needed = Un livre en librairie a besoin d’un prix ; 0 le rend gratuit.
edit-price-needed-then = Un livre dont la publication est prévue a besoin d’un prix ; 0 le rend gratuit.
edit-price-shape = Saisissez un prix, comme 950 ou 950,50.
edit-price-wrong = Ce prix est trop élevé.
edit-currency-wrong = La librairie ne vend pas dans cette monnaie.
edit-sample-no-file = Le livre n’a pas ce fichier.
edit-sample-long = Un extrait ne peut pas être le livre entier : 90 % au plus, et pas jusqu’à la dernière partie.
edit-sample-wrong = Choisissez la longueur de l’extrait.

# What a name cannot be.
name-unfit = Les noms de cette sorte n’en ont pas.
name-language = Les noms se donnent en anglais (en), en français (fr) et en arabe (ar).
name-taken = { $name } porte déjà ce nom. Fusionnez plutôt les deux.
name-other-taken = Le nom « { $name } » est déjà pris ailleurs.
name-slug-wrong = Seulement des minuscules, des chiffres et des traits d’union, dont une lettre au moins.
name-slug-missing = Saisissez un mot pour les adresses, comme poesie.
name-slug-number = Un mot fait seulement de chiffres serait pris pour un numéro : ajoutez une lettre.
name-slug-taken = Un autre genre porte ce mot, ou l’a porté.
name-same = C’est une seule et même chose.
name-books-missing = Choisissez des livres.
name-books-unknown = L’un de ces livres n’est pas sous ce nom.
