//! The shop itself.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::{Extension, Router};
use catalogue::import::{Importer, Policy, Workplace};
use db::scratch::{Engine, Scratch};
use http::Request;
use jobs::Worker;
use kernel::{Clock, Currency, Random, Timestamp};
use mail::{Mail, Mailer, Sender};
use storage::{S3Settings, Storage};
use tempfile::TempDir;
use tower::ServiceExt as _;
use ui::Tab;
use web::shop::{Fixed, FixedValue, Ground, Live, Setting};
use web::{App, Guard, Parts, ShopSettings, Site, Workbench};

use crate::TestResponse;

/// When every test happens.
const NOW: &str = "2026-11-23T09:00:00.000Z";

/// A shop with nothing in it. Cloning it opens another door to the same one, for requests that run at once.
#[derive(Clone)]
pub struct TestApp {
    /// What the handlers are given.
    pub app: App,
    site: Site,
    router: Router,
    worker: Worker<App>,
    folder: Arc<TempDir>,
    scratch: Arc<Scratch>,
}

impl TestApp {
    /// A shop that serves `site`.
    pub async fn new(engine: Engine, site: Site) -> Self {
        let scratch = Scratch::new(engine).await;
        let folder = TempDir::new().unwrap_or_else(|e| panic!("a temporary folder: {e}"));
        let media = format!("file:{}", folder.path().join("media").display());
        let now: Timestamp = NOW.parse().unwrap_or_else(|e| panic!("{e}"));
        let sender: Sender = "Warraq <no-reply@shop.example>".parse().unwrap_or_else(|e| panic!("{e}"));
        let app = App::new(Parts {
            db: scratch.db.clone(),
            storage: Storage::open(&media, &S3Settings::default()).unwrap_or_else(|e| panic!("{e}")),
            mail: Mailer::folder(folder.path().join("mail"), sender.clone()),
            clock: Clock::fixed(now),
            random: Random::seeded(7),
            settings: Arc::new(ShopSettings {
                public_url: "http://shop.example".parse().unwrap_or_else(|e| panic!("{e}")),
                currency: Currency::DZD,
                rate_limits: true,
                is_trial: false,
                sells: false,
                destinations: vec![(Tab::Home, "/"), (Tab::Browse, "/browse")],
            }),
            live: Live::new(Ground { fixed: Fixed::new(), currency: Currency::DZD, sender }),
            workbench: Arc::new(Workbench {
                folder: folder.path().join("tmp"),
                pdf_program: pdf_child(),
                pdf_arguments: Vec::new(),
            }),
        });
        let (db, clock, random) = (app.db.clone(), app.clock.clone(), app.random.clone());
        let worker = Worker::new(db, clock, random, site.registry(), app.clone());
        let router = site.clone().into_router(app.clone(), Guard::default());
        Self { app, site, router, worker, folder: Arc::new(folder), scratch: Arc::new(scratch) }
    }

    /// The same shop, reached at another public address.
    #[must_use]
    pub fn at(&self, public_url: &str) -> Self {
        let public_url = public_url.parse().unwrap_or_else(|e| panic!("{public_url}: {e}"));
        self.with(|settings| settings.public_url = public_url)
    }

    /// The same shop, its settings changed.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut ShopSettings)) -> Self {
        let mut settings = (*self.app.settings).clone();
        change(&mut settings);
        self.of(Parts { settings: Arc::new(settings), ..Parts::clone(&self.app) })
    }

    /// The same shop, whose operator set these in the environment.
    #[must_use]
    pub fn operated(&self, set: &[(Setting, &str)]) -> Self {
        let value = |setting: Setting, value: &str| FixedValue {
            value: value.to_owned(),
            set_with: format!("WARRAQ_{}", setting.name().to_ascii_uppercase()),
        };
        let fixed = set.iter().map(|(setting, text)| (*setting, value(*setting, text))).collect();
        let live = Live::new(Ground { fixed, ..self.app.live.ground().clone() });
        self.of(Parts { live, ..Parts::clone(&self.app) })
    }

    /// Another node of the same shop, which has not looked yet what is said in the panel.
    #[must_use]
    pub fn other_node(&self) -> Self {
        let live = Live::new(self.app.live.ground().clone());
        self.of(Parts { live, ..Parts::clone(&self.app) })
    }

    fn of(&self, parts: Parts) -> Self {
        let app = App::new(parts);
        let router = self.site.clone().into_router(app.clone(), Guard::default());
        Self { app, router, ..self.clone() }
    }

    /// The same shop, which counts requests: they all come from this address.
    #[must_use]
    pub fn seen_from(&self, peer: &str) -> Self {
        let peer: SocketAddr = peer.parse().unwrap_or_else(|e| panic!("{peer}: {e}"));
        let guard = Guard { rate: Some(web::RATE), ..Guard::default() };
        let router = self.site.clone().into_router(self.app.clone(), guard);
        Self { router: router.layer(Extension(ConnectInfo(peer))), ..self.clone() }
    }

    /// The pages of the shop and what each needs; see [`Site::pages_table`].
    pub fn pages_table(&self) -> &[(String, Option<web::Capability>)] {
        self.site.pages_table()
    }

    /// Moves the shop's clock on.
    pub fn advance(&self, seconds: i64) {
        self.app.clock.advance_seconds(seconds);
    }

    /// Does every job that is due, in order. Fails the test when one fails.
    pub async fn run_jobs(&self) {
        let failed = self.worker.drain().await.unwrap_or_else(|e| panic!("{e}"));
        assert!(failed.is_empty(), "jobs failed: {failed:#?}");
    }

    /// Does what the shop does at intervals under this name, whenever its time is.
    pub async fn run_scheduled(&self, name: &str) {
        let ran = self.worker.registry().run_scheduled(name, self.app.clone()).await;
        let result = ran.unwrap_or_else(|| panic!("nothing is scheduled as {name}"));
        result.unwrap_or_else(|e| panic!("{name}: {e:#}"));
    }

    /// Every mail that was sent, in the order of sending.
    pub async fn mails(&self) -> Vec<Mail> {
        let mailbox = self.app.mail.mailbox().unwrap_or_else(|| panic!("mails go into a folder"));
        let mut mails = mailbox.list().await.unwrap_or_else(|e| panic!("{e}"));
        mails.reverse();
        mails
    }

    /// Asks for an address.
    pub async fn get(&self, address: &str) -> TestResponse {
        self.get_with(address, &[]).await
    }

    /// Asks for an address with some headers.
    pub async fn get_with(&self, address: &str, headers: &[(&str, &str)]) -> TestResponse {
        let request = headers
            .iter()
            .fold(Request::get(address), |request, (name, value)| request.header(*name, *value));
        self.send(request.body(Body::empty()).unwrap_or_else(|e| panic!("{address}: {e}"))).await
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> TestResponse {
        let response = self.router.clone().oneshot(request).await.unwrap_or_else(|e| match e {});
        TestResponse::read(response).await
    }

    /// Takes books in.
    pub fn importer(&self, policy: Policy) -> Importer {
        Importer {
            db: self.app.db.clone(),
            storage: self.app.storage.clone(),
            clock: self.app.clock.clone(),
            random: self.app.random.clone(),
            pdf_child: publication::pdf::Child { program: pdf_child(), args: Vec::new() },
            work: Workplace::open(self.folder.path().to_owned()).unwrap_or_else(|e| panic!("{e}")),
            limits: publication::Limits::default(),
            currency: Currency::DZD,
            policy,
        }
    }

    /// What lies in the folder for work in progress.
    pub fn work_in_progress(&self) -> Vec<String> {
        files_below(&self.app.workbench.folder, &self.app.workbench.folder)
    }

    /// Every file in the media storage, by its key.
    pub async fn media(&self) -> Vec<String> {
        use tokio::task::spawn_blocking;
        let root = self.folder.path().join("media");
        let found = spawn_blocking(move || files_below(&root, &root)).await;
        found.unwrap_or_else(|e| panic!("{e}"))
    }
}

fn files_below(root: &std::path::Path, folder: &std::path::Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files_below(root, &path));
        } else if let Ok(key) = path.strip_prefix(root) {
            found.push(key.display().to_string());
        }
    }
    found.sort();
    found
}

/// The program that reads PDFs: it is built beside the test that asks for it.
fn pdf_child() -> PathBuf {
    let test = std::env::current_exe().unwrap_or_else(|e| panic!("{e}"));
    let folder = test.ancestors().nth(2).unwrap_or_else(|| panic!("{}", test.display()));
    folder.join("pdf-child")
}

/// Runs one body on one engine; for [`on_both_databases!`](crate::on_both_databases). A test that leaves jobs undone
/// fails: either they matter to its story, or nothing should have enqueued them.
pub fn run<F: Future<Output = ()>>(engine: Engine, site: Site, body: impl FnOnce(TestApp) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.unwrap_or_else(|e| panic!("a runtime: {e}")).block_on(async {
        let shop = TestApp::new(engine, site).await;
        let (app, scratch) = (shop.app.clone(), Arc::clone(&shop.scratch));
        body(shop).await;
        let left = jobs::overdue(&app.db, app.clock.now()).await.unwrap_or_else(|e| panic!("{e}"));
        assert!(left.is_empty(), "jobs are left that nobody ran: {left:#?}");
        drop(scratch);
    });
}
