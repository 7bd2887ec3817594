//! `warraq demo`: fills an empty shop with sample books, and with people who have lived among them.

mod keeping;
mod life;
mod talk;
mod trade;

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use accounts::{CreateError, NewAccount};
use catalogue::import::{AddError, Importer, Policy};
use catalogue::{Genre, GenreName, GenreWord, NewBook, NewContributor, PageCount, Status};
use commerce::sample::Shop;
use db::{Query, sql};
use demo::DemoBook;
use i18n::Locale;
use kernel::{Clock, Language, Timestamp};
use web::Role;

use crate::failure::Failure;
use crate::import;
use crate::open;
use crate::settings::Settings;

/// Sample books came into the shop one a day, so that lists by age have an order.
const BETWEEN_BOOKS: i64 = DAY;

const DAY: i64 = 24 * 60 * 60;
/// For how long the people of the shop have had their accounts.
const KNOWN: i64 = 120 * DAY;

/// Fills the shop; what is there already stays as it is.
pub(crate) async fn demo(settings: &Settings, out: &mut (impl Write + Send)) -> Result<(), Failure> {
    let importer = import::importer(settings, Policy::Draft).await?;
    refuse_foreign_books(&importer).await?;
    enter_genres(&importer).await?;
    let now = importer.clock.now();
    let books = mixed(demo::books());
    let mut added = 0;
    for (age, book) in (0..).zip(&books) {
        let at = now.plus_seconds(-BETWEEN_BOOKS * age);
        let new = enter(&importer, book, at).await?;
        added += usize::from(new);
        let word = if new { "added    " } else { "unchanged" };
        writeln!(out, "{word}  {}", book.title).map_err(unwritable)?;
    }
    writeln!(out, "{added} added, {} unchanged", books.len() - added).map_err(unwritable)?;
    enter_people(&importer, out).await?;
    let marks: Vec<String> = books.iter().map(|book| mark(book)).collect();
    let names = PEOPLE.map(|(name, ..)| name);
    let (db, random) = (&importer.db, &importer.random);
    let owned = open::shop(settings, db).await?;
    let shop = Shop { seller: &owned.seller, currency: settings.currency, random };
    let lived = async {
        let readers = trade::join(db, random, now).await?;
        if life::live(db, shop, (&names, &readers, &marks), now).await? {
            trade::pay_back(db, owned.clone(), now).await?;
        }
        talk::enter(db, random, now).await?;
        discovery::catch_up(db, now).await
    };
    lived.await.map_err(|error| Failure::new(format!("cannot let people have lived in the shop: {error}")))
}

/// By what a sample book is found again.
fn mark(book: &DemoBook) -> String {
    format!("demo:{}", book.slug)
}

/// The address of somebody in the sample shop.
fn email(username: &str) -> String {
    format!("{username}@warraq.example")
}

/// The people of the sample shop: username, role, language.
const PEOPLE: [(&str, Role, Locale); 4] = [
    ("leila", Role::Reader, Locale::Ar),
    ("salim", Role::Moderator, Locale::Fr),
    ("nadia", Role::Editor, Locale::Fr),
    ("amina", Role::Admin, Locale::En),
];
/// The password of all of them. Whoever opens such a shop to the world has sample books in it, and sample people.
const PASSWORD: &str = "encre et papier";

/// Makes the accounts of the sample shop, where they are not there yet, and says how to sign in.
async fn enter_people(importer: &Importer, out: &mut (impl Write + Send)) -> Result<(), Failure> {
    // They had their accounts before they did what is told of them.
    let since = Clock::fixed(importer.clock.now().plus_seconds(-KNOWN));
    for (username, role, locale) in PEOPLE {
        let email = email(username);
        let account = NewAccount { email: &email, username, password: PASSWORD, role, locale };
        match accounts::create(&importer.db, (&since, &importer.random), account).await {
            Ok(()) if role == Role::Reader => {
                let kept = keeping::enter(&importer.db, &email, importer.clock.now()).await;
                kept.map_err(|error| Failure::new(format!("cannot enter what {username} keeps: {error}")))?;
            }
            Ok(()) | Err(CreateError::UsernameTaken | CreateError::EmailTaken) => {}
            Err(error) => return Err(Failure::new(format!("cannot make the account {username}: {error}"))),
        }
    }
    let names: Vec<String> = PEOPLE.iter().map(|(name, role, _)| format!("{name} ({role})")).collect();
    writeln!(out, "sign in as {}, with the password: {PASSWORD}", names.join(", ")).map_err(unwritable)
}

/// The books in turns of their languages, so that no list by age is of one language.
fn mixed(books: &'static [DemoBook]) -> Vec<&'static DemoBook> {
    let mut turns: HashMap<Language, usize> = HashMap::new();
    let mut mixed: Vec<_> = books
        .iter()
        .map(|book| {
            let turn = turns.entry(book.language).or_default();
            *turn += 1;
            (*turn, book)
        })
        .collect();
    mixed.sort_by_key(|(turn, _)| *turn);
    mixed.into_iter().map(|(_, book)| book).collect()
}

/// Sample books do not belong among somebody's own.
async fn refuse_foreign_books(importer: &Importer) -> Result<(), Failure> {
    let (all, ours): (i64, i64) = importer
        .db
        .one(sql!(
            "/* full scan: once, before the shop is filled */
                   select count(*), count(*) filter (where import_mark like 'demo:%') from books"
        ))
        .await
        .map_err(|error| Failure::new(format!("cannot look into the shop: {error}")))?;
    if all > 0 && ours == 0 {
        return Err(Failure::new(
            "the shop has books already, and the demo fills only an empty one; start it with another --data-dir",
        ));
    }
    Ok(())
}

async fn enter_genres(importer: &Importer) -> Result<(), Failure> {
    let entered = importer.db.transaction(async |tx| {
        for (hue, genre) in (0..).zip(demo::genres()) {
            let name = |locale, words: &demo::Named| GenreName {
                locale,
                name: words.name.clone(),
                description: words.description.clone(),
            };
            let names =
                [name(Locale::En, &genre.en), name(Locale::Fr, &genre.fr), name(Locale::Ar, &genre.ar)];
            Genre::put(&tx, &genre.slug, hue % GROUNDS, &names).await?;
        }
        Ok::<_, db::Error>(())
    });
    entered.await.map_err(|error| Failure::new(format!("cannot enter the genres: {error}")))
}

/// How many grounds drawn covers have.
const GROUNDS: i64 = 8;

async fn enter(importer: &Importer, book: &'static DemoBook, at: Timestamp) -> Result<bool, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", book.title));
    let work = tempfile::TempDir::new_in(&importer.work).map_err(|error| failed(&error))?;
    let folder = work.path().to_owned();
    let files = tokio::task::spawn_blocking(move || write_files(book, &folder))
        .await
        .map_err(|error| failed(&error))?
        .map_err(|error| failed(&error))?;
    // The book came in at its own time.
    let importer = Importer { clock: Clock::fixed(at), ..importer.clone() };
    let added = importer.add_book(&describe(book), &mark(book), &files).await;
    added.map(|id| id.is_some()).map_err(|error| match &error {
        AddError::Import(cause) if cause.is_full() => {
            Failure::new(format!("{}: {cause}; make room on the disk, then run the demo again", book.title))
        }
        other => failed(other),
    })
}

fn write_files(book: &DemoBook, folder: &Path) -> Result<Vec<PathBuf>, demo::Error> {
    let mut files = Vec::new();
    if book.formats.epub {
        let path = folder.join(format!("{}.epub", book.slug));
        demo::write_epub(book, BufWriter::new(File::create(&path)?))?;
        files.push(path);
    }
    if book.formats.pdf {
        let path = folder.join(format!("{}.pdf", book.slug));
        demo::write_pdf(book, BufWriter::new(File::create(&path)?))?;
        files.push(path);
    }
    Ok(files)
}

fn describe(book: &DemoBook) -> NewBook {
    let author = |author: &&demo::DemoAuthor| NewContributor {
        name: author.name.clone(),
        role: "aut".to_owned(),
        sort_as: Some(author.sort_as.clone()),
    };
    NewBook {
        title: book.title.clone(),
        subtitle: book.subtitle.clone(),
        contributors: book.authors.iter().map(author).collect(),
        isbn: book.isbn,
        description: book.description.clone(),
        publisher: Some(book.publisher.name.clone()),
        series: book.series.map(|place| (place.series.name.clone(), Some(f64::from(place.number)))),
        language: book.language,
        release_date: book.release_date.parse().ok(),
        pages: Some(PageCount { min: book.page_count.min, max: book.page_count.max }),
        genres: book.genres.iter().map(|genre| GenreWord::OfTheShop(genre.en.name.clone())).collect(),
        price: Some(book.price),
        status: Status::Published,
    }
}

fn unwritable(error: std::io::Error) -> Failure {
    Failure::new(format!("cannot write to standard output: {error}"))
}
