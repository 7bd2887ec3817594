# The home page and its lists.

home-title = Books to read and to keep
home-description = E-books in Arabic, French and English: browse, read a sample, and read on any device.
tab-for-you = For you
tab-new = New
tab-best = Best sellers
tab-free = Free
shelf-new = New in the shop
shelf-genres = Genres
list-description = { $list }: books of the shop.
shop-empty = There are no books in the shop yet.
free-empty = No book is free at the moment.
best-empty = Nothing has been sold yet. The first best sellers will stand here.
see-new = See what is new

# What readers keep, and their history.
account = Account
favourites = Favourites
favourites-search = Search in your favourites
favourites-empty = No favourites yet. The heart below a book puts it here.
read-later = Read later
read-later-search = Search in what you keep for later
read-later-empty = Nothing kept for later yet. “Read later” on a book’s page puts it here.
list-full = This list is full: { NUMBER($most) } books.
sought-too-long = A search may have 200 characters.
nothing-found = Nothing here matches “{ $q }”.
show-all = Show all
browse-books = Browse the books
history = History
history-viewed = Viewed
history-read = Read
history-searches = Searches
history-search = Search in your history
history-viewed-empty = The books whose pages you open will be listed here.
history-read-empty = The books that you mark as read will be listed here.
history-searches-empty = What you search for will be listed here.
history-pause = Pause the history
history-resume = Keep it again
history-paused = The history is paused
history-paused-since = Since { $date } nothing is written down of what you open and search for.
today = Today
yesterday = Yesterday
last-days = Last 7 days
clear-viewed = Clear the viewed books
clear-viewed-title = Clear the list of viewed books?
clear-viewed-body = All entries go at once, on all your devices. This cannot be undone.
clear-read = Clear the read books
clear-read-title = Clear the list of read books?
clear-read-body = No book will be marked as read any more. This cannot be undone.
clear-searches = Clear the searches
clear-searches-title = Clear the list of searches?
clear-searches-body = All searches go at once, on all your devices. This cannot be undone.
row-favourites-hint = What you like, and what it cost
row-read-later-hint = For another day
row-history-hint = Viewed, read, searched for
kept-lists = Your favourites, what you keep for later, and your history.

# The shelves.
shelf-for-you = Recommended for you
shelf-picks = Editors’ picks
shelf-best = Best sellers
shelf-viewed = Recently viewed
choose-genres-title = Which books do you like?
choose-genres-text = Choose some genres, and the shop will find books for you.
choose-genres = Choose genres
because-read = Because you read { $title }
because-liked = Because you liked { $title }
because-bought = Because you bought { $title }
because-kept = Because you keep { $title }
because-author = More by { $name }
because-series = From the series { $name }
because-genre = From a genre of yours: { $name }
because-popular = Popular in the shop
because-taste = Suits what you like
because-picked = Editors’ pick
for-you-empty = Nothing is recommended to you yet. Choose genres, rate or keep some books, and look again in a minute.
best-week = What sold best in the last 7 days
best-month = What sold best in the last 30 days
best-all = What sold best of all time
best-week-free = Free books: what was taken most in the last 7 days
best-month-free = Free books: what was taken most in the last 30 days
best-all-free = Free books: what was taken most of all time
span-label = Time
span-week = 7 days
span-month = 30 days
span-all = All time
best-price = Price
best-paid = For sale
best-free = Free
best-language = Language
language-any = Any language
best-format = Format
format-any = Any format
best-empty-span = Nothing was sold in this time.
best-empty-filtered = None of the best sellers matches these filters.
best-show-all = Show all best sellers

# Searching.

search-title = Search
search-of = “{ $text }”: search
search-field = Search for books, authors, series
search-too-long = A search has up to 200 characters.
search-rating-out-of-range = A rating is from 0 to 5.
search-results = Results for “{ $text }”
search-best = Best match
search-books = Books
search-authors = Authors
search-series = Series
search-meant = Did you mean { $text }?
search-nothing = Nothing was found for “{ $text }”.
search-nothing-hint = Fewer words, or another spelling, may find it.
search-drop-filters = Search without filters
search-partial = The search is being prepared: for now it finds titles by their beginning. Soon it will find more.
search-recent = Your last searches
search-recent-remove = Remove “{ $text }” from your searches
search-popular = Often asked for
search-more = More results
search-sort-relevance = Best match
search-sort-newest = Newest
search-sort-price-asc = Price: low to high
search-sort-price-desc = Price: high to low
search-sort-rating = Best rated
search-sort-best-selling = Best selling
search-any-genre = Any genre
search-any-rating = Any rating
search-any-availability = Any
search-rating = Rating
search-rating-at-least = { $stars ->
    [one] { $stars } star and more
   *[other] { $stars } stars and more
}
search-availability = Availability
search-available = Can be read now
search-announced = Announced
search-price-to = Up to { $price }
search-price-between = { $low } to { $high }
search-price-from = Over { $price }
search-kind-book = Book
search-kind-author = Author
search-kind-series = Series
search-kind-genre = Genre
search-kind-recent = Searched before
search-suggestions = { $count ->
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
