//! What undoes a change, as a word that stands in the notice of it: another press of the button, or an entry of a history
//! put back as it was.

use std::fmt;
use std::str::FromStr;

use catalogue::Book;
use form_urlencoded::{byte_serialize, parse};
use kernel::{Id, Timestamp};
use web::Notice;

use super::ReadMark;
use super::own::Own;
use super::press::Press;

/// What undoes a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Undo {
    /// Another press of the button.
    Press(Press),
    /// A look at a book is put back.
    View(Id<Book>, Timestamp),
    /// A tick is put back.
    Read(Id<Book>, Timestamp),
    /// A search is put back.
    Search(String, Timestamp),
}

impl Undo {
    /// Does it, and answers what is said of it.
    pub(super) async fn act(&self, own: &Own) -> web::Result<Notice> {
        if let Self::Press(press) = self {
            own.press(*press).await?;
            return Ok(press.notice());
        }
        match self {
            Self::Press(_) => {}
            Self::View(book, at) => own.put_view_back(*book, *at).await.map(drop)?,
            Self::Read(book, at) => own.keep_since(&ReadMark::LIST, *book, *at).await?,
            Self::Search(text, at) => own.put_search_back(text, *at).await.map(drop)?,
        }
        Ok(Notice::HistoryPutBack)
    }
}

impl fmt::Display for Undo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Press(press) => press.fmt(f),
            Self::View(book, at) => write!(f, "viewed.{book}.{}", at.as_millis()),
            Self::Read(book, at) => write!(f, "read-at.{book}.{}", at.as_millis()),
            Self::Search(text, at) => {
                // As a form has it, for it stands in a cookie; the dots are what separates the parts.
                let text: String = byte_serialize(text.as_bytes()).collect();
                write!(f, "searched.{}.{}", text.replace('.', "%2E"), at.as_millis())
            }
        }
    }
}

/// The word undoes nothing.
#[derive(Debug)]
pub(super) struct NoUndo;

impl FromStr for Undo {
    type Err = NoUndo;

    fn from_str(word: &str) -> Result<Self, NoUndo> {
        let parts: Vec<&str> = word.split('.').collect();
        let [kind @ ("viewed" | "read-at" | "searched"), of, at] = parts[..] else {
            return word.parse().map(Self::Press).map_err(|_| NoUndo);
        };
        let at = Timestamp::from_millis(at.parse().map_err(|_| NoUndo)?);
        if kind == "searched" {
            let text = parse(of.as_bytes()).next().map(|(text, _)| text.into_owned()).unwrap_or_default();
            return Ok(Self::Search(text, at));
        }
        let book = of.parse().map_err(|_| NoUndo)?;
        Ok(if kind == "viewed" { Self::View(book, at) } else { Self::Read(book, at) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::press::What;
    use super::*;

    #[test]
    fn what_undoes_a_change_is_read_as_it_was_written() {
        let at = Timestamp::from_millis(1_764_133_696_000);
        let book = Id::new(7);
        for undo in [
            Undo::Press(Press { what: What::Read, book, on: false }),
            Undo::View(book, at),
            Undo::Read(book, at),
            Undo::Search("ورقلة 50 % = a.b&c~;".to_owned(), at),
        ] {
            let word = undo.to_string();
            assert!(word.bytes().all(|it| it.is_ascii_alphanumeric() || b".-%+*_".contains(&it)), "{word}");
            assert_eq!(word.parse::<Undo>().unwrap(), undo);
        }
        for word in ["", "viewed.x.1", "viewed.7", "read-at.7.x", "all.7.1"] {
            assert!(word.parse::<Undo>().is_err(), "{word}");
        }
    }
}
