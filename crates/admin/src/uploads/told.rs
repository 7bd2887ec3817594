//! What became of a file, and what our own checks found in it, in plain words. Findings are told by their kinds: which parts of
//! the file each is about stands below, as the check says it.

use catalogue::upload::{Finding, Refusal, Trouble};
use i18n::Locale;
use serde_json::Value;

use crate::words::uploads as t;

/// Why a file was refused, in a sentence or two.
pub(super) fn refusal(l: Locale, refusal: &Refusal) -> String {
    let words = match refusal.code.as_str() {
        "not_a_publication" => t::refused_not_a_book(l),
        "damaged" => t::refused_damaged(l),
        "protected" => t::refused_protected(l),
        "password_protected" => t::refused_password(l),
        "too_large" => t::refused_too_large(l),
        "unsafe" => t::refused_unsafe(l),
        "other_format" if refusal.detail == "pdf" => t::refused_is_pdf(l),
        "other_format" => t::refused_is_epub(l),
        "other_book" => {
            let title = refusal.book.as_ref().map(|(_, title)| title.as_str()).unwrap_or_default();
            return t::refused_other_book(l, title);
        }
        "book_gone" => t::refused_book_gone(l),
        "gave_up" => t::refused_gave_up(l),
        _ => t::refused_unreadable(l),
    };
    words.to_owned()
}

/// What the check itself says of a refusal, where that tells more.
pub(super) fn detail(refusal: &Refusal) -> Option<&str> {
    let says_more = !matches!(refusal.code.as_str(), "other_format" | "other_book" | "book_gone" | "gave_up");
    Some(refusal.detail.as_str()).filter(|detail| says_more && !detail.is_empty())
}

/// Why a check has not come to an end.
pub(super) fn trouble(l: Locale, trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::DiskFull => t::trouble_disk_full(l),
        Trouble::Failed => t::trouble_failed(l),
    }
}

/// A kind of finding, with what the check says of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told<'a> {
    pub(super) words: &'static str,
    pub(super) details: Vec<&'a str>,
}

/// The findings by their kinds, in the order in which a bookseller wants to know them.
pub(super) fn findings(l: Locale, findings: &[Finding]) -> Vec<Told<'_>> {
    let mut told: Vec<(usize, Told<'_>)> = Vec::new();
    for finding in findings {
        let kind = Kind::of(&finding.code);
        let words = kind.words(l);
        match told.iter_mut().find(|(_, one)| one.words == words) {
            Some((_, one)) => one.details.push(&finding.message),
            None => told.push((kind as usize, Told { words, details: vec![&finding.message] })),
        }
    }
    told.sort_by_key(|(rank, _)| *rank);
    told.into_iter().map(|(_, one)| one).collect()
}

/// One finding, in plain words.
pub(super) fn finding(l: Locale, code: &str) -> &'static str {
    Kind::of(code).words(l)
}

/// The warnings that are kept with a book's file.
pub(super) fn kept(warnings: &Value) -> Vec<Finding> {
    serde_json::from_value(warnings.clone()).unwrap_or_default()
}

/// What a finding is about; those that a bookseller should look at come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Missing,
    PagesMissing,
    NoTitle,
    NoLanguage,
    IsbnTaken,
    Cover,
    NoSample,
    NotRewritten,
    ActiveKept,
    Pictures,
    Repaired,
    NoContents,
    Active,
    Outside,
    NotServed,
    UnsafeName,
    Restricted,
    Packed,
    Other,
}

impl Kind {
    fn of(code: &str) -> Self {
        match code {
            "missing_file" | "missing_item" | "missing_reference" => Self::Missing,
            "pages_missing" => Self::PagesMissing,
            "no_title" => Self::NoTitle,
            "no_language" => Self::NoLanguage,
            "isbn_taken" => Self::IsbnTaken,
            "cover_not_drawn" | "cover_not_a_picture" | "cover_left_out" => Self::Cover,
            "no_sample" => Self::NoSample,
            "not_rewritten" => Self::NotRewritten,
            "active_kept" => Self::ActiveKept,
            "picture_too_large" | "broken_drawing" => Self::Pictures,
            "repaired" | "repaired_markup" | "cut_markup" | "too_deep" => Self::Repaired,
            "no_contents" => Self::NoContents,
            "removed_scripts" | "javascript" | "open_action" | "additional_actions" | "launch"
            | "rich_media" | "xfa" | "submit_form" | "other_action" => Self::Active,
            "removed_external" | "outside_reference" | "remote_go_to" | "unsafe_link" | "external_stream" => {
                Self::Outside
            }
            "not_served" | "embedded_file" => Self::NotServed,
            "unsafe_name" => Self::UnsafeName,
            "restricted" => Self::Restricted,
            "no_mimetype" | "wrong_mimetype" | "mimetype_not_first" => Self::Packed,
            _ => Self::Other,
        }
    }

    fn words(self, l: Locale) -> &'static str {
        match self {
            Self::Missing => t::found_missing(l),
            Self::PagesMissing => t::found_pages_missing(l),
            Self::NoTitle => t::found_no_title(l),
            Self::NoLanguage => t::found_no_language(l),
            Self::IsbnTaken => t::found_isbn_taken(l),
            Self::Cover => t::found_cover(l),
            Self::NoSample => t::found_no_sample(l),
            Self::NotRewritten => t::found_not_rewritten(l),
            Self::ActiveKept => t::found_active_kept(l),
            Self::Pictures => t::found_pictures(l),
            Self::Repaired => t::found_repaired(l),
            Self::NoContents => t::found_no_contents(l),
            Self::Active => t::found_active(l),
            Self::Outside => t::found_outside(l),
            Self::NotServed => t::found_not_served(l),
            Self::UnsafeName => t::found_unsafe_name(l),
            Self::Restricted => t::found_restricted(l),
            Self::Packed => t::found_packed(l),
            Self::Other => t::found_other(l),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str, message: &str) -> Finding {
        Finding { code: code.to_owned(), message: message.to_owned() }
    }

    #[test]
    fn findings_of_a_kind_are_told_together_and_what_is_missing_comes_first() {
        let all = [
            found("javascript", "a"),
            found("repaired_markup", "b"),
            found("missing_file", "c"),
            found("launch", "d"),
        ];
        let told = findings(Locale::En, &all);
        let details: Vec<_> = told.iter().map(|one| one.details.clone()).collect();
        assert_eq!(details, [vec!["c"], vec!["b"], vec!["a", "d"]]);
    }

    #[test]
    fn every_code_of_a_refusal_has_words_of_its_own() {
        let codes =
            ["not_a_publication", "damaged", "protected", "password_protected", "too_large", "unsafe"];
        for l in Locale::ALL {
            let words: std::collections::HashSet<_> = codes
                .iter()
                .map(|code| {
                    refusal(l, &Refusal { code: (*code).to_owned(), detail: String::new(), book: None })
                })
                .collect();
            assert_eq!(words.len(), codes.len(), "{l:?}");
        }
    }
}
