//! What is wrong with the values of a request, field by field.

use super::Message;

/// One wrong value.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The field's name as the caller wrote it, dotted for what lies deeper: `items.2.amount`.
    pub field: String,
    /// Stable and machine-readable: `taken`, `too_long`, `unknown_field`.
    pub code: &'static str,
    /// What to tell a person.
    pub message: Message,
}

/// All the wrong values of a request, in the order in which they were found.
#[derive(Clone, Debug, Default)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// A list of one.
    pub fn one(field: &str, code: &'static str, message: impl Into<Message>) -> Self {
        let mut errors = Self::default();
        errors.add(field, code, message);
        errors
    }

    /// Adds one wrong value.
    pub fn add(&mut self, field: &str, code: &'static str, message: impl Into<Message>) {
        self.0.push(FieldError { field: field.to_owned(), code, message: message.into() });
    }

    /// Adds a wrong value of another list under a name of this one's.
    pub fn push(&mut self, field: &str, wrong: &FieldError) {
        self.0.push(FieldError { field: field.to_owned(), ..wrong.clone() });
    }

    /// Adds all the wrong values of another list.
    pub fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The wrong values.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    /// The first wrong value of one field, to be shown beside it in a form.
    pub fn of(&self, field: &str) -> Option<&FieldError> {
        self.0.iter().find(|error| error.field == field)
    }

    /// `Ok` when nothing is wrong, so that a check can end with `errors.into_result()?`.
    pub fn into_result(self) -> Result<(), super::Error> {
        if self.is_empty() { Ok(()) } else { Err(super::Error::Invalid(self)) }
    }
}
