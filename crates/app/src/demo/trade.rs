//! What the sample shop sold in the last 90 days, to whom, and how these read what they bought: so that the panel has figures to show,
//! and readers have receipts.

use std::sync::Arc;

use accounts::audit::Actor;
use catalogue::Book;
use commerce::Order;
use commerce::refund::{self, Desk, Wanted};
use commerce::sample::{self, End, Shop, Wish};
use db::{Db, Query as _, Tx, sql};
use i18n::Locale;
use kernel::{Clock, Id, Random, Timestamp};
use web::UserId;

use super::talk;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
/// For how long the shop has sold books, in days.
const DAYS: i64 = 90;
/// What the numbers of orders are spread over evenly: a prime.
const SPREAD: usize = 101;

/// Who pays back.
const ADMIN: &str = "amina";

/// Readers of the shop beside the four people: username, name, language, and for how many days they have had their accounts.
pub(super) const READERS: [(&str, &str, Locale, i64); 10] = [
    ("yanis", "Yanis Belkacem", Locale::Fr, 96),
    ("zohra", "زهرة منصوري", Locale::Ar, 88),
    ("mehdi", "مهدي قاسي", Locale::Ar, 81),
    ("clara", "Clara Meziane", Locale::Fr, 74),
    ("souad", "سعاد رحماني", Locale::Ar, 60),
    ("tarik", "Tarik Haddad", Locale::Fr, 47),
    ("emma", "Emma Lounès", Locale::En, 33),
    ("nour", "نور حداد", Locale::Ar, 21),
    ("idir", "Idir Aït Ouali", Locale::Fr, 12),
    ("hugo", "Hugo Saadi", Locale::Fr, 4),
];

/// Somebody who buys.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader {
    pub(super) id: UserId,
    pub(super) locale: Locale,
    /// Since when.
    pub(super) since: Timestamp,
}

/// Makes their accounts, where they are not there yet.
pub(super) async fn join(db: &Db, random: &Random, now: Timestamp) -> anyhow::Result<Vec<Reader>> {
    let mut readers = Vec::new();
    for (username, name, locale, days) in READERS {
        let since = now.plus_seconds(-days * DAY);
        talk::join(db, (&Clock::fixed(since), random), (username, name, locale)).await?;
        let known: Option<(UserId,)> =
            db.optional(sql!("select id from users where folded_email = $1", super::email(username))).await?;
        readers.extend(known.map(|(id,)| Reader { id, locale, since }));
    }
    Ok(readers)
}

/// An admin pays the last order back that was paid.
pub(super) async fn pay_back(db: &Db, shop: Arc<web::shop::Shop>, now: Timestamp) -> anyhow::Result<()> {
    let sold: Option<(Id<Order>, UserId)> = db
        .optional(sql!(
            "select id, user_id from orders where status = 'completed' and total > 0 and user_id is not null
             order by created_at desc, id desc limit 1"
        ))
        .await?;
    let admin: Option<(UserId,)> =
        db.optional(sql!("select id from users where folded_email = $1", super::email(ADMIN))).await?;
    let (Some((order, reader)), Some((user,))) = (sold, admin) else { return Ok(()) };
    let by = Actor { user, username: ADMIN, address: None };
    let desk = Desk { by, shop, now };
    let wanted =
        Wanted { note: "Acheté deux fois par erreur.", reference: Some("VIR-2041"), ..Wanted::default() };
    refund::ask(db, desk, order, wanted).await?;
    db.transaction(async |tx| sample::forget_mails(&tx, reader).await).await?;
    Ok(())
}

/// Sells books to readers, day by day: somewhat more every month, and most at the end of the week.
pub(super) async fn trade(
    tx: &Tx,
    shop: Shop<'_>,
    (readers, books): (&[Reader], &[Id<Book>]),
    now: Timestamp,
) -> db::Result<()> {
    let mut number = 0;
    for day in (0..DAYS).rev() {
        let busy = i64::from(day % 7 < 2) + i64::from(day < DAYS / 2);
        for nth in 0..=busy {
            number += 1;
            // Within the day, and never later than now.
            let at = now.plus_seconds(-day * DAY - HOUR * (1 + (number * 5 + nth * 3) % 12));
            let Some(reader) = whose(readers, number, at) else { continue };
            let chosen = chosen(books, number);
            let end = match number % 17 {
                4 | 11 => End::Refused,
                8 => End::Expired,
                other => End::Paid(if other % 3 == 0 { "cib" } else { "edahabia" }),
            };
            let wish = Wish { reader: reader.id, locale: reader.locale, books: &chosen, at, end };
            let order = sample::order(tx, shop, wish).await?;
            if order.is_some() && matches!(end, End::Paid(_)) {
                read(tx, reader.id, (&chosen, number), at, now).await?;
            }
        }
    }
    Ok(())
}

/// Who orders: somebody who had an account by then.
fn whose(readers: &[Reader], number: i64, at: Timestamp) -> Option<Reader> {
    let known: Vec<Reader> = readers.iter().copied().filter(|reader| reader.since < at).collect();
    known.get(usize::try_from(number * 7 % 11).ok()? % known.len().max(1)).copied()
}

/// One book, or every third time two; some books far more often than others.
fn chosen(books: &[Id<Book>], number: i64) -> Vec<Id<Book>> {
    let count = if number % 3 == 0 { 2 } else { 1 };
    // The square of a number that is spread evenly is spread towards the first books.
    let spread = usize::try_from(number).unwrap_or_default() * 37 % SPREAD;
    let begin = spread * spread * books.len() / (SPREAD * SPREAD);
    books.iter().copied().cycle().skip(begin).step_by(7).take(count).collect()
}

/// Somebody reads what they bought, on some of the evenings after.
async fn read(
    tx: &Tx,
    reader: UserId,
    (books, number): (&[Id<Book>], i64),
    bought: Timestamp,
    now: Timestamp,
) -> db::Result<()> {
    let Some(book) = books.first() else { return Ok(()) };
    for evening in 0..=number % 4 {
        let begun = bought.plus_seconds(evening * 2 * DAY + 2 * HOUR);
        let seconds = 900 + (number * 211 + evening * 97) % 3_000;
        if begun.plus_seconds(seconds) > now {
            break;
        }
        let percent = |evening: i64| f64::from(i32::try_from(evening * 22).unwrap_or_default());
        tx.execute(sql!(
            "insert into reading_sessions (user_id, book_id, device_id, started_at, ended_at, from_percent, to_percent, seconds)
             values ($1, $2, 'sample', $3, $4, $5, $6, $7)",
            reader,
            *book,
            begun,
            begun.plus_seconds(seconds),
            percent(evening),
            percent(evening + 1),
            seconds
        ))
        .await?;
    }
    Ok(())
}
