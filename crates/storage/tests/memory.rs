//! Memory does not grow with the file. Alone in its binary, because it measures the whole process; the S3 server
//! runs inside it and is measured with it.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod s3;

use futures::StreamExt;
use s3::S3Server;
use storage::{S3Settings, Storage};
use tokio::io::AsyncReadExt;

const MEGABYTE: u64 = 1_000_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stream_of_200_megabytes_costs_less_than_40() {
    let folder = tempfile::tempdir().unwrap();
    let local = Storage::open(&format!("file:{}", folder.path().display()), &S3Settings::default()).unwrap();
    there_and_back(&local, 200 * MEGABYTE).await;

    let server = S3Server::start().await;
    let bucket = Storage::open("s3://books", &server.settings()).unwrap();
    bucket.put_bytes("warm-up", "x").await.unwrap();
    there_and_back(&bucket, 200 * MEGABYTE).await;
    assert!(server.files().len() >= 2);
}

async fn there_and_back(storage: &Storage, size: u64) {
    let before = kilobytes("VmRSS");
    storage.put_stream("books/1/large.pdf", tokio::io::repeat(b'w').take(size)).await.unwrap();
    let mut contents = storage.read("books/1/large.pdf", None).await.unwrap();
    let mut read = 0;
    while let Some(chunk) = contents.next().await {
        read += chunk.unwrap().len() as u64;
    }
    assert_eq!(read, size);
    let grown = kilobytes("VmHWM").saturating_sub(before);
    assert!(grown < 40_000, "{storage}: grew by {grown} kB");
}

/// A figure of `/proc/self/status`.
fn kilobytes(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
