//! The first task of the child: reads the structure, takes out what is active, writes the reading copy and the sample.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

use lopdf::Document;

use super::{
    active, bombs,
    copy::Expected,
    facts, labels, open, outline,
    pages::{self, Tree},
    sample, text,
    wire::{Finding, Inspected, Order, READING, Refusal, SAMPLE},
    write,
};
use crate::SampleLength;

/// Pages whose size is told.
const SIZES: usize = 16;

/// Inspects `source` and writes into `out_dir`.
pub(super) fn inspect(source: &Path, out_dir: &Path, order: &Order) -> Result<Inspected, Refusal> {
    let open::Opened { mut document, rebuilt, findings } = open::open(source, order)?;
    let tree = Tree::walk(&document, order.pages)?;
    let mut findings: BTreeSet<Finding> = findings.into_iter().collect();
    if tree.missing > 0 {
        if rebuilt {
            return Err(Refusal::damaged("it breaks off before its end"));
        }
        findings.insert(Finding::PagesMissing);
    }
    bombs::check(&document, order)?;
    tree.straighten(&mut document);
    findings.extend(active::neutralise(&mut document));

    let mut inspected = describe(&document, &tree);
    inspected.sample_pages = cut_sample(&document, &tree, out_dir, order)?;
    if inspected.sample_pages.is_none() && order.sample != SampleLength::Nothing {
        findings.insert(Finding::NoSample);
    }
    if order.rewrite {
        let copy = out_dir.join(READING);
        save(&document, &tree, &copy)?;
        let bytes = std::fs::metadata(source).map_err(|error| Refusal::Machine(error.to_string()))?.len();
        let expected = Expected::of(&document, &tree, bytes);
        // The copy is opened in the memory that this gives back.
        drop(document);
        inspected.rewritten = expected.is_met_by(&copy, order);
    }
    if !inspected.rewritten {
        findings.insert(Finding::NotRewritten);
    }
    inspected.findings = findings.into_iter().collect();
    Ok(inspected)
}

fn describe(document: &Document, tree: &Tree) -> Inspected {
    let count = tree.pages.len();
    let mut facts = facts::read(document);
    facts.isbn = facts.isbn.or_else(|| text::isbn(document, count));
    Inspected {
        pages: u32::try_from(count).unwrap_or(u32::MAX),
        page_labels: labels::page_labels(document, count),
        page_sizes: tree.pages.iter().take(SIZES).map(|page| tree.size(document, *page)).collect(),
        right_to_left: pages::right_to_left(document),
        facts,
        outline: outline::read(document, tree),
        words: text::words(document, count),
        ..Inspected::default()
    }
}

/// Writes the sample and says how many pages it has.
fn cut_sample(
    document: &Document,
    tree: &Tree,
    out_dir: &Path,
    order: &Order,
) -> Result<Option<u32>, Refusal> {
    let pages = sample::length(tree.pages.len(), order.sample);
    if pages == 0 {
        return Ok(None);
    }
    let sample = sample::cut(document, tree, pages);
    let Ok(sample_tree) = Tree::walk(&sample, order.pages) else { return Ok(None) };
    save(&sample, &sample_tree, &out_dir.join(SAMPLE))?;
    Ok(u32::try_from(sample_tree.pages.len()).ok())
}

fn save(document: &Document, tree: &Tree, path: &Path) -> Result<(), Refusal> {
    let written = || -> io::Result<()> {
        let mut file = BufWriter::new(File::create(path)?);
        write::write(document, tree, &mut file)?;
        file.flush()
    };
    written().map_err(|error| Refusal::Machine(error.to_string()))
}
