//! Files in a bucket, from where a backup takes them and into which it brings them.

use db::scratch::Engine;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::shop::{Shop, files};

/// An S3 server on a port of its own, with one bucket, `books`.
struct Server {
    port: u16,
    folder: TempDir,
    _runtime: Runtime,
}

impl Server {
    fn start() -> Self {
        let (runtime, folder) = (Runtime::new().unwrap(), tempfile::tempdir().unwrap());
        std::fs::create_dir(folder.path().join("books")).unwrap();
        let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single("warraq", "not-so-secret"));
        let service = service.build();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let port = listener.local_addr().unwrap().port();
        runtime.spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let (http, service) = (Builder::new(TokioExecutor::new()), service.clone());
                tokio::spawn(async move {
                    http.serve_connection(TokioIo::new(socket), service).await.map_err(drop)
                });
            }
        });
        Self { port, folder, _runtime: runtime }
    }

    fn variables(&self) -> [(&'static str, String); 4] {
        [
            ("WARRAQ_MEDIA_URL", "s3://books/shop".to_owned()),
            ("WARRAQ_S3_ENDPOINT", format!("http://127.0.0.1:{}", self.port)),
            ("WARRAQ_S3_ACCESS_KEY", "warraq".to_owned()),
            ("WARRAQ_S3_SECRET_KEY", "not-so-secret".to_owned()),
        ]
    }
}

#[test]
fn files_go_into_a_bucket_and_come_out_of_it() {
    let (first, second, third) =
        (Shop::filled(Engine::Sqlite), Shop::empty(Engine::Sqlite), Shop::empty(Engine::Sqlite));
    let (server, one) = (Server::start(), first.backup("one.tar"));
    let two = first.place.path("two.tar").display().to_string();
    let in_bucket = |args: &[&str]| {
        let output = second.command(args).envs(server.variables()).output().unwrap();
        crate::place::Ran::read(output)
    };
    in_bucket(&["restore", &one]).done();
    assert!(in_bucket(&["backup", "--check", &one]).done().ends_with("the shop is the same\n"));
    in_bucket(&["backup", &two]).done();
    third.run(&["restore", &two]).done();
    assert!(third.run(&["backup", "--check", &one]).done().ends_with("the shop is the same\n"));
    assert_eq!(third.answers(), first.answers());
    let count = files(&first.place.path("data/media")).len();
    assert_eq!(files(&third.place.path("data/media")).len(), count);
    assert_eq!(files(&server.folder.path().join("books/shop")).len(), count);
}
