//! What staff does to names: each act is one transaction with its line in the audit log.

use accounts::audit::{self, Actor};
use catalogue::Book;
use catalogue::edit::{Details, Done, Who};
use catalogue::names::{self, Change, Entry, Kind, Merged, NameError, Split};
use db::Tx;
use i18n::Locale;
use kernel::Id;
use serde_json::{Value, json};
use web::Error;

use crate::books::act::Staff;
use crate::words::names as t;

impl Staff {
    async fn note_name(
        &self,
        tx: &Tx,
        act: &'static str,
        (kind, id): (Kind, i64),
        (before, after): (&Value, &Value),
    ) -> db::Result<()> {
        let act = audit::Act { act, subject_kind: kind.as_str(), subject_id: id, before, after };
        audit::note(tx, Actor::from((&*self.me, self.client)), act, self.app.clock.now()).await
    }

    async fn note_done(&self, tx: &Tx, of: (Kind, i64), done: &Done) -> db::Result<()> {
        let Some(act) = done.act else { return Ok(()) };
        let (before, after) = (Value::Object(done.before.clone()), Value::Object(done.after.clone()));
        self.note_name(tx, act, of, (&before, &after)).await
    }

    /// Enters a name: its key.
    pub(super) async fn add_name(&self, kind: Kind, change: &Change) -> Result<i64, NameError> {
        let once = || {
            self.app.db.transaction(async |tx| {
                let (id, done) = names::add(&tx, kind, change, &self.editor()).await?;
                self.note_done(&tx, (kind, id), &done).await?;
                Ok(id)
            })
        };
        match once().await {
            // Somebody took the name between the look and the entry; a second look says so.
            Err(NameError::Database(db::Error::Unique { .. })) => once().await,
            done => done,
        }
    }

    /// Changes a name. `base` is the version that was read, where it matters what changed since.
    pub(super) async fn change_name(
        &self,
        of: (Kind, i64),
        base: Option<i64>,
        change: &Change,
    ) -> Result<Done, NameError> {
        let once = || {
            self.app.db.transaction(async |tx| {
                let done = names::change(&tx, of, base, change, &self.editor()).await?;
                self.note_done(&tx, of, &done).await?;
                Ok(done)
            })
        };
        match once().await {
            Err(NameError::Database(db::Error::Unique { .. })) => once().await,
            done => done,
        }
    }

    /// Puts one into another. `base` is the version that was read of the one, where it matters what changed since.
    pub(super) async fn merge_names(
        &self,
        kind: Kind,
        (from, into): (i64, i64),
        base: Option<i64>,
    ) -> Result<Merged, NameError> {
        self.app
            .db
            .transaction(async |tx| {
                let into = names::survivor(&tx, kind, into).await?.unwrap_or(into);
                let merged = names::merge(&tx, kind, (from, into), base, &self.editor()).await?;
                let mut gone = merged.from.said.told()?;
                gone.insert("id".to_owned(), from.into());
                let titles = titles(&tx, &merged.books).await?;
                let (before, after) = (
                    json!({ "merged": null, "books": null, "titles": null, "books_of_both": null }),
                    json!({
                        "merged": gone,
                        "books": merged.books,
                        "titles": titles,
                        "books_of_both": Some(&merged.already).filter(|books| !books.is_empty()),
                    }),
                );
                self.note_name(&tx, "name.merge", (kind, into), (&before, &after)).await?;
                Ok(merged)
            })
            .await
    }

    /// Gives books of one to another.
    pub(super) async fn split_name(
        &self,
        (kind, from): (Kind, i64),
        base: Option<i64>,
        to: &Who,
        books: &[Id<Book>],
    ) -> Result<Split, NameError> {
        self.app
            .db
            .transaction(async |tx| {
                let split = names::split(&tx, (kind, from), base, to, books, &self.editor()).await?;
                let mut into = split.said.told()?;
                into.insert("id".to_owned(), split.into.into());
                let titles = titles(&tx, &split.books).await?;
                let (before, after) = (
                    json!({ "into": null, "books": null, "titles": null }),
                    json!({ "into": into, "books": split.books, "titles": titles }),
                );
                self.note_name(&tx, "name.split", (kind, from), (&before, &after)).await?;
                Ok(split)
            })
            .await
    }

    /// Numbers books of a series. The history of each book has it.
    pub(super) async fn number_series(
        &self,
        series: i64,
        numbers: &[(Id<Book>, Option<f64>)],
    ) -> Result<(), NameError> {
        self.app
            .db
            .transaction(async |tx| {
                names::number(&tx, series, numbers, &self.editor()).await?;
                let told = numbers.iter().map(|(book, number)| json!({ "id": book, "number": number }));
                let after = json!({ "numbers": told.collect::<Vec<_>>() });
                let of = (Kind::Series, series);
                self.note_name(&tx, "name.number", of, (&json!({ "numbers": null }), &after)).await?;
                Ok(())
            })
            .await
    }

    /// Throws one away. `base` is the version that was read, where it matters what changed since.
    pub(super) async fn remove_name(&self, kind: Kind, id: i64, base: Option<i64>) -> Result<(), NameError> {
        self.app
            .db
            .transaction(async |tx| {
                let done = names::remove(&tx, kind, id, base).await?;
                self.note_done(&tx, (kind, id), &done).await?;
                Ok(())
            })
            .await
    }

    /// Notes that two do not mean the same.
    pub(super) async fn refuse_pair(&self, kind: Kind, (one, other): (i64, i64)) -> Result<(), NameError> {
        self.app
            .db
            .transaction(async |tx| {
                if names::refuse(&tx, kind, (one, other), self.app.clock.now()).await? {
                    let entry = Entry::find(&tx, kind, other).await?.ok_or(NameError::NotFound)?;
                    let mut told = entry.said.told()?;
                    told.insert("id".to_owned(), other.into());
                    let (before, after) = (json!({ "not_same": null }), json!({ "not_same": told }));
                    self.note_name(&tx, "name.not_same", (kind, one), (&before, &after)).await?;
                }
                Ok(())
            })
            .await
    }
}

/// So many books are told by their titles.
const TITLES_MOST: usize = 5;

/// The titles of books, where these are few; where they are many their number says more.
async fn titles(tx: &Tx, books: &[Id<Book>]) -> db::Result<Option<Vec<String>>> {
    if books.is_empty() || books.len() > TITLES_MOST {
        return Ok(None);
    }
    let mut titles = Vec::with_capacity(books.len());
    for book in books {
        titles.extend(Details::find(tx, *book).await?.map(|book| book.title));
    }
    Ok(Some(titles))
}

/// Why a name was not changed, as it is answered.
pub(super) fn refusal(error: NameError) -> Error {
    match error {
        NameError::Database(error) => error.into(),
        NameError::NotFound => Error::NotFound,
        NameError::Invalid(errors) => Error::Invalid(errors),
        NameError::Meanwhile => Error::conflict("changed_meanwhile", t::changed_since),
        NameError::HasBooks(books) => Error::conflict("has_books", move |l: Locale| t::has_books(l, books)),
    }
}
