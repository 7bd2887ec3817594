-- Running the shop: copies that are made of it, and which mails went out.

-- Backups of this shop, for its people to see when there was one. While one runs, files of the media storage stay.
create table backups (
    id key,
    started_at timestamp not null,
    held_until timestamp, -- no file is removed before; moved on while it runs, null once it has ended
    finished_at timestamp, -- null: it runs, or it broke off
    rows_copied bigint,
    files_copied bigint,
    bytes bigint -- of the archive
);
create index backups_held on backups (held_until) where held_until is not null;
create index backups_finished on backups (finished_at, id) where finished_at is not null;

-- When a process took a job up that has not told how it ended, and when what is done at intervals was last done.
alter table jobs add column leased_at timestamp;
alter table jobs add column done_at timestamp;

-- What became of each mail, for 90 days. It never holds what stood in it: no code, no link.
create table mail_log (
    id key,
    job_id bigint not null, -- the job that sends it: its tries are one row
    kind text not null, -- of that job
    payload text not null, -- of that job: with it the mail is made and sent anew
    user_id bigint references users (id) on delete cascade, -- whose account it is about, where it still is
    email text not null,
    locale text not null,
    state text not null, -- sent, waiting (to be tried again) or failed
    answer text, -- what the mail server said to what failed
    tries bigint not null,
    at timestamp not null, -- of the last try
    check (state in ('sent', 'waiting', 'failed'))
);
create unique index mail_log_job_id on mail_log (job_id);
create index mail_log_user on mail_log (user_id) where user_id is not null;
create index mail_log_email on mail_log (email, id);
create index mail_log_state on mail_log (state, id);
create index mail_log_at on mail_log (at, id);
