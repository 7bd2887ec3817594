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
wrong-pair = This name and this password do not match. Check both and try again.
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
token-wrong = You are no longer signed in. Sign in again.

# Signing up.
sign-up-page = Create an account
sign-up-title = A place for your books
sign-up-lead = With an account your library, your place in each book and your favourites are the same on every device.
sign-up-button = Create the account
sign-up-link = Create an account
sign-up-known = Already have an account?
username-label = Username
username-hint = 3 to 30 letters, digits, dots, hyphens or underscores. Others see it beside what you write.
username-missing = Choose a username.
username-short = A username has at least 3 letters or digits.
username-long = A username has at most 30 characters.
username-wrong = Only letters, digits, dots, hyphens and underscores: no spaces or other signs.
username-address = A username cannot look like a web address, such as name.com.
username-taken = This username is taken, or looks too much like one that is. Choose another.
email-label = E-mail address
email-hint = We will send a code to verify it. Nobody else sees it.
email-missing = Enter your e-mail address.
email-no-at = An e-mail address has an @ with something on both sides, such as name@example.dz.
email-no-ending = The end of the address is missing, for example “.dz” or “.com”.
email-wrong = We cannot write to this e-mail address. Check it for typing mistakes.
email-unchanged = This is already your address.
phone-label = Phone number
phone-hint = A number without a country code is taken to be Algerian.
phone-wrong = This is not a phone number. Write it as 0551 23 45 67 or with its country code, +213 551 23 45 67.
password-short = A password has at least 8 characters.
password-long = This password is too long. Choose a shorter one.
password-common = This password is one of the first that anybody would try. Choose another one, such as a few words in a row.
choice-wrong = Choose one of the values offered.
locale-wrong = The shop’s languages are en, fr and ar.

# The step of the genres.
welcome-page = Your favourite genres
welcome-title = What do you like to read?
welcome-lead = Choose as many as you like. The shop will show you more of them.
welcome-button = Continue
genres-legend = Genres
genres-title = Favourite genres
genres-none = The shop has no genres yet.
genres-none-chosen = None chosen yet
genres-too-many = That is more genres than the shop has.
genre-unknown = One of these genres no longer exists. Choose again.
skip = Skip this step
save = Save

# A forgotten password.
forgot-page = Forgotten password
forgot-title = A new password
forgot-lead = Enter the e-mail address of your account. We will send a code to it.
forgot-button = Send the code
back-to-sign-in = Back to sign in
reset-page = Set a new password
reset-title = Set a new password
reset-lead = Enter the code from our e-mail and a new password.
reset-lead-sent = If there is an account with { $email }, a code is on its way there. It is valid for one hour.
reset-button = Set the password
new-password-label = New password
no-mail = No e-mail yet?
ask-again = Send another code
code-label = Code
code-hint = The 7 letters and digits from our e-mail.
code-missing = Enter the code from our e-mail.
code-wrong = This code is wrong or no longer valid. Check it, or ask for another one.

# Verifying the address.
verify-page = Verify your e-mail address
verify-title = Verify your e-mail address
verify-lead = We have sent a code to { $email }. It is valid for one hour.
verify-button = Verify
verify-done-title = Your e-mail address is verified
verify-done = There is nothing more to do.
to-shop = Go to the shop
verify-password-hint = You are not signed in here, so your password is needed too.
verify-other = This link is for another account than the one signed in here ({ $username }). Enter the password of that account too.
code-or-password-wrong = The code or the password is wrong, or the code is no longer valid. Check both.
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
unverified-body = For now you can browse and read free books, but not buy or comment. We have sent a code to { $email }.
unverified-link = Enter the code

# Profile.
picture-section = Picture
about-section = About you
name-label = Name
name-hint = The name we use for you. Others see it beside what you write.
name-too-long = A name has at most { NUMBER($most) } characters.
name-wrong = Write the name on one line.
name-says-nothing = A name needs at least one letter or digit.
name-reserved = This name could be mistaken for the shop or its team. Choose another.
picture-missing = Choose a picture first.
picture-kind = This is not a JPEG, PNG or WebP picture.
picture-bytes = This file is larger than 20 MB.
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
new-email-hint = We will send a code to it. Your address changes once you enter that code.
email-button = Send the code
sessions-section = Your signed-in devices
sessions-lead = Sign out any device that you do not recognise, then change your password.
sessions-button = Sign out all other devices
device-unknown = Unknown program
last-active = Last active { $when }, signed in on { $date }

# Preferences.
language-label = Language
language-hint = For the pages and for our e-mails.
theme-label = Colours
theme-auto = As on this device
theme-light = Light
theme-dark = Dark
spoilers-label = Spoilers in comments
spoilers-hint = A comment may give the story away: it is marked as a spoiler, or its writer was further on in the book than you are.
spoilers-by-progress = Show them once I have read the book; fold them until then
spoilers-never = Always fold them until I ask
spoilers-always = Always show them

# Data.
kept-section = What we keep
kept-since = You have been with us since { $date }.
kept-profile = Your name, your e-mail address, your phone number and your picture, as you see them in your profile.
kept-sessions = The devices that you are signed in on, and when each was last active.
kept-genres = Your favourite genres, your language and your colours.
delete-section = Delete the account
delete-lead = Your account and your files are deleted permanently.
delete-link = Delete my account…
delete-title = Delete the account of { $name }?
delete-what = Your profile, your picture, your favourite genres and your lists are deleted at once, and all your devices are signed out. This cannot be undone.
delete-kept = Your comments are deleted; where others replied, an empty place stays. Your orders stay as long as the law requires, without your account.
delete-button = Delete permanently
last-admin = You are the only admin of this shop. Make somebody else an admin first.

# Mails.
mail-sign-off = { $shop }
mail-code-lifetime = The code is valid for one hour and can be used once.
mail-verify-subject = Your code for { $shop }
mail-verify-heading = Verify your e-mail address
mail-verify-body = Hello { $name }, enter this code to verify your e-mail address:
mail-verify-button = Enter the code
mail-verify-not-you = If you did not create an account, you do not need to do anything.
mail-known-subject = Somebody used your address at { $shop }
mail-known-heading = You already have an account
mail-known-body = Hello { $name }, somebody used your e-mail address to create an account. You already have one, with the username { $username }. If it was you, sign in with it, or set a new password.
mail-known-button = Set a new password
mail-known-not-you = If it was not you, you do not need to do anything: nobody was told that you have an account.
mail-reset-subject = Your code for a new password at { $shop }
mail-reset-heading = Set a new password
mail-reset-body = Hello { $name }, enter this code to set a new password. Your username is { $username }.
mail-reset-several = Several accounts were created with this address, and none of them is verified. Find yours by its username; the others will be deleted.
mail-reset-of = The code for { $username }:
mail-reset-button = Set a new password
mail-reset-not-you = If you did not ask for this, you do not need to do anything: your password stays the same.
mail-change-subject = Verify your new address at { $shop }
mail-change-heading = Verify your new e-mail address
mail-change-body = Hello { $name }, enter this code to move your account to this address:
mail-change-button = Enter the code
mail-change-not-you = If you did not ask for this, you do not need to do anything.
mail-moved-subject = Your address at { $shop } was changed
mail-moved-heading = Your e-mail address was changed
mail-moved-body = Hello { $name }, your account now has another e-mail address. Our e-mails no longer come to this one.
mail-moved-not-you = If it was not you, tell us at once:
mail-contact-address = Address
mail-password-subject = Your password at { $shop } was changed
mail-password-heading = Your password was changed
mail-password-body = Hello { $name }, the password of your account was changed, and all other devices were signed out.
mail-password-not-you = If it was not you, set a new password at once.
mail-deleted-subject = Your account at { $shop } is deleted
mail-deleted-heading = Your account is deleted
mail-deleted-body = Goodbye { $name }. Your account and your files are deleted, as you asked.

# The audit log, for admins.
audit-title = Audit log
audit-lead = What moderators and admins changed, the latest first. Entries are never changed or deleted.
audit-all = All entries
audit-empty = There are no entries here.
audit-change = { $field }: { $was } → { $is }
audit-new = { $field }: { $is }

export-section = A copy of your data
export-lead = Your account, your place in each book, your marks and your notes, in one file (JSON) for you or for another program.
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
log-user-end-session = Device signed out
log-user-end-sessions = All devices signed out
log-user-resend = E-mail sent again
log-role = Role
log-closed = Closed
log-device = Device
log-sessions-ended = Devices signed out
log-mail = E-mail
log-mail-reset = code for a new password
log-mail-verification = code to verify the e-mail address
log-yes = yes
log-no = no
