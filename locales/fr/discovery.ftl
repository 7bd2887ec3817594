# La page d’accueil et ses listes.

home-title = Des livres à lire et à garder
home-description = Des livres numériques en arabe, en français et en anglais : parcourez les rayons, lisez un extrait, et lisez sur tous vos appareils.
tab-for-you = Pour vous
tab-new = Nouveautés
tab-best = Meilleures ventes
tab-free = Gratuit
shelf-new = Nouveautés
shelf-genres = Genres
list-description = { $list } : les livres de la librairie.
shop-empty = La librairie n’a pas encore de livres.
free-empty = Aucun livre n’est gratuit en ce moment.
best-empty = Rien n’a encore été vendu. Les premières meilleures ventes apparaîtront ici.
see-new = Voir les nouveautés

# Ce que les lecteurs gardent, et leur historique.
account = Compte
favourites = Favoris
favourites-search = Chercher dans vos favoris
favourites-empty = Pas encore de favoris. Le cœur sous un livre l’ajoute ici.
read-later = À lire plus tard
read-later-search = Chercher dans la liste à lire plus tard
read-later-empty = Rien à lire plus tard pour l’instant. « À lire plus tard », sur la page d’un livre, l’ajoute ici.
list-full = Cette liste est pleine : elle contient { NUMBER($most) } livres.
sought-too-long = Une recherche compte 200 caractères au plus.
nothing-found = Rien ici ne correspond à « { $q } ».
show-all = Tout afficher
browse-books = Parcourir les livres
history = Historique
history-viewed = Consultés
history-read = Lus
history-searches = Recherches
history-search = Chercher dans l’historique
history-viewed-empty = Les livres dont vous ouvrez la page apparaîtront ici.
history-read-empty = Les livres que vous marquez comme lus apparaîtront ici.
history-searches-empty = Vos recherches apparaîtront ici.
history-pause = Mettre en pause
clear-all = Tout effacer
history-resume = Reprendre
history-paused = Votre historique est en pause
history-paused-since = Depuis le { $date }, rien de ce que vous ouvrez ou cherchez n’est enregistré.
today = Aujourd’hui
yesterday = Hier
last-days = Les 7 derniers jours
clear-viewed = Effacer les livres consultés
clear-viewed-title = Effacer la liste des livres consultés ?
clear-viewed-body = Toutes les entrées sont retirées d’un coup, sur tous vos appareils. C’est définitif.
clear-read = Effacer les livres lus
clear-read-title = Effacer la liste des livres lus ?
clear-read-body = Plus aucun livre ne sera marqué comme lu. C’est définitif.
clear-searches = Effacer les recherches
clear-searches-title = Effacer la liste des recherches ?
clear-searches-body = Toutes les recherches sont retirées d’un coup, sur tous vos appareils. C’est définitif.
row-favourites-hint = Ce qui vous plaît, et son prix d’alors
row-read-later-hint = Pour un autre jour
row-history-hint = Consultés, lus, recherchés
kept-lists = Vos favoris, votre liste à lire plus tard, votre historique et les livres que vous avez demandés.

# Les rayonnages.
shelf-for-you = Recommandé pour vous
shelf-picks = Le choix des libraires
shelf-best = Meilleures ventes
shelf-viewed = Vus récemment
choose-genres-title = Quels livres aimez-vous ?
choose-genres-text = Choisissez quelques genres, et nous trouverons des livres pour vous.
choose-genres = Choisir des genres
because-read = Parce que vous avez lu { $title }
because-liked = Parce que vous avez aimé { $title }
because-bought = Parce que vous avez acheté { $title }
because-kept = Parce que vous gardez { $title }
because-author = Aussi de { $name }
because-series = De la série { $name }
because-genre = Dans un genre que vous aimez : { $name }
because-popular = Apprécié dans la librairie
because-new = Nouveau dans la librairie
because-taste = Proche de ce que vous aimez
because-picked = Le choix des libraires
for-you-empty = Rien ne vous est encore recommandé. Choisissez des genres, notez des livres ou ajoutez-en à vos favoris, puis revenez dans une minute.
best-week = Les meilleures ventes des 7 derniers jours
best-month = Les meilleures ventes des 30 derniers jours
best-all = Les meilleures ventes de tous les temps
best-week-free = Livres gratuits : les plus demandés des 7 derniers jours
best-month-free = Livres gratuits : les plus demandés des 30 derniers jours
best-all-free = Livres gratuits : les plus demandés de tous les temps
span-label = Période
span-week = 7 jours
span-month = 30 jours
span-all = Depuis toujours
best-price = Prix
best-paid = Payant
best-free = Gratuit
best-language = Langue
language-any = Toutes les langues
best-format = Format
format-any = Tous les formats
best-empty-span = Rien n’a été vendu pendant cette période.
best-empty-filtered = Aucune des meilleures ventes ne correspond à ces filtres.
best-show-all = Voir toutes les meilleures ventes

# La recherche.

search-title = Recherche
search-of = « { $text } » : recherche
search-too-long = Une recherche compte 200 caractères au plus.
search-rating-out-of-range = Une note va de 0 à 5.
search-best = Meilleur résultat
search-books = Livres
search-authors = Auteurs
search-series = Séries
search-meant = Vouliez-vous dire { $text } ?
search-nothing = Rien n’a été trouvé pour « { $text } ».
search-nothing-hint = Essayez avec moins de mots, ou une autre orthographe.
search-drop-filters = Chercher sans filtres
search-partial = La recherche se prépare : pour l’instant, elle trouve les titres par leurs premiers mots. Bientôt elle trouvera davantage.
search-recent = Vos recherches récentes
search-recent-remove = Retirer « { $text } » de vos recherches
search-popular = Livres populaires
search-sort-relevance = Pertinence
search-sort-newest = Nouveautés d’abord
search-sort-price-asc = Prix croissant
search-sort-price-desc = Prix décroissant
search-sort-rating = Les mieux notés
search-sort-best-selling = Meilleures ventes
search-any-genre = Tous les genres
search-any-rating = Toutes les notes
search-any-availability = Toutes
search-rating = Note
search-rating-at-least = { $stars ->
    [one] { $stars } étoile et plus
    [many] { $stars } d’étoiles et plus
   *[other] { $stars } étoiles et plus
}
search-availability = Disponibilité
search-available = À lire dès maintenant
search-announced = À paraître
search-price-to = Jusqu’à { $price }
search-price-between = De { $low } à { $high }
search-price-from = Plus de { $price }
search-sort = Trier par
search-language = Langue
search-format = Format
search-price = Prix
search-any = Tous
search-price-free = Gratuit
search-price-paid = Payant
search-browse = Parcourir les livres

# A book that was not found.
request-title = Demander ce livre
request-lead = Les libraires consultent ces demandes quand ils choisissent de nouveaux livres.
request-text-label = Titre et auteur
request-email-label = Votre adresse e-mail
request-email-hint = Pour vous écrire quand le livre sera là.
request-send = Envoyer la demande
request-missing = Indiquez de quel livre il s’agit.
request-too-long = Une demande compte 200 caractères au plus.
request-email-wrong = Saisissez une adresse e-mail, par exemple nom@exemple.dz.

# La page d’accueil, arrangée.
shelf-liked = Les genres préférés de chacun
home-shelf-unknown = Ce rayon n’existe pas.
home-too-many-shelves = Il y a déjà 20 rayons à vous. Supprimez-en un d’abord.
home-source-unknown = Rien de tel dans la librairie.
home-until-wrong = Le dernier jour vient avant le premier.
home-too-many-books = Un rayon contient 60 livres au plus.
home-title-missing = Saisissez un titre, ou n’affichez pas le rayon dans cette langue.
home-title-long = Un titre compte 80 caractères au plus.
home-locale-missing = Choisissez au moins une langue.
home-book-unknown = Ce livre n’existe pas.
