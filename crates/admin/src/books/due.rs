//! Publishes books at the times that were set for them.

use std::time::Duration;

use accounts::audit::Actor;
use catalogue::Book;
use catalogue::edit::{self, Came, EditError};
use jobs::Registry;
use kernel::Id;
use web::App;

use super::act;

/// How often what is due is looked for: a time is set to the minute.
const PERIOD: Duration = Duration::from_mins(1);

/// What is done in the background.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().every("catalogue.publish_due", PERIOD, publish_all)
}

/// Each by itself: one that fails is tried again in a minute and holds up no other.
async fn publish_all(app: App) -> anyhow::Result<()> {
    let mut failure = None;
    for book in edit::due(&app.db, app.clock.now()).await? {
        if let Err(error) = publish(&app, book).await {
            tracing::error!(book.id = %book, %error, "The book {book} could not be published at its time: {error}");
            failure = Some(error);
        }
    }
    failure.map_or(Ok(()), |error| Err(error.into()))
}

/// Publishes one that is due, and writes down that it was done for whoever set the time. They are not here: there is no address.
async fn publish(app: &App, book: Id<Book>) -> Result<(), EditError> {
    let now = app.clock.now();
    app.db
        .transaction(async |tx| {
            let came = edit::publish_due(&tx, book, now, app.settings.currency).await?;
            let Some(Came { user, username, done }) = came else { return Ok(()) };
            let actor = Actor { user, username: &username, address: None };
            act::note(&tx, actor, (book, &done), now).await
        })
        .await
}
