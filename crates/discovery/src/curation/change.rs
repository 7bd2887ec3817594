//! A change of the page as somebody asks for it, and how it is made.

use catalogue::Book;
use db::Tx;
use kernel::{Id, Timestamp};

use super::layout::{Layout, Placed, Shelf, Source, Title};
use super::{CurateError, Curator, Done, Kind, check, history, store, told};

/// What is to change.
#[derive(Debug, Clone)]
pub enum Change {
    /// A shelf goes one place up.
    Up(String),
    /// A shelf goes one place down.
    Down(String),
    /// The shelves stand in this order; those that are not named follow.
    Order(Vec<String>),
    /// A shelf of the shop's own comes to the top.
    Add(Draft),
    /// A shelf becomes otherwise.
    Edit(String, Draft),
    /// A shelf of the shop's own goes.
    Remove(String),
    /// These books are chosen for a shelf, in this order, and no others.
    Books(String, Vec<Placed>),
    /// A book that was chosen goes one place up.
    BookUp(String, Id<Book>),
    /// A book that was chosen goes one place down.
    BookDown(String, Id<Book>),
    /// A book comes to the front of a shelf, or gets other dates there.
    Pin(String, Placed),
    /// A book is chosen for a shelf no more.
    Unpin(String, Id<Book>),
}

/// What a shelf is to be; what is `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Whether it is kept off the page.
    pub hidden: Option<bool>,
    /// What it is called, in each language.
    pub titles: Option<Vec<Title>>,
    /// The moment from which it is shown; `None` within for at once.
    pub from: Option<Option<Timestamp>>,
    /// The moment until which it is; `None` within for ever.
    pub until: Option<Option<Timestamp>>,
    /// What its books are beside those that are chosen; `None` within for no others.
    pub source: Option<Option<Source>>,
}

/// Changes the page. `base` is the version that the caller knows; `None` where they do not mind what changed since.
pub async fn change(
    tx: &Tx,
    base: Option<i64>,
    change: &Change,
    by: &Curator<'_>,
) -> Result<Done, CurateError> {
    let version = store::lock(tx).await?;
    if base.is_some_and(|base| base != version) {
        return Err(CurateError::Meanwhile { by: history::actor_of(tx, version).await? });
    }
    let (before, _) = store::find(tx).await?;
    let mut after = before.clone();
    let act = change.apply(&mut after, version + 1)?;
    let made = after.shelves.iter().find(|shelf| before.shelf(&shelf.name).is_none());
    let made = made.map(|shelf| shelf.name.clone());
    let done = make(tx, version, (&before, &after), act, by).await?;
    Ok(Done { made, ..done })
}

/// Makes one state of the locked page of another, by the rules, and writes it down.
pub(super) async fn make(
    tx: &Tx,
    version: i64,
    (before, after): (&Layout, &Layout),
    act: &'static str,
    by: &Curator<'_>,
) -> Result<Done, CurateError> {
    if before == after {
        let nothing = serde_json::Value::Null;
        return Ok(Done { act: None, before: nothing.clone(), after: nothing, version, made: None });
    }
    check::check(tx, (before, after)).await?;
    let version = version + 1;
    store::write(tx, (before, after), version).await?;
    let (was, is) = told::differences(tx, (before, after)).await?;
    history::note(tx, &history::Made { act, version, before: &was, after: &is, layout: after }, by).await?;
    Ok(Done { act: Some(act), before: was, after: is, version, made: None })
}

impl Change {
    /// Does it; what it is called. `version` is the page's with this change, and names a shelf that is made.
    fn apply(&self, layout: &mut Layout, version: i64) -> Result<&'static str, CurateError> {
        match self {
            Self::Up(name) => step(&mut layout.shelves, |shelf| shelf.name == *name, Step::Up)?,
            Self::Down(name) => step(&mut layout.shelves, |shelf| shelf.name == *name, Step::Down)?,
            Self::Order(names) => order(layout, names)?,
            Self::Add(draft) => {
                let mut new = Shelf::built_in(Kind::Own);
                new.name = format!("shelf-{version}");
                draft.apply(&mut new)?;
                layout.shelves.insert(0, new);
                return Ok("home.add");
            }
            Self::Edit(name, draft) => return edit(shelf(layout, name)?, draft),
            Self::Remove(name) => {
                let at = layout.place(name).ok_or(CurateError::NotFound)?;
                if layout.shelves.remove(at).kind != Kind::Own {
                    return Err(CurateError::NotForThis);
                }
                return Ok("home.remove");
            }
            Self::Books(name, books) => {
                let chosen = &mut taking(layout, name)?.books;
                chosen.clear();
                for placed in books {
                    if !chosen.iter().any(|one| one.book == placed.book) {
                        chosen.push(*placed);
                    }
                }
                return Ok("home.books");
            }
            Self::BookUp(name, book) => {
                step(&mut taking(layout, name)?.books, |placed| placed.book == *book, Step::Up)?;
                return Ok("home.books");
            }
            Self::BookDown(name, book) => {
                step(&mut taking(layout, name)?.books, |placed| placed.book == *book, Step::Down)?;
                return Ok("home.books");
            }
            Self::Pin(name, placed) => {
                let books = &mut taking(layout, name)?.books;
                match books.iter_mut().find(|one| one.book == placed.book) {
                    Some(there) => *there = *placed,
                    None => books.insert(0, *placed),
                }
                return Ok("home.pin");
            }
            Self::Unpin(name, book) => {
                let books = &mut shelf(layout, name)?.books;
                let at = books.iter().position(|one| one.book == *book).ok_or(CurateError::NotFound)?;
                books.remove(at);
                return Ok("home.unpin");
            }
        }
        Ok("home.move")
    }
}

#[derive(Clone, Copy)]
enum Step {
    Up,
    Down,
}

/// Moves something by a place; at the end of the list it stays.
fn step<T>(list: &mut [T], is: impl Fn(&T) -> bool, step: Step) -> Result<(), CurateError> {
    let at = list.iter().position(is).ok_or(CurateError::NotFound)?;
    match step {
        Step::Up if at > 0 => list.swap(at - 1, at),
        Step::Down if at + 1 < list.len() => list.swap(at, at + 1),
        Step::Up | Step::Down => {}
    }
    Ok(())
}

fn shelf<'a>(layout: &'a mut Layout, name: &str) -> Result<&'a mut Shelf, CurateError> {
    layout.shelves.iter_mut().find(|shelf| shelf.name == name).ok_or(CurateError::NotFound)
}

/// A shelf that books can be chosen for.
fn taking<'a>(layout: &'a mut Layout, name: &str) -> Result<&'a mut Shelf, CurateError> {
    let shelf = shelf(layout, name)?;
    if shelf.kind.takes_books() { Ok(shelf) } else { Err(CurateError::NotForThis) }
}

fn order(layout: &mut Layout, names: &[String]) -> Result<(), CurateError> {
    if names.iter().any(|name| layout.place(name).is_none()) {
        return Err(CurateError::invalid("order", "unknown", crate::t::home_shelf_unknown));
    }
    // A stable sort: those that are not named stay in their order behind the others.
    layout
        .shelves
        .sort_by_key(|shelf| names.iter().position(|name| *name == shelf.name).unwrap_or(usize::MAX));
    Ok(())
}

fn edit(shelf: &mut Shelf, draft: &Draft) -> Result<&'static str, CurateError> {
    let before = shelf.clone();
    draft.apply(shelf)?;
    let only_hidden = Shelf { hidden: shelf.hidden, ..before.clone() } == *shelf;
    Ok(match (only_hidden && shelf.hidden != before.hidden, shelf.hidden) {
        (true, true) => "home.hide",
        (true, false) => "home.show",
        (false, _) => "home.change",
    })
}

impl Draft {
    fn apply(&self, to: &mut Shelf) -> Result<(), CurateError> {
        if to.kind != Kind::Own && (self.titles.is_some() || self.source.is_some()) {
            return Err(CurateError::NotForThis);
        }
        if let Some(titles) = &self.titles {
            to.titles = titles.iter().map(check::tidied).collect();
            // As the database gives them back.
            to.titles.sort_by_key(|title| title.locale.tag());
            to.titles.dedup_by_key(|title| title.locale);
        }
        to.hidden = self.hidden.unwrap_or(to.hidden);
        to.from = self.from.unwrap_or(to.from);
        to.until = self.until.unwrap_or(to.until);
        to.source = self.source.unwrap_or(to.source);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(layout: &Layout) -> Vec<&str> {
        layout.shelves.iter().map(|shelf| shelf.name.as_str()).collect()
    }

    fn made(changes: &[Change]) -> Layout {
        let mut layout = Layout::default();
        for change in changes {
            change.apply(&mut layout, 7).unwrap();
        }
        layout
    }

    #[test]
    fn shelves_go_up_and_down_and_stay_at_the_ends() {
        let layout =
            made(&[Change::Up("best".into()), Change::Down("viewed".into()), Change::Up("for_you".into())]);
        assert_eq!(names(&layout), ["for_you", "best", "new", "liked", "genres", "picks", "viewed"]);
        let layout = made(&[Change::Order(vec!["viewed".into(), "new".into()])]);
        assert_eq!(names(&layout)[..3], ["viewed", "new", "for_you"]);
    }

    #[test]
    fn a_book_comes_to_the_front_and_one_that_is_there_gets_other_dates() {
        let placed = |book| Placed { book: Id::new(book), from: None, until: None };
        let later = Placed { until: Some(Timestamp::from_millis(5)), ..placed(1) };
        let pin = |placed| Change::Pin("best".into(), placed);
        let layout = made(&[pin(placed(1)), pin(placed(2)), pin(later)]);
        assert_eq!(layout.shelf("best").unwrap().books, [placed(2), later]);
        let mut layout = Layout::default();
        let refused = Change::Pin("for_you".into(), placed(1)).apply(&mut layout, 1);
        assert!(matches!(refused, Err(CurateError::NotForThis)), "what is recommended is the reader's");
    }

    #[test]
    fn a_shelf_of_the_programs_own_is_hidden_and_neither_renamed_nor_removed() {
        let mut layout = Layout::default();
        let hide = Draft { hidden: Some(true), ..Draft::default() };
        assert_eq!(Change::Edit("best".into(), hide).apply(&mut layout, 1).unwrap(), "home.hide");
        let rename = Draft { titles: Some(Vec::new()), ..Draft::default() };
        for change in [Change::Edit("best".into(), rename), Change::Remove("best".into())] {
            assert!(matches!(change.apply(&mut layout, 1), Err(CurateError::NotForThis)));
        }
    }
}
