//! Where readers are in a file that was replaced, and how far each of their devices came: found again as marks are. A place that
//! was read meanwhile counts for more.

use db::{Json, Query as _, record, sql};
use kernel::Timestamp;
use web::UserId;

use super::place::Sought;
use crate::locator::Locator;
use crate::measure::Measured;
use crate::sync::advance;

/// The most places that are looked for at once.
const AT_ONCE: i64 = 200;

record! {
    /// How far somebody came on a device.
    struct Furthest {
        user_id: UserId,
        device_id: String,
        locator: Json<Locator>,
        percent: f64,
        read_at: Timestamp,
    }

    /// Where somebody is.
    struct Placed {
        user_id: UserId,
        locator: Json<Locator>,
        percent: f64,
        last_read_at: Timestamp,
    }
}

/// Finds the places of all readers of a file again.
pub(super) async fn place_again(sought: &mut Sought<'_>) -> anyhow::Result<()> {
    let mut after = 0;
    loop {
        let placed: Vec<Placed> = sought
            .app
            .db
            .all(sql!(
                "select user_id, locator, percent, last_read_at from reading_progress
                 where book_id = $1 and user_id > $2 and locator is not null order by user_id limit $3",
                sought.book.id,
                after,
                AT_ONCE
            ))
            .await?;
        let Some(last) = placed.last() else { return Ok(()) };
        after = last.user_id.get();
        let (format, version) = (sought.file.format, sought.file.version.clone());
        let is_old = |it: &Placed| {
            it.locator.0.format() == Some(format) && it.locator.0.version.as_ref() != Some(&version)
        };
        let old: Vec<Placed> = placed.into_iter().filter(is_old).collect();
        if old.is_empty() {
            continue;
        }
        let finder = sought.finder().await?;
        let look = move || {
            let found = old.into_iter().filter_map(|it| {
                let again = finder.find_place(&it.locator.0, it.percent / 100.0)?;
                Some((it, again))
            });
            found.collect::<Vec<_>>()
        };
        for (was, again) in tokio::task::spawn_blocking(look).await? {
            write(sought, &was, &again).await?;
        }
    }
}

/// Writes down where somebody is, unless they have read on meanwhile.
async fn write(
    sought: &Sought<'_>,
    was: &Placed,
    (locator, measured): &(Locator, Measured),
) -> db::Result<()> {
    let mut locator = locator.clone();
    locator.locations.total_progression = Some(measured.total);
    let written = sought.app.db.transaction(async |tx| {
        // Under the reader's lock, which numbers the change, so that their devices hear of it.
        let number = advance(&tx, was.user_id, 1).await?;
        tx.execute(sql!(
            "update reading_progress set locator = $3, percent = $4, page = $5, number = $6
             where user_id = $1 and book_id = $2 and last_read_at = $7",
            was.user_id,
            sought.book.id,
            Json(locator.clone()),
            (measured.total * 100.0).clamp(0.0, 100.0),
            measured.page,
            number,
            was.last_read_at
        ))
        .await
        .map(drop)
    });
    written.await
}

/// Finds again how far each device of each reader came in a file.
pub(super) async fn furthest_again(sought: &mut Sought<'_>) -> anyhow::Result<()> {
    let mut after = (UserId::new(0), String::new());
    loop {
        let devices: Vec<Furthest> = sought
            .app
            .db
            .all(sql!(
                "select user_id, device_id, furthest_locator as locator, furthest_percent as percent,
                        furthest_at as read_at
                 from reading_devices
                 where book_id = $1 and (user_id, device_id) > ($2, $3) and furthest_locator is not null
                 order by user_id, device_id limit $4",
                sought.book.id,
                after.0,
                after.1.as_str(),
                AT_ONCE
            ))
            .await?;
        let Some(last) = devices.last() else { return Ok(()) };
        after = (last.user_id, last.device_id.clone());
        let (format, version) = (sought.file.format, sought.file.version.clone());
        let is_old = |it: &Furthest| {
            it.locator.0.format() == Some(format) && it.locator.0.version.as_ref() != Some(&version)
        };
        let old: Vec<Furthest> = devices.into_iter().filter(is_old).collect();
        if old.is_empty() {
            continue;
        }
        let finder = sought.finder().await?;
        let look = move || {
            let found = old.into_iter().filter_map(|it| {
                let again = finder.find_place(&it.locator.0, it.percent / 100.0)?;
                Some((it, again))
            });
            found.collect::<Vec<_>>()
        };
        for (was, again) in tokio::task::spawn_blocking(look).await? {
            write_furthest(sought, &was, again).await?;
        }
    }
}

/// Writes down how far a device came, unless it has come further meanwhile.
async fn write_furthest(
    sought: &Sought<'_>,
    was: &Furthest,
    (mut locator, measured): (Locator, Measured),
) -> db::Result<()> {
    locator.locations.total_progression = Some(measured.total);
    let written = sought.app.db.transaction(async |tx| {
        // Under the reader's lock, as whatever a device sends.
        advance(&tx, was.user_id, 0).await?;
        tx.execute(sql!(
            "update reading_devices set furthest_locator = $4, furthest_percent = $5, furthest_page = $6
             where user_id = $1 and book_id = $2 and device_id = $3 and furthest_at = $7",
            was.user_id,
            sought.book.id,
            was.device_id.as_str(),
            Json(locator.clone()),
            (measured.total * 100.0).clamp(0.0, 100.0),
            measured.page,
            was.read_at
        ))
        .await
        .map(drop)
    });
    written.await
}
