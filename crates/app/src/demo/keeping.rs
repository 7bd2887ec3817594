//! What the reader of the sample shop has kept, looked at and searched for, so that her pages have something to show.

use catalogue::Book;
use db::{Db, Query as _, sql};
use discovery::keeping::{Bookmark, Favorite, Look, ReadMark, Searches, View};
use kernel::{Id, Timestamp};
use web::UserId;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// Her favourites, the latest first.
const FAVOURITES: [&str; 7] = [
    "madinat-al-waraq",
    "le-passeur-d-encre",
    "the-glass-ferry",
    "zill-fi-al-mina",
    "atlas-bleu",
    "nujum-al-hoggar",
    "the-salt-orchard",
];
/// Of these, one that has become cheaper since.
const CHEAPER: &str = "le-passeur-d-encre";
/// What that one cost, in centimes.
const BEFORE: i64 = 120_000;
/// What she keeps for later.
const LATER: [&str; 4] = ["the-tide-clerk", "tariq-al-milh", "la-nuit-de-la-corniche", "night-buses"];
/// What she has read.
const READ: [&str; 3] = ["harat-al-hibr", "le-dernier-bateau", "small-weather"];
/// What she looked at, and how many hours ago.
const VIEWED: [(&str, i64); 9] = [
    ("madinat-al-waraq", 0),
    ("the-tide-clerk", 1),
    ("jardin-clos", 20),
    ("zill-fi-al-mina", 26),
    ("les-vents-du-sud", 30),
    ("the-map-room-murder", 80),
    ("matbakh-tilimsan", 100),
    ("orange-notebook", 500),
    ("contes-des-deux-rives", 900),
];
/// What she searched for, and how many hours ago.
const SEARCHED: [(&str, i64); 4] =
    [("مدينة الورق", 1), ("ouargla", 27), ("Lina Haddad", 90), ("cuisine", 600)];

/// Enters all of it for the account of this address.
pub(super) async fn enter(db: &Db, email: &str, now: Timestamp) -> db::Result<()> {
    let (user,): (UserId,) = db.one(sql!("select id from users where folded_email = $1", email)).await?;
    for (days, slug) in (1..).zip(FAVOURITES) {
        if let Some(book) = book(db, slug).await? {
            Favorite::add(db, user, book, now.plus_seconds(-2 * DAY * days)).await?;
        }
    }
    if let Some(book) = book(db, CHEAPER).await? {
        db.execute(sql!(
            "update favorites set price_amount = $3 where user_id = $1 and book_id = $2",
            user,
            book,
            BEFORE
        ))
        .await?;
    }
    for (days, slug) in (1..).zip(LATER) {
        if let Some(book) = book(db, slug).await? {
            Bookmark::add(db, user, book, now.plus_seconds(-3 * DAY * days)).await?;
        }
    }
    for (weeks, slug) in (1..).zip(READ) {
        if let Some(book) = book(db, slug).await? {
            ReadMark::add(db, user, book, now.plus_seconds(-7 * DAY * weeks)).await?;
        }
    }
    for (text, hours) in SEARCHED {
        Searches::record(db, user, text, now.plus_seconds(-HOUR * hours)).await?;
    }
    let mut looks = Vec::new();
    for (slug, hours) in VIEWED {
        let at = now.plus_seconds(-HOUR * hours);
        looks.extend(book(db, slug).await?.map(|book| Look { user, book, at }));
    }
    db.transaction(async |tx| View::record(&tx, looks.iter().copied()).await).await
}

async fn book(db: &Db, slug: &str) -> db::Result<Option<Id<Book>>> {
    let found: Option<(Id<Book>,)> =
        db.optional(sql!("select id from books where import_mark = $1", format!("demo:{slug}"))).await?;
    Ok(found.map(|(id,)| id))
}
