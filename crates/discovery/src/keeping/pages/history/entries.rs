//! The entries of a history as the page shows them, in groups: today, yesterday, the last seven days, then by month.

use catalogue::{Book, paths, show};
use form_urlencoded::byte_serialize;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde_json::json;
use ui::{About, Entry, Period, Remove, Written};
use web::{API_BASE, List, Page, Paging};

use super::Kind;
use crate::keeping::own::Own;
use crate::keeping::wire::Shown;
use crate::keeping::{Part, ReadMark, Search, Searches, View};
use crate::t;

/// An entry with its time, before it is put into its group.
type Dated = (Timestamp, Entry);

/// A part of a history in its groups, of what has the words `q`.
pub(super) async fn periods(
    page: &Page,
    own: &Own,
    (kind, q): (Kind, &str),
    paging: &Paging,
) -> web::Result<List<Period>> {
    let part = Part { q, after: paging.after()?, rows: paging.rows() };
    let List { items, next_cursor, total } = match kind {
        Kind::Viewed => viewed(page, own, part, paging).await?,
        Kind::Read => read(page, own, part, paging).await?,
        Kind::Searches => searches(page, own, part, paging).await?,
    };
    let items = grouped(page.locale, items, own.app.clock.now());
    Ok(List { items, next_cursor, total })
}

async fn viewed(page: &Page, own: &Own, part: Part<'_>, paging: &Paging) -> db::Result<List<Dated>> {
    let list = paging.list(View::list(&own.app.db, own.user, part).await?, View::place);
    let shown = Shown::of(&own.app, &own.reader, list.items.iter().map(|view| view.book_id)).await?;
    Ok(list.filter_map(|view| {
        let at = format!("{API_BASE}/me/history");
        let remove = Remove {
            field: ("view", view.id.to_string()),
            at: format!("{at}/{}", view.id),
            back_at: at,
            back: json!({ "book_id": view.book_id, "viewed_at": view.viewed_at }).to_string(),
        };
        let entry = book(page, &shown, view.book_id, remove)?;
        Some((view.viewed_at, entry))
    }))
}

async fn read(page: &Page, own: &Own, part: Part<'_>, paging: &Paging) -> db::Result<List<Dated>> {
    let list = paging.list(ReadMark::list(&own.app.db, own.user, part).await?, ReadMark::place);
    let shown = Shown::of(&own.app, &own.reader, list.items.iter().map(|mark| mark.book_id)).await?;
    Ok(list.filter_map(|mark| {
        let at = format!("{API_BASE}/books/{}/read", mark.book_id);
        let remove = Remove {
            field: ("read", mark.book_id.to_string()),
            at: at.clone(),
            back_at: at,
            back: json!({ "read_at": mark.read_at }).to_string(),
        };
        let entry = book(page, &shown, mark.book_id, remove)?;
        Some((mark.read_at, entry))
    }))
}

async fn searches(page: &Page, own: &Own, part: Part<'_>, paging: &Paging) -> db::Result<List<Dated>> {
    let rows = Searches::list(&own.app.db, own.user, part).await?;
    let entry = |search: Search| {
        let words: String = byte_serialize(search.text.as_bytes()).collect();
        let at = format!("{API_BASE}/me/searches");
        let remove = Remove {
            field: ("search", search.id.to_string()),
            at: format!("{at}/{}", search.id),
            back_at: at,
            back: json!({ "text": search.text, "searched_at": search.searched_at }).to_string(),
        };
        let entry = Entry {
            href: page.url(&format!("/search?q={words}")),
            about: About::Search(search.text),
            time: String::new(),
            remove,
        };
        (search.searched_at, entry)
    };
    Ok(paging.list(rows, Search::place).map(entry))
}

fn book(page: &Page, shown: &Shown, id: Id<Book>, remove: Remove) -> Option<Entry> {
    let card = shown.card(id)?;
    Some(Entry {
        about: About::Book {
            cover: show::cover(&card.cover),
            title: Written::in_language(&card.title, card.language),
            authors: card.authors.iter().map(|author| author.name.clone()).collect(),
        },
        href: page.url(&paths::book(card.id, &card.title)),
        time: String::new(),
        remove,
    })
}

/// Puts entries, the latest first, into their groups. Of today and yesterday the time of day is told, else the date.
fn grouped(l: Locale, entries: Vec<Dated>, now: Timestamp) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for (at, entry) in entries {
        let days = i18n::days_between(at, now);
        let title = match days {
            ..=0 => t::today(l).to_owned(),
            1 => t::yesterday(l).to_owned(),
            2..7 => t::last_days(l).to_owned(),
            _ => i18n::month(l, at),
        };
        let time = if days <= 1 { i18n::time(at) } else { i18n::date(l, at) };
        let entry = Entry { time, ..entry };
        match periods.last_mut() {
            Some(period) if period.title == title => period.entries.push(entry),
            _ => periods.push(Period { title, entries: vec![entry] }),
        }
    }
    periods
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_in_groups_by_the_days_of_algiers() {
        let now: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        let entry = |at: &str| {
            let about = About::Search(at.to_owned());
            let nothing = String::new;
            let remove =
                Remove { field: ("search", nothing()), at: nothing(), back_at: nothing(), back: nothing() };
            let entry = Entry { about, href: nothing(), time: nothing(), remove };
            (at.parse().unwrap(), entry)
        };
        // Half past eleven in Greenwich is after midnight in Algiers.
        let times =
            ["2026-11-22T23:30:00Z", "2026-11-22T22:30:00Z", "2026-11-17T08:00:00Z", "2026-11-16T08:00:00Z"];
        let periods = grouped(Locale::En, times.map(entry).into(), now);
        let titles: Vec<_> = periods.iter().map(|period| period.title.replace('\u{a0}', " ")).collect();
        assert_eq!(titles, ["Today", "Yesterday", "Last 7 days", "November 2026"]);
        assert_eq!(periods[0].entries[0].time, "00:30");
        assert_eq!(periods[2].entries[0].time.replace('\u{a0}', " "), "17 November 2026");
    }
}
