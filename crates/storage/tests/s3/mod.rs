//! A real S3 server for tests: HTTP on a port of its own, signatures checked, files in a temporary folder.

use std::path::{Path, PathBuf};

use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use storage::S3Settings;
use tempfile::TempDir;

const ACCESS: &str = "warraq";
const SECRET: &str = "not-so-secret";

/// Lives as long as its test; the port and the files go with it.
pub(crate) struct S3Server {
    port: u16,
    folder: TempDir,
}

impl S3Server {
    /// Starts a server that has one bucket, `books`.
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("books")).unwrap();
        let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single(ACCESS, SECRET));
        let service = service.build();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let (http, service) = (Builder::new(TokioExecutor::new()), service.clone());
                tokio::spawn(async move {
                    http.serve_connection(TokioIo::new(socket), service).await.map_err(drop)
                });
            }
        });
        Self { port, folder }
    }

    pub(crate) fn settings(&self) -> S3Settings {
        S3Settings {
            endpoint: Some(format!("http://127.0.0.1:{}", self.port)),
            access_key: Some(ACCESS.to_owned()),
            secret_key: Some(SECRET.to_owned()),
            allow_http: true,
            region: None,
        }
    }

    /// Everything on the server's disk, parts of unfinished uploads too.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        files_below(self.folder.path())
    }
}

/// All files below a folder, hidden ones too.
pub(crate) fn files_below(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(files_below(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}
