//! Sessions: a browser with a cookie, or a program with tokens. What the client holds is random; the database knows it
//! by its hash only.

use db::{Query, Tx, record, sql};
use futures::future::BoxFuture;
use http::HeaderValue;
use kernel::{Id, Random, Timestamp};
use web::{App, Credential, Identify, Identity, Role, Secret, Session, UserId};

use crate::picture;
use crate::secret::{self, Hash};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long an access token is good, in seconds.
pub(crate) const ACCESS_LIFETIME: i64 = 15 * MINUTE;
/// How long a session that is remembered lives, however often it is used, in seconds.
pub(crate) const REMEMBERED: i64 = 30 * DAY;
/// A session's last use is noted no more often than this, so that reading costs no writing.
const NOTED: i64 = 5 * MINUTE;

/// How long a session may lie unused, and how long it lives in all, in seconds.
fn lifetimes(role: Role, remembered: bool) -> (i64, i64) {
    match (role, remembered) {
        (Role::Admin, _) => (30 * MINUTE, 12 * HOUR),
        (_, true) => (14 * DAY, REMEMBERED),
        (_, false) => (12 * HOUR, DAY),
    }
}

/// How a session is held by its client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A cookie; remembered beyond the closing of the browser, or not.
    Web {
        /// Whether the browser keeps the cookie when it is closed.
        remembered: bool,
    },
    /// An access token and a refresh token.
    Api,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Web { .. } => "web",
            Self::Api => "api",
        }
    }

    const fn remembered(self) -> bool {
        match self {
            Self::Web { remembered } => remembered,
            Self::Api => true,
        }
    }
}

/// A session that was just opened.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) id: Id<Session>,
    /// The cookie's value, or the refresh token.
    pub(crate) secret: String,
}

/// Opens a session for a client that calls itself by a name and has a mark.
pub(crate) async fn open(
    tx: &Tx,
    (user, role): (UserId, Role),
    kind: Kind,
    (device, mark): (&str, &str),
    (now, random): (Timestamp, &Random),
) -> db::Result<Opened> {
    let secret = secret::new(random);
    let (_, absolute) = lifetimes(role, kind.remembered());
    let (id,): (Id<Session>,) = tx
        .one(sql!(
            "insert into sessions (user_id, kind, secret_hash, remembered, device, mark_hash, created_at, last_seen_at,
                                   expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $7, $8) returning id",
            user,
            kind.as_str(),
            Hash::of(&secret),
            kind.remembered(),
            device,
            Hash::of(mark),
            now,
            now.plus_seconds(absolute)
        ))
        .await?;
    Ok(Opened { id, secret })
}

/// Makes an access token for a session.
pub(crate) async fn grant(
    tx: &Tx,
    session: Id<Session>,
    (now, random): (Timestamp, &Random),
) -> db::Result<String> {
    let token = secret::new(random);
    tx.execute(sql!(
        "insert into access_tokens (token_hash, session_id, expires_at) values ($1, $2, $3)",
        Hash::of(&token),
        session,
        now.plus_seconds(ACCESS_LIFETIME)
    ))
    .await?;
    Ok(token)
}

record! {
    struct Refreshed {
        id: Id<Session>,
        user_id: UserId,
    }
}

/// What became of a refresh token.
#[derive(Debug)]
pub(crate) enum Refresh {
    /// It was exchanged; the session goes on with another.
    Exchanged { session: Id<Session>, user: UserId, secret: String },
    /// It had been exchanged before, so somebody has a copy: the whole session is ended.
    Reused,
    /// It is unknown, or its session is over.
    Unknown,
}

/// Exchanges a refresh token for the next one. Commit what this did, whatever it answers.
pub(crate) async fn refresh(
    tx: &Tx,
    token: &str,
    (now, random): (Timestamp, &Random),
) -> db::Result<Refresh> {
    let (old, secret) = (Hash::of(token), secret::new(random));
    let used_since = |role| now.plus_seconds(-lifetimes(role, true).0);
    let session: Option<Refreshed> = tx
        .optional(sql!(
            "update sessions set secret_hash = $2, last_seen_at = $3
             where secret_hash = $1 and kind = 'api' and expires_at > $3
               and last_seen_at > (select case when u.role = $4 then cast($5 as text) else cast($6 as text) end
                                   from users u where u.id = sessions.user_id and u.closed_at is null)
             returning id, user_id",
            old.clone(),
            Hash::of(&secret),
            now,
            Role::Admin,
            used_since(Role::Admin),
            used_since(Role::Reader)
        ))
        .await?;
    if let Some(session) = session {
        tx.execute(sql!(
            "insert into spent_refresh_tokens (token_hash, session_id) values ($1, $2)",
            old,
            session.id
        ))
        .await?;
        return Ok(Refresh::Exchanged { session: session.id, user: session.user_id, secret });
    }
    let ended = tx
        .execute(sql!(
            "delete from sessions where id in (select session_id from spent_refresh_tokens where token_hash = $1)",
            old
        ))
        .await?;
    Ok(if ended > 0 { Refresh::Reused } else { Refresh::Unknown })
}

/// Ends the web session of a cookie, whoever's it is.
pub(crate) async fn end_by_secret(tx: &Tx, secret: &str) -> db::Result<()> {
    tx.execute(sql!("delete from sessions where secret_hash = $1", Hash::of(secret))).await?;
    Ok(())
}

/// Ends one session of somebody, who signs out of it.
pub(crate) async fn end(db: &impl Query, user: UserId, id: Id<Session>) -> db::Result<()> {
    db.execute(sql!("delete from sessions where id = $1 and user_id = $2", id, user)).await?;
    Ok(())
}

/// Ends one session of somebody, seen from their session `own`; whether there was such a one. What they do not know
/// may be a thief's, so its browser is a stranger's again.
pub(crate) async fn end_elsewhere(
    tx: &Tx,
    user: UserId,
    (id, own): (Id<Session>, Id<Session>),
) -> db::Result<bool> {
    tx.execute(sql!(
        "delete from known_devices
         where user_id = $1 and token_hash in (select mark_hash from sessions where id = $2 and user_id = $1)
           and token_hash not in (select mark_hash from sessions where id = $3)",
        user,
        id,
        own
    ))
    .await?;
    Ok(tx.execute(sql!("delete from sessions where id = $1 and user_id = $2", id, user)).await? > 0)
}

/// Ends all sessions of somebody but one, and forgets all browsers but the one of that.
pub(crate) async fn end_others(tx: &Tx, user: UserId, but: Option<Id<Session>>) -> db::Result<()> {
    let but = but.map_or(0, Id::get);
    tx.execute(sql!(
        "delete from known_devices
         where user_id = $1 and token_hash not in (select mark_hash from sessions where id = $2)",
        user,
        but
    ))
    .await?;
    tx.execute(sql!("delete from sessions where user_id = $1 and id <> $2", user, but)).await?;
    Ok(())
}

/// Ends all sessions of everybody, as where a shop comes back as it was: who was signed out since is signed in to nothing.
pub async fn end_everybodys(db: &impl Query) -> db::Result<u64> {
    db.execute(sql!("/* full scan: once, all go */ delete from access_tokens")).await?;
    db.execute(sql!("/* full scan: once, all go */ delete from spent_refresh_tokens")).await?;
    db.execute(sql!("/* full scan: once, all go */ delete from sessions")).await
}

/// Ends all sessions of somebody; how many there were.
pub(crate) async fn end_all(tx: &Tx, user: UserId) -> db::Result<u64> {
    tx.execute(sql!("delete from sessions where user_id = $1", user)).await
}

/// Ends one session of somebody, and forgets its browser; what that called itself.
pub(crate) async fn end_named(tx: &Tx, user: UserId, id: Id<Session>) -> db::Result<Option<String>> {
    tx.execute(sql!(
        "delete from known_devices
         where user_id = $1 and token_hash in (select mark_hash from sessions where id = $2 and user_id = $1)",
        user,
        id
    ))
    .await?;
    let ended: Option<(String,)> = tx
        .optional(sql!("delete from sessions where id = $1 and user_id = $2 returning device", id, user))
        .await?;
    Ok(ended.map(|(device,)| device))
}

/// The next secret of a browser's session.
#[derive(Debug)]
pub(crate) struct Renewed {
    secret: String,
    /// How long the browser keeps it, in seconds; without a time, until it is closed.
    lifetime: Option<i64>,
}

impl Renewed {
    /// The header that hands it to the browser.
    pub(crate) fn cookie(&self, https: bool) -> HeaderValue {
        let age = self.lifetime.map(|seconds| u32::try_from(seconds).unwrap_or_default());
        Secret::Session.keep(&self.secret, age, https)
    }
}

/// Gives a browser's session another secret: whoever has a copy of the cookie has nothing then. Sessions of programs
/// have none to copy; their tokens change by themselves.
pub(crate) async fn renew(
    tx: &Tx,
    id: Id<Session>,
    (now, random): (Timestamp, &Random),
) -> db::Result<Option<Renewed>> {
    let secret = secret::new(random);
    let renewed: Option<(bool, Timestamp)> = tx
        .optional(sql!(
            "update sessions set secret_hash = $2 where id = $1 and kind = 'web' returning remembered, expires_at",
            id,
            Hash::of(&secret)
        ))
        .await?;
    Ok(renewed.map(|(remembered, until)| {
        let left = until.as_millis().saturating_sub(now.as_millis()) / 1_000;
        Renewed { secret, lifetime: remembered.then_some(left) }
    }))
}

record! {
    /// A session as its owner sees it.
    pub struct Seen {
        /// Its key.
        pub id: Id<Session>,
        /// `web`: a cookie; `api`: tokens.
        pub kind: String,
        /// The program and the system, as the client named them; may be empty.
        pub device: String,
        /// When it was opened.
        pub created_at: Timestamp,
        /// When it was last used.
        pub last_seen_at: Timestamp,
    }
}

/// What is true of the sessions of the user `$1` that are good at the time `$2`.
macro_rules! good {
    () => {
        "user_id = $1 and expires_at > $2
           and last_seen_at > case when remembered then cast($3 as text) else cast($4 as text) end"
    };
}

/// How many sessions of somebody are good now.
pub(crate) async fn count(db: &impl Query, (user, role): (UserId, Role), now: Timestamp) -> db::Result<i64> {
    let (count,): (i64,) = db
        .one(sql!(
            concat!("select count(*) as sessions from sessions where ", good!()),
            user,
            now,
            now.plus_seconds(-lifetimes(role, true).0),
            now.plus_seconds(-lifetimes(role, false).0)
        ))
        .await?;
    Ok(count)
}

/// The sessions of somebody that are good now, the newest first: some `rows` of them, older than one if that is named.
pub(crate) async fn list(
    db: &impl Query,
    (user, role): (UserId, Role),
    (before, rows): (Option<Id<Session>>, i64),
    now: Timestamp,
) -> db::Result<Vec<Seen>> {
    db.all(sql!(
        concat!(
            "select id, kind, device, created_at, last_seen_at from sessions where ",
            good!(),
            " and id < coalesce($5, id + 1) order by id desc limit $6"
        ),
        user,
        now,
        now.plus_seconds(-lifetimes(role, true).0),
        now.plus_seconds(-lifetimes(role, false).0),
        before,
        rows
    ))
    .await
}

record! {
    struct Recognised {
        session_id: Id<Session>,
        remembered: bool,
        created_at: Timestamp,
        last_seen_at: Timestamp,
        user_id: UserId,
        username: String,
        name: String,
        picture: Option<String>,
        role: Role,
        verified_at: Option<Timestamp>,
        suspended_until: Option<Timestamp>,
        cart_count: i64,
    }
}

/// Tells the web crate whom a credential belongs to.
pub(crate) struct Sessions;

impl Identify for Sessions {
    fn identify<'a>(
        &'a self,
        app: &'a App,
        credential: Credential<'a>,
    ) -> BoxFuture<'a, db::Result<Option<Identity>>> {
        Box::pin(async move {
            let now = app.clock.now();
            let Some(found) = look_up(&app.db, credential, now).await? else { return Ok(None) };
            let (idle, absolute) = lifetimes(found.role, found.remembered);
            // The role may have changed since the session was opened.
            let too_old = found.created_at.plus_seconds(absolute) <= now;
            if too_old || found.last_seen_at.plus_seconds(idle) <= now {
                return Ok(None);
            }
            if found.last_seen_at.plus_seconds(NOTED) <= now {
                note_use(&app.db, (found.session_id, found.user_id), now).await;
            }
            Ok(Some(found.identity(now)))
        })
    }
}

async fn look_up(db: &db::Db, credential: Credential<'_>, now: Timestamp) -> db::Result<Option<Recognised>> {
    match credential {
        Credential::Cookie(value) => {
            db.optional(sql!(
                "select s.id as session_id, s.remembered, s.created_at, s.last_seen_at, u.id as user_id, u.username,
                        u.name, u.picture, u.role, u.verified_at, u.suspended_until, u.cart_count
                 from sessions s join users u on u.id = s.user_id
                 where s.secret_hash = $1 and s.kind = 'web' and s.expires_at > $2 and u.closed_at is null",
                Hash::of(value),
                now
            ))
            .await
        }
        Credential::Bearer(token) => {
            db.optional(sql!(
                "select s.id as session_id, s.remembered, s.created_at, s.last_seen_at, u.id as user_id, u.username,
                        u.name, u.picture, u.role, u.verified_at, u.suspended_until, u.cart_count
                 from access_tokens t join sessions s on s.id = t.session_id join users u on u.id = s.user_id
                 where t.token_hash = $1 and t.expires_at > $2 and s.expires_at > $2 and u.closed_at is null",
                Hash::of(token),
                now
            ))
            .await
        }
    }
}

/// Notes that a session is in use. Should that fail, the session is as good as before.
async fn note_use(db: &db::Db, (id, user): (Id<Session>, UserId), now: Timestamp) {
    let noted = db.execute(sql!(
        "update sessions set last_seen_at = $2 where id = $1 and last_seen_at < $3",
        id,
        now,
        now.plus_seconds(-NOTED / 2)
    ));
    let seen = async {
        noted.await?;
        note_seen(db, user, now).await
    };
    if let Err(error) = seen.await {
        tracing::warn!(%error, "Could not note that a session is in use");
    }
}

/// Notes that somebody is here, once an hour: lists of people are sorted by it.
pub(crate) async fn note_seen(db: &impl Query, user: UserId, now: Timestamp) -> db::Result<()> {
    db.execute(sql!(
        "update users set last_seen_at = $2 where id = $1 and last_seen_at < $3",
        user,
        now,
        now.plus_seconds(-HOUR)
    ))
    .await
    .map(drop)
}

impl Recognised {
    fn identity(self, now: Timestamp) -> Identity {
        let picture = self.picture.map(|version| picture::path(self.user_id, &version, cover::Size::Small));
        let name = if self.name.is_empty() { self.username.clone() } else { self.name };
        Identity {
            user: self.user_id,
            session: self.session_id,
            username: self.username,
            name,
            picture,
            role: self.role,
            verified: self.verified_at.is_some(),
            suspended_until: self.suspended_until.filter(|until| *until > now),
            cart_count: self.cart_count,
        }
    }
}
