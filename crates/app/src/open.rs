//! Opens what the program works on: the data folder, the database, the storage. Whatever cannot be opened is told
//! in one line with what to do next.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use db::Db;
use kernel::{Clock, Random};
use mail::Mailer;
use pay::chargily::Chargily;
use pay::{Gateway, Pace};
use storage::Storage;

use web::shop::{Live, Shop};

use crate::failure::Failure;
use crate::settings::{Name, Settings};

/// The database, with its schema up to date.
pub(crate) async fn database(settings: &Settings) -> Result<Db, Failure> {
    make_folders(settings)?;
    Db::open(&settings.database).await.map_err(|error| database_failure(settings, &error))
}

/// The shop as its owner wants it now.
pub(crate) async fn shop(settings: &Settings, db: &Db) -> Result<Arc<Shop>, Failure> {
    let live = Live::new(settings.ground.clone());
    live.refresh(db).await.map_err(|error| Failure::new(format!("the database: {error}")))?;
    Ok(live.now())
}

/// The storage.
pub(crate) fn storage(settings: &Settings) -> Result<Storage, Failure> {
    Storage::open(&settings.media_url, &settings.s3)
        .map_err(|error| Failure::new(format!("{error}; see {}", Name::MediaUrl.variable())))
}

/// Where mails go: to the server, or into the data folder, where whoever sets the shop up can read them.
pub(crate) fn mailer(settings: &Settings) -> Result<Mailer, Failure> {
    let from = settings.ground.sender.clone();
    match &settings.smtp_url {
        Some(url) => Mailer::smtp(url, from)
            .map_err(|error| Failure::new(format!("{}: {error}", Name::SmtpUrl.variable()))),
        None => Ok(Mailer::folder(settings.data_dir.join("mail"), from)),
    }
}

/// The payment gateway; without one the shop takes no payments.
pub(crate) fn gateway(settings: &Settings) -> Result<Option<Arc<dyn Gateway>>, Failure> {
    let Some(chargily) = settings.chargily.clone() else { return Ok(None) };
    let client = Chargily::new(chargily, Pace::default(), Clock::system(), Random::system())
        .map_err(|error| Failure::new(format!("{}: {error}", Name::ChargilyMode.variable())))?;
    Ok(Some(Arc::new(client)))
}

/// `warraq migrate`: brings the schema up to date and says what was done.
pub(crate) async fn migrate(settings: &Settings, out: &mut impl Write) -> Result<(), Failure> {
    make_folders(settings)?;
    let told = |error: &db::Error| database_failure(settings, error);
    let db = Db::connect(&settings.database).await.map_err(|error| told(&error))?;
    let applied = db.migrate().await.map_err(|error| told(&error))?;
    let line = match applied.as_slice() {
        [] => "the schema is up to date".to_owned(),
        steps => {
            let steps: Vec<String> = steps.iter().map(ToString::to_string).collect();
            format!("applied {}", steps.join(", "))
        }
    };
    writeln!(out, "{line}").map_err(|error| Failure::new(format!("cannot write: {error}")))
}

/// Makes the folder of an SQLite database: the data folder, unless the operator put it elsewhere.
pub(crate) fn make_folders(settings: &Settings) -> Result<(), Failure> {
    let db::Url::Sqlite(path) = &settings.database.url else { return Ok(()) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| {
        let name = if folder == settings.data_dir { Name::DataDir } else { Name::DatabaseUrl };
        Failure::new(format!(
            "cannot make the folder {}: {error}; choose another with {}",
            folder.display(),
            name.variable()
        ))
    })
}

/// Why the database cannot be used, and what to do next.
pub(crate) fn database_failure(settings: &Settings, error: &db::Error) -> Failure {
    let url = &settings.database.url;
    let next = match (error, url) {
        (db::Error::Unavailable(words), db::Url::Sqlite(_)) => sqlite_advice(words),
        (db::Error::Unavailable(_), db::Url::Postgres(_)) => {
            "check that PostgreSQL runs and that WARRAQ_DATABASE_URL has the right host, user and password"
        }
        (db::Error::Full, _) => "make room on the disk",
        (db::Error::Migration { .. }, _) => "run the version of warraq that this database belongs to",
        _ => "check WARRAQ_DATABASE_URL",
    };
    Failure::new(format!("cannot use the database {url}: {error}; {next}"))
}

/// What to do when SQLite does not open its file. It tells the cases apart in words only.
fn sqlite_advice(words: &str) -> &'static str {
    if words.contains("locked") {
        "stop the other program that uses it"
    } else if words.contains("not a database") {
        "choose another file with WARRAQ_DATABASE_URL"
    } else {
        "make room if the disk is full, and check that its folder may be written, or choose another with \
         WARRAQ_DATA_DIR or WARRAQ_DATABASE_URL"
    }
}
