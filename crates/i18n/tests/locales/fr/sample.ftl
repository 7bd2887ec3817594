add-to-cart = Ajouter au panier
    .label = Ajouter { $title } au panier
welcome = Bienvenue chez { -brand } !
book-count = { $count ->
    [one] { $count } livre
    [many] { $count } de livres
   *[other] { $count } livres
}
shelf = { $name } : { book-count }
empty-cart = { $count ->
    [0] Rien ici
    [one] Un livre pour { $total }
    [many] { $count } de livres pour { $total }
   *[other] { $count } livres pour { $total }
}
format = { $format ->
    [epub] Se lit sur tout écran
   *[other] Garde ses pages
}
page-of = Page { NUMBER($page) } sur { NUMBER($pages) }
likes = { $name } et { $count ->
    [one] une autre personne aiment
    [many] { $count } d'autres personnes aiment
   *[other] { $count } autres personnes aiment
} cela
