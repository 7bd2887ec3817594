//! Statements: a literal text, its arguments, and the place in the source where it stands.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use crate::value::{ToValue, Value};

/// A statement ready to run. Made by [`sql!`](crate::sql) only, so that every text of the program is registered
/// and a test can prepare them all.
#[derive(Debug)]
pub struct Statement {
    pub(crate) text: &'static Registered,
    pub(crate) args: Vec<Arg>,
    pub(crate) long: bool,
}

/// The texts of a statement as the source has them.
#[derive(Debug)]
pub struct Registered {
    /// What SQLite is given.
    pub sqlite: &'static str,
    /// What PostgreSQL is given; nearly always the same.
    pub postgres: &'static str,
    /// The source file.
    pub file: &'static str,
    /// The line in it.
    pub line: u32,
}

impl fmt::Display for Registered {
    /// `file:line` of the source.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

inventory::collect!(&'static Registered);

/// Every statement of the program.
pub fn registered() -> impl Iterator<Item = &'static Registered> {
    inventory::iter::<&'static Registered>.into_iter().copied()
}

/// An argument: one value, or the many of `in ($1…)`.
#[derive(Debug)]
pub enum Arg {
    /// `$1`
    One(Value),
    /// `$1…`, expanded to as many places as there are values.
    Many(Vec<Value>),
}

/// What may stand as an argument of [`sql!`](crate::sql).
pub trait IntoArg {
    /// The argument.
    fn into_arg(self) -> Arg;
}

/// The values of `in ($1…)`; see [`list`].
#[derive(Debug)]
pub struct List(Vec<Value>);

/// Values for a place written `in ($1…)`. An empty list matches nothing.
pub fn list<T: ToValue>(values: impl IntoIterator<Item = T>) -> List {
    List(values.into_iter().map(T::to_value).collect())
}

impl<T: ToValue> IntoArg for T {
    fn into_arg(self) -> Arg {
        Arg::One(self.to_value())
    }
}
impl IntoArg for List {
    fn into_arg(self) -> Arg {
        Arg::Many(self.0)
    }
}

/// A literal statement with its arguments, `$1` being the first.
///
/// ```ignore
/// sql!("select id from books where language = $1 and id in ($2…)", language, list(ids))
/// sql!(sqlite: "…", postgres: "…", argument)   // where the dialects must part
/// ```
#[macro_export]
macro_rules! sql {
    (sqlite: $sqlite:expr, postgres: $postgres:expr $(, $arg:expr)* $(,)?) => {{
        static TEXT: $crate::Registered =
            $crate::Registered { sqlite: $sqlite, postgres: $postgres, file: file!(), line: line!() };
        $crate::inventory::submit! { &TEXT }
        $crate::Statement::new(&TEXT, vec![$($crate::IntoArg::into_arg($arg)),*])
    }};
    ($text:expr $(, $arg:expr)* $(,)?) => {
        $crate::sql!(sqlite: $text, postgres: $text $(, $arg)*)
    };
}

impl Statement {
    #[doc(hidden)]
    pub fn new(text: &'static Registered, args: Vec<Arg>) -> Self {
        Self { text, args, long: false }
    }

    /// Says that this one takes long: on SQLite it runs off the threads that serve requests.
    #[must_use]
    pub fn long(mut self) -> Self {
        self.long = true;
        self
    }

    /// The text with its lists written out, and the values in the order of their numbers.
    pub(crate) fn expand(self, text: &'static str) -> (Cow<'static, str>, Vec<Value>) {
        if self.args.iter().all(|arg| matches!(arg, Arg::One(_))) {
            let values = self.args.into_iter().map(|arg| match arg {
                Arg::One(value) => value,
                Arg::Many(_) => Value::Null,
            });
            return (Cow::Borrowed(text), values.collect());
        }
        let mut next = self.args.len();
        let mut expanded = text.to_owned();
        let (mut values, mut further) = (Vec::new(), Vec::new());
        for (index, arg) in self.args.into_iter().enumerate() {
            match arg {
                Arg::One(value) => values.push(value),
                Arg::Many(many) => {
                    let mut many = padded(many).into_iter();
                    values.push(many.next().unwrap_or(Value::Null));
                    let mut places = format!("${}", index + 1);
                    for value in many {
                        next += 1;
                        // Writing to a string cannot fail.
                        let _ = write!(places, ", ${next}");
                        further.push(value);
                    }
                    expanded = expanded.replace(&format!("${}…", index + 1), &places);
                }
            }
        }
        values.append(&mut further);
        (Cow::Owned(expanded), values)
    }
}

/// Fills a list up to a power of two by repeating its last value, so that lists of all lengths share few texts
/// and the prepared statements stay few.
fn padded(mut values: Vec<Value>) -> Vec<Value> {
    let last = values.last().cloned().unwrap_or(Value::Null);
    values.resize(values.len().next_power_of_two(), last);
    values
}

/// A registered text with every list written out as two places, to be prepared by the audit.
pub(crate) fn with_lists_of_two(text: &str) -> String {
    let mut highest = highest_place(text);
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('…').peekable();
    while let Some(part) = parts.next() {
        out.push_str(part);
        if parts.peek().is_some() {
            highest += 1;
            let _ = write!(out, ", ${highest}");
        }
    }
    out
}

/// The highest `$n` of a text.
pub(crate) fn highest_place(text: &str) -> usize {
    text.split('$')
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_written_out_to_a_power_of_two() {
        let statement =
            sql!("select 1 where $1 = 1 and 2 in ($2…) and $3 = 3", 1_i64, list([5_i64, 6, 7]), 3_i64);
        let text = statement.text.sqlite;
        let (text, values) = statement.expand(text);
        assert_eq!(text, "select 1 where $1 = 1 and 2 in ($2, $4, $5, $6) and $3 = 3");
        let numbers: Vec<_> = [1, 5, 3, 6, 7, 7].map(Value::Int).into();
        assert_eq!(values, numbers);
    }

    #[test]
    fn an_empty_list_matches_nothing() {
        let statement = sql!("select 1 where 2 in ($1…)", list(Vec::<i64>::new()));
        let text = statement.text.sqlite;
        assert_eq!(statement.expand(text), (Cow::Borrowed("select 1 where 2 in ($1)"), vec![Value::Null]));
    }

    #[test]
    fn the_audit_prepares_lists_as_two_places() {
        assert_eq!(
            with_lists_of_two("a in ($1…) or b = $2 or c in ($3…)"),
            "a in ($1, $4) or b = $2 or c in ($3, $5)"
        );
    }
}
