# Refunds in the panel.

lead = Money to send back. The payment service cannot send it: a person does, and records the reference here.
which = Which refunds
state-waiting = Waiting for a second admin
state-owed = To be sent
state-settled = Sent
state-declined = Declined
findings = Differences
findings-lead = Every night the payment service’s list is compared with the shop’s. These are the differences; check each one with the service.
none-waiting = Nothing is waiting for a second admin.
none-owed = There is no money to send.
none-settled = No money has been sent back yet.
none-declined = No refund was declined.
none-found = Everything matches the payment service’s list.
of-order = Order { $number }
by-itself = the shop: paid twice, or for books that could not be delivered
asker-gone = account deleted
reference = Reference of the transfer
reference-hint = From the postal account or the bank.
keeps-books = The buyer keeps the books
agree = Approve
decline = Decline
take-back = Withdraw
needs-other = Another admin has to approve.
settle = Mark as sent
