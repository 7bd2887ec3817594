# What was sold in a month, or in other days.

lead = What was sold and refunded, for the accounts and for settling with publishers and authors.
export = Export (CSV)
show = Show
months = Months
from = From
to = To
from-to = { $from } to { $to }
orders-paid = Paid orders: { $count }
ways = Grouped by
by-book = Books
by-publisher = Publishers
by-author = Authors
by-line = Every line
caption = Sales
nothing = Nothing was sold in this period.
no-name = None
note = An order counts on the day it was paid, a refund on the day it was decided. Tax is as on the receipts; the fee is what the payment service kept, where it has said so.
month-wrong = This is not a month between 2000 and 2199. Write it like 2026-11.
day-wrong = This is not a day between 2000 and 2199. Write it like 2026-11-30.
to-wrong = The last day comes before the first.
too-many-days = Choose at most three years.
column-date = Date
column-kind = Kind
column-order = Order
column-receipt = Receipt
column-book = Book
column-authors = Authors
column-publisher = Publisher
column-amount = Amount
column-tax = Tax included
column-fee = Payment fee
short-tax = Tax
short-fee = Fee
column-copies = Copies
column-copies-back = Copies refunded
column-sold = Sold
column-refunded = Refunded
column-net = Net
kind-sale = Sale
kind-refund = Refund
file-lines = sales
file-books = sales-by-book
file-publishers = sales-by-publisher
file-authors = sales-by-author
back = { $count ->
    [one] one refunded
   *[other] { $count } refunded
}
