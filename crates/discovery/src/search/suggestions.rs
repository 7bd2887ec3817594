//! What somebody who types may mean: their own searches, then authors, series, genres and books.

use catalogue::changes::Findable;
use i18n::Locale;
use kernel::fold;
use search::Suggestion;
use serde::Serialize;
use utoipa::ToSchema;
use web::{App, UserId};

use super::{Search, facets};
use crate::keeping::Searches;

/// Suggestions in an answer.
const MOST: usize = 8;
/// Of one's own searches, once something is typed.
const RECENT: usize = 3;
/// Of one's own searches that are looked through.
const RECENT_READ: i64 = 100;
/// The kinds, and how many of each at most.
const KINDS: [(Findable, usize); 4] =
    [(Findable::Book, 5), (Findable::Author, 3), (Findable::Series, 2), (Findable::Genre, 2)];

/// What a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SuggestedKind {
    /// A book; `id` is its key.
    Book,
    /// An author; `id` is its key.
    Author,
    /// A series; `id` is its key.
    Series,
    /// A genre; `id` is its key.
    Genre,
    /// One of the caller's own searches; `id` is the one it is removed by.
    Recent,
}

/// A suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Suggested {
    /// What it is.
    pub(crate) kind: SuggestedKind,
    /// A title, a name, or what was searched for.
    pub(crate) text: String,
    /// Its key among those of its kind.
    pub(crate) id: i64,
}

/// The suggestions for a text, best first. Nothing typed yet: one's own last searches.
pub(crate) async fn suggestions(
    app: &App,
    search: &Search,
    user: Option<UserId>,
    (text, l): (&str, Locale),
) -> web::Result<Vec<Suggested>> {
    let mut all = recent(app, user, text).await?;
    if text.is_empty() {
        return Ok(all);
    }
    let known: Vec<String> = all.iter().map(|one| fold(&one.text)).collect();
    let found = of_shop(search, text).await;
    let shown = found.into_iter().filter_map(|one| shown(one, l));
    all.extend(shown.filter(|one| one.kind != SuggestedKind::Book || !known.contains(&fold(&one.text))));
    all.truncate(MOST);
    Ok(all)
}

async fn recent(app: &App, user: Option<UserId>, text: &str) -> web::Result<Vec<Suggested>> {
    let Some(user) = user else { return Ok(Vec::new()) };
    let (most, rows) = if text.is_empty() { (MOST, 8) } else { (RECENT, RECENT_READ) };
    let typed = fold(text);
    let searches = Searches::recent(&app.db, user, rows).await?;
    let alike = searches.into_iter().filter(|one| fold(&one.text).contains(&typed)).take(most);
    Ok(alike.map(|one| Suggested { kind: SuggestedKind::Recent, text: one.text, id: one.id.get() }).collect())
}

/// From the index; nothing while it is being made, for suggestions can be done without.
async fn of_shop(search: &Search, text: &str) -> Vec<Suggestion> {
    let Some(index) = search.index() else { return Vec::new() };
    let text = text.to_owned();
    let answered = tokio::task::spawn_blocking(move || {
        let kinds = KINDS.map(|(kind, _)| facets::kind(kind));
        index.suggest(&text, &kinds, MOST)
    })
    .await;
    let found = match answered {
        Ok(Ok(found)) => found,
        Ok(Err(error)) => {
            search.found_damaged(&error);
            return Vec::new();
        }
        Err(error) => {
            search.found_damaged(&error);
            return Vec::new();
        }
    };
    let mut left = KINDS.map(|(kind, most)| (facets::kind(kind), most));
    let fits = |one: &Suggestion| {
        let room = left.iter_mut().find(|(kind, most)| *kind == one.kind && *most > 0);
        room.map(|(_, most)| *most -= 1).is_some()
    };
    found.into_iter().filter(fits).collect()
}

fn shown(one: Suggestion, l: Locale) -> Option<Suggested> {
    let (findable, _) = KINDS.into_iter().find(|(kind, _)| facets::kind(*kind) == one.kind)?;
    let kind = match findable {
        Findable::Book => SuggestedKind::Book,
        Findable::Author => SuggestedKind::Author,
        Findable::Series => SuggestedKind::Series,
        Findable::Genre => SuggestedKind::Genre,
    };
    // Only genres have several names: one in each language.
    let place =
        if findable == Findable::Genre { Locale::ALL.into_iter().position(|one| one == l)? } else { 0 };
    let text = one.titles.get(place).or_else(|| one.titles.first())?.clone();
    Some(Suggested { kind, text, id: i64::try_from(one.id).ok()? })
}
