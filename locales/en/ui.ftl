# Words of the frame and of the components that every page shares.

skip-to-content = Skip to the content
home-link = { $shop }, front page
back = Back
back-to = Back to { $title }

# The main destinations.
navigation = Main
nav-home = Home
nav-browse = Browse
nav-library = Library
nav-account = Account
rail = Lists of books
breadcrumb = You are here

# The foot of every page.
footer = About this shop
language = Language
theme = Colours
theme-auto = As on this device
theme-light = Light
theme-dark = Dark

# Shelves and lists.
see-all = See all
see-all-of = See all: { $title }
shelf-previous = Previous books
shelf-next = More books
load-more = Load more
loading = Loading…
load-failed = The next books could not be fetched. Try again.
results = { $count ->
    [0] No books
    [one] 1 book
   *[other] { $count } books
}

# What a book costs and how it stands.
free = Free
not-yet-available = Not yet available
not-for-sale = Not for sale here
price-was = Before: { $price }
badge-new = New
badge-owned = Yours
badge-rank = No. { $rank }

# Rating and talk, on cards and on the book’s page.
rated = Rated { $average } out of 5 by { $count ->
    [one] 1 reader
   *[other] { $count } readers
}
comments = { $count ->
    [0] no comments
    [one] 1 comment
   *[other] { $count } comments
}
out-of-five = out of 5
histogram-row = { $stars ->
    [one] 1 star
   *[other] { $stars } stars
}
favourite-add = Add to favourites: { $title }
favourite-remove = Remove from favourites: { $title }
progress-read = { $percent } read

# Text that unfolds.
read-more = Read more
read-less = Read less
spoiler = Spoiler: show it

# Share.
share = Share
share-heading = Share this book
share-address = Link to this book
share-copy = Copy the link
share-copied = Link copied
share-mail = E-mail
close = Close

# Filters.
filter = Filter
filters = Filters
filter-show = Show the books
filter-clear = Clear all
filter-remove = Remove: { $label }
filter-applied = Filters in use
sort = Sort by

# Forms and notices.
optional = optional
form-problems = { $count ->
    [one] One thing needs correcting
   *[other] { $count } things need correcting
}
error-prefix = Error: { $title }
dismiss = Dismiss
