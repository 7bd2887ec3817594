//! Names and keys become what is in the database; a new name of a person, a publisher or a series is entered.

use std::collections::HashMap;

use db::{Query, Tx, list, record, sql};
use kernel::{Id, seen_line};

use super::EditError;
use super::change::{Change, Credit, GenreWanted, Who, author};
use super::details::{Details, InSeries, Named, Person};
use crate::names::{self, Kind};
use crate::new_book::{self, NewContributor};
use crate::{Author, Genre, Publisher, Series, t};

record! {
    struct PersonName {
        id: Id<Author>,
        name: String,
    }
}

/// Everybody who is to be named, each once in each role.
pub(super) async fn contributors(
    tx: &Tx,
    before: &Details,
    change: &Change,
) -> Result<Vec<Person>, EditError> {
    let credits = match (&change.contributors, &change.authors) {
        (Some(credits), None) => credits.clone(),
        (None, Some(authors)) => with_others(authors, before),
        (None, None) => return Ok(before.contributors.clone()),
        (Some(_), Some(_)) => {
            return Err(EditError::invalid("authors", "conflicting", t::edit_authors_twice));
        }
    };
    let keys = credits.iter().filter_map(|credit| match credit.who {
        Who::Key(key) => Some(author(key)),
        Who::Named(_) => None,
    });
    let keys: Vec<Id<Author>> = keys.collect();
    let merged = names::survivors(tx, Kind::Author, keys.iter().map(|key| key.get())).await?;
    let now = keys.iter().map(|key| merged.get(&key.get()).copied().unwrap_or(key.get()));
    let known: Vec<PersonName> =
        tx.all(sql!("select id, name from authors where id in ($1…)", list(now))).await?;
    let mut people: Vec<Person> = Vec::with_capacity(credits.len());
    for credit in credits {
        let person = person(tx, (&known, &merged), credit).await?;
        if !people.iter().any(|one| one.id == person.id && one.role == person.role) {
            people.push(person);
        }
    }
    Ok(people)
}

/// Those who wrote it, and behind them who else made it.
fn with_others(authors: &[Who], before: &Details) -> Vec<Credit> {
    let role = "aut".to_owned();
    let authors = authors.iter().map(|who| Credit { who: who.clone(), role: role.clone() });
    let others = before.contributors.iter().filter(|person| person.role != "aut");
    let others = others.map(|person| Credit { who: Who::Key(person.id.get()), role: person.role.clone() });
    authors.chain(others).collect()
}

async fn person(
    tx: &Tx,
    (known, merged): (&[PersonName], &HashMap<i64, i64>),
    credit: Credit,
) -> Result<Person, EditError> {
    match credit.who {
        Who::Key(key) => {
            let key = merged.get(&key).copied().unwrap_or(key);
            let found = known.iter().find(|one| one.id == author(key));
            let found = found.ok_or_else(|| EditError::invalid("authors", "unknown", t::edit_unknown))?;
            Ok(Person { id: found.id, name: found.name.clone(), role: credit.role })
        }
        Who::Named(name) => {
            let name = name_of("authors", &name)?;
            let new = NewContributor { name, role: credit.role, sort_as: None };
            let person = new_book::contributor(tx, &new).await?;
            Ok(Person { id: person.id, name: person.name, role: person.role })
        }
    }
}

/// A name as it is kept; there is no empty one.
fn name_of(field: &str, name: &str) -> Result<String, EditError> {
    let name = seen_line(name);
    if name.is_empty() { Err(EditError::invalid(field, "missing", t::edit_name_missing)) } else { Ok(name) }
}

/// Its genres, each once, in order.
pub(super) async fn genres(tx: &Tx, before: &Details, change: &Change) -> Result<Vec<Named>, EditError> {
    let mut genres = before.genres.clone();
    if let Some(wanted) = &change.genres {
        genres.clear();
        for genre in wanted {
            add(&mut genres, self::genre(tx, "genres", genre).await?);
        }
    }
    if let Some(wanted) = &change.add_genre {
        add(&mut genres, self::genre(tx, "genre", wanted).await?);
    }
    if let Some(wanted) = &change.remove_genre {
        let gone = self::genre(tx, "genre", wanted).await?;
        genres.retain(|genre| genre.id != gone.id);
    }
    Ok(genres)
}

fn add(genres: &mut Vec<Named>, genre: Named) {
    if !genres.iter().any(|one| one.id == genre.id) {
        genres.push(genre);
    }
}

async fn genre(tx: &Tx, field: &str, wanted: &GenreWanted) -> Result<Named, EditError> {
    let by_key = |key: Id<Genre>| sql!("select id, slug from genres where id = $1", key);
    let found: Option<(i64, String)> = match wanted {
        GenreWanted::Key(key) => tx.optional(by_key(names::follow(tx, Kind::Genre, *key).await?)).await?,
        GenreWanted::Word(word) => {
            let by_slug = sql!("select id, slug from genres where slug = $1", word.as_str());
            match (tx.optional(by_slug).await?, Genre::named(tx, word).await?) {
                (None, Some(key)) => tx.optional(by_key(key)).await?,
                (found, _) => found,
            }
        }
    };
    let (id, name) = found.ok_or_else(|| EditError::invalid(field, "unknown", t::edit_genre_unknown))?;
    Ok(Named { id, name })
}

/// Who publishes it.
pub(super) async fn publisher(tx: &Tx, who: Option<&Who>) -> Result<Option<Named>, EditError> {
    let statement = match who {
        None => return Ok(None),
        Some(Who::Key(key)) => {
            let key: Id<Publisher> = names::follow(tx, Kind::Publisher, Id::new(*key)).await?;
            sql!("select id, name from publishers where id = $1", key)
        }
        Some(Who::Named(name)) => {
            let id = new_book::publisher_id(tx, &name_of("publisher", name)?).await?;
            sql!("select id, name from publishers where id = $1", id)
        }
    };
    let found: Option<(i64, String)> = tx.optional(statement).await?;
    let (id, name) = found.ok_or_else(|| EditError::invalid("publisher", "unknown", t::edit_unknown))?;
    Ok(Some(Named { id, name }))
}

/// Its place in a series.
pub(super) async fn series(
    tx: &Tx,
    wanted: Option<&(Who, Option<f64>)>,
) -> Result<Option<InSeries>, EditError> {
    let Some((who, number)) = wanted else { return Ok(None) };
    let statement = match who {
        Who::Key(key) => {
            let key: Id<Series> = names::follow(tx, Kind::Series, Id::new(*key)).await?;
            sql!("select id, name from series where id = $1", key)
        }
        Who::Named(name) => {
            let id = new_book::series_id(tx, &name_of("series", name)?).await?;
            sql!("select id, name from series where id = $1", id)
        }
    };
    let found: Option<(i64, String)> = tx.optional(statement).await?;
    let (id, name) = found.ok_or_else(|| EditError::invalid("series", "unknown", t::edit_unknown))?;
    Ok(Some(InSeries { id, name, number: *number }))
}
