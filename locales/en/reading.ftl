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
reader-no-such-page = There is no such page in this book.

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
