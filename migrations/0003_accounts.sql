-- Users, how they prove who they are, and what they chose.

create table users (
    id key,
    username text not null,
    folded_username text not null, -- names that look alike fold to the same
    email text not null, -- as it was typed
    folded_email text not null,
    claimed_at timestamp not null, -- since when the account has this address, verified or not
    verified_at timestamp, -- null: nobody has shown that the address is theirs
    password_hash text not null, -- argon2id, in the PHC string format
    password_version bigint not null default 1, -- counts the passwords that the account has had
    name text not null default '', -- what they want to be called
    phone text, -- E.164
    role text not null default 'reader',
    locale text not null,
    theme text not null default 'auto',
    picture text, -- the version of the picture, which stands in its address
    folder text not null, -- where the picture lies in the media storage
    created_at timestamp not null,
    updated_at timestamp not null,
    version bigint not null default 1,
    check (role in ('reader', 'moderator', 'editor', 'admin')),
    check (theme in ('auto', 'light', 'dark'))
);
create unique index users_folded_username on users (folded_username);
-- Unique among verified accounts only: who signs up with somebody else's address learns nothing and blocks nobody.
create unique index users_folded_email on users (folded_email) where verified_at is not null;
create index users_by_email on users (folded_email, claimed_at, id);
create index users_admins on users (id) where role = 'admin';
create index users_unverified on users (created_at, id) where verified_at is null;

create table sessions (
    id key,
    user_id bigint not null references users (id) on delete cascade,
    kind text not null, -- web: a cookie; api: tokens
    secret_hash text not null, -- of the cookie's value, or of the refresh token that is good now
    remembered boolean not null,
    device text not null, -- the program and the system, as the client named them
    mark_hash text not null, -- of the mark of the browser, by which known_devices has it
    created_at timestamp not null,
    last_seen_at timestamp not null,
    expires_at timestamp not null, -- however often it is used
    check (kind in ('web', 'api'))
);
create unique index sessions_secret_hash on sessions (secret_hash);
create index sessions_user on sessions (user_id, id);
create index sessions_expires on sessions (expires_at, id);

create table access_tokens (
    token_hash text not null primary key,
    session_id bigint not null references sessions (id) on delete cascade,
    expires_at timestamp not null
);
create index access_tokens_session on access_tokens (session_id);
create index access_tokens_expires on access_tokens (expires_at);

-- Refresh tokens that were exchanged already. One that comes again was stolen, and ends its session.
create table spent_refresh_tokens (
    token_hash text not null primary key,
    session_id bigint not null references sessions (id) on delete cascade
);
create index spent_refresh_tokens_session on spent_refresh_tokens (session_id);

create table email_codes (
    id key,
    user_id bigint not null references users (id) on delete cascade,
    purpose text not null, -- verify, reset or change
    email text not null, -- the address that the code was sent to
    folded_email text not null,
    salt text not null,
    code_hash text not null,
    tries bigint not null default 0,
    created_at timestamp not null,
    expires_at timestamp not null,
    unique (user_id, purpose),
    check (purpose in ('verify', 'reset', 'change'))
);
create index email_codes_email on email_codes (folded_email, purpose);
create index email_codes_expires on email_codes (expires_at, id);

-- Mails that were sent lately, so that nobody's mailbox is filled: an address, as a hash, has five places for each kind.
create table mails_sent (
    recipient_hash text not null,
    kind text not null, -- verify, reset, change or warning
    slot bigint not null, -- 0 to 4
    taken_at timestamp not null,
    sent boolean not null, -- false: being sent, or its process died
    primary key (recipient_hash, kind, slot)
);
create index mails_sent_taken on mails_sent (taken_at);

-- Failed sign-ins by what was typed, whether or not such an account exists.
create table sign_in_locks (
    login_hash text not null primary key,
    failures bigint not null,
    locked_until timestamp not null,
    failed_at timestamp not null
);
create index sign_in_locks_failed on sign_in_locks (failed_at);

-- Browsers in which somebody has signed in before: a lock that strangers caused does not hold there.
create table known_devices (
    token_hash text not null,
    user_id bigint not null references users (id) on delete cascade,
    seen_at timestamp not null,
    primary key (token_hash, user_id)
);
create index known_devices_user on known_devices (user_id);
create index known_devices_seen on known_devices (seen_at);

create table user_genres (
    user_id bigint not null references users (id) on delete cascade,
    genre_id bigint not null references genres (id) on delete cascade,
    primary key (user_id, genre_id)
);
create index user_genres_genre on user_genres (genre_id);

-- Readers of whom something changed that their taste is known by, until somebody has taken notice. How often it changed
-- tells whether that was once more meanwhile.
create table changed_tastes (
    user_id bigint not null primary key references users (id) on delete cascade,
    times bigint not null default 1
);
