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
