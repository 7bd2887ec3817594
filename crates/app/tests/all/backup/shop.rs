//! A shop with something of everything, on either database.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use db::scratch::{Engine, Left, Scratch};
use db::{Db, Json, Options, Query as _, Url, sql};
use serde_json::{Value, json};
use testing::shared_data;
use tokio::runtime::Runtime;

use crate::place::{Place, Ran};
use crate::running::{Answer, Running};

const PASSWORD: &str = "encre et papier 42";
/// Longer than anything takes that is waited for.
const PATIENCE: Duration = Duration::from_mins(1);
/// The key that the next publisher gets: the one before was given out and taken away.
pub(super) const NEXT_PUBLISHER: i64 = 42;

/// Where a shop is, or will be.
pub(super) struct Shop {
    pub(super) place: Place,
    pub(super) url: Url,
    runtime: Runtime,
    _scratch: Option<Left>,
}

impl Shop {
    /// A place for one.
    pub(super) fn empty(engine: Engine) -> Self {
        let (place, runtime) = (Place::new(), Runtime::new().unwrap());
        let scratch = (engine == Engine::Postgres).then(|| runtime.block_on(Scratch::new(engine)));
        let url = match &scratch {
            Some(scratch) => scratch.url.clone(),
            None => Url::Sqlite(place.path("data/warraq.db")),
        };
        // The connections of a test would be those of a shop that runs.
        let scratch = scratch.map(|scratch| runtime.block_on(scratch.left_alone()));
        Self { place, url, runtime, _scratch: scratch }
    }

    /// One with books, people and what they did.
    pub(super) fn filled(engine: Engine) -> Self {
        let shop = Self::empty(engine);
        let books = ["epub/trees.epub", "pdf/minimal-document.pdf"].map(shared_data);
        let books = books.iter().map(|path| path.to_str().unwrap());
        let args: Vec<&str> = ["import", "--free"].into_iter().chain(books).collect();
        shop.run(&args).done();
        let args =
            ["user", "create", "--email", "leila@exemple.dz", "--username", "leila", "--role", "admin"];
        let mut command = shop.place.command(&[&args[..], &["--password-stdin"]].concat());
        let command = command.envs(shop.variables()).stdin(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{PASSWORD}").unwrap();
        assert!(child.wait().unwrap().success());
        shop.db(async |db| enter(db).await);
        shop
    }

    fn variables(&self) -> Vec<(&'static str, String)> {
        let database = match &self.url {
            Url::Sqlite(path) => format!("sqlite:{}", path.display()),
            Url::Postgres(url) => url.clone(),
        };
        vec![
            ("WARRAQ_DATABASE_URL", database),
            ("WARRAQ_PUBLIC_URL", "http://shop.example".to_owned()),
            ("WARRAQ_RATE_LIMITS", "off".to_owned()),
            ("WARRAQ_LOG", "error".to_owned()),
        ]
    }

    pub(super) fn command(&self, args: &[&str]) -> std::process::Command {
        let mut command = self.place.command(args);
        command.envs(self.variables());
        command
    }

    pub(super) fn run(&self, args: &[&str]) -> Ran {
        Ran::read(self.command(args).output().unwrap())
    }

    /// Makes a backup; where it lies.
    pub(super) fn backup(&self, name: &str) -> String {
        let path = self.place.path(name).display().to_string();
        assert!(self.run(&["backup", &path]).done().contains("\nmade "));
        path
    }

    /// Opens the shop for as long as `work` takes.
    pub(super) fn serving<T>(&self, work: impl FnOnce(&Running) -> T) -> T {
        let variables = self.variables();
        let variables: Vec<(&str, &str)> =
            variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let shop = self.place.serve(&variables);
        let worked = work(&shop);
        shop.terminate();
        assert_eq!(shop.ended().0.code(), Some(0));
        worked
    }

    /// What it answers to a visitor.
    pub(super) fn answers(&self) -> Vec<String> {
        self.serving(|shop| {
            let mut paths: Vec<String> =
                ["/api/v1/books", "/api/v1/genres", "/api/v1/shelves/new"].map(str::to_owned).to_vec();
            let books: Value = serde_json::from_str(&shop.get("/api/v1/books").body).unwrap();
            for book in books["items"].as_array().unwrap() {
                let id = &book["id"];
                paths.push(format!("/api/v1/books/{id}"));
                paths.push(format!("/api/v1/books/{id}/manifest"));
            }
            let mut answers: Vec<String> = paths
                .iter()
                .map(|path| {
                    let Answer { status, body, .. } = shop.get(path);
                    assert_eq!(status, 200, "{path}: {body}");
                    body
                })
                .collect();
            answers.sort();
            answers
        })
    }

    /// Works on the database through a connection of its own, which is closed then.
    pub(super) fn db<T>(&self, work: impl AsyncFnOnce(&Db) -> T) -> T {
        self.runtime.block_on(async {
            let db = Db::connect(&Options { url: self.url.clone(), replica: None }).await.unwrap();
            let worked = work(&db).await;
            drop(db);
            worked
        })
    }
}

/// Rows with values of every kind, the odd ones too.
async fn enter(db: &Db) {
    let text = "\u{1}\t\\N\n\"'\\ \u{2028} كتاب 𝄞 \\.";
    let moment = kernel::Timestamp::from_millis(1_790_000_000_123);
    db.execute(sql!(
        "insert into reading_progress (user_id, book_id, percent, last_read_at, locator) values (1, 1, $1, $2, $3)",
        0.1 + 0.2,
        moment,
        Json(json!({ "z": 0.123_456_789_012_345_67, "a": [1e-7, -0.0, 1.5e300, 12], "text": text, "none": null }))
    ))
    .await
    .unwrap();
    let every: Vec<u8> = (0..=255).collect();
    db.execute(sql!(
        "insert into payment_events (mode, event_id, kind, checkout_id, sha256, raw, received_at)
         values ('test', 'evt_1', $1, null, 'x', $2, $3)",
        text,
        every,
        moment
    ))
    .await
    .unwrap();
    db.execute(sql!(
        "insert into best_sellers (span, free, rank, book_id) values ('7d', false, 1, 2), ('7d', true, 1, 1)"
    ))
    .await
    .unwrap();
    // An answer that stands before what it answers, in the order of nothing.
    db.execute(sql!(
        "insert into comments (id, book_id, user_id, words, state, created_at) values (9, 1, 1, $1, 'visible', $2)",
        text,
        moment
    ))
    .await
    .unwrap();
    db.execute(sql!(
        "insert into comments (id, book_id, user_id, parent_id, root_id, words, state, created_at)
         values (4, 1, 1, 9, 9, 'yes', 'visible', $1)",
        moment
    ))
    .await
    .unwrap();
    db.execute(sql!("update books set comment_count = 2 where id = 1")).await.unwrap();
    db.execute(sql!("insert into publishers (id, name, folded_name) values (41, 'gone', 'gone')"))
        .await
        .unwrap();
    db.execute(sql!(
        sqlite: "delete from publishers where id = 41",
        postgres: "with moved as (select setval('publishers_id_seq', 41)) delete from publishers where id = 41 and exists (select * from moved)"
    ))
    .await
    .unwrap();
}

/// Signs in: the status, and the token.
pub(super) fn sign_in(shop: &Running) -> (u16, String) {
    let body = json!({ "login": "leila", "password": PASSWORD }).to_string();
    let (status, text) = ask(shop, "POST", "/auth/sign-in", "", &body);
    let answer: Value = serde_json::from_str(&text).unwrap();
    (status, answer["access_token"].as_str().unwrap_or_default().to_owned())
}

/// Asks the API for something: the status, and the body.
pub(super) fn ask(shop: &Running, method: &str, path: &str, token: &str, body: &str) -> (u16, String) {
    let mut connection = shop.connect();
    let length = body.len();
    let credential =
        if token.is_empty() { String::new() } else { format!("authorization: Bearer {token}\r\n") };
    let request = format!(
        "{method} /api/v1{path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n{credential}\r\n{body}",
        shop.address
    );
    connection.write_all(request.as_bytes()).unwrap();
    let answer = Answer::read(connection);
    (answer.status, answer.body)
}

/// Waits until something is so.
pub(super) fn eventually(is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "it never came");
    }
}

/// All files below a folder, by their paths in it.
pub(super) fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path().strip_prefix(folder).unwrap().display().to_string());
            }
        }
    }
    found
}
