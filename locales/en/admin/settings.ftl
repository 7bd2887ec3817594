# The settings of the shop, as its owner changes them in the panel.

lead = What you save takes effect at once, on every page and in every new e-mail.
tabs = Settings
tab-shop = Shop
tab-seller = Seller
tab-mail = E-mails
tab-payment = Payment
tab-limits = Limits
save = Save
apart = Save your other changes first, or they will be lost.
fixed = Set by the operator with { $source }; it can only be changed there.
changed-meanwhile = { $name } has changed this in the meantime: { $settings }. Save again to keep your choice.
no-such-setting = There is no such setting.
wrong-shape = This value does not suit this setting.

# What is wrong with a value.
too-long = { $most ->
    [one] At most { $most } character.
   *[other] At most { $most } characters.
}
not-a-line = Write it on one line, without special characters.
unseen = Write at least one visible letter, digit or sign.
not-a-rate = A percentage from 0 to 100, such as 9 or 5.5.
not-an-amount = An amount, such as 10000.
not-a-sender = An e-mail address, such as shop@example.org.
lone-brace = There is a single brace.
no-such-place = “{ $place }” does not exist in this e-mail. These do: { $places }.
not-a-switch = Choose one of the two.
out-of-range = A whole number from { $least } to { $most }.
not-a-colour = A colour, such as #0a5c36.
light-unreadable = In light colours, the text of the sign-in bar would have a contrast of only { $ratio } on this background; it needs { $least }. Choose a darker colour.
dark-unreadable = In dark colours, the text of the sign-in bar would have a contrast of only { $ratio } on this background; it needs { $least }. Choose a lighter colour.
not-a-text = Write plain text, without special characters.
not-a-language = Choose at least one language.
not-offered = Choose a language that the shop offers.

# The shop.
names = The name of the shop
names-lead = It appears in the top bar, in the titles of pages, in e-mails and in the installed app.
shop-name = Name in Latin letters
shop-name-hint = For pages in French and English. Left empty: Warraq.
shop-name-ar = Name in Arabic letters
shop-name-ar-hint = For pages in Arabic. Left empty: ورّاق.
descriptions = About the shop
descriptions-lead = A sentence or two for search engines and for the installed app. Left empty: the standard text.
description-en = In English
description-fr = In French
description-ar = In Arabic
languages-title = Languages
languages = Languages for readers
languages-hint = Pages in the other languages lead to the first language, and e-mails are written in it. The panel stays available in all three.
default-language = First language
default-language-hint = For anyone who asks for none of these.
colours = Colours of the sign-in pages
colours-lead = The background of their top bar and heading. The text on it must be easy to read; this is checked.
accent = Background in light colours
accent-hint = Dark, because the text on it is light: #0a5c36. Left empty: the original colour.
accent-dark = Background in dark colours
accent-dark-hint = Light, because the text on it is dark: #9fd8b8. Left empty: the original colour.
logo = Logo
logo-lead = It appears in the top bar, on the sign-in pages and in e-mails, and becomes the icon of the installed app.
logo-file = Picture
logo-hint = PNG, WebP or JPEG, at most 5 MB and 4,096 pixels a side; best with a transparent background. SVG is not accepted.
logo-send = Use this picture
logo-icon = Icon of the installed app
logo-remove = Remove the logo
logo-remove-title = Remove the logo?
logo-remove-follows = The original logo takes its place in the top bar, in e-mails and in the installed app. To use yours again, you need its file.
logo-missing = Choose a picture.
logo-kind = This is not a PNG, WebP or JPEG picture.
logo-too-large = The picture is too large: at most 5 MB and 4,096 pixels a side.
logo-damaged = The picture is damaged.

# Who sells.
seller = Who sells
seller-lead = Shown on new receipts and in the terms of sale; receipts already issued stay as they are.
seller-name = Name of the business
seller-name-hint = Left empty: the name of the shop.
seller-address = Address
seller-phone = Telephone
seller-nif = Tax number (NIF)
seller-rc = Commercial register (RC)
seller-ai = Tax article (AI)
seller-nis = Statistical number (NIS)
seller-vat = VAT included in prices, in percent
seller-vat-hint = Leave it empty if you owe none. Receipts then do not mention VAT.

# Mail.
sender = Sender of e-mails
sender-lead = Readers see this as the sender.
mail-from = Sender of e-mails
sender-name = Name
sender-name-hint = Usually the name of the shop.
sender-address = E-mail address
sender-address-hint = An address of your own domain; mail servers distrust others. Both left empty: no-reply at the shop’s address.
test-mail-title = Are e-mails sent?
mail-into-folder = There is no mail server: e-mails are put into a folder, and nobody gets them.
mail-by-server = E-mails are sent by the mail server that the operator set up.
mail-server-secret = The mail server and its password are kept outside the database. The operator sets them with
test-mail = Send a test e-mail to me
test-mail-sent = The mail server accepted an e-mail to { $address }.
test-mail-laid = There is no mail server: the e-mail to { $address } was only put into a folder, and nobody gets it.
test-mail-failed = The mail server did not accept an e-mail to { $address }.
answer = The answer was:
test-mail-subject = Test e-mail from { $shop }
test-mail-heading = E-mails are sent
test-mail-body = Hello { $name }, { $shop } can send e-mails: this is one.
test-mail-button = Open the e-mail settings
letters = Texts of e-mails
letters-lead = Each e-mail has a standard text. You can write your own instead, in each language.
letter-own = (yours)
letter-in = { $mail } – { $language }
letter-lead = Codes, links and warnings in an e-mail stay as they are, whatever you write.
places = What is left empty uses the standard text. You can write: { $places }.
letter-subject = Subject
letter-opening = Opening
letter-opening-hint = In place of the first paragraph.
letter-closing = Closing
letter-closing-hint = After the text and the button, before the final notes of the e-mail.
letter-preview = Preview
letter-preview-lead = As you would receive it, in plain text. Nothing is sent.
letter-ours = Restore the standard text
letter-verify = Verify the e-mail address
letter-reset = Code for a new password
letter-change = Code for a new e-mail address
letter-known = The e-mail address is taken
letter-moved = The e-mail address was changed
letter-password = The password was changed
letter-deleted = The account is deleted
letter-receipt = Receipt
letter-credit = Credit note

# Payment.
gateway = The payment service
payments-on = The shop takes payments.
payments-off = The shop takes no payments: only free books are available.
payment-secret = The key to the payment service is kept outside the database and never shown. The operator sets it with
test-payment = Test the payment service
payment-answers = The payment service answers: { $service }. Nothing was paid.
payment-fails = The payment service does not answer as it should.
buying = Buying
payments = Take payments
payments-hint = Anyone who has started to pay can finish, and gets their books; nothing new can be bought in the meantime.
switch-on = Yes
switch-off = Not now
refunds = Refunds
refunds-alone = Largest refund by one admin alone
refunds-alone-hint = Above this, a second admin has to approve. Left empty: any amount.
in-currency = { $setting } ({ $currency })

# Limits.
limits = What is accepted
limits-lead = What protects the shop itself cannot be raised here.
epub-largest = Largest EPUB accepted, in MB
pdf-largest = Largest PDF accepted, in MB
saves-per-book = Downloads of a book by one reader in 30 days
saves-per-book-hint = Reading in the browser and on the device does not count.
comments-per-minute = Comments by one reader per minute
comments-per-minute-hint = After a pause, twice as many are accepted at once.

# The audit log.
log-change = Settings changed
log-settings = Settings
log-default = (default)
log-own = (your own)
