-- Work that is done after the transaction that wanted it. A row goes when its job is done; one that failed too often
-- stays as a dead letter, for 30 days. What is done at intervals has one row for ever, which moves on to its next time.
create table jobs (
    id key,
    kind text not null, -- the name that the program's code has for it
    payload text not null, -- JSON, read by the code of its kind alone
    due_at timestamp not null, -- when it may be taken up; while it runs, the end of its lease
    wanted_at timestamp not null, -- when it was first to run
    tries bigint not null, -- begun so far
    last_error text,
    dead_at timestamp, -- when it was given up
    schedule text, -- the name of what is done at intervals; unique
    about text -- what it goes with, such as `user:7`
);
create index jobs_due on jobs (due_at, id) where dead_at is null;
create index jobs_dead on jobs (dead_at, id) where dead_at is not null;
create index jobs_about on jobs (about) where about is not null;
create unique index jobs_schedule on jobs (schedule);
