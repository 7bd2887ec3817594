//! The part of an import that changes nothing: a file is read, checked, sanitised and taken apart on the local disk.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

use kernel::{Language, fold, seen_line};
use publication::{Kind, Metadata, Rejection, SampleLength, Warning, epub, pdf};
use sha2::{Digest, Sha256};
use storage::Storage;
use tempfile::TempDir;

use super::{ImportError, Importer, Line, LookedAt, Policy};
use crate::{
    Format, GenreWord, NewBook, NewContributor, NewFile, NewResource, PageCount, Status,
    contents::{Contents, EpubContents, PdfContents},
    cover::NewCover,
    files, text,
};

/// The longest title that is kept, in characters; longer ones are somebody's mistake.
const LONGEST_TITLE: usize = 500;

/// A file that can go in.
pub(super) struct Prepared {
    pub(super) path: PathBuf,
    pub(super) file: NewFile,
    pub(super) metadata: Metadata,
    pub(super) pages: Option<PageCount>,
    pub(super) cover: Option<NewCover>,
    pub(super) notes: Vec<Warning>,
    /// What goes into the storage, by its name there.
    uploads: Vec<(&'static str, PathBuf)>,
    /// Holds the uploads until they are stored.
    _work: TempDir,
}

impl Importer {
    /// Reads and checks a file; one that the shop has already is not taken apart again.
    pub(super) async fn prepare(&self, path: PathBuf) -> Result<LookedAt, ImportError> {
        self.prepare_with(path, SampleLength::default()).await
    }

    /// The same with a sample of another length.
    pub(super) async fn prepare_with(
        &self,
        path: PathBuf,
        sample: SampleLength,
    ) -> Result<LookedAt, ImportError> {
        let hashed = {
            let path = path.clone();
            off_thread(move || Ok(hash(&path))).await?
        };
        let (sha256, bytes) = match hashed {
            Ok(hashed) => hashed,
            Err(e) => return Ok(LookedAt::Nothing(Line::refused(path, e.to_string()))),
        };
        if let Some((book, title)) = files::find_by_hash(&self.db, &sha256).await? {
            return Ok(LookedAt::There(path, book, title));
        }
        let importer = self.clone();
        off_thread(move || match importer.take_apart(&path, (sha256, bytes), sample) {
            Ok(prepared) => Ok(LookedAt::File(Box::new(prepared))),
            Err(Rejection::Io(e)) => Err(e.into()),
            Err(rejection) => {
                let (code, reason) = (rejection.code(), rejection.to_string());
                Ok(LookedAt::Nothing(Line::refused_as(path, code, reason)))
            }
        })
        .await
    }

    pub(super) fn take_apart(
        &self,
        path: &Path,
        bytes: (String, i64),
        sample: SampleLength,
    ) -> Result<Prepared, Rejection> {
        let work = TempDir::new_in(&self.work)?;
        match publication::sniff(path)? {
            Kind::Epub => self.take_epub(path, bytes, sample, work),
            Kind::Pdf => self.take_pdf(path, bytes, sample, work),
        }
    }

    fn take_epub(
        &self,
        path: &Path,
        (sha256, bytes): (String, i64),
        sample: SampleLength,
        work: TempDir,
    ) -> Result<Prepared, Rejection> {
        let pack_path = work.path().join("pack");
        let mut pack = BufWriter::new(File::create(&pack_path)?);
        let taken = epub::ingest_with(path, &mut pack, &self.limits, sample)?;
        pack.flush()?;
        let mut notes = taken.warnings;
        let cover = taken.cover.and_then(|cover| process_cover(cover.bytes, &mut notes));
        let contents = EpubContents {
            title: taken.metadata.title.clone(),
            direction: taken.direction,
            writing_mode: taken.writing_mode,
            rendition: taken.rendition,
            sections: taken.sections,
            toc: taken.toc,
            page_list: taken.page_list,
            landmarks: taken.landmarks,
            sample: taken.sample,
            words: taken.words,
        };
        let [folded, plain] = write_text(&contents, &taken.resources, work.path())?;
        let contents = Contents::Epub(Box::new(contents));
        Ok(Prepared {
            path: path.to_owned(),
            file: NewFile {
                format: Format::Epub,
                version: taken.version,
                sha256,
                bytes,
                sample,
                sample_bytes: None,
                contents: serde_json::to_value(&contents).unwrap_or_default(),
                warnings: serde_json::to_value(&notes).unwrap_or_default(),
                resources: taken.resources.into_iter().map(resource).collect(),
            },
            metadata: taken.metadata,
            pages: None,
            cover,
            notes,
            uploads: vec![
                ("source.epub", path.to_owned()),
                ("pack", pack_path),
                (text::FOLDED, folded),
                (text::PLAIN, plain),
            ],
            _work: work,
        })
    }

    fn take_pdf(
        &self,
        path: &Path,
        (sha256, bytes): (String, i64),
        sample: SampleLength,
        work: TempDir,
    ) -> Result<Prepared, Rejection> {
        let taken = pdf::ingest_with(path, work.path(), &self.pdf_child, &self.limits, sample)?;
        let mut notes = taken.warnings;
        let cover = match taken.cover {
            Some(cover) => process_cover(fs::read(cover.path)?, &mut notes),
            None => None,
        };
        let sample_bytes = match &taken.sample {
            Some(sample) => i64::try_from(fs::metadata(&sample.path)?.len()).ok(),
            None => None,
        };
        let contents = Contents::Pdf(PdfContents {
            title: taken.metadata.title.clone(),
            pages: taken.pages,
            sample_pages: taken.sample.as_ref().map(|sample| sample.pages),
            rewritten: taken.reading.is_some(),
            right_to_left: taken.right_to_left,
            page_labels: taken.page_labels,
            outline: taken.outline,
        });
        let mut uploads = vec![("source.pdf", path.to_owned())];
        uploads.extend(taken.reading.map(|reading| ("reading.pdf", reading)));
        uploads.extend(taken.sample.map(|sample| ("sample.pdf", sample.path)));
        Ok(Prepared {
            path: path.to_owned(),
            file: NewFile {
                format: Format::Pdf,
                version: taken.version,
                sha256,
                bytes,
                sample,
                sample_bytes,
                contents: serde_json::to_value(&contents).unwrap_or_default(),
                warnings: serde_json::to_value(&notes).unwrap_or_default(),
                resources: Vec::new(),
            },
            metadata: taken.metadata,
            pages: PageCount::exactly(taken.pages),
            cover,
            notes,
            uploads,
            _work: work,
        })
    }
}

impl Prepared {
    /// Stores the files in the book's folder.
    pub(super) async fn store(&self, storage: &Storage, folder: &str) -> storage::Result<()> {
        for (name, path) in &self.uploads {
            storage.put_file(&files::key(folder, self.file.format, &self.file.version, name), path).await?;
        }
        Ok(())
    }

    /// The book that the file describes.
    pub(super) fn book(&self, policy: Policy) -> NewBook {
        let metadata = &self.metadata;
        let seen = |name: &String| Some(seen_line(name)).filter(|name| !name.is_empty());
        let title = seen(&metadata.title).unwrap_or_else(|| Self::stem(&self.path));
        let series = metadata.series.as_ref().and_then(|series| Some((seen(&series.name)?, series.position)));
        let price = policy.price();
        NewBook {
            title: title.chars().take(LONGEST_TITLE).collect(),
            subtitle: metadata.subtitle.as_ref().and_then(seen),
            contributors: contributors(metadata),
            isbn: metadata.isbn,
            description: metadata.description.clone().unwrap_or_default(),
            publisher: metadata.publisher.as_ref().and_then(seen),
            series,
            language: metadata.language.unwrap_or(Language::UNDETERMINED),
            release_date: metadata.published.as_deref().and_then(|date| date.parse().ok()),
            pages: self.pages,
            genres: metadata.subjects.iter().cloned().map(GenreWord::OfTheFile).collect(),
            price,
            status: Status::by_price(price),
        }
    }
}

/// Everybody named, each once in each role.
fn contributors(metadata: &Metadata) -> Vec<NewContributor> {
    let mut people: Vec<NewContributor> = Vec::new();
    for person in &metadata.authors {
        let name = seen_line(&person.name);
        let known = people.iter().any(|one| one.role == person.role && fold(&one.name) == fold(&name));
        if !known && !name.is_empty() {
            let sort_as = person.sort_as.as_deref().map(seen_line).filter(|name| !name.is_empty());
            people.push(NewContributor { name, role: person.role.clone(), sort_as });
        }
    }
    people
}

/// A cover that cannot be used is left out with a word; the book gets a drawn one.
fn process_cover(bytes: Vec<u8>, notes: &mut Vec<Warning>) -> Option<NewCover> {
    match cover::process(&bytes, &cover::Limits::default()) {
        Ok(processed) => Some(NewCover::brought(bytes, processed)),
        Err(e) => {
            notes.push(Warning::new("cover_left_out", format!("the cover is left out: {e}")));
            None
        }
    }
}

/// Writes the text of an EPUB beside its pack, as two files.
fn write_text(
    contents: &EpubContents,
    resources: &[epub::Resource],
    work: &Path,
) -> Result<[PathBuf; 2], Rejection> {
    let mut pack = File::open(work.join("pack"))?;
    let parts = text::write(contents, |href| {
        let Some(resource) = resources.iter().find(|resource| epub::href(&resource.path) == href) else {
            return Ok(Vec::new());
        };
        let mut stored = Vec::new();
        pack.seek(SeekFrom::Start(resource.offset))?;
        (&mut pack).take(resource.length).read_to_end(&mut stored)?;
        resource.decode(&stored)
    })?;
    let (folded, plain) = (work.join(text::FOLDED), work.join(text::PLAIN));
    fs::write(&folded, parts.folded)?;
    fs::write(&plain, parts.plain)?;
    Ok([folded, plain])
}

fn resource(resource: epub::Resource) -> NewResource {
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    NewResource {
        path: resource.path,
        media_type: resource.media_type,
        size: number(resource.size),
        start: number(resource.offset),
        length: number(resource.length),
        gzip: resource.gzip,
        in_sample: resource.in_sample,
    }
}

/// The SHA-256 of a file in hexadecimal digits, and its size.
fn hash(path: &Path) -> io::Result<(String, i64)> {
    use std::fmt::Write as _;
    let (mut file, mut digest, mut bytes, mut chunk) =
        (File::open(path)?, Sha256::new(), 0, vec![0; 64 * 1024]);
    loop {
        let count = file.read(&mut chunk)?;
        if count == 0 {
            break;
        }
        digest.update(&chunk[..count]);
        bytes += count;
    }
    let mut text = String::with_capacity(64);
    for byte in digest.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok((text, i64::try_from(bytes).unwrap_or(i64::MAX)))
}

/// Runs what blocks for long off the threads that serve requests.
pub(super) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ImportError> + Send + 'static,
) -> Result<T, ImportError> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(ImportError::CutOff))
}
