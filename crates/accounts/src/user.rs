//! Somebody with an account.

use db::{Query, Tx, record, sql};
use i18n::Locale;
use kernel::{Random, Timestamp};
use ui::Theme;
use web::{Role, UserId};

use crate::email::Email;
use crate::picture;
use crate::spoilers::Spoilers;
use crate::username::Username;

record! {
    /// An account.
    pub struct User {
        /// Its key.
        pub id: UserId,
        /// The unique name.
        pub username: String,
        /// The address, as it was typed.
        pub email: String,
        /// When somebody showed that the address is theirs.
        pub verified_at: Option<Timestamp>,
        pub(crate) password_hash: String,
        /// Counts the passwords that the account has had.
        pub(crate) password_version: i64,
        /// What they want to be called; may be empty.
        pub name: String,
        /// E.164.
        pub phone: Option<String>,
        /// What they may do.
        pub role: Role,
        pub(crate) locale: String,
        pub(crate) theme: String,
        /// What is to be done with spoilers.
        pub spoilers: Spoilers,
        pub(crate) picture: Option<String>,
        pub(crate) folder: String,
        /// When the account was made.
        pub created_at: Timestamp,
        /// Counts changes of the profile.
        pub version: i64,
        pub(crate) closed_at: Option<Timestamp>,
        pub(crate) closed_reason: Option<String>,
    }
}

/// The columns of [`User`], for statements that select one.
macro_rules! user_columns {
    () => {
        "u.id, u.username, u.email, u.verified_at, u.password_hash, u.password_version, u.name, u.phone, u.role, \
         u.locale, u.theme, u.spoilers, u.picture, u.folder, u.created_at, u.version, \
         u.closed_at, u.closed_reason"
    };
}

/// An account about to be made, its values checked.
pub(crate) struct NewUser<'a> {
    pub(crate) username: &'a Username,
    pub(crate) email: &'a Email,
    pub(crate) password_hash: &'a str,
    pub(crate) phone: Option<&'a str>,
    pub(crate) role: Role,
    pub(crate) locale: Locale,
    /// Whether the address needs no code: accounts that the operator makes.
    pub(crate) verified: bool,
}

impl NewUser<'_> {
    /// Enters the account. A taken name breaks the rule `users_folded_username`.
    pub(crate) async fn enter(&self, tx: &Tx, now: Timestamp, random: &Random) -> db::Result<UserId> {
        let (id,): (UserId,) = tx
            .one(sql!(
                "insert into users (username, folded_username, email, folded_email, claimed_at, verified_at, password_hash,
                                    phone, role, locale, folder, created_at, updated_at, last_seen_at)
                 values ($1, $2, $3, $4, $11, $5, $6, $7, $8, $9, $10, $11, $11, $11) returning id",
                self.username.as_str(),
                self.username.folded(),
                self.email.as_str(),
                self.email.folded(),
                self.verified.then_some(now),
                self.password_hash,
                self.phone,
                self.role,
                self.locale.tag(),
                random.hex::<16>(),
                now
            ))
            .await?;
        Ok(id)
    }
}

impl User {
    /// The account of a key.
    pub async fn find(db: &impl Query, id: UserId) -> db::Result<Option<Self>> {
        db.optional(sql!(concat!("select ", user_columns!(), " from users u where u.id = $1"), id)).await
    }

    /// The accounts that a sign-in may mean, as many for a login that does not exist: the one of a username; of an
    /// address its owner, and the account that claimed it last. Were it the owner alone where there is one, a stranger
    /// could claim an address and see by their own sign-in whether it has an owner.
    pub(crate) async fn meant_by(db: &impl Query, login: &str) -> db::Result<Vec<Option<Self>>> {
        let Ok(email) = Email::parse(login) else { return Ok(vec![Self::by_username(db, login).await?]) };
        let folded = email.folded();
        Ok(vec![Self::owner(db, &folded).await?, Self::last_claim(db, &folded).await?])
    }

    /// The account of a username, however it is written.
    pub async fn by_username(db: &impl Query, username: &str) -> db::Result<Option<Self>> {
        db.optional(sql!(
            concat!("select ", user_columns!(), " from users u where u.folded_username = $1"),
            crate::username::fold(username.trim())
        ))
        .await
    }

    /// The account whose verified address this is.
    pub(crate) async fn owner(db: &impl Query, folded_email: &str) -> db::Result<Option<Self>> {
        db.optional(sql!(
            concat!(
                "select ",
                user_columns!(),
                " from users u where u.folded_email = $1 and u.verified_at is not null"
            ),
            folded_email
        ))
        .await
    }

    async fn last_claim(db: &impl Query, folded_email: &str) -> db::Result<Option<Self>> {
        db.optional(sql!(
            concat!(
                "select ",
                user_columns!(),
                " from users u where u.folded_email = $1 and u.verified_at is null
                 order by u.claimed_at desc, u.id desc limit 1"
            ),
            folded_email
        ))
        .await
    }

    /// The accounts that claim an address without having shown that it is theirs, the first to claim it first: who
    /// comes later pushes nobody out.
    pub(crate) async fn first_claims(
        db: &impl Query,
        folded_email: &str,
        most: i64,
    ) -> db::Result<Vec<Self>> {
        db.all(sql!(
            concat!(
                "select ",
                user_columns!(),
                " from users u where u.folded_email = $1 and u.verified_at is null
                 order by u.claimed_at, u.id limit $2"
            ),
            folded_email,
            most
        ))
        .await
    }

    /// Whether the address is verified.
    pub fn is_verified(&self) -> bool {
        self.verified_at.is_some()
    }

    /// What to call them in a mail to an address that nobody has shown to be theirs: a name is long enough to say
    /// something in it, and the mail would say it to a stranger.
    pub(crate) fn name_for_strangers(&self) -> &str {
        &self.username
    }

    /// What to call them.
    pub fn shown_name(&self) -> &str {
        if self.name.is_empty() { &self.username } else { &self.name }
    }

    /// The language they want to be written to in.
    pub fn locale(&self) -> Locale {
        Locale::from_tag(&self.locale).unwrap_or_default()
    }

    /// The colours they chose.
    pub fn theme(&self) -> Theme {
        Theme::from_name(&self.theme).unwrap_or_default()
    }

    /// What a password should not be.
    pub(crate) fn known_by(&self) -> [&str; 3] {
        [&self.username, &self.email, &self.name]
    }
}

/// Marks an address as verified and removes other accounts that claimed it without showing so.
///
/// Breaks the rule `users_folded_email` where another account was quicker.
pub(crate) async fn verify(tx: &Tx, user: UserId, email: &Email, now: Timestamp) -> db::Result<()> {
    let folded = email.folded();
    tx.execute(sql!(
        "update users set email = $2, folded_email = $3, verified_at = $4, updated_at = $4, version = version + 1
         where id = $1",
        user,
        email.as_str(),
        folded.as_str(),
        now
    ))
    .await?;
    let gone: Vec<(String,)> = tx
        .all(sql!(
            "delete from users where folded_email = $1 and id <> $2 and verified_at is null returning folder",
            folded.as_str(),
            user
        ))
        .await?;
    for (folder,) in gone {
        picture::remove_all(tx, &folder, now).await?;
    }
    Ok(())
}

/// Gives an account another password.
pub(crate) async fn set_password(tx: &Tx, user: UserId, hash: &str, now: Timestamp) -> db::Result<()> {
    tx.execute(sql!(
        "update users set password_hash = $2, password_version = password_version + 1, updated_at = $3,
                          version = version + 1
         where id = $1",
        user,
        hash,
        now
    ))
    .await?;
    Ok(())
}

/// Keeps the same password by another hash, unless there is another password meanwhile.
pub(crate) async fn renew_hash(tx: &Tx, user: &User, hash: &str, now: Timestamp) -> db::Result<()> {
    tx.execute(sql!(
        "update users set password_hash = $3, updated_at = $4, version = version + 1
         where id = $1 and password_version = $2",
        user.id,
        user.password_version,
        hash,
        now
    ))
    .await?;
    Ok(())
}

/// Whether an account still has the password it had, and has it until the transaction ends.
pub(crate) async fn holds_password(tx: &Tx, user: UserId, password_version: i64) -> db::Result<bool> {
    // Changing nothing locks the row.
    let held = tx
        .execute(sql!(
            "update users set password_version = password_version where id = $1 and password_version = $2",
            user,
            password_version
        ))
        .await?;
    Ok(held == 1)
}
