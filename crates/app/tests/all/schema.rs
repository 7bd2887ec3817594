//! `warraq migrate`, on both databases.

use std::process::Stdio;

use db::scratch::{Engine, Scratch};
use db::{Query as _, sql};

use crate::place::{Place, Ran};

/// A database without a schema, and its address.
async fn empty(engine: Engine, place: &Place) -> (Option<Scratch>, String) {
    if engine == Engine::Sqlite {
        return (None, format!("sqlite:{}", place.path("warraq.db").display()));
    }
    let scratch = Scratch::new(engine).await;
    scratch.db.execute(sql!("drop schema public cascade")).await.unwrap();
    scratch.db.execute(sql!("create schema public")).await.unwrap();
    let db::Url::Postgres(url) = scratch.url.clone() else { panic!("{}", scratch.url) };
    (Some(scratch), url)
}

async fn the_second_time_there_is_nothing_to_do(engine: Engine) {
    let place = Place::new();
    let (_scratch, url) = empty(engine, &place).await;
    let args = ["migrate", "--database-url", &url];
    assert!(place.run(&args).done().starts_with("applied 1"));
    assert_eq!(place.run(&args).done(), "the schema is up to date\n");
    assert!(!place.path("data/media").exists(), "it touches the database only");
}

async fn of_several_at_once_each_step_is_taken_by_one(engine: Engine) {
    let place = Place::new();
    let (_scratch, url) = empty(engine, &place).await;
    let start = |_| {
        let mut command = place.command(&["migrate", "--database-url", &url]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let started: Vec<_> = (0..4).map(start).collect();
    let ran: Vec<_> = started.into_iter().map(|child| Ran::read(child.wait_with_output().unwrap())).collect();
    let working = ran.iter().filter(|ran| ran.done().starts_with("applied 1")).count();
    let idle = ran.iter().filter(|ran| ran.done() == "the schema is up to date\n").count();
    assert_eq!((working, idle), (1, 3), "{ran:?}");
}

/// Each on both databases.
macro_rules! on_both {
    ($($name:ident)+) => {$(
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                super::$name(Engine::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgres() {
                super::$name(Engine::Postgres).await;
            }
        }
    )+};
}

on_both! {
    the_second_time_there_is_nothing_to_do
    of_several_at_once_each_step_is_taken_by_one
}
