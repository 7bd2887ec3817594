# Words of the catalogue's pages.

browse = Browse
browse-description = The genres, languages, series, authors and publishers in the shop.
genres = Genres
authors = Authors
authors-description = All authors whose books are in the shop.
languages = Languages
all-series = Series
series-description = All series whose books are in the shop.
publishers = Publishers
publishers-description = All publishers whose books are in the shop.
index-empty = There is nothing here yet.
genre = Genre
author = Author
publisher = Publisher
series = Series
books = { $count ->
    [one] 1 book
   *[other] { $count } books
}
shop-empty = There are no books in the shop yet.

# Lists and their filters.
list-description = { $kind }: { $name }
list-empty = There are no books here yet.
list-empty-filtered = No book matches these filters.
list-show-all = Show all books
sort = Sort by
sort-newest = Newest first
sort-title = Title
sort-price-asc = Price, lowest first
sort-price-desc = Price, highest first
sort-rating = Best rated
sort-best-selling = Best selling
sort-series = Order in the series
sort-needs-series = This order is for the books of one series.
rating = Rating
rating-any = Any rating
rating-at-least = { $stars ->
    [one] { $stars } star and more
   *[other] { $stars } stars and more
}
rating-out-of-range = A rating is between 0 and 5.
language = Language
language-any = All languages
format = Format
format-any = All formats
price = Price
price-any = All prices
price-free = Free
price-paid = Paid

# A book's page.
read = Read
read-sample = Read a sample
series-place = No. { $number } of { $series }
page-count = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
page-range = { $min }–{ $max } pages
facts = About this book
more-in-series = More in { $series }
more-by-author = More by { $author }
similar = Similar books
pages = Length
release-date = Published
role-translator = Translation
role-illustrator = Illustrations
role-editor = Editing
role-narrator = Narration
role-other = With
price-elsewhere = It costs { $price }, but cannot be bought here yet.
not-yet-available-note = This book has no file yet.
payments-off-note = The shop takes no payments at the moment, so this book cannot be bought. Free books are still available.
book-summary = { $title }, a book by { $authors }.
cover-of = Cover of { $title }


# For who owns a book, or may own it for nothing.

continue-at = Continue { $percent }
read-again = Read again
add-to-library = Add to library
withdrawn-note = This book is no longer sold. You can still read it.

# What is wrong with a change of a book.

edit-title-missing = Enter a title.
edit-name-missing = Enter a name.
edit-too-long = This is too long.
edit-too-many = That is too many.
edit-role-wrong = A role is a code of three letters, such as aut.
edit-authors-twice = Send either authors or contributors.
edit-unknown = Nobody and nothing has this number.
edit-genre-unknown = The shop has no such genre.
edit-number-wrong = A number in a series is between 0 and 100,000.
edit-pages-wrong = Enter a number of pages, such as 312 or 180-210.
edit-date-wrong = Enter a date, such as 2024, 2024-05 or 2024-05-31.
edit-publish-wrong = Enter a date and a time, such as 2026-12-01T10:00:00+01:00.
edit-publish-past = This time is past. Choose a later one.
edit-publish-there = This book is in the shop already.
edit-language-wrong = Enter a language, such as ar, fr or en.
edit-isbn-wrong = An ISBN has 10 or 13 digits.
edit-isbn-check = The last digit does not match the others. Check the number.
edit-isbn-taken = “{ $title }” already has this number.
edit-price-needed = A book in the shop needs a price; 0 makes it free.
edit-price-needed-then = A book that is to be published needs a price; 0 makes it free.
edit-price-shape = Enter a price, such as 950 or 950.50.
edit-price-wrong = This price is too high.
edit-currency-wrong = The shop does not sell in this currency.
edit-sample-no-file = The book has no such file.
edit-sample-long = A sample cannot be the whole book: 90% at most, and not up to the last part.
edit-sample-wrong = Choose how long the sample should be.

# What a name cannot be.
name-unfit = Names of this kind do not have this.
name-language = Names are given in English (en), French (fr) and Arabic (ar).
name-taken = { $name } already has this name. Merge the two instead.
name-other-taken = Somebody or something else is already called “{ $name }”.
name-slug-wrong = Only lower-case letters, digits and hyphens, with at least one letter.
name-slug-missing = Enter a word for addresses, such as poetry.
name-slug-number = A word of digits alone would be taken for a number: add a letter.
name-slug-taken = Another genre has or had this word.
name-same = These are one and the same.
name-books-missing = Choose some books.
name-books-unknown = One of these books is not under this name.
