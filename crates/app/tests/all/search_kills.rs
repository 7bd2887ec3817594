//! Whenever the program is killed while books come in, its search ends equal to the database.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use db::Url;
use db::scratch::{Engine, Scratch};

use crate::place::Place;

/// How often the program is killed.
const KILLS: usize = 20;
/// Books that come in between two kills.
const BOOKS: usize = 40;
/// Longer than the search ever takes to follow.
const PATIENCE: Duration = Duration::from_mins(1);

/// A list of books that each have a word of their own.
fn list(number: usize) -> String {
    (0..BOOKS).fold("title,author\n".to_owned(), |mut list, place| {
        let _ = writeln!(list, "Carnet {},Nadia Amrane", word(number * BOOKS + place));
        list
    })
}

/// A word for a number, unlike those for other numbers.
fn word(mut number: usize) -> String {
    const SOUNDS: [&str; 10] = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"];
    let mut word = String::new();
    for _ in 0..4 {
        word.push_str(SOUNDS[number % 10]);
        number /= 10;
    }
    word
}

fn total(answer: &str) -> Option<u64> {
    let value: serde_json::Value = serde_json::from_str(answer).ok()?;
    value["total"].as_u64()
}

fn the_search_ends_equal_to_the_database(database: &[(&str, &str)]) {
    let place = Place::new();
    let variables = &[database, &[("WARRAQ_RATE_LIMITS", "off")]].concat();
    place.run_with(&["migrate"], variables).done();
    for kill in 0..KILLS {
        let shop = place.serve(variables);
        let path = place.write(&format!("{kill}.csv"), list(kill));
        let mut import = place.command(&["import", "--free", path.to_str().unwrap()]);
        let mut import =
            import.envs(variables.iter().copied()).stdout(std::process::Stdio::null()).spawn().unwrap();
        // At another moment each time: before, while and after the books come in.
        let mut asked = 0;
        while asked < kill * 2 {
            assert_eq!(shop.get("/api/v1/search?q=carnet").status, 200);
            asked += 1;
        }
        // Killed, not told to stop.
        drop(shop);
        assert!(import.wait().unwrap().success());
    }
    let shop = place.serve(variables);
    let wanted = Some((KILLS * BOOKS) as u64);
    let began = Instant::now();
    while total(&shop.get("/api/v1/search?q=carnet&limit=1").body) != wanted {
        assert!(began.elapsed() < PATIENCE, "{}", shop.get("/api/v1/search?q=carnet&limit=1").body);
    }
    for number in (0..KILLS * BOOKS).step_by(7) {
        let title = format!("Carnet {}", word(number));
        let answer = shop.get(&format!("/api/v1/search?limit=1&q={}", title.replace(' ', "+")));
        assert!(answer.body.contains(&title), "{title}: {}", answer.body);
    }
}

#[test]
fn a_kill_at_any_moment_costs_nothing_on_sqlite() {
    the_search_ends_equal_to_the_database(&[]);
}

#[test]
fn a_kill_at_any_moment_costs_nothing_on_postgres() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let scratch = runtime.block_on(Scratch::new(Engine::Postgres));
    let Url::Postgres(address) = &scratch.url else { panic!("{}", scratch.url) };
    the_search_ends_equal_to_the_database(&[("WARRAQ_DATABASE_URL", address)]);
}
