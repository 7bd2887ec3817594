//! What is done at intervals.

use std::time::Duration;

use db::{Query, on_both_databases, sql};
use jobs::{GiveUp, Registry, enqueue, enqueue_at};

use crate::{Bench, Say, say, saying};

const HOUR: Duration = Duration::from_hours(1);

fn hourly() -> Registry<Bench> {
    Registry::new().every("test.hourly", HOUR, async |bench: Bench| {
        bench.note("tick");
        Ok(())
    })
}

/// Long enough for every node to look at the table.
async fn a_while() {
    tokio::time::sleep(Duration::from_millis(1_400)).await;
}

on_both_databases! {
    async fn two_nodes_do_it_once_a_period(db: Db) {
        let bench = Bench::new(db);
        let nodes = [bench.node(hourly()), bench.node(hourly())];
        for period in 1..=2 {
            bench.wait_for(period).await;
            a_while().await;
            assert_eq!(bench.done().len(), period);
            bench.clock.advance_seconds(3_599);
            a_while().await;
            assert_eq!(bench.done().len(), period, "the period is not over");
            bench.clock.advance_seconds(1);
        }
        bench.wait_for(3).await;
        for node in nodes {
            node.stop().await;
        }
        let (rows,): (i64,) = bench.db.one(sql!("select count(*) from jobs where schedule = 'test.hourly'")).await.unwrap();
        assert_eq!(rows, 1);
    }

    async fn what_fails_is_tried_again_before_the_period_is_over_and_never_dies(db: Db) {
        let bench = Bench::new(db);
        let registry = Registry::new().every("test.hourly", HOUR, async |bench: Bench| {
            bench.note("tried");
            if bench.done().len() % 2 == 1 { Err(anyhow::anyhow!("not yet")) } else { Ok(()) }
        });
        let node = bench.node(registry);
        bench.wait_for(1).await;
        a_while().await;
        assert_eq!(bench.done().len(), 1, "it waits a little");
        bench.clock.advance_seconds(7);
        bench.wait_for(2).await;
        a_while().await;
        bench.clock.advance_seconds(1_800);
        a_while().await;
        assert_eq!(bench.done().len(), 2, "it succeeded: it waits for its next time");
        bench.clock.advance_seconds(1_800);
        bench.wait_for(3).await;
        node.stop().await;
    }

    async fn what_was_given_up_is_thrown_away_after_thirty_days(db: Db) {
        let bench = Bench::new(db);
        let registry = Registry::new().on::<Say>(async |_: Bench, _: Say| Err(GiveUp::because("no use")));
        let worker = bench.worker(registry);
        let kept = async || {
            worker.registry().run_scheduled("jobs.tidy", bench.clone()).await.unwrap().unwrap();
            let (rows,): (i64,) = bench.db.one(sql!("/* full scan: a test */ select count(*) from jobs")).await.unwrap();
            rows
        };
        let now = bench.now();
        enqueue(&bench.db, &say("dies"), now).await.unwrap();
        worker.drain().await.unwrap();
        let much_later = now.plus_seconds(60 * 24 * 3_600);
        enqueue_at(&bench.db, &say("waits"), much_later).await.unwrap();
        bench.clock.advance_seconds(30 * 24 * 3_600);
        assert_eq!(kept().await, 2);
        bench.clock.advance_seconds(1);
        assert_eq!(kept().await, 1, "what waits is left alone");
    }

    async fn draining_leaves_it_alone_and_a_test_can_run_it_by_its_name(db: Db) {
        let bench = Bench::new(db);
        let registry = saying().merge(hourly());
        bench.worker(registry.clone()).drain().await.unwrap();
        assert!(bench.done().is_empty());
        registry.run_scheduled("test.hourly", bench.clone()).await.unwrap().unwrap();
        assert_eq!(bench.done(), ["tick"]);
        assert!(registry.run_scheduled("test.daily", bench.clone()).await.is_none());
    }
}

#[test]
#[should_panic(expected = "two features have a schedule called test.hourly")]
fn a_name_is_taken_once() {
    drop(hourly().merge(hourly()));
}
