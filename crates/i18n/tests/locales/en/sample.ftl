# Shown on the button below the price.
add-to-cart = Add to cart
    .label = Add { $title } to the cart
welcome = Welcome to { -brand }
book-count = { $count ->
    [one] { $count } book
   *[other] { $count } books
}
shelf = { $name } · { book-count }
empty-cart = { $count ->
    [0] Nothing here
    [one] One book for { $total }
   *[other] { $count } books for { $total }
}
format = { $format ->
    [epub] Reads on any screen
   *[other] Keeps its pages
}
page-of = Page { NUMBER($page) } of { NUMBER($pages) }
likes = { $name } and { $count ->
    [one] one other reader like
   *[other] { $count } other readers like
} this
