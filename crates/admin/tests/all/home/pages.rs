//! The pages of the front page's arrangement, without scripts: moved, hidden, made, filled, removed, put back, previewed.

use serde_json::{Value, json};
use testing::{Browser, TestApp, TestResponse, book, on_both_databases};
use web::Role;

use super::{day, editor, on_shelf, shown};
use crate::site;

/// The browser of somebody who arranges the page.
async fn desk(shop: &TestApp, name: &str) -> Browser {
    shop.account(name, Role::Editor).await;
    shop.browser_of(name).await
}

/// The version that the forms of a page bring back.
fn version(page: &TestResponse) -> String {
    let field = page.text().split("name=\"version\" value=\"").nth(1).unwrap_or_default();
    field.split('"').next().unwrap_or_default().to_owned()
}

const HOME: &str = "/en/admin/home";

on_both_databases! {
    in site();

    async fn a_press_moves_hides_and_shows_a_shelf_and_whoever_is_late_is_told(shop: TestApp) {
        book("Zinc").genre("Poésie").put(&shop).await;
        let (salma, omar) = (desk(&shop, "salma").await, desk(&shop, "omar").await);
        let page = salma.get(HOME).await;
        assert_eq!((page.status(), version(&page).as_str()), (200, "0"));
        let press = |version: &str, act: &str| [("version", version.to_owned()), ("act", act.to_owned())];
        let send = async |browser: &Browser, version: &str, act: &str| {
            let fields = press(version, act);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post(HOME, &fields).await
        };
        assert_eq!(send(&salma, "0", "up:genres").await.header("location"), HOME);
        send(&salma, "1", "hide:new").await;
        assert_eq!(shown(&shop.get("/en/").await, &["new", "genres"]), ["genres"]);
        let late = send(&omar, "1", "show:new").await;
        assert_eq!(late.status(), 422);
        assert!(late.text().contains("salma") && version(&late) == "2", "with the page as it is now");
        assert_eq!(send(&omar, "2", "show:new").await.status(), 303);
        let told = salma.get("/ar/admin/home").await;
        assert!(told.text().contains("@omar") && told.text().contains("إظهار رف"));
        let back = salma.post(&format!("{HOME}/changes/1/undo"), &[("version", "3")]).await;
        assert_eq!(back.header("location"), HOME);
        assert_eq!(shown(&shop.get("/en/").await, &["new", "genres"]), ["new", "genres"]);
        assert_eq!(send(&salma, "4", "fly:new").await.status(), 404);
        assert_eq!(salma.get(&format!("{HOME}/changes/1/undo")).await.header("location"), HOME);
    }

    async fn a_shelf_is_made_filled_by_a_search_dated_and_removed(shop: TestApp) {
        let (one, two) = (book("Anemone").put(&shop).await, book("Bramble").put(&shop).await);
        let salma = desk(&shop, "salma").await;
        let new = format!("{HOME}/add");
        let form = salma.get(&new).await;
        assert_eq!(form.status(), 200);
        // The two days alone may stay empty whatever else is filled in.
        assert_eq!(form.text().matches("(optional)").count(), 2, "{}", form.text());
        let wrong = salma.post(&new, &[("title_fr", "Noël"), ("shown", "fr"), ("shown", "ar"), ("from", "x")]).await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.text().contains("value=\"Noël\"") && wrong.text().contains("href=\"#from\""));
        let wrong = salma.post(&new, &[("title_fr", "Noël"), ("shown", "fr"), ("shown", "ar")]).await;
        assert!(wrong.text().contains("href=\"#title_ar\""), "{}", wrong.text());
        let made = salma.post(&new, &[("title_fr", "Noël"), ("shown", "fr")]).await.header("location").to_owned();
        assert!(made.starts_with("/en/admin/home/shelves/shelf-"), "{made}");
        let name = made.rsplit('/').next().unwrap().to_owned();
        let found = salma.get(&format!("{made}?q=anemo")).await;
        assert!(found.text().contains("Anemone") && !found.text().contains("Bramble"));
        let mut now = version(&found);
        let books = format!("{made}/books");
        for (id, act) in [(one, "add"), (two, "add"), (two, "up")] {
            let (id, now_then) = (id.to_string(), now.clone());
            let done = salma.post(&books, &[("version", &now_then), ("book", &id), ("act", act)]).await;
            assert_eq!(done.status(), 303, "{act}: {}", done.text());
            now = version(&salma.get(&made).await);
        }
        assert_eq!(on_shelf(&shop.get("/fr/").await, &name, &["Anemone", "Bramble"]), ["Bramble", "Anemone"]);
        let (id, past) = (two.to_string(), day(&shop, -1));
        salma.post(&books, &[("version", &now), ("book", &id), ("act", "dates"), ("until", &past)]).await;
        assert_eq!(on_shelf(&shop.get("/fr/").await, &name, &["Anemone", "Bramble"]), ["Anemone"]);
        let late = salma.post(&books, &[("version", &now), ("book", &id), ("act", "remove")]).await;
        assert_eq!(late.status(), 422, "it is not the page that was seen");
        let ask = salma.get(&format!("{made}/remove")).await;
        assert!(ask.text().contains("Noël") && ask.text().contains("2 books"), "{}", ask.text());
        let gone = salma.post(&format!("{made}/remove"), &[("version", &version(&ask))]).await;
        assert_eq!(gone.header("location"), HOME);
        assert_eq!(salma.get(&made).await.status(), 404);
        assert_eq!(salma.get(&format!("{HOME}/shelves/best/remove")).await.status(), 409);
    }

    async fn a_book_is_put_on_the_front_page_from_its_own_page(shop: TestApp) {
        let id = book("Comet").put(&shop).await;
        let salma = desk(&shop, "salma").await;
        let (pin, offer) = (format!("/en/admin/books/{id}/pin"), format!("/en/admin/books/{id}/offer"));
        let wrong = salma.post(&pin, &[("shelf", "picks"), ("from", "2026-12-02"), ("until", "2026-12-01")]).await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.text().contains("href=\"#until\"") && wrong.text().contains("value=\"2026-12-02\""));
        assert_eq!(salma.post(&pin, &[("shelf", "picks")]).await.header("location"), offer);
        assert_eq!(on_shelf(&shop.get("/en/").await, "picks", &["Comet"]), ["Comet"]);
        assert!(salma.get(&offer).await.text().contains("unpin:picks"));
        assert_eq!(salma.post(&pin, &[("act", "unpin:picks")]).await.header("location"), offer);
        assert_eq!(shown(&shop.get("/en/").await, &["picks"]), [""; 0]);
        assert_eq!(salma.post(&pin, &[("shelf", "nothing")]).await.status(), 404);
        let refused = salma.post(&pin, &[("shelf", "for_you")]).await;
        assert_eq!(refused.status(), 422);
    }

    async fn the_preview_shows_the_page_of_another_day_to_the_shops_people_alone(shop: TestApp) {
        let id = book("Comet").put(&shop).await;
        let edith = editor(&shop).await;
        let dates = json!({ "from": day(&shop, 3), "until": day(&shop, 4) });
        edith.put(&format!("/admin/home/shelves/picks/books/{id}"), dates).await;
        let salma = desk(&shop, "salma").await;
        let on = |days| format!("/fr/admin/home/preview?on={}", day(&shop, days));
        assert_eq!(shown(&salma.get(&on(0)).await, &["picks"]), [""; 0]);
        let later = salma.get(&on(4)).await;
        assert_eq!(on_shelf(&later, "picks", &["Comet"]), ["Comet"]);
        assert_eq!(later.header("cache-control"), "no-store");
        assert!(later.text().contains("noindex"));
        assert_eq!(shown(&salma.get(&on(5)).await, &["picks"]), [""; 0]);
        assert_eq!(salma.get("/ar/admin/home/preview?on=nonsense").await.status(), 200, "today");
        shop.account("leila", Role::Reader).await;
        assert_eq!(shop.browser_of("leila").await.get(&on(4)).await.status(), 403);
        // Programs are told the same.
        let told = async |days| edith.get(&format!("/admin/home/preview?at={}&locale=fr", day(&shop, days))).await.json();
        let picks = |page: &Value| {
            let shelf = page["shelves"].as_array().unwrap().iter().find(|shelf| shelf["name"] == "picks").cloned();
            shelf.map(|shelf| (shelf["title"].clone(), shelf["books"][0]["title"].clone()))
        };
        let today = told(0).await;
        assert_eq!((&today["locale"], &today["at"]), (&json!("fr"), &json!(day(&shop, 0))));
        assert_eq!(today["shelves"][0]["name"], "new");
        assert_eq!(picks(&today), None);
        assert_eq!(picks(&told(4).await), Some((json!(discovery::curation::Kind::Picks.label(i18n::Locale::Fr)), json!("Comet"))));
        assert_eq!(picks(&told(5).await), None);
        let wrong = edith.get("/admin/home/preview?at=nonsense").await;
        assert_eq!((wrong.status(), wrong.problem().as_str()), (422, "at: invalid"));
        assert_eq!(shop.sign_in("leila").await.get("/admin/home/preview").await.status(), 403);
        assert_eq!(shop.get(&on(4)).await.status(), 303);
    }
}
