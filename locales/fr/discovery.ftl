# La page d’accueil et ses listes.

home-title = Des livres à lire et à garder
home-description = Des livres numériques en arabe, en français et en anglais : parcourez les rayons, lisez un extrait, lisez partout.
tab-for-you = Pour vous
tab-new = Nouveautés
tab-best = Meilleures ventes
tab-free = Gratuit
shelf-new = Nouveautés
shelf-free = À lire gratuitement
shelf-genres = Genres
reason-new = Nouveau dans la librairie
list-description = { $list } : les livres de la librairie.
shop-empty = La librairie n’a pas encore de livres.
free-empty = Aucun livre n’est gratuit en ce moment.
best-empty = Rien n’a encore été vendu. Les premières meilleures ventes seront ici.
see-new = Voir les nouveautés
