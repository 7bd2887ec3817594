//! Soft locks: after each failure the same login has to wait a little longer, whether or not such an account exists.
//! A success does not shorten the wait of whoever guesses; a day without failures does.
//!
//! What is tried before a lock begins is one window: only its first failure is answered and counted. So a hundred
//! guesses at once are worth no more than one, and cost an owner's patience no more than one.

use std::time::Duration;

use db::{Query, Tx, sql};
use kernel::Timestamp;
use web::UserId;

use crate::email::Email;
use crate::secret::Hash;
use crate::username;

/// After so many seconds without a failure all are forgotten.
pub(crate) const FORGOTTEN: i64 = 24 * 60 * 60;
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1_000;

/// What is locked, as a hash: neither names nor addresses of strangers are kept.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    hash: Hash,
    longest: Longest,
}

/// How long a lock may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Longest {
    /// Ten seconds, for what something else bounds already: strangers could lock its owner out.
    TenSeconds,
    /// Until the day ends.
    Day,
}

impl Key {
    fn of(text: &str) -> Self {
        Self { hash: Hash::of(text), longest: Longest::Day }
    }

    /// Sign-ins of a login. All that means the same account by its case or by letters that look alike is one login,
    /// or whoever guesses would only have to write it in other ways.
    pub(crate) fn login(login: &str) -> Self {
        Self::of(&format!("login:{}", meant(login)))
    }

    /// Passwords for the account that a mail's link names.
    pub(crate) fn link(account: UserId) -> Self {
        Self::of(&format!("link:{account}"))
    }

    /// Passwords for an account from a device that it knows.
    pub(crate) fn device(device: &str, user: UserId) -> Self {
        Self::of(&format!("device:{device}:{user}"))
    }

    /// Passwords that strangers try for an account, by whichever name they call it. Nobody is told of this lock: that
    /// a username makes an address wait would say whose it is.
    pub(crate) fn guesses(user: UserId) -> Self {
        Self::of(&format!("guesses:{user}"))
    }

    /// What is counted in place of [`Key::guesses`] where there is no account, so that it takes the same time.
    pub(crate) fn nobody(&self, place: usize) -> Self {
        Self::of(&format!("nobody:{place}:{}", self.hash))
    }

    /// Codes typed for an address. Each code bears five wrong tries, which is what keeps guessers out.
    pub(crate) fn reset(folded_email: &str) -> Self {
        Self { longest: Longest::TenSeconds, ..Self::of(&format!("reset:{folded_email}")) }
    }

    /// Passwords typed again inside an account.
    pub(crate) fn account(user: UserId) -> Self {
        Self::of(&format!("account:{user}"))
    }
}

/// What a login is looked up by.
fn meant(login: &str) -> String {
    Email::parse(login).map_or_else(|_| username::fold(login.trim()), |email| email.folded())
}

/// How long the key is still locked; `None` where it is not.
pub(crate) async fn wait(db: &impl Query, key: &Key, now: Timestamp) -> db::Result<Option<Duration>> {
    let until: Option<(Timestamp,)> = db
        .optional(sql!(
            "select locked_until from sign_in_locks where login_hash = $1 and locked_until > $2",
            key.hash.clone(),
            now
        ))
        .await?;
    Ok(until.map(|(until,)| {
        Duration::from_millis(u64::try_from(until.as_millis() - now.as_millis()).unwrap_or_default())
    }))
}

/// Counts a failure of what began at a time, and locks the key for as long as follows from the count. `false`: the key
/// was locked meanwhile, so that this try was one too many; it is not to be answered, and does not count.
pub(crate) async fn failed(tx: &Tx, key: &Key, (began, now): (Timestamp, Timestamp)) -> db::Result<bool> {
    let counted: Option<(i64,)> = tx
        .optional(sql!(
            "insert into sign_in_locks (login_hash, failures, locked_until, failed_at) values ($1, 1, $2, $2)
             on conflict (login_hash) do update
             set failures = case when sign_in_locks.failed_at < $3 then 1 else sign_in_locks.failures + 1 end,
                 failed_at = excluded.failed_at
             where sign_in_locks.locked_until <= $4
             returning failures",
            key.hash.clone(),
            now,
            now.plus_seconds(-FORGOTTEN),
            began
        ))
        .await?;
    let Some((failures,)) = counted else { return Ok(false) };
    tx.execute(sql!(
        "update sign_in_locks set locked_until = $2 where login_hash = $1",
        key.hash.clone(),
        locked_until(failures, key.longest, now)
    ))
    .await?;
    Ok(true)
}

/// Forgets the failures of a key: its owner has shown who they are in another way.
pub(crate) async fn clear(tx: &Tx, key: &Key) -> db::Result<()> {
    tx.execute(sql!("delete from sign_in_locks where login_hash = $1", key.hash.clone())).await?;
    Ok(())
}

/// 1 second at first, then 3, 5 and 10, and from the hundredth failure on until the day ends in UTC.
fn locked_until(failures: i64, longest: Longest, now: Timestamp) -> Timestamp {
    match failures {
        ..3 => now.plus_seconds(1),
        3..9 => now.plus_seconds(3),
        9..25 => now.plus_seconds(5),
        25..100 => now.plus_seconds(10),
        _ if longest == Longest::TenSeconds => now.plus_seconds(10),
        _ => Timestamp::from_millis((now.as_millis().div_euclid(DAY_MILLIS) + 1) * DAY_MILLIS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_one_however_it_is_written() {
        for other in ["LEILA", " leila ", "lеilа", "Le1la", "ｌｅïｌａ"] {
            assert_eq!(Key::login(other).hash, Key::login("leila").hash, "{other}");
        }
        assert_eq!(Key::login("Leila@Exemple.DZ").hash, Key::login("leila@exemple.dz").hash);
        assert_ne!(Key::login("leila").hash, Key::login("leila@exemple.dz").hash);
    }

    #[test]
    fn each_failure_waits_as_long_as_the_one_before_or_longer() {
        let now: Timestamp = "2026-11-23T09:00:00.000Z".parse().unwrap();
        let waits: Vec<i64> =
            (1..=101).map(|n| locked_until(n, Longest::Day, now).as_millis() - now.as_millis()).collect();
        assert!(waits.is_sorted());
        assert_eq!((waits[0], waits[2], waits[98]), (1_000, 3_000, 10_000));
        assert_eq!(locked_until(100, Longest::Day, now).to_string(), "2026-11-24T00:00:00.000Z");
        assert_eq!(locked_until(100, Longest::TenSeconds, now).to_string(), "2026-11-23T09:00:10.000Z");
    }
}
