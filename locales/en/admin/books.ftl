# The books: refusals.

changed-meanwhile = { $by } has changed this in the meantime: { $fields }. Look at it as it is now, then change it again.
not-undoable = This change cannot be undone.
held = A reader owns this book, so it cannot be a draft. Withdraw it instead: its owners keep it.
not-a-draft = Only a draft can be deleted. Withdraw the book instead.
not-there = This book no longer exists.
failed = It could not be saved. Try again.
bulk-too-many = Choose at most 200 books.
bulk-genre-missing = Choose a genre.
bulk-price-missing = Enter a price.
cover-missing = Choose a picture.
cover-kind = The picture must be a JPEG, PNG, WebP or GIF.
cover-too-large = This picture is too large: at most 20 MB.
cover-damaged = This picture is damaged.

# What was done, in the history and the audit log.

log-book = Book
log-add = Book added
log-change = Book changed
log-publish = Book published
log-schedule = Time of publication set
log-unschedule = Time of publication cancelled
log-publish-due = Book published at its set time
log-publish-missed = Book could not be published at its set time
log-withdraw = Book withdrawn
log-put-back = Book made a draft again
log-price = Price changed
log-cover = Cover changed
log-undo = Change undone
log-remove = Draft deleted

field-title = Title
field-subtitle = Subtitle
field-contributors = Authors
field-genres = Genres
field-publisher = Publisher
field-series = Series
field-isbn = ISBN
field-description = Description
field-language = Language
field-release-date = Published
field-page-count = Pages
field-price = Price
field-status = Status
field-publish-at = To be published
field-cover = Cover

status-draft = Draft
status-published = In the shop
status-withdrawn = Withdrawn
scheduled-for = Scheduled for { $when }
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
missing = Missing
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
price-deed = Set
genre-add-deed = Add
genre-remove-deed = Remove
caption = The books of the shop
choose = Choose
parts = Pages of the list
first = Back to the beginning
next = Next page
empty = There are no books yet. Add the files: the details are read from them.
none-found = No book matches.
show-all = Show all books
no-price = No price
no-file = No file
free = Free
missing-any = Nothing
missing-files = A file
missing-cover = A cover of its own
missing-description = A description
missing-price = A price
missing-publication = Publication at its set time
bulk-none = Choose some books first.
back-to-list = Back to the list
was-so = It was like this already

# A book.

see-page = See its page
preview = Preview
warning-no-file = There is no file yet, so nobody can read this book.
warning-missed = It was to be published on { $when }, and could not be. Check its price, then publish it or set another time.
warning-before = There is no file yet. Once published, the book can be seen but not read.
tabs = About this book
tab-metadata = Details
tab-offer = Price and status
tab-files = Files
tab-history = History
save = Save
save-over = What you wrote is still in the form. If you save again, it replaces what is there now.

# Its form.

typed-kept = Kept, but not saved yet
typed-not-kept = Could not be kept
typed-restored = Here is what you wrote { $when } and have not saved.
typed-meanwhile = This has changed since then: { $fields }.
typed-throw = Discard
description-hint = Leave an empty line between paragraphs.
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
number-wrong = Enter a number, such as 2 or 2.5.
isbn-hint = 10 or 13 digits
date-hint = 2024, 2024-05 or 2024-05-31
pages-hint = 312 or 180-210
language-unknown = Unknown

# A new one.

new-lead = It becomes a draft. Everything but the title can come later.
new-begin = Add the book

# Price and status.

price-in = Price in { $currency }
price-hint = 0 makes the book free.
price-save = Save the price
prices = Previous prices
about-draft = Only the shop’s team sees it.
about-published = Everybody sees it, and it can be bought.
about-withdrawn = It is no longer sold. Whoever owns it keeps it.
put-back = Make it a draft again

# At a set time.

schedule-title = Publish at a set time
schedule-lead = Nothing changes until then; at that time the book comes into the shop by itself.
schedule-set = It will be published on { $when }, Algiers time.
schedule-at = Day and time
schedule-hint = In Algiers time.
schedule-save = Set the time
schedule-cancel = Cancel the set time
schedule-wrong = Enter a day and a time.

# Its cover.

cover-is-drawn = The shop draws this cover from the title and the authors, as long as the book has no picture.
cover-is-own = The book has a picture of its own.
cover-draw = Draw it again

# Its history.

history-empty = Nothing has been changed yet.
undo = Undo
undo-label = Undo: { $what }, { $when }
on-command-line = on the command line
undone = Undone
undo-meanwhile = This cannot be undone, because { $by } has changed it since: { $fields }.

# Throwing it away.

remove = Delete the draft
remove-title = Delete “{ $title }”?
remove-what = What is deleted with it:
remove-words = everything written about it, and its history
remove-files = its files: { $formats }
remove-cover = its cover
remove-final = This cannot be undone.

# How much of a file anybody may read.
log-sample = Length of the sample changed
field-sample-epub = Sample of the EPUB
field-sample-pdf = Sample of the PDF
