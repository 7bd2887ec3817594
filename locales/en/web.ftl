# What the shop says when a request cannot be answered. Shown as a page, as a fragment and in the JSON API.

error-no-page-title = Page not found
error-no-page-detail = There is nothing at this address. It may have moved, or it was never here.
error-not-found-title = Not found
error-not-found-detail = There is nothing here, or nothing that you are allowed to see.
error-gone-title = No longer here
error-gone-detail = What was at this address has been removed permanently.
error-unauthorized-title = Sign in first
error-unauthorized-detail = You need an account for this. Sign in and try again.
error-not-signed-in-title = Not signed in
error-forbidden-title = Not allowed
error-forbidden-detail = Your account is not allowed to do this.
error-other-account-detail = Your account is not allowed to do this. If you have another one, sign out and sign in with that.
error-invalid-title = Something needs correcting
error-invalid-detail = Some of the values sent are not valid.
error-too-many-title = Too many requests
error-too-many-detail = Wait a moment, then try again.
error-too-many-wait = Try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
error-unavailable-title = Back in a moment
error-unavailable-detail = The shop is busy or under maintenance. Try again in a few seconds.
error-internal-title = Something went wrong on our side
error-internal-detail = You did nothing wrong. If it happens again, tell us this reference.
error-full-title = There is no room left
error-bad-request-title = The request could not be read
error-bad-request-detail = The request is not in a form that the shop understands.
error-method-title = Not possible at this address
error-method-detail = This address exists, but does not answer this method.
error-conflict-title = Something has changed
error-conflict-detail = Something has changed in the meantime. Reload the page and try again.
error-too-large-title = Too large
error-too-large-detail = What was sent is larger than the shop accepts here.
error-media-type-title = Wrong kind of content
error-media-type-detail = This address does not take content of this type.
error-range-title = No such part
error-range-detail = The part of the file that was asked for lies beyond its end.

error-reference = Reference: { $id }
error-home = Go to the home page
error-account = Go to your account
error-browse = Browse the books
error-new = See what is new
error-sign-in = Sign in
error-retry = Try again
error-open-again = Open the page again
error-verify = Verify your e-mail address

cross-site = The request came from another site. Go back to the shop and try again.
json-expected = Send JSON, with the content type application/json.
json-malformed = The body is not valid JSON.
form-malformed = The form could not be read.

field-unknown = There is no field of this name.
field-missing = This field is required.
field-wrong = This value is not valid.
cursor-invalid = This place in the list is not known. Start again from its beginning.
limit-invalid = Ask for 1 to { NUMBER($most) } at a time.

csrf = This form is too old: somebody signed in or out since the page was opened. Open it again and resend the form.
unverified = Verify your e-mail address first.
suspended = Your account is suspended: you cannot rate, comment or report until { $until }. The page of your comments says why.

# Said once after something was done.
notice-verified = Your e-mail address is verified.
notice-code-sent = A new code is on its way to you.
notice-signed-out = You are signed out.
notice-profile-saved = Your profile is saved.
notice-picture-saved = Your picture is saved.
notice-picture-removed = Your picture is removed.
notice-password-changed = Your password is changed. All other devices are signed out.
notice-receipt-sent = The receipt is on its way to you by e-mail.
notice-email-changed = Your e-mail address is changed.
notice-genres-saved = Your favourite genres are saved.
notice-preferences-saved = Your preferences are saved.
notice-session-ended = That device is signed out.
notice-sessions-ended = All other devices are signed out.
notice-account-deleted = Your account is deleted.
notice-signed-up = Welcome! We have sent you a code to verify your e-mail address.
notice-password-reset = Your new password is set. Sign in with it.

# What a reader keeps, and their history.
notice-favorite-added = Added to your favourites.
notice-favorite-removed = Removed from your favourites.
notice-bookmark-added = Saved to read later.
notice-bookmark-removed = Removed from your books to read later.
notice-read-marked = Marked as read.
notice-read-unmarked = No longer marked as read.
notice-book-finished = Marked as finished.
notice-book-unfinished = No longer marked as finished.
notice-history-removed = Removed from your history.
notice-history-cleared = Your history is cleared.
notice-history-paused = Your history is paused.
notice-history-resumed = Your history is being kept again.
notice-book-dismissed = This book will not be recommended to you again.
notice-book-wanted-again = This book may be recommended to you again.
notice-history-put-back = Put back in your history.
notice-book-requested = Your request is noted. Thank you.

# Of the talk.
notice-book-saved = The book is saved.
notice-book-removed = The draft is deleted.
notice-name-saved = Saved.
notice-names-merged = Merged. Old links lead here now.
notice-names-split = These books are here now.
notice-names-differ = Noted: they are not the same.
notice-name-removed = The name is deleted.
notice-change-undone = The change is undone.
notice-home-saved = The home page is saved.
notice-rating-saved = Your rating is saved.
notice-rating-removed = Your rating is removed.
notice-comment-deleted = Your comment is deleted.
notice-comment-posted = Your comment is posted.
notice-comment-held = A moderator will look at your comment before others see it.
notice-comment-changed = Your comment is changed.
notice-comment-reported = Thank you. The moderators will look at it.
notice-comment-gone = Nothing was changed: that comment is no longer there.
notice-talk-suspended = Nothing was changed: your account is suspended. The page of your comments says why, and until when.

# Of the cart.
notice-cart-added = Added to your cart.
notice-cart-removed = Removed from your cart.
notice-cart-full = Your cart is full: it holds 50 books.
notice-already-owned = You already have this book.
notice-not-for-sale = This book cannot be bought at the moment.
notice-cart-overfull = Your cart is full: it holds 50 books. Some of the books in this browser’s cart did not fit.

notice-book-claimed = Added to your library.
notice-book-owned = It was already in your library.
notice-verify-first = Verify your e-mail address first. You will come back to the book.

notice-books-bought = Your books are in your library.
notice-order-cancelled = The order is cancelled.
notice-gateway-asked = We asked the payment service; this is how the order stands now.
notice-refund-decided = The refund is recorded.
notice-refund-agreed = The refund is approved.
notice-refund-declined = The refund is declined.
notice-refund-settled = The money is recorded as sent.
notice-user-saved = Saved.
notice-mail-sent = The e-mail is on its way.
notice-book-given = The book is in the reader’s library.
notice-book-taken = The book is no longer in the reader’s library.
notice-settings-saved = The settings are saved and in effect.

# What the installed app offers on its icon.
manifest-library = Library
manifest-device = Books on this device

# The pages of the panel from which the shop is run.
admin-dashboard = Overview
admin-books = Books
admin-home = Home page
admin-names = Names
admin-orders = Orders
admin-refunds = Refunds
admin-sales = Sales
admin-users = People
admin-moderation = Moderation
admin-jobs = Jobs
admin-mails = E-mails
admin-health = Health
admin-audit = Audit log
admin-settings = Settings
admin-trial = Payments are in test mode: nobody pays anything.
