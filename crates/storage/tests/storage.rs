//! One suite, run on a folder and on a bucket of a real S3 server.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod s3;

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::{Duration, Instant},
};

use futures::{StreamExt, TryStreamExt};
use s3::{S3Server, files_below};
use storage::{Error, S3Settings, Storage};
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt, ReadBuf};

/// A storage with what keeps it alive and shows its bare files.
enum Shelf {
    Folder(Storage, TempDir),
    Bucket(Storage, S3Server),
}

impl Shelf {
    fn folder() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("file:{}", folder.path().join("media").display());
        Self::Folder(Storage::open(&url, &S3Settings::default()).unwrap(), folder)
    }

    async fn bucket() -> Self {
        let server = S3Server::start().await;
        let storage = Storage::open("s3://books/shop", &server.settings()).unwrap();
        Self::Bucket(storage, server)
    }

    fn storage(&self) -> &Storage {
        match self {
            Self::Folder(storage, _) | Self::Bucket(storage, _) => storage,
        }
    }

    /// How many files there really are, unfinished ones too.
    fn bare_files(&self) -> usize {
        match self {
            Self::Folder(_, folder) => files_below(folder.path()).len(),
            Self::Bucket(_, server) => {
                // The server's own notes on objects, which it forgets to remove, are no concern of ours.
                let is_note = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with(".bucket-");
                server.files().iter().filter(|file| !file.file_name().is_some_and(is_note)).count()
            }
        }
    }

    async fn keys(&self, folder: &str) -> Vec<String> {
        let mut keys: Vec<_> =
            self.storage().list(folder).unwrap().map_ok(|blob| blob.key).try_collect().await.unwrap();
        keys.sort();
        keys
    }
}

/// Each function of the suite becomes a test for each kind of storage.
macro_rules! on_both {
    ($($test:ident),* $(,)?) => {
        mod on_a_folder {
            $(#[tokio::test]
            async fn $test() {
                super::$test(&super::Shelf::folder()).await;
            })*
        }
        mod on_a_bucket {
            $(#[tokio::test]
            async fn $test() {
                super::$test(&super::Shelf::bucket().await).await;
            })*
        }
    };
}

on_both!(
    what_was_put_is_read_back,
    a_range_is_read_without_the_rest,
    a_missing_file_is_not_found,
    a_folder_is_deleted_with_all_that_is_in_it,
    a_large_stream_goes_in_parts,
    a_source_that_fails_leaves_nothing,
    a_caller_that_goes_away_leaves_nothing,
    puts_at_once_do_not_mix,
    a_wrong_key_is_refused_everywhere,
    the_storage_is_ready,
);

async fn what_was_put_is_read_back(shelf: &Shelf) {
    let storage = shelf.storage();
    storage.put_bytes("books/1/cover.webp", "small").await.unwrap();
    storage.put_bytes("books/1/empty", "").await.unwrap();
    assert_eq!(storage.read_bytes("books/1/cover.webp", None).await.unwrap(), "small");
    assert_eq!(storage.read_bytes("books/1/empty", None).await.unwrap(), "");

    let first = storage.blob("books/1/cover.webp").await.unwrap();
    assert_eq!((first.key.as_str(), first.size), ("books/1/cover.webp", 5));
    storage.put_bytes("books/1/cover.webp", "larger").await.unwrap();
    let second = storage.blob("books/1/cover.webp").await.unwrap();
    assert_eq!(second.size, 6);
    assert!(first.etag.is_some() && first.etag != second.etag);
    assert_eq!(shelf.keys("").await, ["books/1/cover.webp", "books/1/empty"]);

    storage.delete("books/1/cover.webp").await.unwrap();
    storage.delete("books/1/cover.webp").await.unwrap();
    assert_eq!(shelf.keys("").await, ["books/1/empty"]);
}

async fn a_range_is_read_without_the_rest(shelf: &Shelf) {
    let storage = shelf.storage();
    storage.put_bytes("a", "0123456789").await.unwrap();
    assert_eq!(storage.read_bytes("a", Some(2..5)).await.unwrap(), "234");
    assert_eq!(storage.read_bytes("a", Some(7..99)).await.unwrap(), "789", "cut at the end");
    let contents = storage.read("a", Some(7..99)).await.unwrap();
    assert_eq!((contents.range, contents.blob.size), (7..10, 10));
    for outside in [10..11, 50..60, 3..3] {
        let error = storage.read_bytes("a", Some(outside.clone())).await.unwrap_err();
        assert!(matches!(error, Error::Range { size: 10, .. }), "{outside:?}: {error:?}");
    }
}

async fn a_missing_file_is_not_found(shelf: &Shelf) {
    let storage = shelf.storage();
    storage.put_bytes("books/1/a", "x").await.unwrap();
    for key in ["books/2/a", "books/1/b"] {
        assert!(matches!(storage.blob(key).await, Err(Error::NotFound { .. })), "{key}");
        assert!(matches!(storage.read_bytes(key, None).await, Err(Error::NotFound { .. })), "{key}");
        assert!(matches!(storage.read_bytes(key, Some(0..1)).await, Err(Error::NotFound { .. })), "{key}");
    }
}

async fn a_folder_is_deleted_with_all_that_is_in_it(shelf: &Shelf) {
    let storage = shelf.storage();
    for key in ["books/1/a", "books/1/sample/b", "books/12/a"] {
        storage.put_bytes(key, "x").await.unwrap();
    }
    assert_eq!(shelf.keys("books/1").await, ["books/1/a", "books/1/sample/b"]);
    storage.delete_folder("books/1").await.unwrap();
    storage.delete_folder("books/1").await.unwrap();
    assert_eq!(shelf.keys("").await, ["books/12/a"]);
    storage.delete_folder("books/12").await.unwrap();
    assert_eq!(shelf.bare_files(), 0);
    if let Shelf::Folder(_, folder) = shelf {
        let left = std::fs::read_dir(folder.path().join("media")).unwrap().count();
        assert_eq!(left, 0, "empty directories go too, the storage's own stays");
    }
}

async fn a_large_stream_goes_in_parts(shelf: &Shelf) {
    let storage = shelf.storage();
    // Two parts and a bit, so that the last one is short.
    let size = 13 * 1024 * 1024 + 7;
    let stored = storage.put_stream("books/1/file.pdf", Pattern::of(size)).await.unwrap();
    assert_eq!(stored, size);
    let mut expected = Pattern::of(size);
    let mut contents = storage.read("books/1/file.pdf", None).await.unwrap();
    while let Some(chunk) = contents.next().await {
        let chunk = chunk.unwrap();
        let mut same = vec![0; chunk.len()];
        expected.read_exact(&mut same).await.unwrap();
        assert!(chunk == same);
    }
    assert_eq!(expected.left, 0);
    assert_eq!(shelf.bare_files(), 1);
}

async fn a_source_that_fails_leaves_nothing(shelf: &Shelf) {
    let storage = shelf.storage();
    for size in [10, 20 * 1024 * 1024] {
        let error = storage.put_stream("books/1/a", Pattern::failing_after(size)).await.unwrap_err();
        assert!(matches!(error, Error::Source { .. }), "{error:?}");
        assert_eq!(shelf.keys("").await, [""; 0]);
        assert_eq!(settled(shelf, 0).await, 0);
    }
    storage.put_bytes("books/1/a", "old").await.unwrap();
    storage.put_stream("books/1/a", Pattern::failing_after(20 * 1024 * 1024)).await.unwrap_err();
    assert_eq!(storage.read_bytes("books/1/a", None).await.unwrap(), "old", "what was there stays");
}

async fn a_caller_that_goes_away_leaves_nothing(shelf: &Shelf) {
    // The source never ends, so the timeout drops the upload in the middle of its parts.
    let upload = shelf.storage().put_stream("books/1/a", Pattern::stalling_after(20 * 1024 * 1024));
    assert!(tokio::time::timeout(Duration::from_secs(2), upload).await.is_err());
    assert_eq!(settled(shelf, 0).await, 0);
    assert_eq!(shelf.keys("").await, [""; 0]);
}

/// Waits until there are only `wanted` bare files, since an upload is cleared away in the background.
async fn settled(shelf: &Shelf, wanted: usize) -> usize {
    for _ in 0..100 {
        if shelf.bare_files() <= wanted {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    shelf.bare_files()
}

async fn puts_at_once_do_not_mix(shelf: &Shelf) {
    let puts = (0..16_u8).map(|n| async move {
        let body = vec![n; 100_000 + usize::from(n)];
        shelf.storage().put_bytes("same", body).await.unwrap();
        shelf.storage().put_bytes(&format!("own/{n}"), vec![n; 1000]).await.unwrap();
    });
    futures::future::join_all(puts).await;
    let winner = shelf.storage().read_bytes("same", None).await.unwrap();
    assert_eq!(winner.len(), 100_000 + usize::from(winner[0]));
    assert!(winner.iter().all(|byte| *byte == winner[0]));
    assert_eq!(shelf.keys("own").await.len(), 16);
    assert_eq!(shelf.bare_files(), 17);
}

async fn a_wrong_key_is_refused_everywhere(shelf: &Shelf) {
    let storage = shelf.storage();
    for key in ["", "../a", "/a", "a/../../b", "a b"] {
        let is_refused = |error: Error| matches!(error, Error::Key { .. });
        assert!(is_refused(storage.put_bytes(key, "x").await.unwrap_err()), "{key}");
        assert!(is_refused(storage.put_stream(key, io::Cursor::new("x")).await.unwrap_err()), "{key}");
        assert!(is_refused(storage.read(key, None).await.err().unwrap()), "{key}");
        assert!(is_refused(storage.delete(key).await.unwrap_err()), "{key}");
        assert!(is_refused(storage.delete_folder(key).await.unwrap_err()), "{key}");
    }
}

async fn the_storage_is_ready(shelf: &Shelf) {
    shelf.storage().ready().await.unwrap();
    let copy = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(copy.path(), "a file").unwrap();
    assert_eq!(shelf.storage().put_file("a", copy.path()).await.unwrap(), 6);
    assert_eq!(shelf.storage().size("a").await.unwrap(), 6);
    let missing = shelf.storage().put_file("b", &copy.path().join("no")).await;
    assert!(matches!(missing, Err(Error::Source { .. })));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unavailable_at_once() {
    for endpoint in ["http://127.0.0.1:1", "https://127.0.0.1:1"] {
        let settings = S3Settings {
            endpoint: Some(endpoint.to_owned()),
            access_key: Some("a".to_owned()),
            secret_key: Some("b".to_owned()),
            allow_http: true,
            region: None,
        };
        let storage = Storage::open("s3://books", &settings).unwrap();
        let started = Instant::now();
        assert!(matches!(storage.ready().await, Err(Error::Unavailable { .. })));
        assert!(matches!(storage.put_bytes("a", "x").await, Err(Error::Unavailable { .. })));
        assert!(matches!(storage.read("a", None).await, Err(Error::Unavailable { .. })));
        assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
    }
}

#[tokio::test]
async fn a_wrong_secret_is_refused_and_a_missing_bucket_not_ready() {
    let server = S3Server::start().await;
    let wrong = S3Settings { secret_key: Some("guess".to_owned()), ..server.settings() };
    let storage = Storage::open("s3://books", &wrong).unwrap();
    assert!(matches!(storage.put_bytes("a", "x").await, Err(Error::Refused { .. })));
    assert!(matches!(storage.ready().await, Err(Error::Refused { .. } | Error::Unavailable { .. })));
    let read = storage.read("a", None).await.err().unwrap();
    assert!(matches!(read, Error::Refused { .. }), "{read:?}");
    let missing = Storage::open("s3://nowhere", &server.settings()).unwrap();
    assert!(matches!(missing.ready().await, Err(Error::Unavailable { .. })));
}

#[tokio::test]
async fn on_a_disk_a_folder_is_no_file_and_a_file_no_folder() {
    let shelf = Shelf::folder();
    let storage = shelf.storage();
    storage.put_bytes("books/1/a", "x").await.unwrap();
    for key in ["books/1", "books/1/a/b"] {
        assert!(matches!(storage.blob(key).await, Err(Error::NotFound { .. })), "{key}");
        assert!(matches!(storage.read(key, Some(0..1)).await, Err(Error::NotFound { .. })), "{key}");
    }
    let put = storage.put_bytes("books/1/a/b", "x").await.unwrap_err();
    assert!(matches!(put, Error::Unavailable { .. }), "{put:?}");
}

#[tokio::test]
async fn a_folder_that_vanished_is_not_ready() {
    let shelf = Shelf::folder();
    let Shelf::Folder(storage, folder) = &shelf else { unreachable!() };
    std::fs::remove_dir(folder.path().join("media")).unwrap();
    assert!(matches!(storage.ready().await, Err(Error::Unavailable { .. })));
}

#[tokio::test]
async fn what_a_crash_left_is_swept_when_it_is_old() {
    let shelf = Shelf::folder();
    let Shelf::Folder(storage, folder) = &shelf else { unreachable!() };
    storage.put_bytes("books/1/a", "x").await.unwrap();
    std::fs::write(folder.path().join("media/books/1/b#1"), "half").unwrap();
    let written = storage.blob("books/1/a").await.unwrap().modified;
    assert_eq!(shelf.keys("").await, ["books/1/a"]);
    assert_eq!(storage.sweep(written.plus_seconds(-3600)).await.unwrap(), 0);
    assert_eq!(storage.sweep(written.plus_seconds(3600)).await.unwrap(), 1);
    assert_eq!(shelf.bare_files(), 1);
}

/// A source of known bytes that ends, fails or stalls where a test wants it to.
struct Pattern {
    left: u64,
    end: End,
}

enum End {
    Normal,
    Failure,
    Stall,
}

impl Pattern {
    fn of(size: u64) -> Self {
        Self { left: size, end: End::Normal }
    }

    fn failing_after(size: u64) -> Self {
        Self { left: size, end: End::Failure }
    }

    fn stalling_after(size: u64) -> Self {
        Self { left: size, end: End::Stall }
    }
}

impl AsyncRead for Pattern {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.left == 0 {
            return match self.end {
                End::Normal => Poll::Ready(Ok(())),
                End::Failure => Poll::Ready(Err(io::Error::other("the reader hung up"))),
                End::Stall => Poll::Pending,
            };
        }
        let count = self.left.min(buffer.remaining() as u64).min(64 * 1024);
        for offset in 0..count {
            // A period that no part's size is a multiple of, so that swapped parts would show.
            buffer.put_slice(&[u8::try_from((self.left - offset) % 251).unwrap()]);
        }
        self.left -= count;
        Poll::Ready(Ok(()))
    }
}
