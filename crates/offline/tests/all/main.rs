//! The pages that a device keeps: the same for everybody, in each language, with and without somebody signed in; and the
//! worker that keeps them.

use testing::{TestApp, on_both_databases};
use web::Site;

fn site() -> Site {
    Site::new().pages(offline::pages())
}

async fn text(shop: &TestApp, path: &str) -> String {
    let answer = shop.get(path).await;
    assert_eq!(answer.status(), 200, "{path}");
    answer.text().to_owned()
}

on_both_databases! {
    in site();

    async fn each_page_is_there_for_everybody_in_each_language(shop: TestApp) {
        for (l, word) in [("en", "No connection"), ("fr", "Pas de connexion"), ("ar", "لا يوجد اتصال")] {
            assert!(text(&shop, &format!("/{l}/offline")).await.contains(word));
            for path in ["account/downloads", "install"] {
                text(&shop, &format!("/{l}/{path}")).await;
            }
        }
    }

    async fn the_page_of_what_is_kept_says_that_it_stands_below_the_account(shop: TestApp) {
        for (l, account) in [("en", "Account"), ("fr", "Compte"), ("ar", "حسابي")] {
            let page = text(&shop, &format!("/{l}/account/downloads")).await;
            let trail = page.split("class=\"breadcrumb\"").nth(1).and_then(|rest| rest.split("</nav>").next());
            let has = |part: &str| trail.is_some_and(|trail| trail.contains(part));
            assert!(has(&format!("href=\"/{l}/account\"")) && has(account) && has("aria-current=\"page\""), "{trail:?}");
        }
    }

    async fn the_worker_speaks_for_the_whole_site_and_is_asked_for_each_time(shop: TestApp) {
        let answer = shop.get("/sw.js").await;
        assert_eq!((answer.status(), answer.header("content-type")), (200, "text/javascript; charset=utf-8"));
        assert_eq!(answer.header("cache-control"), "no-cache");
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("connect-src 'self'"), "{policy}");
    }

    async fn what_the_worker_keeps_is_there(shop: TestApp) {
        let worker = text(&shop, "/sw.js").await;
        let mut found = 0;
        for url in worker.split('"').filter(|part| part.starts_with("/assets/") && part.len() > "/assets/".len()) {
            assert_eq!(shop.get(url).await.status(), 200, "{url}");
            found += 1;
        }
        assert!(found > 10, "{found}");
    }
}
