//! `warraq user create`: makes an account on the command line, the first admin's among them.

use std::io::{BufRead as _, Write};

use accounts::NewAccount;
use i18n::Locale;
use kernel::{Clock, Random};

use crate::command::CreateUser;
use crate::failure::Failure;
use crate::open;
use crate::settings::Settings;

/// Makes the account and says so, with its password where that was made up.
pub(crate) async fn create(
    settings: &Settings,
    new: &CreateUser,
    out: &mut (impl Write + Send),
) -> Result<(), Failure> {
    let random = Random::system();
    let password = if new.password_stdin { read_password()? } else { make_up(&random) };
    let db = open::database(settings).await?;
    let account = NewAccount {
        email: &new.email,
        username: &new.username,
        password: &password,
        role: new.role,
        locale: Locale::default(),
    };
    accounts::create(&db, (&Clock::system(), &random), account)
        .await
        .map_err(|error| Failure::new(format!("cannot make the account: {error}")))?;
    let (username, role) = (&new.username, new.role);
    let line = if new.password_stdin {
        format!("made the account {username} ({role})")
    } else {
        format!("made the account {username} ({role}) with the password {password}")
    };
    writeln!(out, "{line}").map_err(|error| Failure::new(format!("cannot write to standard output: {error}")))
}

/// The first line of standard input.
fn read_password() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| Failure::new(format!("cannot read the password from standard input: {error}")))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// A password that nobody has to remember for long: 80 random bits.
fn make_up(random: &Random) -> String {
    let digits = random.hex::<10>();
    digits.as_bytes().chunks(5).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
}
