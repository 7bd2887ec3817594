//! Checks uploads in the background, and writes into the audit log what they become.

use std::time::Duration;

use accounts::audit::{self, Act, Actor};
use catalogue::import::{Beside, CutSample, Entered, How, Workplace};
use catalogue::upload::{self, CheckUpload, Upload};
use db::Tx;
use futures::future::BoxFuture;
use jobs::Registry;
use kernel::Timestamp;
use serde_json::{Value, json};
use web::App;

/// How often what was left behind is looked for.
const TIDY: Duration = Duration::from_mins(5);

/// What is done in the background.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().on::<CheckUpload>(check).on::<CutSample>(super::sample::cut).every(
        "catalogue.tidy_uploads",
        TIDY,
        tidy,
    )
}

async fn check(app: App, job: CheckUpload) -> anyhow::Result<()> {
    let Some(upload) = Upload::find(&app.db, job.upload).await? else { return Ok(()) };
    let noted = Noted { upload: &upload, now: app.clock.now() };
    upload::check(&app, &upload, &noted).await?;
    Ok(())
}

/// Removes what was cut off: rows, folders of the storage, files on this disk.
async fn tidy(app: App) -> anyhow::Result<()> {
    let now = app.clock.now();
    upload::sweep(&app.db, now).await?;
    catalogue::sweep(&app.db, &app.storage, now).await?;
    Workplace::sweep(&app.workbench.folder)?;
    Ok(())
}

/// Writes down who brought a file, and has what readers marked in the one before found again.
struct Noted<'a> {
    upload: &'a Upload,
    now: Timestamp,
}

impl Beside for Noted<'_> {
    fn write<'a>(&'a self, tx: &'a Tx, entered: &'a Entered<'a>) -> BoxFuture<'a, db::Result<()>> {
        Box::pin(async move {
            let Upload { user_id, username, address, name, .. } = self.upload;
            let address = address.as_deref().and_then(|address| address.parse().ok());
            let actor = Actor { user: *user_id, username, address };
            let (act, before, after) = told(entered, name);
            let act = Act {
                act,
                subject_kind: "book",
                subject_id: entered.book.get(),
                before: &before,
                after: &after,
            };
            audit::note(tx, actor, act, self.now).await?;
            if entered.how == How::Replaced {
                reading::find_again(tx, entered.book, entered.format, self.now).await?;
            }
            Ok(())
        })
    }
}

/// What the log says of a file that enters.
fn told(entered: &Entered<'_>, name: &str) -> (&'static str, Value, Value) {
    let format = entered.format.as_str();
    let before = entered.instead_of.map_or_else(
        || json!({}),
        |(version, bytes)| json!({ "format": format, "version": version, "bytes": bytes }),
    );
    let after = json!({
        "title": entered.title, "file": name, "format": format, "version": entered.version, "bytes": entered.bytes,
    });
    let act = match entered.how {
        How::Added => "book.add",
        How::Attached => "book.add_file",
        How::Replaced => "book.replace_file",
    };
    (act, before, after)
}
