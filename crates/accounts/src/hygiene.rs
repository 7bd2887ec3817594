//! Throws away what time has made useless: old codes, tokens, sessions, locks, and accounts that nobody verified.

use std::time::Duration;

use db::{Query as _, sql};
use jobs::Registry;
use web::App;

use crate::{device, lock, mails, picture};

/// After how long an account that nobody verified is removed, in seconds.
const UNVERIFIED: i64 = 30 * 24 * 60 * 60;
/// How many accounts are removed at once.
const AT_ONCE: i64 = 500;

/// What is done at intervals.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().every("accounts.tidy", Duration::from_hours(1), tidy)
}

async fn tidy(app: App) -> anyhow::Result<()> {
    let (db, now) = (&app.db, app.clock.now());
    db.execute(sql!("delete from access_tokens where expires_at < $1", now)).await?;
    db.execute(sql!("delete from email_codes where expires_at < $1", now)).await?;
    db.execute(sql!("delete from sessions where expires_at < $1", now)).await?;
    db.execute(sql!("delete from sign_in_locks where failed_at < $1", now.plus_seconds(-lock::FORGOTTEN)))
        .await?;
    db.execute(sql!("delete from known_devices where seen_at < $1", now.plus_seconds(-device::KNOWN)))
        .await?;
    mails::tidy(db, now).await?;
    mails::log::tidy(db, now).await?;
    // Nobody can have bought or said anything with such an account.
    db.transaction(async |tx| {
        let gone: Vec<(String,)> = tx
            .all(sql!(
                "delete from users where id in (
                     select id from users
                     where verified_at is null and created_at < $1 order by created_at, id limit $2
                 ) and verified_at is null returning folder",
                now.plus_seconds(-UNVERIFIED),
                AT_ONCE
            ))
            .await?;
        for (folder,) in gone {
            picture::remove_all(&tx, &folder, now).await?;
        }
        Ok::<_, db::Error>(())
    })
    .await?;
    Ok(())
}
