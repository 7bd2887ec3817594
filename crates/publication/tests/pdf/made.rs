//! Small PDFs made for one test each.

use std::fmt::Write as _;

/// An object: its dictionary (or other value) and, for a stream, its data.
pub(crate) struct Made {
    value: String,
    data: Option<String>,
}

/// A plain object.
pub(crate) fn object(value: impl Into<String>) -> Made {
    Made { value: value.into(), data: None }
}

/// A stream; `entries` without brackets and length.
pub(crate) fn stream(entries: &str, data: impl Into<String>) -> Made {
    let data = data.into();
    Made { value: format!("<<{entries}/Length {}>>", data.len()), data: Some(data) }
}

/// A file of `objects`, numbered from 1; the first is the catalogue.
pub(crate) fn pdf(objects: &[Made]) -> Vec<u8> {
    pdf_with_trailer(objects, "")
}

/// The same with more entries in the trailer.
pub(crate) fn pdf_with_trailer(objects: &[Made], trailer: &str) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(objects) {
        offsets.push(file.len());
        let data = object.data.as_ref().map(|data| format!("stream\n{data}\nendstream")).unwrap_or_default();
        let _ = write!(file, "{number} 0 obj\n{}{data}\nendobj\n", object.value);
    }
    let start = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        let _ = writeln!(file, "{offset:010} 00000 n ");
    }
    let size = objects.len() + 1;
    let _ = write!(file, "trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

/// A one-page book whose catalogue and page have these further entries, with `more` objects from number 4.
pub(crate) fn page(catalogue: &str, page: &str, more: Vec<Made>) -> Vec<u8> {
    let mut objects = vec![
        object(format!("<</Type/Catalog/Pages 2 0 R{catalogue}>>")),
        object("<</Type/Pages/Count 1/Kids[3 0 R]>>"),
        object(format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]{page}>>")),
    ];
    objects.extend(more);
    pdf(&objects)
}
