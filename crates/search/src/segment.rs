//! One part of the index: its terms and its columns.

use std::sync::Arc;

use tantivy::columnar::{Column, StrColumn};
use tantivy::postings::TermInfo;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::{DocId, DocSet as _, InvertedIndexReader, SegmentReader, TERMINATED};

use crate::distance;
use crate::document::{FACETS, Kind, ORDERS};
use crate::index::Error;
use crate::names;
use crate::schema::{Fields, column, form};
use crate::sound::{self, Script};
use crate::words::Word;

/// Terms with one beginning, or near one word, that are looked at; the most frequent of them.
const TERMS_MOST: usize = 64;
/// Terms that are read to find the most frequent.
const TERMS_READ: usize = 500;

/// A term that a word may stand for, and how well, in thousandths.
pub(crate) struct Alternative {
    list: Arc<InvertedIndexReader>,
    info: TermInfo,
    /// How well it fits, in thousandths.
    pub(crate) fit: u16,
    /// Whether it stands in the title.
    pub(crate) in_title: bool,
    /// Whether it is another script's word that sounds like this one.
    pub(crate) by_sound: bool,
}

impl Alternative {
    /// How many documents have it.
    pub(crate) fn documents(&self) -> u32 {
        self.info.doc_freq
    }

    /// The documents that have it, in order.
    pub(crate) fn postings(&self) -> Result<tantivy::postings::SegmentPostings, Error> {
        Ok(self.list.read_postings_from_terminfo(&self.info, IndexRecordOption::Basic)?)
    }
}

/// How a word may be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Understanding {
    /// As it is, in its forms.
    Literal,
    /// As the beginning of a word as well: it is still being typed.
    Unfinished,
    /// With errors, or unfinished.
    Lenient,
}

/// A part of the index, opened for one query.
pub(crate) struct Segment<'a> {
    pub(crate) reader: &'a SegmentReader,
    pub(crate) fields: &'a Fields,
    kind: Column<u64>,
    id: Column<u64>,
    weight: Column<u64>,
    title_words: Column<u64>,
    letters: Column<u64>,
    joined: Option<StrColumn>,
}

impl<'a> Segment<'a> {
    pub(crate) fn open(reader: &'a SegmentReader, fields: &'a Fields) -> Result<Self, Error> {
        let columns = reader.fast_fields();
        Ok(Self {
            reader,
            fields,
            kind: columns.u64(column::KIND)?,
            id: columns.u64(column::ID)?,
            weight: columns.u64(column::WEIGHT)?,
            title_words: columns.u64(column::TITLE_WORDS)?,
            letters: columns.u64(column::LETTERS)?,
            joined: columns.str(column::JOINED)?,
        })
    }

    /// Whether the document is there and of this kind.
    pub(crate) fn is(&self, doc: DocId, kind: Kind) -> bool {
        self.kind.first(doc) == Some(u64::from(kind.0)) && !self.reader.is_deleted(doc)
    }

    pub(crate) fn id(&self, doc: DocId) -> u64 {
        self.id.first(doc).unwrap_or_default()
    }

    pub(crate) fn weight(&self, doc: DocId) -> u32 {
        small(self.weight.first(doc))
    }

    /// How many words the title has, small ones aside; at least one.
    pub(crate) fn title_words(&self, doc: DocId) -> u32 {
        small(self.title_words.first(doc)).max(1)
    }

    /// How many letters the title has.
    pub(crate) fn letters(&self, doc: DocId) -> usize {
        small(self.letters.first(doc)) as usize
    }

    /// The title without spaces, put in place of what is in `title`.
    pub(crate) fn joined(&self, doc: DocId, title: &mut String) -> Result<(), Error> {
        title.clear();
        if let Some(joined) = &self.joined
            && let Some(ord) = joined.ords().first(doc)
        {
            joined.ord_to_str(ord, title)?;
        }
        Ok(())
    }

    pub(crate) fn facets(&self) -> Result<[Column<u64>; FACETS], Error> {
        let columns = self.reader.fast_fields();
        let columns: Result<Vec<_>, _> =
            (0..FACETS).map(|index| columns.u64(&column::facet(index))).collect();
        columns?.try_into().map_err(|_| Error::Damaged)
    }

    pub(crate) fn order(&self, index: usize) -> Result<Column<u64>, Error> {
        Ok(self.reader.fast_fields().u64(&column::order(index.min(ORDERS - 1)))?)
    }

    /// The terms of this segment that a word may stand for.
    pub(crate) fn alternatives(&self, word: &Word, how: Understanding) -> Result<Vec<Alternative>, Error> {
        let mut found = Vec::new();
        let exact = word.exact.as_str();
        let fields = [(self.fields.title, 1_000), (self.fields.people, 950), (self.fields.aside, 650)];
        for (field, fit) in fields {
            let list = self.reader.inverted_index(field)?;
            self.push(&list, exact, fit, field, &mut found)?;
            if how != Understanding::Literal {
                self.push_beginning(&list, exact, fit, field, &mut found)?;
            }
            if how == Understanding::Lenient {
                self.push_near(&list, word, fit, field, &mut found)?;
            }
        }
        self.push_forms(word, &mut found)?;
        Ok(found)
    }

    /// The word as it is, in titles alone.
    pub(crate) fn in_title(&self, word: &Word) -> Result<Vec<Alternative>, Error> {
        let (title, mut found) = (self.fields.title, Vec::new());
        self.push(&self.reader.inverted_index(title)?, &word.exact, 1_000, title, &mut found)?;
        Ok(found)
    }

    fn push(
        &self,
        list: &Arc<InvertedIndexReader>,
        term: &str,
        fit: u16,
        field: Field,
        found: &mut Vec<Alternative>,
    ) -> Result<(), Error> {
        let info = list.terms().get(term)?;
        let in_title = field == self.fields.title;
        found.extend(info.map(|info| Alternative {
            list: Arc::clone(list),
            info,
            fit,
            in_title,
            by_sound: false,
        }));
        Ok(())
    }

    fn push_forms(&self, word: &Word, found: &mut Vec<Alternative>) -> Result<(), Error> {
        let forms = self.reader.inverted_index(self.fields.forms)?;
        let (none, stem) = (self.fields.forms, &word.stem);
        self.push(&forms, &format!("{}{stem}", form::STEM), 800, none, found)?;
        self.push(&forms, &format!("{}{}", form::CODE, word.exact), 1_000, none, found)?;
        // Where a word stands as it is written, what it sounds like elsewhere is chance.
        if found.is_empty()
            && let (Some(script), Some(key)) = (Script::of(&word.exact), sound::key(&word.exact))
        {
            self.push(&forms, &format!("{}{}{key}", form::SOUND, script.other().mark()), 550, none, found)?;
            for one in &mut *found {
                one.by_sound = true;
            }
        }
        let body = self.reader.inverted_index(self.fields.body)?;
        self.push(&body, stem, 250, self.fields.body, found)
    }

    /// Terms that begin with the word: the longer the rest, the worse.
    fn push_beginning(
        &self,
        list: &Arc<InvertedIndexReader>,
        beginning: &str,
        fit: u16,
        field: Field,
        found: &mut Vec<Alternative>,
    ) -> Result<(), Error> {
        if beginning.chars().count() < 2 {
            return Ok(());
        }
        let in_title = field == self.fields.title;
        for (length, info) in frequent(list, beginning)? {
            let share = 700 + 250 * beginning.len() / length.max(1);
            let fit = scaled(fit, share);
            found.push(Alternative { list: Arc::clone(list), info, fit, in_title, by_sound: false });
        }
        Ok(())
    }

    /// Terms that the word may be with an error or two.
    fn push_near(
        &self,
        list: &Arc<InvertedIndexReader>,
        word: &Word,
        fit: u16,
        field: Field,
        found: &mut Vec<Alternative>,
    ) -> Result<(), Error> {
        let distance = match word.len() {
            0..2 => return Ok(()),
            2..6 => 1,
            _ => 2,
        };
        let in_title = field == self.fields.title;
        let typed: Vec<char> = word.exact.chars().collect();
        let automaton =
            FuzzyTermQuery::new(Term::from_field_text(field, &word.exact), distance, true).automaton()?;
        let mut terms = list.terms().search(automaton).into_stream()?;
        let mut near = Vec::new();
        while terms.advance() {
            let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
            let meant: Vec<char> = term.chars().collect();
            let errors = distance::errors(&typed, &meant).whole;
            // The first letter is seldom wrong, and of two letters it is all that is left.
            let same_start = typed.first() == meant.first();
            if errors > 0 && (same_start || typed.len() > 2) {
                let start = if same_start { 0 } else { 150 };
                let share = 950 - 1_000 * errors / typed.len().max(meant.len()).max(1) - start;
                near.push((std::cmp::Reverse(share), terms.value().clone()));
            }
        }
        near.sort_by_key(|(share, info)| (*share, std::cmp::Reverse(info.doc_freq)));
        near.truncate(TERMS_MOST);
        found.extend(near.into_iter().map(|(share, info)| Alternative {
            list: Arc::clone(list),
            info,
            fit: scaled(fit, share.0),
            in_title,
            by_sound: false,
        }));
        Ok(())
    }

    /// The documents whose whole title is this, and those whose title begins so.
    pub(crate) fn whole(&self, joined: &str) -> Result<(Vec<DocId>, Vec<DocId>), Error> {
        let forms = self.reader.inverted_index(self.fields.forms)?;
        let term = format!("{}{joined}", form::WHOLE);
        let mut whole = Vec::new();
        if let Some(info) = forms.terms().get(&term)? {
            documents(&forms, &info, &mut whole)?;
        }
        let mut begun = Vec::new();
        if joined.chars().count() > 1 {
            for (_, info) in frequent(&forms, &term)? {
                documents(&forms, &info, &mut begun)?;
            }
        }
        Ok((whole, begun))
    }

    /// The documents whose title is remembered as this, or is this where an article was typed before it.
    pub(crate) fn remembered(&self, spellings: &[String]) -> Result<Vec<DocId>, Error> {
        let forms = self.reader.inverted_index(self.fields.forms)?;
        let mut found = Vec::new();
        for spelling in spellings {
            for mark in [form::REMEMBERED, form::WHOLE] {
                if let Some(info) = forms.terms().get(format!("{mark}{spelling}"))? {
                    documents(&forms, &info, &mut found)?;
                }
            }
        }
        Ok(found)
    }

    /// The documents with a name of the other script that sounds like this one.
    pub(crate) fn sounding(&self, name: &[Word]) -> Result<Vec<DocId>, Error> {
        let mut found = Vec::new();
        if let Some((script, key)) = names::sound(name) {
            let forms = self.reader.inverted_index(self.fields.forms)?;
            if let Some(info) = forms.terms().get(format!("{}{}{key}", form::NAME, script.other().mark()))? {
                documents(&forms, &info, &mut found)?;
            }
        }
        Ok(found)
    }

    /// Whether some document has all of these words, as they are, in one of its people's names.
    pub(crate) fn is_name(&self, words: &[Word]) -> Result<bool, Error> {
        let people = self.reader.inverted_index(self.fields.people)?;
        let mut common: Option<Vec<DocId>> = None;
        for word in words {
            let mut having = Vec::new();
            if let Some(info) = people.terms().get(&word.exact)? {
                documents(&people, &info, &mut having)?;
            }
            common = Some(match common {
                None => having,
                Some(docs) => docs.into_iter().filter(|doc| having.binary_search(doc).is_ok()).collect(),
            });
        }
        Ok(common.is_some_and(|docs| !docs.is_empty()))
    }

    /// The documents with a number that begins so.
    pub(crate) fn code(&self, beginning: &str) -> Result<Vec<DocId>, Error> {
        let forms = self.reader.inverted_index(self.fields.forms)?;
        let mut found = Vec::new();
        let term = format!("{}{beginning}", form::CODE);
        if let Some(info) = forms.terms().get(&term)? {
            documents(&forms, &info, &mut found)?;
        } else {
            for (_, info) in frequent(&forms, &term)? {
                documents(&forms, &info, &mut found)?;
            }
        }
        Ok(found)
    }
}

/// The most frequent terms that begin with `beginning` and are longer, each by its length in bytes.
fn frequent(list: &InvertedIndexReader, beginning: &str) -> Result<Vec<(usize, TermInfo)>, Error> {
    let mut terms = list.terms().range().gt(beginning).into_stream()?;
    let mut found = Vec::new();
    while terms.advance() && found.len() < TERMS_READ {
        if !terms.key().starts_with(beginning.as_bytes()) {
            break;
        }
        found.push((terms.key().len(), terms.value().clone()));
    }
    found.sort_by_key(|(length, info)| (std::cmp::Reverse(info.doc_freq), *length));
    found.truncate(TERMS_MOST);
    Ok(found)
}

fn documents(list: &InvertedIndexReader, info: &TermInfo, found: &mut Vec<DocId>) -> Result<(), Error> {
    let mut postings = list.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
    while postings.doc() != TERMINATED {
        found.push(postings.doc());
        postings.advance();
    }
    Ok(())
}

fn small(number: Option<u64>) -> u32 {
    number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
}

fn scaled(fit: u16, share: usize) -> u16 {
    u16::try_from(usize::from(fit) * share / 1_000).unwrap_or(u16::MAX)
}
