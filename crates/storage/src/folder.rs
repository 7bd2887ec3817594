//! What a local folder can do better than the common interface: whole directories at once, and the remains of
//! uploads that a crash cut off.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use kernel::Timestamp;

use crate::{Error, Result, error::Doing};

/// Runs `work` where it may block.
async fn blocking<T: Send + 'static>(
    doing: Doing,
    key: &str,
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)));
    done.map_err(|error| Error::from_disk(doing, key, error))
}

/// Removes the directory of a valid key with everything in it, unfinished uploads too, and then the directories
/// above it that are empty now.
pub(crate) async fn delete(root: &Path, key: &str) -> Result<()> {
    let (root, folder) = (root.to_owned(), root.join(key));
    blocking(Doing::Delete, key, move || {
        match fs::remove_dir_all(&folder) {
            Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Err(error);
            }
            _ => {}
        }
        for above in folder.ancestors().skip(1).take_while(|above| **above != *root) {
            // It is not empty, or another deletion was faster.
            if fs::remove_dir(above).is_err() {
                break;
            }
        }
        Ok(())
    })
    .await
}

pub(crate) async fn ready(root: &Path) -> Result<()> {
    let folder = root.to_owned();
    let shown = root.display().to_string();
    let is_folder =
        blocking(Doing::Probe, &shown, move || fs::metadata(folder).map(|meta| meta.is_dir())).await;
    if is_folder.map_err(Error::not_found_is_unavailable)? {
        return Ok(());
    }
    Err(Error::NotFound { key: shown }.not_found_is_unavailable())
}

/// Removes unfinished uploads last written before `before`, and counts them.
pub(crate) async fn sweep(root: &Path, before: Timestamp) -> Result<u64> {
    let folder = root.to_owned();
    let since_1970 = Duration::from_millis(u64::try_from(before.as_millis()).unwrap_or(0));
    blocking(Doing::Delete, "", move || {
        let mut swept = 0;
        for file in unfinished(&folder)? {
            // Gone meanwhile: the upload was finished or aborted after all.
            let Ok(meta) = fs::metadata(&file) else { continue };
            if meta.modified()? < SystemTime::UNIX_EPOCH + since_1970 && fs::remove_file(&file).is_ok() {
                swept += 1;
            }
        }
        Ok(swept)
    })
    .await
}

/// Files as `object_store` names them before they are renamed: the key, `#` and a number. A key has no `#`.
fn unfinished(root: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut folders, mut found) = (vec![root.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if entry.file_name().to_string_lossy().contains('#') {
                found.push(entry.path());
            }
        }
    }
    Ok(found)
}
