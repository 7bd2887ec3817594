# The talk about books: what its API answers.

rating-out-of-range = A rating lies between 0 and 5.
rating-too-fine = A rating has one decimal at most.
stars-out-of-range = Choose from 1 to 5 stars.
text-missing = Write something first.
text-too-long = A comment may have { NUMBER($most) } characters.
note-too-long = A note may have { NUMBER($most) } characters.
parent-unknown = The comment that this answers is not there any more.
comment-hidden = A moderator hid this comment. It cannot be changed.
like-own = This comment is your own.
report-own = This comment is your own. You can delete it.
reason-missing = Choose a reason: the writer is told why.
hours-wrong = Choose from one hour to a year.
act-on-oneself = This comment is your own. Another moderator decides about it.
act-on-admin = Only an admin decides about what an admin wrote.
act-wrong-state = The comment is not as it was. Look at it again.
kept-talk = Your ratings, comments and likes. Where others answered you, an empty place stays.

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
row-desk-hint = Reported and held comments
desk-lead = Reported comments stand first, then those that a rule holds; the oldest first.
desk-open = Waiting
desk-reported = Reported
desk-held = Held
desk-hidden = Hidden lately
desk-open-empty = Nothing waits.
desk-reported-empty = Nothing is reported.
desk-held-empty = Nothing is held.
desk-hidden-empty = Nothing is hidden.
desk-to-list = To the list
desk-keys = Keys
desk-keys-on = Keys are heard on this device
desk-keys-close = Close
key-next = Next comment
key-previous = Previous comment
key-keep = Keep it, or show it again
key-hide = Hide it: choose a reason
key-spoiler = Mark it as a spoiler
key-warn = Warn the writer: choose a reason
key-help = Show these keys
case-title = { $name } on { $title }
case-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
case-hidden = Hidden: { $reason }
case-spoiler = Marked as a spoiler
case-since = waits since: { $since }
case-edited = edited
case-read-to = written at { $percent }
case-thread = See it in its thread
case-answers = Answers { $name }
case-parent-gone = The comment that this answers is not there any more.
case-reports-title = Reports
case-writer = Writer
case-acts = What to do
case-writer-gone = The account is gone. There is nothing to decide.
writer-gone = Somebody
report-closed = looked at
held-repeated = Held: the same text again
held-link = Held: a link from a new account
held-reports = Held: several readers reported it
record-since = account since { $date }
record-visible = { $count ->
    [one] { $count } comment to be seen
   *[other] { $count } comments to be seen
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
act-show = Show it
act-restore = Restore
act-spoiler = Mark as spoiler
act-hide = Hide…
act-warn = Warn…
act-suspend = Suspend…
act-reinstate = End the suspension
act-unknown = There is no such act.
deed-hide = Hide the comment
deed-warn = Warn the writer
deed-suspend = Suspend the writer
undo-hide = Show it again
look-again = Look at it again
choose-reason = Choose a reason
reason-label = Reason
reason-hint = The writer is told.
note-label = Note to the writer
term-label = For how long
term-day = 1 day
term-week = 7 days
term-month = 30 days
term-year = 1 year
did-keep = The comment by { $name } stays as it is.
did-restore = The comment by { $name } can be seen again.
did-hide = The comment by { $name } is hidden.
did-mark-spoiler = The comment by { $name } is marked as a spoiler.
did-warn = { $name } is warned.
did-suspend = { $name } cannot write until { $until }.
did-reinstate = { $name } may write again.
spoiler-part = Spoiler:

# One’s own comments and ratings.
mine = Comments and ratings
row-mine-hint = What you said and gave
mine-comments = Comments
mine-ratings = Ratings
mine-notices = From the moderators
mine-comments-empty = You have not said anything yet. Under each book there is room for it.
mine-ratings-empty = You have not rated any book yet.
mine-notices-empty = The moderators had nothing to tell you.
mine-suspended = You cannot rate, comment or report until { $until }.
mine-why = See why
mine-lately = From the moderators
mine-all-notices = All that the moderators told you
browse-books = Browse books
own-likes = { $count ->
    [one] { $count } like
   *[other] { $count } likes
}
own-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
own-held = A moderator looks at it before others see it
own-held-repeated = You had said the same a short while before.
own-held-link = It has a link, and your account is new here.
own-held-reports = Several readers reported it.
own-hidden = A moderator hid this comment. Only you see it.
own-reason = Reason: { $reason }.
own-thread = See in its thread
own-edit = Edit
own-delete = Delete
own-delete-title = Delete your comment on { $title }?
own-delete-body = It cannot be brought back.
own-delete-replies = It cannot be brought back. The replies stay, below an empty place.
own-stars = { $stars } of 5
own-change = Change
own-change-of = Change the rating of { $title }
own-rating-label = Your rating
own-save = Save
own-take-back = Remove the rating
notice-keep = A comment of yours that was held can be seen by others now.
notice-restore = A comment of yours that was hidden can be seen by others again.
notice-hide = A comment of yours was hidden.
notice-mark-spoiler = A comment of yours was marked as a spoiler.
notice-warn = You are warned about a comment of yours.
notice-suspend = You cannot rate, comment or report until { $until }.
notice-reinstate = You may rate, comment and report again.
notice-comment = See the comment
