//! The fields of the index, and how a document is written into them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};

use crate::document::{Document, FACETS, Kind, ORDERS};
use crate::grams::grams;
use crate::names;
use crate::sound::{self, Script};
use crate::words::{Word, joined, words};

/// Words of running text that are read.
const BODY_WORDS: usize = 2_000;
/// Letters of a name written as one word.
const NAME_LETTERS: usize = 40;
/// Letters of a title that are compared.
pub(crate) const TITLE_LETTERS: usize = 160;

/// The fields by name.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    /// `KIND:ID`, by which a document is replaced.
    pub(crate) key: Field,
    /// Words of the titles, as written.
    pub(crate) title: Field,
    /// Words of the names, as written.
    pub(crate) people: Field,
    /// Words of what stands beside, as written.
    pub(crate) aside: Field,
    /// Stems of the running text.
    pub(crate) body: Field,
    /// Other forms, marked by their first letter; see [`form`].
    pub(crate) forms: Field,
    /// Three letters each of the titles.
    pub(crate) grams: Field,
    joined: Field,
    shown: Field,
    kind: Field,
    id: Field,
    weight: Field,
    title_words: Field,
    letters: Field,
    facets: Vec<Field>,
    orders: Vec<Field>,
}

/// What a term in the field of forms begins with.
pub(crate) mod form {
    /// Stems of titles, names and what stands beside.
    pub(crate) const STEM: char = 's';
    /// The whole title without spaces.
    pub(crate) const WHOLE: char = 'w';
    /// The whole title as people remember it; see [`crate::names::remembered`].
    pub(crate) const REMEMBERED: char = 'r';
    /// A number.
    pub(crate) const CODE: char = 'c';
    /// How a word sounds; the mark of its script follows.
    pub(crate) const SOUND: char = 'k';
    /// How a whole name sounds; the mark of its script follows.
    pub(crate) const NAME: char = 'n';
}

/// Names of columns that are read by name.
pub(crate) mod column {
    pub(crate) const JOINED: &str = "joined";
    pub(crate) const KIND: &str = "kind";
    pub(crate) const ID: &str = "id";
    pub(crate) const WEIGHT: &str = "weight";
    pub(crate) const TITLE_WORDS: &str = "title_words";
    pub(crate) const LETTERS: &str = "letters";

    pub(crate) fn facet(index: usize) -> String {
        format!("facet{index}")
    }

    pub(crate) fn order(index: usize) -> String {
        format!("order{index}")
    }
}

/// What is kept to be shown without asking anybody else.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Shown {
    pub(crate) titles: Vec<String>,
    pub(crate) people: Vec<String>,
}

impl Fields {
    pub(crate) fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let terms = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_fieldnorms(false)
                .set_index_option(IndexRecordOption::Basic),
        );
        let term_field = |name: &str, schema: &mut SchemaBuilder| schema.add_text_field(name, terms.clone());
        let fields = Self {
            key: term_field("key", &mut schema),
            title: term_field("title", &mut schema),
            people: term_field("people", &mut schema),
            aside: term_field("aside", &mut schema),
            body: term_field("body", &mut schema),
            forms: term_field("forms", &mut schema),
            grams: term_field("grams", &mut schema),
            joined: schema.add_text_field(column::JOINED, TextOptions::default().set_fast("raw")),
            shown: schema.add_text_field("shown", STORED),
            kind: schema.add_u64_field(column::KIND, FAST),
            id: schema.add_u64_field(column::ID, FAST | STORED),
            weight: schema.add_u64_field(column::WEIGHT, FAST),
            title_words: schema.add_u64_field(column::TITLE_WORDS, FAST),
            letters: schema.add_u64_field(column::LETTERS, FAST),
            facets: (0..FACETS).map(|index| schema.add_u64_field(&column::facet(index), FAST)).collect(),
            orders: (0..ORDERS).map(|index| schema.add_u64_field(&column::order(index), FAST)).collect(),
        };
        (schema.build(), fields)
    }

    /// What the document of a kind and an id is replaced by.
    pub(crate) fn key_of(kind: Kind, id: u64) -> String {
        format!("{}:{id}", kind.0)
    }

    /// What was kept to be shown.
    pub(crate) fn shown(&self, document: &TantivyDocument) -> Option<Shown> {
        use tantivy::schema::Value as _;
        serde_json::from_str(document.get_first(self.shown)?.as_str()?).ok()
    }

    /// The id of a document.
    pub(crate) fn id(&self, document: &TantivyDocument) -> Option<u64> {
        use tantivy::schema::Value as _;
        document.get_first(self.id)?.as_u64()
    }

    pub(crate) fn write(&self, kind: Kind, it: &Document) -> TantivyDocument {
        let mut written = TantivyDocument::new();
        written.add_text(self.key, Self::key_of(kind, it.id));
        let mut forms = BTreeSet::new();
        let titles = write_words(self.title, &it.titles, &mut forms, &mut written);
        write_words(self.people, &it.people, &mut forms, &mut written);
        // Names without their spaces: one that is left out makes one word of two.
        let mut together = BTreeSet::new();
        for name in &it.people {
            let words = words(name);
            if words.len() > 1 {
                together.insert(joined(name).chars().take(NAME_LETTERS).collect::<String>());
            }
            together.extend(names::pairs(&words).map(|word| word.exact));
        }
        for name in together {
            written.add_text(self.people, name);
        }
        write_words(self.aside, &it.aside, &mut forms, &mut written);
        self.write_wholes(it, &mut forms, &mut written);
        forms.extend(it.codes.iter().map(|code| format!("{}{code}", form::CODE)));
        for form in forms {
            written.add_text(self.forms, form);
        }
        let body: BTreeSet<String> =
            words(&it.body).into_iter().take(BODY_WORDS).map(|word| word.stem).collect();
        for stem in body {
            written.add_text(self.body, stem);
        }
        let shown = Shown { titles: it.titles.clone(), people: it.people.clone() };
        written.add_text(self.shown, serde_json::to_string(&shown).unwrap_or_default());
        written.add_u64(self.kind, u64::from(kind.0));
        written.add_u64(self.id, it.id);
        written.add_u64(self.weight, u64::from(it.weight));
        written.add_u64(self.title_words, titles);
        self.write_numbers(it, &mut written);
        written
    }

    fn write_wholes(&self, it: &Document, forms: &mut BTreeSet<String>, written: &mut TantivyDocument) {
        let mut parts = BTreeSet::new();
        for (place, title) in it.titles.iter().enumerate() {
            let whole: String = joined(title).chars().take(TITLE_LETTERS).collect();
            forms.insert(format!("{}{whole}", form::WHOLE));
            let remembered = names::remembered(title).into_iter();
            forms.extend(remembered.map(|one| format!("{}{one}", form::REMEMBERED)));
            parts.extend(grams(&whole));
            if place == 0 {
                written.add_u64(self.letters, whole.chars().count() as u64);
                written.add_text(self.joined, whole);
            }
        }
        for part in parts {
            written.add_text(self.grams, part);
        }
    }

    fn write_numbers(&self, it: &Document, written: &mut TantivyDocument) {
        for (field, values) in self.facets.iter().zip(&it.facets) {
            for value in values {
                written.add_u64(*field, *value);
            }
        }
        for (field, value) in self.orders.iter().zip(it.orders) {
            if let Some(value) = value {
                written.add_u64(*field, value);
            }
        }
    }
}

/// The form by which a word is found from the other script.
fn sound_of(word: &Word) -> Option<String> {
    let script = Script::of(&word.exact)?;
    Some(format!("{}{}{}", form::SOUND, script.mark(), sound::key(&word.exact)?))
}

/// Writes the words of some texts; how many there are in the first.
fn write_words(
    field: Field,
    texts: &[String],
    forms: &mut BTreeSet<String>,
    written: &mut TantivyDocument,
) -> u64 {
    let mut there = BTreeSet::new();
    let mut in_first = 0;
    for (place, text) in texts.iter().enumerate() {
        let words = words(text);
        there.extend(names::initials(&words).into_iter().map(|word| word.exact));
        let sound = names::sound(&words);
        forms.extend(sound.map(|(script, key)| format!("{}{}{key}", form::NAME, script.mark())));
        for word in words {
            in_first += u64::from(place == 0 && !word.is_small());
            forms.insert(format!("{}{}", form::STEM, word.stem));
            forms.extend(sound_of(&word));
            there.insert(word.exact);
        }
    }
    for word in there {
        written.add_text(field, word);
    }
    in_first
}
