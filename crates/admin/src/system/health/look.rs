//! Looks at each part that the shop depends on. A part that cannot be asked is a finding and no failure of the page.

use std::time::Duration;

use accounts::mails::log;
use catalogue::{changes, hold};
use i18n::Locale;
use jobs::desk;
use kernel::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::steward::Steward;
use crate::words::system as t;

/// How long a part may take to answer.
const PATIENCE: Duration = Duration::from_secs(4);
/// How long work may be due before somebody should look, in seconds.
const LATE: i64 = 10 * 60;
/// How old the last backup may be, in seconds: eight days, for those who make one each week.
const OLD: i64 = 8 * 24 * 60 * 60;
/// Mails that failed since so many seconds count.
const LATELY: i64 = 24 * 60 * 60;
/// Room on the disk below which somebody should look, and below which the shop stops working soon, in bytes.
const SCARCE: u64 = 2 << 30;
const NONE_LEFT: u64 = 256 << 20;

/// A part that the shop depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    Database,
    Storage,
    Mail,
    Gateway,
    Search,
    Disk,
    Jobs,
    Backup,
}

/// How a part does, the worse the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Level {
    /// It works.
    Good,
    /// Somebody should look at it.
    Attention,
    /// It does not work.
    Broken,
}

/// What was found.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) part: Part,
    pub(crate) level: Level,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    /// It answers, and this is what it is.
    Is(String),
    /// It does not answer, and this is why.
    Not(String),
    MailSent {
        into_folder: bool,
    },
    MailFailed(i64),
    NoGateway,
    SearchAnew,
    SearchBehind,
    SearchThere(i64),
    Room {
        free: i64,
        total: i64,
    },
    Unknown,
    Due {
        due: i64,
        dead: i64,
        oldest: Option<Timestamp>,
    },
    NeverSaved,
    Saving,
    Saved {
        at: Timestamp,
        bytes: i64,
    },
}

/// Looks at everything.
pub(crate) async fn look(steward: &Steward) -> Vec<Finding> {
    let (database, storage, gateway) = tokio::join!(database(steward), storage(steward), gateway(steward));
    vec![
        database,
        storage,
        told(Part::Mail, mail(steward).await),
        gateway,
        told(Part::Search, search(steward).await),
        disk(steward),
        told(Part::Jobs, jobs(steward).await),
        told(Part::Backup, backup(steward).await),
    ]
}

fn told(part: Part, found: db::Result<(Level, What)>) -> Finding {
    let (level, what) = found.unwrap_or_else(|error| (Level::Broken, What::Not(error.to_string())));
    Finding { part, level, what }
}

async fn within<T>(
    work: impl Future<Output = Result<T, String>>,
    good: impl FnOnce(T) -> String,
) -> (Level, What) {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(answer)) => (Level::Good, What::Is(good(answer))),
        Ok(Err(error)) => (Level::Broken, What::Not(error)),
        Err(_) => (Level::Broken, What::Not(format!("> {} s", PATIENCE.as_secs()))),
    }
}

async fn database(steward: &Steward) -> Finding {
    let db = &steward.app.db;
    let newest = db::MIGRATIONS.iter().map(|step| step.version).max().unwrap_or(0);
    let ready = async { db.ready().await.map_err(|error| error.to_string()) };
    let (level, what) = within(ready, |()| format!("{}, {newest}", database_title(db.kind()))).await;
    Finding { part: Part::Database, level, what }
}

/// What people call a database that the program knows by this word.
fn database_title(word: &str) -> &str {
    match word {
        "sqlite" => "SQLite",
        "postgres" => "PostgreSQL",
        other => other,
    }
}

async fn storage(steward: &Steward) -> Finding {
    let storage = &steward.app.storage;
    let ready = async { storage.ready().await.map_err(|error| error.to_string()) };
    let (level, what) = within(ready, |()| storage.to_string()).await;
    Finding { part: Part::Storage, level, what }
}

async fn mail(steward: &Steward) -> db::Result<(Level, What)> {
    let failed = log::failed_since(&steward.app.db, steward.now().plus_seconds(-LATELY)).await?;
    let into_folder = steward.app.mail.mailbox().is_some();
    Ok(match (failed, into_folder) {
        (0, true) => (Level::Attention, What::MailSent { into_folder }),
        (0, false) => (Level::Good, What::MailSent { into_folder }),
        (failed, _) => (Level::Attention, What::MailFailed(failed)),
    })
}

async fn gateway(steward: &Steward) -> Finding {
    let asked = match &steward.machinery.0.commerce {
        Some(commerce) => tokio::time::timeout(PATIENCE, commerce.ask_gateway()).await,
        None => Ok(None),
    };
    let (level, what) = match asked {
        Ok(None) => (Level::Attention, What::NoGateway),
        Ok(Some(Ok(name))) => (Level::Good, What::Is(name)),
        Ok(Some(Err(error))) => (Level::Broken, What::Not(error)),
        Err(_) => (Level::Broken, What::Not(format!("> {} s", PATIENCE.as_secs()))),
    };
    Finding { part: Part::Gateway, level, what }
}

async fn search(steward: &Steward) -> db::Result<(Level, What)> {
    let Some(search) = &steward.machinery.0.search else { return Ok((Level::Attention, What::SearchAnew)) };
    let Some(index) = search.index() else { return Ok((Level::Attention, What::SearchAnew)) };
    let clock = changes::clock(&steward.app.db).await?;
    let count = i64::try_from(index.len()).unwrap_or(i64::MAX);
    Ok(if clock.waiting > 0 {
        (Level::Good, What::SearchBehind)
    } else {
        (Level::Good, What::SearchThere(count))
    })
}

fn disk(steward: &Steward) -> Finding {
    let folder = steward.machinery.0.data_dir.as_ref();
    let room = folder.and_then(|folder| rustix::fs::statvfs(folder).ok());
    let (level, what) = match room {
        None => (Level::Good, What::Unknown),
        Some(room) => {
            let (free, total) = (room.f_bavail * room.f_frsize, room.f_blocks * room.f_frsize);
            let level = match free {
                free if free < NONE_LEFT => Level::Broken,
                free if free < SCARCE => Level::Attention,
                _ => Level::Good,
            };
            let whole = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
            (level, What::Room { free: whole(free), total: whole(total) })
        }
    };
    Finding { part: Part::Disk, level, what }
}

async fn jobs(steward: &Steward) -> db::Result<(Level, What)> {
    let now = steward.now();
    let left = desk::backlog(&steward.app.db, now).await?;
    let late = left.oldest.is_some_and(|oldest| oldest < now.plus_seconds(-LATE));
    let level = match (late, left.dead) {
        (true, _) => Level::Broken,
        (false, 0) => Level::Good,
        (false, _) => Level::Attention,
    };
    Ok((level, What::Due { due: left.due, dead: left.dead, oldest: left.oldest.filter(|_| late) }))
}

async fn backup(steward: &Steward) -> db::Result<(Level, What)> {
    let (db, now) = (&steward.app.db, steward.now());
    if hold::is_held(db, now).await? {
        return Ok((Level::Good, What::Saving));
    }
    Ok(match hold::last(db).await? {
        None => (Level::Attention, What::NeverSaved),
        Some(last) => {
            let level =
                if last.finished_at < now.plus_seconds(-OLD) { Level::Attention } else { Level::Good };
            (level, What::Saved { at: last.finished_at, bytes: last.bytes })
        }
    })
}

impl Finding {
    /// What was found, in a sentence.
    pub(crate) fn told(&self, l: Locale) -> String {
        match &self.what {
            What::Is(words) if self.part == Part::Database => {
                let (kind, schema) = words.split_once(", ").unwrap_or((words, ""));
                t::found_database(l, kind, schema)
            }
            What::Is(words) | What::Not(words) => words.clone(),
            What::MailSent { into_folder: true } => t::found_mail_folder(l).to_owned(),
            What::MailSent { into_folder: false } => t::found_mail(l).to_owned(),
            What::MailFailed(count) => t::found_mail_failed(l, *count),
            What::NoGateway => t::found_no_gateway(l).to_owned(),
            What::SearchAnew => t::found_search_anew(l).to_owned(),
            What::SearchBehind => t::found_search_behind(l).to_owned(),
            What::SearchThere(count) => t::found_search(l, *count),
            What::Room { free, total } => {
                t::found_room(l, &i18n::file_size(l, *free), &i18n::file_size(l, *total))
            }
            What::Unknown => t::found_unknown(l).to_owned(),
            What::Due { due, dead, oldest } => {
                let words = t::found_jobs(l, &i18n::number(l, *due), &i18n::number(l, *dead));
                match oldest {
                    Some(oldest) => format!("{words} {}", t::found_late(l, &i18n::date_time(l, *oldest))),
                    None => words,
                }
            }
            What::NeverSaved => t::found_no_backup(l).to_owned(),
            What::Saving => t::found_saving(l).to_owned(),
            What::Saved { at, bytes } => {
                t::found_backup(l, &i18n::date_time(l, *at), &i18n::file_size(l, *bytes))
            }
        }
    }

    /// Whether what was found is told in the words of the program, or of somebody else's.
    pub(crate) fn is_raw(&self) -> bool {
        match self.what {
            What::Is(_) => self.part != Part::Database,
            What::Not(_) => true,
            _ => false,
        }
    }

    /// What to do, where something is to be done.
    pub(crate) fn advice(&self, l: Locale) -> Option<&'static str> {
        if self.level == Level::Good {
            return None;
        }
        Some(match (self.part, &self.what) {
            (Part::Database, _) => t::advice_database(l),
            (Part::Storage, _) => t::advice_storage(l),
            (Part::Mail, What::MailSent { .. }) => t::advice_mail_folder(l),
            (Part::Mail, _) => t::advice_mail(l),
            (Part::Gateway, What::NoGateway) => t::advice_no_gateway(l),
            (Part::Gateway, _) => t::advice_gateway(l),
            (Part::Search, _) => t::advice_search(l),
            (Part::Disk, _) => t::advice_disk(l),
            (Part::Jobs, What::Due { oldest: Some(_), .. } | What::Not(_)) => t::advice_late(l),
            (Part::Jobs, _) => t::advice_jobs(l),
            (Part::Backup, _) => t::advice_backup(l),
        })
    }
}
