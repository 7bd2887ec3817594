//! Uploads and files of books as the API speaks of them.

use catalogue::upload::{Finding, Refusal, State, Trouble, Upload, UploadOutcome};
use catalogue::{Book, Format};
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::told;

/// A file on its way into the shop.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct UploadWire {
    #[schema(value_type = i64)]
    id: Id<Upload>,
    /// The file's own name.
    name: String,
    state: State,
    /// What it became; null before that.
    outcome: Option<UploadOutcome>,
    /// The book that it became, or whose file it is; null before that. It may have been removed since.
    #[schema(value_type = Option<i64>)]
    book_id: Option<Id<Book>>,
    /// The book whose file it is to be; null where it is to be a new book.
    target: Option<TargetWire>,
    /// Bytes that were announced.
    expected: Option<i64>,
    /// Bytes that came.
    received: i64,
    /// Why it was refused.
    refusal: Option<RefusalWire>,
    /// Why its check has not come to an end; it is tried again.
    trouble: Option<TroubleWire>,
    /// What our checks found in it. It went in all the same.
    findings: Vec<FindingWire>,
    /// Who sent it.
    by: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

/// A book's file.
#[derive(Debug, Serialize, ToSchema)]
struct TargetWire {
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    format: Format,
}

/// Why a file was refused.
#[derive(Debug, Serialize, ToSchema)]
struct RefusalWire {
    /// `not_a_publication`, `damaged`, `protected`, `password_protected`, `too_large`, `unsafe`, `unreadable`,
    /// `other_format`, `other_book`, `book_gone` or `gave_up`.
    code: String,
    /// In the language of the answer.
    message: String,
    /// What the check says, in English, for whoever made the file.
    detail: Option<String>,
    /// The book that has this file.
    book_id: Option<i64>,
}

/// Why a check has not come to an end.
#[derive(Debug, Serialize, ToSchema)]
struct TroubleWire {
    code: Trouble,
    /// In the language of the answer.
    message: &'static str,
}

/// Something that was found in a file.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FindingWire {
    /// `missing_file`, `repaired_markup`, `javascript` …
    code: String,
    /// In the language of the answer.
    message: &'static str,
    /// What the check says, in English, naming the part of the file.
    detail: String,
}

impl FindingWire {
    pub(super) fn new(l: Locale, finding: Finding) -> Self {
        Self { message: told::finding(l, &finding.code), code: finding.code, detail: finding.message }
    }
}

impl UploadWire {
    pub(super) fn new(l: Locale, upload: Upload) -> Self {
        let target = upload.target().map(|it| TargetWire { book_id: it.book, format: it.format });
        let refusal = upload.refusal.map(|refusal| refused(l, refusal.0));
        let trouble = upload.trouble.map(|code| TroubleWire { code, message: told::trouble(l, code) });
        Self {
            id: upload.id,
            name: upload.name,
            state: upload.state,
            outcome: upload.outcome,
            book_id: upload.book_id,
            target,
            expected: upload.expected,
            received: upload.received,
            refusal,
            trouble,
            findings: upload.findings.0.into_iter().map(|found| FindingWire::new(l, found)).collect(),
            by: upload.username,
            created_at: upload.created_at,
        }
    }
}

fn refused(l: Locale, refusal: Refusal) -> RefusalWire {
    RefusalWire {
        message: told::refusal(l, &refusal),
        detail: told::detail(&refusal).map(str::to_owned),
        book_id: refusal.book.map(|(book, _)| book),
        code: refusal.code,
    }
}
