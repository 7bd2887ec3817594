//! One name with all that is said of it.

use std::collections::BTreeMap;

use db::{Query, record, sql};
use i18n::Locale;
use serde::Serialize;
use serde_json::Value;

use super::{Kind, other};
use crate::edit::Fields;

/// Words by the tag of their language: `en`, `fr`, `ar`.
pub type Tongues = BTreeMap<String, String>;

/// Somebody or something that books stand under.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Of what it is the name.
    pub kind: Kind,
    /// The key.
    pub id: i64,
    /// What is said of it.
    pub said: Said,
    /// Books in the shop.
    pub in_shop: i64,
    /// All its books.
    pub books: i64,
    /// Goes up with each change.
    pub version: i64,
}

/// What is said of it, as the audit log has it. What a kind does not have is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Said {
    /// The name; of a genre its word in addresses.
    pub name: String,
    /// How an author is sorted, where somebody said so.
    pub sort_name: Option<String>,
    /// What it is called in each language.
    pub names: Tongues,
    /// What a genre is about, in each language.
    pub descriptions: Tongues,
    /// What else it is called.
    pub other_names: Vec<String>,
    /// A genre's place among the others, from 1.
    pub position: Option<i64>,
}

impl Said {
    /// By their names.
    pub fn fields(&self) -> db::Result<Fields> {
        match serde_json::to_value(self) {
            Ok(Value::Object(mut fields)) => {
                fields.retain(|_, value| !value.is_null());
                Ok(fields)
            }
            _ => Err(db::Error::Check("a name that cannot be told".to_owned())),
        }
    }
}

impl Said {
    /// The same without what is empty: what is told of one that is entered, put into another or thrown away.
    pub fn told(&self) -> db::Result<Fields> {
        let mut fields = self.fields()?;
        for value in fields.values_mut() {
            if let Value::Object(words) = value {
                words.retain(|_, word| word.as_str() != Some(""));
            }
        }
        fields.retain(|_, value| match value {
            Value::Object(words) => !words.is_empty(),
            Value::Array(words) => !words.is_empty(),
            _ => true,
        });
        Ok(fields)
    }
}

record! {
    struct Row {
        name: String,
        sort_name: Option<String>,
        position: Option<i64>,
        in_shop: i64,
        books: i64,
        version: i64,
    }

    struct GenreText {
        locale: String,
        name: String,
        description: String,
    }
}

impl Entry {
    /// The one with this key; `None` where there is none.
    pub async fn find(db: &impl Query, kind: Kind, id: i64) -> db::Result<Option<Self>> {
        let statement = match kind {
            Kind::Author => sql!(
                "select name, sort_name, cast(null as bigint) as position, book_count as in_shop,
                        (select count(distinct book_id) from book_authors where author_id = $1) as books, version
                 from authors where id = $1",
                id
            ),
            Kind::Genre => sql!(
                "select slug as name, cast(null as text) as sort_name,
                        (select count(*) from genres x where (x.position, x.id) <= (g.position, g.id)) as position,
                        book_count as in_shop, (select count(*) from book_genres where genre_id = $1) as books, version
                 from genres g where id = $1",
                id
            ),
            Kind::Publisher => sql!(
                "select name, cast(null as text) as sort_name, cast(null as bigint) as position, book_count as in_shop,
                        (select count(*) from books where publisher_id = $1) as books, version
                 from publishers where id = $1",
                id
            ),
            Kind::Series => sql!(
                "select name, cast(null as text) as sort_name, cast(null as bigint) as position, book_count as in_shop,
                        (select count(*) from books where series_id = $1) as books, version
                 from series where id = $1",
                id
            ),
        };
        let row: Option<Row> = db.optional(statement).await?;
        let Some(row) = row else { return Ok(None) };
        let (mut names, other_names) = other::of(db, kind, id).await?;
        let mut descriptions = Tongues::new();
        if kind == Kind::Genre {
            let texts: Vec<GenreText> = db
                .all(sql!("select locale, name, description from genre_names where genre_id = $1", id))
                .await?;
            for text in texts {
                names.insert(text.locale.clone(), text.name);
                descriptions.insert(text.locale, text.description);
            }
        }
        let Row { name, sort_name, position, in_shop, books, version } = row;
        let said = Said { name, sort_name, names, descriptions, other_names, position };
        Ok(Some(Self { kind, id, said, in_shop, books, version }))
    }

    /// What it is called in a language.
    pub fn name(&self, l: Locale) -> &str {
        let said = &self.said;
        said.names.get(l.tag()).unwrap_or(&said.name)
    }
}
