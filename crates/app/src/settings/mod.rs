//! The settings of the program, checked. A wrong one stops the start with a line that names it and its source.

mod layers;
mod name;
mod parse;

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use kernel::Currency;
use mail::SmtpUrl;
use storage::S3Settings;
use web::shop::Ground;
use web::{PublicUrl, TrustedProxies};

use crate::command::Flags;
use crate::failure::Failure;
pub(crate) use layers::{Given, Layers, Source};
pub(crate) use name::Name;

/// All settings, checked.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The address to listen on.
    pub(crate) listen: SocketAddr,
    /// Where people reach the shop; without one the listening address.
    pub(crate) public_url: Option<PublicUrl>,
    /// The folder for everything that is not elsewhere.
    pub(crate) data_dir: PathBuf,
    /// The database and its replica.
    pub(crate) database: db::Options,
    /// Where files are kept.
    pub(crate) media_url: String,
    /// How to reach a bucket.
    pub(crate) s3: S3Settings,
    /// The server that mails are given to; without one they go into a folder.
    pub(crate) smtp_url: Option<SmtpUrl>,
    /// The proxies whose word is taken.
    pub(crate) trusted_proxies: TrustedProxies,
    /// Whether clients are limited.
    pub(crate) rate_limits: bool,
    /// How to reach the payment gateway; without it the shop takes no payments.
    pub(crate) chargily: Option<pay::chargily::Settings>,
    /// An address of its own for the metrics.
    pub(crate) metrics_listen: Option<SocketAddr>,
    /// Whether the public address answers with metrics too.
    pub(crate) metrics_public: bool,
    /// What the operator decides of what the owner could.
    pub(crate) ground: Ground,
    /// What the shop sells in.
    pub(crate) currency: Currency,
    /// What to log.
    pub(crate) log: String,
    /// How to log.
    pub(crate) log_format: LogFormat,
    /// Every value with its source, for `warraq config`.
    pub(crate) layers: Layers,
}

/// How to log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// For people.
    Pretty,
    /// For programs: an object a line.
    Json,
}

impl Settings {
    /// Reads and checks all settings.
    pub(crate) fn load(
        flags: &Flags,
        environment: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, Failure> {
        parse::settings(layers::read(flags, environment)?)
    }
}
