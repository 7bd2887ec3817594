//! A book that goes takes everything of its own with it.

use catalogue::{Book, hold, sweep};
use db::Query as _;
use testing::{book, on_both_databases, shared_data};

use crate::site;

on_both_databases! {
    in site();

    async fn a_removed_book_leaves_no_file_and_no_count(shop: TestApp) {
        let stays = book("Stays").genre("Roman").file(shared_data("epub/hefty-water.epub")).put(&shop).await;
        let (app, now, kept_files) = (&shop.app, shop.app.clock.now(), shop.media().await);
        let gone = book("Gone").genre("Roman").file(shared_data("epub/trees.epub")).put(&shop).await;
        assert!(shop.media().await.len() > kept_files.len());
        let found = Book::find(&app.db, gone).await.unwrap().unwrap();
        app.db.transaction(async |tx| found.remove(&tx, now).await).await.unwrap();
        assert_eq!(sweep(&app.db, &app.storage, now).await.unwrap(), 1);
        assert_eq!(shop.media().await, kept_files);
        assert_eq!(shop.get(&format!("/api/v1/books/{gone}")).await.status(), 404);
        let genres = shop.get("/api/v1/genres").await.json();
        assert_eq!(genres["items"][0]["book_count"], 1);
        let kept = Book::find(&app.db, stays).await.unwrap().unwrap();
        assert_eq!(kept.formats().len(), 1);
    }

    async fn what_a_crash_leaves_is_swept_away_when_its_time_has_come(shop: TestApp) {
        let app = &shop.app;
        shop.importer(catalogue::import::Policy::Draft)
            .run(&[shared_data("epub/trees.epub")], &mut |_| {}).await.unwrap();
        let kept = shop.media().await;
        // A folder that an upload had listed before the power went.
        app.storage.put_bytes("books/left/epub-1/pack", "half a book").await.unwrap();
        let tomorrow = app.clock.now().plus_seconds(24 * 60 * 60);
        app.db.execute(db::sql!("insert into discarded_folders (folder, not_before) values ('left', $1)", tomorrow)).await.unwrap();
        assert_eq!(sweep(&app.db, &app.storage, app.clock.now()).await.unwrap(), 0);
        assert_eq!(sweep(&app.db, &app.storage, tomorrow).await.unwrap(), 1);
        assert_eq!(shop.media().await, kept);
    }

    async fn while_a_backup_is_made_no_file_goes(shop: TestApp) {
        let (app, now) = (&shop.app, shop.app.clock.now());
        let gone = book("Gone").file(shared_data("epub/trees.epub")).put(&shop).await;
        let backup = hold::begin(&app.db, now).await.unwrap();
        let files = shop.media().await;
        let found = Book::find(&app.db, gone).await.unwrap().unwrap();
        app.db.transaction(async |tx| found.remove(&tx, now).await).await.unwrap();
        assert_eq!(sweep(&app.db, &app.storage, now).await.unwrap(), 0);
        assert_eq!(shop.media().await, files, "the backup may still have to copy them");
        let later = now.plus_seconds(9 * 60);
        hold::renew(&app.db, backup, later).await.unwrap();
        assert!(hold::is_held(&app.db, later.plus_seconds(9 * 60)).await.unwrap(), "it says that it lives");
        assert!(!hold::is_held(&app.db, later.plus_seconds(11 * 60)).await.unwrap(), "it was killed");
        hold::finish(&app.db, backup, hold::Copied { rows: 1, files: 2, bytes: 3 }, later).await.unwrap();
        hold::renew(&app.db, backup, later).await.unwrap();
        assert_eq!(sweep(&app.db, &app.storage, later).await.unwrap(), 1);
        assert!(shop.media().await.is_empty());
    }
}
