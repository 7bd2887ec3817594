//! What the people of the sample shop said of its books: in three languages, with answers, likes, spoilers, and something
//! for the moderator to look at.

mod words;

use std::collections::HashMap;

use accounts::{CreateError, NewAccount};
use catalogue::Book;
use community::moderation::{Act, Order};
use community::{Comment, Draft, Posted, Reason, Report, Text, Value};
use db::{Db, Query as _, record, sql};
use i18n::Locale;
use kernel::{Clock, Id, Random, Timestamp};
use web::{Client, Identity, Role, UserId};

use words::{READ, READERS, REPORTED, Said, TALK};

const HOUR: i64 = 60 * 60;

/// Lets people have talked about the books, where nobody has yet.
pub(super) async fn enter(db: &Db, random: &Random, now: Timestamp) -> anyhow::Result<()> {
    let said: Option<(i64,)> = db.optional(sql!("select id from comments order by id limit 1")).await?;
    if said.is_some() {
        return Ok(());
    }
    let since = Clock::fixed(now.plus_seconds(-super::KNOWN));
    for (username, name, locale) in READERS {
        join(db, (&since, random), (username, name, locale)).await?;
    }
    let mut talk = Talk { db, now, people: HashMap::new(), books: books(db).await?, said: HashMap::new() };
    for (username, percent, slug, stars) in READ {
        talk.read(username, slug, *percent, *stars).await?;
    }
    for said in TALK {
        talk.say(said).await?;
    }
    talk.report().await
}

/// Makes the account of somebody who is there to talk.
pub(super) async fn join(
    db: &Db,
    by: (&Clock, &Random),
    (username, name, locale): (&str, &str, Locale),
) -> anyhow::Result<()> {
    let email = super::email(username);
    let new = NewAccount { email: &email, username, password: super::PASSWORD, role: Role::Reader, locale };
    match accounts::create(db, by, new).await {
        Ok(()) => db
            .execute(sql!("update users set name = $2 where folded_email = $1", email, name))
            .await
            .map(drop)
            .map_err(anyhow::Error::from),
        Err(CreateError::UsernameTaken | CreateError::EmailTaken) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The sample books by their words.
async fn books(db: &Db) -> db::Result<HashMap<String, Id<Book>>> {
    let rows: Vec<(String, Id<Book>)> = db
        .all(sql!(
            "/* full scan: once, when the shop is filled */
             select import_mark, id from books where import_mark like 'demo:%'"
        ))
        .await?;
    Ok(rows.into_iter().map(|(mark, id)| (mark.replacen("demo:", "", 1), id)).collect())
}

record! {
    struct Account {
        id: UserId,
        username: String,
        role: Role,
    }
}

/// The talk as far as it has come.
struct Talk<'a> {
    db: &'a Db,
    now: Timestamp,
    people: HashMap<&'static str, Identity>,
    books: HashMap<String, Id<Book>>,
    said: HashMap<&'static str, Id<Comment>>,
}

impl Talk<'_> {
    async fn person(&mut self, username: &'static str) -> anyhow::Result<Identity> {
        if let Some(known) = self.people.get(username) {
            return Ok(known.clone());
        }
        let account: Account = self
            .db
            .one(sql!("select id, username, role from users where folded_email = $1", super::email(username)))
            .await?;
        let identity = Identity {
            user: account.id,
            session: Id::new(0),
            name: account.username.clone(),
            username: account.username,
            picture: None,
            role: account.role,
            verified: true,
            suspended_until: None,
            cart_count: 0,
        };
        self.people.insert(username, identity.clone());
        Ok(identity)
    }

    /// Somebody has a book, has read so far, and rates it; what they did before stays.
    async fn read(
        &mut self,
        username: &'static str,
        slug: &str,
        percent: f64,
        stars: Option<f64>,
    ) -> anyhow::Result<()> {
        let user = self.person(username).await?.user;
        let Some(book) = self.books.get(slug).copied() else { return Ok(()) };
        let at = self.now.plus_seconds(-40 * super::DAY);
        self.db
            .execute(sql!(
                "insert into library_entries (user_id, book_id, source, added_at) values ($1, $2, 'bought', $3)
                 on conflict (user_id, book_id) do nothing",
                user,
                book,
                at
            ))
            .await?;
        self.db
            .execute(sql!(
                "insert into reading_progress (user_id, book_id, percent, last_read_at, finished_at)
                 values ($1, $2, $3, $4, $5) on conflict (user_id, book_id) do nothing",
                user,
                book,
                percent,
                at,
                (percent >= 100.0).then_some(at)
            ))
            .await?;
        if let Some(Ok(value)) = stars.map(Value::from_stars) {
            community::rate(self.db, user, book, value, at).await?;
        }
        Ok(())
    }

    async fn say(&mut self, said: &Said) -> anyhow::Result<()> {
        let who = self.person(said.who).await?;
        let at = self.now.plus_seconds(-said.hours_ago * HOUR);
        let parent = match said.answers {
            None => None,
            // What was to be answered was not said: its book is not there.
            Some(answered) => match self.said.get(answered) {
                Some(id) => Some(*id),
                None => return Ok(()),
            },
        };
        let (Some(book), Ok(text)) = (self.books.get(said.book).copied(), Text::parse(said.text)) else {
            return Ok(());
        };
        let draft = Draft { book, parent, text: &text, spoiler: said.spoiler, key: None, written_at: None };
        let Posted::As(id) = community::post(self.db, &who, draft, at).await? else { return Ok(()) };
        self.said.insert(said.name, id);
        for liker in said.liked_by {
            let user = self.person(liker).await?.user;
            community::like(self.db, user, id, at.plus_seconds(HOUR)).await?;
        }
        Ok(())
    }

    /// Leaves something in the moderators' queue, and something that was decided.
    async fn report(&mut self) -> anyhow::Result<()> {
        for (reporter, name, reason, note) in REPORTED {
            let user = self.person(reporter).await?.user;
            let Some(id) = self.said.get(name).copied() else { continue };
            let report = Report { reason: *reason, note };
            community::report(self.db, user, id, report, self.now.plus_seconds(-2 * HOUR)).await?;
        }
        let salim = self.person("salim").await?;
        if let Some(id) = self.said.get("insult").copied() {
            let note = "Parlons des livres, pas des gens.";
            let order = Order { act: Act::Hide, reason: Some(Reason::Abuse), note, hours: 0 };
            let by = (&salim, Client::default());
            community::moderation::act(self.db, by, id, order, self.now.plus_seconds(-HOUR)).await?;
        }
        Ok(())
    }
}
