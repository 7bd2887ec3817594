//! Who wrote a book, as it stands on the book's own row: a list reads its authors with its books.

use std::{fmt, str::FromStr};

use kernel::Id;

use crate::AuthorName;

/// The authors of a book in order, without translators and others.
///
/// A copy of what `book_authors` and `authors` say, written in the transaction that writes those. In the database each
/// author is a line: the key, a space, the name as shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Byline(pub(crate) Vec<AuthorName>);

impl Byline {
    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|author| author.name.as_str())
    }
}

impl fmt::Display for Byline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for AuthorName { id, name } in &self.0 {
            // A name is one line; should one ever hold a break, it would else become two people.
            writeln!(f, "{} {}", id.get(), name.replace(char::is_control, " "))?;
        }
        Ok(())
    }
}

/// A line that is none of ours.
#[derive(Debug)]
pub struct NoByline;

impl FromStr for Byline {
    type Err = NoByline;

    fn from_str(text: &str) -> Result<Self, NoByline> {
        let author = |line: &str| {
            let (id, name) = line.split_once(' ').ok_or(NoByline)?;
            let id: i64 = id.parse().map_err(|_| NoByline)?;
            Ok(AuthorName { id: Id::new(id), name: name.to_owned() })
        };
        text.split_terminator('\n').map(author).collect::<Result<_, _>>().map(Self)
    }
}

db::text_value!(Byline);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn names_come_back_in_order(names in prop::collection::vec("\\PC{1,30}", 0..4)) {
            let named = |(id, name): (i64, &String)| AuthorName { id: Id::new(id), name: name.clone() };
            let byline = Byline((1..).zip(&names).map(named).collect());
            prop_assert_eq!(byline.to_string().parse::<Byline>().unwrap(), byline);
        }

        #[test]
        fn a_name_never_becomes_two_people(name in "[a-z\\n\\r ]{1,30}") {
            let byline = Byline(vec![AuthorName { id: Id::new(7), name }]);
            prop_assert_eq!(byline.to_string().parse::<Byline>().unwrap().0.len(), 1);
        }
    }
}
