//! Looking for words in a book: in all of it for who may read all, else in its sample.

use std::collections::HashMap;

use catalogue::{Book, EpubContents, File};
use kernel::Id;
use publication::epub::Positions;
use search::{Passage, Spot, Wanted};
use web::{App, List, Paging};

use crate::access::Opened;
use crate::locator::{BookRef, Locations, Locator, Quote};
use crate::wire::{EpubManifest, FoundPassage, TocItem};
use crate::{t, text};

/// The longest search, in characters.
pub(crate) const LONGEST: usize = 200;

/// What is looked for; too long a text is a 422, one without letters or digits is nowhere.
pub(crate) fn wanted(q: Option<&str>) -> web::Result<Option<Wanted>> {
    let q = q.unwrap_or_default();
    if q.trim().chars().count() > LONGEST {
        return Err(web::Error::invalid("q", "too_long", t::find_too_long));
    }
    Ok(Wanted::new(q))
}

/// Looks for words, from the beginning of the book on.
pub(crate) async fn find(
    app: &App,
    (opened, file): (&Opened, &File),
    (contents, manifest): (&EpubContents, &EpubManifest),
    wanted: Option<Wanted>,
    paging: &Paging,
) -> web::Result<List<FoundPassage>> {
    let after: Option<(usize, usize)> = paging.after()?;
    let Some(wanted) = wanted else {
        return Ok(paging.list(Vec::new(), |_: &FoundPassage| ()).with_total(0));
    };
    let folded = text::open(app, (opened, file), contents).await?;
    let places = Places::new(opened.book.id, contents, manifest);
    let most = usize::try_from(paging.rows()).unwrap_or(usize::MAX);
    let (found, folded, wanted) = {
        let sections: Vec<usize> = places.searched.iter().map(|(text, _)| *text).collect();
        let look = move || {
            let found = folded.find(&wanted, &sections, after, most);
            (found, folded, wanted)
        };
        tokio::task::spawn_blocking(look).await.map_err(|e| web::Error::Internal(e.into()))?
    };
    let total = i64::try_from(found.total).unwrap_or(i64::MAX);
    let list = paging.list(found.spots, |spot| (spot.order, spot.at)).with_total(total);
    let plain = text::plain(app, (opened, file), &folded, &list.items).await?;
    Ok(list.map(|spot| places.passage(spot, folded.passage(&wanted, spot, plain.of(&folded, spot.section)))))
}

/// What is told of a place besides its words.
struct Places<'a> {
    book: Id<Book>,
    manifest: &'a EpubManifest,
    positions: Positions,
    /// What is looked through: a text's number, and the section of the manifest that it is.
    searched: Vec<(usize, usize)>,
    /// Of each section, the line of the contents that it lies behind.
    chapters: Vec<Option<String>>,
}

impl<'a> Places<'a> {
    fn new(book: Id<Book>, contents: &EpubContents, manifest: &'a EpubManifest) -> Self {
        let sections = &manifest.sections;
        let positions = Positions::new(sections.iter().map(|it| (it.href.as_str(), it.size, it.linear)));
        let texts = contents.texts();
        let open = sections.iter().enumerate().filter(|(_, section)| !section.locked);
        let searched = open.filter_map(|(index, section)| {
            // A section's own text has its number; that of a cut copy stands behind them all.
            let own = texts.get(index) == Some(&section.href.as_str());
            let text = if own { Some(index) } else { texts.iter().position(|href| *href == section.href) };
            Some((text?, index))
        });
        let searched = searched.collect();
        let chapters = chapters(manifest);
        Self { book, manifest, positions, searched, chapters }
    }

    fn passage(&self, spot: Spot, passage: Passage) -> FoundPassage {
        let index = self.searched.get(spot.order).map(|(_, index)| *index).unwrap_or_default();
        let section = self.manifest.sections.get(index);
        let href = section.map(|section| section.href.clone()).unwrap_or_default();
        let total = self.positions.total_progression(&href, passage.progression);
        FoundPassage {
            section: index,
            nth: spot.nth,
            chapter: self.chapters.get(index).cloned().flatten(),
            locator: Locator {
                v: 1,
                book: Some(BookRef::Number(self.book.get())),
                version: Some(self.manifest.version.clone()),
                media_type: section.map(|section| section.media_type.clone()).unwrap_or_default(),
                href,
                locations: Locations {
                    progression: passage.progression,
                    total_progression: Some(total.unwrap_or_default()),
                    ..Locations::default()
                },
                text: Some(Quote { before: passage.before, highlight: passage.words, after: passage.after }),
            },
        }
    }
}

/// Of each section the line of the contents that leads to it, or else to the one before. Where several chapters share
/// a section, nobody knows in which of them its words stand.
fn chapters(manifest: &EpubManifest) -> Vec<Option<String>> {
    let mut named = vec![Named::default(); manifest.sections.len()];
    // A section that the spine names twice is where it stands first.
    let sections = manifest.sections.iter().enumerate().rev();
    let by_href = sections.map(|(index, section)| (section.href.as_str(), index)).collect();
    name(&manifest.toc, &by_href, &mut named, &[]);
    let mut before = None;
    let label = |section: Named| match section {
        Named { first: None, .. } => before.clone(),
        Named { first, last, shared } => {
            before = last;
            first.filter(|_| !shared)
        }
    };
    named.into_iter().map(label).collect()
}

/// The lines of the contents that lead into a section.
#[derive(Debug, Clone, Default)]
struct Named {
    first: Option<String>,
    last: Option<String>,
    /// Whether there is one that does not stand below the first.
    shared: bool,
}

/// `above` are the sections that the lines above lead to.
fn name(items: &[TocItem], by_href: &HashMap<&str, usize>, named: &mut [Named], above: &[usize]) {
    for item in items {
        let bare = item.href.as_deref().and_then(|href| href.split('#').next());
        let index = bare.and_then(|bare| by_href.get(bare).copied());
        if let Some((index, section)) = index.and_then(|index| Some((index, named.get_mut(index)?))) {
            section.shared |= section.first.is_some() && !above.contains(&index);
            section.first.get_or_insert_with(|| item.label.clone());
            section.last = Some(item.label.clone());
        }
        let above: Vec<usize> = above.iter().copied().chain(index).collect();
        name(&item.children, by_href, named, &above);
    }
}
