//! How single jobs come and go.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use db::{Query, on_both_databases, sql};
use jobs::{GiveUp, Registry, enqueue, enqueue_at, overdue};
use kernel::{Clock, Timestamp};

use crate::{Bench, Greet, Say, say, saying};

/// Jobs in the table, and what the first of them last said.
async fn left(bench: &Bench) -> (usize, Option<String>) {
    let rows: Vec<(i64, Option<String>)> = bench
        .db
        .all(sql!("/* full scan: a test's few rows */ select id, last_error from jobs where schedule is null order by id"))
        .await
        .unwrap();
    (rows.len(), rows.into_iter().next().and_then(|row| row.1))
}

fn failing() -> Registry<Bench> {
    Registry::new().on::<Say>(async |bench: Bench, job: Say| {
        bench.note("tried");
        Err(anyhow::anyhow!("no voice").context(format!("cannot say {}", job.0.len())))
    })
}

on_both_databases! {
    async fn eight_workers_do_five_hundred_jobs_once_each(db: Db) {
        let bench = Bench::at(db, Clock::system());
        let nodes: Vec<_> = (0..8).map(|_| bench.node(saying())).collect();
        let now = bench.now();
        for hundred in 0..5 {
            bench.db.transaction(async |tx| {
                for number in 0..100 {
                    enqueue(&tx, &say(&format!("{hundred}-{number}")), now).await?;
                }
                Ok::<_, db::Error>(())
            }).await.unwrap();
        }
        bench.wait_for(500).await;
        for node in nodes {
            node.stop().await;
        }
        let mut times: HashMap<String, u32> = HashMap::new();
        for word in bench.done() {
            *times.entry(word).or_default() += 1;
        }
        assert_eq!(times.len(), 500);
        assert!(times.values().all(|times| *times == 1), "{times:?}");
        assert_eq!(left(&bench).await.0, 0);
    }

    async fn what_is_rolled_back_enqueues_nothing(db: Db) {
        let bench = Bench::new(db);
        let now = bench.now();
        let result: Result<(), db::Error> = bench.db.transaction(async |tx| {
            enqueue(&tx, &say("never"), now).await?;
            Err(db::Error::NotFound)
        }).await;
        assert!(result.is_err());
        assert!(bench.worker(saying()).drain().await.unwrap().is_empty());
        assert!(bench.done().is_empty());
    }

    async fn jobs_run_in_the_order_in_which_they_are_due_and_so_does_what_they_enqueue(db: Db) {
        let bench = Bench::new(db);
        let registry = Registry::new().on::<Say>(async |bench: Bench, job: Say| {
            if job.0 == "b" {
                enqueue(&bench.db, &say("c"), bench.now()).await?;
            }
            bench.note(job.0);
            Ok(())
        });
        for (word, seconds) in [("b", 0), ("a", -5), ("later", 60)] {
            enqueue_at(&bench.db, &say(word), bench.now().plus_seconds(seconds)).await.unwrap();
        }
        let worker = bench.worker(registry);
        assert!(worker.drain().await.unwrap().is_empty());
        assert_eq!(bench.done(), ["a", "b", "c"]);
        assert!(overdue(&bench.db, bench.now()).await.unwrap().is_empty());
        bench.clock.advance_seconds(60);
        assert_eq!(overdue(&bench.db, bench.now()).await.unwrap()[0].kind, "test.say");
        worker.drain().await.unwrap();
        assert_eq!(bench.done(), ["a", "b", "c", "later"]);
        assert_eq!(left(&bench).await.0, 0);
    }

    async fn a_job_that_fails_is_tried_again_later_each_time_and_given_up_at_last(db: Db) {
        let bench = Bench::new(db);
        let worker = bench.worker(failing());
        enqueue(&bench.db, &say("secret"), bench.now()).await.unwrap();
        let failures = worker.drain().await.unwrap();
        assert_eq!(failures.len(), 1);
        assert!(!failures[0].dead);
        assert_eq!(failures[0].to_string(), "test.say: cannot say 6: no voice");
        assert!(worker.drain().await.unwrap().is_empty(), "it waits");
        bench.clock.advance_seconds(7);
        assert_eq!(worker.drain().await.unwrap().len(), 1);
        bench.clock.advance_seconds(7);
        assert!(worker.drain().await.unwrap().is_empty(), "it waits longer");
        bench.clock.advance_seconds(20);
        let last = worker.drain().await.unwrap();
        assert!(last[0].dead);
        bench.clock.advance_seconds(1_000_000);
        assert!(worker.drain().await.unwrap().is_empty(), "it is dead");
        assert!(overdue(&bench.db, bench.now()).await.unwrap().is_empty());
        assert_eq!(bench.done().len(), 3);
        assert_eq!(left(&bench).await, (1, Some("cannot say 6: no voice".to_owned())));
    }

    async fn a_job_that_will_never_succeed_is_given_up_at_once(db: Db) {
        let bench = Bench::new(db);
        let registry = Registry::new().on::<Say>(async |_: Bench, _: Say| Err(GiveUp::because("there is no such word")));
        enqueue(&bench.db, &say("x"), bench.now()).await.unwrap();
        let failures = bench.worker(registry).drain().await.unwrap();
        assert!(failures[0].dead);
        assert_eq!(left(&bench).await, (1, Some("there is no such word".to_owned())));
    }

    async fn a_job_that_panics_fails_like_any_other(db: Db) {
        let bench = Bench::new(db);
        let registry = Registry::new().on::<Say>(async |bench: Bench, _: Say| {
            bench.note("tried");
            panic!("on purpose");
        });
        enqueue(&bench.db, &say("x"), bench.now()).await.unwrap();
        let failures = bench.worker(registry).drain().await.unwrap();
        assert_eq!((failures[0].error.as_str(), failures[0].dead), ("it panicked", false));
    }

    async fn an_unknown_kind_is_left_for_nodes_that_know_it(db: Db) {
        let bench = Bench::new(db);
        enqueue(&bench.db, &say("hello"), bench.now()).await.unwrap();
        assert!(bench.worker(Registry::new()).drain().await.unwrap().is_empty());
        assert_eq!(overdue(&bench.db, bench.now()).await.unwrap()[0].tries, 0);
        bench.worker(saying()).drain().await.unwrap();
        assert_eq!(bench.done(), ["hello"]);
    }

    async fn data_that_cannot_be_read_are_not_repeated(db: Db) {
        let bench = Bench::new(db);
        let now: Timestamp = bench.now();
        bench.db.execute(sql!(
            "insert into jobs (kind, payload, due_at, wanted_at, tries) values ('test.say', '{\"secret\": 1}', $1, $1, 0)", now
        )).await.unwrap();
        let failures = bench.worker(saying()).drain().await.unwrap();
        assert!(failures[0].error.starts_with("its data cannot be read"), "{failures:?}");
        assert!(!failures[0].error.contains("secret"), "{failures:?}");
    }

    async fn every_text_survives_as_data(db: Db) {
        let bench = Bench::new(db);
        let word = "nul \0, ورّاق, \"quoted\", \u{1F4DA}, line\nbreak";
        enqueue(&bench.db, &say(word), bench.now()).await.unwrap();
        bench.worker(saying()).drain().await.unwrap();
        assert_eq!(bench.done(), [word]);
    }

    async fn a_job_whose_process_died_is_taken_up_after_its_lease(db: Db) {
        let bench = Bench::new(db);
        let hanging = Registry::new().on::<Say>(async |bench: Bench, _: Say| {
            bench.note("begun");
            std::future::pending().await
        });
        let node = bench.node(hanging);
        enqueue(&bench.db, &say("done"), bench.now()).await.unwrap();
        bench.wait_for(1).await;
        node.task.abort();
        let worker = bench.worker(saying());
        bench.clock.advance_seconds(59);
        worker.drain().await.unwrap();
        assert_eq!(bench.done(), ["begun"]);
        bench.clock.advance_seconds(1);
        worker.drain().await.unwrap();
        assert_eq!(bench.done(), ["begun", "done"]);
        assert_eq!(left(&bench).await.0, 0);
    }

    async fn a_worker_that_is_told_to_stop_finishes_what_runs_and_begins_nothing(db: Db) {
        let bench = Bench::new(db);
        let waiting = Registry::new().on::<Say>(async |bench: Bench, job: Say| {
            bench.note("begun");
            bench.go.notified().await;
            bench.note(job.0);
            Ok(())
        });
        let node = bench.node(waiting);
        enqueue(&bench.db, &say("done"), bench.now()).await.unwrap();
        bench.wait_for(1).await;
        node.stop.notify_one();
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(!node.task.is_finished());
        enqueue(&bench.db, &say("more"), bench.now()).await.unwrap();
        bench.go.notify_one();
        node.task.await.unwrap();
        assert_eq!(bench.done(), ["begun", "done"]);
        assert_eq!(left(&bench).await.0, 1);
    }

    async fn no_more_than_four_run_at_once(db: Db) {
        let bench = Bench::new(db);
        let waiting = Registry::new().on::<Say>(async |bench: Bench, _: Say| {
            bench.note("begun");
            bench.go.notified().await;
            Ok(())
        });
        for _ in 0..6 {
            enqueue(&bench.db, &say("x"), bench.now()).await.unwrap();
        }
        let node = bench.node(waiting);
        bench.wait_for(4).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(bench.done().len(), 4);
        bench.go.notify_one();
        bench.wait_for(5).await;
        bench.go.notify_waiters();
        bench.wait_for(6).await;
        bench.go.notify_waiters();
        node.stop().await;
        assert_eq!(left(&bench).await.0, 0);
    }

    async fn a_worker_of_the_same_process_begins_at_once(db: Db) {
        let bench = Bench::new(db);
        let node = bench.node(saying());
        let now = bench.now();
        let mut quickest = Duration::MAX;
        for count in 1..=3 {
            // Long enough for the worker to look no more than each second.
            tokio::time::sleep(Duration::from_millis(1_200)).await;
            bench.db.transaction(async |tx| enqueue(&tx, &say("x"), now).await).await.unwrap();
            let committed = Instant::now();
            bench.wait_for(count).await;
            quickest = quickest.min(committed.elapsed());
        }
        node.stop().await;
        assert!(quickest < Duration::from_millis(150), "{quickest:?}");
    }

    async fn what_was_to_be_done_about_something_is_forgotten_with_it(db: Db) {
        let bench = Bench::new(db);
        let worker = bench.worker(Registry::new().on::<Greet>(async |bench: Bench, job: Greet| {
            if job.0 == 7 && bench.done().is_empty() {
                bench.note("tried");
                return Err(jobs::GiveUp::because("no use"));
            }
            bench.note(format!("greeted {}", job.0));
            Ok(())
        }));
        let now = bench.now();
        let greet = async |who| enqueue(&bench.db, &Greet(who), now).await.unwrap();
        greet(7).await;
        worker.drain().await.unwrap();
        greet(7).await;
        greet(8).await;
        jobs::forget(&bench.db, "guest:7").await.unwrap();
        worker.drain().await.unwrap();
        assert_eq!(bench.done(), ["tried", "greeted 8"]);
        let (rows,): (i64,) = bench.db.one(sql!("/* full scan: a test */ select count(*) from jobs")).await.unwrap();
        assert_eq!(rows, 0, "what was given up is forgotten too");
    }
}
