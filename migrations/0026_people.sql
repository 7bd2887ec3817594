-- People by username with all that a list of them is narrowed by, so that only those are read who are shown.
create index users_named on users (folded_username, id, folded_email, role, closed_at, suspended_until, verified_at);
