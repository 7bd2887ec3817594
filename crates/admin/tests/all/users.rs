//! People in the panel: who they are, what they may do, how their accounts are looked after, through both doors.

use db::{Query, sql};
use serde_json::{Value, json};
use testing::{PASSWORD, Program, TestApp, address, book, on_both_databases};
use web::Role;

use crate::till::{books_of, page, paid, site, user_id, words};

/// The usernames in a part of the list of the API.
async fn found(who: &Program, query: &str) -> (Vec<String>, Value) {
    let list = who.get(&format!("/admin/users?{query}")).await.json();
    let items = list["items"].as_array().unwrap_or_else(|| panic!("{query}: {list}"));
    let names = items.iter().map(|one| one["username"].as_str().unwrap().to_owned());
    (names.collect(), list["next_cursor"].clone())
}

/// Tries to sign in: the status, and the code of a problem.
async fn sign_in(shop: &TestApp, login: &str, password: &str) -> (u16, String) {
    let answer = shop.api().post("/auth/sign-in", json!({ "login": login, "password": password })).await;
    let code = if answer.status() == 200 { String::new() } else { answer.problem() };
    (answer.status(), code)
}

on_both_databases! {
    in site();

    async fn of_very_many_who_are_called_alike_each_is_found_in_every_order_and_once(shop: TestApp) {
        // More than are sorted once they are found; some of them have the letters only in their address.
        let now = shop.app.clock.now();
        shop.app
            .db
            .execute(sql!(
                "insert into users (username, folded_username, email, folded_email, claimed_at, verified_at, password_hash,
                                    locale, folder, created_at, updated_at, last_seen_at)
                 with recursive each (n) as (select 1 union all select n + 1 from each where n < 2200)
                 select case when n % 11 = 0 then 'zz' else 'mo' end || cast(n as text),
                        case when n % 11 = 0 then 'zz' else 'mo' end || cast(n as text),
                        'mo' || cast(n as text) || '@exemple.dz', 'mo' || cast(n as text) || '@exemple.dz', $1,
                        case when n % 100 = 0 then null else $1 end, '', 'fr', 'mo' || cast(n as text), $1, $1, $1
                 from each",
                now
            ))
            .await
            .unwrap();
        shop.account("amina", Role::Admin).await;
        shop.account("mourad", Role::Editor).await;
        let amina = shop.sign_in("amina").await;
        let all = async |query: &str| {
            let (mut seen, mut cursor) = (Vec::new(), String::new());
            loop {
                let (part, next) = found(&amina, &format!("{query}&limit=100{cursor}")).await;
                seen.extend(part);
                let Some(next) = next.as_str() else { break seen };
                cursor = format!("&cursor={next}");
            }
        };
        let by_name = all("q=mo&sort=username").await;
        assert!(by_name.is_sorted() && by_name.len() == 2_201, "{}", by_name.len());
        let mut down = all("q=mo&sort=-username").await;
        down.reverse();
        assert_eq!(down, by_name);
        for sort in ["joined", "-joined", "seen", "-seen"] {
            let mut others = all(&format!("q=mo&sort={sort}")).await;
            others.sort();
            assert_eq!(others, by_name, "{sort}");
        }
        assert_eq!(all("q=mo&role=editor").await, ["mourad"]);
        assert_eq!(all("q=mo&state=unverified&sort=username").await.len(), 22);
        assert_eq!(all("q=zz&sort=username").await.len(), 200, "few are sorted once they are found");
    }

    async fn people_are_found_narrowed_sorted_and_paged_without_losing_one(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        for name in ["zohra", "leila", "lina"] {
            shop.advance(2 * 60 * 60);
            shop.account(name, Role::Reader).await;
        }
        for name in ["leila", "amina"] {
            shop.advance(2 * 60 * 60);
            shop.sign_in(name).await;
        }
        shop.advance(1);
        shop.newcomer("nadia").await;
        let amina = shop.sign_in("amina").await;
        for (query, expected) in [
            ("sort=username", ["amina", "leila", "lina", "nadia", "zohra"]),
            ("sort=-username", ["zohra", "nadia", "lina", "leila", "amina"]),
            ("sort=joined", ["amina", "zohra", "leila", "lina", "nadia"]),
            ("sort=-joined", ["nadia", "lina", "leila", "zohra", "amina"]),
            ("sort=seen", ["zohra", "lina", "leila", "amina", "nadia"]),
        ] {
            let (mut seen, mut cursor) = (Vec::new(), String::new());
            loop {
                let (part, next) = found(&amina, &format!("{query}&limit=2{cursor}")).await;
                seen.extend(part);
                let Some(next) = next.as_str() else { break };
                cursor = format!("&cursor={next}");
            }
            assert_eq!(seen, expected, "{query}");
        }
        assert_eq!(found(&amina, "q=L&sort=username").await.0, ["leila", "lina"]);
        assert_eq!(found(&amina, "q=%40li").await.0, ["lina"]);
        assert_eq!(found(&amina, "q=zohra%40ex").await.0, ["zohra"]);
        assert_eq!(found(&amina, "role=admin").await.0, ["amina"]);
        assert_eq!(found(&amina, "role=reader&q=am").await.0, [""; 0]);
        assert_eq!(found(&amina, "state=unverified").await.0, ["nadia"]);
        assert_eq!(found(&amina, "state=active&role=reader&sort=username").await.0, ["leila", "lina", "zohra"]);
        assert_eq!(amina.get("/admin/users?state=asleep").await.status(), 422);
        shop.run_jobs().await;
    }

    async fn a_role_is_changed_after_a_question_and_ends_the_sessions(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let leila = shop.reader("leila").await;
        let path = format!("/en/admin/users/{}", user_id(&shop, "leila").await);
        let question = amina.post(&path, &[("act", "role"), ("role", "editor")]).await;
        assert!(words(&question).contains("Make leila “Bookseller”?"), "{}", words(&question));
        assert_eq!(leila.get("/me").await.json()["role"], "reader");
        let done = amina.post(&path, &[("act", "role"), ("role", "editor"), ("sure", "on")]).await;
        assert_eq!((done.status(), done.header("location")), (303, path.as_str()));
        assert_eq!(leila.get("/me").await.status(), 401, "she signs in anew");
        assert_eq!(shop.sign_in("leila").await.get("/me").await.json()["role"], "editor");
        let shown = page(&amina, &path).await;
        assert!(shown.contains("Role changed") && shown.contains("Reader → Bookseller"), "{shown}");
        assert_eq!(amina.post(&path, &[("act", "role"), ("role", "queen"), ("sure", "on")]).await.status(), 404);
    }

    async fn nobody_changes_themselves_and_somebody_always_runs_the_shop(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let nour = shop.person("nour", Role::Admin).await;
        let [of_amina, of_nour] =
            [user_id(&shop, "amina").await, user_id(&shop, "nour").await].map(|id| format!("/admin/users/{id}"));
        for body in [json!({ "role": "reader" }), json!({ "closed": true, "note": "Tired" }), json!({ "suspended_until": null })] {
            let refused = amina.patch(&of_amina, body).await;
            assert_eq!((refused.status(), refused.problem().as_str()), (403, "on_oneself"));
        }
        assert_eq!(amina.patch(&of_nour, json!({ "role": "editor" })).await.json()["role"], "editor");
        assert_eq!(nour.get("/admin/users").await.status(), 401);
        let nour = shop.sign_in("nour").await;
        assert_eq!(nour.patch(&of_amina, json!({ "role": "reader" })).await.status(), 403);
        assert_eq!(amina.patch(&of_nour, json!({})).await.status(), 422);
        assert_eq!(amina.patch(&of_nour, json!({ "role": "admin", "closed": true })).await.status(), 422);
        assert_eq!(amina.patch(&of_nour, json!({ "password": "x" })).await.status(), 422);
        assert_eq!(amina.patch("/admin/users/999999", json!({ "role": "editor" })).await.status(), 404);
        let page = amina.get(&of_nour).await;
        assert!(!page.text().contains("password") && !page.text().contains("hash"), "{}", page.text());
    }

    async fn two_admins_who_take_each_others_role_leave_one(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let nour = shop.person("nour", Role::Admin).await;
        let (amina_id, nour_id) = (user_id(&shop, "amina").await, user_id(&shop, "nour").await);
        let (of_nour, of_amina) = (format!("/admin/users/{nour_id}"), format!("/admin/users/{amina_id}"));
        let (one, other) = futures::join!(
            amina.patch(&of_nour, json!({ "role": "reader" })),
            nour.patch(&of_amina, json!({ "role": "reader" }))
        );
        assert!(one.status() == 200 || other.status() == 200, "{} {}", one.text(), other.text());
        assert!(one.status() != 200 || other.status() != 200, "both lost it");
    }

    async fn a_closed_account_lets_nobody_in_and_says_why_to_its_owner_only(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let path = format!("/en/admin/users/{}", user_id(&shop, "leila").await);
        let bare = amina.post(&path, &[("act", "close"), ("note", " ")]).await;
        assert_eq!(bare.status(), 422);
        let fields = [("act", "close"), ("note", "Sold the account")];
        assert!(words(&amina.post(&path, &fields).await).contains("Close the account of leila?"));
        let fields = [("act", "close"), ("note", "Sold the account"), ("sure", "on")];
        assert_eq!(amina.post(&path, &fields).await.status(), 303);
        assert_eq!(leila.get("/me").await.status(), 401);
        let refresh = shop.api().post("/auth/refresh", json!({ "refresh_token": leila.refresh })).await;
        assert_eq!(refresh.status(), 401);
        assert_eq!(browser.get("/en/account").await.status(), 303, "her browser is signed out");
        assert_eq!(sign_in(&shop, "leila", PASSWORD).await, (403, "account_closed".to_owned()));
        assert_eq!(sign_in(&shop, "leila", "something else").await, (401, "wrong_credentials".to_owned()));
        // After a wrong password one waits.
        shop.advance(10);
        let form = [("login", "leila"), ("password", PASSWORD)];
        let refused = shop.browser().post_from("http://shop.example", "/en/sign-in", &form).await;
        assert!(words(&refused).contains("The shop has closed this account. Reason: Sold the account"), "{}", words(&refused));
        let api = shop.sign_in("amina").await;
        assert_eq!(found(&api, "state=closed").await.0, ["leila"]);
        assert_eq!(amina.post(&path, &[("act", "reopen")]).await.status(), 303);
        assert_eq!(sign_in(&shop, "leila", PASSWORD).await.0, 200);
        assert!(page(&amina, &path).await.contains("Account opened again"));
    }

    async fn somebody_is_suspended_from_the_talk_and_told_so(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let leila = shop.reader("leila").await;
        let of_leila = format!("/admin/users/{}", user_id(&shop, "leila").await);
        let until = shop.app.clock.now().plus_seconds(24 * 60 * 60).to_string();
        let missing = amina.patch(&of_leila, json!({ "suspended_until": until })).await;
        assert_eq!(missing.json()["errors"][0]["field"], "reason");
        let past = json!({ "suspended_until": "2020-01-01T00:00:00Z", "reason": "spam" });
        assert_eq!(amina.patch(&of_leila, past).await.status(), 422);
        let body = json!({ "suspended_until": until, "reason": "spam", "note": "Links, links" });
        assert_eq!(amina.patch(&of_leila, body).await.json()["state"], "suspended");
        let id = book("Zinc").put(&shop).await;
        let said = json!({ "text": "Well" });
        assert_eq!(leila.post(&format!("/books/{id}/comments"), said.clone()).await.status(), 403);
        let told = shop.browser_of("leila").await.get("/en/account/comments?show=notices").await;
        assert!(told.text().contains("Links, links"));
        assert_eq!(amina.patch(&of_leila, json!({ "suspended_until": null })).await.json()["state"], "active");
        assert_eq!(leila.post(&format!("/books/{id}/comments"), said).await.status(), 201);
        let log = amina.get("/admin/audit?subject_kind=user").await.json();
        let acts: Vec<&Value> = log["items"].as_array().unwrap().iter().map(|one| &one["act"]).collect();
        assert_eq!(acts, ["user.reinstate", "user.suspend"]);
        shop.run_jobs().await;
    }

    async fn who_saw_somebody_as_they_were_before_changes_nothing(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        shop.account("leila", Role::Reader).await;
        let of_leila = format!("/admin/users/{}", user_id(&shop, "leila").await);
        let seen = amina.get(&of_leila).await;
        let with = async |etag: &str, body: Value| {
            let request = http::Request::patch(format!("/api/v1{of_leila}"))
                .header("authorization", format!("Bearer {}", amina.access))
                .header("content-type", "application/json")
                .header("if-match", etag);
            shop.send(request.body(axum::body::Body::from(body.to_string())).unwrap()).await
        };
        let etag = seen.header("etag").to_owned();
        assert_eq!(with(&etag, json!({ "role": "editor" })).await.json()["role"], "editor");
        let stale = with(&etag, json!({ "role": "reader" })).await;
        assert_eq!((stale.status(), stale.problem().as_str()), (412, "precondition_failed"));
        let version = seen.json()["version"].as_i64().unwrap();
        for body in [
            json!({ "role": "reader", "version": version }),
            json!({ "closed": true, "note": "Sold", "version": version }),
            json!({ "suspended_until": shop.app.clock.now().plus_seconds(3_600).to_string(), "reason": "spam", "version": version }),
        ] {
            let stale = amina.patch(&of_leila, body).await;
            assert_eq!((stale.status(), stale.problem().as_str()), (409, "changed_meanwhile"));
        }
        let now = amina.get(&of_leila).await.json();
        assert_eq!((&now["role"], &now["state"]), (&json!("editor"), &json!("active")));
        let browser = shop.browser_of("amina").await;
        let version = version.to_string();
        let form = [("act", "close"), ("note", "Sold"), ("version", version.as_str()), ("sure", "on")];
        let told = browser.post(&format!("/en{of_leila}"), &form).await;
        assert_eq!(told.status(), 409);
        assert!(words(&told).contains("Somebody else has changed this account in the meantime."), "{}", told.text());
    }

    async fn sessions_are_seen_and_ended_one_by_one_and_all_at_once(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let (amina, api) = (shop.browser_of("amina").await, shop.sign_in("amina").await);
        let (one, other) = (shop.reader("leila").await, shop.sign_in("leila").await);
        let id = user_id(&shop, "leila").await;
        let sessions = api.get(&format!("/admin/users/{id}")).await.json()["sessions"].clone();
        assert_eq!(sessions.as_array().unwrap().len(), 2);
        let newest = sessions[0]["id"].to_string();
        assert_eq!(api.delete(&format!("/admin/users/{id}/sessions/{newest}")).await.status(), 204);
        assert_eq!(api.delete(&format!("/admin/users/{id}/sessions/{newest}")).await.status(), 404);
        assert_eq!((one.get("/me").await.status(), other.get("/me").await.status()), (200, 401));
        let last = format!("/en/admin/users/{id}/sessions/{}", sessions[1]["id"]);
        assert!(page(&amina, &format!("/en/admin/users/{id}")).await.contains(&last));
        assert_eq!(amina.post(&last, &[]).await.status(), 303);
        assert_eq!(one.get("/me").await.status(), 401);
        let again = shop.sign_in("leila").await;
        let path = format!("/en/admin/users/{id}");
        assert!(words(&amina.post(&path, &[("act", "end_sessions")]).await).contains("Sign leila out everywhere?"));
        amina.post(&path, &[("act", "end_sessions"), ("sure", "on")]).await;
        assert_eq!(again.get("/me").await.status(), 401);
        assert_eq!(api.delete("/admin/users/999999/sessions").await.status(), 404);
    }

    async fn a_mail_with_a_code_is_sent_once_more_and_nobody_here_sees_the_code(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        shop.newcomer("nadia").await;
        shop.run_jobs().await;
        let resend = format!("/admin/users/{}/resend", user_id(&shop, "nadia").await);
        // One a minute is sent to an address.
        shop.advance(61);
        let before = shop.mails().await.len();
        let sent = amina.post(&resend, json!({ "mail": "verification" })).await;
        assert_eq!(sent.status(), 202, "{}", sent.text());
        let code = shop.code_to(&address("nadia")).await;
        assert_eq!(shop.mails().await.len(), before + 1);
        let log = amina.get("/admin/audit?act=user.resend").await;
        assert!(!log.text().contains(&code));
        assert_eq!(amina.post(&resend, json!({ "mail": "reset" })).await.status(), 202);
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), before + 2);
        let own = format!("/admin/users/{}/resend", user_id(&shop, "amina").await);
        assert_eq!(amina.post(&own, json!({ "mail": "verification" })).await.problem(), "nothing_to_send");
        assert_eq!(amina.post(&own, json!({ "mail": "love" })).await.status(), 422);
    }

    async fn several_are_changed_at_once_and_each_row_says_what_became_of_it(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        for name in ["leila", "lina"] {
            shop.account(name, Role::Reader).await;
        }
        let amina = shop.browser_of("amina").await;
        let [own, leila, lina] =
            [user_id(&shop, "amina").await, user_id(&shop, "leila").await, user_id(&shop, "lina").await].map(|id| id.to_string());
        let keys = [("key", own.as_str()), ("key", leila.as_str()), ("key", lina.as_str())];
        let with = |more: &[(&'static str, &'static str)]| keys.iter().copied().chain(more.iter().copied()).collect::<Vec<_>>();
        let question = amina.post("/en/admin/users", &with(&[("act", "role"), ("role", "moderator")])).await;
        let question = words(&question);
        assert!(question.contains("Make 3 people “Moderator”?") && question.contains("@lina"), "{question}");
        let told = amina.post("/en/admin/users", &with(&[("act", "role"), ("role", "moderator"), ("sure", "on")])).await;
        let told = words(&told);
        assert!(told.contains("Changed: 2. Not changed: 1.") && told.contains("Nobody can change their own role"), "{told}");
        let api = shop.sign_in("amina").await;
        assert_eq!(found(&api, "role=moderator&sort=username").await.0, ["leila", "lina"]);
        let question = amina.post("/en/admin/users", &[("key", &lina), ("act", "suspend")]).await;
        assert!(question.text().contains("name=\"hours\"") && question.text().contains("name=\"reason\""), "{}", question.text());
        let unheard = amina.post("/en/admin/users", &[("key", &lina), ("act", "suspend"), ("sure", "on"), ("reason", "spam")]).await;
        assert!(words(&unheard).contains("Not changed: 1."), "for how long has to be said");
        assert_eq!(found(&api, "state=suspended").await.0, [""; 0]);
        let deed = [("key", lina.as_str()), ("act", "suspend"), ("sure", "on"), ("hours", "720"), ("reason", "spam")];
        amina.post("/en/admin/users", &deed).await;
        assert_eq!(found(&api, "state=suspended").await.0, ["lina"]);
        let until = api.get("/admin/users?q=lina").await.json()["items"][0]["suspended_until"].clone();
        assert_eq!(until, json!(shop.app.clock.now().plus_seconds(720 * 60 * 60).to_string()));
        let nobody = amina.post("/en/admin/users", &[("act", "suspend"), ("sure", "on")]).await;
        assert_eq!(nobody.status(), 422);
    }

    async fn a_page_has_what_somebody_has_and_books_are_given_and_taken_back_there(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let leila = shop.reader("leila").await;
        let made = paid(&shop, &leila, "leila", &[900]).await;
        let gift = book("A gift").put(&shop).await;
        let said = leila.post(&format!("/books/{gift}/comments"), json!({ "text": "Such a book" })).await;
        assert_eq!(said.status(), 201);
        let path = format!("/en/admin/users/{}", user_id(&shop, "leila").await);
        let shown = page(&amina, &path).await;
        for expected in ["leila@exemple.dz", "Such a book", made["number"].as_str().unwrap(), "Book 0 of leila for 900"] {
            assert!(shown.contains(expected), "{expected}");
        }
        let address = format!("http://shop.example/en/book/{gift}-a-gift");
        assert_eq!(amina.post(&path, &[("act", "give"), ("book", &address)]).await.status(), 303);
        assert_eq!(books_of(&leila).await, 2);
        assert_eq!(amina.post(&path, &[("act", "give"), ("book", "999999")]).await.status(), 422);
        let key = gift.to_string();
        let take = [("act", "take"), ("book", key.as_str())];
        assert!(words(&amina.post(&path, &take).await).contains("A gift"), "what goes is named");
        let take: Vec<_> = take.into_iter().chain([("sure", "on")]).collect();
        assert_eq!(amina.post(&path, &take).await.status(), 303);
        assert_eq!(books_of(&leila).await, 1);
        let file = amina.get("/en/admin/users.csv?q=leila").await;
        let lines: Vec<&str> = file.text().lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[1].starts_with("leila,,leila@exemple.dz,reader,Active,") && lines[1].ends_with(",1"), "{}", lines[1]);
        for language in ["fr", "ar"] {
            page(&amina, &path.replacen("en", language, 1)).await;
            page(&amina, &format!("/{language}/admin/users?all")).await;
        }
        shop.run_jobs().await;
    }
}
