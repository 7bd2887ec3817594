//! Turns what the children said into the publication that callers see.

use std::{fs::File, io, path::Path};

use sha2::{Digest, Sha256};

use super::{
    Cover, PageSize, Publication, REVISION, Sample,
    wire::{COVER, Drawn, Facts, Finding, Inspected, READING, SAMPLE},
};
use crate::{Contributor, Metadata, SampleLength, Warning};

/// All that a publication is made of.
pub(super) struct Parts<'a> {
    pub(super) version: String,
    pub(super) out_dir: &'a Path,
    pub(super) inspected: Inspected,
    pub(super) drawn: Drawn,
    pub(super) peak_memory: u64,
}

/// First 16 hexadecimal digits over the source, our revision, and how much of it is a sample.
pub(super) fn version(source: &Path, sample: SampleLength) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut File::open(source)?, &mut hash)?;
    hash.update(REVISION);
    hash.update(sample.mark().unwrap_or_default());
    let digest = hash.finalize();
    Ok(digest.iter().take(8).fold(String::new(), |digits, byte| digits + &format!("{byte:02x}")))
}

/// Puts the parts together.
pub(super) fn publication(parts: Parts<'_>) -> Publication {
    let Parts { version, out_dir, mut inspected, drawn, peak_memory } = parts;
    let faithful = drawn.faithful != Some(false);
    if inspected.rewritten && !faithful {
        inspected.findings.push(Finding::NotRewritten);
    }
    // Nothing is taken out of a file that is handed out as it is.
    if inspected.findings.contains(&Finding::NotRewritten) {
        let before = inspected.findings.len();
        inspected.findings.retain(|finding| !finding.is_taken_out());
        if inspected.findings.len() < before {
            inspected.findings.push(Finding::Kept);
        }
    }
    let mut warnings: Vec<Warning> = inspected.findings.iter().copied().map(Warning::from).collect();
    if drawn.cover.is_none() {
        warnings.push(Warning::new("cover_not_drawn", "page 1 could not be drawn for a cover"));
    }
    Publication {
        version,
        metadata: metadata(inspected.facts),
        pages: inspected.pages,
        page_labels: inspected.page_labels,
        page_sizes: inspected
            .page_sizes
            .into_iter()
            .map(|(width, height)| PageSize { width, height })
            .collect(),
        right_to_left: inspected.right_to_left,
        outline: inspected.outline,
        words: inspected.words,
        cover: drawn.cover.map(|(width, height)| Cover { path: out_dir.join(COVER), width, height }),
        reading: (inspected.rewritten && faithful).then(|| out_dir.join(READING)),
        sample: inspected.sample_pages.map(|pages| Sample { path: out_dir.join(SAMPLE), pages }),
        warnings,
        peak_memory,
    }
}

fn metadata(facts: Facts) -> Metadata {
    Metadata {
        title: facts.title.unwrap_or_default(),
        authors: facts.authors.into_iter().map(Contributor::author).collect(),
        isbn: facts.isbn.and_then(|isbn| isbn.parse().ok()),
        language: facts.language.and_then(|language| language.parse().ok()),
        publisher: facts.publisher,
        published: facts.published,
        description: facts.description,
        subjects: facts.subjects,
        ..Metadata::default()
    }
}

impl From<Finding> for Warning {
    fn from(finding: Finding) -> Self {
        let (code, message) = match finding {
            Finding::JavaScript => {
                ("javascript", "it holds scripts, which are taken out of the reading copy")
            }
            Finding::OpenAction => ("open_action", "it does something when opened, which is taken out"),
            Finding::AdditionalActions => ("additional_actions", "it reacts to events, which is taken out"),
            Finding::Launch => ("launch", "it starts other programs, which is taken out"),
            Finding::EmbeddedFile => ("embedded_file", "it carries attached files, which are taken out"),
            Finding::RichMedia => ("rich_media", "it holds films, sounds or 3D models, which are taken out"),
            Finding::Xfa => ("xfa", "it holds an XFA form, which is taken out"),
            Finding::SubmitForm => ("submit_form", "it sends forms or fetches data, which is taken out"),
            Finding::RemoteGoTo => ("remote_go_to", "it links to other files, which is taken out"),
            Finding::UnsafeLink => {
                ("unsafe_link", "it has links other than web and mail addresses, which are taken out")
            }
            Finding::OtherAction => {
                ("other_action", "it has actions that readers do not need, which are taken out")
            }
            Finding::ExternalStream => {
                ("external_stream", "it refers to data in other files, which is taken out")
            }
            Finding::OwnerPassword => {
                ("restricted", "its author restricted printing or copying; the reading copy is not encrypted")
            }
            Finding::Repaired => ("repaired", "its table of objects was damaged and has been repaired"),
            Finding::PagesMissing => ("pages_missing", "some of its pages are missing"),
            Finding::NotRewritten => ("not_rewritten", "it is served as it is, so that it opens more slowly"),
            Finding::Kept => (
                "active_kept",
                "scripts, attached files or links to elsewhere are in it, and are served with it",
            ),
            Finding::NoSample => ("no_sample", "no sample could be cut out of it"),
        };
        Self::new(code, message)
    }
}
