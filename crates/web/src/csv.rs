//! Lists as CSV files, to be opened in a spreadsheet: sent while they are read, so that no list is too long.

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use futures::{Stream, StreamExt as _, stream};
use http::header;

use crate::Caching;

/// What makes spreadsheets read a file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file of this name, with a line of headings and then the rows, a batch at a time. Where a batch cannot be read, the
/// answer is cut off, so that nobody takes it for the whole list.
pub fn attachment<E>(
    name: &str,
    headings: Vec<String>,
    batches: impl Stream<Item = Result<Vec<Vec<String>>, E>> + Send + 'static,
) -> Response
where
    E: std::error::Error + Send + Sync + 'static,
{
    let first = Bytes::from([BYTE_ORDER_MARK.as_bytes(), &lines(&[headings])].concat());
    let rest = batches.map(|batch| batch.map(|rows| Bytes::from(lines(&rows))));
    let body = Body::from_stream(stream::once(async { Ok(first) }).chain(rest));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (Caching::NoStore, headers, body).into_response()
}

/// Rows as lines of CSV.
fn lines(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing into memory cannot fail, and rows may be of any length.
        let _ = writer.write_record(row.iter().map(|cell| inert(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula: OWASP, *CSV Injection*.
fn inert(cell: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_told_to_be_none_and_a_number_is_left_alone() {
        assert_eq!(inert("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(inert("@sum"), "'@sum");
        assert_eq!(inert("-12.5"), "-12.5");
        assert_eq!(inert("كتاب"), "كتاب");
    }

    #[test]
    fn cells_with_commas_quotes_and_lines_come_through() {
        let row = vec!["a, b".to_owned(), "say \"x\"".to_owned(), "one\ntwo".to_owned()];
        let text = lines(std::slice::from_ref(&row));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&text[..]);
        let back = reader.records().next().unwrap().unwrap();
        assert_eq!(back.iter().collect::<Vec<_>>(), row);
    }
}
