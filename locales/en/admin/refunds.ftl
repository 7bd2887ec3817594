# Refunds in the panel.

lead = Money that goes back. The payment service cannot send it: a person does, and writes the reference down here.
which = Which refunds
state-waiting = For a second admin
state-owed = To be sent
state-settled = Sent
state-declined = Declined
findings = Not in agreement
findings-lead = Every night the payment service’s list is compared with the shop’s. This is what did not agree; look at each with the service.
none-waiting = Nothing waits for a second admin.
none-owed = No money has to be sent.
none-settled = No money was sent back yet.
none-declined = No refund was declined.
none-found = Everything agrees with the payment service’s list.
of-order = Order { $number }
by-itself = the shop: paid twice, or for what could not be given
asker-gone = account deleted
reference = Reference of the transfer
reference-hint = Of the postal account or the bank.
keeps-books = The buyer keeps the books
agree = Agree
decline = Decline
take-back = Take back
needs-other = Another admin has to agree.
settle = The money was sent
