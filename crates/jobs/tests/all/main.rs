//! Jobs on real databases, through the public face.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod schedules;
mod stories;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use db::Db;
use jobs::{Job, Registry, Worker};
use kernel::{Clock, Random, Timestamp};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// What the jobs of a test share: what they did, and what holds them up.
#[derive(Clone)]
struct Bench {
    db: Db,
    clock: Clock,
    done: Arc<Mutex<Vec<String>>>,
    go: Arc<Notify>,
}

impl Bench {
    fn new(db: Db) -> Self {
        Self::at(db, Clock::fixed("2026-11-23T09:00:00Z".parse().unwrap()))
    }

    fn at(db: Db, clock: Clock) -> Self {
        Self { db, clock, done: Arc::default(), go: Arc::default() }
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn worker(&self, registry: Registry<Self>) -> Worker<Self> {
        Worker::new(self.db.clone(), self.clock.clone(), Random::seeded(7), registry, self.clone())
    }

    /// A node that works until it is told to stop.
    fn node(&self, registry: Registry<Self>) -> Node {
        let stop = Arc::new(Notify::new());
        let told = Arc::clone(&stop);
        let task = tokio::spawn(self.worker(registry).run(async move { told.notified().await }));
        Node { stop, task }
    }

    fn note(&self, what: impl Into<String>) {
        self.done.lock().unwrap().push(what.into());
    }

    fn done(&self) -> Vec<String> {
        self.done.lock().unwrap().clone()
    }

    /// Waits until so many things are done.
    async fn wait_for(&self, count: usize) {
        let there = async {
            while self.done().len() < count {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let waited = tokio::time::timeout(Duration::from_mins(1), there).await;
        assert!(waited.is_ok(), "{} of {count} things are done", self.done().len());
    }
}

struct Node {
    stop: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Node {
    async fn stop(self) {
        self.stop.notify_one();
        self.task.await.unwrap();
    }
}

/// Says a word.
#[derive(serde::Serialize, serde::Deserialize)]
struct Say(String);

impl Job for Say {
    const KIND: &'static str = "test.say";
    const TRIES: u32 = 3;
}

/// Greets a guest.
#[derive(serde::Serialize, serde::Deserialize)]
struct Greet(i64);

impl Job for Greet {
    const KIND: &'static str = "test.greet";

    fn about(&self) -> Option<String> {
        Some(format!("guest:{}", self.0))
    }
}

fn say(word: &str) -> Say {
    Say(word.to_owned())
}

/// A registry in which saying succeeds.
fn saying() -> Registry<Bench> {
    Registry::new().on::<Say>(async |bench: Bench, job: Say| {
        bench.note(job.0);
        Ok(())
    })
}
