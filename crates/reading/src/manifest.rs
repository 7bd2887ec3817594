//! From what the catalogue keeps of a file to what a reader is told, in the form for owners or for the sample.

use catalogue::{Book, Contents, EpubContents, File, Format, PdfContents};
use publication::{epub, pdf};

use crate::{
    Access,
    policy::base_path,
    save,
    wire::{
        EpubManifest, LandmarkItem, Manifest, OutlineItem, PageItem, PdfManifest, SectionItem, TocItem,
        ViewportItem,
    },
};

/// The manifest of a file of the book.
pub(crate) fn manifest(book: &Book, file: &File, contents: Contents, access: Access) -> Manifest {
    match contents {
        Contents::Epub(contents) => Manifest::Epub(epub_manifest(book, file, &contents, access)),
        Contents::Pdf(contents) => Manifest::Pdf(pdf_manifest(book, file, contents, access)),
    }
}

/// The addresses of an EPUB in one form: in the sample some sections are cut copies, others are locked.
struct Addresses<'a> {
    contents: &'a EpubContents,
    access: Access,
}

impl Addresses<'_> {
    /// Where a link into the book leads now, and whether it is locked.
    fn resolve(&self, href: &str) -> (String, bool) {
        match self.access {
            Access::Owner => (href.to_owned(), false),
            Access::Sample => match self.contents.sample.href(&self.contents.sections, href) {
                Some(open) => (open, false),
                None => (href.to_owned(), true),
            },
        }
    }

    fn section(&self, index: usize, section: &epub::Section) -> SectionItem {
        let open = self.contents.sample.sections.iter().find(|open| open.index == index);
        let (href, size, locked) = match (self.access, open) {
            (Access::Owner, _) => (section.href.clone(), section.size, false),
            (Access::Sample, Some(open)) => (open.href.clone(), open.size, false),
            (Access::Sample, None) => (section.href.clone(), section.size, true),
        };
        let sample = match open {
            None => 0.0,
            Some(open) if self.access == Access::Sample || open.href == section.href => 1.0,
            Some(cut) => share(cut.size, section.size),
        };
        SectionItem {
            href,
            media_type: section.media_type.clone(),
            size,
            linear: section.linear,
            cfi: section.cfi.clone(),
            spread: section.spread.clone(),
            layout: section.layout.map(layout),
            locked,
            sample,
        }
    }

    fn toc(&self, entry: &epub::TocEntry) -> TocItem {
        let place = entry.href.as_deref().map(|href| self.resolve(href));
        TocItem {
            label: entry.label.clone(),
            locked: place.as_ref().is_some_and(|(_, locked)| *locked),
            href: place.map(|(href, _)| href),
            children: entry.children.iter().map(|child| self.toc(child)).collect(),
        }
    }
}

/// The most bytes that stand before a chapter's first word.
const HEAD: u64 = 1024;

/// How much of a section's text its copy has that was cut short; rather too little than too much.
fn share(cut: u64, whole: u64) -> f64 {
    let text = |bytes: u64| bytes.saturating_sub(HEAD);
    #[expect(clippy::cast_precision_loss, reason = "a chapter stays far below 2^53 bytes")]
    let share = text(cut) as f64 / text(whole).max(1) as f64;
    share.min(1.0)
}

/// The manifest of an EPUB.
pub(crate) fn epub_manifest(
    book: &Book,
    file: &File,
    contents: &EpubContents,
    access: Access,
) -> EpubManifest {
    let addresses = Addresses { contents, access };
    let sections =
        contents.sections.iter().enumerate().map(|(index, section)| addresses.section(index, section));
    let page = |target: &epub::PageTarget| {
        let (href, locked) = addresses.resolve(&target.href);
        (!locked).then(|| PageItem { label: target.label.clone(), href })
    };
    let landmark = |mark: &epub::Landmark| {
        let (href, locked) = addresses.resolve(&mark.href);
        (!locked).then(|| LandmarkItem { kind: mark.kind.clone(), label: mark.label.clone(), href })
    };
    EpubManifest {
        version: file.version.clone(),
        title: book.title.clone(),
        language: book.language.to_string(),
        direction: word(&contents.direction),
        writing_mode: word(&contents.writing_mode),
        layout: layout(contents.rendition.layout),
        flow: contents.rendition.flow.clone(),
        spread: contents.rendition.spread.clone(),
        viewport: contents
            .rendition
            .viewport
            .map(|size| ViewportItem { width: size.width, height: size.height }),
        base: base_path(book.id, &file.version),
        sections: sections.collect(),
        toc: contents.toc.iter().map(|entry| addresses.toc(entry)).collect(),
        page_list: contents.page_list.iter().filter_map(page).collect(),
        landmarks: contents.landmarks.iter().filter_map(landmark).collect(),
        access,
    }
}

/// The word that a plain enum is in JSON.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn layout(layout: epub::Layout) -> String {
    word(&layout)
}

fn pdf_manifest(book: &Book, file: &File, contents: PdfContents, access: Access) -> PdfManifest {
    let sample_pages = contents.sample_pages.unwrap_or(0);
    let pages = match access {
        Access::Owner => contents.pages,
        Access::Sample => sample_pages,
    };
    let right_to_left = contents.right_to_left.unwrap_or_else(|| book.language.is_right_to_left());
    let url = match access {
        Access::Owner => format!("{}?use=reading", save::address(book.id, Format::Pdf)),
        Access::Sample => format!("{}/books/{}/sample/pdf", web::API_BASE, book.id),
    };
    let mut page_labels = contents.page_labels;
    page_labels.truncate(usize::try_from(pages).unwrap_or(usize::MAX));
    PdfManifest {
        version: file.version.clone(),
        title: book.title.clone(),
        language: book.language.to_string(),
        direction: if right_to_left { "rtl" } else { "ltr" }.to_owned(),
        pages,
        sample_pages,
        page_labels,
        outline: contents.outline.iter().map(|item| outline(item, pages)).collect(),
        access,
        url,
    }
}

fn outline(item: &pdf::OutlineItem, pages: u32) -> OutlineItem {
    OutlineItem {
        label: item.label.clone(),
        page: item.page,
        locked: item.page.is_some_and(|page| page > pages),
        children: item.children.iter().map(|child| outline(child, pages)).collect(),
    }
}
