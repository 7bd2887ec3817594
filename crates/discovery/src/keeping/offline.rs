//! Favourites that were chosen offline.

use catalogue::Book;
use futures::future::BoxFuture;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use web::offline::{self, Answered, Became, Kind, Sender};

use super::favorite::Word;
use super::feature::kept;
use super::{Favorite, Keeping};

/// A favourite, in a batch of what was done offline.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SentFavorite {
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    /// Whether it is one.
    is_favorite: bool,
    /// When that was said, by the device's clock.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// Whether a book is a favourite, in the answer to a batch.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct KeptFavorite {
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    is_favorite: bool,
    /// When that was said last; null where nothing was, or long ago.
    #[schema(value_type = Option<String>, format = DateTime)]
    updated_at: Option<Timestamp>,
}

impl Kind for Keeping {
    fn name(&self) -> &'static str {
        "favorites"
    }

    fn work_in<'a>(
        &'a self,
        sender: &'a Sender<'a>,
        items: Vec<Value>,
    ) -> BoxFuture<'a, web::Result<Vec<Answered>>> {
        Box::pin(async move {
            let words: Vec<_> = items.into_iter().map(|item| self.word(sender, item)).collect();
            let good: Vec<_> = words.iter().flatten().copied().collect();
            let (app, user) = (sender.app, sender.me.user);
            let counts = Favorite::say(&app.db, user, &good, app.clock.now()).await?;
            let answer = |word: web::Result<Word>| {
                let told = word.and_then(|word| match counts.get(&word.book) {
                    Some(Ok(now)) => {
                        let is_so = (now.is_favorite, now.at) == (word.is_favorite, Some(word.at));
                        let outcome = if is_so { Became::Applied } else { Became::Kept };
                        let (is_favorite, updated_at) = (now.is_favorite, now.at);
                        Answered::with(outcome, &KeptFavorite { book_id: word.book, is_favorite, updated_at })
                    }
                    Some(Err(why)) => kept(*why).and(Err(web::Error::NotFound)),
                    None => Err(web::Error::NotFound),
                });
                told.or_else(|error| Answered::of_error(error, sender.locale))
            };
            words.into_iter().map(answer).collect()
        })
    }
}

impl Keeping {
    fn word(&self, sender: &Sender<'_>, item: Value) -> web::Result<Word> {
        let sent: SentFavorite = offline::read(item)?;
        self.limits().change(sender.client)?;
        let at = sender.clocks.moment(sent.updated_at);
        Ok(Word { book: sent.book_id, is_favorite: sent.is_favorite, at })
    }
}
