//! Whatever happens in whatever order, what is counted along the way is what a count of the rows finds.

use catalogue::Book;
use community::moderation::{Act, Order};
use community::{Comment, Draft, Drift, Posted, Reason, Report, Text, Value, recount};
use db::{Query as _, sql};
use kernel::Id;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRng, TestRunner};
use testing::{TestApp, book, on_both_databases};
use web::{Client, Identity, Role};

use crate::site;

const PEOPLE: usize = 4;
const BOOKS: usize = 2;

/// Something that somebody does.
#[derive(Debug, Clone)]
enum Deed {
    Rate(usize, i64),
    Unrate(usize),
    Say(usize),
    Answer(usize, usize),
    Reword(usize, &'static str),
    Remove(usize),
    Like(usize),
    Unlike(usize),
    Report(usize),
    Moderate(usize, Act),
}

fn deed() -> impl Strategy<Value = Deed> {
    let (book, comment) = (0..BOOKS, 0..12_usize);
    let acts = [Act::Keep, Act::Restore, Act::Hide, Act::MarkSpoiler];
    prop_oneof![
        3 => (book.clone(), 0..=50_i64).prop_map(|(book, value)| Deed::Rate(book, value)),
        1 => book.clone().prop_map(Deed::Unrate),
        3 => book.clone().prop_map(Deed::Say),
        4 => (book, comment.clone()).prop_map(|(book, comment)| Deed::Answer(book, comment)),
        1 => (comment.clone(), prop::sample::select(vec!["other words", "https://a.example"]))
            .prop_map(|(comment, text)| Deed::Reword(comment, text)),
        3 => comment.clone().prop_map(Deed::Remove),
        3 => comment.clone().prop_map(Deed::Like),
        2 => comment.clone().prop_map(Deed::Unlike),
        1 => comment.clone().prop_map(Deed::Report),
        2 => (comment, prop::sample::select(acts.to_vec())).prop_map(|(comment, act)| Deed::Moderate(comment, act)),
    ]
}

/// Those who do it, and what there is to do it to.
struct Town {
    shop: TestApp,
    people: Vec<Identity>,
    moderator: Identity,
    books: Vec<Id<Book>>,
    said: Vec<Id<Comment>>,
    turn: usize,
}

impl Town {
    async fn found(shop: &TestApp) -> Self {
        let mut people = Vec::new();
        for name in ["leila", "karim", "nadia", "anis"] {
            people.push(identity(shop, name, Role::Reader).await);
        }
        let moderator = identity(shop, "salim", Role::Moderator).await;
        let books = vec![book("Zinc").put(shop).await, book("Plomb").put(shop).await];
        Self { shop: shop.clone(), people, moderator, books, said: Vec::new(), turn: 0 }
    }

    /// One of what was said; those that are gone as well.
    fn said(&self, at: usize) -> Id<Comment> {
        if self.said.is_empty() { Id::new(1) } else { self.said[at % self.said.len()] }
    }

    async fn happen(&mut self, person: usize, deed: &Deed) {
        let (db, now) = (&self.shop.app.db, self.shop.app.clock.now());
        let me = self.people[person].clone();
        self.turn += 1;
        match deed {
            Deed::Rate(book, tenths) => {
                #[expect(clippy::cast_precision_loss, reason = "0 to 50")]
                let value = Value::from_stars(*tenths as f64 / 10.0).unwrap();
                assert!(community::rate(db, me.user, self.books[*book], value, now).await.unwrap());
            }
            Deed::Unrate(book) => community::unrate(db, me.user, self.books[*book], now).await.unwrap(),
            Deed::Say(book) => self.say(&me, *book, None).await,
            Deed::Answer(book, to) => self.say(&me, *book, Some(self.said(*to))).await,
            Deed::Reword(which, words) => {
                let text = Text::parse(words).unwrap();
                let change = community::Change { text: Some(&text), spoiler: Some(true) };
                community::change(db, &me, self.said(*which), change, now).await.map(drop).unwrap();
            }
            Deed::Remove(which) => community::remove(db, me.user, self.said(*which)).await.map(drop).unwrap(),
            Deed::Like(which) => {
                community::like(db, me.user, self.said(*which), now).await.map(drop).unwrap();
            }
            Deed::Unlike(which) => community::unlike(db, me.user, self.said(*which)).await.unwrap(),
            Deed::Report(which) => {
                let report = Report { reason: Reason::Spam, note: "" };
                community::report(db, me.user, self.said(*which), report, now).await.map(drop).unwrap();
            }
            Deed::Moderate(which, act) => {
                let order = Order { act: *act, reason: Some(Reason::Abuse), note: "", hours: 0 };
                let by = (&self.moderator, Client::default());
                let done = community::moderation::act(db, by, self.said(*which), order, now).await;
                done.map(drop).unwrap();
            }
        }
    }

    async fn say(&mut self, me: &Identity, book: usize, parent: Option<Id<Comment>>) {
        // Every third has the same words, and is held.
        let words =
            if self.turn.is_multiple_of(3) { "again".to_owned() } else { format!("number {}", self.turn) };
        let text = Text::parse(&words).unwrap();
        let draft = Draft {
            book: self.books[book],
            parent,
            text: &text,
            spoiler: false,
            key: None,
            written_at: None,
        };
        let db = &self.shop.app.db;
        if let Posted::As(id) = community::post(db, me, draft, self.shop.app.clock.now()).await.unwrap() {
            self.said.push(id);
        }
    }
}

async fn identity(shop: &TestApp, username: &str, role: Role) -> Identity {
    shop.account(username, role).await;
    let (user,) = shop.app.db.one(sql!("select id from users where username = $1", username)).await.unwrap();
    Identity {
        user,
        session: Id::new(1),
        username: username.to_owned(),
        name: username.to_owned(),
        picture: None,
        role,
        verified: true,
        suspended_until: None,
        cart_count: 0,
    }
}

/// A story, always the same one.
fn stories(count: u32) -> Vec<Vec<(usize, Deed)>> {
    let rng = TestRng::deterministic_rng(Config::default().rng_algorithm);
    let mut runner = TestRunner::new_with_rng(Config { cases: count, ..Config::default() }, rng);
    let story = prop::collection::vec((0..PEOPLE, deed()), 60);
    (0..count).map(|_| story.new_tree(&mut runner).unwrap().current()).collect()
}

on_both_databases! {
    in site();

    async fn any_story_ends_in_exact_counts(shop: TestApp) {
        let mut town = Town::found(&shop).await;
        for story in stories(16) {
            for (at, (person, deed)) in story.iter().enumerate() {
                town.happen(*person, deed).await;
                if at % 6 == 0 {
                    assert_eq!(recount(&shop.app.db).await.unwrap(), Drift::default(), "after {:?}", &story[..=at]);
                }
            }
            assert_eq!(recount(&shop.app.db).await.unwrap(), Drift::default(), "after {story:?}");
        }
        let empty: i64 = shop.app.db.one::<(i64,)>(sql!(
            "select count(*) from comments c where c.state = 'deleted' and not exists (select 1 from comments r where r.parent_id = c.id)"
        )).await.unwrap().0;
        assert_eq!(empty, 0, "no empty place stands for nothing");
        assert!(town.said.len() > 100, "{}", town.said.len());
    }
}
