# The front page, arranged: refusals.

changed-meanwhile = { $by } has changed the home page in the meantime. Look at it as it is now, then try again.
not-for-this-shelf = This shelf is built in: it can only be moved or hidden.
too-old = The page as it was then is no longer kept.
day-wrong = This is not a day. Write it like 2026-12-01.
until-wrong = The last day comes before the first.
source-missing = Say which one, by its number or its name.
source-unknown = The shop does not have that.

# What was done, in the history and the audit log.

title = Home page
log-move = Order of the shelves changed
log-hide = Shelf hidden
log-show = Shelf shown
log-add = Shelf added
log-change = Shelf changed
log-remove = Shelf deleted
log-books = Books of a shelf chosen
log-pin = Book pinned
log-unpin = Book removed from a shelf
log-undo = Home page restored
field-order = Order
field-shelf = Shelf
field-shelves = Shelves
field-titles = Titles
field-locales = Shown in
field-hidden = Hidden
field-source = Content
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

lead = Which shelves the home page shows, in which order, and which books are pinned.
shelves = Shelves of the home page
add-shelf = Add a shelf
continue-reading = Continue reading
continue-hint = Always at the top, for anyone who is reading a book.
keys-hint = In a row, Alt with the arrow keys moves the shelf.
saved = The home page is saved.
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
hint-for-you = Each reader has their own. Whoever has none yet sees the editors’ picks.
hint-liked = For readers who chose genres.
hint-picks = At the top for readers without recommendations, otherwise here.
hint-viewed = Each reader has their own.
no-books = No books yet, so it is not shown.
books-of = { $count ->
    [one] one book
   *[other] { $count } books
}
books-in-front = { $count ->
    [one] one pinned book
   *[other] { $count } pinned books
}

# The preview.

preview = Preview
preview-lead = The page as a visitor will see it on a given day.
preview-day = Day
preview-of = Preview: { $day }
preview-hint = The page as a visitor sees it. Only the shop’s team can open this preview.
preview-back = Back to the shelves

# What was changed.

changes = Last changes
changes-lead = Restoring brings the whole page back to what it was before that change. That is a change too, and can be undone.
put-back = Restore
put-back-label = Restore the page as it was before: { $what }, { $when }

# A shelf.

new-lead = It starts at the top. Its books are chosen in the next step.
begin = Add the shelf
save = Save
title-in = Title ({ $language })
shown-in = Show on the page ({ $language })
source = What it contains
source-none = Only the books chosen one by one
genre = Newest in a genre
author = Newest by an author
series = A series, in its order
publisher = Newest from a publisher
which = Which one
genre-choose = Choose a genre
from = From
from-hint = The first day. Left empty: at once.
until = Until
until-hint = The last day. Left empty: for good.
books = Books
in-front = Pinned books
facts = Title, content and dates
when = Dates of the shelf
is-hidden = This shelf is hidden.
about-best = They come before the best sellers and have no rank.
about-list = Only books in the shop are shown.
about-front = They come before the shelf’s other books.
none-chosen = None yet.
find = Search
find-label = Title, author or ISBN
none-found = No book matches.
choose = Add
choose-book = Add “{ $title }”
is-chosen = On the shelf
unchoose-book = Remove “{ $title }”
always = Always
dates-save = Save the dates
remove = Delete the shelf
remove-title = Delete the shelf “{ $name }”?
remove-what = It disappears from the home page in every language, with its titles and dates.
remove-books = { $count ->
    [one] One book was chosen for it. The book itself stays in the shop.
   *[other] { $count } books were chosen for it. The books themselves stay in the shop.
}
remove-later = It can be restored from the last changes on the shelves’ page.

# On the page of a book.

pin-title = On the home page
pin-lead = At the front of a shelf, at once or on certain days.
pin-not-sold = It will appear there once it is in the shop.
pin-to = Shelf
pin = Pin on the home page
unpin = Remove
unpin-from = Remove from “{ $name }”
