//! From a file to a [`Publication`] and its pack, one entry in memory at a time.

use std::{
    collections::HashMap,
    fs::File as SourceFile,
    io::{self, Read as _, Write},
    path::Path,
};

use sha2::{Digest, Sha256};

use super::{
    archive::Archive,
    container, contents,
    contents::Contents,
    cover,
    files::{self, File, Files, Place, Source},
    media, names,
    pack::Pack,
    package::{self, Package},
    plain,
    publication::{Cover, Direction, Publication, Sample, SampleSection, Section},
    rendition::{self, Layout},
    sample,
    sanitise::{self, Clean, Context, MarkupFacts, Served, StyleFacts, WritingMode},
    warnings::Warnings,
};
use crate::{Limits, Rejection, kind};

/// Reads the EPUB at `source`, writes everything that may be served to `pack` (which should be buffered or a file),
/// and gives what was learnt. Two runs over the same bytes give the same pack.
///
/// # Errors
/// A [`Rejection`]; `pack` is then worthless.
pub fn ingest(source: &Path, pack: &mut impl Write, limits: &Limits) -> Result<Publication, Rejection> {
    if kind::sniff(source)? != kind::Kind::Epub {
        return Err(Rejection::NotAPublication("it is a PDF, not an EPUB".to_owned()));
    }
    let mut warnings = Warnings::default();
    let mut archive = Archive::open(source, limits, &mut warnings)?;
    let container = container::read(&mut archive, limits, &mut warnings)?;
    let bytes = archive.read(&container.package)?.unwrap_or_default();
    let mut package = package::read(&container.package, &bytes, limits, &mut warnings)?;
    if container.fixed_layout_option {
        package.rendition.layout = Layout::Fixed;
    }
    let files = files::gather(&mut archive, &container, &package, limits, &mut warnings)?;
    let language = package.metadata.language.map(|language| language.to_string());
    let mut ingest = Ingest {
        archive,
        package,
        files,
        limits,
        language,
        warnings,
        pack: Pack::new(pack),
        learnt: HashMap::new(),
        loads: HashMap::new(),
        nav: None,
    };
    ingest.write_files()?;
    ingest.write_places()?;
    ingest.publication(version(source)?)
}

/// The name of what is served: the source and the sanitiser that it went through.
fn version(source: &Path) -> Result<String, Rejection> {
    let mut hash = Sha256::new();
    let mut file = SourceFile::open(source)?;
    let mut chunk = vec![0; 64 * 1024];
    loop {
        match file.read(&mut chunk)? {
            0 => break,
            count => hash.update(&chunk[..count]),
        }
    }
    hash.update(sanitise::VERSION.to_le_bytes());
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// What is known of a served document or style sheet once it is written.
#[derive(Debug, Default)]
struct Learnt {
    size: u64,
    words: u64,
    markup: MarkupFacts,
    style: StyleFacts,
}

struct Ingest<'a, 'w, W: Write> {
    archive: Archive,
    package: Package,
    files: Files,
    limits: &'a Limits,
    language: Option<String>,
    warnings: Warnings,
    pack: Pack<'w, W>,
    learnt: HashMap<String, Learnt>,
    /// What each file loads.
    loads: HashMap<String, Vec<String>>,
    /// The sanitised navigation document.
    nav: Option<String>,
}

impl<W: Write> Ingest<'_, '_, W> {
    fn write_files(&mut self) -> Result<(), Rejection> {
        for file in std::mem::take(&mut self.files.list) {
            match file.served {
                Served::Document | Served::Style | Served::Drawing => self.write_text(&file)?,
                Served::Picture | Served::Font | Served::Media => self.copy(&file)?,
            }
        }
        Ok(())
    }

    /// Pictures, fonts and media are served as they are: their magic was checked, and nothing in them runs.
    fn copy(&mut self, file: &File) -> Result<(), Rejection> {
        let most =
            if file.served == Served::Picture { self.limits.entry_bytes } else { self.limits.media_bytes };
        let archive = &mut self.archive;
        self.pack.stream(&file.path, file.media_type, |write| {
            let mut offset = 0;
            archive.stream(&file.path, most, &mut |chunk| {
                let Some(key) = &file.key else { return write(chunk) };
                let mut chunk = chunk.to_vec();
                key.apply(offset, &mut chunk);
                offset += chunk.len();
                write(&chunk)
            })
        })
    }

    fn write_text(&mut self, file: &File) -> Result<(), Rejection> {
        let bytes = self.archive.read(&file.path)?.unwrap_or_default();
        let clean = self.sanitise(&file.path, file.served, &bytes)?;
        drop(bytes);
        self.warn(&file.path, &clean);
        if self.package.nav.is_some_and(|nav| self.package.items[nav].path == file.path) {
            self.nav = Some(clean.text.clone());
        }
        self.add(&file.path, file.media_type, clean, file.served == Served::Document)?;
        Ok(())
    }

    fn sanitise(&mut self, path: &str, served: Served, bytes: &[u8]) -> Result<Clean, Rejection> {
        let context = Context {
            path,
            inventory: &self.files.inventory,
            language: self.language.as_deref(),
            limits: self.limits,
        };
        let clean = match served {
            Served::Document => sanitise::document(bytes, &context),
            Served::Style => sanitise::style_sheet(bytes, &context),
            _ => match sanitise::drawing(bytes, &context) {
                Ok(Some(clean)) => Ok(clean),
                Ok(None) => {
                    self.warnings.add("broken_drawing", format!("A drawing cannot be read: “{path}”."));
                    Ok(Clean { text: EMPTY_DRAWING.to_owned(), ..Clean::default() })
                }
                Err(error) => Err(error),
            },
        };
        clean.map_err(|_| {
            Rejection::too_large(format!("bytes of “{path}” as served"), 2 * self.limits.entry_bytes)
        })
    }

    fn add(&mut self, path: &str, media_type: &str, clean: Clean, counted: bool) -> io::Result<()> {
        self.pack.text(path, media_type, &clean.text)?;
        let words = if counted { plain::count_words(&plain::plain_text(clean.text.as_bytes())) } else { 0 };
        self.loads.insert(path.to_owned(), clean.references);
        let learnt =
            Learnt { size: clean.text.len() as u64, words, markup: clean.markup, style: clean.style };
        self.learnt.insert(path.to_owned(), learnt);
        Ok(())
    }

    fn warn(&mut self, path: &str, clean: &Clean) {
        let repairs = clean.repairs;
        let said = [
            (repairs.malformed, "repaired_markup", "Broken markup was repaired"),
            (repairs.scripts, "removed_scripts", "Scripts were removed"),
            (repairs.external, "removed_external", "References to places outside the book were removed"),
            (repairs.missing, "missing_reference", "References to files that are not in the book were removed"),
            (repairs.depth, "too_deep", "Elements nested too deep were unwrapped"),
            (repairs.cut, "cut_markup", "The end of broken markup that is too large to repair was cut off"),
        ];
        for (_, code, message) in said.into_iter().filter(|(happened, ..)| *happened) {
            self.warnings.add(code, format!("{message}: “{path}”."));
        }
    }

    /// Documents that no file holds: around pictures and drawings of the reading order, or for missing parts.
    fn write_places(&mut self) -> Result<(), Rejection> {
        let made: Vec<(String, Source)> = (self.files.places.iter())
            .filter(|place| place.source != Source::File)
            .map(|place| (place.path.clone(), place.source.clone()))
            .collect();
        for (path, source) in made {
            if self.learnt.contains_key(&path) {
                continue;
            }
            let markup = match source {
                Source::File | Source::Missing => page("", "<p></p>", ""),
                Source::Picture(picture) => {
                    let size = media::picture_size(&self.archive.head(&picture, media::HEAD)?);
                    let viewport = size.map(|(w, h)| format!("width={w}, height={h}")).unwrap_or_default();
                    let address = names::relative(&path, &picture, None);
                    page(PICTURE_STYLE, &format!("<div><img src=\"{address}\" alt=\"\"/></div>"), &viewport)
                }
                Source::Drawing(drawing) => {
                    let bytes = self.archive.read(&drawing)?.unwrap_or_default();
                    let clean = self.sanitise(&drawing, Served::Drawing, &bytes)?;
                    let svg = clean.text.split_once("?>").map_or("", |(_, svg)| svg);
                    page("", svg.trim_start(), "")
                }
            };
            let clean = self.sanitise(&path, Served::Document, markup.as_bytes())?;
            self.add(&path, "application/xhtml+xml", clean, true)?;
        }
        Ok(())
    }

    fn publication(mut self, version: String) -> Result<Publication, Rejection> {
        let sections = self.sections();
        let contents = self.contents(&sections)?;
        let cover = self.cover(&contents, &sections)?;
        let sample = self.sample(&sections)?;
        let writing_mode = self.writing_mode();
        self.package.rendition.viewport = self.package.rendition.viewport.or_else(|| self.first_viewport());
        let right_to_left = match (self.package.right_to_left, writing_mode) {
            (Some(stated), _) => stated,
            (None, WritingMode::VerticalRl) => true,
            (None, _) => false,
        };
        let words = sections.iter().filter(|section| section.linear).map(|section| section.words).sum();
        let loads = std::mem::take(&mut self.loads);
        let mut resources = self.pack.finish()?;
        mark_sample(&mut resources, &sample, &loads, &self.files.inventory);
        Ok(Publication {
            version,
            cover,
            direction: if right_to_left { Direction::Rtl } else { Direction::Ltr },
            writing_mode,
            rendition: self.package.rendition,
            metadata: self.package.metadata,
            sections,
            toc: contents.toc,
            page_list: contents.page_list,
            landmarks: contents.landmarks,
            resources,
            sample,
            words,
            warnings: self.warnings.into_list(),
        })
    }

    fn sections(&self) -> Vec<Section> {
        let nothing = Learnt::default();
        let section = |place: &Place| {
            let learnt = self.learnt.get(&place.path).unwrap_or(&nothing);
            let reference = &self.package.spine[place.spine];
            let title =
                [&learnt.markup.heading, &learnt.markup.title].into_iter().find(|text| !text.is_empty());
            let drawing = self.files.inventory.get(&place.path) == Some(Served::Drawing);
            Section {
                href: names::href(&place.path),
                media_type: if drawing { "image/svg+xml" } else { "application/xhtml+xml" }.to_owned(),
                size: learnt.size,
                linear: reference.linear,
                cfi: format!("/{}/{}", self.package.spine_step, reference.step),
                spread: files::spread(&self.package, place.spine).map(str::to_owned),
                layout: files::own_layout(&self.package, place.spine)
                    .filter(|layout| *layout != self.package.rendition.layout),
                title: title.cloned().unwrap_or_default(),
                words: learnt.words,
            }
        };
        self.files.places.iter().map(section).collect()
    }

    fn contents(&mut self, sections: &[Section]) -> Result<Contents, Rejection> {
        let inventory = &self.files.inventory;
        let mut contents = Contents::default();
        if let (Some(nav), Some(text)) = (self.package.nav, &self.nav) {
            contents = contents::from_nav(&self.package.items[nav].path, text, inventory);
        }
        if let (true, Some(ncx)) = (contents.toc.is_empty(), self.package.ncx) {
            let path = &self.package.items[ncx].path;
            if let Some(bytes) = self.archive.read(path)? {
                let ncx = contents::from_ncx(path, &bytes, self.limits.depth, inventory);
                contents.toc = ncx.toc;
                if contents.page_list.is_empty() {
                    contents.page_list = ncx.page_list;
                }
            }
        }
        if contents.landmarks.is_empty() {
            contents.landmarks = contents::from_guide(&self.package.guide, inventory);
        }
        if contents.toc.is_empty() {
            self.warnings.add("no_contents", "The book has no table of contents; one was made of its parts.");
            contents.toc = contents::from_sections(sections);
        }
        Ok(contents)
    }

    fn cover(&mut self, contents: &Contents, sections: &[Section]) -> Result<Option<Cover>, Rejection> {
        let learnt = &self.learnt;
        let first_pictures = |path: &str| learnt.get(path).and_then(|l| l.markup.first_picture.clone());
        let first = self.files.places.first().map(|place| place.path.as_str());
        let pages = cover::CoverPages {
            first_pictures: &first_pictures,
            first_section: first.zip(sections.first().map(|section| section.words)),
            landmarks: &contents.landmarks,
        };
        cover::find(&mut self.archive, &self.package, &pages, self.limits, &mut self.warnings)
    }

    fn sample(&mut self, sections: &[Section]) -> Result<Sample, Rejection> {
        let places = &self.files.places;
        let can_cut = |index: usize| {
            places[index].source == Source::File && sections[index].media_type == "application/xhtml+xml"
        };
        let plan = sample::plan(sections, self.package.rendition.layout, can_cut);
        let whole = |index: usize| SampleSection {
            index,
            href: sections[index].href.clone(),
            size: sections[index].size,
        };
        let mut sample = Sample { sections: plan.whole.into_iter().map(whole).collect(), truncated: false };
        if let Some((index, budget)) = plan.cut {
            sample.sections.push(self.cut(index, budget)?);
            sample.truncated = true;
        }
        Ok(sample)
    }

    /// Writes a copy of a section that ends after `budget` bytes.
    fn cut(&mut self, index: usize, budget: u64) -> Result<SampleSection, Rejection> {
        let path = self.files.places[index].path.clone();
        let bytes = self.archive.read(&path)?.unwrap_or_default();
        let context = Context {
            path: &path,
            inventory: &self.files.inventory,
            language: self.language.as_deref(),
            limits: self.limits,
        };
        let budget = usize::try_from(budget).unwrap_or(usize::MAX);
        let clean = sanitise::document_up_to(&bytes, &context, Some(budget)).map_err(|_| {
            Rejection::too_large(format!("bytes of “{path}” as served"), self.limits.entry_bytes)
        })?;
        let copy = self.files.unused(&path, "sample.xhtml");
        let size = clean.text.len() as u64;
        self.add(&copy, "application/xhtml+xml", clean, false)?;
        Ok(SampleSection { index, href: names::href(&copy), size })
    }

    /// What most text of the first sections is set in; where no style says anything, what the metadata says.
    fn writing_mode(&self) -> WritingMode {
        let mut weights: Vec<(WritingMode, u64)> = Vec::new();
        let mut stated = false;
        for place in self.files.places.iter().take(12) {
            let Some(learnt) = self.learnt.get(&place.path) else { continue };
            let mode = self.writing_mode_of(place, learnt);
            stated |= mode.is_some();
            let mode = mode.unwrap_or_default();
            match weights.iter_mut().find(|(known, _)| *known == mode) {
                Some((_, weight)) => *weight += learnt.words.max(1),
                None => weights.push((mode, learnt.words.max(1))),
            }
        }
        if !stated {
            return self.package.primary_writing_mode.as_deref().and_then(WritingMode::parse).unwrap_or_default();
        }
        weights.into_iter().max_by_key(|(_, weight)| *weight).map(|(mode, _)| mode).unwrap_or_default()
    }

    /// By the class of the root, then by rules for the root.
    fn writing_mode_of(&self, place: &Place, learnt: &Learnt) -> Option<WritingMode> {
        let sheets = self.loads.get(&place.path).into_iter().flatten().filter_map(|path| self.learnt.get(path));
        let styles: Vec<&StyleFacts> = sheets.map(|sheet| &sheet.style).chain([&learnt.style]).collect();
        let of_class = |style: &&StyleFacts| {
            let mut rules = style.classes.iter().rev();
            rules.find(|(class, _)| learnt.markup.root_classes.contains(class)).map(|(_, mode)| *mode)
        };
        styles.iter().rev().find_map(of_class).or_else(|| styles.iter().rev().find_map(|style| style.root))
    }

    fn first_viewport(&self) -> Option<rendition::Viewport> {
        let fixed = |place: &&Place| files::layout(&self.package, place.spine) == Layout::Fixed;
        self.files.places.iter().filter(fixed).find_map(|place| {
            rendition::parse_viewport(self.learnt.get(&place.path)?.markup.viewport.as_deref()?)
        })
    }
}

const EMPTY_DRAWING: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";
const PICTURE_STYLE: &str =
    "html,body,div{margin:0;padding:0;height:100%;text-align:center}img{max-width:100%;max-height:100%}";

/// A made document; the sanitiser gives it its final form.
fn page(style: &str, body: &str, viewport: &str) -> String {
    let viewport = match viewport {
        "" => String::new(),
        size => format!("<meta name=\"viewport\" content=\"{size}\"/>"),
    };
    let style = if style.is_empty() { String::new() } else { format!("<style>{style}</style>") };
    format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title></title>{viewport}{style}</head>\
         <body>{body}</body></html>"
    )
}

fn mark_sample(
    resources: &mut [super::Resource],
    sample: &Sample,
    loads: &HashMap<String, Vec<String>>,
    inventory: &sanitise::Inventory,
) {
    let hrefs: std::collections::HashSet<&str> =
        sample.sections.iter().map(|section| section.href.as_str()).collect();
    let opened: Vec<String> = resources
        .iter()
        .filter(|r| hrefs.contains(names::href(&r.path).as_str()))
        .map(|r| r.path.clone())
        .collect();
    let needed = sample::closure(opened.iter().map(String::as_str), loads, inventory);
    for resource in resources {
        resource.in_sample = opened.contains(&resource.path) || needed.contains(resource.path.as_str());
    }
}
