//! A file that has no name before it is whole: whatever ends the program before leaves nothing.

use std::{
    fs::{File, OpenOptions},
    io,
    os::{fd::AsRawFd as _, unix::fs::OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use rustix::fs::{AtFlags, CWD, OFlags, linkat};
use tempfile::NamedTempFile;

/// A file to be written, for its owner's eyes alone.
pub(crate) struct Draft {
    to: PathBuf,
    body: Body,
}

enum Body {
    /// A file without a name, which Linux can give one later.
    Unnamed(File),
    /// Where the file system has no such files: one with a name of its own, removed by whatever but a kill.
    Named(NamedTempFile),
}

impl Draft {
    /// Begins a file that is to be called `to`, where none of that name is.
    pub(crate) fn begin(to: &Path) -> io::Result<Self> {
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let unnamed = OpenOptions::new()
            .read(true)
            .write(true)
            .mode(0o600)
            .custom_flags(i32::try_from(OFlags::TMPFILE.bits()).unwrap_or_default())
            .open(folder);
        let body = match unnamed {
            Ok(file) => Body::Unnamed(file),
            Err(error) if is_unsupported(&error) => {
                Body::Named(tempfile::Builder::new().prefix(".warraq-backup-").tempfile_in(folder)?)
            }
            Err(error) => return Err(error),
        };
        Ok(Self { to: to.to_owned(), body })
    }

    /// The file.
    pub(crate) fn file(&self) -> &File {
        match &self.body {
            Body::Unnamed(file) => file,
            Body::Named(file) => file.as_file(),
        }
    }

    /// It is whole: it goes to the disk and gets its name.
    pub(crate) fn keep(self) -> io::Result<()> {
        self.file().sync_all()?;
        match self.body {
            Body::Unnamed(file) => {
                let from = format!("/proc/self/fd/{}", file.as_raw_fd());
                linkat(CWD, from, CWD, &self.to, AtFlags::SYMLINK_FOLLOW)?;
            }
            Body::Named(file) => {
                file.persist_noclobber(&self.to).map_err(|error| error.error)?;
            }
        }
        let folder =
            self.to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // The name, too, is to outlive a power cut.
        File::open(folder)?.sync_all()
    }
}

/// What file systems say that have no files without a name.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::IsADirectory)
        || error.raw_os_error() == Some(rustix::io::Errno::OPNOTSUPP.raw_os_error())
}
