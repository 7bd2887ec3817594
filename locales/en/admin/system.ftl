# Running the shop's machinery: jobs, mails, health.

# Jobs.
jobs-lead = What the shop does by itself, later or at intervals. What has failed too often waits here for you.
state-dead = Failed
state-waiting = Waiting
state-running = Running
state-scheduled = At intervals
state-removed = Deleted
no-dead = Nothing has failed.
no-waiting = Nothing is waiting.
no-running = Nothing is running.
no-scheduled = Nothing is done at intervals.
column-job = Job
column-state = State
column-wanted = Requested
column-given-up = Given up
column-due = Due
column-begun = Started
column-done = Last done
column-next = Next time
column-tries = Tries
column-error = Last message
retry = Try again
retry-all = Try all failed jobs again
now = Do now
remove = Delete
remove-title =
    { $count ->
        [one] Delete { $count } job?
       *[other] Delete { $count } jobs?
    }
remove-follows = What they were to do will not be done.
cancel = Cancel
retried = being done now
removed = deleted
gone = gone: it was done, or somebody else deleted it
nothing = Nothing selected
nothing-chosen = select at least one row
job-runs = It is running at the moment.
job-scheduled = It is done at intervals and belongs to the shop.
further = Next page
all = All

# What jobs and mails are about.
kind-verification = E-mail: verify the address
kind-reset = E-mail: new password
kind-change = E-mail: verify the new address
kind-email-changed = E-mail: the address was changed
kind-password-changed = E-mail: the password was changed
kind-account-deleted = E-mail: the account was deleted
kind-receipt = E-mail: receipt
kind-accounts-tidy = Remove old codes and sign-ins
kind-pictures = Remove old profile pictures
kind-similar = Find similar books
kind-names = Look for possible duplicate names
kind-redraw = Redraw covers
kind-ask-payment = Ask the payment service about a payment
kind-walk-payments = Compare payments with the payment service
kind-downloads = Remove old download links
kind-carts = Remove forgotten carts
kind-give-up-orders = Cancel unpaid orders
kind-idempotency = Remove answers kept for repeated requests
kind-recount = Recount ratings and comments
kind-best-sellers = Count best sellers
kind-for-you = Prepare recommendations
kind-learn = Learn which books go together
kind-jobs-tidy = Remove old failed jobs
kind-media-tidy = Remove files of deleted books
kind-figures = Count the figures of the overview
kind-upload = Check a file that was sent
kind-cut-sample = Make a sample again
kind-uploads-tidy = Remove files that were never completely sent
kind-publish-due = Publish books at their set time
kind-place-again = Find readers’ places in a new file

# Mails.
mails-lead = What was sent to whom in the last 90 days. Codes and links are not kept.
mails-caption = E-mails
search-address = E-mail address
mail-sent = Sent
mail-waiting = Will be tried again
mail-failed = Failed
column-mail = E-mail
column-to = To
column-at = Date
column-answer = Mail server’s answer
no-mail = No e-mail has been sent yet.
no-such-mail = No e-mail matches.
resend = Send again
resent = being sent again
mail-waits = It will be tried again by itself.
tries =
    { $count ->
        [one] { $count } try
       *[other] { $count } tries
    }

# Health.
health-lead = Whether everything works, and what to do if it does not.
health-good = Everything works.
health-attention = Something needs attention.
health-broken = Something does not work.
level-good = Works
level-attention = Attention
level-broken = Broken
column-part = Part
column-found = What was found
column-advice = What to do
version = Version
part-database = Database
part-storage = Files
part-mail = E-mail
part-gateway = Payments
part-search = Search
part-disk = Disk
part-jobs = Jobs
part-backup = Backup
found-database = { $kind }, schema { $schema }
found-mail = E-mails are sent.
found-mail-folder = E-mails are put into a folder and reach nobody.
found-mail-failed =
    { $count ->
        [one] { $count } e-mail has not been sent since yesterday.
       *[other] { $count } e-mails have not been sent since yesterday.
    }
found-no-gateway = No payments are accepted; only free books are available.
found-search-anew = The search index is being built.
found-search-behind = The search index is catching up with the latest changes.
found-search =
    { $count ->
        [one] { $count } entry in the index.
       *[other] { $count } entries in the index.
    }
found-room = { $free } free of { $total }
found-unknown = Unknown here.
found-jobs = Due: { $due }. Failed: { $dead }.
found-late = The oldest has been due since { $date }.
found-no-backup = There has been no backup yet.
found-saving = A backup is being made.
found-backup = Last made on { $date }, { $size }
advice-database = Check that the database server is running and can be reached.
advice-storage = Check that the folder or the bucket exists and can be written to.
advice-mail = Read the answers under E-mails; check the mail server’s address and password.
advice-mail-folder = Set a mail server before readers come.
advice-no-gateway = Set up the payment service in order to sell books.
advice-gateway = Payments are waiting and will be checked again. If this lasts, check the key and the payment service’s own status page.
advice-search = Wait a moment. Until then, titles are found by their first words.
advice-disk = Free some room, or move the data folder to a larger disk.
advice-jobs = Look at the failed jobs under Jobs.
advice-late = Check that the shop’s program is running, and look at Jobs.
advice-backup = Run: warraq backup FILE

# The audit log.
log-retry = Job tried again
log-remove = Job deleted
log-resend = E-mail sent again
log-job = Job
log-mail = E-mail
