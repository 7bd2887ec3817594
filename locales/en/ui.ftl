# Words of the frame and of the components that every page shares.

skip-to-content = Skip to the content
home-link = { $shop }, home page
back = Back
back-to = Back to { $title }

# The main destinations.
navigation = Main
nav-home = Home
nav-browse = Browse
nav-library = Library
nav-account = Account
rail = Lists of books
breadcrumb = You are here

# The foot of every page.
footer = About this shop
language = Language
theme = Colours
theme-auto = As on this device
theme-light = Light
theme-dark = Dark

# Shelves and lists.
see-all = See all
see-all-of = See all: { $title }
shelf-previous = Previous books
shelf-next = More books
load-more = Load more
loading = Loading…
load-failed = The next books could not be fetched. Try again.
results = { $count ->
    [0] No books
    [one] 1 book
   *[other] { $count } books
}

# What a book costs and how it stands.
free = Free
not-yet-available = Not yet available
not-for-sale = Not for sale here
price-was = Before: { $price }
badge-new = New
badge-owned = Yours
badge-rank = No. { $rank }

# Rating and talk, on cards and on the book’s page.
rated = Rated { $average } out of 5 by { $count ->
    [one] 1 reader
   *[other] { $count } readers
}
comments = { $count ->
    [0] no comments
    [one] 1 comment
   *[other] { $count } comments
}
out-of-five = out of 5
histogram-row = { $stars ->
    [one] 1 star
   *[other] { $stars } stars
}
favourite-of = Favourite: { $title }
progress-read = { $percent } read

# Text that unfolds.
read-more = Read more
read-less = Read less
spoiler = Spoiler: show it

# Share.
share = Share
share-heading = Share this page
share-address = Link to this page
share-copy = Copy the link
share-copied = Link copied
share-mail = Send by e-mail
close = Close

# Filters.
filter = Filter
filters = Filters
filter-show = Show the books
filter-clear = Clear all
filter-remove = Remove: { $label }
filter-applied = Filters in use
sort = Sort by

# Forms and notices.
optional = optional
pick-colour = Choose a colour: { $label }
form-problems = { $count ->
    [one] One thing needs correcting
   *[other] { $count } things need correcting
}
error-prefix = Error: { $title }
dismiss = Dismiss
unreachable = The shop cannot be reached
unreachable-detail = The connection seems to be lost. What you typed is still here: try again in a moment.
unreachable-unchanged = The connection seems to be lost. Nothing was changed: try again in a moment.

# What a field says as soon as it is left. The server’s own sentences are with the feature.
check-missing = This field is required.
check-name-missing = Enter a name.
check-email-missing = Enter an e-mail address.
check-email-wrong = This is not an e-mail address. It looks like name@example.dz.
check-email-unfinished = The end of the address is missing, for instance “.dz” or “.com”.
check-login-missing = Enter your e-mail address or your username.
check-username-missing = Enter a username.
check-username-wrong = A username has letters, digits, dots, hyphens and underscores, no spaces.
check-phone-wrong = This is not a phone number. It looks like 0551 23 45 67 or +213 551 23 45 67.
check-password-missing = Enter a password.
check-password-short = The password is too short: it needs { $count ->
    [one] 1 character
   *[other] { $count } characters
} or more.
check-password-unlike = This is your username or your e-mail address. Choose a password that nobody can guess.
check-code-missing = Enter the code from our e-mail.
check-code-short = The code is longer: it has 7 characters.
check-code-wrong = The code has 7 letters and digits.
check-short = This is too short: it needs { $count ->
    [one] 1 character
   *[other] { $count } characters
} or more.
check-choice-missing = Choose one.
check-tick-missing = Tick this box to continue.
check-file-missing = Choose a file.

# Passwords.
password-show = Show
    .label = Show the password
password-hide = Hide
    .label = Hide the password
caps-lock = Caps Lock is on.
rule-length = { $count ->
    [one] 1 character or more
   *[other] { $count } characters or more
}
rule-unlike = Not your username or e-mail address
rule-met = done

# The account.
sign-in = Sign in
sign-out = Sign out
account-of = Your account: { $name }
session-this = This device
session-end = Sign out
    .label = Sign out: { $device }
cancel = Cancel

# The reader’s picture.
cover-choose = Choose a cover
cover-cut = Cut it to the shape of a book
picture-choose = Choose a picture
picture-hint = JPEG, PNG or WebP, up to { $size }.
picture-save = Save the picture
picture-remove = Remove the picture
picture-crop = What the picture shows
picture-crop-hint = Drag the picture, or use the sliders.
picture-zoom = Zoom
picture-across = Left and right
picture-down = Up and down
picture-wrong = This file is not a picture that can be used. Choose a JPEG, PNG or WebP.

# What a reader keeps of a book, and what was looked at.
favourite = Favourite
later = Read later
read-already = Already read
undo = Undo
history-remove = Remove from the history: { $title }
list-search = Search in this list

# The book that one is reading.
continue-reading = Continue reading
continue-reading-of = Read: { $title }
read-on = Read
not-for-me = Not for me
not-for-me-of = Not for me: { $title }

# The search field.
search = Search
search-field = Search for books, authors, series
search-kind-book = Book
search-kind-author = Author
search-kind-series = Series
search-kind-genre = Genre
search-kind-recent = Recent search
search-remove = Remove from your searches:
search-list = Suggestions
search-none = No suggestions
search-some = Suggestions:

# The cart.
cart = Cart
add-to-cart = Add to cart
in-the-cart = In the cart
in-cart-of = In the cart: { $title }

# The library.

book-finished = Finished
mark-finished = Mark as finished
mark-finished-of = Mark { $title } as finished
mark-unfinished = Mark as not finished
mark-unfinished-of = Mark { $title } as not finished
read-book = Read
read-book-of = Read { $title }
save-file-of = Download { $title } as { $format }
in-library = In your library

# Without a connection.
install-app = Install the app
connection-lost = No connection.
connection-books = Books on this device
connection-waits = Kept on this device, and sent when the connection is back.
load-anew = Load it again
waiting-kept = A later change from another device was kept.
waiting-refused = The shop could not accept something that was waiting to be sent.
sign-out-loses-title = Not everything is sent yet
sign-out-loses = What you did without a connection is still waiting on this device. Signing out deletes it.
sign-out-anyway = Sign out anyway
update-ready = A new version of the shop is ready.
update-now = Update now
offline-taken-back = Books that are no longer yours were removed from this device.
offline-progress = Downloading to this device: { $title }

# What scripts say about books on the device. What stands in <> is filled in.
offline-said-keep = Make available offline
offline-said-saved = Available offline
offline-said-saving = <done> of <bytes>
offline-said-stop = Stop
offline-said-remove = Remove from this device
offline-said-incomplete = Parts of this book are missing on this device.
offline-said-again = Download again
offline-said-continue = Download the rest
offline-said-lapsed = This book has to be online once before it opens here again.
offline-said-no-connection = No connection. Try again when it is back.
offline-said-quota = There is not enough room for this book: it needs <bytes>, and <free> are free. What had been downloaded of it was removed. Remove other books from this device, or free some room on it.
offline-said-full = There is not enough room on this device for this book, which needs <bytes>. What had been downloaded of it was removed. Free some room, or remove other books.
offline-said-refused = This book cannot be kept on this device: it is not in your library.
offline-said-failed = The book could not be downloaded. Try again in a moment.
offline-said-away = Needs a connection
offline-said-only = On this device
offline-said-of = <word>: <title>
offline-said-kb = <size> kB
offline-said-mb = <size> MB
offline-said-gb = <size> GB
offline-said-used = <used> used of <quota>
offline-said-read = Read
offline-said-read-of = Read <title>
offline-said-kept-for-good = This browser keeps the books until you remove them.
offline-said-kept-while-room = This browser may remove the books when it runs out of room.
offline-said-not-promised = This browser does not promise that yet. It does for sites that are installed or often used.
offline-said-waiting = Waiting to be sent: <count>
offline-said-sent = Everything is sent.
offline-said-seen = This page is as it was on <when>.
offline-said-things-favorites = Favourites: <count>
offline-said-things-ratings = Ratings: <count>
offline-said-things-comments = Comments: <count>
offline-said-things-progress = Reading places: <count>
offline-said-things-annotations = Bookmarks, highlights and notes: <count>
offline-said-comment-talk = Go to the comments
offline-said-comment-drop = Discard
offline-said-comment-dropped = Discarded.
offline-said-comment-undo = Undo
offline-said-comment-waits = Not sent yet. It will be sent when the connection is back.
offline-said-comment-parent = The comment that this one answers is gone.
offline-said-comment-gone = Your comment has since been deleted on another device.
offline-said-comment-leaving = Being sent. It can be deleted once it is posted.
offline-said-comment-too-many-requests = Too many at once: it will be sent by itself in a while.
offline-said-comment-unverified = It will be posted once your e-mail address is verified.
offline-said-comment-suspended = It waits as long as your account is suspended.
offline-said-comment-not-found = The book is no longer in the shop.
offline-said-comment-hidden = A moderator hid this comment. It cannot be changed.
offline-said-comment-invalid = The shop cannot accept it as it is.
offline-said-not-saved-title = This book is not on this device
offline-said-not-saved = It can be opened when the connection is back.
offline-said-lapsed-title = This book needs a connection
offline-said-lapsed-clock = This book was last checked more than 30 days ago, or the clock of this device was changed. It opens again once there is a connection.
offline-said-incomplete-title = Parts of this book are missing
offline-said-incomplete-help = This browser has removed parts of it. Download it again when the connection is back.

# What stands between a label and its value, where no message can hold both.
colon = { ": " }

# The panel from which the shop is run.
admin-nav = Running the shop
table-filter = Filter
table-whole = Show all
table-choose = Select { $name }
table-choose-all = Select all on this page
bulk = What to do with the selection
bulk-hint = Select rows to change several at once.
# What stands in <> is filled in by a script.
bulk-chosen = Selected: <count>
bulk-details = What happened to each
bulk-all =
    { $done ->
        [one] { $done } was changed.
       *[other] { $done } were changed.
    }
bulk-some = Changed: { $done }. Not changed: { $refused }.
chart-as-table = As a table
chart-most = Highest: { $when }, { $much }.
chart-nothing = Nothing in this period.
