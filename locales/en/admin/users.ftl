# People in the panel: the list, and one with what is done about them.

lead = Everybody with an account. Nobody’s password can be seen.
export = Export (CSV)
file = people
caption = People
search = Username or e-mail
show-all = Show all
none-such = Nobody matches.
all = All
role = Role
state = Account
column-person = Name
column-username = Username
column-email = E-mail
column-joined = Joined
column-seen = Last here
column-orders = Orders
not-verified = not verified
verified-at = verified on { $date }
state-active = Active
state-unverified = Not verified
state-suspended = Suspended
state-closed = Closed
sought-too-long = At most 200 characters.

# Several at once.
bulk-suspend = Suspend
bulk-reinstate = End suspension
bulk-role-title = { $count ->
    [one] Make { $count } person “{ $role }”?
   *[other] Make { $count } people “{ $role }”?
}
bulk-suspend-title = { $count ->
    [one] Suspend { $count } person?
   *[other] Suspend { $count } people?
}
bulk-reinstate-title = { $count ->
    [one] Let { $count } person write again?
   *[other] Let { $count } people write again?
}
nobody = Nobody
nobody-chosen = Choose at least one row.
done = done

# One person.
facts = Who it is
account = The account
sessions = Signed in on
library = Library
orders = Orders
comments = Comments
log = What was done about them
log-none = Nothing yet.
log-all = All entries
suspended-until = Suspended until
closed-at = Closed since
role-new = New role
role-hint = Readers buy and read; moderators look after the talk; booksellers after books; admins after everything.
role-deed = Change role
role-title = Make { $name } “{ $role }”?
role-follows = What they may do changes at once. They are signed out everywhere and sign in anew.
mail-verification = Send the verification mail again
mail-reset = Send a code for another password
suspend = Suspend
suspend-follows = They can read and buy, and not rate, comment or report. They are told why.
suspend-deed = Suspend
reinstate = End suspension
reinstate-follows = They can rate, comment and report again, and are told so.
term = For how long
term-day = A day
term-week = A week
term-month = A month
term-year = A year
reason = Reason
reason-missing = Choose a reason.
note = Note
note-hint = They are told this.
note-too-long = At most 500 characters.
until-wrong = A time to come, at most a year away.
close = Close the account
why = Reason
why-missing = The reason is missing.
close-title = Close the account of { $name }?
close-follows = They are signed out everywhere and cannot sign in. Their books, orders and comments stay as they are.
close-deed = Close the account
reopen = Open the account again
sessions-none = Signed in nowhere.
sessions-end = End all sessions
sessions-title = Sign { $name } out everywhere?
sessions-follows = All browsers and apps have to sign in again.
session-detail = active { $seen }, since { $since }
device-unknown = Unknown device
give = Give
give-book = Give a book
give-hint = Its number, or the address of its page.
book-unknown = There is no such book.
book-bought = This book was bought: a refund takes it back.
library-none = No books yet.
source-bought = bought
source-claimed = taken for nothing
source-given = a gift
take = Take back
take-of = Take back { $title }
take-title = Take a book back from { $name }?
take-follows = It leaves the library. Marks and places in it stay should it come back.
orders-none = No orders yet.
orders-all = All orders
comments-none = No comments yet.
comment-held = held back
comment-hidden = hidden
comment-deleted = deleted
on-oneself = Nobody changes their own role or account here: another admin has to.
changed-meanwhile = Somebody else has changed this account meanwhile. Look at it again.
last-admin = Nobody would be left to run the shop.
nothing-to-send = The address is verified: there is nothing to send.
one-at-a-time = Change exactly one: role, suspended_until or closed.
