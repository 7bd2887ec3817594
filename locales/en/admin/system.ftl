# Running the shop's machinery: jobs, mails, health.

# Jobs.
jobs-lead = What the shop does by itself, later or at intervals. What failed too often waits here for you.
state-dead = Failed
state-waiting = Waiting
state-running = Running
state-scheduled = At intervals
state-removed = Thrown away
no-dead = Nothing has failed.
no-waiting = Nothing is waiting.
no-running = Nothing is running.
no-scheduled = Nothing is done at intervals.
column-job = Job
column-state = State
column-wanted = Asked for
column-given-up = Given up
column-due = Due
column-begun = Begun
column-done = Last done
column-next = Next time
column-tries = Tries
column-error = What it last said
retry = Try again
retry-all = Try all failed ones again
now = Do now
remove = Throw away
remove-title =
    { $count ->
        [one] Throw away { $count } job?
       *[other] Throw away { $count } jobs?
    }
remove-follows = What they were to do will not be done.
cancel = Cancel
retried = is done now
removed = thrown away
gone = is gone: it was done, or somebody else threw it away
nothing = Nothing chosen
nothing-chosen = choose at least one row
job-runs = It is running at this moment.
job-scheduled = It is done at intervals and belongs to the shop.
further = Next page
all = All

# What jobs and mails are about.
kind-verification = Mail: confirm the address
kind-reset = Mail: new password
kind-change = Mail: confirm the new address
kind-email-changed = Mail: the address was changed
kind-password-changed = Mail: the password was changed
kind-account-deleted = Mail: the account was deleted
kind-receipt = Mail: receipt
kind-accounts-tidy = Remove old codes and sessions
kind-pictures = Remove old profile pictures
kind-similar = Find similar books
kind-names = Look for names that may mean the same
kind-redraw = Draw covers again
kind-ask-payment = Ask the gateway about a payment
kind-walk-payments = Compare payments with the gateway
kind-downloads = Remove old download links
kind-carts = Remove forgotten carts
kind-give-up-orders = Cancel unpaid orders
kind-idempotency = Remove answers kept for repeated requests
kind-recount = Recount ratings and comments
kind-best-sellers = Count best sellers
kind-for-you = Make recommendations
kind-learn = Learn which books go together
kind-jobs-tidy = Remove old failed jobs
kind-media-tidy = Remove files of deleted books
kind-figures = Count the figures of the overview
kind-upload = Check a file that was sent
kind-cut-sample = Cuts a sample again
kind-uploads-tidy = Remove uploads that came to nothing
kind-place-again = Find readers’ places in a new file

# Mails.
mails-lead = What was sent to whom in the last 90 days. Codes and links are not kept.
mails-caption = Mails
search-address = E-mail address
mail-sent = Sent
mail-waiting = Will be tried again
mail-failed = Failed
column-mail = Mail
column-to = To
column-at = When
column-answer = Answer of the mail server
no-mail = No mail has been sent yet.
no-such-mail = No mail matches.
resend = Send anew
resent = is sent anew
mail-waits = It is tried again by itself.
tries =
    { $count ->
        [one] { $count } try
       *[other] { $count } tries
    }

# Health.
health-lead = Whether everything works, and what to do where it does not.
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
part-mail = Mail
part-gateway = Payments
part-search = Search
part-disk = Disk
part-jobs = Jobs
part-backup = Backup
found-database = { $kind }, schema { $schema }
found-mail = Mails go out.
found-mail-folder = Mails are laid into a folder and reach nobody.
found-mail-failed =
    { $count ->
        [one] { $count } mail did not go out since yesterday.
       *[other] { $count } mails did not go out since yesterday.
    }
found-no-gateway = No payments are taken; only free books can be had.
found-search-anew = The index is being made.
found-search-behind = The index follows what has just changed.
found-search =
    { $count ->
        [one] { $count } entry in the index.
       *[other] { $count } entries in the index.
    }
found-room = { $free } free of { $total }
found-unknown = Not known here.
found-jobs = Due: { $due }. Failed: { $dead }.
found-late = The oldest has been due since { $date }.
found-no-backup = There has been no backup yet.
found-saving = A backup is being made.
found-backup = Last made on { $date }, { $size }
advice-database = See whether the database server runs and can be reached.
advice-storage = See whether the folder or the bucket is there and may be written to.
advice-mail = Look at the answers under Mails; check the mail server’s address and password in the settings.
advice-mail-folder = Set a mail server before readers come.
advice-no-gateway = Set up the gateway when books are to be sold.
advice-gateway = Payments wait and are asked about again. If it lasts, check the key and the gateway’s own status page.
advice-search = Wait a moment. Until then titles are found by their beginning.
advice-disk = Make room, or move the data folder to a larger disk.
advice-jobs = Look at the failed ones under Jobs.
advice-late = See whether the shop’s program runs, and look at Jobs.
advice-backup = Run: warraq backup FILE

# The audit log.
log-retry = Had a job tried again
log-remove = Threw a job away
log-resend = Sent a mail anew
log-job = Job
log-mail = Mail
