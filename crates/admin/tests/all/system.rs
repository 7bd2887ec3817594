//! Jobs, mails and health: as pages without scripts, and in the API.

use catalogue::hold::{self, Copied};
use db::{Query as _, sql};
use serde_json::{Value, json};
use testing::{TestApp, code_in, on_both_databases};
use web::Role;

use crate::site;

/// What a page says, without the marks that isolate words.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect()
}

/// A job that was given up.
async fn dead(shop: &TestApp, kind: &str, error: &str) -> i64 {
    let now = shop.app.clock.now();
    let entered = shop.app.db.transaction(async |tx| {
        tx.one::<(i64,)>(sql!(
            "insert into jobs (kind, payload, due_at, wanted_at, tries, last_error, dead_at)
             values ($1, '{\"user\":1}', $2, $2, 12, $3, $2) returning id",
            kind,
            now,
            error
        ))
        .await
    });
    entered.await.unwrap().0
}

/// No job is left that nobody here knows.
async fn clear(shop: &TestApp) {
    shop.app.db.execute(sql!("delete from jobs")).await.unwrap();
}

/// What the audit log has, the latest first.
async fn acts(shop: &TestApp) -> Vec<(String, Value, Value)> {
    let entries = accounts::audit::list(&shop.app.db, accounts::audit::Wanted::default(), (None, 100)).await;
    entries.unwrap().into_iter().map(|entry| (entry.act, entry.before.0, entry.after.0)).collect()
}

on_both_databases! {
    in site();

    async fn what_failed_is_tried_again_or_thrown_away_and_the_log_tells_of_it(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let (one, other) = (dead(&shop, "commerce.receipt_mail", "refused: 550").await, dead(&shop, "nobody.knows", "x").await);
        let list = amina.get("/admin/jobs").await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), 2);
        let first = list["items"].as_array().unwrap().iter().find(|job| job["id"] == one).unwrap();
        assert_eq!((&first["kind"], &first["state"], &first["last_error"]), (&json!("commerce.receipt_mail"), &json!("dead"), &json!("refused: 550")));
        assert!(!list.to_string().contains("user"), "what it is about is nobody's business");
        let again = amina.post(&format!("/admin/jobs/{one}/retry"), Value::Null).await;
        assert_eq!((again.status(), &again.json()["state"]), (200, &json!("waiting")));
        assert_eq!(amina.delete(&format!("/admin/jobs/{other}")).await.status(), 204);
        assert_eq!(amina.delete(&format!("/admin/jobs/{other}")).await.status(), 404);
        assert_eq!(amina.get("/admin/jobs").await.json()["items"], json!([]));
        assert_eq!(amina.get("/admin/jobs?state=waiting").await.json()["items"][0]["id"], one);
        assert_eq!(amina.get("/admin/jobs?state=nonsense").await.status(), 422);
        let told = acts(&shop).await;
        assert_eq!(told[0].0, "job.remove");
        assert_eq!((told[1].0.as_str(), &told[1].1["job_state"], &told[1].2["job"]), ("job.retry", &json!("dead"), &json!("commerce.receipt_mail")));
        clear(&shop).await;
    }

    async fn what_runs_is_left_and_what_is_done_at_intervals_stays(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let (job, now) = (dead(&shop, "commerce.receipt_mail", "x").await, shop.app.clock.now());
        shop.app.db.execute(sql!("update jobs set dead_at = null, leased_at = $2, due_at = $3 where id = $1", job, now, now.plus_seconds(60))).await.unwrap();
        assert_eq!(amina.get("/admin/jobs?state=running").await.json()["items"][0]["id"], job);
        assert_eq!(amina.post(&format!("/admin/jobs/{job}/retry"), Value::Null).await.json()["code"], "running");
        assert_eq!(amina.delete(&format!("/admin/jobs/{job}")).await.json()["code"], "running");
        let done = now.plus_seconds(-60);
        shop.app.db.execute(sql!("update jobs set leased_at = null, schedule = 'media.tidy', kind = 'media.tidy', done_at = $2 where id = $1", job, done)).await.unwrap();
        let list = amina.get("/admin/jobs?state=scheduled").await.json();
        assert_eq!((&list["items"][0]["id"], &list["items"][0]["done_at"]), (&json!(job), &json!(done.to_string())));
        assert_eq!(amina.delete(&format!("/admin/jobs/{job}")).await.json()["code"], "scheduled");
        assert_eq!(amina.post(&format!("/admin/jobs/{job}/retry"), Value::Null).await.status(), 200);
    }

    async fn several_are_changed_at_once_with_what_became_of_each(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let (one, other) = (dead(&shop, "commerce.receipt_mail", "<b>550</b>").await, dead(&shop, "discovery.learn", "x").await);
        let page = amina.get("/en/admin/jobs").await;
        assert!(page.text().contains("E-mail: receipt") && page.text().contains("&lt;b&gt;550"), "{}", page.text());
        for language in ["fr", "ar"] {
            assert!(!amina.get(&format!("/{language}/admin/jobs")).await.text().contains("E-mail: receipt"));
        }
        let (first, second) = (one.to_string(), other.to_string());
        let asked = amina.post("/en/admin/jobs", &[("act", "remove"), ("key", &first)]).await;
        assert!(asked.text().contains("Delete 1 job?") && plain(asked.text()).contains(&format!("E-mail: receipt {one}")), "{}", asked.text());
        assert!(acts(&shop).await.is_empty(), "a question changes nothing");
        let gone = amina.post("/en/admin/jobs", &[("act", "remove"), ("key", &first), ("key", "999999"), ("sure", "on")]).await;
        assert!(gone.text().contains("deleted") && gone.text().contains("gone: it was done"), "{}", gone.text());
        let all = amina.post("/en/admin/jobs", &[("act", "retry_all")]).await;
        assert!(plain(all.text()).contains(&format!("Learn which books go together {second}")), "{}", all.text());
        assert!(all.text().contains("Nothing has failed."));
        assert_eq!(amina.post("/en/admin/jobs", &[("act", "retry")]).await.status(), 422);
        let log = amina.get("/en/admin/audit").await;
        assert!(log.text().contains("job.retry") || log.text().contains("Job tried again"));
        clear(&shop).await;
    }

    async fn what_was_mailed_is_told_without_what_stood_in_it(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let leila = shop.newcomer("leila").await;
        shop.run_jobs().await;
        let to = testing::address("leila");
        let list = amina.get(&format!("/admin/mails?q={to}")).await.json();
        let mail = &list["items"][0];
        assert_eq!((&mail["kind"], &mail["state"], &mail["tries"]), (&json!("accounts.verification_mail"), &json!("sent"), &json!(1)), "{list}");
        let code = code_in(&shop.mail_to(&to).await).unwrap();
        let (kept,): (String,) = shop.app.db.one(sql!("select payload || coalesce(answer, '') || email || kind from mail_log where email = $1", to.as_str())).await.unwrap();
        assert!(!kept.contains(&code) && !kept.contains("http"), "{kept}");
        // Sent anew, with another code; the account is not forgotten by it.
        let id = mail["id"].as_i64().unwrap();
        shop.advance(120);
        assert_eq!(amina.post(&format!("/admin/mails/{id}/resend"), Value::Null).await.status(), 202);
        shop.run_jobs().await;
        let list = amina.get(&format!("/admin/mails?q={to}&state=sent")).await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), 2, "{list}");
        assert_eq!(amina.get("/admin/mails?state=failed").await.json()["items"], json!([]));
        assert_eq!(acts(&shop).await[0].0, "mail.resend");
        let browser = shop.browser_of("amina").await;
        let page = browser.get(&format!("/en/admin/mails?q={to}")).await;
        assert!(page.text().contains("E-mail: verify the address") && page.text().contains(&to));
        drop(leila);
        // After 90 days nothing is left of it.
        shop.advance(91 * 24 * 60 * 60);
        shop.run_scheduled("accounts.tidy").await;
        let (left,): (i64,) = shop.app.db.one(sql!("select count(*) from mail_log where email = $1", to.as_str())).await.unwrap();
        assert_eq!(left, 0);
        shop.run_jobs().await;
    }

    async fn health_says_what_works_and_what_to_do(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let part = async |name: &str| {
            let health = amina.get("/admin/health").await.json();
            let parts = health["parts"].as_array().unwrap().clone();
            parts.into_iter().find(|part| part["part"] == name).unwrap()
        };
        let database = part("database").await;
        let found = database["found"].as_str().unwrap();
        assert!(found.contains("SQLite") || found.contains("PostgreSQL"), "by the name that people know: {found}");
        assert_eq!(database["level"], "good");
        assert_eq!(part("storage").await["level"], "good");
        assert_eq!(part("jobs").await["level"], "good");
        let never = part("backup").await;
        assert_eq!((&never["level"], &never["advice"]), (&json!("attention"), &json!("Run: warraq backup FILE")));
        let (db, now) = (&shop.app.db, shop.app.clock.now());
        let backup = hold::begin(db, now).await.unwrap();
        assert!(part("backup").await["found"].as_str().unwrap().contains("is being made"));
        hold::finish(db, backup, Copied { rows: 1, files: 1, bytes: 4_096 }, now).await.unwrap();
        assert_eq!(part("backup").await["level"], "good");
        dead(&shop, "discovery.learn", "x").await;
        assert_eq!(part("jobs").await["level"], "attention");
        shop.advance(9 * 24 * 60 * 60);
        let amina = shop.sign_in("amina").await;
        let health = amina.get("/admin/health").await.json();
        assert_ne!(health["level"], "good");
        let browser = shop.browser_of("amina").await;
        for (language, words) in [("en", "Last made on"), ("fr", "Dernière le"), ("ar", "آخرها في")] {
            let page = browser.get(&format!("/{language}/admin/health")).await;
            assert!(page.text().contains(words), "{language}: {}", page.text());
        }
    }
}
