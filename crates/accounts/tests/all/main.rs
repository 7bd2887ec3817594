//! Accounts through their public face: the API, the pages, the mails.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod auth {
    mod refresh;
    mod reset_password;
    mod sign_in;
    mod sign_up;
    mod verify_email;
}
mod csrf;
mod locks;
mod mail_limits;
mod mails;
mod me {
    mod delete;
    mod email;
    mod genres;
    mod password;
    pub(crate) mod picture;
    mod profile;
    mod sessions;
}
mod pages {
    mod account;
    mod codes;
    mod cookies;
    mod sign_in;
    mod sign_up;
}
mod description;
mod hygiene;
mod timing;

use accounts::Accounts;
use web::Site;

/// Accounts, and the catalogue for its genres.
fn site() -> Site {
    let accounts = Accounts::new();
    Site::new()
        .pages(catalogue::pages())
        .pages(accounts.pages())
        .root(accounts.root())
        .api(catalogue::api())
        .api(accounts.api())
        .jobs(accounts.jobs())
        .identified_by(accounts.sessions())
}

/// Runs all of them at once, and answers what they did.
async fn at_once<T: Send + 'static>(
    tasks: impl IntoIterator<Item = impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    let running: Vec<_> = tasks.into_iter().map(tokio::spawn).collect();
    let mut done = Vec::new();
    for task in running {
        done.push(task.await.unwrap());
    }
    done
}
