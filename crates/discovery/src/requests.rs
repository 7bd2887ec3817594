//! Books that people looked for and did not find: what they ask the shop for, once each, for its people to look through.

mod api;
mod page;

use accounts::Email;
use db::{Db, Query, record, sql};
use kernel::{Id, Timestamp, fold};
use web::UserId;

use crate::t;

pub(crate) use api::routes as api;
pub(crate) use page::{PATH, form, send, show};

/// The longest request, in characters.
const LONGEST: usize = 200;
/// How many of the newest requests are kept.
const MOST: i64 = 50_000;

record! {
    /// A book that somebody asked for.
    pub(crate) struct BookRequest {
        /// The request's key.
        id: Id<BookRequest>,
        /// What was asked for, as it was written.
        words: String,
        /// Who asked; `None` for a visitor.
        user_id: Option<UserId>,
        /// The reader's unique name.
        username: Option<String>,
        /// The visitor's address, if they want to be told.
        email: Option<String>,
        /// When.
        requested_at: Timestamp,
    }
}

/// Who asks.
#[derive(Debug, Clone)]
pub(crate) enum Asker {
    /// A reader, whose address the shop has.
    Reader(UserId),
    /// A visitor, with an address if they want to be told.
    Visitor(Option<Email>),
}

impl Asker {
    /// Reads who asks: a reader needs no address, and a visitor may leave one.
    fn read(reader: Option<UserId>, email: &str) -> web::Result<Self> {
        if let Some(user) = reader {
            return Ok(Self::Reader(user));
        }
        if email.trim().is_empty() {
            return Ok(Self::Visitor(None));
        }
        let email = Email::parse(email)
            .map_err(|_| web::Error::invalid("email", "invalid_email", t::request_email_wrong))?;
        Ok(Self::Visitor(Some(email)))
    }
}

impl BookRequest {
    /// Notes a request. One that somebody made before is made already.
    async fn make(db: &Db, text: &str, asker: &Asker, now: Timestamp) -> web::Result<()> {
        let text = text.trim();
        let folded = fold(text);
        if folded.is_empty() {
            return Err(web::Error::invalid("text", "missing", t::request_missing));
        }
        if text.chars().count() > LONGEST {
            return Err(web::Error::invalid("text", "too_long", t::request_too_long));
        }
        let (user, email, asker) = match asker {
            Asker::Reader(user) => (Some(*user), None, format!("reader {user}")),
            Asker::Visitor(email) => {
                let email = email.as_ref().map(Email::as_str);
                (None, email, email.unwrap_or_default().to_lowercase())
            }
        };
        db.transaction(async |tx| {
            let made: Option<(i64,)> = tx
                .optional(sql!(
                    "insert into book_requests (words, folded_words, user_id, email, asker, requested_at)
                     values ($1, $2, $3, $4, $5, $6)
                     on conflict (folded_words, asker) do nothing returning id",
                    text,
                    folded.as_str(),
                    user,
                    email,
                    asker.as_str(),
                    now
                ))
                .await?;
            if let Some((id,)) = made {
                tx.execute(sql!("delete from book_requests where id <= $1", id - MOST)).await?;
            }
            Ok::<_, db::Error>(())
        })
        .await?;
        Ok(())
    }

    /// A part of all requests, the newest first.
    async fn list(db: &impl Query, before: Option<i64>, rows: i64) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select r.id, r.words, r.user_id, u.username, r.email, r.requested_at
             from book_requests r left join users u on u.id = r.user_id
             where r.id < $1 order by r.id desc limit $2",
            before.unwrap_or(i64::MAX),
            rows
        ))
        .await
    }
}
