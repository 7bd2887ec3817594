//! Books, those who wrote and published them, and the genres.

use db::{Restoring, Result, Value};

use crate::chance::Chance;
use crate::names::{self, Name};
use crate::plan::Plan;
use crate::rows::{Rows, row};

/// Genres, each with its name in the three languages of the shop; the first ones have most of the books.
const GENRES: [(&str, [&str; 3]); 24] = [
    ("novels", ["Novels", "Romans", "روايات"]),
    ("stories", ["Short stories", "Nouvelles", "قصص قصيرة"]),
    ("crime", ["Crime", "Policier", "بوليسي"]),
    ("poetry", ["Poetry", "Poésie", "شعر"]),
    ("history", ["History", "Histoire", "تاريخ"]),
    ("children", ["Children", "Jeunesse", "أطفال"]),
    ("essays", ["Essays", "Essais", "مقالات"]),
    ("science", ["Science", "Sciences", "علوم"]),
    ("fantasy", ["Fantasy", "Fantastique", "خيال"]),
    ("lives", ["Lives", "Biographies", "سير"]),
    ("travel", ["Travel", "Voyages", "رحلات"]),
    ("cooking", ["Cooking", "Cuisine", "طبخ"]),
    ("art", ["Art", "Arts", "فنون"]),
    ("religion", ["Religion", "Religion", "دين"]),
    ("philosophy", ["Philosophy", "Philosophie", "فلسفة"]),
    ("theatre", ["Theatre", "Théâtre", "مسرح"]),
    ("languages", ["Languages", "Langues", "لغات"]),
    ("law", ["Law", "Droit", "قانون"]),
    ("health", ["Health", "Santé", "صحة"]),
    ("business", ["Business", "Économie", "اقتصاد"]),
    ("computing", ["Computing", "Informatique", "إعلام آلي"]),
    ("comics", ["Comics", "Bande dessinée", "قصص مصورة"]),
    ("gardens", ["Gardens", "Jardins", "حدائق"]),
    ("chess", ["Chess", "Échecs", "شطرنج"]),
];
/// Languages, with how many in a thousand books are written in them; the last one takes what is left.
const LANGUAGES: [(&str, i64); 7] =
    [("en", 390), ("fr", 350), ("ar", 240), ("es", 8), ("de", 5), ("it", 3), ("zgh", 3)];
const RAREST: &str = "ja";
const PUBLISHERS: i64 = 400;
/// So many books stand in a series together.
const IN_SERIES: i64 = 6;

/// What readers did with each book, the first book first.
pub(crate) struct Counts {
    pub(crate) sold: Vec<i64>,
    /// Ratings from none to five stars by halves.
    pub(crate) rated: Vec<[i64; 11]>,
    pub(crate) comments: Vec<i64>,
}

impl Counts {
    pub(crate) fn of(plan: &Plan) -> Self {
        let books = usize::try_from(plan.books).unwrap_or(0);
        Self { sold: vec![0; books], rated: vec![[0; 11]; books], comments: vec![0; books] }
    }
}

/// The place of a book, whose key counts from 1, in a list of all.
pub(crate) fn place(book: i64) -> usize {
    usize::try_from(book - 1).unwrap_or(usize::MAX)
}

/// A book, as far as others have to know of it.
pub(crate) struct Book {
    pub(crate) title: String,
    pub(crate) author: i64,
    pub(crate) price: Option<i64>,
    pub(crate) formats: &'static str,
    pub(crate) status: &'static str,
    language: &'static str,
}

impl Book {
    /// The one of a key, always the same.
    pub(crate) fn of(plan: &Plan, key: i64) -> Self {
        let mut chance = Chance::of("book", key);
        let status = chance.weighed(&[("published", 930), ("draft", 50)], "withdrawn");
        let language = chance.weighed(&LANGUAGES, RAREST);
        let formats = chance.weighed(&[("epub", 850), ("epub,pdf", 80), ("", 50)], "pdf");
        let unpriced = if status == "draft" { 400 } else { 2 };
        let price = (!chance.happens(unpriced))
            .then(|| if chance.happens(40) { 0 } else { 20_000 + chance.skewed(60) * 5_000 });
        let author = chance.skewed(plan.authors()) + 1;
        Self { title: names::title(&mut chance, language, key), author, price, formats, status, language }
    }

    /// Whether it can be bought.
    pub(crate) fn is_sold(&self) -> bool {
        self.status == "published" && self.price.is_some() && !self.formats.is_empty()
    }
}

/// The name of an author.
pub(crate) fn author(key: i64) -> Name {
    Name::of(&mut Chance::of("author", key), key)
}

/// Enters all of them.
pub(crate) async fn fill(into: &Restoring, plan: &Plan, counts: &Counts) -> Result<u64> {
    let mut shelves = Shelves::new(plan);
    let books = shelves.fill(into, plan, counts).await?;
    shelves.fill_authors(into).await?;
    shelves.fill_genres(into).await?;
    shelves.fill_publishers(into).await?;
    shelves.fill_series(into).await?;
    Ok(books)
}

/// How many published books stand where, by key.
struct Shelves {
    authors: Vec<i64>,
    genres: Vec<i64>,
    publishers: Vec<i64>,
    series: Vec<i64>,
}

impl Shelves {
    fn new(plan: &Plan) -> Self {
        let none = |count: i64| vec![0; usize::try_from(count).unwrap_or(0)];
        Self {
            authors: none(plan.authors()),
            genres: vec![0; GENRES.len()],
            publishers: none(PUBLISHERS),
            series: none(plan.books / IN_SERIES / 10 + 1),
        }
    }

    async fn fill(&mut self, into: &Restoring, plan: &Plan, counts: &Counts) -> Result<u64> {
        let alike = [("version", Value::Int(1)), ("cover_placeholder", Value::Text(String::new()))];
        let mut rows = Rows::of(into, "books", COLUMNS, &alike)?;
        let mut authors = Rows::of(into, "book_authors", ["book_id", "position", "author_id", "role"], &[])?;
        let mut genres =
            Rows::of(into, "book_genres", ["book_id", "genre_id", "position", "published_at"], &[])?;
        for key in 1..=plan.books {
            let book = Book::of(plan, key);
            let mut chance = Chance::of("shelf", key);
            let created = plan.when(key, plan.books);
            let is_published = book.status == "published";
            let published = (book.status != "draft").then(|| created.plus_seconds(chance.below(86_400)));
            let changed = chance.below(1 + (plan.until.as_millis() - created.as_millis()) / 1_000);
            let by = chance.skewed(PUBLISHERS) + 1;
            let series = chance.happens(100).then(|| chance.below(size(&self.series)) + 1);
            let shown = i64::from(is_published);
            add(&mut self.authors, book.author, shown);
            add(&mut self.publishers, by, shown);
            add(&mut self.series, series.unwrap_or(0), shown);
            let stars = counts.rated.get(place(key)).copied().unwrap_or_default();
            let rated: i64 = stars.iter().sum();
            let sum: i64 = (0..).zip(stars).map(|(halves, count)| halves * 5 * count).sum();
            // As `catalogue` draws what few readers say to the middle.
            let score = if rated > 0 { (sum + 350) * 1_000_000 / (rated + 10) } else { 0 };
            rows.push(row![
                key,
                book.title.as_str(),
                format!("{} {}\n", book.author, author(book.author).shown),
                kernel::fold(&book.title),
                (!chance.happens(60)).then(|| isbn(key)),
                if chance.happens(60) {
                    ""
                } else {
                    "Un livre qui reste longtemps après la dernière page."
                },
                by,
                series,
                series.map(|_| 1.0 + f64::from(u8::try_from(chance.below(9)).unwrap_or(0))),
                book.language,
                book.price,
                book.price.map(|_| "DZD"),
                book.status,
                book.formats.contains("epub"),
                book.formats.contains("pdf"),
                format!("crowd-{key}"),
                chance.happens(150),
                format!("books/crowd-{key}"),
                published,
                created,
                created.plus_seconds(changed),
                counts.sold.get(place(key)).copied().unwrap_or(0),
                counts.comments.get(place(key)).copied().unwrap_or(0),
                rated,
                sum,
                score,
                stars[0],
                stars[1],
                stars[2],
                stars[3],
                stars[4],
                stars[5],
                stars[6],
                stars[7],
                stars[8],
                stars[9],
                stars[10],
            ])
            .await?;
            authors.push(row![key, 0_i64, book.author, "aut"]).await?;
            for (position, genre) in (0_i64..).zip(self.genres_of(&mut chance)) {
                add(&mut self.genres, genre, shown);
                genres.push(row![key, genre, position, published.filter(|_| is_published)]).await?;
            }
        }
        authors.end().await?;
        genres.end().await?;
        rows.end().await
    }

    /// One to three genres, the first ones more often.
    fn genres_of(&self, chance: &mut Chance) -> Vec<i64> {
        let mut genres: Vec<i64> = Vec::new();
        for _ in 0..=chance.skewed(3) {
            let genre = chance.skewed(size(&self.genres)) + 1;
            if !genres.contains(&genre) {
                genres.push(genre);
            }
        }
        genres
    }

    async fn fill_authors(&self, into: &Restoring) -> Result<u64> {
        let columns = ["id", "name", "folded_name", "folded_sort", "book_count"];
        let mut rows = Rows::of(into, "authors", columns, &looked_after())?;
        for (key, books) in (1_i64..).zip(&self.authors) {
            let Name { shown, sorted, .. } = author(key);
            rows.push(row![key, shown.as_str(), kernel::fold(&shown), kernel::fold(&sorted), *books]).await?;
        }
        rows.end().await
    }

    async fn fill_genres(&self, into: &Restoring) -> Result<u64> {
        let mut rows =
            Rows::of(into, "genres", ["id", "slug", "hue", "position", "book_count"], &looked_after())?;
        let columns = ["genre_id", "locale", "name", "folded_name", "description"];
        let mut named = Rows::of(into, "genre_names", columns, &[])?;
        for (key, ((slug, names), books)) in (1_i64..).zip(GENRES.iter().zip(&self.genres)) {
            rows.push(row![key, *slug, key % 8, key, *books]).await?;
            for (locale, name) in ["en", "fr", "ar"].into_iter().zip(names) {
                named.push(row![key, locale, *name, kernel::fold(name), ""]).await?;
            }
        }
        named.end().await?;
        rows.end().await
    }

    async fn fill_publishers(&self, into: &Restoring) -> Result<u64> {
        let columns = ["id", "name", "folded_name", "book_count"];
        let mut rows = Rows::of(into, "publishers", columns, &looked_after())?;
        for (key, books) in (1_i64..).zip(&self.publishers) {
            let name = format!("Éditions {}", Name::of(&mut Chance::of("publisher", key), key).shown);
            rows.push(row![key, name.as_str(), kernel::fold(&name), *books]).await?;
        }
        rows.end().await
    }

    async fn fill_series(&self, into: &Restoring) -> Result<u64> {
        let columns = ["id", "name", "folded_name", "book_count"];
        let mut rows = Rows::of(into, "series", columns, &looked_after())?;
        for (key, books) in (1_i64..).zip(&self.series) {
            let name = names::title(&mut Chance::of("series", key), "fr", key);
            rows.push(row![key, name.as_str(), kernel::fold(&name), *books]).await?;
        }
        rows.end().await
    }
}

/// What all names have alike: nobody has changed them, and they have been held against each other.
fn looked_after() -> [(&'static str, Value); 2] {
    [("version", Value::Int(1)), ("compared", Value::Bool(true))]
}

fn size(list: &[i64]) -> i64 {
    i64::try_from(list.len()).unwrap_or(i64::MAX)
}

fn add(counts: &mut [i64], key: i64, more: i64) {
    if let Some(count) = counts.get_mut(place(key)) {
        *count += more;
    }
}

/// A number with its check digit.
fn isbn(key: i64) -> String {
    let digits = format!("978{:09}", 100_000_000 + key);
    let sum: u32 = digits
        .bytes()
        .zip([1, 3].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

const COLUMNS: [&str; 37] = [
    "id",
    "title",
    "authors",
    "folded_title",
    "isbn",
    "description",
    "publisher_id",
    "series_id",
    "series_number",
    "language",
    "price_amount",
    "price_currency",
    "status",
    "has_epub",
    "has_pdf",
    "cover_version",
    "cover_drawn",
    "folder",
    "published_at",
    "created_at",
    "updated_at",
    "sales_count",
    "comment_count",
    "rating_count",
    "rating_sum",
    "rating_score",
    "rated_0",
    "rated_1",
    "rated_2",
    "rated_3",
    "rated_4",
    "rated_5",
    "rated_6",
    "rated_7",
    "rated_8",
    "rated_9",
    "rated_10",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_books_are_ones() {
        for key in [1, 7, 99_999] {
            assert!(isbn(key).parse::<kernel::Isbn>().is_ok(), "{key}");
        }
    }
}
