//! How much of a file anybody may read: in words, and as somebody chooses it.

use catalogue::Format;
use catalogue::edit::Change;
use catalogue::import::{Beside, CutSample, Entered, Importer, Policy, Target};
use db::Tx;
use futures::future::BoxFuture;
use i18n::Locale;
use kernel::Timestamp;
use publication::SampleLength;
use web::App;

use crate::words::uploads as t;

/// The length of a sample in words, as far as the words are the same for any file: of an EPUB the last part is told by its number.
pub(crate) fn words(l: Locale, format: Format, length: &str) -> String {
    let number = |number: u32| i18n::number(l, i64::from(number));
    let length: SampleLength = length.parse().unwrap_or_default();
    match (length, format) {
        (SampleLength::Usual, _) => t::sample_usual(l).to_owned(),
        (SampleLength::Nothing, _) => t::sample_none(l).to_owned(),
        (SampleLength::Percent(percent), _) => t::sample_percent(l, &i18n::percent(l, i64::from(percent))),
        (SampleLength::Through(last), Format::Epub) => t::sample_through_part(l, &number(last)),
        (SampleLength::Through(last), Format::Pdf) => t::sample_through_page(l, &number(last)),
    }
}

/// The change that gives one file's sample a length.
pub(crate) fn change(format: Format, length: SampleLength) -> Change {
    match format {
        Format::Epub => Change { sample_epub: Some(length), ..Change::default() },
        Format::Pdf => Change { sample_pdf: Some(length), ..Change::default() },
    }
}

/// Cuts a sample again.
pub(super) async fn cut(app: App, job: CutSample) -> anyhow::Result<()> {
    let importer = Importer::of(&app, Policy::Draft)?;
    let target = Target { book: job.book, format: job.format };
    importer.recut(target, &Found { now: app.clock.now() }).await?;
    if let Err(error) = catalogue::sweep(&app.db, &app.storage, app.clock.now()).await {
        tracing::warn!(%error, "What an older sample was served from is removed by a later sweep");
    }
    Ok(())
}

/// Has what readers marked found again in what is served from then on. That the sample was to change stands in the log already.
struct Found {
    now: Timestamp,
}

impl Beside for Found {
    fn write<'a>(&'a self, tx: &'a Tx, entered: &'a Entered<'a>) -> BoxFuture<'a, db::Result<()>> {
        Box::pin(reading::find_again(tx, entered.book, entered.format, self.now))
    }
}
