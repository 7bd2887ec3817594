//! What a book is made of before it becomes a file: parts, chapters, blocks and the text in them.

use kernel::Language;

/// A whole book, ready to be written in any format.
#[derive(Debug, Clone, Default)]
pub(crate) struct Manuscript {
    pub(crate) parts: Vec<Part>,
}

impl Manuscript {
    /// All chapters in reading order.
    pub(crate) fn chapters(&self) -> impl Iterator<Item = &Chapter> {
        self.parts.iter().flat_map(|part| &part.chapters)
    }

    /// How many words there are, counting what stands between spaces.
    pub(crate) fn words(&self) -> usize {
        self.chapters().map(Chapter::words).sum()
    }
}

/// A part with its title, or the whole of a book without parts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Part {
    pub(crate) title: Option<String>,
    pub(crate) chapters: Vec<Chapter>,
}

/// A chapter: what stands in one document of an EPUB. In a picture book it is one page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chapter {
    pub(crate) title: Text,
    pub(crate) blocks: Vec<Block>,
    /// Footnotes, in the order of their references, which count from 1.
    pub(crate) notes: Vec<Text>,
}

impl Chapter {
    /// How many words there are, without the title.
    pub(crate) fn words(&self) -> usize {
        let notes: usize = self.notes.iter().map(Text::words).sum();
        notes + self.blocks.iter().map(Block::words).sum::<usize>()
    }
}

/// A piece of a chapter that stands on lines of its own.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    Heading(Text),
    /// A paragraph, and its language where that is not the book's.
    Paragraph(Text, Option<Language>),
    /// Stanzas of lines.
    Verse(Vec<Vec<Text>>),
    Quote(Text),
    List {
        ordered: bool,
        items: Vec<Text>,
    },
    Table {
        caption: Option<Text>,
        head: Vec<Text>,
        rows: Vec<Vec<Text>>,
    },
    /// A drawn picture by its name, with a caption that may be empty.
    Picture {
        name: String,
        caption: Text,
    },
    /// A formula as MathML and as a plain line.
    Formula {
        mathml: String,
        plain: String,
    },
}

impl Block {
    /// How many words there are.
    pub(crate) fn words(&self) -> usize {
        match self {
            Self::Heading(text) | Self::Paragraph(text, _) | Self::Quote(text) => text.words(),
            Self::Verse(stanzas) => stanzas.iter().flatten().map(Text::words).sum(),
            Self::List { items, .. } => items.iter().map(Text::words).sum(),
            Self::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).map(Text::words).sum(),
            Self::Picture { caption, .. } => caption.words(),
            Self::Formula { .. } => 0,
        }
    }
}

/// Running text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text(pub(crate) Vec<Inline>);

impl Text {
    /// Text without any mark.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self(vec![Inline::Plain(text.into())])
    }

    /// The words alone, as a table of contents shows them.
    pub(crate) fn bare(&self) -> String {
        self.0
            .iter()
            .map(|inline| match inline {
                Inline::Plain(text) | Inline::Emphasis(text) | Inline::Ruby { base: text, .. } => {
                    text.as_str()
                }
                Inline::Note(_) => "",
            })
            .collect()
    }

    /// Words between spaces; Japanese has none, so two of its characters count as a word.
    fn words(&self) -> usize {
        let bare = self.bare();
        let japanese =
            bare.chars().filter(|&character| ('\u{3041}'..='\u{9fff}').contains(&character)).count();
        bare.split_whitespace().count() + japanese / 2
    }
}

/// A stretch of running text of one kind.
#[derive(Debug, Clone)]
pub(crate) enum Inline {
    Plain(String),
    Emphasis(String),
    /// A reference to a note of the chapter, counted from 1.
    Note(usize),
    /// Japanese with its reading.
    Ruby {
        base: String,
        reading: String,
    },
}
