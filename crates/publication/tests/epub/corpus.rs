//! Where the shared files are, and a book with its pack held in memory.

use std::path::{Path, PathBuf};

use publication::{
    Limits, Rejection,
    epub::{self, Publication, Resource},
};

/// The folder of shared test data, beside the repository.
pub(crate) fn data() -> PathBuf {
    if let Some(folder) = std::env::var_os("WARRAQ_SHARED_DATA") {
        return folder.into();
    }
    let here = std::env::current_dir().expect("the folder of the crate");
    let found = here.ancestors().map(|folder| folder.join("../shared/data")).find(|folder| folder.is_dir());
    found.expect("../shared/data beside the repository")
}

/// All EPUB files directly in a folder of the data, by name.
pub(crate) fn epubs(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(data().join(folder)).expect("a folder of the shared data");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "epub"));
    files.sort();
    files
}

/// A book and its pack.
pub(crate) struct Book {
    pub(crate) publication: Publication,
    pub(crate) pack: Vec<u8>,
}

impl Book {
    /// Ingests the file at `path`.
    pub(crate) fn open(path: &Path) -> Result<Self, Rejection> {
        let mut pack = Vec::new();
        let publication = epub::ingest(path, &mut pack, &Limits::default())?;
        Ok(Self { publication, pack })
    }

    /// Ingests `epub/NAME.epub` of the shared data.
    pub(crate) fn named(name: &str) -> Self {
        Self::open(&data().join(format!("epub/{name}.epub"))).expect("a good book")
    }

    /// The resource at `path`.
    pub(crate) fn resource(&self, path: &str) -> &Resource {
        let found = self.publication.resources.iter().find(|resource| resource.path == path);
        found.unwrap_or_else(|| panic!("{path} is not served"))
    }

    /// What is served for `resource`.
    pub(crate) fn bytes(&self, resource: &Resource) -> Vec<u8> {
        let (from, length) = (usize::try_from(resource.offset), usize::try_from(resource.length));
        let from = from.expect("small");
        resource.decode(&self.pack[from..from + length.expect("small")]).expect("what was written")
    }

    /// The text served at `path`.
    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.bytes(self.resource(path))).expect("UTF-8")
    }

    /// Codes of all warnings, each once.
    pub(crate) fn warnings(&self) -> Vec<&'static str> {
        let mut codes: Vec<_> = self.publication.warnings.iter().map(|warning| warning.code).collect();
        codes.dedup();
        codes
    }
}
