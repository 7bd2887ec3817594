//! What the two databases must do alike, on real ones.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::atomic::{AtomicU32, Ordering};

use db::{
    Error, Json, MIGRATIONS, Query, Value, audit_statements, list, on_both_databases, record, schema::Kind,
    sql,
};
use kernel::{Id, Timestamp};

record! {
    struct Publisher {
        id: Id<Publisher>,
        name: String,
        book_count: i64,
    }
}

async fn add(db: &impl Query, name: &str) -> Result<Id<Publisher>, Error> {
    let (id,) = db
        .one(sql!(
            "insert into publishers (name, folded_name) values ($1, $2) returning id",
            name,
            name.to_lowercase()
        ))
        .await?;
    Ok(id)
}

async fn names(db: &impl Query) -> Vec<String> {
    let rows: Vec<Publisher> =
        db.all(sql!("select name, id, book_count from publishers order by folded_name")).await.unwrap();
    rows.into_iter().map(|row| row.name).collect()
}

on_both_databases! {
    async fn a_row_comes_back_by_the_names_of_its_columns(db: Db) {
        let id = db.transaction(async |tx| add(&tx, "Casbah").await).await.unwrap();
        let row: Publisher = db.one(sql!("select book_count, name, id from publishers where id = $1", id)).await.unwrap();
        assert_eq!((row.id, row.name.as_str(), row.book_count), (id, "Casbah", 0));
    }

    async fn numbered_places_mean_the_same_argument_wherever_they_stand(db: Db) {
        let row: (i64, String, i64) = db
            .one(sql!("select cast($2 as bigint), cast($3 as text), cast($1 as bigint) where cast($2 as bigint) = 2", 1_i64, 2_i64, "three"))
            .await
            .unwrap();
        assert_eq!(row, (2, "three".to_owned(), 1));
    }

    async fn every_kind_of_value_survives_the_journey(db: Db) {
        let at: Timestamp = "2026-11-23T09:00:00.120Z".parse().unwrap();
        db.execute(sql!(
            "insert into books (title, folded_title, language, status, cover_version, cover_drawn, cover_placeholder, folder, series_number, created_at, updated_at)
             values ('t', 't', 'ar', 'draft', '', $1, '', 'f', $2, $3, $3)", true, 2.5, at
        )).await.unwrap();
        db.execute(sql!(
            "insert into book_files (book_id, format, version, sha256, bytes, contents, warnings, created_at)
             select id, 'epub', 'v', 's', $1, $2, $3, $4 from books", 9_000_000_000_i64, Json(vec!["é", "ن"]), Json(Vec::<String>::new()), at
        )).await.unwrap();
        let row: (bool, f64, Timestamp) = db.one(sql!("/* full scan: one row */ select cover_drawn, series_number, created_at from books")).await.unwrap();
        assert_eq!(row, (true, 2.5, at));
        let row: (i64, Json<Vec<String>>, Option<i64>) = db.one(sql!("/* full scan: one row */ select bytes, contents, sample_bytes from book_files")).await.unwrap();
        assert_eq!(row, (9_000_000_000, Json(vec!["é".to_owned(), "ن".to_owned()]), None));
    }

    async fn a_list_stands_for_as_many_places_as_it_has_values(db: Db) {
        let ids = db.transaction(async |tx| {
            let mut ids = Vec::new();
            for name in ["a", "b", "c", "d"] {
                ids.push(add(&tx, name).await?);
            }
            Ok::<_, Error>(ids)
        }).await.unwrap();
        let some: Vec<(String,)> = db.all(sql!("select name from publishers where id in ($1…) order by name", list(ids[1..].iter().copied()))).await.unwrap();
        assert_eq!(some.into_iter().map(|row| row.0).collect::<Vec<_>>(), ["b", "c", "d"]);
        let none: Vec<(String,)> = db.all(sql!("select name from publishers where id in ($1…)", list(Vec::<i64>::new()))).await.unwrap();
        assert!(none.is_empty());
    }

    async fn a_reading_answers_and_changes_nothing(db: Db) {
        let reading = db.reading().await.unwrap();
        assert!(names(&reading).await.is_empty());
        let refused = reading.execute(sql!("delete from publishers where name = 'Casbah'")).await.unwrap_err();
        assert!(refused.to_string().contains("a reading changes nothing"), "{refused}");
        drop(reading);
        db.transaction(async |tx| add(&tx, "Casbah").await).await.unwrap();
        assert_eq!(names(&db.reading().await.unwrap()).await, ["Casbah"], "the next one sees what came between");
    }

    async fn more_readings_than_connections_wait_for_each_other(db: Db) {
        db.transaction(async |tx| add(&tx, "Casbah").await).await.unwrap();
        let readings = (0..60).map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                let reading = db.reading().await.unwrap();
                tokio::task::yield_now().await;
                let (first, second) = futures::join!(names(&reading), names(&reading));
                first.len() + second.len()
            })
        });
        for counted in futures::future::join_all(readings).await {
            assert_eq!(counted.unwrap(), 2);
        }
    }

    async fn what_fails_halfway_leaves_nothing(db: Db) {
        let result = db.transaction(async |tx| {
            add(&tx, "One").await?;
            add(&tx, "ONE").await
        }).await;
        assert!(result.unwrap_err().is_unique("publishers_folded_name"));
        assert!(names(&db).await.is_empty());
        // And the connection is as good as new.
        db.transaction(async |tx| add(&tx, "Two").await).await.unwrap();
        assert_eq!(names(&db).await, ["Two"]);
    }

    async fn a_transaction_whose_caller_goes_away_is_rolled_back(db: Db) {
        let work = db.transaction(async |tx| {
            add(&tx, "Gone").await?;
            std::future::pending::<Result<(), Error>>().await
        });
        let cut_off = tokio::time::timeout(std::time::Duration::from_millis(100), work).await;
        assert!(cut_off.is_err());
        db.transaction(async |tx| add(&tx, "Here").await).await.unwrap();
        assert_eq!(names(&db).await, ["Here"]);
    }

    async fn two_that_meet_are_both_done(db: Db) {
        let (a, b) = db.transaction(async |tx| Ok::<_, Error>((add(&tx, "a").await?, add(&tx, "b").await?))).await.unwrap();
        let tries = AtomicU32::new(0);
        let raise = async |first: Id<Publisher>, second: Id<Publisher>| {
            db.transaction(async |tx| {
                tries.fetch_add(1, Ordering::Relaxed);
                tx.execute(sql!("update publishers set book_count = book_count + 1 where id = $1", first)).await?;
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                tx.execute(sql!("update publishers set book_count = book_count + 1 where id = $1", second)).await
            }).await
        };
        // Taken in opposite order, the rows make a deadlock on PostgreSQL; the loser runs again.
        let (one, other) = tokio::join!(raise(a, b), raise(b, a));
        one.unwrap();
        other.unwrap();
        let counts: Vec<(i64,)> = db.all(sql!("select book_count from publishers where id in ($1…)", list([a, b]))).await.unwrap();
        assert_eq!(counts, [(2,), (2,)]);
    }

    async fn a_hundred_at_once_lose_no_count(db: Db) {
        let id = db.transaction(async |tx| add(&tx, "Busy").await).await.unwrap();
        let raise = || db.execute(sql!("update publishers set book_count = book_count + 1 where id = $1", id));
        let all = (0..100).map(|_| raise());
        for changed in futures::future::join_all(all).await {
            assert_eq!(changed.unwrap(), 1);
        }
        let (count,): (i64,) = db.one(sql!("select book_count from publishers where id = $1", id)).await.unwrap();
        assert_eq!(count, 100);
    }

    async fn text_sorts_by_its_bytes(db: Db) {
        db.transaction(async |tx| {
            for name in ["é", "Z", "a", "ن", "b"] {
                tx.execute(sql!("insert into publishers (name, folded_name) values ($1, $1)", name)).await?;
            }
            Ok::<_, Error>(())
        }).await.unwrap();
        assert_eq!(names(&db).await, ["Z", "a", "b", "é", "ن"]);
    }

    async fn a_nul_from_outside_harms_nobody(db: Db) {
        let none: Vec<(i64,)> = db.all(sql!("select id from publishers where folded_name = $1", "a\0b")).await.unwrap();
        assert!(none.is_empty());
    }

    async fn errors_say_which_kind_they_are(db: Db) {
        let orphan = db.execute(sql!("insert into genre_names (genre_id, locale, name, folded_name, description) values (99, 'en', 'x', 'x', '')")).await;
        assert!(matches!(orphan, Err(Error::ForeignKey)), "{orphan:?}");
        let missing = db.one::<(i64,)>(sql!("select id from publishers where id = 99")).await;
        assert!(matches!(missing, Err(Error::NotFound)));
        let null = db.execute(sql!("insert into publishers (name, folded_name) values (null, 'x')")).await;
        assert!(matches!(null, Err(Error::Check(_))), "{null:?}");
        let wrong = db.one::<(String,)>(sql!("select id from publishers union all select cast(7 as bigint)")).await;
        assert!(matches!(wrong, Err(Error::Column { .. })), "{wrong:?}");
    }

    async fn the_schema_that_migrations_tell_of_is_the_one_that_is_there(db: Db) {
        let mut there: Vec<(String, String, String)> = Vec::new();
        let columns: Vec<(String, String)> = db
            .all(sql!(
                sqlite: "select m.name, p.name || ' ' || lower(p.type) from sqlite_schema m join pragma_table_info(m.name) p
                 where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> 'migrations' /* full scan: a test */",
                postgres: "select table_name::text, column_name || ' ' || data_type from information_schema.columns
                 where table_schema = current_schema() and table_name <> 'migrations' /* full scan: a test */"
            ))
            .await
            .unwrap();
        for (table, column) in columns {
            let (name, kind) = column.split_once(' ').unwrap();
            there.push((table, name.to_owned(), kind.to_owned()));
        }
        there.sort();
        let versions: Vec<i64> = MIGRATIONS.iter().map(|step| step.version).collect();
        let mut told: Vec<(String, String, String)> = Vec::new();
        for table in db::schema::tables(&versions) {
            assert!(!table.key.is_empty(), "{} has no primary key", table.name);
            for column in &table.columns {
                let (sqlite, postgres) = match column.kind {
                    Kind::Key | Kind::Int => ("integer", "bigint"),
                    Kind::Bool => ("integer", "boolean"),
                    Kind::Float => ("real", "double precision"),
                    Kind::Text => ("text", "text"),
                    Kind::Json => ("text", "jsonb"),
                    Kind::Bytes => ("blob", "bytea"),
                };
                let kind = if db.kind() == "sqlite" { sqlite } else { postgres };
                told.push((table.name.to_owned(), column.name.to_owned(), kind.to_owned()));
            }
        }
        told.sort();
        assert_eq!(told, there);
    }

    async fn a_snapshot_shows_one_moment_while_others_write(db: Db) {
        db.execute(sql!("insert into publishers (name, folded_name) values ('a', 'a')")).await.unwrap();
        let snapshot = db.snapshot().await.unwrap();
        db.execute(sql!("insert into publishers (name, folded_name) values ('b', 'b')")).await.unwrap();
        db.execute(sql!("delete from publishers where name = 'a'")).await.unwrap();
        let versions: Vec<i64> = MIGRATIONS.iter().map(|step| step.version).collect();
        let table = db::schema::tables(&versions).into_iter().find(|table| table.name == "publishers").unwrap();
        let mut seen = Vec::new();
        let each = |row: Vec<Value>| -> db::Result<()> {
            seen.push(row);
            Ok(())
        };
        snapshot.rows(&table, each).await.unwrap();
        let names: Vec<&Value> = seen.iter().map(|row| &row[1]).collect();
        assert_eq!(names, [&Value::Text("a".to_owned())]);
        drop(snapshot);
        let (now,): (String,) = db.one(sql!("select name from publishers where id = 2")).await.unwrap();
        assert_eq!(now, "b");
    }

    async fn starting_twice_at_once_migrates_once(db: Db) {
        let (one, other) = tokio::join!(db.migrate(), db.migrate());
        assert_eq!((one.unwrap(), other.unwrap()), (vec![], vec![]));
        db.ready().await.unwrap();
        let (count,): (i64,) = db.one(sql!("/* full scan: a dozen rows */ select count(*) from migrations")).await.unwrap();
        assert_eq!(usize::try_from(count).unwrap(), MIGRATIONS.len());
    }

    async fn statements_that_cannot_be_prepared_or_read_whole_tables_are_found(db: Db) {
        if false {
            // Registered by standing here; never run.
            db.execute(sql!("select nonsense from nowhere")).await.unwrap();
            db.execute(sql!("select id from books where description = $1", "x")).await.unwrap();
        }
        let found = audit_statements(&db, &["publishers", "migrations"]).await.unwrap();
        let about = |words: &str| found.iter().filter(|line| line.contains(words)).count();
        assert_eq!(about("nowhere"), 1, "{found:#?}");
        assert_eq!(about("reads the whole of books"), 1, "{found:#?}");
        assert_eq!(found.len(), 2, "{found:#?}");
    }
}
