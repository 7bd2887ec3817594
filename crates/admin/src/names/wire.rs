//! Names as the API tells them, and what a program says of them.

use std::collections::BTreeMap;

use catalogue::edit::Order;
use catalogue::names::{Change, Entry, Kind, Likeness, NameFilter, NamePart, NameRow, NameSort, Pair};
use i18n::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{App, Error, OrNotFound as _, Paging};

use crate::words::names as t;

/// The most characters of what is looked for.
pub(super) const SOUGHT_MOST: usize = 200;

/// A name in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NameItem {
    id: i64,
    /// Of a genre in the caller's language.
    name: String,
    /// Books in the shop.
    book_count: i64,
}

impl From<NameRow> for NameItem {
    fn from(row: NameRow) -> Self {
        Self { id: row.id, name: row.name, book_count: row.in_shop }
    }
}

/// A name, to be changed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdminName {
    /// Of something that was put together with another the key of that.
    id: i64,
    /// Of a genre in the caller's language.
    name: String,
    /// A genre's word in addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<String>,
    /// How an author is sorted, where somebody said so.
    sort_name: Option<String>,
    /// What it is called in `en`, `fr` and `ar`: a genre in each, others where it is something else.
    names: BTreeMap<String, String>,
    /// What a genre is about, in each language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    descriptions: BTreeMap<String, String>,
    /// What else it is called; searches, files and lists find it so.
    other_names: Vec<String>,
    /// A genre's place among the others, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<i64>,
    /// Books in the shop.
    book_count: i64,
    /// All its books.
    all_books: i64,
    /// Goes up with each change; sent back as `version`, it keeps a change from hiding another one.
    pub(super) version: i64,
}

impl AdminName {
    /// The one with this key, or what it was put together with; a 404 where there is none.
    pub(super) async fn find(app: &App, l: Locale, kind: Kind, id: i64) -> web::Result<Self> {
        let entry = match Entry::find(&app.db, kind, id).await? {
            None => {
                let now = catalogue::names::survivor(&app.db, kind, id).await?.or_404()?;
                Entry::find(&app.db, kind, now).await?
            }
            found => found,
        };
        Ok(Self::of(l, entry.or_404()?))
    }

    fn of(l: Locale, entry: Entry) -> Self {
        let name = if entry.kind == Kind::Genre { entry.name(l).to_owned() } else { entry.said.name.clone() };
        let said = entry.said;
        Self {
            id: entry.id,
            name,
            slug: (entry.kind == Kind::Genre).then_some(said.name),
            sort_name: said.sort_name,
            names: said.names,
            descriptions: said.descriptions,
            other_names: said.other_names,
            position: said.position,
            book_count: entry.in_shop,
            all_books: entry.books,
            version: entry.version,
        }
    }
}

/// What is to change of a name; absent fields stay as they are.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(super) struct NamePatch {
    /// At most 500 characters. Of a genre the name in all languages of which `names` says nothing.
    #[schema(max_length = 500)]
    name: Option<String>,
    /// A genre's word in addresses; the one that it had leads there further on.
    slug: Option<String>,
    /// How an author is sorted: `Camus, Albert`; empty for how the name says it.
    #[schema(max_length = 500)]
    sort_name: Option<String>,
    /// What it is called in `en`, `fr` or `ar`; null for as elsewhere.
    names: Option<BTreeMap<String, Option<String>>>,
    /// What a genre is about, in `en`, `fr` or `ar`.
    descriptions: Option<BTreeMap<String, String>>,
    /// What else it is called, whole.
    other_names: Option<Vec<String>>,
    /// The place that a genre is to have among the others, from 1.
    position: Option<i64>,
    /// The `version` that was read. Where it changed since, the answer is a 409.
    pub(super) version: Option<i64>,
}

impl NamePatch {
    /// The change.
    pub(super) fn change(self, kind: Kind) -> web::Result<Change> {
        let is_genre = kind == Kind::Genre;
        if self.slug.is_some() && !is_genre {
            return Err(Error::invalid("slug", "unfit", t::slug_unfit));
        }
        let mut names: BTreeMap<String, String> = self
            .names
            .unwrap_or_default()
            .into_iter()
            .map(|(tag, name)| (tag, name.unwrap_or_default()))
            .collect();
        if let Some(name) = self.name.as_ref().filter(|_| is_genre) {
            for l in Locale::ALL {
                names.entry(l.tag().to_owned()).or_insert_with(|| name.clone());
            }
        }
        Ok(Change {
            name: if is_genre { self.slug } else { self.name },
            sort_name: self.sort_name.map(Some),
            names,
            descriptions: self.descriptions.unwrap_or_default(),
            other_names: self.other_names,
            position: self.position,
        })
    }
}

/// What the list is narrowed to, and how it is sorted.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct NameQuery {
    /// Words of the name, or of what else it is called.
    #[param(max_length = 200)]
    pub(super) q: Option<String>,
    /// Only those without a book, in the shop or not. Such a list is always sorted by `name`.
    pub(super) without_books: Option<bool>,
    /// The order; `name` where nothing is said, of genres `position`, which only they have.
    #[param(inline)]
    pub(super) sort: Option<NameSort>,
    /// Which way; `asc` where nothing is said, but for `books`.
    #[param(inline)]
    pub(super) order: Option<Order>,
}

impl NameQuery {
    /// How the list of a kind is sorted.
    pub(super) fn sorted(&self, kind: Kind) -> (NameSort, Order) {
        let usual = if kind == Kind::Genre { NameSort::Position } else { NameSort::Name };
        let fits = |sort: &NameSort| *sort != NameSort::Position || kind == Kind::Genre;
        let sort = match self.without_books {
            Some(true) if kind != Kind::Genre => NameSort::Name,
            _ => self.sort.filter(fits).unwrap_or(usual),
        };
        let way = if sort == NameSort::Books { Order::Descending } else { Order::Ascending };
        (sort, self.order.unwrap_or(way))
    }

    /// What is meant.
    pub(super) fn filter(&self) -> NameFilter<'_> {
        let q = self.q.as_deref().unwrap_or_default();
        let end = q.char_indices().nth(SOUGHT_MOST).map_or(q.len(), |(at, _)| at);
        NameFilter { q: &q[..end], without_books: self.without_books == Some(true) }
    }
}

/// A part of the list of a kind.
pub(super) async fn part(
    app: &App,
    (l, kind): (Locale, Kind),
    query: &NameQuery,
    paging: &Paging,
) -> web::Result<web::List<NameRow>> {
    let (sort, order) = query.sorted(kind);
    let list = paging.clone().of(&format!("/admin/{} {sort} {order}", kind.plural()));
    let part = NamePart { filter: query.filter(), sort, order, after: list.after()?, rows: list.rows() };
    let rows = catalogue::names::list(&app.db, kind, &part, l).await?.ok_or_else(web::invalid_cursor)?;
    Ok(list.list(rows, |row| row.place(sort)))
}

/// What a name is put into.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct MergeWire {
    /// The key of what stays.
    pub(super) into: i64,
}

/// Which books go to whom.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct SplitWire {
    /// To whoever or whatever is called so; a new name is entered.
    pub(super) name: Option<String>,
    /// The same by the key.
    pub(super) into: Option<i64>,
    /// The books; at most 200.
    #[schema(value_type = Vec<i64>, max_items = 200)]
    pub(super) book_ids: Vec<kernel::Id<catalogue::Book>>,
}

/// What became of a name that was put into another.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MergedItem {
    /// What it is now.
    #[serde(flatten)]
    pub(super) name: AdminName,
    /// How many books moved.
    pub(super) moved: usize,
}

/// Two names that may mean the same.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PairItem {
    first: NameItem,
    second: NameItem,
    #[schema(inline)]
    reason: Likeness,
}

impl From<Pair> for PairItem {
    fn from(pair: Pair) -> Self {
        Self {
            first: NameItem { id: pair.first_id, name: pair.first, book_count: pair.first_books },
            second: NameItem { id: pair.second_id, name: pair.second, book_count: pair.second_books },
            reason: pair.reason,
        }
    }
}
