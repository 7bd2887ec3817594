//! What is done at intervals.

use std::time::Duration;

use db::{Query, on_both_databases, sql};
use jobs::Registry;

use crate::{Bench, saying};

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
        let (rows,): (i64,) = bench.db.one(sql!("/* full scan: one row */ select count(*) from jobs")).await.unwrap();
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
