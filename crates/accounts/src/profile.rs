//! What somebody says of themselves, how they want the shop to look, and their password.

use db::{Query as _, sql};
use i18n::Locale;
use ui::Theme;
use web::{App, FieldErrors, Identity};

use crate::email_change::wrong_current;
use crate::mails::PasswordChangedMail;
use crate::session::{self, Renewed};
use crate::spoilers::Spoilers;
use crate::user::{self, User};
use crate::{Accounts, Phone, Username, code, fields, sign_in};

/// A change of the profile; what is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Change<'a> {
    pub(crate) name: Option<&'a str>,
    pub(crate) username: Option<&'a str>,
    /// An empty text removes the number.
    pub(crate) phone: Option<&'a str>,
    pub(crate) locale: Option<Locale>,
    pub(crate) theme: Option<Theme>,
    pub(crate) spoilers: Option<Spoilers>,
    /// The version of the account that the change is meant for; any, where it does not matter.
    pub(crate) version: Option<i64>,
}

/// Changes the profile and answers it as it is then. Of changes meant for the same version one succeeds.
pub(crate) async fn change(app: &App, user: &User, change: Change<'_>) -> web::Result<User> {
    let mut errors = FieldErrors::default();
    let shop = app.shop();
    let whose = (user.role, &shop.brand);
    // What stays as it is was fine when it was given: the shop's own people have names that nobody else gets.
    let other_called = change.name.filter(|name| name.trim() != user.name);
    let name = other_called.and_then(|name| fields::name(&mut errors, ("name", name), whose));
    let other_name = change.username.filter(|username| username.trim() != user.username);
    let username = other_name.and_then(|username| fields::username(&mut errors, username));
    let phone = change.phone.and_then(|phone| fields::phone(&mut errors, "phone", phone));
    errors.into_result()?;
    let now = app.clock.now();
    // Only what is to change is written, so that two changes at once do not undo each other.
    let changed = app.db.transaction(async |tx| {
        let done = tx.execute(sql!(
            "update users set name = coalesce($2, name), username = coalesce($3, username),
                              folded_username = coalesce($4, folded_username),
                              phone = case when $5 then $6 else phone end,
                              locale = coalesce($7, locale), theme = coalesce($8, theme),
                              spoilers = coalesce($11, spoilers), updated_at = $9, version = version + 1
             where id = $1 and version = coalesce($10, version)",
            user.id,
            name.as_deref(),
            username.as_ref().map(Username::as_str),
            username.as_ref().map(Username::folded),
            change.phone.is_some(),
            phone.as_ref().map(Phone::as_str),
            change.locale.map(Locale::tag),
            change.theme.map(Theme::name),
            now,
            change.version,
            change.spoilers
        ));
        let is_done = done.await? > 0;
        let user = User::find(&tx, user.id).await?.ok_or(db::Error::NotFound)?;
        Ok::<_, db::Error>(is_done.then_some(user))
    });
    match changed.await {
        Ok(Some(user)) => Ok(user),
        Ok(None) => Err(web::Error::stale()),
        Err(error) if error.is_unique("users_folded_username") => Err(fields::username_taken().into()),
        Err(error) => Err(error.into()),
    }
}

/// Changes the password of somebody who knows the present one; their other sessions end, and the one of a browser goes
/// on with another secret.
pub(crate) async fn change_password(
    app: &App,
    accounts: &Accounts,
    (identity, user): (&Identity, &User),
    (current, new): (&str, &str),
) -> web::Result<Option<Renewed>> {
    let mut errors = FieldErrors::default();
    if current.is_empty() {
        errors.add("current", "missing", crate::t::password_missing);
    }
    fields::password(&mut errors, "new", new, &user.known_by());
    errors.into_result()?;
    sign_in::confirm(app, accounts, user, current).await.map_err(wrong_current)?;
    let (hash, now) = (accounts.hasher().hash(new, &app.random).await?, app.clock.now());
    let renewed = app
        .db
        .transaction(async |tx| {
            // Of changes at once the first one counts: for the others the present password is wrong by then.
            if !user::holds_password(&tx, user.id, user.password_version).await? {
                return Ok(None);
            }
            user::set_password(&tx, user.id, &hash, now).await?;
            session::end_others(&tx, user.id, Some(identity.session)).await?;
            let renewed = session::renew(&tx, identity.session, (now, &app.random)).await?;
            // Somebody who knew the old password may have begun to move the account to an address of theirs.
            if user.is_verified() {
                code::forget_all(&tx, user.id).await?;
            }
            jobs::enqueue(&tx, &PasswordChangedMail { user: user.id }, now).await?;
            Ok::<_, db::Error>(Some(renewed))
        })
        .await?;
    renewed.ok_or_else(|| wrong_current(sign_in::Refusal::WrongPair))
}
