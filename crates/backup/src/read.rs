//! Reads an archive: once through, to know that it is whole, and then what of it is wanted.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use db::{Value, schema::Table};
use flate2::read::GzDecoder;
use sha2::{Digest as _, Sha256};

use crate::{
    Error, FORMAT, MANIFEST, MARK, MEDIA, Manifest, Result, SUMS, Step, Tell,
    manifest::{Mark, columns, hex},
    part_name, row, tables,
};

/// Bytes are taken from the system so many at a time.
const BUFFER: usize = 1 << 20;

/// An archive that was read through: every byte is the one that was written.
#[derive(Debug)]
pub struct Verified {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its files in the order of their keys, each with its hash and its size.
    pub files: Vec<StoredFile>,
}

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Its key in the media storage.
    pub key: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
}

pub(crate) type Archive = tar::Archive<BufReader<File>>;

pub(crate) fn open(path: &Path) -> Result<Archive> {
    let file = File::open(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    Ok(tar::Archive::new(BufReader::with_capacity(BUFFER, file)))
}

/// Reads an archive through and looks whether it is whole, and whether this program understands it.
pub fn verify(path: &Path, tell: Tell<'_>) -> Result<Verified> {
    let size = std::fs::metadata(path).map_err(|source| Error::Read { path: path.to_owned(), source })?.len();
    let mut archive = open(path)?;
    let entries = archive.entries().map_err(|source| Error::Read { path: path.to_owned(), source })?;
    let mut reading = Reading { path, size, sums: String::new(), files: Vec::new(), listed: None };
    for (at, entry) in entries.enumerate() {
        let mut entry = entry.map_err(|source| reading.broken(at, source))?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if at == 0 && name != MARK {
            return Err(Error::NoArchive(path.to_owned()));
        }
        tell(Step::Verifying(entry.raw_file_position(), size));
        let length = entry.size();
        if let Some(manifest) = reading.entry((&name, length), &mut entry)? {
            tell(Step::Verifying(size, size));
            return Ok(Verified { manifest, files: reading.files });
        }
    }
    Err(if reading.sums.is_empty() { Error::NoArchive(path.to_owned()) } else { cut_off() })
}

fn cut_off() -> Error {
    Error::Damaged("it ends before its end".to_owned())
}

struct Reading<'a> {
    path: &'a Path,
    size: u64,
    /// Hashes of what was read so far.
    sums: String,
    files: Vec<StoredFile>,
    /// The hash of the list of hashes, once that was found to be right.
    listed: Option<String>,
}

impl Reading<'_> {
    /// Reads one entry; the last one answers.
    fn entry(&mut self, (name, length): (&str, u64), entry: &mut impl Read) -> Result<Option<Manifest>> {
        match name {
            MARK => self.mark(&self.bytes(length, entry)?)?,
            SUMS => {
                let listed = self.bytes(length, entry)?;
                self.compare(&String::from_utf8_lossy(&listed))?;
                self.listed = Some(hex(&Sha256::digest(&listed)));
            }
            MANIFEST => {
                let manifest = serde_json::from_slice(&self.bytes(length, entry)?);
                let manifest: Manifest = manifest.map_err(|e| Error::Damaged(format!("{MANIFEST}: {e}")))?;
                if self.listed.as_ref() != Some(&manifest.sums) {
                    return Err(Error::Damaged(format!("{SUMS} is not what was written")));
                }
                understood(&manifest)?;
                return Ok(Some(manifest));
            }
            _ => {
                let mut hash = Sha256::new();
                let size = io::copy(entry, &mut hash).map_err(|source| self.cut(source))?;
                if size < length {
                    return Err(cut_off());
                }
                self.note(name, size, &hex(&hash.finalize()));
            }
        }
        Ok(None)
    }

    fn mark(&mut self, bytes: &[u8]) -> Result<()> {
        let mark: Mark = serde_json::from_slice(bytes).map_err(|_| Error::NoArchive(self.path.to_owned()))?;
        if mark.format > FORMAT {
            return Err(Error::Newer(format!("it was made by version {}", mark.program)));
        }
        self.note(MARK, bytes.len() as u64, &hex(&Sha256::digest(bytes)));
        Ok(())
    }

    fn note(&mut self, name: &str, size: u64, sha256: &str) {
        self.sums.push_str(&format!("{sha256}  {name}\n"));
        if let Some(key) = name.strip_prefix(MEDIA) {
            self.files.push(StoredFile { key: key.to_owned(), sha256: sha256.to_owned(), size });
        }
    }

    /// Compares what was read with what was written.
    fn compare(&self, listed: &str) -> Result<()> {
        if self.sums == listed {
            return Ok(());
        }
        let other = self.sums.lines().zip(listed.lines()).find(|(read, written)| read != written);
        let name = other.and_then(|(_, written)| written.split_once("  ")).map_or(SUMS, |(_, name)| name);
        Err(Error::Damaged(format!("{name} is not what was written")))
    }

    fn bytes(&self, length: u64, entry: &mut impl Read) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|source| self.cut(source))?;
        // Where the file ends in the middle of an entry, that simply ends.
        if (bytes.len() as u64) < length { Err(cut_off()) } else { Ok(bytes) }
    }

    fn cut(&self, source: io::Error) -> Error {
        match source.kind() {
            io::ErrorKind::UnexpectedEof => cut_off(),
            _ => Error::Read { path: self.path.to_owned(), source },
        }
    }

    /// What is no tar file is no archive; one that was begun ends too early, or is damaged.
    fn broken(&self, at: usize, source: io::Error) -> Error {
        if at == 0 {
            return if self.size == 0 { cut_off() } else { Error::NoArchive(self.path.to_owned()) };
        }
        // What reads the format has the end of the file in its words only.
        if source.kind() == io::ErrorKind::UnexpectedEof || source.to_string().contains("EOF") {
            return cut_off();
        }
        Error::Damaged(source.to_string())
    }
}

/// Whether this program knows the schema, and the tables are those that it knows.
fn understood(manifest: &Manifest) -> Result<()> {
    let steps: Vec<(i64, String)> =
        manifest.migrations.iter().map(|step| (step.version, step.checksum.clone())).collect();
    if db::known(&steps).is_err() {
        let schema = manifest.versions().last().copied().unwrap_or(0);
        return Err(Error::Newer(format!(
            "it was made by version {} with schema {schema}",
            manifest.program
        )));
    }
    let known = tables(&manifest.versions());
    let same = known.len() == manifest.tables.len()
        && known
            .iter()
            .zip(&manifest.tables)
            .all(|(table, facts)| table.name == facts.name && columns(table) == facts.columns);
    if same { Ok(()) } else { Err(Error::Damaged("its tables are not those of its schema".to_owned())) }
}

/// The rows of an archive, table by table, in the order in which they were written.
pub(crate) struct Rows<'a> {
    path: PathBuf,
    entries: tar::Entries<'a, BufReader<File>>,
    /// The part that is being read, and where in it.
    part: Vec<u8>,
    at: usize,
    /// How many parts of the table were read.
    parts: usize,
    /// The name and the bytes of a part of a table that comes later.
    next: Option<(String, Vec<u8>)>,
}

impl<'a> Rows<'a> {
    /// From the beginning of an archive.
    pub(crate) fn of(path: &Path, archive: &'a mut Archive) -> Result<Self> {
        let entries = archive.entries().map_err(|source| Error::Read { path: path.to_owned(), source })?;
        Ok(Self { path: path.to_owned(), entries, part: Vec::new(), at: 0, parts: 0, next: None })
    }

    /// Goes on to the next table.
    pub(crate) fn begin_table(&mut self) {
        self.part.clear();
        self.at = 0;
        self.parts = 0;
    }

    /// The next row of the table.
    pub(crate) fn next(&mut self, table: &Table) -> Result<Option<Vec<Value>>> {
        if self.at >= self.part.len() && !self.next_part(table)? {
            return Ok(None);
        }
        let rest = self.part.get(self.at..).unwrap_or_default();
        let line = rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
        self.at += line.len() + 1;
        row::parse(table, line).map(Some)
    }

    fn next_part(&mut self, table: &Table) -> Result<bool> {
        if self.next.is_none() {
            self.next = self.read_part()?;
        }
        let wanted = part_name(table.name, self.parts + 1);
        let Some((_, part)) = self.next.take_if(|(name, _)| *name == wanted) else { return Ok(false) };
        self.part = part;
        self.at = 0;
        self.parts += 1;
        Ok(true)
    }

    /// The next entry that is a part of a table; none follows the first file.
    fn read_part(&mut self) -> Result<Option<(String, Vec<u8>)>> {
        for entry in self.entries.by_ref() {
            let told = |source| Error::Read { path: self.path.clone(), source };
            let entry = entry.map_err(told)?;
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            if name == MARK {
                continue;
            }
            if !name.starts_with("tables/") {
                break;
            }
            let mut lines = Vec::new();
            GzDecoder::new(entry).read_to_end(&mut lines).map_err(told)?;
            return Ok(Some((name, lines)));
        }
        Ok(None)
    }
}
