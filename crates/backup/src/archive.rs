//! Writes an archive: entry by entry, each with its hash.

use std::{
    io::{self, BufWriter, Write},
    path::Path,
};

use sha2::{Digest, Sha256};

use crate::{
    Error, FORMAT, MANIFEST, MARK, Result, SUMS,
    draft::Draft,
    manifest::{Manifest, Mark, hex},
};

/// Bytes are given to the system so many at a time.
const BUFFER: usize = 1 << 20;
/// Entries of a tar file begin at multiples of this.
const BLOCK: u64 = 512;

/// An archive in the making.
pub(crate) struct Archive {
    out: BufWriter<Draft>,
    path: std::path::PathBuf,
    /// Hashes of what is in it, as `sha256sum` writes them.
    sums: String,
    /// When it was begun, in seconds since 1970: what the entries say of their age.
    at: u64,
    written: u64,
    open: Option<Open>,
}

/// The entry that is being written.
struct Open {
    name: String,
    left: u64,
    size: u64,
    hash: Sha256,
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Archive {
    /// Begins one that is to be called `path`.
    pub(crate) fn begin(path: &Path, at: u64) -> Result<Self> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        let draft = Draft::begin(path).map_err(|source| Error::Write { path: path.to_owned(), source })?;
        let out = BufWriter::with_capacity(BUFFER, draft);
        let mut archive =
            Self { out, path: path.to_owned(), sums: String::new(), at, written: 0, open: None };
        let mark = Mark { format: FORMAT, program: env!("CARGO_PKG_VERSION").to_owned() };
        archive.entry(MARK, &json(&mark)?)?;
        Ok(archive)
    }

    /// An entry that is in memory.
    pub(crate) fn entry(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.open(name, bytes.len() as u64)?;
        self.chunk(bytes)?;
        self.close().map(drop)
    }

    /// Begins an entry of `size` bytes, which follow as chunks.
    pub(crate) fn open(&mut self, name: &str, size: u64) -> Result<()> {
        let mut header = tar::Header::new_ustar();
        header.set_path(name).map_err(|source| self.failed(source))?;
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime(self.at);
        header.set_cksum();
        self.write(header.as_bytes())?;
        self.open = Some(Open { name: name.to_owned(), left: size, size, hash: Sha256::new() });
        Ok(())
    }

    /// The next bytes of the entry.
    pub(crate) fn chunk(&mut self, bytes: &[u8]) -> Result<()> {
        if let Some(open) = &mut self.open {
            open.hash.update(bytes);
            open.left = open
                .left
                .checked_sub(bytes.len() as u64)
                .ok_or_else(|| Error::Damaged(format!("{} grew while it was read", open.name)))?;
        }
        self.write(bytes)
    }

    /// The entry is through.
    pub(crate) fn close(&mut self) -> Result<()> {
        let Some(open) = self.open.take() else { return Ok(()) };
        if open.left > 0 {
            return Err(Error::Damaged(format!("{} ended before its end", open.name)));
        }
        let pad = (BLOCK - open.size % BLOCK) % BLOCK;
        self.write(&vec![0; usize::try_from(pad).unwrap_or(0)])?;
        self.sums.push_str(&format!("{}  {}\n", hex(&open.hash.finalize()), open.name));
        Ok(())
    }

    /// Writes what the archive says of itself, and gives it its name; how many bytes it has.
    pub(crate) fn finish(mut self, mut manifest: Manifest) -> Result<u64> {
        let sums = std::mem::take(&mut self.sums);
        manifest.sums = hex(&Sha256::digest(&sums));
        self.entry(SUMS, sums.as_bytes())?;
        self.entry(MANIFEST, &json(&manifest)?)?;
        // Two empty blocks end a tar file.
        self.write(&[0; 2 * 512])?;
        let (path, written) = (self.path, self.written);
        let told = |source: io::Error| match source.kind() {
            io::ErrorKind::AlreadyExists => Error::Exists(path.clone()),
            _ => Error::Write { path: path.clone(), source },
        };
        let draft = self.out.into_inner().map_err(|error| told(error.into_error()))?;
        draft.keep().map_err(told)?;
        Ok(written)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.written += bytes.len() as u64;
        self.out.write_all(bytes).map_err(|source| self.failed(source))
    }

    fn failed(&self, source: io::Error) -> Error {
        Error::Write { path: self.path.clone(), source }
    }
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec_pretty(value).map_err(|error| Error::Damaged(error.to_string()))
}
