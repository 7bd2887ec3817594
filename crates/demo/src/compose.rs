//! Writes the later chapters of a book from a bank of sentences.
//!
//! The sentences are hand-written and grammatical with the blanks filled as `front::Compose` says; here they are only put
//! into an order that reads like a chapter: scene, deed, talk, thought, and an ending. The seed is the book's name.

use std::collections::BTreeSet;

use kernel::Language;

use crate::bank::Bank;
use crate::content;
use crate::front::Compose;
use crate::inline;
use crate::text::{Block, Chapter, Text};

/// Writes chapters for one book.
pub(crate) struct Composer<'a> {
    bank: Bank,
    compose: &'a Compose,
    language: Language,
    titles_drawn: usize,
    /// What chapters are named since the titles began anew.
    titles: BTreeSet<String>,
}

impl<'a> Composer<'a> {
    pub(crate) fn new(compose: &'a Compose, language: Language, seed: &str) -> Self {
        let bank = Bank::new(content::bank(language.as_str(), &compose.bank), compose, seed);
        Self { bank, compose, language, titles_drawn: 0, titles: BTreeSet::new() }
    }

    /// The chapter that is the `number`th of the book, counted from 1.
    pub(crate) fn chapter(&mut self, number: usize) -> Chapter {
        let mut chapter = Chapter { title: self.title(number), ..Chapter::default() };
        let essay = self.compose.bank == "essay";
        let mut words = 0;
        while words < self.compose.words {
            let place = chapter.blocks.len();
            if essay {
                self.essay_block(&mut chapter, number, place);
            } else {
                self.story_block(&mut chapter);
            }
            if place == 1 && number % 4 == 3 {
                self.picture(&mut chapter, number);
            }
            words += chapter.blocks.iter().skip(place).map(Block::words).sum::<usize>();
        }
        let end = self.bank.draw("end");
        self.paragraph(&mut chapter, &end);
        chapter
    }

    /// `Lantern 12: The Second Key`; a title that has to come again says that it continues.
    fn title(&mut self, number: usize) -> Text {
        let again = self.titles_drawn.checked_div(self.bank.size("title")).unwrap_or_default();
        self.titles_drawn += 1;
        let title = self.fresh_title();
        let title = match (&self.compose.numbered, again) {
            (Some(word), _) => format!("{word} {number}: {title}"),
            (None, 0) => title,
            (None, _) => format!("{title} ({})", self.bank.draw("again")),
        };
        inline::read(&title, self.language)
    }

    /// A title that no chapter has had since all have had one. Headings draw from the same section, in between.
    fn fresh_title(&mut self) -> String {
        let size = self.bank.size("title");
        if self.titles.len() == size {
            self.titles.clear();
        }
        let mut draws = std::iter::repeat_with(|| self.bank.draw("title")).take(2 * size);
        let title = draws.find(|title| !self.titles.contains(title)).unwrap_or_default();
        self.titles.insert(title.clone());
        title
    }

    fn paragraph(&self, chapter: &mut Chapter, text: &str) {
        chapter.blocks.push(Block::Paragraph(inline::read(text, self.language), None));
    }

    fn story_block(&mut self, chapter: &mut Chapter) {
        let text = match self.bank.random().below(6) {
            0 => [self.deed(true, true), self.bank.draw("think")].join(" "),
            1 => self.bank.draw("speech"),
            2 => [self.bank.draw("scene"), self.deed(true, false), self.deed(false, true)].join(" "),
            3 => [self.bank.draw("scene"), self.bank.draw("think"), self.deed(false, false)].join(" "),
            4 => [self.deed(false, false), self.deed(true, true), self.bank.draw("think")].join(" "),
            _ => {
                let speech = self.bank.draw("speech");
                self.paragraph(chapter, &speech);
                [self.deed(false, true), self.bank.draw("scene")].join(" ")
            }
        };
        self.paragraph(chapter, &text);
    }

    /// What somebody did: `when`, deed, and `tail` where they are wanted, as one sentence.
    fn deed(&mut self, when: bool, tail: bool) -> String {
        let comma = if self.language.is_right_to_left() { "، " } else { ", " };
        let mut sentence = String::new();
        if when {
            sentence = self.bank.draw("when") + comma;
        }
        sentence += &self.bank.draw("act");
        if tail {
            sentence += comma;
            sentence += &self.bank.draw("tail");
        }
        sentence + "."
    }

    fn essay_block(&mut self, chapter: &mut Chapter, number: usize, place: usize) {
        if place == 3 && self.compose.tables && number.is_multiple_of(4) {
            let table = self.table();
            chapter.blocks.push(table);
        }
        if place >= 4 && place % 5 == 4 {
            let heading = inline::read(&self.bank.draw("title"), self.language);
            chapter.blocks.push(Block::Heading(heading));
        }
        let mut draw = |sections: &[&str]| {
            sections.iter().map(|name| self.bank.draw(name)).collect::<Vec<_>>().join(" ")
        };
        let mut text = match (place + number) % 4 {
            0 => draw(&["claim", "detail", "detail", "think"]),
            1 => draw(&["example", "detail", "counter"]),
            2 => draw(&["detail", "claim", "example", "detail"]),
            _ => draw(&["counter", "detail", "example", "think"]),
        };
        if place == 2 && number.is_multiple_of(3) {
            let note = inline::read(&self.bank.draw("note"), self.language);
            chapter.notes.push(note);
            text += &format!("[^{}]", chapter.notes.len());
        }
        self.paragraph(chapter, &text);
    }

    fn table(&mut self) -> Block {
        let template = self.bank.draw("table");
        let mut cells = template.split('|').map(|cell| inline::read(cell, self.language));
        let caption = cells.next();
        let head: Vec<Text> = cells.collect();
        let rows = self.bank.all("row").into_iter().map(|label| {
            let expected = 40 + self.bank.random().below(60);
            let measured = (expected + self.bank.random().below(15)).saturating_sub(7);
            vec![
                inline::read(&label, self.language),
                Text::plain(measured.to_string()),
                Text::plain(expected.to_string()),
            ]
        });
        Block::Table { caption, head, rows: rows.collect() }
    }

    /// The picture whose turn it is, with a caption where the bank has captions.
    fn picture(&mut self, chapter: &mut Chapter, number: usize) {
        let pictures = &self.compose.pictures;
        let Some(name) = (number / 4).checked_rem(pictures.len()).and_then(|at| pictures.get(at)) else {
            return;
        };
        let caption = inline::read(&self.bank.draw("caption"), self.language);
        chapter.blocks.push(Block::Picture { name: name.clone(), caption });
    }
}
