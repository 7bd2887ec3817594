//! `warraq refund`: pays orders back on the command line, as an admin does through the API.

use std::io::Write;

use accounts::User;
use accounts::audit::Actor;
use catalogue::Book;
use commerce::refund::{self, Asked, Decided, Desk, Wanted};
use commerce::{Order, Refund, RefundState};
use db::Db;
use i18n::Locale;
use kernel::{Clock, Id};
use web::Capability;

use crate::command::{MakeRefund, RefundCommand};
use crate::failure::Failure;
use crate::open;
use crate::settings::Settings;

/// How many refunds are shown.
const SHOWN: i64 = 100;

/// Carries the command out and says what became of it.
pub(crate) async fn run(
    settings: &Settings,
    command: &RefundCommand,
    out: &mut (impl Write + Send),
) -> Result<(), Failure> {
    let db = open::database(settings).await?;
    let failed = |error: db::Error| Failure::new(format!("the database: {error}"));
    if let RefundCommand::List { state } = command {
        for refund in Refund::list(&db, *state, (None, SHOWN)).await.map_err(failed)? {
            say(out, &line(&refund))?;
        }
        return Ok(());
    }
    let by = command.by().unwrap_or_default();
    let admin = admin(&db, by).await?;
    let desk = Desk {
        by: Actor { user: admin.id, username: &admin.username, address: None },
        shop: open::shop(settings, &db).await?,
        now: Clock::system().now(),
    };
    let id = match command {
        RefundCommand::Make(make) => self::make(&db, desk, make).await?,
        RefundCommand::Approve { id, .. } => {
            decided(refund::approve(&db, desk, Id::new(*id)).await.map_err(failed)?, *id)?
        }
        RefundCommand::Decline { id, .. } => {
            decided(refund::decline(&db, desk, Id::new(*id)).await.map_err(failed)?, *id)?
        }
        RefundCommand::Settle { id, reference, .. } => {
            decided(refund::settle(&db, desk, (Id::new(*id), reference)).await.map_err(failed)?, *id)?
        }
        RefundCommand::List { .. } => return Ok(()),
    };
    let made = Refund::find(&db, id).await.map_err(failed)?;
    let made = made.ok_or_else(|| Failure::new("the refund is gone"))?;
    say(out, &line(&made))
}

async fn admin(db: &Db, username: &str) -> Result<User, Failure> {
    let found = User::by_username(db, username).await;
    let found = found.map_err(|error| Failure::new(format!("the database: {error}")))?;
    found.filter(|user| user.role.has(Capability::RunSite)).ok_or_else(|| {
        Failure::new(format!(
            "{username} is no admin of this shop; name one with --by, the audit log wants to know"
        ))
    })
}

async fn make(db: &Db, desk: Desk<'_>, make: &MakeRefund) -> Result<Id<Refund>, Failure> {
    let failed = |error: db::Error| Failure::new(format!("the database: {error}"));
    let order = Order::by_number(db, &make.number).await.map_err(failed)?;
    let order = order.ok_or_else(|| Failure::new(format!("there is no order {}", make.number)))?;
    let books: Vec<Id<Book>> = make.books.iter().copied().map(Id::new).collect();
    let wanted = Wanted {
        books: Some(books.as_slice()).filter(|books| !books.is_empty()),
        note: &make.reason,
        reference: make.reference.as_deref(),
        keeps_books: make.keep_books,
    };
    match refund::ask(db, desk, order.id, wanted).await.map_err(failed)? {
        Asked::Done(id) => Ok(id),
        Asked::NotPaid => Err(Failure::new(format!("no money is held for the order {}", order.number))),
        Asked::NothingLeft => {
            Err(Failure::new(format!("nothing of the order {} is left to pay back", order.number)))
        }
        Asked::NoSuchLine => Err(Failure::new(format!(
            "a book is not in the order {}, or was paid back already; leave --book out to pay all of it back",
            order.number
        ))),
    }
}

fn decided(decided: Decided, id: i64) -> Result<Id<Refund>, Failure> {
    match decided {
        Decided::Yes => Ok(Id::new(id)),
        Decided::NoSuchRefund => {
            Err(Failure::new(format!("there is no refund {id}; `warraq refund list` shows them")))
        }
        Decided::WrongState => Err(Failure::new(format!(
            "the refund {id} does not stand so that this can be done; `warraq refund list` shows how it stands"
        ))),
        Decided::OneselfAsked => {
            Err(Failure::new("whoever asked for a refund cannot agree to it; another admin has to"))
        }
    }
}

fn line(refund: &Refund) -> String {
    let amount = i18n::price(Locale::En, refund.amount());
    let next = match refund.state() {
        RefundState::Waiting => "; a second admin has to agree: warraq refund approve",
        RefundState::Owed => "; once the money is sent: warraq refund settle",
        RefundState::Settled | RefundState::Declined => "",
    };
    format!("refund {} of order {}: {amount}, {}{next}", refund.id, refund.number, refund.state())
}

fn say(out: &mut impl Write, line: &str) -> Result<(), Failure> {
    writeln!(out, "{line}").map_err(|error| Failure::new(format!("cannot write to standard output: {error}")))
}
