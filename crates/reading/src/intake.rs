//! From what a device says to what can be worked in: checked against the book's files of now.

use std::sync::Arc;

use catalogue::{Book, Format};
use kernel::{Id, Timestamp};
use serde::Deserialize;
use utoipa::ToSchema;
use web::FieldErrors;

use crate::annotation::{Change, Colour, Kind, Mark, NOTE_LONGEST, Patch, When, Wish};
use crate::locator::{BookRef, Locator};
use crate::measure::{Measure, Measured};
use crate::progress::Read;
use crate::shelf::ReadIn;
use crate::t;

/// Of which versions of a file places are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Versions {
    /// Of the present one: whoever is online has it.
    Present,
    /// Of an older one as well: who was offline had that.
    Any,
}

/// A book whose places are taken.
pub(crate) struct Intake<'a> {
    pub(crate) book: Id<Book>,
    pub(crate) files: &'a [Arc<Measure>],
    pub(crate) versions: Versions,
}

/// A mark as a device tells it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MarkWord {
    /// Made by the device, in the usual form of 36 characters.
    #[schema(min_length = 36, max_length = 36)]
    pub(crate) uuid: String,
    pub(crate) kind: Kind,
    pub(crate) locator: Locator,
    /// Of a highlight `yellow` where it is absent; of a note as wished; a marker has none.
    #[serde(default, alias = "color")]
    pub(crate) colour: Option<Colour>,
    /// Plain text, kept as it was typed; a note must have some.
    #[serde(default)]
    #[schema(max_length = 5000)]
    pub(crate) note: String,
}

/// The name of a mark.
#[derive(Debug, Clone)]
pub(crate) struct Uuid(pub(crate) String);

impl Uuid {
    /// Reads a UUID of the usual form, whatever the case.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let dashed = |(at, byte): (usize, u8)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        };
        let fits = text.len() == 36 && text.bytes().enumerate().all(dashed);
        fits.then(|| Self(text.to_ascii_lowercase()))
    }
}

impl Intake<'_> {
    /// A place that was read.
    pub(crate) fn read(
        &self,
        locator: Locator,
        read_at: Timestamp,
        anew: bool,
    ) -> Result<ReadIn, FieldErrors> {
        let mut errors = FieldErrors::default();
        let placed = self.place(locator, &mut errors);
        if errors.is_empty() {
            if let Some((locator, _, Some(measured))) = placed {
                return Ok(ReadIn { book: self.book, read_at, read: Read { locator, measured, anew } });
            }
            errors.add("locator.href", "unknown", t::locator_unknown);
        }
        Err(errors)
    }

    /// A mark, whole.
    pub(crate) fn mark(&self, word: MarkWord) -> Result<(Uuid, Mark), FieldErrors> {
        let mut errors = FieldErrors::default();
        let uuid = Uuid::read(&word.uuid);
        if uuid.is_none() {
            errors.add("uuid", "invalid", t::uuid_invalid);
        }
        check_note(&word.note, &mut errors);
        let colour = match word.kind {
            Kind::Highlight => Some(word.colour.unwrap_or(Colour::Yellow)),
            Kind::Marker | Kind::Note => word.colour,
        };
        if word.kind == Kind::Marker && colour.is_some() {
            errors.add("colour", "not_allowed", t::colour_not_allowed);
        }
        if word.kind == Kind::Note && word.note.trim().is_empty() {
            errors.add("note", "missing", t::note_missing);
        }
        let place = self.mark_place(word.locator, &mut errors);
        match (uuid, place) {
            (Some(uuid), Some((locator, format, version, position))) if errors.is_empty() => Ok((
                uuid,
                Mark { kind: word.kind, colour, note: word.note, locator, format, version, position },
            )),
            _ => Err(errors),
        }
    }

    /// Other words for some of a mark.
    pub(crate) fn patch(&self, word: PatchWord) -> Result<Patch, FieldErrors> {
        let mut errors = FieldErrors::default();
        if let Some(note) = &word.note {
            check_note(note, &mut errors);
        }
        let place = word.locator.and_then(|locator| self.mark_place(locator, &mut errors));
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Patch { kind: word.kind, colour: word.colour, note: word.note, place })
    }

    fn mark_place(
        &self,
        locator: Locator,
        errors: &mut FieldErrors,
    ) -> Option<(Locator, Format, String, f64)> {
        let start = locator.locations.start;
        let hint = locator.locations.total_progression.filter(|share| (0.0..=1.0).contains(share));
        let (mut locator, file, measured) = self.place(locator, errors)?;
        let begins = start.and_then(|start| {
            let mut there = locator.clone();
            there.locations.progression = start;
            file.of(&there)
        });
        // Where an older file has it and this one has not, it stands where the device says, or at the end.
        let position = begins.or(measured).map_or_else(|| hint.unwrap_or(1.0), |measured| measured.total);
        locator.locations.total_progression = None;
        let version = locator.version.clone().unwrap_or_default();
        Some((locator, file.format, version, position))
    }

    /// A place in one of the book's files, and what it amounts to there.
    fn place(
        &self,
        mut locator: Locator,
        errors: &mut FieldErrors,
    ) -> Option<(Locator, &Measure, Option<Measured>)> {
        locator.check(self.book, errors);
        if !errors.is_empty() {
            return None;
        }
        let format = locator.format()?;
        let Some(file) = self.files.iter().find(|file| file.format == format) else {
            errors.add("locator.type", "unknown", t::locator_unknown);
            return None;
        };
        locator.book = Some(BookRef::Number(self.book.get()));
        let version = locator.version.get_or_insert_with(|| file.version.clone());
        let is_present = *version == file.version;
        if !is_present && self.versions == Versions::Present {
            errors.add("locator.version", "unknown", t::locator_old);
            return None;
        }
        let known = file.media_type(&locator);
        if is_present && known.is_some_and(|known| known != locator.media_type) {
            errors.add("locator.type", "mismatch", t::locator_unknown);
            return None;
        }
        let measured = file.of(&locator);
        if is_present && measured.is_none() {
            let field = if format == Format::Pdf { "locator.locations.page" } else { "locator.href" };
            errors.add(field, "unknown", t::locator_unknown);
            return None;
        }
        Some((locator, file, measured))
    }
}

fn check_note(note: &str, errors: &mut FieldErrors) {
    if note.chars().count() > NOTE_LONGEST {
        errors.add("note", "too_long", |l| {
            t::mark_note_too_long(l, &i18n::number(l, i64::try_from(NOTE_LONGEST).unwrap_or_default()))
        });
    }
}

/// Other words for some of a mark; what is absent stays as it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct PatchWord {
    pub(crate) kind: Option<Kind>,
    pub(crate) colour: Option<Colour>,
    pub(crate) note: Option<String>,
    pub(crate) locator: Option<Locator>,
}

/// A change of a mark, by the device's clock where it tells its time.
pub(crate) fn change(
    uuid: Uuid,
    book: Option<Id<Book>>,
    wish: Wish,
    (created_at, updated_at): (Option<Timestamp>, Option<Timestamp>),
) -> Change {
    let when = updated_at.map_or(When::Now, When::Told);
    Change { uuid: uuid.0, book, wish, created_at, when, only_if: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_has_its_usual_form() {
        let uuid = |text| Uuid::read(text).map(|uuid| uuid.0);
        assert_eq!(
            uuid("0E984725-c51c-4bf4-9960-e1c80e27aba0").as_deref(),
            Some("0e984725-c51c-4bf4-9960-e1c80e27aba0")
        );
        for wrong in [
            "",
            "0e984725c51c4bf49960e1c80e27aba0",
            "0e984725-c51c-4bf4-9960-e1c80e27aba",
            "../../../../etc/passwd/aaaaaaaaaaaaa",
        ] {
            assert_eq!(uuid(wrong), None, "{wrong}");
        }
    }
}
