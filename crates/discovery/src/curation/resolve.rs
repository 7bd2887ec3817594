//! What a shelf may be made of, by its name or its key.

use std::collections::HashMap;

use catalogue::Genre;
use catalogue::names::{self, Kind as NameKind};
use db::{Query, list, sql};
use i18n::Locale;

use super::{Source, SourceKind};

/// Something that books stand under, as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// What has this key.
    Key(i64),
    /// What has this name, however it is written; of a genre also its word in addresses.
    Named(String),
}

/// What is asked for; `None` where there is no such thing.
pub async fn source(db: &impl Query, of: SourceKind, wanted: &Wanted) -> db::Result<Option<Source>> {
    let kind = kind_of(of);
    let id = match wanted {
        // What was put together with something else leads on.
        Wanted::Key(id) => Some(names::survivor(db, kind, *id).await?.unwrap_or(*id)),
        Wanted::Named(name) => match names::find_named(db, kind, name).await? {
            Some(id) => Some(id),
            None if of == SourceKind::Genre => genre_of_slug(db, name).await?,
            None => None,
        },
    };
    let Some(id) = id else { return Ok(None) };
    let source = Source { of, id };
    Ok(is_there(db, source).await?.then_some(source))
}

const fn kind_of(of: SourceKind) -> NameKind {
    match of {
        SourceKind::Genre => NameKind::Genre,
        SourceKind::Author => NameKind::Author,
        SourceKind::Series => NameKind::Series,
        SourceKind::Publisher => NameKind::Publisher,
    }
}

async fn genre_of_slug(db: &impl Query, slug: &str) -> db::Result<Option<i64>> {
    let found: Option<(i64,)> =
        db.optional(sql!("select id from genres where slug = $1", slug.trim())).await?;
    Ok(found.map(|(id,)| id))
}

/// Whether it is there.
pub(super) async fn is_there(db: &impl Query, source: Source) -> db::Result<bool> {
    Ok(!named(db, Locale::default(), source.of, &[source.id]).await?.is_empty())
}

/// What these are called in a language. What is gone has no name.
pub async fn source_names(
    db: &impl Query,
    l: Locale,
    sources: &[Source],
) -> db::Result<HashMap<Source, String>> {
    let mut all = HashMap::new();
    // A statement for each kind, however many there are of it.
    for of in SourceKind::ALL {
        let keys: Vec<i64> =
            sources.iter().filter(|source| source.of == of).map(|source| source.id).collect();
        if keys.is_empty() {
            continue;
        }
        let found = named(db, l, of, &keys).await?;
        all.extend(found.into_iter().map(|(id, name)| (Source { of, id }, name)));
    }
    Ok(all)
}

async fn named(db: &impl Query, l: Locale, of: SourceKind, keys: &[i64]) -> db::Result<Vec<(i64, String)>> {
    let keys = keys.iter().copied();
    db.all(match of {
        SourceKind::Genre => sql!(
            "select genre_id, name from genre_names where genre_id in ($1…) and locale = $2",
            list(keys),
            l.tag()
        ),
        SourceKind::Author => sql!("select id, name from authors where id in ($1…)", list(keys)),
        SourceKind::Series => sql!("select id, name from series where id in ($1…)", list(keys)),
        SourceKind::Publisher => sql!("select id, name from publishers where id in ($1…)", list(keys)),
    })
    .await
}

impl Source {
    /// A genre, as a source.
    pub fn genre(genre: &Genre) -> Self {
        Self { of: SourceKind::Genre, id: genre.id.get() }
    }
}
