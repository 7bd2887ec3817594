//! From what was learnt while a book was written to the [`Publication`]: sections, contents, cover, sample, and the
//! direction in which it all runs.

use std::{collections::HashMap, io::Write};

use super::{
    contents::{self, Contents},
    cover,
    files::{self, Place, Source},
    ingest::{Ingest, Learnt},
    names,
    pack::Resource,
    publication::{Cover, Direction, Publication, Sample, SampleSection, Section},
    rendition::{self, Layout},
    sample,
    sanitise::{self, Context, Inventory, Served, StyleFacts, WritingMode},
};
use crate::Rejection;

impl<W: Write> Ingest<'_, '_, W> {
    /// Ends the pack and gives everything that was learnt.
    pub(super) fn publication(mut self, version: String) -> Result<Publication, Rejection> {
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
        let plan = sample::plan(sections, self.package.rendition.layout, self.sample, can_cut);
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
            return self
                .package
                .primary_writing_mode
                .as_deref()
                .and_then(WritingMode::parse)
                .unwrap_or_default();
        }
        weights.into_iter().max_by_key(|(_, weight)| *weight).map(|(mode, _)| mode).unwrap_or_default()
    }

    /// By the class of the root, then by rules for the root.
    fn writing_mode_of(&self, place: &Place, learnt: &Learnt) -> Option<WritingMode> {
        let sheets =
            self.loads.get(&place.path).into_iter().flatten().filter_map(|path| self.learnt.get(path));
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

fn mark_sample(
    resources: &mut [Resource],
    sample: &Sample,
    loads: &HashMap<String, Vec<String>>,
    inventory: &Inventory,
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
