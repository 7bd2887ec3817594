# The books: refusals.

changed-meanwhile = { $by } changed this meanwhile: { $fields }. Look at it as it is now, then change it again.
not-undoable = This cannot be undone.
held = Somebody has this book, so it cannot be a draft. Withdraw it instead: its owners keep it.
not-a-draft = Only a draft can be thrown away. Withdraw the book instead.
not-there = There is no such book any more.
failed = It could not be saved. Try again.
bulk-too-many = Choose at most 200 books.
bulk-genre-missing = Choose a genre.
bulk-price-missing = Type a price.
cover-missing = Choose a picture.
cover-kind = The picture has to be JPEG, PNG, WebP or GIF.
cover-too-large = This picture is too large. It may have 20 MB.
cover-damaged = This picture is damaged.

# What was done, in the history and the audit log.

log-book = Book
log-add = Added a book
log-change = Changed a book
log-publish = Published a book
log-withdraw = Withdrew a book
log-put-back = Made a book a draft again
log-price = Changed a price
log-cover = Changed a cover
log-undo = Undid a change
log-remove = Threw a draft away

field-title = Title
field-subtitle = Subtitle
field-contributors = Authors
field-genres = Genres
field-publisher = Publisher
field-series = Series
field-isbn = ISBN
field-description = Description
field-language = Language
field-release-date = Published on
field-page-count = Pages
field-price = Price
field-status = Status
field-cover = Cover

status-draft = Draft
status-published = In the shop
status-withdrawn = Withdrawn
cover-drawn = Drawn by the shop
cover-own = A picture of its own
series-number = { $series }, no. { $number }

# The list.

add = Add books
add-by-hand = Enter a book by hand
export = Export
search = Title, author or ISBN
genre = Genre
format = Format
missing = Lacking
all = All
book = Book
sales = Sold
rating = Rating
updated = Changed
publish = Publish
withdraw = Withdraw
set-price = Set the price
add-genre = Add the genre
remove-genre = Remove the genre
caption = The books of the shop
choose = Choose
parts = Parts of the list
first = To the beginning
next = Next
empty = There are no books yet. Drop the files in, and the rest is read from them.
none-found = No book fits.
show-all = Show all books
no-price = No price
no-file = No file
free = Free
missing-any = Nothing in particular
missing-files = A file
missing-cover = A cover of its own
missing-description = A description
missing-price = A price
bulk-none = Choose some books first.
back-to-list = Back to the list
was-so = It was so already

# A book.

see-page = See its page
preview = Preview
warning-no-file = There is no file yet, so nobody can read it.
warning-before = There is no file yet. Once published, the book can be seen and not be read.
tabs = About this book
tab-metadata = Details
tab-offer = Price and status
tab-files = Files
tab-history = History
save = Save
save-over = Your words are still in the form. If you save again, they take the place of these.

# Its form.

typed-kept = Kept as a draft
typed-not-kept = The draft could not be kept
typed-restored = Here is what you typed { $when } and have not saved.
typed-meanwhile = This was changed since then: { $fields }.
typed-throw = Throw it away
description-hint = Leave a line empty between paragraphs.
people-hint = In the order in which the book names them.
person-add = Add a person
person-name = Name { $number }
person-role = What person { $number } did
person-up = Move { $name } up
person-remove = Remove { $name }
role-author = Author
role-translator = Translator
role-illustrator = Illustrator
role-editor = Editor
role-narrator = Narrator
role-contributor = Contributor
genre-first = Main genre
genre-none = None
genres-all = All genres
series-place = Number in the series
number-wrong = Type a number, such as 2 or 2.5.
isbn-hint = 10 or 13 digits
date-hint = 2024, 2024-05 or 2024-05-31
pages-hint = 312 or 180-210
language-unknown = Not known

# A new one.

new-lead = It becomes a draft. All but the title can come later.
new-begin = Begin

# Price and status.

price-in = Price in { $currency }
price-hint = 0 gives the book away.
price-save = Save the price
prices = What it has cost
about-draft = Only the shop’s people see it.
about-published = Everybody sees it, and it can be bought.
about-withdrawn = It is sold no more. Whoever has it keeps it.
put-back = Make it a draft again

# Its cover.

cover-is-drawn = The shop draws this cover from the title and the authors, as long as the book has no picture.
cover-is-own = The book has a picture of its own.
cover-draw = Have it drawn again

# Its history.

history-empty = Nothing was changed yet.
undo = Undo
undo-label = Undo: { $what }, { $when }
on-command-line = on the command line
undone = Undone
undo-meanwhile = It cannot be undone, because { $by } changed this since: { $fields }.

# Throwing it away.

remove = Throw the draft away
remove-title = Throw “{ $title }” away?
remove-what = What goes with it:
remove-words = all that was typed about it, and its history
remove-files = its files: { $formats }
remove-cover = its cover
remove-final = This cannot be undone.

# How much of a file anybody may read.
log-sample = Length of the sample changed
field-sample-epub = Sample of the EPUB
field-sample-pdf = Sample of the PDF
