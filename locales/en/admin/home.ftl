# The front page, arranged: refusals.

changed-meanwhile = { $by } changed the front page meanwhile. Look at it as it is now, then do it again.
not-for-this-shelf = This shelf is one of the program’s own: it can be moved and hidden, but not that.
too-old = The page as it was then is not kept any more.
day-wrong = That is no day. Write it like 2026-12-01.
until-wrong = The last day comes before the first.
source-missing = Say which: by its key or by its name.
source-unknown = The shop does not have that.

# What was done, in the history and the audit log.

title = Front page
log-move = Shelves put in another order
log-hide = Shelf hidden
log-show = Shelf shown
log-add = Shelf added
log-change = Shelf changed
log-remove = Shelf removed
log-books = Books of a shelf chosen
log-pin = Book put in front
log-unpin = Book taken off a shelf
log-undo = Front page put back
field-order = Order
field-shelf = Shelf
field-shelves = Shelves
field-titles = Titles
field-locales = Shown in
field-hidden = Hidden
field-source = Made of
field-books = Books
yes = yes
no = no
none = none
gone = no longer there
of-genre = Genre: { $name }
of-author = Author: { $name }
of-series = Series: { $name }
of-publisher = Publisher: { $name }
since = from { $from }
up-to = until { $until }
between = from { $from } until { $until }

# The shelves.

lead = Which shelves the front page shows, in which order, and which books stand in front.
shelves = Shelves of the front page
add-shelf = Add a shelf
continue-reading = Continue reading
continue-hint = Always on top, for whoever is reading a book.
keys-hint = In a row, Alt with the arrow keys moves the shelf.
saved = The front page is saved.
move-up = Move “{ $name }” up
move-down = Move “{ $name }” down
hide = Hide
hide-shelf = Hide “{ $name }”
show = Show
show-shelf = Show “{ $name }”
state-shown = On the page
state-hidden = Hidden
state-later = Not yet
state-over = Over
hint-for-you = For each reader their own. Whoever has none yet sees the editors’ picks.
hint-liked = For readers who chose genres.
hint-picks = Once at the top for whoever has no recommendations, otherwise here.
hint-viewed = For each reader their own.
no-books = No books yet: not shown.
books-of = { $count ->
    [one] one book
   *[other] { $count } books
}
books-in-front = { $count ->
    [one] one book in front
   *[other] { $count } books in front
}

# The preview.

preview = Preview
preview-lead = The page as a visitor will see it on a day.
preview-day = Day
preview-of = Preview: { $day }
preview-hint = As a visitor sees the page. Nobody but the shop’s people can open this one.
preview-back = Back to the shelves

# What was changed.

changes = Last changes
changes-lead = Putting back brings the whole page to what it was before that change. That is a change, too, and can be taken back.
put-back = Put back
put-back-label = Put the page back as it was before: { $what }, { $when }

# A shelf.

new-lead = It stands on top at first. Its books are chosen in the next step.
begin = Add the shelf
save = Save
title-in = Title ({ $language })
shown-in = Show in the page ({ $language })
source = What stands on it
source-none = Only the books chosen one by one
genre = The newest of a genre
author = The newest of an author
series = A series, in its order
publisher = The newest of a publisher
which = Which
genre-choose = Choose a genre
from = From
from-hint = The first day. Empty: at once.
until = Until
until-hint = The last day. Empty: for good.
books = Books
in-front = Books in front
facts = Title, content and dates
when = Dates of the shelf
is-hidden = This shelf is hidden.
about-best = They stand before the best sellers and carry no rank.
about-list = Only what is in the shop is shown.
about-front = They stand before the shelf’s other books.
none-chosen = None yet.
find = Search
find-label = Title, author or ISBN
none-found = No book matches.
choose = Add
choose-book = Add “{ $title }”
is-chosen = On the shelf
unchoose-book = Take “{ $title }” off
always = Always
dates-save = Save the dates
remove = Remove the shelf
remove-title = Remove the shelf “{ $name }”?
remove-what = It disappears from the front page in every language, with its titles and dates.
remove-books = { $count ->
    [one] One book was chosen for it. The book itself stays in the shop.
   *[other] { $count } books were chosen for it. The books themselves stay in the shop.
}
remove-later = The last changes on the page of the shelves can put it back.

# On the page of a book.

pin-title = On the front page
pin-lead = In front of a shelf, at once or on certain days.
pin-not-sold = It appears there once it is in the shop.
pin-to = Shelf
pin = Pin on the front page
unpin = Take off
unpin-from = Take off “{ $name }”
