//! Input checked as the gateway checks it, and told in its words: 422, a message, and texts by field.

use crate::json::Json;

/// What is wrong with an input.
#[derive(Debug, Default)]
pub(crate) struct Errors(Vec<(String, Vec<String>)>);

impl Errors {
    /// Adds a text to a field.
    pub(crate) fn add(&mut self, field: &str, text: impl Into<String>) {
        match self.0.iter_mut().find(|(name, _)| name == field) {
            Some((_, texts)) => texts.push(text.into()),
            None => self.0.push((field.to_owned(), vec![text.into()])),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The body of a 422.
    pub(crate) fn body(&self) -> Json {
        let mut texts = self.0.iter().flat_map(|(_, texts)| texts);
        let first = texts.next().map_or("", String::as_str);
        let message = match texts.count() {
            0 => first.to_owned(),
            1 => format!("{first} (and 1 more error)"),
            more => format!("{first} (and {more} more errors)"),
        };
        let errors = self.0.iter().map(|(field, texts)| {
            (field.as_str(), Json::List(texts.iter().map(|text| text.as_str().into()).collect()))
        });
        Json::object([("message", message.into()), ("errors", Json::object(errors))])
    }
}

/// A field's name as it stands in a text: `success_url` → `success url`.
pub(crate) fn in_words(field: &str) -> String {
    field.replace('_', " ")
}

/// An input whose fields are read one by one; what is wrong is gathered. `null` counts as left out.
pub(crate) struct Input<'a> {
    body: &'a Json,
    pub(crate) errors: Errors,
}

impl<'a> Input<'a> {
    pub(crate) fn new(body: &'a Json) -> Self {
        Self { body, errors: Errors::default() }
    }

    /// The value of a field, where it was sent.
    pub(crate) fn value(&self, field: &str) -> Option<&'a Json> {
        self.body.get(field).filter(|value| **value != Json::Null)
    }

    /// Says that a field is missing.
    pub(crate) fn require(&mut self, field: &str) {
        if self.value(field).is_none_or(|value| value.as_str() == Some("")) {
            self.errors.add(field, format!("The {} field is required.", in_words(field)));
        }
    }

    /// A text.
    pub(crate) fn text(&mut self, field: &str) -> Option<String> {
        let value = self.value(field)?;
        if value.as_str().is_none() {
            self.errors.add(field, format!("The {} field must be a string.", in_words(field)));
        }
        value.as_str().map(str::to_owned)
    }

    /// An address that begins with http:// or https:// and names a host.
    pub(crate) fn url(&mut self, field: &str) -> Option<String> {
        let text = self.text(field)?;
        if text.is_empty() {
            return None;
        }
        let is_one = reqwest::Url::parse(&text)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !is_one {
            self.errors.add(field, format!("The {} field must be a valid URL.", in_words(field)));
        }
        is_one.then_some(text)
    }

    /// A whole number; a text of digits is none.
    pub(crate) fn integer(&mut self, field: &str) -> Option<i64> {
        let value = self.value(field)?;
        let number = value.as_i64();
        if number.is_none() {
            self.errors.add(field, format!("The {} field must be an integer.", in_words(field)));
        }
        number
    }

    /// A whole number from `least` on.
    pub(crate) fn at_least(&mut self, field: &str, least: i64) -> Option<i64> {
        let number = self.integer(field)?;
        if number < least {
            let text = format!("The {} field must be greater than or equal to {least}.", in_words(field));
            self.errors.add(field, text);
        }
        Some(number)
    }

    /// One of a few words.
    pub(crate) fn one_of(&mut self, field: &str, words: &[&str]) -> Option<String> {
        let value = self.value(field)?;
        let word = value.as_str().filter(|word| words.contains(word));
        if word.is_none() {
            self.errors.add(field, format!("The selected {} is invalid.", in_words(field)));
        }
        word.map(str::to_owned)
    }

    /// True or false, also as 1 or 0.
    pub(crate) fn boolean(&mut self, field: &str) -> Option<bool> {
        let value = self.value(field)?;
        let truth = match value {
            Json::Bool(truth) => Some(*truth),
            other => other.as_i64().filter(|n| matches!(n, 0 | 1)).map(|n| n == 1),
        };
        if truth.is_none() {
            self.errors.add(field, format!("The {} field must be true or false.", in_words(field)));
        }
        truth
    }

    /// An object or a list, as it was sent.
    pub(crate) fn array(&mut self, field: &str) -> Json {
        match self.value(field) {
            None => Json::Null,
            Some(value @ (Json::Object(_) | Json::List(_))) => value.clone(),
            Some(_) => {
                self.errors.add(field, format!("The {} field must be an array.", in_words(field)));
                Json::Null
            }
        }
    }
}
