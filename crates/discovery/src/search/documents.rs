//! What the index is told: read from the database as it is now, many at once.

use std::collections::HashMap;

use catalogue::changes::Findable;
use catalogue::names::{self, Kind};
use catalogue::{Book, Format, Genre};
use db::{Query, list, record, sql};
use i18n::Locale;
use kernel::{Currency, Id, Isbn, Language, Money, Timestamp};
use search::Document;

use super::facets::{self, Availability, PriceBand};

record! {
    struct BookRow {
        id: i64,
        title: String,
        subtitle: Option<String>,
        isbn: Option<Isbn>,
        description: String,
        publisher: Option<String>,
        series: Option<String>,
        publisher_id: Option<i64>,
        series_id: Option<i64>,
        language: Language,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        has_epub: bool,
        has_pdf: bool,
        published_at: Timestamp,
        rating_count: i64,
        rating_sum: i64,
        rating_score: i64,
        sales_count: i64,
    }

    struct Person {
        book_id: i64,
        author_id: i64,
        name: String,
    }

    struct Named {
        id: i64,
        name: String,
        book_count: i64,
    }

    struct GenreWord {
        id: i64,
        locale: String,
        name: String,
    }
}

/// The keys of published things of a kind behind `after`, in order.
pub(super) async fn keys(db: &impl Query, of: Findable, after: i64, rows: i64) -> db::Result<Vec<i64>> {
    let statement = match of {
        Findable::Book => {
            sql!(
                "select id from books where id > $1 and status = 'published' order by id limit $2",
                after,
                rows
            )
        }
        Findable::Author => {
            sql!("select id from authors where id > $1 and book_count > 0 order by id limit $2", after, rows)
        }
        Findable::Series => {
            sql!("select id from series where id > $1 and book_count > 0 order by id limit $2", after, rows)
        }
        Findable::Genre => {
            sql!("select id from genres where id > $1 and book_count > 0 order by id limit $2", after, rows)
        }
    };
    Ok(db.all::<(i64,)>(statement).await?.into_iter().map(|row| row.0).collect())
}

/// The documents of those among `ids` that can be found now.
pub(super) async fn read(
    db: &impl Query,
    of: Findable,
    ids: &[i64],
    own: Currency,
) -> db::Result<Vec<Document>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    match of {
        Findable::Book => books(db, ids, own).await,
        Findable::Author => {
            named(
                db,
                Kind::Author,
                sql!(
                    "select id, name, book_count from authors where id in ($1…) and book_count > 0",
                    list(ids.iter().copied())
                ),
            )
            .await
        }
        Findable::Series => {
            named(
                db,
                Kind::Series,
                sql!(
                    "select id, name, book_count from series where id in ($1…) and book_count > 0",
                    list(ids.iter().copied())
                ),
            )
            .await
        }
        Findable::Genre => genres(db, ids).await,
    }
}

async fn books(db: &impl Query, ids: &[i64], own: Currency) -> db::Result<Vec<Document>> {
    let rows: Vec<BookRow> = db
        .all(sql!(
            "select b.id, b.title, b.subtitle, b.isbn, b.description, p.name as publisher, s.name as series,
                    b.publisher_id, b.series_id, b.language, b.price_amount, b.price_currency, b.has_epub, b.has_pdf,
                    b.published_at, b.rating_count, b.rating_sum, b.rating_score, b.sales_count
             from books b left join publishers p on p.id = b.publisher_id left join series s on s.id = b.series_id
             where b.id in ($1…) and b.status = 'published'",
            list(ids.iter().copied())
        ))
        .await?;
    let people: Vec<Person> = db
        .all(sql!(
            "select ba.book_id, ba.author_id, a.name from book_authors ba join authors a on a.id = ba.author_id
             where ba.book_id in ($1…) order by ba.book_id, ba.position",
            list(ids.iter().copied())
        ))
        .await?;
    let genres: Vec<(Id<Book>, Id<Genre>)> = db
        .all(sql!(
            "select book_id, genre_id from book_genres where book_id in ($1…)",
            list(ids.iter().copied())
        ))
        .await?;
    let called = Called {
        authors: names::called(db, Kind::Author, people.iter().map(|person| person.author_id)).await?,
        publishers: names::called(db, Kind::Publisher, rows.iter().filter_map(|row| row.publisher_id))
            .await?,
        series: names::called(db, Kind::Series, rows.iter().filter_map(|row| row.series_id)).await?,
    };
    let mut people_of: HashMap<i64, Vec<Person>> = HashMap::new();
    for person in people {
        people_of.entry(person.book_id).or_default().push(person);
    }
    let mut genres_of: HashMap<i64, Vec<u64>> = HashMap::new();
    for (book, genre) in genres {
        genres_of.entry(book.get()).or_default().push(number(genre.get()));
    }
    let document = |row: BookRow| {
        let people = people_of.remove(&row.id).unwrap_or_default();
        let genres = genres_of.remove(&row.id).unwrap_or_default();
        book(row, (people, genres), &called, own)
    };
    Ok(rows.into_iter().map(document).collect())
}

/// What else people, publishers and series are called, by their keys.
struct Called {
    authors: HashMap<i64, Vec<String>>,
    publishers: HashMap<i64, Vec<String>>,
    series: HashMap<i64, Vec<String>>,
}

fn book(row: BookRow, (people, genres): (Vec<Person>, Vec<u64>), called: &Called, own: Currency) -> Document {
    let others = |of: &HashMap<i64, Vec<String>>, key: i64| of.get(&key).cloned().unwrap_or_default();
    let mut document = Document {
        id: number(row.id),
        weight: weight(row.sales_count.saturating_mul(2).saturating_add(row.rating_count)),
        codes: row.isbn.iter().flat_map(codes).collect(),
        ..Document::default()
    };
    document.facets[facets::GENRE] = genres;
    document.facets[facets::AUTHOR] = people.iter().map(|person| number(person.author_id)).collect();
    document.facets[facets::PUBLISHER] = row.publisher_id.map(number).into_iter().collect();
    document.facets[facets::SERIES] = row.series_id.map(number).into_iter().collect();
    document.facets[facets::LANGUAGE] = vec![facets::language(row.language)];
    let formats = [(row.has_epub, Format::Epub), (row.has_pdf, Format::Pdf)];
    document.facets[facets::FORMAT] =
        formats.into_iter().filter(|one| one.0).map(|one| facets::format(one.1)).collect();
    let availability =
        if row.has_epub || row.has_pdf { Availability::Available } else { Availability::Announced };
    document.facets[facets::AVAILABILITY] = vec![availability.number()];
    let price = row.price_amount.zip(row.price_currency);
    if let Some((amount, currency)) = price {
        let bands = PriceBand::of(Money { amount, currency }, own);
        document.facets[facets::PRICE] = bands.into_iter().map(PriceBand::number).collect();
    }
    if row.rating_count > 0 {
        document.facets[facets::RATING] =
            vec![number((row.rating_sum + row.rating_count / 2) / row.rating_count)];
    }
    document.orders[facets::PUBLISHED] = Some(number(row.published_at.as_millis()));
    document.orders[facets::AMOUNT] = row.price_amount.map(number);
    document.orders[facets::SCORE] = Some(number(row.rating_score));
    document.orders[facets::SOLD] = Some(number(row.sales_count));
    document.titles = vec![row.title];
    let elsewhere = people.iter().flat_map(|person| others(&called.authors, person.author_id));
    document.people = people.iter().map(|person| person.name.clone()).chain(elsewhere).collect();
    let series = row.series_id.map(|key| others(&called.series, key)).unwrap_or_default();
    let publisher = row.publisher_id.map(|key| others(&called.publishers, key)).unwrap_or_default();
    document.aside = [row.subtitle, row.series, row.publisher].into_iter().flatten().collect();
    document.aside.extend(series.into_iter().chain(publisher));
    document.body = row.description;
    document
}

/// An ISBN in its form of 13 digits, and in that of 10 where it has one.
fn codes(isbn: &Isbn) -> Vec<String> {
    let long = isbn.as_str();
    let mut codes = vec![long.to_owned()];
    if let Some(body) = long.strip_prefix("978").and_then(|rest| rest.get(..9)) {
        let sum: u32 =
            body.bytes().zip((2..=10).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        let check = match (11 - sum % 11) % 11 {
            10 => "x".to_owned(),
            digit => digit.to_string(),
        };
        codes.push(format!("{body}{check}"));
    }
    codes
}

/// The first name is shown, and all find it.
async fn named(db: &impl Query, kind: Kind, statement: db::Statement) -> db::Result<Vec<Document>> {
    let rows: Vec<Named> = db.all(statement).await?;
    let mut called = names::called(db, kind, rows.iter().map(|row| row.id)).await?;
    let document = |row: Named| Document {
        id: number(row.id),
        titles: std::iter::once(row.name).chain(called.remove(&row.id).unwrap_or_default()).collect(),
        weight: weight(row.book_count),
        ..Document::default()
    };
    Ok(rows.into_iter().map(document).collect())
}

/// Genres have a name in each language, in the order of [`Locale::ALL`].
async fn genres(db: &impl Query, ids: &[i64]) -> db::Result<Vec<Document>> {
    let mut words: Vec<GenreWord> = db
        .all(sql!(
            "select g.id, n.locale, n.name from genres g join genre_names n on n.genre_id = g.id
             where g.id in ($1…) and g.book_count > 0",
            list(ids.iter().copied())
        ))
        .await?;
    let place = |word: &GenreWord| Locale::ALL.into_iter().position(|l| l.tag() == word.locale);
    words.sort_by_key(|word| (word.id, place(word)));
    let mut called = names::called(db, Kind::Genre, ids.iter().copied()).await?;
    let mut documents: Vec<Document> = Vec::new();
    for word in words {
        match documents.last_mut().filter(|last| last.id == number(word.id)) {
            Some(last) => last.titles.push(word.name),
            None => documents.push(Document {
                id: number(word.id),
                titles: vec![word.name],
                weight: u8::MAX,
                ..Document::default()
            }),
        }
    }
    for document in &mut documents {
        let key = i64::try_from(document.id).unwrap_or_default();
        document.titles.extend(called.remove(&key).unwrap_or_default());
    }
    Ok(documents)
}

/// How much something is asked for: sixteen more each time it doubles.
fn weight(asked_for: i64) -> u8 {
    let doublings = 63 - (asked_for.max(0) + 1).leading_zeros();
    u8::try_from(doublings * 16).unwrap_or(u8::MAX)
}

/// Keys, amounts and counts are never negative.
fn number(of: i64) -> u64 {
    u64::try_from(of).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_isbn_is_found_in_both_its_forms() {
        let codes = |text: &str| codes(&text.parse().unwrap());
        assert_eq!(codes("9780743273565"), ["9780743273565", "0743273567"]);
        assert_eq!(codes("080442957X"), ["9780804429573", "080442957x"]);
        assert_eq!(codes("9791032301623"), ["9791032301623"]);
    }

    #[test]
    fn what_is_asked_for_more_weighs_more() {
        assert_eq!([0, 1, 3, 1_000_000, i64::MAX - 1].map(weight), [0, 16, 32, 255, 255]);
    }
}
