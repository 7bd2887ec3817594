//! A change of the page as its history and the audit log tell it: by words, not by keys, so that it outlives what it names.

use std::collections::HashMap;

use catalogue::Book;
use db::{Query as _, Tx, list, sql};
use i18n::Locale;
use kernel::Id;
use serde_json::{Map, Value, json};

use super::layout::{Layout, Shelf, Source};
use super::{Kind, resolve};

/// What differs between two states of the page, as it was and as it is.
pub(super) async fn differences(tx: &Tx, (before, after): (&Layout, &Layout)) -> db::Result<(Value, Value)> {
    let (mut was, mut is) = (Map::new(), Map::new());
    let both = |layout: &Layout, other: &Layout| -> Vec<String> {
        let names = layout.shelves.iter().filter(|shelf| other.shelf(&shelf.name).is_some());
        names.map(|shelf| shelf.name.clone()).collect()
    };
    if both(before, after) != both(after, before) {
        was.insert("home_order".to_owned(), before.shelves.iter().map(label).collect());
        is.insert("home_order".to_owned(), after.shelves.iter().map(label).collect());
    }
    let changed = changed(before, after);
    match changed.as_slice() {
        [] => {}
        [(old, new)] => {
            let names = Names::of(tx, &[*old, *new]).await?;
            is.insert("shelf".to_owned(), new.or(*old).map(label).into());
            of_shelf(&names, (*old, *new), (&mut was, &mut is));
        }
        // Only putting the page back changes several; the versions tell all of it.
        several => {
            was.insert("shelves".to_owned(), several.iter().filter_map(|(old, _)| old.map(label)).collect());
            is.insert("shelves".to_owned(), several.iter().filter_map(|(_, new)| new.map(label)).collect());
        }
    }
    Ok((Value::Object(was), Value::Object(is)))
}

/// The shelves that differ, wherever they stand, as they were and as they are.
fn changed<'a>(before: &'a Layout, after: &'a Layout) -> Vec<(Option<&'a Shelf>, Option<&'a Shelf>)> {
    let new = after.shelves.iter().map(|shelf| (before.shelf(&shelf.name), Some(shelf)));
    let gone = before.shelves.iter().filter(|shelf| after.shelf(&shelf.name).is_none());
    new.chain(gone.map(|shelf| (Some(shelf), None))).filter(|(old, new)| old != new).collect()
}

/// What a shelf is called: the program's own by their kind, others in each language.
fn label(shelf: &Shelf) -> Value {
    if shelf.kind != Kind::Own {
        return json!({ "kind": shelf.kind });
    }
    let titles = shelf.titles.iter().filter(|title| !title.text.is_empty());
    let titles: Map<String, Value> =
        titles.map(|title| (title.locale.tag().to_owned(), title.text.as_str().into())).collect();
    json!({ "kind": shelf.kind, "titles": titles })
}

fn of_shelf(
    names: &Names,
    (old, new): (Option<&Shelf>, Option<&Shelf>),
    (was, is): (&mut Map<String, Value>, &mut Map<String, Value>),
) {
    let (before, after) = (old.map(|shelf| names.fields(shelf)), new.map(|shelf| names.fields(shelf)));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    for name in FIELDS {
        let value = |fields: &Map<String, Value>| fields.get(name).cloned().unwrap_or(Value::Null);
        let (old, new) = (value(&before), value(&after));
        if old != new {
            was.insert(name.to_owned(), old);
            is.insert(name.to_owned(), new);
        }
    }
}

/// What is told of a shelf, by names that no other feature has in the log.
const FIELDS: [&str; 7] = [
    "shelf_titles",
    "shelf_locales",
    "shelf_hidden",
    "shelf_from",
    "shelf_until",
    "shelf_source",
    "shelf_books",
];

/// What books and sources are called.
struct Names {
    books: HashMap<Id<Book>, String>,
    sources: HashMap<Source, String>,
}

impl Names {
    async fn of(tx: &Tx, shelves: &[Option<&Shelf>]) -> db::Result<Self> {
        let shelves = || shelves.iter().copied().flatten();
        let books: Vec<Id<Book>> =
            shelves().flat_map(|shelf| &shelf.books).map(|placed| placed.book).collect();
        let titles: Vec<(Id<Book>, String)> = if books.is_empty() {
            Vec::new()
        } else {
            tx.all(sql!("select id, title from books where id in ($1…)", list(books))).await?
        };
        let sources: Vec<Source> = shelves().filter_map(|shelf| shelf.source).collect();
        let sources = resolve::source_names(tx, Locale::default(), &sources).await?;
        Ok(Self { books: titles.into_iter().collect(), sources })
    }

    fn fields(&self, one: &Shelf) -> Map<String, Value> {
        let titles: Map<String, Value> = one
            .titles
            .iter()
            .filter(|title| !title.text.is_empty())
            .map(|title| (title.locale.tag().to_owned(), title.text.as_str().into()))
            .collect();
        let book = |placed: &super::Placed| {
            let title = self.books.get(&placed.book);
            json!({ "id": placed.book, "title": title, "from": placed.from, "until": placed.until })
        };
        let source = one
            .source
            .map(|source| json!({ "of": source.of, "id": source.id, "name": self.sources.get(&source) }));
        let own = one.kind == Kind::Own;
        let fields = json!({
            "shelf_titles": own.then_some(titles),
            "shelf_locales": own.then(|| one.locales().collect::<Vec<_>>()),
            "shelf_hidden": one.hidden,
            "shelf_from": one.from,
            "shelf_until": one.until,
            "shelf_source": source,
            "shelf_books": one.books.iter().map(book).collect::<Vec<_>>(),
        });
        match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }
}
