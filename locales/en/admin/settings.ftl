# The settings of the shop, as its owner changes them in the panel.

lead = What you save holds at once, on every page and in every new mail.
tabs = Settings
tab-shop = Shop
tab-seller = Seller
tab-mail = Mail
tab-payment = Payment
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
not-a-rate = A percentage from 0 to 100, such as 9 or 5.5.
not-an-amount = An amount such as 10000.
not-a-sender = An e-mail address such as shop@example.org.

# The shop.
names = The name of the shop
names-lead = It stands in the bar, in the titles of pages, in mails and in the installed app.
shop-name = Name in Latin letters
shop-name-hint = For pages in French and English. Empty: Warraq.
shop-name-ar = Name in Arabic letters
shop-name-ar-hint = For pages in Arabic. Empty: ورّاق.

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
test-mail-failed = A mail to { $address } was not taken.
answer = The answer was:
test-mail-subject = Test mail from { $shop }
test-mail-heading = Mails go out
test-mail-body = Hello { $name }, { $shop } can send mails: this is one.
test-mail-button = Settings of mails

# Payment.
gateway = The payment service
payments-on = The shop takes payments.
payments-off = The shop takes no payments: only free books can be had.
payment-secret = The key to the payment service is kept outside of the database and never shown. The operator sets it with
test-payment = Test the payment service
payment-answers = The payment service answers: { $service }. Nothing was paid.
payment-fails = The payment service does not answer as it should.
refunds = Refunds
refunds-alone = Largest refund by one admin alone
refunds-alone-hint = Above it a second admin has to agree. Empty: any amount.
in-currency = { $setting } ({ $currency })

# The audit log.
log-change = Changed settings
log-settings = Settings
log-default = (default)
