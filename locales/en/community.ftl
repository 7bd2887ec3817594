# The talk about books: what its API answers.

rating-out-of-range = A rating is between 0 and 5.
rating-too-fine = A rating has one decimal at most.
stars-out-of-range = Choose from 1 to 5 stars.
text-missing = Write something first.
text-too-long = A comment has at most { NUMBER($most) } characters.
note-too-long = A note has at most { NUMBER($most) } characters.
parent-unknown = The comment that this one answers is gone.
client-key-invalid = A name of 1 to 64 characters is needed here.
comment-hidden = A moderator hid this comment. It cannot be changed.
like-own = This comment is your own.
report-own = This comment is your own. You can delete it.
reason-missing = Choose a reason: the writer is told why.
hours-wrong = Choose from one hour to a year.
act-on-oneself = This comment is your own. Another moderator has to decide about it.
act-on-admin = Only an admin can decide about what an admin wrote.
act-wrong-state = This comment has changed in the meantime. Look at it again.
kept-talk = Your ratings, comments and likes. Where others replied to you, an empty place stays.

# Reasons, in reports and in what moderators decide.
reason-spam = Advertising
reason-abuse = Insult or threat
reason-spoiler = Gives the story away without a mark
reason-off-topic = Not about the book
reason-illegal = Against the law
reason-other = Something else

# The moderators’ desk.
account = Account
desk = Moderation
desk-lead = Reported comments come first, then those held by a rule; the oldest first.
desk-open = Waiting
desk-reported = Reported
desk-held = Held
desk-hidden = Recently hidden
desk-open-empty = Nothing is waiting.
desk-reported-empty = Nothing is reported.
desk-held-empty = Nothing is held.
desk-hidden-empty = Nothing is hidden.
desk-to-list = Back to the list
desk-keys = Keyboard shortcuts
desk-keys-on = Use these shortcuts on this device
desk-keys-close = Close
key-next = Next comment
key-previous = Previous comment
key-keep = Keep it, or show it again
key-hide = Hide it: choose a reason
key-spoiler = Mark it as a spoiler
key-warn = Warn the writer: choose a reason
key-help = Show these shortcuts
case-title = { $name } on { $title }
case-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
case-hidden = Hidden: { $reason }
case-spoiler = Marked as a spoiler
case-withdrawn = Since deleted by its writer
case-since = arrived: { $since }
case-edited = edited
case-read-to = written at { $percent }
case-thread = See it in its conversation
case-answers = Answers { $name }
case-parent-gone = The comment that this one answers is gone.
case-then = At the time of the report it said:
case-reports-title = Reports
case-writer = Writer
case-acts = What to do
case-writer-gone = The account is gone. There is nothing to decide.
writer-gone = Somebody
report-closed = reviewed
held-repeated = Held: the same text again
held-link = Held: a link from a new account
held-reports = Held: several readers reported it
record-since = account since { $date }
record-visible = { $count ->
    [one] { $count } visible comment
   *[other] { $count } visible comments
}
record-hidden = { $count ->
    [0] none hidden
    [one] { $count } hidden
   *[other] { $count } hidden
}
record-warned = { $count ->
    [0] no warnings
    [one] { $count } warning
   *[other] { $count } warnings
}
record-suspended = { $count ->
    [0] never suspended
    [one] suspended once
   *[other] suspended { $count } times
}
record-until = suspended until { $until }
act-keep = Keep
act-close = Mark as reviewed
act-show = Show
act-restore = Show again
act-spoiler = Mark as spoiler
act-hide = Hide…
act-warn = Warn…
act-suspend = Suspend…
act-reinstate = End the suspension
act-unknown = There is no such action.
deed-hide = Hide the comment
deed-warn = Warn the writer
deed-suspend = Suspend the writer
undo-hide = Show it again
look-again = Look at it again
choose-reason = Choose a reason
reason-label = Reason
reason-hint = The writer will be told.
note-label = Note to the writer
term-label = For how long
term-day = 1 day
term-week = 7 days
term-month = 30 days
term-year = 1 year
did-keep = The comment by { $name } stays as it is.
did-close = The reports about the deleted comment by { $name } are marked as reviewed.
did-restore = The comment by { $name } can be seen again.
did-hide = The comment by { $name } is hidden.
did-mark-spoiler = The comment by { $name } is marked as a spoiler.
did-warn = { $name } is warned.
did-suspend = { $name } cannot write until { $until }.
did-reinstate = { $name } may write again.
spoiler-part = Spoiler:

# One’s own comments and ratings.
mine = Comments and ratings
row-mine-hint = What you wrote and how you rated
mine-comments = Comments
mine-ratings = Ratings
mine-notices = From the moderators
mine-comments-empty = You have not written any comments yet. There is a place for them under each book.
mine-ratings-empty = You have not rated any book yet.
mine-notices-empty = There are no messages from the moderators.
mine-suspended = You cannot rate, comment or report until { $until }.
mine-why = See why
mine-lately = From the moderators
mine-all-notices = All messages from the moderators
browse-books = Browse the books
own-likes = { $count ->
    [one] { $count } like
   *[other] { $count } likes
}
own-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
own-held = A moderator will look at it before others see it
own-held-repeated = You wrote the same thing shortly before.
own-held-link = It contains a link, and your account is new.
own-held-reports = Several readers reported it.
own-hidden = A moderator hid this comment. Only you can see it.
own-reason = Reason: { $reason }.
own-thread = See it in its conversation
own-edit = Edit
own-delete = Delete
own-delete-title = Delete your comment on { $title }?
own-delete-body = This cannot be undone.
own-delete-replies = This cannot be undone. The replies stay, below an empty place.
own-stars = { $stars } out of 5
own-change = Change
own-change-of = Change the rating of { $title }
own-rating-label = Your rating
own-save = Save
own-take-back = Remove the rating
notice-keep = One of your comments that was held can now be seen by others.
notice-restore = One of your comments that was hidden can be seen by others again.
notice-hide = One of your comments was hidden.
notice-mark-spoiler = One of your comments was marked as a spoiler.
notice-warn = You have received a warning about one of your comments.
notice-suspend = You cannot rate, comment or report until { $until }.
notice-reinstate = You may rate, comment and report again.
notice-comment = See the comment

# Ratings and comments on pages.
talk = Ratings and comments
comments = Comments
one-comment = One comment
talk-page = Comments on { $title }
ratings = { $count ->
    [one] 1 rating
   *[other] { $count } ratings
}
no-ratings = Nobody has rated this book yet.
no-comments = No comments yet. Read the sample and be the first.
no-comments-of-stars = Nobody who gave this rating has written a comment.
all-of = { $count ->
    [one] All comments: 1
   *[other] All { $count } comments
}
all-comments = All comments on the book
show-all-comments = Show all comments
whole-thread = The whole conversation
all-replies = { $count ->
    [one] The reply
   *[other] All { $count } replies
}
order = Sort by
order-new = Newest first
order-top = Most liked
only-stars = { $stars ->
    [one] 1 star
   *[other] { $stars } stars
}

# One comment.
owns-book = Owns the book
edited = edited
gives = Rates the book { $average } out of 5
written-at = at { $percent } of the book
answers = in reply to { $name }
likes = Like
reply = Reply
reply-to = Reply to { $name }
more-of = More: comment by { $name }
edit = Edit
delete = Delete
report = Report
link = Copy the link
link-copied = Link copied
sending = Sending…
gone-deleted = This comment was deleted.
gone-hidden = This comment cannot be seen at the moment.
held-title = A moderator will look at this comment before others see it.
waits-repeated = The same text was posted before.
waits-link = It contains a link, and the account is new.
waits-reports = Several readers reported it.
hidden-title = A moderator hid this comment.
hidden-because = The reason: { $reason }

# Spoilers.
spoiler-group = Spoiler
folded-whole = The whole comment is a spoiler: show it
folded-behind = Written at { $written } of the book, you are at { $mine }: show it
folded-further = Written at { $written } of the book: show it

# The form.
composer-label = Your comment
composer-title = A comment on { $title }
composer-hint = To hide a part that gives the story away, put it between || and ||.
composer-spoiler = The whole comment is a spoiler
composer-hide = Hide the selection
composer-post = Post
text-nearly-too-long = Almost { NUMBER($most) } characters, the maximum.
too-fast = That was too fast. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}. What you typed is still here.
reply-title = Reply to { $name }
reply-label = Your reply
reply-post = Reply
edit-title = Edit the comment
edit-label = Your comment
edit-save = Save
post-own = Post it as a comment of its own
throw-away = Discard
cancel = Cancel
draft-offline = No connection. Your comment waits here and will be sent when the connection is back.
draft-waiting = This comment waits to be sent.
draft-lost = The shop could not be reached. Your comment is still here: send it again in a moment.
draft-restored = Here is what you wrote before.
draft-own = The comment that you were answering is gone. What you wrote can be posted as a comment of its own.
draft-too-long-to-keep = You are no longer signed in, and this text is too long to be kept while you sign in. Copy it, sign in, and paste it.
talk-lost = The shop could not be reached. Try again in a moment.
said-posted = Your comment is posted.
said-held = A moderator will look at your comment before others see it.
said-changed = Your comment is changed.
said-deleted = Your comment is deleted.
said-reported = Thank you. The moderators will look at it.

# Deleting and reporting.
delete-title = Delete this comment?
delete-body = This cannot be undone.
delete-body-replies = This cannot be undone. The replies stay, below an empty place.
delete-deed = Delete
report-title = Report this comment
report-lead = Only moderators see who reports a comment, and why.
report-reason = What is wrong with it?
report-note = In your own words
report-send = Report
reason-missing-report = Choose a reason.

# One’s own rating.
my-rating = My rating
rating-title = Your rating of { $title }
stars-of-five = { $stars } out of 5
rate = Rate
rating-missing = Choose a rating first.
rating-remove = Remove the rating
rating-saved = Your rating is saved.
rating-removed = Your rating is removed.
rating-lost = The shop could not be reached. Your rating has not changed: try again in a moment.
rating-waits = Your rating is kept on this device and will be sent when the connection is back.
undo = Undo

# Why one cannot write.
sign-in = Sign in
verify = Verify your e-mail address
door-sign-in = Sign in to rate the book and to comment on it.
door-verify = Verify your e-mail address to rate the book and to comment on it.
door-suspended = You can write again on { $until }.
door-suspended-because = The reason: { $reason }

# The audit log, as admins read it.
log-comment = Comment
log-user = Account
log-keep = Comment left as it is
log-restore = Comment shown again
log-hide = Comment hidden
log-mark-spoiler = Comment marked as a spoiler
log-warn = Account warned
log-suspend = Account suspended
log-reinstate = Suspension lifted
log-state = State
log-spoiler = Spoiler
log-note = Note to the writer
log-until = Suspended until
log-yes = yes
log-no = no
log-visible = visible
log-held = held
log-hidden = hidden
log-deleted = deleted
