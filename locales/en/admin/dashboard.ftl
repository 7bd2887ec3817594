# The panel’s first page: how the shop does, and what needs somebody.
lead = How the shop is doing, and what needs you.
steps = First steps
steps-done = { $done } of { $all } done
step-is-done = Done:
step-name = Give the shop its name
step-name-why = It appears in the top bar, on receipts and in e-mails.
step-seller = Say who sells
step-seller-why = Name, address and tax numbers appear on receipts, as the law requires.
step-book = Add the first book
step-book-why = Add an EPUB or a PDF: its details are filled in from the file.
step-payment = Take payments
step-payment-why = With the keys of your Chargily account, set on the server that runs the shop.
step-mail = Send e-mails
step-mail-why = Until a mail server is set, e-mails stay in a folder on the server: no code reaches a reader.
waits = What needs attention now
waits-nothing = Nothing. Everything is done.
wait-reports = { $count ->
    [one] comment to look at
   *[other] comments to look at
}
wait-refunds = { $count ->
    [one] refund to decide or to send
   *[other] refunds to decide or to send
}
wait-doubts = { $count ->
    [one] payment in doubt
   *[other] payments in doubt
}
wait-jobs = { $count ->
    [one] job that failed
   *[other] jobs that failed
}
wait-missed = { $count ->
    [one] book that could not be published at its set time
   *[other] books that could not be published at their set time
}
wait-fileless = { $count ->
    [one] published book without a file
   *[other] published books without a file
}
wait-drafts = { $count ->
    [one] draft to publish
   *[other] drafts to publish
}
periods = Period
today = Today
last-week = Last 7 days
week-before = The previous 7 days
last-month = Last 30 days
month-before = The previous 30 days
last-year = Last 365 days
year-before = The previous 365 days
revenue = Revenue
revenue-gross = Paid
refunded = Refunded
orders = Paid orders
placed = Orders placed
placed-paid = Of which paid
conversion = Share of orders paid
conversion-hint = Of the orders placed in this period.
readers = New readers
reading = Reading time
reading-minutes = Reading time (minutes)
refusals = Refused payments
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
as-before = Same as before
before-nothing = Nothing before
before-was = Before: { $value }
more = { $percent } more than before
less = { $percent } less than before
counted-at = Counted at { $time }; updated every two minutes.
day = Day
month = Month
top-books = Best-selling books
top-genres = Best-selling genres
nothing-sold = Nothing was sold in this period.
export = Download the figures
export-from = From
export-to = To
export-button = Download (CSV)
day-wrong = This is not a day between 2000 and 2199.
range-wrong = The last day is before the first, or more than three years after it.
copies = { $count ->
    [one] { $count } copy
   *[other] { $count } copies
}
