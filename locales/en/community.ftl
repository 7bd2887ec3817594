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
