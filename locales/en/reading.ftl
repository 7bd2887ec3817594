# What readers keep: places, marks, and what was done offline.
kept-reading = Where you are in each book, your reading sessions, and your markers, highlights and notes.
device-invalid = Name the device by at most 64 characters, and call it by at most 60.
locator-invalid = This is not a place in a book.
locator-unknown = There is no such place in this book.
locator-old = The book’s file has been replaced since. Open the book again.
uuid-invalid = Name it by a UUID of 36 characters.
uuid-taken = A mark in another book has this name.
colour-not-allowed = A marker has no colour.
note-missing = A note needs some words.
mark-note-too-long = A note has at most { $most } characters.
mark-unfit = A marker has no colour, and a note needs some words.
marks-too-many = A book holds at most { $most } marks. Delete some first.
mark-marker = Marker
mark-highlight = Highlight
mark-note = Note
mark-at-page = page { $page }
mark-at-percent = { $percent }%
mark-lost = not found in the present edition
sync-too-many = Send at most { $most } items at once.
sync-cursor-invalid = This is not a cursor of an answer.
sync-unknown-field = There is no such field.

# The readers of EPUB and PDF. Messages that begin with "reader-" are handed to the page's script by their
# keys; where they say <name>, the script puts in what it knows while one reads.

reader-opening = Opening the book…
reader-slow = This is taking longer than usual.
reader-retry = Try again
reader-back = Back to the book’s page
reader-close = Close
reader-cancel = Cancel
reader-without-script = This reader needs JavaScript. The chapters can also be read as plain pages.
reader-read-plain = Read the chapters as plain pages
reader-open-file = Open the PDF file

reader-contents = Contents
reader-no-contents = This book has no table of contents.
reader-locked = not in the sample
reader-go-to-page = Go to page
reader-go = Go
reader-no-such-page = There is no such page or percentage in this book.

reader-previous-page = Previous page
reader-next-page = Next page
reader-position = Place in the book
reader-percent = <percent>%
reader-page-of = Page <page> of <pages>
reader-minutes-left-zero = <count> minutes left in the chapter
reader-minutes-left-one = <count> minute left in the chapter
reader-minutes-left-two = <count> minutes left in the chapter
reader-minutes-left-few = <count> minutes left in the chapter
reader-minutes-left-many = <count> minutes left in the chapter
reader-minutes-left-other = <count> minutes left in the chapter
reader-chapter-ends = End of the chapter

reader-appearance = Appearance
reader-theme = Theme
reader-theme-light = Light
reader-theme-sepia = Sepia
reader-theme-dark = Dark
reader-theme-black = Black
reader-text-size = Text size
reader-smaller-text = Smaller text
reader-larger-text = Larger text
reader-font = Font
reader-font-publisher = As published
reader-font-serif = Book face
reader-font-sans = Plain face
reader-font-hyperlegible = Atkinson Hyperlegible
reader-font-dyslexic = OpenDyslexic
reader-layout = Layout
reader-layout-paginated = Pages
reader-layout-scrolled = Scrolling
reader-line-height = Line spacing
reader-line-small = Tight
reader-line-normal = Normal
reader-line-large = Loose
reader-margins = Margins
reader-margin-small = Narrow
reader-margin-normal = Normal
reader-margin-large = Wide
reader-dark-pages = Darken the pages with a dark theme
reader-restore-defaults = Restore the defaults

reader-zoom = Zoom
reader-zoom-in = Zoom in
reader-zoom-out = Zoom out
reader-fit-width = Fit to width
reader-fit-page = Fit to page
reader-page-label = Page <page>
reader-megabytes = <size> MB
reader-bytes-of = <loaded> of <total>

reader-end-title = The end
reader-end-body = You have reached the last page.
reader-sample-end-title = The sample ends here
reader-sample-end-body = The rest of the book is waiting.
reader-stay = Stay on this page

reader-leave-title = Leave the book?
reader-leave-body = This link leads to another place:
reader-leave-open = Open the link

reader-error-offline-title = No connection
reader-error-offline-body = The book could not be fetched. Check your connection, then try again.
reader-error-missing-title = This book is not here
reader-error-missing-body = It may have been withdrawn, or a newer edition has taken its place.
reader-error-forbidden-title = This part is closed
reader-error-forbidden-body = Only the sample of this book can be read here.
reader-error-damaged-title = This book cannot be shown
reader-error-damaged-body = Its file seems to be damaged. If the book has another format, try that one.
reader-error-server-title = Something went wrong
reader-error-server-body = The shop could not send the book just now. Try again in a moment.
reader-find = Find in the book
reader-find-field = Words to find
reader-find-hint = Accents, vowel signs, capitals and punctuation do not matter.
reader-finding = Searching…
reader-find-none = The book has no “<query>”.
reader-find-zero = Found in <count> places
reader-find-one = Found in <count> place
reader-find-two = Found in <count> places
reader-find-few = Found in <count> places
reader-find-many = Found in <count> places
reader-find-other = Found in <count> places
reader-find-more = Show more
reader-find-failed = The search did not answer. Check your connection, then try again.
reader-find-partial = Without a connection, only the chapters that this browser keeps were searched.
reader-find-sample = Only the sample was searched.
reader-find-of = <number> of <total>
reader-find-next = Next place
reader-find-previous = Previous place
reader-find-list = Show all places
reader-find-close = End the search

reader-jump = Page or percentage
reader-page-list = Printed pages
reader-landmarks = Landmarks
reader-return = Back to page <page>

reader-book-left-minutes-zero = <count> minutes left in the book
reader-book-left-minutes-one = <count> minute left in the book
reader-book-left-minutes-two = <count> minutes left in the book
reader-book-left-minutes-few = <count> minutes left in the book
reader-book-left-minutes-many = <count> minutes left in the book
reader-book-left-minutes-other = <count> minutes left in the book
reader-book-left-hours-zero = about <count> hours left in the book
reader-book-left-hours-one = about <count> hour left in the book
reader-book-left-hours-two = about <count> hours left in the book
reader-book-left-hours-few = about <count> hours left in the book
reader-book-left-hours-many = about <count> hours left in the book
reader-book-left-hours-other = about <count> hours left in the book
reader-book-ends = End of the book
reader-time-left = Time left: of the chapter or of the book

reader-columns = Columns
reader-columns-auto = Automatic
reader-columns-one = One
reader-columns-two = Two
reader-align = Alignment
reader-align-auto = As published
reader-align-justify = Justified
reader-align-start = Ragged
reader-hyphens = Hyphenation
reader-hyphens-auto = As published
reader-hyphens-on = On
reader-hyphens-off = Off
reader-italics = Italics
reader-italics-auto = As published
reader-italics-off = Upright
reader-letters = Letter spacing
reader-words = Word spacing
reader-paragraphs = Paragraph spacing
reader-space-normal = Normal
reader-space-wide = Wide
reader-space-wider = Wider
reader-pictures = Pictures in dark themes
reader-pictures-full = Full
reader-pictures-dim = Dimmed
reader-pictures-dimmer = Darker
reader-more-settings = Spacing and more
reader-arabic-fixed = Arabic joins its letters and has neither italics nor hyphens, so these stay as they are.
reader-scope = These settings are for
reader-scope-all = All books
reader-scope-book = This book
reader-screen = Screen
reader-awake = Keep the screen on while reading
reader-full-screen = Full screen
reader-leave-full-screen = Leave full screen

reader-note = Note
reader-note-open = Go to the note in the book

reader-bookmark = Bookmark this page
reader-bookmark-remove = Remove the bookmark of this page
reader-bookmarks = Bookmarks
reader-no-bookmarks = No bookmarks yet. The ribbon in the bar, or the key B, keeps a page here.
reader-bookmark-forget = Remove this bookmark
reader-bookmark-kept = Bookmark kept
reader-bookmark-gone = Bookmark removed

reader-keys = Keys
reader-keys-turn = Turn pages
reader-keys-ends = To the beginning, to the end
reader-keys-scroll = Scroll a little
reader-keys-size = Larger or smaller text
reader-keys-return = Back to where you were
reader-keys-close = Close what is open
reader-keys-help = This list

reader-thumbnails = Pages
reader-rotate = Rotate
reader-spread = Pages side by side
reader-spread-one = One
reader-spread-two = Two
reader-spread-cover = Cover alone
reader-finding-page = Searching… page <page> of <pages>
reader-error-password-title = This file is locked
reader-error-password-body = Its file asks for a password, so the shop cannot show it. If the book has another format, try that one.
reader-error-page-body = This page could not be shown.

# Chapters as plain pages, and what the server itself says.
not-owned = Only who owns this book can have its file.
back-to-book = To the book’s page
chapter-title = { $book }: part { $number }
chapter-place = Part { $number } of { $total }
chapter-steps = Parts of the book
chapter-previous = Previous part
chapter-next = Next part
save-limit = This book was downloaded { $most } times in 30 days. It can be downloaded again from { $moment }; reading it here goes on.
save-link-expired = This address was good for five minutes. Start the download again from the book’s page.
find-title = Find in { $book }
find-label = Find in this book
find-count = { $count ->
    [one] Found in { NUMBER($count) } place
   *[other] Found in { NUMBER($count) } places
}
find-nothing = The book has no “{ $words }”.
find-too-long = A search may have 200 characters.
