//! A book that a test reads in.

use catalogue::Book;
use kernel::Id;
use serde_json::{Value, json};
use testing::{Program, TestApp, book, shared_data};

use crate::give;

/// A book in somebody's library, with its sections: href, bytes, whether linear.
pub(crate) struct Opened {
    pub(crate) id: Id<Book>,
    pub(crate) version: String,
    pub(crate) sections: Vec<(String, f64, bool)>,
}

impl Opened {
    /// A small EPUB of three sections, in the library of `reader`.
    pub(crate) async fn trees(shop: &TestApp, reader: &Program) -> Self {
        Self::of(shop, reader, "Trees", "epub/trees.epub").await
    }

    pub(crate) async fn of(shop: &TestApp, reader: &Program, title: &str, file: &str) -> Self {
        let id = book(title).file(shared_data(file)).put(shop).await;
        give(shop, reader, id).await;
        Self::open(reader, id).await
    }

    pub(crate) async fn open(reader: &Program, id: Id<Book>) -> Self {
        let manifest = reader.get(&format!("/books/{id}/manifest")).await.json();
        let section = |it: &Value| {
            (it["href"].as_str().unwrap().to_owned(), it["size"].as_f64().unwrap(), it["linear"] == true)
        };
        let sections = manifest["sections"].as_array().into_iter().flatten().map(section).collect();
        Self { id, version: manifest["version"].as_str().unwrap().to_owned(), sections }
    }

    /// A place in a section.
    pub(crate) fn place(&self, section: usize, progression: f64) -> Value {
        json!({
            "v": 1, "book": self.id, "version": self.version, "href": self.sections[section].0,
            "type": "application/xhtml+xml",
            "locations": { "cfi": "epubcfi(/6/4!/4/2/1:0)", "progression": progression, "totalProgression": 0.99 },
        })
    }

    /// How much of the book lies before it, 0 to 100.
    pub(crate) fn percent(&self, section: usize, progression: f64) -> f64 {
        let size = |it: &(String, f64, bool)| if it.2 { it.1 } else { 0.0 };
        let before: f64 = self.sections[..section].iter().map(size).sum();
        let all: f64 = self.sections.iter().map(size).sum();
        (before + progression * size(&self.sections[section])) / all * 100.0
    }

    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/books/{}/{rest}", self.id)
    }

    /// Tells where somebody is.
    pub(crate) async fn read(&self, who: &Program, place: Value, device: &str, read_at: &str) -> Value {
        let body = json!({ "locator": place, "device": device, "read_at": read_at });
        let answer = who.put(&self.path("progress"), body).await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        answer.json()
    }
}

/// Whether two numbers are the same but for how they were written.
pub(crate) fn is_near(value: &Value, wanted: f64) -> bool {
    value.as_f64().is_some_and(|it| (it - wanted).abs() < 1e-9)
}
