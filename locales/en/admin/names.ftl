# Names that books stand under: authors, genres, publishers, series.

authors = Authors
genres = Genres
publishers = Publishers
series = Series
kinds = Kinds of names
lead = Who wrote the books, what they are about, who published them, and which belong together.
add = Add
export = Export (CSV)
search = Name
all = All
books = Books
without-books = Without books
column-key = Number
name = Name
column-in-shop = Books in the shop
position = Position
move-up = Move { $name } up
move-down = Move { $name } down
empty = There are none yet. They are added with the books.
none-found = No name matches.
show-all = Show all
pairs-wait = { $count ->
    [one] { $count } pair of names may mean the same thing
   *[other] { $count } pairs of names may mean the same thing
}

# A new one.
new-author = New author
new-genre = New genre
new-publisher = New publisher
new-series = New series

# One.
tabs = About this name
tab-details = Details
see-page = See its page
in-shop = { $count ->
    [one] { $count } book in the shop
   *[other] { $count } books in the shop
}
not-in-shop = { $count ->
    [one] { $count } that is not
   *[other] { $count } that are not
}
save = Save
sort-name = Sorted as
sort-name-hint = Such as Camus, Albert. Left empty, the family name comes first.
elsewhere = In other languages
elsewhere-hint = Where the name is written differently, its page shows it so and the search finds it.
about = What it is about
slug = Word in addresses
slug-hint = Lower-case letters, digits and hyphens. The previous word still leads to it.
slug-unfit = Only genres have a word in addresses.
other-names = Other names
other-names-hint = One per line. The search, files and lists find it by these too.
changed-since = Somebody has changed this since it was read.
changed-meanwhile = Somebody has changed this in the meantime. What you wrote is still in the form: if you save again, it replaces what is there now.
has-books = { $count ->
    [one] { $count } book is under this name, so it cannot be deleted. Merge it with another one instead.
   *[other] { $count } books are under this name, so it cannot be deleted. Merge it with another one instead.
}

# Putting together.
merge = Merge
merge-lead = If two names mean the same thing, merge one into the other.
merge-into = The name that stays
choose = Choose
merge-go = Merge
merge-unknown = There is no other such name.
merge-title = Merge “{ $from }” into “{ $into }”?
merge-books = { $count ->
    [one] { $count } book moves.
   *[other] { $count } books move.
}
merge-link = Links to “{ $from }” will always lead to “{ $into }”.
merge-called = “{ $from }” becomes another name of “{ $into }”: the search, files and lists find it by that name.
merge-readers = { $count ->
    [one] { $count } reader who chose it will have the other one.
   *[other] { $count } readers who chose it will have the other one.
}
merge-numbers = The books keep their numbers. Check them afterwards.
merge-final = This cannot be undone. The log records which books moved.
merge-round = The other way round: merge “{ $from }” into “{ $into }”

# What may be the same.
pairs = Possible duplicates
pairs-lead = Names that may mean the same thing. They are looked for whenever a name is added or changed.
pairs-none = No two names look alike.
pairs-refuse = Not the same
like-same = The same, written differently
like-order = The same words in another order
like-initials = One has initials
like-letter = One letter differs

# Parting.
no-books = No books are under this name.
split = Move books to another name
split-lead = If one name means two things, choose the books that belong to the other.
split-books = Which books
split-to = To which name
split-hint = An existing name, or a new one.
split-go = Move them
numbers = Numbers in the series
number-of = Number of { $title }
numbers-save = Save the numbers

# Throwing away.
remove = Delete
remove-title = Delete “{ $name }”?
remove-what = No books are under it. Its other names are deleted with it, and old links to it lead nowhere. This cannot be undone.
remove-readers = { $count ->
    [one] { $count } reader has chosen it, and will no longer have it.
   *[other] { $count } readers have chosen it, and will no longer have it.
}

# The audit log.
log-author = Author
log-genre = Genre
log-publisher = Publisher
log-series = Series
log-add = Name added
log-change = Name changed
log-merge = Names merged
log-split = Books moved to another name
log-number = Series numbered
log-remove = Name deleted
log-not-same = Names marked as different
log-names = Names by language
log-descriptions = What it is about
log-merged = What was merged into it
log-into = Moved to
log-titles = Titles
log-books-of-both = Books that had both
log-not-same-as = Not the same as
