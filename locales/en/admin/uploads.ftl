# Adding books by their files, and the files of a book.

file-missing = Choose a file.
cut-off = The file did not arrive whole. Nothing of it was kept; send it again.
disk-full = There is no room left in the shop for this file. Nothing of it was kept.
last-file = A book that is in the shop, or was, keeps at least one file. Add the other one first, or replace this one.

# Why a file was refused.

refused-not-a-book = This is neither an EPUB nor a PDF, whatever its name says.
refused-damaged = The file is damaged and cannot be read to its end. Ask for it again where it came from.
refused-protected = The file is protected against copying. Only files without such a protection can be sold here.
refused-password = The file opens with a password only. Ask for one without a password.
refused-too-large = The file is too large: an EPUB may have 300 MB, a PDF 1 GB, and neither may unpack to much more.
refused-unsafe = The file is built so that it is not safe to open. It was not kept.
refused-is-pdf = This is a PDF, and an EPUB is wanted here.
refused-is-epub = This is an EPUB, and a PDF is wanted here.
refused-other-book = Another book has this very file: “{ $title }”.
refused-book-gone = The book that this file was for is not there any more.
refused-gave-up = The file could not be checked. Send it again.
refused-unreadable = The file cannot be read.
trouble-disk-full = There is no room left to check this file. It waits, and is checked once there is room.
trouble-failed = Checking this file did not work. It is tried again by itself.

# What was found in a file that was taken.

found-missing = Parts of the book are missing in the file.
found-pages-missing = Some pages are missing.
found-no-title = The file does not say its title: the name of the file stands in its place.
found-no-language = The file does not say its language.
found-isbn-taken = The ISBN in the file belongs to another book, and was left out.
found-cover = The cover in the file cannot be used: one is drawn in its place.
found-no-sample = No sample could be made of this file.
found-not-rewritten = The file is handed out as it is: it opens more slowly.
found-pictures = Some pictures cannot be shown.
found-repaired = Mistakes in the file were repaired.
found-no-contents = The file has no table of contents: one was made.
found-active = Scripts and other active parts were taken out.
found-outside = References to places outside the book were taken out.
found-not-served = Attached files that are no part of the book are not handed out.
found-unsafe-name = Files with unsafe names were left out.
found-restricted = Its author restricted printing or copying. It is read without that here.
found-packed = The file is not packed as the standard says. It can be read all the same.
found-other = Something else was found.

# The audit log.

log-add = Book added
log-add-file = File added
log-replace-file = File replaced
log-remove-file = File removed
log-file = File name
log-format = Format
log-version = Version
log-bytes = Size

# The page on which books are added.

add-title = Add books
add-lead = Each file becomes a draft with everything that it says of itself. Correct it, give it a price, and put it into the shop.
to-list = Take in a list
drop-call = Drop EPUB or PDF files here, or choose them
drop-hint = Several at once. An EPUB may have up to 300 MB, a PDF up to 1 GB.
send = Send
on-the-way = Files on their way
progress = How much has been sent
said-waiting = Waits for its turn
said-going = <percent> % · <speed> MB per second · <left>
said-arriving = Sent. The shop is storing it.
said-minutes = about <count> minutes left
said-soon = less than a minute left
said-stopped = Stopped. Nothing of it was kept.
said-unreachable = The shop cannot be reached. Nothing of the file was kept.
said-stop = Stop
said-again = Send again
came-in = What came in
nothing-came = Nothing yet. What you send stands here for 30 days.
receiving = It is coming in.
checking = It is being checked. That may take a few minutes for a large PDF.
was-removed = The book that it became was removed.
to-that-book = Go to that book
detail = In detail (English)
attached = This is a further format of a book that was here already.
replaced = It took the place of the file that the book had.
unchanged = The shop had this very file: nothing changed.
findings = { $count ->
    [one] Our check found something
   *[other] Our check found { NUMBER($count) } things
}
in-shop = In the shop at { $price }
in-shop-free = In the shop for free
title-label = Title
price = Price in { $currency }
price-missing = Give it a price; 0 gives it away.
publish = Publish
publish-of = Publish “{ $title }”
edit = Edit everything
dismiss = Take off the list
dismiss-of = Take off the list: { $name }
cancel = Cancel
cancel-of = Cancel: { $name }

# The files of a book.

files = Files
files-title = Files: { $title }
no-file = The book has no file of this format.
since = here since { $date }
sample-parts = Parts in the sample: { $open } of { $of }.
sample-pages = Pages in the sample: { $open } of { $of }.
nothing-found = Our check found nothing wrong.
epub-hint = An EPUB of up to 300 MB
pdf-hint = A PDF of up to 1 GB
replace-call = Replace this { $format }: readers keep their places and their notes
add-call = Add a { $format }
remove = Remove the { $format }
remove-words = The { $format } of “{ $title }” is removed. Whoever owns the book reads its other file from then on. The file itself cannot be brought back; it can be sent again.
keep = Keep it

# How much of a file anybody may read.
sample-usual = As usual: about a tenth
sample-none = No sample
sample-percent = About { $percent }
sample-through-part = Up to part { $part }
sample-through-page = Up to page { $page }
sample-change = Change the sample
sample-length = Length of the sample
sample-share = A share of the book
sample-up-to = Up to a certain place
sample-percent-label = Percent, up to 90
sample-last-part = Last part shown
sample-last-page = Last page shown
sample-pages-hint = Pages of the book: { $pages }.
sample-part = Part { $part }
sample-part-named = { $part }: { $title }
sample-cut = Cut the sample
sample-waiting = Being cut: { $length }. Until then the old sample stays.
sample-failed = The sample could not be cut; the old one stays. Try another length.
sample-wrong = Choose how long the sample is.
sample-percent-wrong = Write a whole number from 1 to 90, such as 20.
sample-page-wrong = Write the number of a page, from 1 to the last but one.
sample-part-wrong = Choose the last part of the sample.
