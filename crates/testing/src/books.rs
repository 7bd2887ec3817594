//! Books with names, for tests.

use std::path::PathBuf;

use catalogue::import::Policy;
use catalogue::{Book, GenreWord, NewBook, NewContributor, Status};
use kernel::{Clock, Currency, Id, Language, Money};

use crate::TestApp;

/// A book about to be put into a shop.
#[derive(Debug, Clone)]
pub struct BookBuilder {
    book: NewBook,
    files: Vec<PathBuf>,
    age_in_days: i64,
}

/// A published French book of 950 DA by Lina Haddad, without a file.
pub fn book(title: &str) -> BookBuilder {
    BookBuilder {
        book: NewBook {
            title: title.to_owned(),
            subtitle: None,
            contributors: vec![author("Lina Haddad")],
            isbn: None,
            description: String::new(),
            publisher: None,
            series: None,
            language: Language::FRENCH,
            release_date: None,
            pages: None,
            genres: Vec::new(),
            price: Some(Money { amount: 95_000, currency: Currency::DZD }),
            status: Status::Published,
        },
        files: Vec::new(),
        age_in_days: 0,
    }
}

fn author(name: &str) -> NewContributor {
    NewContributor { name: name.to_owned(), role: "aut".to_owned(), sort_as: None }
}

impl BookBuilder {
    /// Changes anything of it.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut NewBook)) -> Self {
        change(&mut self.book);
        self
    }

    /// Written by others.
    #[must_use]
    pub fn by(self, names: &[&str]) -> Self {
        self.with(|book| book.contributors = names.iter().map(|name| author(name)).collect())
    }

    /// At a price in dinars; zero gives it away.
    #[must_use]
    pub fn price(self, dinars: i64) -> Self {
        self.with(|book| book.price = Some(Money { amount: dinars * 100, currency: Currency::DZD }))
    }

    /// In another language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        self.with(|book| book.language = language)
    }

    /// Under a genre of the shop.
    #[must_use]
    pub fn genre(self, name: &str) -> Self {
        self.with(|book| book.genres.push(GenreWord::OfTheShop(name.to_owned())))
    }

    /// With a file.
    #[must_use]
    pub fn file(mut self, path: PathBuf) -> Self {
        self.files.push(path);
        self
    }

    /// In the shop for some days.
    #[must_use]
    pub fn age_in_days(mut self, days: i64) -> Self {
        self.age_in_days = days;
        self
    }

    /// Puts it into the shop.
    pub async fn put(self, shop: &TestApp) -> Id<Book> {
        let at = shop.app.clock.now().plus_seconds(-24 * 60 * 60 * self.age_in_days);
        let mut importer = shop.importer(Policy::Draft);
        importer.clock = Clock::fixed(at);
        let mark = format!("test:{}", self.book.title);
        let added = importer.add_book(&self.book, &mark, &self.files).await;
        added
            .unwrap_or_else(|e| panic!("{e}"))
            .unwrap_or_else(|| panic!("{} is there already", self.book.title))
    }
}
