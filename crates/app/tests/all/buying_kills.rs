//! Whenever the program is killed while people buy: once it runs again and some time has passed, every paid order is
//! delivered once, and no other one is.

mod buyer;
mod rest;
mod truth;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use chargily_double::{
    Act, ApiFault, BadAnswer, Config, DeliveryFault, Double, Endpoint, Mishap, Mode, Often, Status,
};
use db::scratch::{Engine, Scratch};
use db::{Db, Options, Query as _, Url, sql};
use kernel::Random;
use serde_json::json;
use tokio::net::TcpSocket;
use tokio::runtime::Runtime;

use self::buyer::{Buyer, Chance, Closing, Doors, api};
use self::truth::Books;
use crate::place::Place;
use crate::running::Running;

/// How often the program is killed in one test; two of them share the forty of each database.
const KILLS: usize = 20;
const BUYERS: usize = 4;
const BOOKS: usize = 120;
const PASSWORD: &str = "encre et papier 42";
/// What passes while the program is down, in seconds: more than a lease, and than the first question waits.
const DOWN: u32 = 70;
/// What passes in the end, in seconds: whatever is still to be asked about is due by then.
const LONG: u32 = 130 * 60;
/// Longer than anything takes that is waited for.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often it is looked whether it has come.
const LOOK: Duration = Duration::from_millis(50);
/// How long a moment is waited for that need not come.
const MOMENT: Duration = Duration::from_secs(2);

/// The moments at which the program is killed.
#[derive(Clone, Copy)]
enum When {
    /// Whenever chance has it while people buy.
    Anytime,
    /// While the gateway is asked or has just answered, and while it tells something.
    AtTheGateway,
}

/// A moment to wait for.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// Buyers have done so many things.
    Steps(usize),
    /// The gateway was asked for so many things of a kind.
    Asked(Endpoint, usize),
    /// It has told so many things.
    Told(usize),
}

/// A shop that is opened and killed at one address, and the gateway's stand-in.
struct Stage {
    place: Place,
    runtime: Runtime,
    url: Url,
    double: Double,
    /// Where the shop is.
    address: String,
    /// Keeps others off the address while the shop is down.
    _port: TcpSocket,
    variables: Vec<(&'static str, String)>,
    _scratch: Option<Scratch>,
}

impl Stage {
    fn new(engine: Engine) -> Self {
        let (place, runtime) = (Place::new(), Runtime::new().unwrap());
        let scratch = (engine == Engine::Postgres).then(|| runtime.block_on(Scratch::new(engine)));
        let url = match &scratch {
            Some(scratch) => scratch.url.clone(),
            None => Url::Sqlite(place.path("warraq.db")),
        };
        let port = TcpSocket::new_v4().unwrap();
        port.set_reuseaddr(true).unwrap();
        port.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let double = Double::start(Config::default()).unwrap();
        let database = match &url {
            Url::Sqlite(path) => format!("sqlite:{}", path.display()),
            Url::Postgres(url) => url.clone(),
        };
        let variables = vec![
            ("WARRAQ_DATABASE_URL", database),
            ("WARRAQ_RATE_LIMITS", "off".to_owned()),
            ("WARRAQ_CHARGILY_MODE", "test".to_owned()),
            ("WARRAQ_CHARGILY_SECRET_KEY", double.key(Mode::Test).to_owned()),
            ("WARRAQ_CHARGILY_BASE_URL", double.base_url(Mode::Test)),
        ];
        let address = port.local_addr().unwrap().to_string();
        Self { place, runtime, url, double, address, _port: port, variables, _scratch: scratch }
    }

    fn variables(&self) -> Vec<(&str, &str)> {
        self.variables.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }

    fn serve(&self) -> Running {
        self.place.serve_at(&self.address, &self.variables())
    }

    /// Works on the database through a connection of its own.
    fn db<T>(&self, work: impl AsyncFnOnce(&Db) -> T) -> T {
        self.runtime.block_on(async {
            work(&Db::connect(&Options { url: self.url.clone(), replica: None }).await.unwrap()).await
        })
    }

    /// Time passes in the shop, which is down, and at the gateway.
    fn pass(&self, seconds: u32) {
        self.db(async |db| rest::pass(db, seconds).await);
        self.double.advance(i64::from(seconds));
    }

    /// Books that can be bought, one in ten of them free; and people.
    fn fill(&self) -> Vec<i64> {
        let list = (0..BOOKS).fold("title,author\n".to_owned(), |mut list, number| {
            let _ = writeln!(list, "Carnet {number},Nadia Amrane");
            list
        });
        let list = self.place.write("list.csv", list);
        let args = ["import", "--price", "900", list.to_str().unwrap()];
        self.place.run_with(&args, &self.variables()).done();
        for name in (0..BUYERS).map(name) {
            let email = format!("{name}@exemple.dz");
            let args = [
                "user",
                "create",
                "--email",
                &email,
                "--username",
                &name,
                "--role",
                "reader",
                "--password-stdin",
            ];
            let mut command = self.place.command(&args);
            let command = command.envs(self.variables()).stdin(Stdio::piped()).stdout(Stdio::null());
            let mut child = command.spawn().unwrap();
            writeln!(child.stdin.take().unwrap(), "{PASSWORD}").unwrap();
            assert!(child.wait().unwrap().success());
        }
        self.db(async |db| {
            // Files of their own would only take time: nothing that is bought is opened here.
            db.execute(sql!(
                "update books set has_epub = true, price_amount = case when id % 10 = 0 then 0 else 50000 + id * 100 end"
            ))
            .await
            .unwrap();
            let books: Vec<(i64,)> =
                db.all(sql!("select /* full scan: a test */ id from books order by id")).await.unwrap();
            books.into_iter().map(|(id,)| id).collect()
        })
    }

    /// The token of somebody, and who they are.
    fn sign_in(&self, name: &str) -> (String, i64) {
        let body = json!({ "login": name, "password": PASSWORD }).to_string();
        let (status, json, text) = api(&self.address, ("POST", "/auth/sign-in"), "", &body).unwrap();
        assert_eq!(status, 200, "{text}");
        let token = json["access_token"].as_str().unwrap().to_owned();
        let (_, me, text) = api(&self.address, ("GET", "/me"), &token, "").unwrap();
        (token, me["id"].as_i64().unwrap_or_else(|| panic!("{text}")))
    }

    /// Opens the shop, and kills it at a moment.
    fn open_and_kill(&self, moment: Moment, chance: &Chance, doors: &Doors, steps: &Receiver<()>) {
        let before = self.count(moment);
        let shop = self.serve();
        steps.try_iter().for_each(drop);
        doors.open();
        let (mut done, began) = (0, Instant::now());
        let is_reached = |done| match moment {
            Moment::Steps(wanted) => done >= wanted,
            Moment::Asked(_, wanted) | Moment::Told(wanted) => self.count(moment) >= before + wanted,
        };
        while !is_reached(done) && began.elapsed() < MOMENT {
            done += usize::from(steps.recv_timeout(Duration::from_millis(1)).is_ok());
        }
        // What follows from it is killed at any moment too.
        let until = Instant::now() + Duration::from_micros(100 * chance.below(250) as u64);
        while let Some(left) = until.checked_duration_since(Instant::now()) {
            let _ = steps.recv_timeout(left);
        }
        drop(shop);
    }

    fn count(&self, moment: Moment) -> usize {
        match moment {
            Moment::Steps(_) => 0,
            Moment::Asked(endpoint, _) => self.double.count(endpoint),
            Moment::Told(_) => self.double.deliveries().len(),
        }
    }

    /// Waits until everything that is due has been asked about, however long that takes in the shop.
    fn wait(&self) {
        for paying in self.double.checkouts(Mode::Test) {
            if paying.status == Status::Processing {
                self.double.act(&paying.id, Act::Pay).unwrap();
            }
        }
        self.pass(LONG);
        let began = Instant::now();
        while self.db(rest::left_to_do) > 0 {
            let shop = self.serve();
            while !self.db(rest::has_looked) {
                assert!(began.elapsed() < PATIENCE, "{} left", self.db(rest::left_to_do));
                self.runtime.block_on(async { tokio::time::sleep(LOOK).await });
            }
            drop(shop);
            self.pass(DOWN);
        }
    }
}

fn name(number: usize) -> String {
    format!("reader{number}")
}

/// The next moment, and what is wrong at the gateway until then.
fn prepare(double: &Double, when: When, chance: &Chance) -> Moment {
    let number = 1 + chance.below(6);
    let moment = match (when, chance.below(4)) {
        (When::Anytime, _) => Moment::Steps(1 + chance.below(90)),
        (When::AtTheGateway, 0) => Moment::Asked(Endpoint::CreateCheckout, number),
        (When::AtTheGateway, 1) => Moment::Asked(Endpoint::GetCheckout, number),
        (When::AtTheGateway, 2) => Moment::Asked(Endpoint::ListCheckouts, number),
        (When::AtTheGateway, _) => Moment::Told(number),
    };
    let mishap = [Mishap::Duplicate(1), Mishap::Reorder, Mishap::Drop].get(chance.below(6)).copied();
    let hangs = chance.below(2) == 0;
    double.turn(|knobs| {
        knobs.deliveries = mishap.map(|how| DeliveryFault::new(how, Often::ALWAYS)).into_iter().collect();
        knobs.api = match moment {
            // It does what it is asked for, and the program does not live to hear of it.
            Moment::Asked(endpoint, number) if hangs => {
                let often = Often { skip: u32::try_from(number).unwrap() - 1, times: Some(1) };
                vec![ApiFault::on(endpoint, BadAnswer::Hang, often)]
            }
            _ => Vec::new(),
        };
    });
    moment
}

#[expect(clippy::disallowed_methods, reason = "a run that failed is repeated by the seed that it told")]
fn seed() -> u64 {
    let given = std::env::var("WARRAQ_KILLS_SEED").ok().and_then(|seed| seed.parse().ok());
    given.unwrap_or_else(|| u64::from(u32::from_le_bytes(Random::system().bytes())))
}

#[expect(clippy::print_stdout, reason = "whoever looks into a run that failed wants to know what it did")]
fn tell(line: &str) {
    println!("{line}");
}

/// People buy, and the program is killed again and again.
fn buy(stage: &Stage, when: When, seed: u64, books: &[i64], people: &[(String, i64)]) {
    let (chance, doors, (told, steps)) = (Chance(Random::seeded(seed)), Doors::default(), channel());
    thread::scope(|scope| {
        let _closing = Closing(&doors);
        for (number, (token, _)) in (1..).zip(people) {
            let buyer = Buyer {
                shop: &stage.address,
                double: &stage.double,
                token: token.clone(),
                chance: Chance(Random::seeded(seed + number)),
                books,
                seen: 0,
                orders: Vec::new(),
                pages: Vec::new(),
                steps: told.clone(),
            };
            scope.spawn(|| buyer.run(&doors));
        }
        for kill in 0..KILLS {
            let moment = prepare(&stage.double, when, &chance);
            stage.open_and_kill(moment, &chance, &doors, &steps);
            let (attempts, questions) = stage.db(rest::cut_short);
            tell(&format!(
                "kill {kill} at {moment:?}: {attempts} attempts and {questions} questions cut short"
            ));
            stage.pass(DOWN);
        }
    });
    stage.double.turn(|knobs| (knobs.api, knobs.deliveries) = (Vec::new(), Vec::new()));
}

fn what_is_paid_is_delivered_once_and_nothing_else(engine: Engine, when: When) {
    let seed = seed();
    tell(&format!("WARRAQ_KILLS_SEED={seed}"));
    let stage = Stage::new(engine);
    let books = stage.fill();
    let shop = stage.serve();
    let people: Vec<(String, i64)> = (0..BUYERS).map(|number| stage.sign_in(&name(number))).collect();
    drop(shop);
    buy(&stage, when, seed, &books, &people);
    stage.wait();
    let written = stage.db(Books::read);
    written.agree_with(&stage.double);
    written.are_right();
    written.balance();
    written.count_sales();
    let shop = stage.serve();
    for (token, user) in &people {
        written.are_told(&stage.address, *user, token);
    }
    drop(shop);
    let (orders, paid, back) = written.counts();
    tell(&format!("{orders} orders, {paid} of them paid, {back} payments that go back"));
    assert!(paid >= KILLS / 2, "hardly anybody paid");
}

#[test]
fn a_kill_at_any_moment_of_buying_costs_nothing_on_sqlite() {
    what_is_paid_is_delivered_once_and_nothing_else(Engine::Sqlite, When::Anytime);
}

#[test]
fn a_kill_at_any_moment_of_buying_costs_nothing_on_postgres() {
    what_is_paid_is_delivered_once_and_nothing_else(Engine::Postgres, When::Anytime);
}

#[test]
fn a_kill_while_the_gateway_is_spoken_with_costs_nothing_on_sqlite() {
    what_is_paid_is_delivered_once_and_nothing_else(Engine::Sqlite, When::AtTheGateway);
}

#[test]
fn a_kill_while_the_gateway_is_spoken_with_costs_nothing_on_postgres() {
    what_is_paid_is_delivered_once_and_nothing_else(Engine::Postgres, When::AtTheGateway);
}
