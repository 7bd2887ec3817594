//! Accounts that the operator makes on the command line: the first admin, and the people of the demo.

use db::Db;
use i18n::Locale;
use kernel::{Clock, Random};
use web::Role;

use crate::email::Email;
use crate::password::{self, Hasher, WrongPassword};
use crate::user::{self, NewUser};
use crate::username::Username;
use crate::{WrongEmail, WrongUsername};

/// An account to be made, as it was typed.
#[derive(Clone, Copy, Debug)]
pub struct NewAccount<'a> {
    /// Its address, which counts as verified.
    pub email: &'a str,
    /// Its unique name.
    pub username: &'a str,
    /// Its password.
    pub password: &'a str,
    /// What it may do.
    pub role: Role,
    /// The language to be written to in.
    pub locale: Locale,
}

/// Why an account cannot be made.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "each says what it is")]
pub enum CreateError {
    #[error("the e-mail address is not one: expected something like lina@exemple.dz")]
    Email(WrongEmail),
    #[error("the username is not one: 3 to 30 letters, digits, dots, dashes or underscores")]
    Username(WrongUsername),
    #[error("the username is taken, or looks like one that is; choose another")]
    UsernameTaken,
    #[error("an account with this e-mail address exists already")]
    EmailTaken,
    #[error("the password is {}", short(*.0))]
    Password(WrongPassword),
    #[error("the password cannot be hashed: {0}")]
    Hash(String),
    #[error(transparent)]
    Database(#[from] db::Error),
}

const fn short(wrong: WrongPassword) -> &'static str {
    match wrong {
        WrongPassword::Missing => "missing",
        WrongPassword::TooShort => "too short: at least 8 characters",
        WrongPassword::TooLong => "too long: at most 1024 bytes",
        WrongPassword::Common => "one of the first that anybody would try; choose another",
    }
}

/// Makes an account whose address is verified.
pub async fn create(
    db: &Db,
    (clock, random): (&Clock, &Random),
    new: NewAccount<'_>,
) -> Result<(), CreateError> {
    let email = Email::parse(new.email).map_err(CreateError::Email)?;
    let username = match Username::parse(new.username) {
        // The shop's own people may have the names that nobody else gets.
        Err(WrongUsername::Reserved) if new.role != Role::Reader => Username::reserved(new.username),
        other => other.map_err(CreateError::Username)?,
    };
    password::check(new.password, &[new.email, new.username]).map_err(CreateError::Password)?;
    let hashed = Hasher::new().hash(new.password, random).await;
    let password_hash = hashed.map_err(|error| CreateError::Hash(error.to_string()))?;
    let account = NewUser {
        username: &username,
        email: &email,
        password_hash: &password_hash,
        phone: None,
        role: new.role,
        locale: new.locale,
        verified: true,
    };
    let now = clock.now();
    let made = db.transaction(async |tx| {
        let id = account.enter(&tx, now, random).await?;
        // The operator's word is as good as a code: whoever else claims the address has lost it.
        user::verify(&tx, id, &email, now).await
    });
    match made.await {
        Ok(()) => Ok(()),
        Err(error) if error.is_unique("users_folded_username") => Err(CreateError::UsernameTaken),
        Err(error) if error.is_unique("users_folded_email") => Err(CreateError::EmailTaken),
        Err(error) => Err(error.into()),
    }
}
