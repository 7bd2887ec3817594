# The home page and its lists.

home-title = Books to read and to keep
home-description = E-books in Arabic, French and English: browse, read a sample, and read on any device.
tab-for-you = For you
tab-new = New
tab-best = Best sellers
tab-free = Free
shelf-new = New in the shop
shelf-free = Free to read
shelf-genres = Genres
reason-new = New in the shop
list-description = { $list }: books of the shop.
shop-empty = There are no books in the shop yet.
free-empty = No book is free at the moment.
best-empty = Nothing has been sold yet. The first best sellers will stand here.
see-new = See what is new
