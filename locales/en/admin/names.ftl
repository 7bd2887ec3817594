# Names that books stand under: authors, genres, publishers, series.

authors = Authors
genres = Genres
publishers = Publishers
series = Series
kinds = Kinds of names
lead = Who wrote the books, what they are about, who brings them out, and what belongs together.
add = Add
export = Export (CSV)
search = Name
all = All
books = Books
without-books = Without books
column-key = Number
name = Name
column-in-shop = Books in the shop
position = Place
move-up = Move { $name } up
move-down = Move { $name } down
empty = There are none yet. They come with the books.
none-found = No name fits.
show-all = Show all
pairs-wait = { $count ->
    [one] { $count } pair may mean the same
   *[other] { $count } pairs may mean the same
}

# A new one.
new-author = A new author
new-genre = A new genre
new-publisher = A new publisher
new-series = A new series

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
sort-name-hint = Such as Camus, Albert. Left empty, the family name comes first by itself.
elsewhere = In other languages
elsewhere-hint = Where the name is written otherwise, its page shows it so, and the search finds it.
about = What it is about
slug = Word in addresses
slug-hint = Small letters, digits and hyphens. The word before leads there further on.
slug-unfit = Only genres have a word in addresses.
other-names = Other names
other-names-hint = One a line. The search, files and lists find it by these, too.
changed-since = Somebody changed this since it was read.
changed-meanwhile = Somebody changed this meanwhile. Your words are still in the form: if you save again, they take the place of what is there.
has-books = { $count ->
    [one] { $count } book stands under this name, so it cannot be thrown away. Put it together with another one instead.
   *[other] { $count } books stand under this name, so it cannot be thrown away. Put it together with another one instead.
}

# Putting together.
merge = Put together
merge-lead = If two names mean the same, one goes into the other.
merge-into = The name that stays
choose = Choose
merge-go = Put together
merge-unknown = There is no other such name.
merge-title = Put “{ $from }” into “{ $into }”?
merge-books = { $count ->
    [one] { $count } book moves.
   *[other] { $count } books move.
}
merge-link = Links to “{ $from }” lead to “{ $into }”, for ever.
merge-called = “{ $from }” becomes another name: the search, files and lists find “{ $into }” by it.
merge-readers = { $count ->
    [one] { $count } reader who chose it has the other one then.
   *[other] { $count } readers who chose it have the other one then.
}
merge-numbers = The books keep their numbers. Look at them afterwards.
merge-final = This is final. The log keeps which books moved.
merge-round = The other way round: put “{ $from }” into “{ $into }”

# What may be the same.
pairs = Possible duplicates
pairs-lead = Names that may mean the same. They are looked for when a name is new or changes.
pairs-none = No two names look like the same.
pairs-refuse = Not the same
like-same = The same, written otherwise
like-order = The same words in another order
like-initials = One has initials
like-letter = One letter differs

# Parting.
no-books = No book stands under this name.
split = Give books to another name
split-lead = If one name means two, choose the books that belong to the other.
split-books = Which books
split-to = To whom
split-hint = A name that is there, or a new one.
split-go = Give them
numbers = Numbers in the series
number-of = Number of { $title }
numbers-save = Save the numbers

# Throwing away.
remove = Throw away
remove-title = Throw “{ $name }” away?
remove-what = No book stands under it. Its other names go with it, and old links to it lead nowhere then. This cannot be undone.
remove-readers = { $count ->
    [one] { $count } reader has chosen it, and will not have it any more.
   *[other] { $count } readers have chosen it, and will not have it any more.
}

# The audit log.
log-author = Author
log-genre = Genre
log-publisher = Publisher
log-series = Series
log-add = Added a name
log-change = Changed a name
log-merge = Put names together
log-split = Gave books to another name
log-number = Numbered a series
log-remove = Threw a name away
log-not-same = Told two names apart
log-names = Names by language
log-descriptions = About
log-merged = What went into it
log-into = Given to
log-titles = Titles
log-books-of-both = Books that had both
log-not-same-as = Not the same as
