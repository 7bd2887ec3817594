# People in the panel: the list, and one with what is done about them.

lead = Everybody with an account. Passwords are never shown.
export = Export (CSV)
file = people
caption = People
search = Username or e-mail address
show-all = Show all
none-such = Nobody matches.
all = All
role = Role
state = Account
column-person = Name
column-username = Username
column-email = E-mail address
column-joined = Joined
column-seen = Last visit
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
bulk-reinstate = End the suspension
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
nobody-chosen = Select at least one row.
done = done

# One person.
facts = Details
account = The account
sessions = Signed-in devices
library = Library
orders = Orders
comments = Comments
log = What was done with this account
log-none = Nothing yet.
log-all = All entries
suspended-until = Suspended until
closed-at = Closed since
role-new = New role
role-hint = Readers buy and read; moderators look after comments; booksellers look after books; admins look after everything.
role-deed = Change the role
role-title = Make { $name } “{ $role }”?
role-follows = What they may do changes at once. They are signed out everywhere and have to sign in again.
mail-verification = Send the code to verify the address again
mail-reset = Send a code for a new password
suspend = Suspend
suspend-follows = They can read and buy, but not rate, comment or report. They are told why.
suspend-deed = Suspend
reinstate = End the suspension
reinstate-follows = They can rate, comment and report again, and are told so.
term = For how long
term-day = A day
term-week = A week
term-month = A month
term-year = A year
reason = Reason
reason-missing = Choose a reason.
note = Note
note-hint = The person is told this.
note-too-long = At most 500 characters.
until-wrong = Choose a time in the future, at most a year away.
close = Close the account
why = Reason
why-missing = Enter a reason.
close-title = Close the account of { $name }?
close-follows = They are signed out everywhere and cannot sign in. Their books, orders and comments stay as they are.
close-deed = Close the account
reopen = Reopen the account
sessions-none = Not signed in anywhere.
sessions-end = Sign out all devices
sessions-title = Sign { $name } out everywhere?
sessions-follows = All browsers and apps have to sign in again.
session-detail = active { $seen }, since { $since }
device-unknown = Unknown device
give = Give
give-book = Give a book
give-hint = Its number, or the address of its page.
book-unknown = There is no such book.
book-bought = This book was bought: only a refund takes it back.
library-none = No books yet.
source-bought = bought
source-claimed = free book
source-given = gift
take = Take back
take-of = Take back { $title }
take-title = Take a book back from { $name }?
take-follows = It is removed from the library. Marks and places in it are kept in case it comes back.
orders-none = No orders yet.
orders-all = All orders
comments-none = No comments yet.
comment-held = held
comment-hidden = hidden
comment-deleted = deleted
on-oneself = Nobody can change their own role or account here: another admin has to.
changed-meanwhile = Somebody else has changed this account in the meantime. Look at it again.
last-admin = Nobody would be left to run the shop.
nothing-to-send = The address is verified: there is nothing to send.
one-at-a-time = Change exactly one: role, suspended_until or closed.
