//! The index follows the database, is made anew where it cannot be used, and is done without meanwhile.

use std::fs;
use std::io::Write as _;

use catalogue::Book;
use testing::book;

use super::on_both;

on_both! {
    async fn without_an_index_titles_are_found_by_their_beginning(it: Searched) {
        book("Atlas of rain").price(300).put(&it.shop).await;
        book("Atlas of wind").price(300).put(&it.shop).await;
        assert_eq!(it.titles("q=atlas%20of").await, ["Atlas of rain", "Atlas of wind"]);
        let first = it.shop.get("/api/v1/search?q=Atlas&limit=1").await.json();
        let next = first["next_cursor"].as_str().unwrap();
        assert_eq!(it.titles(&format!("q=Atlas&limit=1&cursor={next}")).await, ["Atlas of wind"]);
        assert_eq!(it.shop.get("/api/v1/search/suggestions?q=atl").await.status(), 200);
    }

    async fn what_comes_changes_and_goes_is_followed(it: Searched) {
        let mut it = it;
        it.catch_up().await;
        let atlas = book("Atlas").by(&["Nadia Amrane"]).price(300).put(&it.shop).await;
        assert_eq!(it.titles("q=atlas").await, Vec::<String>::new());
        it.catch_up().await;
        assert_eq!(it.titles("q=atlas&price=to-500").await, ["Atlas"]);
        let found = Book::find(&it.shop.app.db, atlas).await.unwrap().unwrap();
        let now = it.shop.app.clock.now();
        it.shop.app.db.transaction(async |tx| found.remove(&tx, now).await).await.unwrap();
        it.catch_up().await;
        assert_eq!(it.titles("q=atlas").await, Vec::<String>::new());
        let left = it.shop.get("/api/v1/search/suggestions?q=amrane").await;
        assert_eq!(left.json(), serde_json::json!([]), "its author went with it");
        assert_eq!(it.search.index().unwrap().len(), 0);
    }

    async fn another_start_follows_from_where_the_last_one_was(it: Searched) {
        let mut it = it;
        book("Atlas").price(300).put(&it.shop).await;
        it.catch_up().await;
        book("Zinc").price(300).put(&it.shop).await;
        it.started_again();
        it.catch_up().await;
        assert_eq!(it.search.index().unwrap().len(), 3, "two books and their author");
    }

    async fn an_index_that_is_damaged_while_it_serves_is_made_anew_without_a_change(it: Searched) {
        let mut it = it;
        book("Atlas").price(300).put(&it.shop).await;
        it.catch_up().await;
        for file in fs::read_dir(it.index_folder().join("0")).unwrap().map(|file| file.unwrap().path()) {
            if file.extension().is_some_and(|end| end == "term" || end == "idx" || end == "store") {
                // In place, for the program has the file before its eyes.
                let noise = vec![0x5a; usize::try_from(fs::metadata(&file).unwrap().len()).unwrap()];
                fs::OpenOptions::new().write(true).open(&file).unwrap().write_all(&noise).unwrap();
            }
        }
        let partial = it.shop.get("/api/v1/search?q=atlas").await.json();
        assert!(partial["total"].is_null(), "only the database answers: {partial}");
        it.catch_up().await;
        assert_eq!(it.shop.get("/api/v1/search?q=atlas").await.json()["total"], 1);
    }

    async fn an_index_that_is_damaged_or_missing_is_made_anew(it: Searched) {
        let mut it = it;
        book("Atlas").price(300).put(&it.shop).await;
        for harm in ["cut", "meta", "stale", "gone"] {
            it.started_again();
            it.catch_up().await;
            it.started_again();
            let own = it.index_folder().join("0");
            match harm {
                "cut" => {
                    for file in fs::read_dir(&own).unwrap().map(|file| file.unwrap().path()) {
                        if file.extension().is_some_and(|end| end == "idx") {
                            let bytes = fs::read(&file).unwrap();
                            fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
                        }
                    }
                }
                "meta" => fs::write(own.join("meta.json"), "{").unwrap(),
                "stale" => {
                    let meta = fs::read_to_string(own.join("meta.json")).unwrap();
                    fs::write(own.join("meta.json"), meta.replace("\\\"format\\\":", "\\\"format\\\":9")).unwrap();
                }
                _ => fs::remove_dir_all(&own).unwrap(),
            }
            it.catch_up().await;
            let index = it.search.index().unwrap();
            assert_eq!(index.len(), 2, "{harm}: the book and its author");
            let found = index.search(&search::Request::best("atlas", search::Kind(0), 5)).unwrap();
            assert_eq!(found.total, 1, "{harm}");
        }
    }

    async fn two_processes_in_one_folder_have_an_index_each(it: Searched) {
        let mut it = it;
        book("Atlas").price(300).put(&it.shop).await;
        it.catch_up().await;
        let other = discovery::Search::new();
        let mut follower = discovery::Follower::new(other.clone(), &it.shop.app, it.index_folder());
        follower.catch_up().await.unwrap();
        book("Zinc").price(300).put(&it.shop).await;
        it.catch_up().await;
        follower.catch_up().await.unwrap();
        assert_eq!((it.search.index().unwrap().len(), other.index().unwrap().len()), (3, 3));
    }

    async fn changes_of_a_thing_are_kept_once(it: Searched) {
        use db::{Query as _, sql};
        let mut it = it;
        let atlas = book("Atlas").price(300).put(&it.shop).await;
        for copies in 1..4 {
            let now = it.shop.app.clock.now();
            it.shop.app.db.transaction(async |tx| catalogue::Sales::record(&tx, atlas, now, copies).await).await.unwrap();
            it.catch_up().await;
        }
        let (kept,): (i64,) = it.shop.app.db
            .one(sql!("select count(*) from search_changes where kind = 'book' and item_id = $1", atlas)).await.unwrap();
        assert_eq!(kept, 1);
    }
}
