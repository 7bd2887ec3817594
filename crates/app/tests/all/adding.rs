//! Books come in while the program is killed, or while the disk fills up: nothing half done, nothing left over, and a clear
//! word; what was sent again is there once.

use std::io::{self, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use db::{Db, Options, Query as _, Url, sql};
use serde_json::{Value, json};
use testing::shared_data;
use tokio::runtime::Runtime;

use crate::full_disk::Mount;
use crate::place::{Place, is_empty};
use crate::running::{Answer, Running};

const PASSWORD: &str = "encre et papier 42";
/// Longer than anything takes that is waited for.
const PATIENCE: Duration = Duration::from_mins(2);
const LOOK: Duration = Duration::from_millis(50);

/// What is sent: flowing text, pictures, a PDF that takes its time.
const FILES: [&str; 3] = ["epub/wasteland.epub", "epub/haruko-html-jpeg.epub", "pdf/pdflatex-outline.pdf"];

/// Lets some time pass: until it is looked again, or until the program is killed at a moment of no meaning.
fn rest(time: Duration) {
    Runtime::new().unwrap().block_on(async { tokio::time::sleep(time).await });
}

/// Asks the API, as whoever has the token.
fn ask(shop: &Running, (method, path): (&str, &str), token: &str, body: &str) -> (u16, Value) {
    let head = "content-type: application/json\r\n";
    let answer = send(shop, (method, path), (token, head), body.as_bytes()).unwrap();
    (answer.status, serde_json::from_str(&answer.body).unwrap_or_default())
}

fn send(
    shop: &Running,
    (method, path): (&str, &str),
    (token, head): (&str, &str),
    body: &[u8],
) -> io::Result<Answer> {
    let mut connection = TcpStream::connect(&shop.address)?;
    connection.set_read_timeout(Some(PATIENCE))?;
    let head = format!(
        "{method} /api/v1{path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\nauthorization: Bearer {token}\r\n\
         {head}content-length: {}\r\n\r\n",
        shop.address,
        body.len()
    );
    connection.write_all(head.as_bytes())?;
    // The program may answer, or be killed, before it has read everything.
    let _ = connection.write_all(body);
    Answer::try_read(connection)
}

fn send_file(shop: &Running, token: &str, path: &Path) -> io::Result<Answer> {
    let name = path.file_name().unwrap().to_string_lossy();
    let head =
        format!("--7f3a\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    let body = [head.as_bytes(), &std::fs::read(path).unwrap(), b"\r\n--7f3a--\r\n"].concat();
    let kind = "content-type: multipart/form-data; boundary=7f3a\r\n";
    send(shop, ("POST", "/admin/uploads"), (token, kind), &body)
}

/// Somebody who looks after the books.
fn editor(place: &Place) {
    let args = [
        "user",
        "create",
        "--email",
        "nadia@exemple.dz",
        "--username",
        "nadia",
        "--role",
        "editor",
        "--password-stdin",
    ];
    let mut child = place.command(&args).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{PASSWORD}").unwrap();
    assert!(child.wait().unwrap().success());
}

fn sign_in(shop: &Running) -> String {
    let body = json!({ "login": "nadia", "password": PASSWORD }).to_string();
    let (status, tokens) = ask(shop, ("POST", "/auth/sign-in"), "", &body);
    assert_eq!(status, 200, "{tokens}");
    tokens["access_token"].as_str().unwrap().to_owned()
}

/// While the program is down, so much time passes that what it had begun counts as left.
fn pass(place: &Place, runtime: &Runtime) {
    let url = Url::Sqlite(place.path("data/warraq.db"));
    runtime.block_on(async {
        let db = Db::connect(&Options { url, replica: None }).await.unwrap();
        db.execute(sql!("update jobs set due_at = '2020-01-01T00:00:00.000Z' where dead_at is null"))
            .await
            .unwrap();
        db.execute(sql!(
            "update uploads set touched_at = '2020-01-01T00:00:00.000Z' where state = 'receiving'"
        ))
        .await
        .unwrap();
        db.execute(sql!(
            "update discarded_folders set not_before = '2020-01-01T00:00:00.000Z'
             where folder not in (select folder from uploads where state = 'checking' and folder is not null)"
        ))
        .await
        .unwrap();
    });
}

/// Waits until nothing comes in or is checked any more; all uploads then.
fn settled(shop: &Running, token: &str) -> Vec<Value> {
    let began = Instant::now();
    loop {
        let (_, list) = ask(shop, ("GET", "/admin/uploads?limit=100"), token, "");
        let items = list["items"].as_array().unwrap_or_else(|| panic!("{list}")).clone();
        if items.iter().all(|item| item["state"] == "entered" || item["state"] == "refused") {
            return items;
        }
        assert!(began.elapsed() < PATIENCE, "{list}");
        rest(LOOK);
    }
}

/// The folders of the media storage, and those that books have.
fn folders(place: &Place, runtime: &Runtime) -> (Vec<String>, Vec<String>) {
    let url = Url::Sqlite(place.path("data/warraq.db"));
    let mut owned: Vec<String> = runtime.block_on(async {
        let db = Db::connect(&Options { url, replica: None }).await.unwrap();
        let rows: Vec<(String,)> =
            db.all(sql!("select /* full scan: a test */ folder from books")).await.unwrap();
        rows.into_iter().map(|(folder,)| folder).collect()
    });
    let entries =
        std::fs::read_dir(place.path("data/media/books")).map_or_else(|_| Vec::new(), Iterator::collect);
    let mut there: Vec<String> = entries
        .into_iter()
        .map(|entry: io::Result<std::fs::DirEntry>| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    owned.sort();
    there.sort();
    (there, owned)
}

#[test]
fn whenever_the_program_is_killed_no_half_of_a_book_is_left() {
    let (place, runtime) = (Place::new(), Runtime::new().unwrap());
    editor(&place);
    for delay in [0, 3, 10, 30, 80, 150, 300, 600] {
        let shop = place.serve(&[]);
        let token = sign_in(&shop);
        thread::scope(|scope| {
            for file in FILES {
                // Whether it comes in depends on when the program dies.
                scope.spawn(|| drop(send_file(&shop, &token, &shared_data(file))));
            }
            rest(Duration::from_millis(delay));
            shop.kill();
        });
        drop(shop);
        pass(&place, &runtime);
    }
    let shop = place.serve(&[]);
    let token = sign_in(&shop);
    settled(&shop, &token);
    for file in FILES {
        assert_eq!(send_file(&shop, &token, &shared_data(file)).unwrap().status, 202);
    }
    let last: Vec<Value> = settled(&shop, &token).into_iter().take(FILES.len()).collect();
    assert!(last.iter().all(|item| item["state"] == "entered"), "{last:?}");
    let books: std::collections::BTreeSet<i64> =
        last.iter().map(|item| item["book_id"].as_i64().unwrap()).collect();
    assert_eq!(books.len(), FILES.len(), "{last:?}");
    drop(shop);
    pass(&place, &runtime);
    // What is left over goes when the shop is open again.
    let shop = place.serve(&[]);
    let began = Instant::now();
    loop {
        let (there, owned) = folders(&place, &runtime);
        assert_eq!(owned.len(), FILES.len(), "each book is there once");
        if there == owned && is_empty(&place.path("data/tmp")) {
            break;
        }
        assert!(began.elapsed() < PATIENCE, "{there:?} {owned:?}");
        rest(LOOK);
    }
    drop(shop);
}

#[test]
fn on_a_full_disk_an_upload_is_refused_with_a_clear_word_and_leaves_nothing() {
    let (place, runtime) = (Place::new(), Runtime::new().unwrap());
    let Some(disk) = Mount::new(&place.path("data"), "size=100m") else { return };
    editor(&place);
    let file = shared_data("epub/haruko-html-jpeg.epub");
    let shop = place.serve(&[]);
    let token = sign_in(&shop);
    let size = std::fs::metadata(&file).unwrap().len() / 1_024;
    disk.leave(&place.path("data"), size / 2);
    let full = send_file(&shop, &token, &file).unwrap();
    assert_eq!(full.status, 507, "{}", full.body);
    assert!(full.body.contains("disk_full"), "{}", full.body);
    disk.resize("size=100m");
    assert_eq!(settled(&shop, &token), Vec::<Value>::new());
    assert_eq!(folders(&place, &runtime).0, Vec::<String>::new());
    // There is room for the file, but not to take it apart: it waits, and says so.
    disk.leave(&place.path("data"), size * 3 / 2);
    let accepted = send_file(&shop, &token, &file).unwrap();
    assert_eq!(accepted.status, 202, "{}", accepted.body);
    let began = Instant::now();
    while ask(&shop, ("GET", "/admin/uploads"), &token, "").1["items"][0]["trouble"]["code"] != "disk_full" {
        assert!(began.elapsed() < PATIENCE);
        rest(LOOK);
    }
    assert!(is_empty(&place.path("data/tmp")));
    drop(shop);
    disk.resize("size=100m");
    pass(&place, &runtime);
    let shop = place.serve(&[]);
    let token = sign_in(&shop);
    assert_eq!(settled(&shop, &token)[0]["outcome"], "added");
}
