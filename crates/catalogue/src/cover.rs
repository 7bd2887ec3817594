//! The picture of a book: brought by it, or drawn by us.

use std::fmt::Write as _;

use bytes::Bytes;
use cover::{Drawn, Ground, Size, Spine};
use db::{Query, record, sql};
use kernel::{Id, Language};
use sha2::{Digest, Sha256};
use storage::Storage;

use crate::{Book, book::folder_key};

/// Where a book's picture is found. Its address changes with the picture, so that it may be kept for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Whose picture.
    pub book: Id<Book>,
    /// Which picture.
    pub version: String,
    /// A tiny picture to show until the real one has come: a `data:` address.
    pub placeholder: String,
}

/// How a picture is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// For browsers.
    Webp,
    /// For everything else.
    Jpeg,
}

impl Encoding {
    /// The file name's ending.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

impl Cover {
    /// The path under which the picture is found in all sizes, with the last slash.
    pub fn folder(&self) -> String {
        format!("/covers/{}/{}/", self.book, self.version)
    }

    /// The path of the picture in one size and encoding.
    pub fn path(&self, size: Size, encoding: Encoding) -> String {
        format!("{}{}.{}", self.folder(), size.name(), encoding.extension())
    }
}

/// A cover that a new book is given.
pub(crate) struct NewCover {
    pub(crate) version: String,
    pub(crate) placeholder: String,
    /// The picture as it came and in its sizes; `None` for one that is drawn when first asked for.
    pub(crate) picture: Option<(Vec<u8>, cover::Processed)>,
}

impl NewCover {
    /// A picture that the book brought.
    pub(crate) fn brought(bytes: Vec<u8>, processed: cover::Processed) -> Self {
        Self {
            version: version(&[&bytes]),
            placeholder: processed.placeholder.clone(),
            picture: Some((bytes, processed)),
        }
    }

    /// A picture that will be drawn; what it shows decides its version.
    pub(crate) fn drawn(title: &str, authors: &str, language: Language, ground: Ground) -> Self {
        let colour = ground.colour();
        let version =
            version(&[title.as_bytes(), authors.as_bytes(), language.as_str().as_bytes(), &[ground as u8]]);
        Self { version, placeholder: plain(colour), picture: None }
    }

    /// Stores the picture in the book's folder.
    pub(crate) async fn store(&self, storage: &Storage, folder: &str) -> storage::Result<()> {
        let Some((original, processed)) = &self.picture else { return Ok(()) };
        storage.put_bytes(&format!("{}/original", place(folder, &self.version)), original.clone()).await?;
        store_sizes(storage, folder, &self.version, processed).await
    }
}

async fn store_sizes(
    storage: &Storage,
    folder: &str,
    version: &str,
    processed: &cover::Processed,
) -> storage::Result<()> {
    for size in Size::ALL {
        let rendition = processed.rendition(size);
        storage.put_bytes(&key(folder, version, size, Encoding::Webp), rendition.webp.clone()).await?;
        storage.put_bytes(&key(folder, version, size, Encoding::Jpeg), rendition.jpeg.clone()).await?;
    }
    Ok(())
}

fn place(folder: &str, version: &str) -> String {
    format!("{}/cover-{version}", folder_key(folder))
}

fn key(folder: &str, version: &str, size: Size, encoding: Encoding) -> String {
    format!("{}/{}.{}", place(folder, version), size.name(), encoding.extension())
}

/// Sixteen digits of the parts' hash, with our drawing's own number, so that a better drawing gets a new address.
fn version(parts: &[&[u8]]) -> String {
    let digest = parts
        .iter()
        .fold(Sha256::new_with_prefix("cover-1"), |digest, part| digest.chain_update(part).chain_update([0]));
    digest.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// One colour as a picture.
fn plain(colour: cover::Colour) -> String {
    format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 3'%3E%3Cpath fill='%23{:02x}{:02x}{:02x}' d='M0 0h2v3H0z'/%3E%3C/svg%3E",
        colour.red, colour.green, colour.blue
    )
}

/// The ground of a drawn cover: that of the first genre, or one that the title decides.
pub(crate) fn ground(hue: Option<i64>, title: &str) -> Ground {
    let of_genre = hue.and_then(|hue| Ground::ALL.get(usize::try_from(hue).ok()?).copied());
    of_genre.unwrap_or_else(|| Ground::of(title))
}

record! {
    struct DrawnRow {
        title: String,
        language: Language,
        folder: String,
        cover_version: String,
        cover_drawn: bool,
        hue: Option<i64>,
    }
}

/// Why a picture cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The storage did not.
    #[error(transparent)]
    Storage(#[from] storage::Error),
    /// It could not be drawn.
    #[error(transparent)]
    Drawing(#[from] cover::Error),
    /// The work was cut off.
    #[error("drawing was cut off")]
    CutOff,
}

/// The bytes of a picture; `None` where the book has no such picture (any more). A drawn one is drawn when it is
/// first asked for, and kept.
pub async fn picture(
    db: &impl Query,
    storage: &Storage,
    cover: (Id<Book>, &str),
    form: (Size, Encoding),
) -> Result<Option<Bytes>, PictureError> {
    let (book, version) = cover;
    let row: Option<DrawnRow> = db
        .optional(sql!(
            "select b.title, b.language, b.folder, b.cover_version, b.cover_drawn,
                    (select g.hue from book_genres bg join genres g on g.id = bg.genre_id
                     where bg.book_id = b.id order by bg.position limit 1) as hue
             from books b where b.id = $1",
            book
        ))
        .await?;
    let Some(row) = row.filter(|row| row.cover_version == version) else { return Ok(None) };
    match storage.read_bytes(&key(&row.folder, version, form.0, form.1), None).await {
        Err(storage::Error::NotFound { .. }) if row.cover_drawn => {}
        found => return Ok(Some(found?)),
    }
    let authors = author_line(db, book).await?;
    let folder = row.folder.clone();
    let drawn = tokio::task::spawn_blocking(move || draw(&row, &authors)).await;
    let drawn = drawn.map_err(|_| PictureError::CutOff)??;
    store_sizes(storage, &folder, version, &drawn).await?;
    let rendition = drawn.rendition(form.0);
    Ok(Some(match form.1 {
        Encoding::Webp => rendition.webp.clone().into(),
        Encoding::Jpeg => rendition.jpeg.clone().into(),
    }))
}

fn draw(row: &DrawnRow, authors: &str) -> Result<cover::Processed, cover::Error> {
    let spine = if row.language.is_right_to_left() { Spine::Right } else { Spine::Left };
    let ground = ground(row.hue, &row.title);
    cover::drawn(&Drawn { title: &row.title, author: authors, spine, ground }).process()
}

async fn author_line(db: &impl Query, book: Id<Book>) -> db::Result<String> {
    let names: Vec<(String,)> = db
        .all(sql!(
            "select a.name from book_authors ba join authors a on a.id = ba.author_id
             where ba.book_id = $1 and ba.role = 'aut' order by ba.position",
            book
        ))
        .await?;
    Ok(join_names(names.iter().map(|name| name.0.as_str())))
}

/// Names as the foot of a drawn cover has them. The comma ends a name, so that no line begins with it.
pub(crate) fn join_names<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for name in names {
        if let Some(last) = line.chars().last() {
            let is_arabic = ('\u{600}'..='\u{6ff}').contains(&last);
            line.push_str(if is_arabic { "، " } else { ", " });
        }
        line.push_str(name);
    }
    line
}
