//! What every handler may use, in one value.

use std::{ffi::OsString, ops::Deref, path::PathBuf, sync::Arc};

use db::Db;
use kernel::{Clock, Currency, Random};
use mail::Mailer;
use storage::Storage;
use ui::Tab;

use crate::public_url::PublicUrl;
use crate::shop::{Live, Shop};

/// The state of every router. A request clones it once for each router that it passes, so it is one counted pointer.
#[derive(Clone)]
pub struct App(Arc<Parts>);

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// The shop as its owner wants it now. Whoever answers a request asks once, so that the answer is of one piece.
    pub fn shop(&self) -> Arc<Shop> {
        self.0.live.now()
    }

    /// Whether what costs something can be bought now: there is a payment service, and the owner takes payments.
    pub fn takes_payments(&self) -> bool {
        self.0.settings.sells && self.shop().takes_payments
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// The shop's database, files, clock and settings.
#[derive(Clone)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The files of books and covers.
    pub storage: Storage,
    /// Where mails go. Only jobs send: a request that waited for a mail server would tell by its time who is known.
    pub mail: Mailer,
    /// The time.
    pub clock: Clock,
    /// Chance: nonces, tokens, codes.
    pub random: Random,
    /// What the operator decided.
    pub settings: Arc<ShopSettings>,
    /// What the owner decides meanwhile.
    pub live: Live,
    /// Where files that come in are taken apart.
    pub workbench: Arc<Workbench>,
}

/// With what this machine takes apart the files of books.
#[derive(Clone, Debug)]
pub struct Workbench {
    /// A folder for work in progress, on the local disk. It need not exist yet.
    pub folder: PathBuf,
    /// The program that reads PDFs, usually this one.
    pub pdf_program: PathBuf,
    /// Its arguments before ours.
    pub pdf_arguments: Vec<OsString>,
}

/// The operator's decisions that handlers need to know.
#[derive(Clone, Debug)]
pub struct ShopSettings {
    /// Where people reach the shop.
    pub public_url: PublicUrl,
    /// What the shop sells in.
    pub currency: Currency,
    /// Whether features hold back those who try too often; `false` for load tests.
    pub rate_limits: bool,
    /// Whether payments are tried out only, and nobody pays anything.
    pub is_trial: bool,
    /// Whether there is a payment service, so that books can be sold: then there is a cart in the bar. Whether they can be
    /// bought now, [`App::takes_payments`] says.
    pub sells: bool,
    /// The main destinations that exist, each with its path after the language: `(Tab::Browse, "/browse")`.
    pub destinations: Vec<(Tab, &'static str)>,
}
