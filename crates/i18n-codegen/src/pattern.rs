//! A message's text in one language after references were followed: text, arguments and choices.

/// Text and holes, in order.
pub(crate) type Pattern = Vec<Piece>;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    /// `{ $title }`, or `{ NUMBER($count) }` where `number` is set.
    Argument {
        name: String,
        number: bool,
        line: usize,
    },
    Choice(Choice),
}

/// `{ $count -> … }`: what is written depends on an argument.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    pub(crate) argument: String,
    pub(crate) by: By,
    pub(crate) line: usize,
    /// The variants but the one marked `*`.
    pub(crate) cases: Vec<(Key, Pattern)>,
    /// The name of the variant marked `*`, and what it says.
    pub(crate) default: String,
    pub(crate) otherwise: Pattern,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// A number, by its exact value first and then by its plural category.
    Plural,
    /// A word, exactly.
    Word,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    Exactly(i64),
    Name(String),
}

/// What an argument is, as one use of it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Written out; a number as well, if another use says so.
    Shown,
    Number,
    Word,
}

/// Calls `each` with every use of an argument, in reading order.
pub(crate) fn uses<'a>(pattern: &'a [Piece], each: &mut impl FnMut(&'a str, Use, usize)) {
    for piece in pattern {
        match piece {
            Piece::Text(_) => {}
            Piece::Argument { name, number, line } => {
                each(name, if *number { Use::Number } else { Use::Shown }, *line);
            }
            Piece::Choice(choice) => {
                let kind = if choice.by == By::Plural { Use::Number } else { Use::Word };
                each(&choice.argument, kind, choice.line);
                for (_, variant) in &choice.cases {
                    uses(variant, each);
                }
                uses(&choice.otherwise, each);
            }
        }
    }
}

/// The whole text, if nothing in it depends on an argument.
pub(crate) fn fixed(pattern: &[Piece]) -> Option<String> {
    pattern
        .iter()
        .map(|piece| if let Piece::Text(text) = piece { Some(text.as_str()) } else { None })
        .collect()
}
