//! The zip archive, opened as if its author were an enemy.
//!
//! The raw central directory is read first and every name compared, because libraries (and browsers) that meet a
//! name twice disagree about which entry it means. Entries are inflated one at a time through a counter: what the
//! headers claim about sizes is not believed. No name ever becomes a path on disk; names are keys for look-up.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::{self, Read},
    path::Path,
};

use flate2::read::DeflateDecoder;
use rawzip::{CompressionMethod, FileReader, ZipArchive, ZipArchiveEntryWayfinder, ZipFileHeaderRecord};

use super::{names, warnings::Warnings};
use crate::{Limits, Rejection};

/// Enough for any record of a central directory (46 bytes and three fields of at most 65,535).
const BUFFER: usize = 200 * 1024;
/// Below this many inflated bytes the ratio is not looked at: small texts repeat themselves.
const RATIO_FROM: u64 = 1024 * 1024;
const CHUNK: usize = 64 * 1024;

/// An open archive whose directory has been checked as a whole.
pub(super) struct Archive {
    zip: ZipArchive<FileReader>,
    entries: Vec<Entry>,
    by_name: HashMap<String, usize>,
    limits: Limits,
    inflated_bytes: u64,
}

/// One file of the archive.
pub(super) struct Entry {
    /// Slash-parted, without `.` or `..`, never absolute.
    pub name: String,
    wayfinder: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    compressed_bytes: u64,
    /// The most that was ever inflated of it, so that reading twice counts once.
    seen_bytes: u64,
}

impl Archive {
    /// Reads the directory of the file at `path` and refuses what no honest archive holds.
    pub(super) fn open(path: &Path, limits: &Limits, warnings: &mut Warnings) -> Result<Self, Rejection> {
        let file = File::open(path)?;
        if file.metadata()?.len() > limits.epub_bytes {
            return Err(Rejection::too_large("bytes of an EPUB file", limits.epub_bytes));
        }
        let mut buffer = vec![0; BUFFER];
        let zip = ZipArchive::from_file(file, &mut buffer).map_err(|error| from_zip(&error))?;
        if zip.entries_hint() > limits.entries {
            return Err(Rejection::too_large("files in the archive", limits.entries));
        }
        let mut archive = Self {
            zip,
            entries: Vec::new(),
            by_name: HashMap::new(),
            limits: limits.clone(),
            inflated_bytes: 0,
        };
        archive.read_directory(&mut buffer, warnings)?;
        archive.refuse_overlaps()?;
        Ok(archive)
    }

    fn read_directory(&mut self, buffer: &mut [u8], warnings: &mut Warnings) -> Result<(), Rejection> {
        let mut seen = HashSet::new();
        let (mut count, mut claimed_bytes) = (0, 0_u64);
        let mut records = self.zip.entries(buffer);
        while let Some(record) = records.next_entry().map_err(|error| from_zip(&error))? {
            count += 1;
            if count > self.limits.entries {
                return Err(Rejection::too_large("files in the archive", self.limits.entries));
            }
            let raw = String::from_utf8_lossy(record.file_path().as_bytes()).into_owned();
            let name = raw.replace('\\', "/");
            if !seen.insert(name.clone()) {
                return Err(Rejection::unsafe_(format!("its archive holds “{raw}” twice")));
            }
            if name.ends_with('/') {
                continue;
            }
            check_flags(&record, &raw)?;
            claimed_bytes = claimed_bytes.saturating_add(record.uncompressed_size_hint());
            check_claim(&record, &raw, claimed_bytes, &self.limits)?;
            if !names::is_plain(&name) {
                warnings.unsafe_name(&raw);
                continue;
            }
            self.by_name.insert(name.clone(), self.entries.len());
            self.entries.push(Entry {
                name,
                wayfinder: record.wayfinder(),
                method: record.compression_method(),
                compressed_bytes: record.compressed_size_hint(),
                seen_bytes: 0,
            });
        }
        if count != self.zip.entries_hint() {
            return Err(Rejection::damaged("its archive does not hold as many files as it says"));
        }
        Ok(())
    }

    /// Two entries that share bytes are how a small file holds a huge one (and how two readers see two books).
    fn refuse_overlaps(&self) -> Result<(), Rejection> {
        let mut ranges = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            let found = self.zip.get_entry(entry.wayfinder).map_err(|error| from_zip(&error))?;
            ranges.push(found.compressed_data_range());
        }
        ranges.sort_unstable();
        let overlap = ranges.windows(2).any(|pair| pair[1].0 < pair[0].1);
        let beyond = ranges.last().is_some_and(|range| range.1 > self.zip.directory_offset());
        if overlap || beyond {
            return Err(Rejection::unsafe_("files in its archive overlap"));
        }
        Ok(())
    }

    /// The names of all files, in the order of the directory.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// Whether there is a file of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// The whole of a small file, or `None` where there is none of that name.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Rejection> {
        if !self.has(name) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        self.stream(name, self.limits.entry_bytes, &mut |chunk| {
            bytes.extend_from_slice(chunk);
            Ok(true)
        })?;
        Ok(Some(bytes))
    }

    /// Up to `most` first bytes of a file; empty where there is none.
    pub(super) fn head(&mut self, name: &str, most: usize) -> Result<Vec<u8>, Rejection> {
        let mut bytes = Vec::new();
        self.stream(name, u64::MAX, &mut |chunk| {
            bytes.extend_from_slice(chunk);
            Ok(bytes.len() < most)
        })?;
        bytes.truncate(most);
        Ok(bytes)
    }

    /// Hands the inflated bytes of a file to `take`, chunk by chunk, until it answers `false` or the file ends.
    /// The checksum is compared at the end. More than `most_bytes` is a refusal.
    pub(super) fn stream(
        &mut self,
        name: &str,
        most_bytes: u64,
        take: &mut dyn FnMut(&[u8]) -> io::Result<bool>,
    ) -> Result<(), Rejection> {
        let Some(&index) = self.by_name.get(name) else { return Ok(()) };
        let found = self.zip.get_entry(self.entries[index].wayfinder).map_err(|error| from_zip(&error))?;
        let mut reader: Box<dyn Read> = match self.entries[index].method {
            CompressionMethod::STORE => Box::new(found.verifying_reader(found.reader())),
            CompressionMethod::DEFLATE => {
                Box::new(found.verifying_reader(DeflateDecoder::new(found.reader())))
            }
            _ => {
                return Err(Rejection::damaged(format!(
                    "“{name}” is compressed in a way EPUB does not allow"
                )));
            }
        };
        let mut chunk = vec![0; CHUNK];
        let mut meter = Meter { bytes: 0, entry: &mut self.entries[index], total: &mut self.inflated_bytes };
        loop {
            let count = match reader.read(&mut chunk) {
                Ok(0) => return Ok(()),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Rejection::damaged(format!("“{name}” cannot be read: {error}"))),
            };
            meter.count(count, most_bytes, &self.limits)?;
            if !take(&chunk[..count])? {
                return Ok(());
            }
        }
    }
}

/// Counts what really comes out of one entry.
struct Meter<'a> {
    bytes: u64,
    entry: &'a mut Entry,
    total: &'a mut u64,
}

impl Meter<'_> {
    fn count(&mut self, more: usize, most_bytes: u64, limits: &Limits) -> Result<(), Rejection> {
        self.bytes += more as u64;
        if self.bytes > self.entry.seen_bytes {
            *self.total += self.bytes - self.entry.seen_bytes;
            self.entry.seen_bytes = self.bytes;
        }
        let name = &self.entry.name;
        if self.bytes > most_bytes {
            return Err(Rejection::too_large(format!("bytes of “{name}”"), most_bytes));
        }
        if *self.total > limits.total_bytes {
            return Err(Rejection::too_large("bytes of all its files together", limits.total_bytes));
        }
        let compressed = self.entry.compressed_bytes.max(1);
        if self.bytes > RATIO_FROM && self.bytes / compressed > limits.ratio {
            return Err(Rejection::Inflated { name: name.clone(), ratio: limits.ratio });
        }
        Ok(())
    }
}

fn check_flags(record: &ZipFileHeaderRecord<'_>, name: &str) -> Result<(), Rejection> {
    if record.flags().is_encrypted() || record.compression_method() == CompressionMethod::AES {
        return Err(Rejection::Protected("a password on its archive".to_owned()));
    }
    if record.mode().is_symlink() {
        return Err(Rejection::unsafe_(format!("“{name}” is a link to another place")));
    }
    Ok(())
}

/// Sizes in headers may lie, but a file that *says* it is a bomb is refused before any of it is inflated.
fn check_claim(
    record: &ZipFileHeaderRecord<'_>,
    name: &str,
    all_bytes: u64,
    limits: &Limits,
) -> Result<(), Rejection> {
    let (bytes, packed) = (record.uncompressed_size_hint(), record.compressed_size_hint().max(1));
    if bytes > limits.media_bytes {
        return Err(Rejection::too_large(format!("bytes of “{name}”"), limits.media_bytes));
    }
    if bytes > RATIO_FROM && bytes / packed > limits.ratio {
        return Err(Rejection::Inflated { name: name.to_owned(), ratio: limits.ratio });
    }
    if all_bytes > limits.total_bytes {
        return Err(Rejection::too_large("bytes of all its files together", limits.total_bytes));
    }
    Ok(())
}

fn from_zip(error: &rawzip::Error) -> Rejection {
    match error.kind() {
        rawzip::ErrorKind::MissingEndOfCentralDirectory => {
            Rejection::damaged("the end of its archive is missing")
        }
        _ => Rejection::damaged(format!("its archive is broken ({error})")),
    }
}
