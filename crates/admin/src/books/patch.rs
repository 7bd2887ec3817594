//! What a program says that is to change of a book, read as a change.

use catalogue::edit::{self, Change, Credit, GenreWanted, Who};
use catalogue::{Genre, PageCount, Status};
use kernel::{Currency, Id, Money};
use publication::SampleLength;
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;
use web::FieldErrors;

use crate::words::uploads as t;

/// A field that can be emptied by null.
#[derive(Debug, Default)]
pub(crate) enum Patch<T> {
    /// It stays as it is.
    #[default]
    Absent,
    /// It is emptied.
    Null,
    /// It becomes this.
    Value(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

impl<T> Patch<T> {
    /// The change: `None` where it stays, `Some(None)` where it is emptied.
    #[expect(clippy::option_option, reason = "a change of something that may be absent")]
    pub(crate) fn read<U>(self, read: impl FnOnce(T) -> Option<U>) -> Option<Option<U>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(read(value)),
        }
    }
}

/// What is to change of a book; absent fields stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct BookPatch {
    /// At most 500 characters.
    #[schema(max_length = 500)]
    title: Option<String>,
    /// What stands below the title; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    subtitle: Patch<String>,
    /// Plain text; paragraphs are parted by an empty line.
    #[schema(max_length = 20_000)]
    description: Option<String>,
    /// Those who wrote it, in order, by name, by key, or as `{id}` or `{name}`. Whoever has another role stays.
    #[schema(value_type = Option<Vec<Object>>)]
    authors: Option<Vec<WhoWire>>,
    /// Everybody who made it, in order, with their roles.
    #[schema(value_type = Option<Vec<Object>>)]
    contributors: Option<Vec<WhoWire>>,
    /// Its genres, in order, by their words in addresses or their names in any language.
    #[schema(value_type = Option<Vec<Object>>)]
    genres: Option<Vec<WhoWire>>,
    /// The same, by their keys.
    genre_ids: Option<Vec<i64>>,
    /// By name, by key, or as `{id}` or `{name}`; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    publisher: Patch<WhoWire>,
    /// By name, or as `{name, number}` or `{id, number}`; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    series: Patch<WhoWire>,
    /// Ten or thirteen digits; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    isbn: Patch<String>,
    /// BCP 47; null where it is not known.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    language: Patch<String>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    release_date: Patch<String>,
    /// Null removes it.
    #[serde(default)]
    #[schema(value_type = Option<PageCount>)]
    page_count: Patch<PageCount>,
    /// In the shop's currency; 0 gives the book away, null leaves it without a price, which a book in the shop cannot be.
    #[serde(default)]
    #[schema(value_type = Option<PriceWire>)]
    price: Patch<PriceWire>,
    /// `draft`, `published` or `withdrawn`. Publishing needs a price.
    #[schema(inline)]
    status: Option<Status>,
    /// When a draft or a withdrawn book comes into the shop by itself: RFC 3339, in the future. While that is planned it needs its
    /// price. Null takes it back, and so does any change of `status`.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    publish_at: Patch<String>,
    /// How much of its files anybody may read; it is cut in the background, and what is there stays until then.
    sample: Option<SamplePatch>,
    /// The `version` that was read. Where the book changed since, the answer is a 409 that says what.
    pub(super) version: Option<i64>,
}

/// Of which file how much: `usual` (about a tenth), `none`, `percent:20` (of at most 90), or `through:3`, up to a part of an
/// EPUB in reading order or a page of a PDF, from 1 and that one included.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SamplePatch {
    epub: Option<String>,
    pdf: Option<String>,
}

/// The length of a sample.
fn length(text: Option<&str>, field: &str, errors: &mut FieldErrors) -> Option<SampleLength> {
    let length = text?.parse().ok();
    if length.is_none() {
        errors.add(field, "invalid", t::sample_wrong);
    }
    length
}

/// An amount.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub(super) struct PriceWire {
    /// Minor units: 120000 is 1 200 DA.
    amount: i64,
    /// ISO 4217.
    #[schema(value_type = String, example = "DZD")]
    currency: Currency,
}

impl PriceWire {
    pub(super) fn money(&self) -> Money {
        Money { amount: self.amount, currency: self.currency }
    }
}

/// Somebody or something by its key, its name, or both, of which the key counts.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum WhoWire {
    Key(i64),
    Name(String),
    Both(Both),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    id: Option<i64>,
    name: Option<String>,
    /// Of a genre, as it is told.
    slug: Option<String>,
    /// Of somebody who made a book.
    role: Option<String>,
    /// Of a book in a series.
    number: Option<f64>,
}

impl WhoWire {
    fn who(&self) -> Who {
        match self {
            Self::Key(key) => Who::Key(*key),
            Self::Name(name) => Who::Named(name.clone()),
            Self::Both(both) => match both.id {
                Some(key) => Who::Key(key),
                // Nobody's name is empty, and that is what will be said of it.
                None => Who::Named(both.slug.clone().or_else(|| both.name.clone()).unwrap_or_default()),
            },
        }
    }

    fn credit(&self) -> Credit {
        let role = match self {
            Self::Both(both) => both.role.clone(),
            _ => None,
        };
        Credit { who: self.who(), role: role.unwrap_or_else(|| "aut".to_owned()) }
    }

    fn genre(&self) -> GenreWanted {
        match self.who() {
            Who::Key(key) => GenreWanted::Key(Id::<Genre>::new(key)),
            Who::Named(word) => GenreWanted::Word(word),
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            Self::Both(both) => both.number,
            _ => None,
        }
    }
}

impl BookPatch {
    /// The change; what cannot be read is a 422.
    pub(super) fn change(self) -> web::Result<Change> {
        let mut errors = FieldErrors::default();
        let by_key =
            self.genre_ids.map(|keys| keys.into_iter().map(|key| GenreWanted::Key(Id::new(key))).collect());
        let by_word = self.genres.map(|genres| genres.iter().map(WhoWire::genre).collect());
        let sample = self.sample.as_ref();
        let sample_epub = length(sample.and_then(|one| one.epub.as_deref()), "sample.epub", &mut errors);
        let sample_pdf = length(sample.and_then(|one| one.pdf.as_deref()), "sample.pdf", &mut errors);
        let change = Change {
            sample_epub,
            sample_pdf,
            title: self.title,
            subtitle: self.subtitle.read(Some).map(Option::unwrap_or_default),
            description: self.description,
            contributors: self.contributors.map(|people| people.iter().map(WhoWire::credit).collect()),
            authors: self.authors.map(|people| people.iter().map(WhoWire::who).collect()),
            genres: by_key.or(by_word),
            publisher: self.publisher.read(|who| Some(who.who())),
            series: self.series.read(|series| Some((series.who(), series.number()))),
            isbn: self.isbn.read(|text| edit::isbn(&text, &mut errors)),
            language: self
                .language
                .read(|text| Some(edit::language(&text, &mut errors)))
                .map(|language| language.unwrap_or(kernel::Language::UNDETERMINED)),
            release_date: self.release_date.read(|text| edit::date(&text, &mut errors)),
            page_count: self.page_count.read(Some),
            price: self.price.read(|price| Some(price.money())),
            status: self.status,
            publish_at: self.publish_at.read(|text| edit::moment(&text, &mut errors)),
            ..Change::default()
        };
        errors.into_result()?;
        Ok(change)
    }
}
