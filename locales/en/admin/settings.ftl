# The settings of the shop, as its owner changes them in the panel.

lead = What you save holds at once, on every page and in every new mail.
tabs = Settings
tab-shop = Shop
tab-seller = Seller
tab-mail = Mail
tab-payment = Payment
tab-limits = Limits
save = Save
fixed = Set by the operator with { $source }; it can only be changed there.
changed-meanwhile = { $name } has changed this meanwhile: { $settings }. Save again if yours is to stand.
no-such-setting = There is no such setting.
wrong-shape = This is not a value for this setting.

# What is wrong with a value.
too-long = { $most ->
    [one] At most { $most } character.
   *[other] At most { $most } characters.
}
not-a-line = Write it on one line, without special marks.
unseen = Write at least one letter, digit or sign that can be seen.
not-a-rate = A percentage from 0 to 100, such as 9 or 5.5.
not-an-amount = An amount such as 10000.
not-a-sender = An e-mail address such as shop@example.org.
lone-brace = A brace stands alone.
no-such-place = There is no “{ $place }” in this mail. There is: { $places }.
not-a-switch = Choose one of the two.
out-of-range = A whole number from { $least } to { $most }.
not-a-colour = A colour such as #0a5c36.
light-unreadable = In light colours the words of the sign-in bar would stand out from this ground by { $ratio } only; they need { $least }. Take a darker colour.
dark-unreadable = In dark colours the words of the sign-in bar would stand out from this ground by { $ratio } only; they need { $least }. Take a lighter colour.
not-a-text = Write plain text, without special marks.
not-a-language = Choose at least one language.
not-offered = Choose a language that the shop offers.

# The shop.
names = The name of the shop
names-lead = It stands in the bar, in the titles of pages, in mails and in the installed app.
shop-name = Name in Latin letters
shop-name-hint = For pages in French and English. Empty: Warraq.
shop-name-ar = Name in Arabic letters
shop-name-ar-hint = For pages in Arabic. Empty: ورّاق.
descriptions = What the shop is
descriptions-lead = A sentence or two for search engines and for the installed app. Empty: our own words.
description-en = In English
description-fr = In French
description-ar = In Arabic
languages-title = Languages
languages = Languages for readers
languages-hint = Pages in the others lead to the first language, and mails are written in it. The panel stays in all of them.
default-language = First language
default-language-hint = For whoever asks for none of these.
colours = Colours of the sign-in pages
colours-lead = The ground of their bar and heading. Words on it must be easy to read, which is checked.
accent = Ground in light colours
accent-hint = Dark, since light words stand on it: #0a5c36. Empty: our ink.
accent-dark = Ground in dark colours
accent-dark-hint = Light, since dark words stand on it: #9fd8b8. Empty: our paper.
logo = Logo
logo-lead = It stands in the bar, on the sign-in pages and in mails, and becomes the icon of the installed app.
logo-file = Picture
logo-hint = PNG, WebP or JPEG, at most 5 MB and 4,096 pixels a side; best with a transparent ground. SVG is not taken.
logo-send = Use this picture
logo-icon = Icon of the installed app
logo-remove = Remove the logo
logo-remove-title = Remove the logo?
logo-remove-follows = Our own mark takes its place in the bar, in mails and in the installed app. To have yours again, you need its file.
logo-missing = Choose a picture.
logo-kind = This is no PNG, WebP or JPEG picture.
logo-too-large = The picture is too large: at most 5 MB and 4,096 pixels a side.
logo-damaged = The picture is damaged.

# Who sells.
seller = Who sells
seller-lead = New receipts and the terms of sale say it; receipts that were issued stay as they are.
seller-name = Name of the business
seller-name-hint = Empty: the name of the shop.
seller-address = Address
seller-phone = Telephone
seller-nif = Tax number (NIF)
seller-rc = Commercial register (RC)
seller-ai = Tax article (AI)
seller-nis = Statistical number (NIS)
seller-vat = VAT contained in prices, in percent
seller-vat-hint = Empty if you owe none. Receipts then say nothing of VAT.

# Mail.
sender = Who mails come from
sender-lead = Readers see this as the sender.
mail-from = Sender of mails
sender-name = Name
sender-name-hint = Usually the name of the shop.
sender-address = E-mail address
sender-address-hint = An address of your own domain; mail servers distrust others. Both empty: no-reply at the shop’s address.
test-mail-title = Do mails go out?
mail-into-folder = There is no mail server: mails are laid into a folder, and nobody gets them.
mail-by-server = Mails go to the mail server that the operator set up.
mail-server-secret = The mail server and its password are kept outside of the database. The operator sets them with
test-mail = Send a test mail to me
test-mail-sent = A mail to { $address } was taken.
test-mail-laid = There is no mail server: the mail to { $address } was laid into a folder only, and nobody gets it.
test-mail-failed = A mail to { $address } was not taken.
answer = The answer was:
test-mail-subject = Test mail from { $shop }
test-mail-heading = Mails go out
test-mail-body = Hello { $name }, { $shop } can send mails: this is one.
test-mail-button = Settings of mails
letters = Words of mails
letters-lead = Each mail has words of ours. You can write your own in their place, for each language.
letter-own = (yours)
letter-in = { $mail } – { $language }
letter-lead = Codes, links and warnings of a mail stay as they are, whatever you write.
places = What is empty is said in our words. You can write: { $places }.
letter-subject = Subject
letter-opening = Opening
letter-opening-hint = In place of the first paragraph.
letter-closing = Closing
letter-closing-hint = After the text and the button, before the last notes of the mail.
letter-preview = Preview
letter-preview-lead = As you would get it, as plain text. Nothing is sent.
letter-ours = Back to our words
letter-verify = Confirm the address
letter-reset = Code for another password
letter-change = Code for another address
letter-known = The address is taken
letter-moved = The address was changed
letter-password = The password was changed
letter-deleted = The account is gone
letter-receipt = Receipt
letter-credit = Note of credit

# Payment.
gateway = The payment service
payments-on = The shop takes payments.
payments-off = The shop takes no payments: only free books can be had.
payment-secret = The key to the payment service is kept outside of the database and never shown. The operator sets it with
test-payment = Test the payment service
payment-answers = The payment service answers: { $service }. Nothing was paid.
payment-fails = The payment service does not answer as it should.
buying = Buying
payments = Take payments
payments-hint = Whoever has begun to pay can end it, and their books come; nothing new can be bought meanwhile.
switch-on = Yes
switch-off = Not now
refunds = Refunds
refunds-alone = Largest refund by one admin alone
refunds-alone-hint = Above it a second admin has to agree. Empty: any amount.
in-currency = { $setting } ({ $currency })

# Limits.
limits = How much is taken
limits-lead = What protects the shop itself cannot be raised here.
epub-largest = Largest EPUB that is dropped into the panel, in MB
pdf-largest = Largest PDF that is dropped into the panel, in MB
saves-per-book = Files of a book that a reader saves in thirty days
saves-per-book-hint = Reading in the browser and on the device is not counted.

# The audit log.
log-change = Changed settings
log-settings = Settings
log-default = (default)
log-own = (your own)
