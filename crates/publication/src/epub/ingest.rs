//! From a file to a [`Publication`] and its pack, one entry in memory at a time.

use std::{
    collections::HashMap,
    fs::File as SourceFile,
    io::{self, Read as _, Write},
    path::Path,
};

use sha2::{Digest, Sha256};

use super::{
    archive::Archive,
    container,
    files::{self, File, Files, Source},
    media, names,
    pack::Pack,
    package::{self, Package},
    plain,
    publication::Publication,
    rendition::Layout,
    sanitise::{self, Clean, Context, MarkupFacts, Served, StyleFacts},
    warnings::Warnings,
};
use crate::{Limits, Rejection, SampleLength, kind};

/// Reads the EPUB at `source`, writes everything that may be served to `pack` (which should be buffered or a file),
/// and gives what was learnt. Two runs over the same bytes give the same pack.
///
/// # Errors
/// A [`Rejection`]; `pack` is then worthless.
pub fn ingest(source: &Path, pack: &mut impl Write, limits: &Limits) -> Result<Publication, Rejection> {
    ingest_with(source, pack, limits, SampleLength::default())
}

/// The same with a sample of another length.
///
/// # Errors
/// A [`Rejection`]; `pack` is then worthless.
pub fn ingest_with(
    source: &Path,
    pack: &mut impl Write,
    limits: &Limits,
    sample: SampleLength,
) -> Result<Publication, Rejection> {
    if kind::sniff(source)? != kind::Kind::Epub {
        return Err(Rejection::NotAPublication("it is a PDF, not an EPUB".to_owned()));
    }
    let mut warnings = Warnings::default();
    let mut archive = Archive::open(source, limits, &mut warnings)?;
    let container = container::read(&mut archive, limits, &mut warnings)?;
    let bytes = archive.read(&container.package)?.unwrap_or_default();
    let mut package = package::read(&container.package, &bytes, limits, &mut warnings)?;
    if container.fixed_layout_option {
        package.rendition.layout = Layout::Fixed;
    }
    let files = files::gather(&mut archive, &container, &package, limits, &mut warnings)?;
    let language = package.metadata.language.map(|language| language.to_string());
    let mut ingest = Ingest {
        archive,
        package,
        files,
        limits,
        language,
        sample,
        warnings,
        pack: Pack::new(pack),
        learnt: HashMap::new(),
        loads: HashMap::new(),
        nav: None,
    };
    ingest.write_files()?;
    ingest.write_places()?;
    ingest.publication(version(source, sample)?)
}

/// The name of what is served: the source, the sanitiser that it went through, and how much of it is a sample.
fn version(source: &Path, sample: SampleLength) -> Result<String, Rejection> {
    let mut hash = Sha256::new();
    let mut file = SourceFile::open(source)?;
    let mut chunk = vec![0; 64 * 1024];
    loop {
        match file.read(&mut chunk)? {
            0 => break,
            count => hash.update(&chunk[..count]),
        }
    }
    hash.update(sanitise::VERSION.to_le_bytes());
    hash.update(sample.mark().unwrap_or_default());
    let first = hash.finalize().iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    Ok(format!("{first:016x}"))
}

/// What is known of a served document or style sheet once it is written.
#[derive(Debug, Default)]
pub(super) struct Learnt {
    pub(super) size: u64,
    pub(super) words: u64,
    pub(super) markup: MarkupFacts,
    pub(super) style: StyleFacts,
}

/// A book on its way.
pub(super) struct Ingest<'a, 'w, W: Write> {
    pub(super) archive: Archive,
    pub(super) package: Package,
    pub(super) files: Files,
    pub(super) limits: &'a Limits,
    pub(super) language: Option<String>,
    pub(super) sample: SampleLength,
    pub(super) warnings: Warnings,
    pub(super) pack: Pack<'w, W>,
    pub(super) learnt: HashMap<String, Learnt>,
    /// What each file loads.
    pub(super) loads: HashMap<String, Vec<String>>,
    /// The sanitised navigation document.
    pub(super) nav: Option<String>,
}

impl<W: Write> Ingest<'_, '_, W> {
    fn write_files(&mut self) -> Result<(), Rejection> {
        for file in std::mem::take(&mut self.files.list) {
            match file.served {
                Served::Document | Served::Style | Served::Drawing => self.write_text(&file)?,
                Served::Picture | Served::Font | Served::Media => self.copy(&file)?,
            }
        }
        Ok(())
    }

    /// Pictures, fonts and media are served as they are: their magic was checked, and nothing in them runs.
    fn copy(&mut self, file: &File) -> Result<(), Rejection> {
        let most =
            if file.served == Served::Picture { self.limits.entry_bytes } else { self.limits.media_bytes };
        let archive = &mut self.archive;
        self.pack.stream(&file.path, file.media_type, |write| {
            let mut offset = 0;
            archive.stream(&file.path, most, &mut |chunk| {
                let Some(key) = &file.key else { return write(chunk) };
                let mut chunk = chunk.to_vec();
                key.apply(offset, &mut chunk);
                offset += chunk.len();
                write(&chunk)
            })
        })
    }

    fn write_text(&mut self, file: &File) -> Result<(), Rejection> {
        let bytes = self.archive.read(&file.path)?.unwrap_or_default();
        let clean = self.sanitise(&file.path, file.served, &bytes)?;
        drop(bytes);
        self.warn(&file.path, &clean);
        if self.package.nav.is_some_and(|nav| self.package.items[nav].path == file.path) {
            self.nav = Some(clean.text.clone());
        }
        self.add(&file.path, file.media_type, clean, file.served == Served::Document)?;
        Ok(())
    }

    fn sanitise(&mut self, path: &str, served: Served, bytes: &[u8]) -> Result<Clean, Rejection> {
        let context = Context {
            path,
            inventory: &self.files.inventory,
            language: self.language.as_deref(),
            limits: self.limits,
        };
        let clean = match served {
            Served::Document => sanitise::document(bytes, &context),
            Served::Style => sanitise::style_sheet(bytes, &context),
            _ => match sanitise::drawing(bytes, &context) {
                Ok(Some(clean)) => Ok(clean),
                Ok(None) => {
                    self.warnings.add("broken_drawing", format!("A drawing cannot be read: “{path}”."));
                    Ok(Clean { text: EMPTY_DRAWING.to_owned(), ..Clean::default() })
                }
                Err(error) => Err(error),
            },
        };
        clean.map_err(|_| {
            Rejection::too_large(format!("bytes of “{path}” as served"), 2 * self.limits.entry_bytes)
        })
    }

    /// Adds a sanitised text to the pack and notes what was learnt of it.
    pub(super) fn add(
        &mut self,
        path: &str,
        media_type: &str,
        clean: Clean,
        counted: bool,
    ) -> io::Result<()> {
        self.pack.text(path, media_type, &clean.text)?;
        let words = if counted { plain::count_words(&plain::plain_text(clean.text.as_bytes())) } else { 0 };
        self.loads.insert(path.to_owned(), clean.references);
        let learnt =
            Learnt { size: clean.text.len() as u64, words, markup: clean.markup, style: clean.style };
        self.learnt.insert(path.to_owned(), learnt);
        Ok(())
    }

    fn warn(&mut self, path: &str, clean: &Clean) {
        let repairs = clean.repairs;
        let said = [
            (repairs.malformed, "repaired_markup", "Broken markup was repaired"),
            (repairs.scripts, "removed_scripts", "Scripts were removed"),
            (repairs.external, "removed_external", "References to places outside the book were removed"),
            (
                repairs.missing,
                "missing_reference",
                "References to files that are not in the book were removed",
            ),
            (repairs.depth, "too_deep", "Elements nested too deep were unwrapped"),
            (repairs.cut, "cut_markup", "The end of broken markup that is too large to repair was cut off"),
        ];
        for (_, code, message) in said.into_iter().filter(|(happened, ..)| *happened) {
            self.warnings.add(code, format!("{message}: “{path}”."));
        }
    }

    /// Documents that no file holds: around pictures and drawings of the reading order, or for missing parts.
    fn write_places(&mut self) -> Result<(), Rejection> {
        let made: Vec<(String, Source)> = (self.files.places.iter())
            .filter(|place| place.source != Source::File)
            .map(|place| (place.path.clone(), place.source.clone()))
            .collect();
        for (path, source) in made {
            if self.learnt.contains_key(&path) {
                continue;
            }
            let markup = match source {
                Source::File | Source::Missing => page("", "<p></p>", ""),
                Source::Picture(picture) => {
                    let size = media::picture_size(&self.archive.head(&picture, media::HEAD)?);
                    let viewport = size.map(|(w, h)| format!("width={w}, height={h}")).unwrap_or_default();
                    let address = names::relative(&path, &picture, None);
                    page(PICTURE_STYLE, &format!("<div><img src=\"{address}\" alt=\"\"/></div>"), &viewport)
                }
                Source::Drawing(drawing) => {
                    let bytes = self.archive.read(&drawing)?.unwrap_or_default();
                    let clean = self.sanitise(&drawing, Served::Drawing, &bytes)?;
                    let svg = clean.text.split_once("?>").map_or("", |(_, svg)| svg);
                    page("", svg.trim_start(), "")
                }
            };
            let clean = self.sanitise(&path, Served::Document, markup.as_bytes())?;
            self.add(&path, "application/xhtml+xml", clean, true)?;
        }
        Ok(())
    }
}

const EMPTY_DRAWING: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";
const PICTURE_STYLE: &str =
    "html,body,div{margin:0;padding:0;height:100%;text-align:center}img{max-width:100%;max-height:100%}";

/// A made document; the sanitiser gives it its final form.
fn page(style: &str, body: &str, viewport: &str) -> String {
    let viewport = match viewport {
        "" => String::new(),
        size => format!("<meta name=\"viewport\" content=\"{size}\"/>"),
    };
    let style = if style.is_empty() { String::new() } else { format!("<style>{style}</style>") };
    format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title></title>{viewport}{style}</head>\
         <body>{body}</body></html>"
    )
}
