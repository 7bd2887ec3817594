# Accounts: signing up and in, the account’s own pages, and the mails about it.

# Signing in.
sign-in-page = Sign in
sign-in-title = Welcome back to your books
login-label = E-mail address or username
login-missing = Enter your e-mail address or your username.
password-label = Password
password-missing = Enter your password.
remember-label = Stay signed in on this device
sign-in-button = Sign in
sign-in-link = Sign in
sign-in-new-here = New here?
forgot-link = Forgot your password?
wrong-pair = That login and that password do not belong together. Check both and try again.
try-again-in = Too many tries. Try again in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
try-again-minutes = Too many tries. Try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
try-again-hours = Too many tries. Try again in { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}.
token-wrong = This token is not valid any more. Sign in again.

# Signing up.
sign-up-page = Create an account
sign-up-title = A place for your books
sign-up-lead = With an account your library, your place in each book and your favourites are the same on every device.
sign-up-button = Create the account
sign-up-link = Create an account
sign-up-known = Already have an account?
username-label = Username
username-hint = 3 to 30 letters, digits, dots, dashes or underscores. Others see it beside what you write.
username-missing = Choose a username.
username-short = A username has at least 3 letters or digits.
username-long = A username has at most 30 characters.
username-wrong = Only letters, digits, dots, dashes and underscores: no spaces or other signs.
username-address = A username cannot look like a web address, such as name.com.
username-taken = This username is taken, or looks too much like one that is. Choose another.
email-label = E-mail address
email-hint = We send you a code to verify it. Nobody else sees it.
email-missing = Enter your e-mail address.
email-no-at = An e-mail address has an @ with something on both sides, such as lina@example.dz.
email-no-ending = The end of the address is missing, for example “.dz” or “.com”.
email-wrong = This is not an e-mail address that we can write to. Check it for slips.
email-unchanged = This is your address already.
phone-label = Phone number
phone-hint = A number without a country code is taken as Algerian.
phone-wrong = This is not a phone number. Write it as 0551 23 45 67 or with its country code, +213 551 23 45 67.
password-short = A password has at least 8 characters.
password-long = This password is longer than we take. Choose a shorter one.
password-common = This password is one of the first that anybody would try. Choose another, such as a few words in a row.
choice-wrong = Choose one of the values on offer.
locale-wrong = The shop speaks en, fr and ar.

# The step of the genres.
welcome-page = Your favourite genres
welcome-title = What do you like to read?
welcome-lead = Choose as many as you like. The shop will show you more of them.
welcome-button = Continue
genres-legend = Genres
genres-title = Favourite genres
genres-none = The shop has no genres yet.
genres-none-chosen = None chosen yet
genres-too-many = These are more genres than there are.
genre-unknown = One of these genres is not there any more. Choose again.
skip = Skip this step
save = Save

# A forgotten password.
forgot-page = Forgotten password
forgot-title = A new password
forgot-lead = Enter the e-mail address of your account. We will send a code to it.
forgot-button = Send the code
back-to-sign-in = Back to signing in
reset-page = Set a new password
reset-title = Set a new password
reset-lead = Enter the code from our mail and a new password.
reset-lead-sent = If there is an account with { $email }, a code is on its way there. It is good for one hour.
reset-button = Set the password
new-password-label = New password
no-mail = No mail has come?
ask-again = Send another code
code-label = Code
code-hint = The 7 letters and digits from our mail.
code-missing = Enter the code from our mail.
code-wrong = This code is not right, or it is good no more. Check it, or have another one sent.

# Verifying the address.
verify-page = Verify your address
verify-title = Verify your e-mail address
verify-lead = We have sent a code to { $email }. It is good for one hour.
verify-button = Verify
verify-done-title = Your address is verified
verify-done = There is nothing more to do.
to-shop = On to the shop
verify-password-hint = You are not signed in here, so your password is needed too.
verify-other = This link is for another account than the one that is signed in here ({ $username }). Enter the password of that account too.
code-or-password-wrong = The code or the password is not right, or the code is good no more. Check both.
code-again = Send another code
wrong-address = Not your address?
change-address = Change it
later = Later

# The account.
account-title = Account
row-profile = Profile
row-genres = Favourite genres
row-security = Security
row-preferences = Preferences
row-data = My data
devices = { $count ->
    [one] Signed in on 1 device
   *[other] Signed in on { $count } devices
}
unverified-title = Your e-mail address is not verified yet
unverified-body = Until then you can browse and read what is free, but not buy or comment. We have sent a code to { $email }.
unverified-link = Enter the code

# Profile.
picture-section = Picture
about-section = About you
name-label = Name
name-hint = What we call you. Others see it beside what you write.
name-too-long = A name has at most { NUMBER($most) } characters.
name-wrong = A name is one line of letters.
name-says-nothing = A name has at least one letter or digit.
name-reserved = This name would pass for the shop or its team. Choose another.
picture-missing = Choose a picture first.
picture-kind = This is not a JPEG, PNG or WebP picture.
picture-bytes = This file is larger than 20 MB.
picture-pixels = This picture is too large: at most 8,000 pixels on each side.
picture-damaged = This picture is damaged and cannot be read.

# Security.
password-section = Password
current-label = Current password
current-missing = Enter your current password.
new-password-missing = Choose a new password.
current-wrong = This is not the password of your account.
password-button = Change the password
email-section = E-mail address
email-now = Current address: { $email }
email-moving = We have sent a code to { $email }
email-moving-link = Enter the code
new-email-label = New e-mail address
new-email-hint = We send a code to it. Your address changes when you enter that code.
email-button = Send the code
sessions-section = Your signed-in devices
sessions-lead = Sign out any device that you do not know, then change your password.
sessions-button = Sign out all other devices
device-unknown = Unknown program
last-active = Last active { $when }, signed in on { $date }

# Preferences.
language-label = Language
language-hint = For the pages and for our mails.
theme-label = Colours
theme-auto = As on this device
theme-light = Light
theme-dark = Dark
spoilers-label = Spoilers in comments
spoilers-hint = A comment may give the story away: it is marked so, or it was written further on in the book than you are.
spoilers-by-progress = Show them when I have read the book; until then fold them
spoilers-never = Always fold them until I ask
spoilers-always = Always show them

# Data.
kept-section = What we keep
kept-since = You have been with us since { $date }.
kept-profile = Your name, your e-mail address, your phone number and your picture, as you see them in your profile.
kept-sessions = The devices that you are signed in on, and when each was last active.
kept-genres = Your favourite genres, your language and your colours.
delete-section = Delete the account
delete-lead = Your account and your files go for good.
delete-link = Delete my account…
delete-title = Delete the account of { $name }?
delete-what = Your profile, your picture, your favourite genres and your lists are removed at once, and all your devices are signed out. This cannot be undone.
delete-kept = Comments stay, without your name. Orders stay as long as the law asks, without your account.
delete-button = Delete for good
last-admin = You are the only admin of this shop. Make somebody else an admin first.

# Mails.
mail-sign-off = { $shop }
mail-code-lifetime = The code is good for one hour, and once.
mail-verify-subject = Your code for { $shop }
mail-verify-heading = Verify your e-mail address
mail-verify-body = Hello { $name }, enter this code to verify your e-mail address:
mail-verify-button = Enter the code
mail-verify-not-you = If you did not create an account, you need not do anything.
mail-known-subject = Somebody used your address at { $shop }
mail-known-heading = You have an account already
mail-known-body = Hello { $name }, somebody used your e-mail address to ask for an account. You have one already, with the username { $username }. If it was you, sign in with it, or set a new password.
mail-known-button = Set a new password
mail-known-not-you = If it was not you, you need not do anything: nobody was told that you have an account.
mail-reset-subject = Your code for a new password at { $shop }
mail-reset-heading = Set a new password
mail-reset-body = Hello { $name }, enter this code to set a new password. Your username is { $username }.
mail-reset-several = Several accounts have been made with this address, and none of them is verified. Choose yours by its username; the others will be removed.
mail-reset-of = The code for { $username }:
mail-reset-button = Set a new password
mail-reset-not-you = If you did not ask for this, you need not do anything: your password stays as it is.
mail-change-subject = Confirm your new address at { $shop }
mail-change-heading = Confirm your new address
mail-change-body = Hello { $name }, enter this code to move your account to this address:
mail-change-button = Confirm the address
mail-change-not-you = If you did not ask for this, you need not do anything.
mail-moved-subject = Your address at { $shop } was changed
mail-moved-heading = Your e-mail address was changed
mail-moved-body = Hello { $name }, your account has another e-mail address from now on. Mails no longer come to this one.
mail-moved-not-you = If it was not you, write to us at once.
mail-password-subject = Your password at { $shop } was changed
mail-password-heading = Your password was changed
mail-password-body = Hello { $name }, the password of your account was changed, and all other devices were signed out.
mail-password-not-you = If it was not you, set a new password at once.
mail-deleted-subject = Your account at { $shop } is deleted
mail-deleted-heading = Your account is deleted
mail-deleted-body = Goodbye { $name }. Your account and your files are removed, as you asked.

# The audit log, for admins.
audit-title = Audit log
audit-lead = What moderators and admins changed, the latest first. Entries are never changed and never removed.
audit-all = All entries
audit-empty = Nothing is written down here.
audit-change = { $field }: { $was } → { $is }
audit-new = { $field }: { $is }

export-section = A copy of it
export-lead = Your account, how far you are in each book, your marks and notes, in one file (JSON) for you or for another program.
export-link = Download my data

# Accounts as admins look after them

account-closed = The shop has closed this account. Reason: { $reason }
role-reader = Reader
role-moderator = Moderator
role-editor = Bookseller
role-admin = Admin
log-user-role = Role changed
log-user-close = Account closed
log-user-reopen = Account opened again
log-user-end-session = Session ended
log-user-end-sessions = All sessions ended
log-user-resend = Mail sent again
log-role = Role
log-closed = Closed
log-device = Device
log-sessions-ended = Sessions ended
log-mail = Mail
log-mail-reset = code for another password
log-mail-verification = code for the e-mail address
log-yes = yes
log-no = no
