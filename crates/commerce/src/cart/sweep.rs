//! Throws away the carts that visitors have forgotten.

use std::time::Duration;

use db::{Query as _, sql};
use jobs::Registry;
use web::App;

/// After how long a visitor's cart that nobody changes is removed, in seconds: as long as its browser keeps the token.
const KEPT: i64 = 60 * 24 * 60 * 60;
/// How many are removed at once; more than one address may make in the time between.
const AT_ONCE: i64 = 20_000;

/// What is done at intervals.
pub(super) fn jobs() -> Registry<App> {
    Registry::new().every("commerce.forgotten_carts", Duration::from_hours(1), sweep)
}

async fn sweep(app: App) -> anyhow::Result<()> {
    let statement = sql!(
        "delete from carts where id in (
             select id from carts where user_id is null and updated_at < $1 order by updated_at limit $2
         )",
        app.clock.now().plus_seconds(-KEPT),
        AT_ONCE
    );
    app.db.execute(statement.long()).await?;
    Ok(())
}
