//! Deleting an account, for good. What others see of it (comments) stays without a name; what the law wants kept
//! (orders) stays without a person: both come with the features that make them.

use db::{Query as _, sql};
use web::App;

use crate::email_change::wrong_current;
use crate::mails::AccountDeletedMail;
use crate::picture;
use crate::user::User;
use crate::{Accounts, sign_in};

/// Deletes the account of somebody who knows its password, with its sessions, codes, genres and files.
pub(crate) async fn delete(app: &App, accounts: &Accounts, user: &User, current: &str) -> web::Result<()> {
    if current.is_empty() {
        return Err(web::Error::invalid("current", "missing", crate::t::password_missing));
    }
    sign_in::confirm(app, accounts, user, current).await.map_err(wrong_current)?;
    let now = app.clock.now();
    let told = AccountDeletedMail {
        email: user.email.clone(),
        name: user.shown_name().to_owned(),
        locale: user.locale.clone(),
    };
    app.db
        .transaction(async |tx| {
            tx.execute(sql!("delete from users where id = $1", user.id)).await?;
            picture::remove_all(&tx, &user.folder, now).await?;
            // To an address that nobody has verified nothing is told.
            if user.is_verified() { jobs::enqueue(&tx, &told, now).await } else { Ok(()) }
        })
        .await?;
    Ok(())
}
