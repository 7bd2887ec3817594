//! How much of a book's files anybody may read: what can be wanted, and what is.

use db::{Json, Query, Tx, record, sql};
use kernel::{Id, Timestamp};
use publication::SampleLength;
use web::FieldErrors;

use super::details::{Details, Fields};
use crate::import::recut;
use crate::{Book, Contents, Format, t};

/// Most of a book that is sold is not its sample.
const PERCENT_MOST: u32 = 90;

record! {
    struct Wanted {
        format: Format,
        sample: String,
    }

    struct Held {
        contents: Json<Contents>,
    }
}

/// What the samples of a book's EPUB and PDF are, or are to be; `None` where it has no such file.
pub(super) async fn of(db: &impl Query, book: Id<Book>) -> db::Result<[Option<String>; 2]> {
    let rows: Vec<Wanted> = db
        .all(sql!(
            "select format, coalesce(sample_wanted, sample) as sample from book_files where book_id = $1",
            book
        ))
        .await?;
    let of = |format| rows.iter().find(|row| row.format == format).map(|row| row.sample.clone());
    Ok([of(Format::Epub), of(Format::Pdf)])
}

/// The samples that differ, by format.
fn changed<'a>(after: &'a Details, changed: &Fields) -> Vec<(Format, &'static str, Option<&'a str>)> {
    let all = [
        (Format::Epub, "sample_epub", after.sample_epub.as_deref()),
        (Format::Pdf, "sample_pdf", after.sample_pdf.as_deref()),
    ];
    all.into_iter().filter(|(_, name, _)| changed.contains_key(*name)).collect()
}

/// Refuses what a sample cannot be.
pub(super) async fn check(
    tx: &Tx,
    book: Id<Book>,
    (after, fields): (&Details, &Fields),
    errors: &mut FieldErrors,
) -> db::Result<()> {
    for (format, _, wanted) in changed(after, fields) {
        let Some(wanted) = wanted else { continue };
        let field = format!("sample.{format}");
        let held: Option<Held> = tx
            .optional(sql!(
                "select contents from book_files where book_id = $1 and format = $2",
                book,
                format
            ))
            .await?;
        let Some(held) = held else {
            errors.add(&field, "no_file", t::edit_sample_no_file);
            continue;
        };
        match wanted.parse() {
            Ok(SampleLength::Usual | SampleLength::Nothing) => {}
            Ok(SampleLength::Percent(percent)) if percent <= PERCENT_MOST => {}
            Ok(SampleLength::Through(last)) if last < parts(&held.contents.0) => {}
            Ok(SampleLength::Percent(_) | SampleLength::Through(_)) => {
                errors.add(&field, "out_of_range", t::edit_sample_long);
            }
            Err(_) => errors.add(&field, "invalid", t::edit_sample_wrong),
        }
    }
    Ok(())
}

/// Sections of an EPUB, pages of a PDF.
fn parts(contents: &Contents) -> u32 {
    match contents {
        Contents::Epub(epub) => u32::try_from(epub.sections.len()).unwrap_or(u32::MAX),
        Contents::Pdf(pdf) => pdf.pages,
    }
}

/// Has the samples cut that differ.
pub(super) async fn write(
    tx: &Tx,
    book: Id<Book>,
    (after, fields): (&Details, &Fields),
    now: Timestamp,
) -> db::Result<()> {
    for (format, _, wanted) in changed(after, fields) {
        if let Some(wanted) = wanted {
            recut::want(tx, (book, format), wanted, now).await?;
        }
    }
    Ok(())
}
