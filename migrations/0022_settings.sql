-- What the owner decides about the shop in the panel. What the operator sets in a file or the environment is not here, and decides
-- over it; secrets are not here either.

create table settings (
    name text not null primary key,
    value json not null, -- null where the default was wanted back
    version bigint not null, -- the number of the change
    updated_by text not null, -- a username
    updated_at timestamp not null
);

-- Numbers the changes: one row, made by the first. Every node looks at it every few seconds.
create table settings_head (
    id bigint not null primary key check (id = 1),
    version bigint not null
);
