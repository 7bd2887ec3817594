//! What signs in: the browser and the system as it calls itself, for the list of sessions; and the mark by which a
//! browser is known again.

use db::{Query, Tx, sql};
use kernel::{Random, Timestamp};
use web::UserId;

use crate::secret::{self, Hash};

/// How long a browser is known without a sign-in, in seconds.
pub(crate) const KNOWN: i64 = 400 * 24 * 60 * 60;
/// What the database keeps of a client that calls itself something unknown, in characters.
const LONGEST: usize = 60;

/// `Chrome on Android`, as `browser · system`; what a program calls itself where it is no browser.
pub(crate) fn describe(user_agent: &str) -> String {
    // Parsing is by hand-written rules over the whole text, so it is kept short first.
    let agent: String = user_agent.chars().filter(|letter| !letter.is_control()).take(400).collect();
    match woothee::parser::Parser::new().parse(&agent) {
        Some(known) if known.name != "UNKNOWN" && known.os != "UNKNOWN" => {
            format!("{} · {}", known.name, known.os)
        }
        Some(known) if known.name != "UNKNOWN" => known.name.to_owned(),
        _ => agent.split(['/', ' ']).next().unwrap_or_default().chars().take(LONGEST).collect(),
    }
}

/// Which of two accounts have signed in with this browser before. Asked in one way also for accounts that do not exist.
pub(crate) async fn known_to(
    db: &impl Query,
    token: &str,
    users: [Option<UserId>; 2],
    now: Timestamp,
) -> db::Result<Vec<UserId>> {
    let [one, other] = users.map(|user| user.map_or(0, UserId::get));
    let found: Vec<(UserId,)> = db
        .all(sql!(
            "select user_id from known_devices where token_hash = $1 and user_id in ($2, $3) and seen_at > $4",
            Hash::of(token),
            one,
            other,
            now.plus_seconds(-KNOWN)
        ))
        .await?;
    Ok(found.into_iter().map(|(user,)| user).collect())
}

/// The mark that a browser is to have: its own, if it has it from us, or a new one. One that we never gave out could
/// have been put into the browser by somebody else.
pub(crate) async fn mark(tx: &Tx, brought: Option<&str>, random: &Random) -> db::Result<String> {
    let Some(mark) = brought else { return Ok(secret::new(random)) };
    let found: Option<(i64,)> = tx
        .optional(sql!("select 1 as known from known_devices where token_hash = $1 limit 1", Hash::of(mark)))
        .await?;
    Ok(found.map_or_else(|| secret::new(random), |_| mark.to_owned()))
}

/// Remembers a browser for somebody who has signed in with it.
pub(crate) async fn remember(tx: &Tx, token: &str, user: UserId, now: Timestamp) -> db::Result<()> {
    tx.execute(sql!(
        "insert into known_devices (token_hash, user_id, seen_at) values ($1, $2, $3)
         on conflict (token_hash, user_id) do update set seen_at = excluded.seen_at",
        Hash::of(token),
        user,
        now
    ))
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_its_name_and_system() {
        let chrome = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) \
                      Chrome/156.0.0.0 Mobile Safari/537.36";
        assert_eq!(describe(chrome), "Chrome · Android");
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";
        assert_eq!(describe(firefox), "Firefox · Linux");
    }

    #[test]
    fn a_program_is_called_as_it_calls_itself_and_no_longer_than_that() {
        assert_eq!(describe("WarraqApp/2.1 (flutter)"), "WarraqApp");
        assert_eq!(describe(""), "");
        assert!(describe(&"x".repeat(10_000)).chars().count() <= LONGEST);
    }
}
