//! What devices are told of places and marks.

use catalogue::Book;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use crate::annotation::{Annotation, Colour, Kind, Placed};
use crate::locator::Locator;
use crate::progress::history::PastPlace;
use crate::progress::{Place, Progress};

/// A device.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct DeviceItem {
    /// The random text that it keeps.
    id: String,
    /// What people call it; may be empty.
    name: String,
}

/// How far somebody is in a book.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProgressItem {
    /// How much of the book lies before the place, 0 to 100.
    percent: f64,
    /// The place; null where none is known.
    locator: Option<Locator>,
    /// The page, from 1: of a PDF its own, of an EPUB one for each 1,024 bytes of text.
    page: Option<u32>,
    /// When the place was read, by the server's clock; null before the book was opened.
    #[schema(value_type = Option<String>, format = DateTime)]
    updated_at: Option<Timestamp>,
    /// On which device.
    device: Option<DeviceItem>,
    /// When the reader began.
    #[schema(value_type = Option<String>, format = DateTime)]
    started_at: Option<Timestamp>,
    /// When they came to the end of the text; it stays until they begin the book anew.
    #[schema(value_type = Option<String>, format = DateTime)]
    finished_at: Option<Timestamp>,
    /// The furthest place of another device, where that is further on: to be offered, not to be taken.
    elsewhere: Option<PlaceItem>,
}

/// A place that was read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PlaceItem {
    percent: f64,
    page: Option<u32>,
    locator: Locator,
    /// When, by the server's clock.
    #[schema(value_type = String, format = DateTime)]
    read_at: Timestamp,
    device: DeviceItem,
}

impl ProgressItem {
    /// As a device is told of it.
    pub(crate) fn new(progress: &Progress, asking: Option<&str>) -> Self {
        let place = progress.place.as_ref();
        let device = |id: &str| DeviceItem { id: id.to_owned(), name: progress.name_of(id).to_owned() };
        let other = |place: &Place| PlaceItem {
            percent: place.percent,
            page: place.page,
            locator: place.locator.clone(),
            read_at: place.read_at,
            device: device(&place.device),
        };
        Self {
            percent: progress.percent,
            locator: place.map(|place| place.locator.clone()),
            page: place.and_then(|place| place.page),
            updated_at: progress.last_read_at,
            device: place.map(|place| device(&place.device)),
            started_at: progress.started_at,
            finished_at: progress.finished_at,
            elsewhere: progress.elsewhere(asking).map(other),
        }
    }
}

impl From<PastPlace> for PlaceItem {
    fn from(past: PastPlace) -> Self {
        Self {
            percent: past.percent,
            page: past.page,
            locator: past.locator.0,
            read_at: past.read_at,
            device: DeviceItem { id: past.device_id, name: past.name.unwrap_or_default() },
        }
    }
}

/// A mark in a book.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AnnotationItem {
    #[schema(min_length = 36, max_length = 36)]
    uuid: String,
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    kind: Kind,
    colour: Option<Colour>,
    /// Plain text, as it was typed; may be empty.
    note: String,
    /// Where it is in the file of now; of a lost one where it was.
    locator: Locator,
    /// Whether it is where it was made.
    status: Placed,
    /// How much of the book lies before it, 0 to 100.
    percent: f64,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it was changed last, by the server's clock.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// The device that changed it last; empty where that was not told.
    device: String,
}

/// A mark that is no more.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DeletedItem {
    #[schema(min_length = 36, max_length = 36)]
    uuid: String,
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    /// `true`
    deleted: bool,
    /// When it was deleted, by the server's clock.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// A mark, or what is left of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum AnnotationState {
    /// It is there.
    There(Box<AnnotationItem>),
    /// It is deleted.
    Deleted(DeletedItem),
}

impl AnnotationItem {
    /// The mark; `None` where it is deleted.
    pub(crate) fn new(annotation: &Annotation) -> Option<Self> {
        let mark = annotation.mark.as_ref()?;
        let mut locator = annotation.found.as_ref().unwrap_or(&mark.locator).clone();
        if annotation.placed != Placed::Lost {
            locator.locations.total_progression = Some(annotation.position);
        }
        Some(Self {
            uuid: annotation.uuid.clone(),
            book_id: annotation.book,
            kind: mark.kind,
            colour: mark.colour,
            note: mark.note.clone(),
            locator,
            status: annotation.placed,
            percent: annotation.position * 100.0,
            created_at: annotation.created_at,
            updated_at: annotation.updated_at,
            device: annotation.device.clone(),
        })
    }
}

impl AnnotationState {
    /// The mark, or that it is deleted.
    pub(crate) fn new(annotation: &Annotation) -> Self {
        AnnotationItem::new(annotation).map_or_else(
            || {
                Self::Deleted(DeletedItem {
                    uuid: annotation.uuid.clone(),
                    book_id: annotation.book,
                    deleted: true,
                    updated_at: annotation.updated_at,
                })
            },
            |item| Self::There(Box::new(item)),
        )
    }
}
