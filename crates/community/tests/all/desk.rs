//! `/admin/moderation`: the moderators' desk as pages, without scripts.

use catalogue::Book;
use kernel::Id;
use serde_json::{Value, json};
use testing::{Browser, Program, TestApp, book, on_both_databases};
use web::Role;

use crate::{answer, say, site};

const DESK: &str = "/en/admin/moderation";

async fn report(who: &Program, comment: &Value, reason: &str) {
    let body = json!({ "reason": reason, "note": "Voyez la fin." });
    let answer = who.post(&format!("/comments/{}/report", comment["id"]), body).await;
    assert_eq!(answer.status(), 204, "{}", answer.text());
}

/// What stands between the marks of a page.
fn words_of(page: &str) -> String {
    page.split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, words)| words)
        .collect::<Vec<_>>()
        .join(" ")
}

fn case(comment: &Value) -> String {
    format!("{DESK}/{}", comment["id"])
}

/// What the page says, without the marks that isolate names.
async fn page(who: &Browser, path: &str) -> String {
    let answer = who.get(path).await;
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    answer.text().chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect()
}

/// A moderator's browser, and somebody's comment that somebody else reported as an insult.
async fn reported(shop: &TestApp) -> (Browser, Id<Book>, Value) {
    let id = book("Zinc").put(shop).await;
    let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
    shop.account("salim", Role::Moderator).await;
    let rude = say(&leila, id, "rude ||and so it ends||").await;
    report(&karim, &rude, "abuse").await;
    (shop.browser_of("salim").await, id, rude)
}

on_both_databases! {
    in site();

    async fn the_desk_is_for_moderators_and_tells_when_nothing_waits(shop: TestApp) {
        for (name, role) in [("salim", Role::Moderator), ("leila", Role::Reader), ("nadia", Role::Editor)] {
            shop.account(name, role).await;
        }
        let visitor = shop.get(DESK).await;
        assert_eq!((visitor.status(), visitor.header("location")), (303, "/en/sign-in?next=%2Fen%2Fadmin%2Fmoderation"));
        for (name, status) in [("leila", 403), ("nadia", 403)] {
            let browser = shop.browser_of(name).await;
            assert_eq!(browser.get(DESK).await.status(), status, "{name}");
            assert_eq!(browser.post(&format!("{DESK}/1"), &[("act", "keep")]).await.status(), status, "{name}");
        }
        let salim = shop.browser_of("salim").await;
        for language in ["en", "fr", "ar"] {
            for query in ["", "?show=reported", "?show=held", "?show=hidden"] {
                let empty = page(&salim, &format!("/{language}/admin/moderation{query}")).await;
                assert!(empty.contains("class=\"empty\"") && empty.contains("noindex"), "{language} {query}");
            }
        }
        assert!(page(&salim, DESK).await.contains("Nothing is waiting."));
        assert_eq!(salim.get(&format!("{DESK}/999")).await.status(), 404);
    }

    async fn a_case_has_what_a_moderator_needs_to_decide(shop: TestApp) {
        let (salim, id, rude) = reported(&shop).await;
        let karim = shop.sign_in("karim").await;
        let reply = answer(&karim, id, &rude, "See https://a.example/b").await;
        let desk = page(&salim, DESK).await;
        let (reported, held) = desk.split_at(desk.find(&format!("id=\"c-{}\"", reply["id"])).unwrap());
        assert!(reported.contains("leila on Zinc") && reported.contains("1 report"), "what is reported comes first");
        assert!(reported.contains("@karim") && reported.contains("Voyez la fin.") && reported.contains("Insult or threat"));
        assert!(reported.contains("<mark class=\"words__spoiler\">") && !reported.contains("<details class=\"spoiler\""), "nothing is folded");
        assert!(reported.contains("1 visible comment") && reported.contains("no warnings"));
        assert!(reported.contains("value=\"abuse\" selected"), "the reason that readers give is suggested");
        assert!(held.contains("Answers leila") && held.contains("Held: a link from a new account"));
        assert!(held.contains("rel=\"ugc nofollow noopener noreferrer\""));
        assert!(!page(&salim, &format!("{DESK}?show=held")).await.contains("Voyez la fin."));
    }

    async fn an_act_leads_back_to_the_list_that_tells_it_and_can_be_undone(shop: TestApp) {
        let (salim, _, rude) = reported(&shop).await;
        let reason = [("act", "hide"), ("reason", "abuse"), ("note", "Restez polie.")];
        let next = format!("{DESK}?show=reported");
        let hidden = salim.post(&case(&rude), &[&reason[..], &[("next", next.as_str())]].concat()).await;
        let to = format!("{next}&did=hide&about={}#done", rude["id"]);
        assert_eq!((hidden.status(), hidden.header("location")), (303, to.as_str()));
        let told = page(&salim, to.trim_end_matches("#done")).await;
        assert!(told.contains("The comment by leila is hidden.") && told.contains("value=\"restore\""));
        assert!(page(&salim, &format!("{DESK}?show=hidden")).await.contains("Hidden: Insult or threat"));
        let own = shop.sign_in("leila").await.get("/me/comments").await.json()["items"][0].clone();
        assert_eq!((&own["state"], &own["hidden_note"]), (&json!("hidden"), &json!("Restez polie.")));
        let back = salim.post(&case(&rude), &[("act", "restore")]).await;
        assert_eq!((back.status(), back.header("location")), (303, &*format!("{DESK}?did=restore&about={}#done", rude["id"])));
        let lie = page(&salim, &format!("{DESK}?did=hide&about={}", rude["id"])).await;
        assert!(!lie.contains("is hidden."), "an address alone says nothing");
        let elsewhere = salim.post(&case(&rude), &[("act", "warn"), ("reason", "abuse"), ("next", "https://evil.example/")]).await;
        assert!(elsewhere.header("location").starts_with(&format!("{DESK}?did=warn")));
    }

    async fn what_is_wrong_with_a_form_is_told_in_it_and_what_was_typed_stays(shop: TestApp) {
        let (salim, _, rude) = reported(&shop).await;
        let again = salim.post(&case(&rude), &[("act", "hide"), ("reason", ""), ("note", "Restez polie.")]).await;
        assert_eq!(again.status(), 422);
        assert!(again.text().contains("Choose a reason: the writer is told why.") && again.text().contains(">Restez polie.</textarea>"));
        assert!(again.text().contains("aria-invalid=\"true\"") && again.text().contains("<title>Error"));
        let long = "a".repeat(501);
        let too_long = salim.post(&case(&rude), &[("act", "warn"), ("reason", "spam"), ("note", &long)]).await;
        assert_eq!(too_long.status(), 422);
        for fields in [&[("act", "")][..], &[("act", "burn")], &[("act", "suspend"), ("reason", "spam"), ("hours", "9999")]] {
            assert_eq!(salim.post(&case(&rude), fields).await.status(), 422, "{fields:?}");
        }
        assert_eq!(salim.post_bare(&case(&rude), &[("act", "keep")]).await.status(), 403, "without the session's token");
        assert_eq!(salim.post("/en/admin/moderation/999", &[("act", "keep")]).await.status(), 404);
        let kept = salim.post(&case(&rude), &[("act", "keep")]).await;
        assert_eq!(kept.status(), 303);
        assert!(page(&salim, DESK).await.contains("Nothing is waiting."));
    }

    async fn a_writer_is_warned_suspended_and_reinstated_while_the_comment_waits(shop: TestApp) {
        let (salim, id, rude) = reported(&shop).await;
        salim.post(&case(&rude), &[("act", "warn"), ("reason", "abuse")]).await;
        salim.post(&case(&rude), &[("act", "suspend"), ("reason", "abuse"), ("hours", "168")]).await;
        let waits = page(&salim, DESK).await;
        assert!(waits.contains("1 warning") && waits.contains("suspended once") && waits.contains("suspended until"));
        let leila = shop.sign_in("leila").await;
        let refused = leila.post(&format!("/books/{id}/comments"), json!({ "text": "again" })).await;
        assert_eq!(refused.problem(), "suspended");
        let back = salim.post(&case(&rude), &[("act", "reinstate")]).await;
        assert!(page(&salim, back.header("location").trim_end_matches("#done")).await.contains("leila may write again."));
        say(&leila, id, "again").await;
    }

    async fn a_script_is_answered_by_the_place_of_the_comment(shop: TestApp) {
        let (salim, _, rude) = reported(&shop).await;
        let token = salim.csrf().await.unwrap();
        let send = async |fields: &str| {
            let request = http::Request::post(case(&rude)).header("hx-request", "true");
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            salim.send(request.body(format!("csrf={token}&{fields}").into())).await
        };
        let place = format!("id=\"c-{}\"", rude["id"]);
        let wrong = send("act=hide&reason=").await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.text().starts_with("<article") && wrong.text().contains(&place));
        let warned = send("act=warn&reason=abuse").await;
        assert!(warned.text().starts_with("<article") && warned.text().contains("is warned."), "it still waits");
        let hidden = send("act=hide&reason=abuse").await;
        assert_eq!(hidden.status(), 200);
        assert!(hidden.text().starts_with("<div") && hidden.text().contains(&place) && hidden.text().contains("value=\"restore\""));
        let twice = send("act=hide&reason=abuse").await;
        assert_eq!(twice.status(), 409);
        assert!(twice.text().contains("class=\"alert"), "{}", twice.text());
    }

    async fn nobody_decides_about_themselves_and_moderators_not_about_admins(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let karim = shop.reader("karim").await;
        let (salim, amina) = (shop.person("salim", Role::Moderator).await, shop.person("amina", Role::Admin).await);
        let (own, above) = (say(&salim, id, "mine").await, say(&amina, id, "from above").await);
        report(&karim, &own, "spam").await;
        report(&karim, &above, "spam").await;
        let browser = shop.browser_of("salim").await;
        let desk = page(&browser, DESK).await;
        assert!(desk.contains("This comment is your own. Another moderator has to decide about it."));
        assert!(desk.contains("Only an admin can decide about what an admin wrote."));
        assert!(!desk.contains("name=\"act\""), "there is nothing to press");
        for comment in [&own, &above] {
            assert_eq!(browser.post(&case(comment), &[("act", "keep")]).await.status(), 403);
        }
    }

    async fn admins_read_the_audit_log_as_a_page_and_nobody_else_does(shop: TestApp) {
        let (salim, _, rude) = reported(&shop).await;
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let log = "/en/admin/audit";
        assert!(page(&amina, log).await.contains("class=\"empty\""));
        salim.post(&case(&rude), &[("act", "hide"), ("reason", "abuse")]).await;
        salim.post(&case(&rude), &[("act", "warn"), ("reason", "abuse"), ("note", "<b>Restez polie.</b>")]).await;
        let all = page(&amina, log).await;
        assert!(all.contains("State: visible → hidden") && all.contains("@salim") && all.contains(">Account warned<"));
        assert!(all.contains("&lt;b&gt;Restez polie.") && !all.contains("rude"), "words of comments are not in it");
        let some = page(&amina, &format!("{log}?act=user.warn")).await;
        assert!(some.contains("Account warned") && !some.contains("Comment hidden"));
        let about = page(&amina, &format!("{log}?kind=comment&subject={}", rude["id"])).await;
        assert!(about.contains("Comment hidden") && !about.contains("Account warned"));
        let french = page(&amina, "/fr/admin/audit").await.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(french.contains("Commentaire masqué") && french.contains("État : visible → masqué"), "{french}");
        assert!(french.contains("Motif : Insulte ou menace"), "{french}");
        let arabic = page(&amina, "/ar/admin/audit").await;
        assert!(arabic.contains("إخفاء تعليق") && arabic.contains("الحالة: من ظاهر إلى مخفي"), "{arabic}");
        for code in ["comment.hide", "user.warn", "hidden_because", "abuse"] {
            assert!(!words_of(&french).contains(code) && !words_of(&arabic).contains(code), "{code}");
        }
        assert_eq!(salim.get(log).await.status(), 403);
        assert_eq!(amina.post(log, &[]).await.status(), 405, "it is looked at, and nothing else");
        assert!(!page(&salim, DESK).await.contains(log), "nobody is led where they may not go");
    }
}
