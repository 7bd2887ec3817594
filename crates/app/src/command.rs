//! The command line. Wrong usage ends with exit code 2 and is told by clap; everything else that fails ends with 1.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use commerce::RefundState;
use web::Role;

use crate::evaluate::Evaluate;
use crate::settings::Name;

/// An online bookshop for e-books and the place to read them, in one program.
///
/// Settings come from warraq.toml, from the environment (WARRAQ_…) and from the options below, the later ones
/// deciding. `warraq config` shows what is in force and where it comes from.
#[derive(Debug, Parser)]
#[command(name = "warraq", version, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Line {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,

    #[command(flatten)]
    everywhere: Everywhere,
}

/// Options that every command takes.
#[derive(Debug, Args)]
struct Everywhere {
    /// The file with the settings; without this option warraq.toml, where there is one.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder for everything that is not configured to be elsewhere.
    #[arg(long, global = true, value_name = "FOLDER")]
    data_dir: Option<String>,
    /// The database: sqlite:FILE or postgres://…
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
    /// The files of books and covers: file:FOLDER or s3://BUCKET/PREFIX
    #[arg(long, global = true, value_name = "URL")]
    media_url: Option<String>,
    /// What to log, such as `info` or `warn,db=debug`.
    #[arg(long, global = true, value_name = "FILTER")]
    log: Option<String>,
    /// How to log: pretty or json.
    #[arg(long, global = true, value_name = "FORMAT")]
    log_format: Option<String>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Open the shop: serve its pages and its API until stopped.
    Serve(Serve),
    /// Fill an empty shop with sample books.
    Demo,
    /// Take books in: EPUB and PDF files, folders of them, lists in CSV or in the mobile app's JSON.
    ///
    /// Books are published when --free or --price is given or when a list has their price; else they wait as drafts.
    Import(Import),
    /// Look after the accounts of the shop's people.
    #[command(subcommand, arg_required_else_help = true)]
    User(User),
    /// Pay orders back. The gateway cannot send money: a person does, and the shop keeps account of it.
    #[command(subcommand, arg_required_else_help = true)]
    Refund(RefundCommand),
    /// Save the whole shop, database and files, in one file, while it runs.
    ///
    /// The file holds people's data, for its owner's eyes alone; settings and their secrets are not in it.
    Backup(Backup),
    /// Bring a shop back from a backup, into either database and either storage. Stop the shop before.
    Restore(Restore),
    /// Bring the database's schema up to date. `serve` does so too when it starts.
    Migrate,
    /// For developers: compare the ways in which recommendations are learned, on ratings in two files.
    EvaluateRecommendations(Evaluate),
    /// Show the settings in force and where each comes from, secrets masked.
    Config,
    /// Measure how well the search forgives typing errors, on a list of books in CSV.
    #[command(hide = true)]
    SearchQuality {
        /// The list.
        list: PathBuf,
    },
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Where people reach the shop, such as https://shop.example.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
}

/// Options of `backup`.
#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The backup: a name that no file has yet.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Instead of making one, read it through and compare it with the shop, row by row and file by file.
    #[arg(long)]
    pub(crate) check: bool,
}

/// Options of `restore`.
#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Change nothing: read it through, and say whether it could be restored and what would go.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Remove the shop that is there, for ever: all its rows and all its files.
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) replace: bool,
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub(crate) enum User {
    /// Make an account, the first admin's among them. Its e-mail address counts as verified.
    Create(CreateUser),
}

/// Options of `user create`.
#[derive(Debug, Args)]
pub(crate) struct CreateUser {
    /// The e-mail address.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) email: String,
    /// The unique name: 3 to 30 letters, digits, dots, dashes or underscores.
    #[arg(long, value_name = "NAME")]
    pub(crate) username: String,
    /// What the account may do: reader, moderator, editor or admin.
    #[arg(long, value_name = "ROLE", value_parser = role)]
    pub(crate) role: Role,
    /// Read the password from standard input, its first line; without this option one is made up and shown.
    #[arg(long)]
    pub(crate) password_stdin: bool,
}

/// What can be done with refunds.
#[derive(Debug, Subcommand)]
pub(crate) enum RefundCommand {
    /// Decide that an order, or some of its books, is paid back. The books are taken back at once.
    Make(MakeRefund),
    /// Agree, as a second admin, to what another asked for.
    Approve {
        /// The refund's number in the list.
        id: i64,
        /// The admin who agrees, by username.
        #[arg(long, value_name = "USERNAME")]
        by: String,
    },
    /// Do not agree to what was asked for, or take it back: nothing of it happens.
    Decline {
        /// The refund's number in the list.
        id: i64,
        /// The admin who decides, by username.
        #[arg(long, value_name = "USERNAME")]
        by: String,
    },
    /// Write down that the money was sent.
    Settle {
        /// The refund's number in the list.
        id: i64,
        /// The reference of the transfer.
        #[arg(long, value_name = "TEXT", value_parser = clap::builder::NonEmptyStringValueParser::new())]
        reference: String,
        /// The admin who sent it, by username.
        #[arg(long, value_name = "USERNAME")]
        by: String,
    },
    /// Show refunds, the latest first.
    List {
        /// Only those that stand so: waiting, owed, settled or declined.
        #[arg(long, value_parser = refund_state)]
        state: Option<RefundState>,
    },
}

impl RefundCommand {
    /// The admin who does it.
    pub(crate) fn by(&self) -> Option<&str> {
        match self {
            Self::Make(make) => Some(&make.by),
            Self::Approve { by, .. } | Self::Decline { by, .. } | Self::Settle { by, .. } => Some(by),
            Self::List { .. } => None,
        }
    }
}

/// Options of `refund make`.
#[derive(Debug, Args)]
pub(crate) struct MakeRefund {
    /// The number of the order.
    pub(crate) number: String,
    /// The key of a book of it, once for each; without this option all that is not paid back yet.
    #[arg(long = "book", value_name = "ID")]
    pub(crate) books: Vec<i64>,
    /// Why.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) reason: String,
    /// The reference of the transfer, where the money was sent already.
    #[arg(long, value_name = "TEXT", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(crate) reference: Option<String>,
    /// Leave the books in the reader's library.
    #[arg(long)]
    pub(crate) keep_books: bool,
    /// The admin who decides, by username: the audit log keeps it.
    #[arg(long, value_name = "USERNAME")]
    pub(crate) by: String,
}

fn refund_state(word: &str) -> Result<RefundState, String> {
    word.parse().map_err(|()| "expected waiting, owed, settled or declined".to_owned())
}

fn role(word: &str) -> Result<Role, String> {
    word.parse().map_err(|()| {
        let all: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        format!("expected one of {}", all.join(", "))
    })
}

/// Options of `import`.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// Files, folders and lists.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Give the books away.
    #[arg(long, conflicts_with = "price")]
    pub(crate) free: bool,
    /// Sell the books at this price, in the shop's currency: 950 or 950.50.
    #[arg(long, value_name = "DINARS", value_parser = number)]
    pub(crate) price: Option<String>,
}

/// A price is a number at least; whether the shop's currency has such an amount is found out with the settings.
fn number(text: &str) -> Result<String, String> {
    let number =
        text.bytes().any(|b| b.is_ascii_digit()) && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if number { Ok(text.to_owned()) } else { Err("expected a number such as 950 or 950.50".to_owned()) }
}

/// What the command line says about the settings.
#[derive(Debug, Default)]
pub(crate) struct Flags {
    /// The file named by `--config`.
    pub(crate) file: Option<PathBuf>,
    /// The settings given as options.
    pub(crate) values: Vec<(Name, String)>,
}

impl Line {
    /// The settings among the options.
    pub(crate) fn flags(&self) -> Flags {
        let it = &self.everywhere;
        let (listen, public_url) = match &self.command {
            Command::Serve(serve) => (serve.listen.clone(), serve.public_url.clone()),
            _ => (None, None),
        };
        let given = [
            (Name::DataDir, it.data_dir.clone()),
            (Name::DatabaseUrl, it.database_url.clone()),
            (Name::MediaUrl, it.media_url.clone()),
            (Name::Log, it.log.clone()),
            (Name::LogFormat, it.log_format.clone()),
            (Name::Listen, listen),
            (Name::PublicUrl, public_url),
        ];
        let values = given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        Flags { file: it.config.clone(), values }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Line::command().debug_assert();
    }
}
