//! Searching through its public face, with an index that follows the shop.

mod api;
mod following;
mod hostile;
mod page;
mod suggestions;

use std::path::PathBuf;

use discovery::{Follower, Search};
use tempfile::TempDir;
use testing::{Engine, TestApp};

/// A shop with a search, and the one who keeps its index.
struct Searched {
    shop: TestApp,
    follower: Follower,
    search: Search,
    folder: TempDir,
}

impl Searched {
    fn index_folder(&self) -> PathBuf {
        self.folder.path().join("search")
    }

    /// Another node's follower, or this one's after a new start.
    fn started_again(&mut self) {
        self.search = Search::new();
        // The one before lets go of the index first.
        self.follower = Follower::new(Search::new(), &self.shop.app, self.folder.path().join("nowhere"));
        self.follower = Follower::new(self.search.clone(), &self.shop.app, self.index_folder());
    }

    async fn catch_up(&mut self) {
        self.follower.catch_up().await.unwrap();
    }

    /// The titles that a search of the API finds, in their order.
    async fn titles(&self, query: &str) -> Vec<String> {
        let answer = self.shop.get(&format!("/api/v1/search?{query}")).await;
        assert_eq!(answer.status(), 200, "{query}: {}", answer.text());
        let items = answer.json()["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
    }
}

/// A text as it stands in an address.
fn q(text: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("q", text);
    query.finish()
}

/// Runs a story on one database.
fn run<F: Future<Output = ()>>(engine: Engine, story: impl FnOnce(Searched) -> F) {
    let search = Search::new();
    let site = crate::shop().sharing(search.clone());
    testing::run(engine, site, async |shop| {
        let folder = TempDir::new().unwrap();
        let follower = Follower::new(search.clone(), &shop.app, folder.path().join("search"));
        story(Searched { shop, follower, search, folder }).await;
    });
}

/// Writes each story once and runs it on both databases.
macro_rules! on_both {
    ($( async fn $name:ident($searched:ident: Searched) $body:block )+) => {$(
        async fn $name($searched: $crate::search::Searched) $body

        mod $name {
            #[test]
            fn on_sqlite() {
                $crate::search::run(testing::Engine::Sqlite, super::$name);
            }

            #[test]
            fn on_postgres() {
                $crate::search::run(testing::Engine::Postgres, super::$name);
            }
        }
    )+};
}
use on_both;
