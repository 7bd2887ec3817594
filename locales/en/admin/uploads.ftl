# Adding books by their files, and the files of a book.

file-missing = Choose a file.
cut-off = The file did not arrive completely. Nothing of it was kept; send it again.
disk-full = There is no room left in the shop for this file. Nothing of it was kept.
last-file = A book that is or was in the shop keeps at least one file. Add the other one first, or replace this one.

# Why a file was refused.

refused-not-a-book = This is neither an EPUB nor a PDF, whatever its name says.
refused-damaged = The file is damaged and cannot be read to its end. Ask whoever supplied it for a new copy.
refused-protected = The file is protected against copying (DRM). Only files without this protection can be sold here.
refused-password = The file only opens with a password. Ask for one without a password.
refused-too-large = The file is too large: at most 300 MB for an EPUB and 1 GB for a PDF, and it must not unpack to much more.
refused-unsafe = The file is built in a way that makes it unsafe to open. It was not kept.
refused-is-pdf = This is a PDF; an EPUB is needed here.
refused-is-epub = This is an EPUB; a PDF is needed here.
refused-other-book = Another book has exactly this file: “{ $title }”.
refused-book-gone = The book that this file was for no longer exists.
refused-gave-up = The file could not be checked. Send it again.
refused-unreadable = The file cannot be read.
trouble-disk-full = There is no room left to check this file. It waits, and will be checked once there is room.
trouble-failed = This file could not be checked. It will be tried again by itself.

# What was found in a file that was taken.

found-missing = Parts of the book are missing from the file.
found-pages-missing = Some pages are missing.
found-no-title = The file does not give its title: the name of the file is used instead.
found-no-language = The file does not give its language.
found-isbn-taken = The ISBN in the file belongs to another book and was left out.
found-cover = The cover in the file cannot be used: another was drawn instead.
found-no-sample = No sample could be made from this file.
found-not-rewritten = The file is delivered as it is, so it opens more slowly.
found-active-kept = The file contains scripts, attached files or links to other places, and keeps them. They do nothing in this reader, but may in other programs.
found-pictures = Some pictures cannot be shown.
found-repaired = Errors in the file were corrected.
found-no-contents = The file has no table of contents: one was made for it.
found-active = Scripts and other active parts were removed.
found-outside = References to places outside the book were removed.
found-not-served = Attached files that are not part of the book are not delivered.
found-unsafe-name = Files with unsafe names were left out.
found-restricted = Its author restricted printing or copying. Here it is read without those limits.
found-packed = The file is not packed as the standard requires. It can still be read.
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
add-lead = Each file becomes a draft, filled in from what the file says. Correct it, give it a price, and publish it.
to-list = Import a list
drop-call = Drop EPUB or PDF files here, or choose them
drop-hint = Several at once. At most 300 MB for an EPUB, 1 GB for a PDF.
send = Send
on-the-way = Files being sent
progress = How much has been sent
said-waiting = Waiting for its turn
said-going = <percent>% · <speed> MB per second · <left>
said-arriving = Sent. The shop is storing it.
said-minutes = about <count> min left
said-soon = less than a minute left
said-stopped = Stopped. Nothing of it was kept.
said-unreachable = The shop could not be reached. Nothing of the file was kept.
said-stop = Stop
said-again = Send again
came-in = Received files
nothing-came = Nothing yet. What you send is listed here for 30 days.
receiving = It is being received.
checking = It is being checked. That may take a few minutes for a large PDF.
was-removed = The book made from it was deleted.
to-that-book = See that book
detail = In detail (English)
attached = This is another format of a book that was already here.
replaced = It replaced the file that the book had.
unchanged = The shop already had exactly this file: nothing changed.
findings = { $count ->
    [one] Our check found something
   *[other] Our check found { NUMBER($count) } things
}
in-shop = In the shop at { $price }
in-shop-free = In the shop, free
title-label = Title
price = Price in { $currency }
price-missing = Enter a price; 0 makes the book free.
publish = Publish
publish-of = Publish “{ $title }”
edit = Edit everything
dismiss = Remove from the list
dismiss-of = Remove from the list: { $name }
cancel = Cancel
cancel-of = Cancel: { $name }

# The files of a book.

files = Files
files-title = Files: { $title }
no-file = The book has no file of this format.
since = here since { $date }
sample-parts = Parts in the sample: { $open } of { $of }.
sample-pages = Pages in the sample: { $open } of { $of }.
nothing-found = Our check found no problems.
epub-hint = An EPUB of at most 300 MB
pdf-hint = A PDF of at most 1 GB
replace-call = Replace this { $format }: readers keep their places and their notes
add-call = Add a { $format }
remove = Remove the { $format }
remove-words = The { $format } of “{ $title }” will be removed. Owners of the book will read its other file. The file cannot be brought back, but it can be sent again.
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
sample-percent-label = Percentage, up to 90
sample-last-part = Last part included
sample-last-page = Last page included
sample-pages-hint = Pages of the book: { $pages }.
sample-part = Part { $part }
sample-part-named = { $part }: { $title }
sample-cut = Make the sample
sample-waiting = Being made: { $length }. Until then the old sample stays.
sample-failed = The sample could not be made; the old one stays. Try another length.
sample-wrong = Choose how long the sample should be.
sample-percent-wrong = Enter a whole number from 1 to 90, such as 20.
sample-page-wrong = Enter the number of a page, from 1 to the last but one.
sample-part-wrong = Choose the last part of the sample.
