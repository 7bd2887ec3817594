//! Random histories on the real databases against the gateway's stand-in: whatever happened in whichever order, in the end
//! every payment has its books or is to go back, nothing is given unpaid, receipts have no gaps and the ledger balances.

use chargily_double::{Act, Alteration, Change, Endpoint, Mode, Often, Status, Within};
use db::{Query as _, sql};
use kernel::Random;
use serde_json::{Value, json};
use testing::{Program, TestApp, on_both_databases};

use crate::till::{
    advance, books_of_the_shop, double, fill_cart, library, look, order, post_event, site, stands,
};

/// How many histories each run tries, and how many things happen in one.
const HISTORIES: u64 = 6;
const EVENTS: usize = 25;

/// What may happen, drawn by chance.
struct Chance(Random);

impl Chance {
    fn below(&self, most: usize) -> usize {
        usize::from(u16::from_le_bytes(self.0.bytes::<2>())) % most.max(1)
    }

    /// One of the gateway's checkouts, mostly the latest.
    fn checkout(&self) -> Option<String> {
        let all = double().checkouts(Mode::Test);
        let latest = all.iter().max_by_key(|one| (one.created_at, one.id.clone()));
        let any = all.get(self.below(all.len()));
        (if self.below(3) > 0 { latest } else { any }).map(|one| one.id.clone())
    }
}

/// An event that was sent, or forged, reaches the shop: any, and as often as chance has it.
async fn deliver(shop: &TestApp, chance: &Chance) {
    let sent = double().deliveries();
    let Some(delivery) = sent.get(chance.below(sent.len())) else { return };
    let signature = delivery.signature.clone().unwrap_or_default();
    let body =
        if chance.below(5) == 0 { delivery.body.replace("paid", "PAID") } else { delivery.body.clone() };
    for _ in 0..=chance.below(2) {
        let status = post_event(shop, "test", body.clone(), &signature).await.status();
        assert!([200, 400].contains(&status), "{status}");
    }
    shop.run_jobs().await;
}

/// An admin pays it back, if that can be.
async fn happen_to_refund(shop: &TestApp, made: &Value) {
    let amina = shop.sign_in("amina").await;
    let answer =
        amina.post(&format!("/admin/orders/{}/refund", made["number"].as_str().unwrap()), json!({})).await;
    assert!([201, 409].contains(&answer.status()), "{}", answer.text());
    shop.run_jobs().await;
}

async fn happen(shop: &TestApp, leila: &Program, made: &Value, chance: &Chance) {
    let number = made["number"].as_str().unwrap();
    match chance.below(12) {
        0 | 1 => {
            let answer = leila.post(&format!("/orders/{number}/pay"), json!({})).await;
            assert!([200, 409].contains(&answer.status()), "{}", answer.text());
        }
        2 => {
            let answer = leila.post(&format!("/orders/{number}/cancel"), json!({})).await;
            assert!([200, 409].contains(&answer.status()), "{}", answer.text());
        }
        3..=5 => {
            let acts = [Act::Process, Act::Pay, Act::Pay, Act::Fail, Act::Cancel, Act::Expire];
            if let Some(id) = chance.checkout() {
                // Where that cannot be, the payer finds a page that says so.
                let _ = double().act(&id, acts[chance.below(acts.len())]);
            }
        }
        6 => {
            let altered =
                Alteration::new(Change::Amount(51), Within::Answers(Endpoint::GetCheckout), Often::ONCE);
            double().turn(|knobs| knobs.alterations = vec![altered]);
        }
        7 => deliver(shop, chance).await,
        10 if chance.below(2) == 0 => {
            happen_to_refund(shop, made).await;
        }
        8 => {
            advance(shop, 70);
            look(shop).await;
        }
        _ => {
            if let Some(id) = chance.checkout() {
                let _ = double().send_event(&id, None);
            }
        }
    }
}

/// How many papers of a series there are, and the last number that was given out.
async fn receipts(shop: &TestApp, series: &str) -> (i64, i64) {
    let db = &shop.app.db;
    db.one(sql!(
        "select /* full scan: a test */ count(*), coalesce(max(number), 0) from receipts where series = $1",
        series
    ))
    .await
    .unwrap()
}

on_both_databases! {
    in site();

    async fn random_histories_end_with_books_for_money_and_nothing_else(shop: TestApp) {
        shop.reader("leila").await;
        shop.account("amina", web::Role::Admin).await;
        let shop = shop.with(|settings| settings.rate_limits = false);
        let mut histories = Vec::new();
        for history in 0..HISTORIES {
            let leila = shop.sign_in("leila").await;
            let chance = Chance(Random::seeded(history));
            let before = double().checkouts(Mode::Test).len();
            let price = 900 + i64::try_from(history).unwrap();
            let book = fill_cart(&shop, "leila", &[price]).await[0];
            let made = order(&leila).await;
            for _ in 0..EVENTS {
                happen(&shop, &leila, &made, &chance).await;
            }
            double().turn(|knobs| knobs.alterations = Vec::new());
            // Every other history ends with money, whatever came before.
            if history % 2 == 0
                && let Some(last) = double().checkouts(Mode::Test).iter().rfind(|one| one.amount == price)
            {
                double().force(&last.id, Act::Pay).unwrap();
            }
            // Whatever is still open ends; then everything is asked about.
            advance(&shop, 45 * 60);
            for _ in 0..3 {
                look(&shop).await;
                advance(&shop, 3 * 60 * 60);
            }
            if history == 2 {
                happen_to_refund(&shop, &made).await;
            }
            assert!(double().checkouts(Mode::Test).len() > before);
            histories.push((made, book, price));
        }
        // Money may have come for an order while a later one was tried.
        let (leila, there) = (shop.sign_in("leila").await, double().checkouts(Mode::Test));
        let (mut delivered, mut refunded, mut owed) = (0, 0, 0);
        for (history, (made, book, price)) in histories.iter().enumerate() {
            let own = there.iter().filter(|one| one.amount == *price && one.status == Status::Paid);
            let paid = i64::try_from(own.count()).unwrap();
            let (status, reason) = stands(&leila, made).await;
            let is_refunded = reason == "refunded";
            assert!(paid > 0 || !is_refunded, "history {history}: money went back that never came");
            let has = library(&shop, "leila").await.contains(book);
            assert_eq!(has, paid > 0 && !is_refunded, "history {history}");
            assert_eq!(status == "completed", has, "history {history}");
            owed += price * 100 * if is_refunded { paid } else { (paid - 1).max(0) };
            delivered += i64::from(paid > 0);
            refunded += i64::from(is_refunded);
        }
        assert_eq!(books_of_the_shop(&shop).await, (0, owed));
        assert_eq!(receipts(&shop, "R").await, (delivered, delivered));
        assert_eq!(receipts(&shop, "C").await, (refunded, refunded));
        assert!(delivered > 0 && refunded > 0, "{delivered} were paid, {refunded} paid back");
    }
}
