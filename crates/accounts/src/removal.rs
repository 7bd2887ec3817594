//! Deleting an account, for good. What others see of it (comments) goes, or stays as an empty place; what the law wants
//! kept (orders) stays without a person. The features that make those say how: see [`crate::OnDelete`].

use db::{Query as _, Tx, sql};
use web::{App, Role, UserId};

use crate::email_change::wrong_current;
use crate::mails::{self, AccountDeletedMail};
use crate::picture;
use crate::user::User;
use crate::{Accounts, sign_in, t};

/// Deletes the account of somebody who knows its password, with its sessions, codes, genres, files, and what was still to
/// be done for it. The last admin stays: nobody could make another but the operator.
pub(crate) async fn delete(app: &App, accounts: &Accounts, user: &User, current: &str) -> web::Result<()> {
    if current.is_empty() {
        return Err(web::Error::invalid("current", "missing", t::password_missing));
    }
    sign_in::confirm(app, accounts, user, current).await.map_err(wrong_current)?;
    let now = app.clock.now();
    let told = AccountDeletedMail {
        email: user.email.clone(),
        name: user.shown_name().to_owned(),
        locale: user.locale.clone(),
    };
    let deleted = app
        .db
        .transaction(async |tx| {
            if user.role == Role::Admin && is_only_admin(&tx, user.id).await? {
                return Ok(false);
            }
            // Before the one that is still to be sent: the farewell.
            jobs::forget(&tx, &mails::about(user.id)).await?;
            for forget in accounts.extras().on_delete {
                forget(&tx, user.id, now).await?;
            }
            tx.execute(sql!("delete from users where id = $1", user.id)).await?;
            picture::remove_all(&tx, &user.folder, now).await?;
            // To an address that nobody has verified nothing is told.
            if user.is_verified() {
                jobs::enqueue(&tx, &told, now).await?;
            }
            Ok::<_, db::Error>(true)
        })
        .await?;
    if deleted { Ok(()) } else { Err(web::Error::conflict("last_admin", t::last_admin)) }
}

/// Whether nobody else could run the shop. Locks the admins: of two who leave at once one stays.
pub(crate) async fn is_only_admin(tx: &Tx, user: UserId) -> db::Result<bool> {
    let admins: Vec<(UserId,)> = tx
        .all(sql!(
            "update users set updated_at = updated_at where role = 'admin' and verified_at is not null and closed_at is null returning id"
        ))
        .await?;
    Ok(admins.iter().all(|(admin,)| *admin == user))
}
