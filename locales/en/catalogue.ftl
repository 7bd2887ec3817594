# Words of the catalogue's pages.

browse = Browse
browse-description = Genres, languages, series, authors and publishers of the shop.
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
sort-needs-series = This order needs a series.
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
similar = Similar books
pages = Length
release-date = Published
role-translator = Translation
role-illustrator = Illustrations
role-editor = Editing
role-narrator = Narration
role-other = With
price-elsewhere = Its price is { $price }; it cannot be bought here yet.
not-yet-available-note = There is no file of this book yet.
book-summary = { $title }, a book by { $authors }.
cover-of = Cover of { $title }


# For who owns a book, or may own it for nothing.

continue-at = Continue { $percent }
read-again = Read again
add-to-library = Add to library
withdrawn-note = This book is sold no more. It stays yours to read.

# What is wrong with a change of a book.

edit-title-missing = Type a title.
edit-name-missing = Type a name.
edit-too-long = This is too long.
edit-too-many = These are too many.
edit-role-wrong = A role is a code of three letters, such as aut.
edit-authors-twice = Send either authors or contributors.
edit-unknown = There is nobody and nothing with this key.
edit-genre-unknown = The shop has no such genre.
edit-number-wrong = A number in a series is between 0 and 100,000.
edit-pages-wrong = Type a number of pages, such as 312 or 180-210.
edit-date-wrong = Type a date, such as 2024, 2024-05 or 2024-05-31.
edit-language-wrong = Type a language, such as ar, fr or en.
edit-isbn-wrong = An ISBN has 10 or 13 digits.
edit-isbn-check = The last digit does not agree with the others. Check the number.
edit-isbn-taken = “{ $title }” has this number already.
edit-price-needed = A book in the shop needs a price; 0 gives it away.
edit-price-shape = Type a price, such as 950 or 950.50.
edit-price-wrong = This price is too high.
edit-currency-wrong = The shop does not sell in this currency.
edit-sample-no-file = The book has no such file.
edit-sample-long = A sample is not the whole book: 90 percent at most, and not up to the last part.
edit-sample-wrong = Choose how long the sample is.

# What a name cannot be.
name-unfit = Names of this kind have none.
name-language = Names are told in en, fr and ar.
name-taken = { $name } is called so already. Put the two together instead.
name-other-taken = Somebody or something else is called “{ $name }” already.
name-slug-wrong = Only small letters, digits and hyphens, and at least one letter.
name-slug-missing = Type a word for addresses, such as poetry.
name-slug-number = A word of digits alone would be taken for a number: add a letter.
name-slug-taken = Another genre has this word, or had it.
name-same = These are one and the same.
name-books-missing = Choose some books.
name-books-unknown = One of these books does not stand under this name.
