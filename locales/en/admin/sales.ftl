# What was sold in a month, or in other days.

lead = What was sold and paid back, for the accounts and for settling with publishers and authors.
export = Export (CSV)
show = Show
months = Months
from = From
to = To
from-to = { $from } to { $to }
orders-paid = Paid orders: { $count }
ways = Added up by
by-book = Books
by-publisher = Publishers
by-author = Authors
by-line = Every line
caption = Sales
nothing = Nothing was sold in this time.
no-name = Without
note = An order counts on the day on which it was paid, a refund on the day on which it was decided. Tax is as the receipts say it; the fee is what the payment service kept, where it has told it.
month-wrong = That is no month from 2000 to 2199. Write it like 2026-11.
day-wrong = That is no day from 2000 to 2199. Write it like 2026-11-30.
to-wrong = The last day comes before the first.
too-many-days = Choose three years at most.
column-date = Date
column-kind = Kind
column-order = Order
column-receipt = Receipt
column-book = Book
column-authors = Authors
column-publisher = Publisher
column-amount = Amount
column-tax = Tax contained
column-fee = Payment fee
short-tax = Tax
short-fee = Fee
column-copies = Copies
column-copies-back = Copies paid back
column-sold = Sold
column-refunded = Paid back
column-net = Net
kind-sale = Sale
kind-refund = Refund
file-lines = sales
file-books = sales-by-book
file-publishers = sales-by-publisher
file-authors = sales-by-author
back = { $count ->
    [one] one paid back
   *[other] { $count } paid back
}
