//! The folder for work in progress on the local disk. Several programs may be at work there at once; each holds a
//! shared lock on the folder, which ends with the program, however that ends. Whoever gets the lock alone knows that
//! what lies there was left by programs that were killed.

use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::Arc,
};

/// How `tempfile` begins the names of its folders.
const PREFIX: &str = ".tmp";

/// A folder for work in progress, held while there may be some.
#[derive(Debug, Clone)]
pub struct Workplace {
    folder: PathBuf,
    _lock: Arc<File>,
}

impl Workplace {
    /// Makes the folder where it is not there, removes what killed programs left in it, and holds it.
    pub fn open(folder: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&folder)?;
        Self::sweep(&folder)?;
        let lock = File::open(&folder)?;
        // Where a file system has no locks nobody gets one alone either, and all stays as it is.
        let _ = lock.lock_shared();
        Ok(Self { folder, _lock: Arc::new(lock) })
    }

    /// Removes what killed programs left, unless somebody is at work in the folder.
    pub fn sweep(folder: &Path) -> io::Result<()> {
        let lock = match File::open(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            opened => opened?,
        };
        if lock.try_lock().is_err() {
            return Ok(());
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(PREFIX) && entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            }
        }
        Ok(())
    }
}

impl AsRef<Path> for Workplace {
    fn as_ref(&self) -> &Path {
        &self.folder
    }
}
