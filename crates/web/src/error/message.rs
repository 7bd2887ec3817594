//! Words that are not yet in any language. The domain finds an error before it is known who reads it, so an error
//! carries a function from the language to the text.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use i18n::Locale;

/// A text in whichever language it is asked for: usually a message function such as `t::title_too_long`.
#[derive(Clone)]
pub struct Message(Arc<dyn Fn(Locale) -> Cow<'static, str> + Send + Sync>);

impl Message {
    /// The text in one language.
    pub fn text(&self, locale: Locale) -> Cow<'static, str> {
        (self.0)(locale)
    }
}

impl<F, S> From<F> for Message
where
    F: Fn(Locale) -> S + Send + Sync + 'static,
    S: Into<Cow<'static, str>>,
{
    fn from(words: F) -> Self {
        Self(Arc::new(move |locale| words(locale).into()))
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text(Locale::En))
    }
}
