//! A checkout: what is known of it, and the forms in which the gateway shows it.

use serde::{Deserialize, Serialize};

use crate::config::Mode;
use crate::json::Json;

/// The states of a checkout, by the words that the gateway uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nobody has paid yet.
    Pending,
    /// Somebody is paying.
    Processing,
    /// Paid.
    Paid,
    /// The payment failed.
    Failed,
    /// The payer gave up.
    Canceled,
    /// Nobody paid in time, or the merchant ended it.
    Expired,
}

impl Status {
    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Processing => "processing",
            Self::Paid => "paid",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
            Self::Expired => "expired",
        }
    }

    /// Whether it can still be paid.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::Processing)
    }
}

/// A line of a checkout that was made of prices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// The price's id.
    pub price: String,
    /// How many.
    pub quantity: i64,
}

/// A discount as it was asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Discount {
    /// `percentage` or `amount`.
    pub kind: &'static str,
    /// So many per cent or dinars.
    pub value: Json,
}

/// A checkout. Amounts are whole dinars, times Unix seconds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Checkout {
    /// The id.
    pub id: String,
    /// The mode it was made in.
    pub mode: Mode,
    /// What is to be paid, after the discount and before fees.
    pub amount: i64,
    /// What would be to be paid without the discount, where there is one.
    pub amount_without_discount: Option<i64>,
    /// The discount.
    pub discount: Option<Discount>,
    /// What it was made of, where it was made of prices.
    pub items: Vec<Item>,
    /// The gateway's fees, known once it is paid.
    pub fees: i64,
    /// The merchant's part of them.
    pub fees_on_merchant: i64,
    /// The payer's part of them.
    pub fees_on_customer: i64,
    /// Who bears the fees: `customer`, `merchant` or `split`.
    pub fees_allocation: String,
    /// The deprecated field, as it was sent.
    pub pass_fees_to_customer: Json,
    /// The state.
    pub status: Status,
    /// The language of the page: `ar`, `en` or `fr`.
    pub locale: String,
    /// A text for the payer.
    pub description: Option<String>,
    /// What the shop wanted to be told again.
    pub metadata: Json,
    /// Where the payer goes after paying.
    pub success_url: String,
    /// Where the payer goes otherwise.
    pub failure_url: Option<String>,
    /// Where its events go.
    pub webhook_endpoint: Option<String>,
    /// `edahabia`, `cib` or `chargily_app`, once it is known.
    pub payment_method: Option<String>,
    /// The customer.
    pub customer_id: String,
    /// An address, as it was sent.
    pub shipping_address: Json,
    /// Whether the page should ask for an address.
    pub collect_shipping_address: bool,
    /// When it was made.
    pub created_at: i64,
    /// When it last changed.
    pub updated_at: i64,
    /// The states it has had and since when, the first one first.
    pub history: Vec<(Status, i64)>,
    /// Until when `GET` hides that it is paid.
    pub hidden_until: Option<i64>,
}

/// What of the surroundings a shown checkout depends on.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    /// The address of its page.
    pub(crate) url: String,
    pub(crate) now: i64,
    pub(crate) extra_fields: bool,
    pub(crate) account: bool,
}

/// The keys of an answer, in the order of the documentation.
const ANSWER: [&str; 28] = [
    "id",
    "entity",
    "livemode",
    "amount",
    "currency",
    "fees",
    "fees_on_merchant",
    "fees_on_customer",
    "pass_fees_to_customer",
    "chargily_pay_fees_allocation",
    "status",
    "locale",
    "description",
    "metadata",
    "success_url",
    "failure_url",
    "webhook_endpoint",
    "payment_method",
    "invoice_id",
    "customer_id",
    "payment_link_id",
    "created_at",
    "updated_at",
    "shipping_address",
    "collect_shipping_address",
    "discount",
    "amount_without_discount",
    "checkout_url",
];

/// The keys of an event's data, in the order of the documentation: no currency, and `url`.
const DOCUMENTED: [&str; 23] = [
    "id",
    "entity",
    "fees",
    "amount",
    "locale",
    "status",
    "metadata",
    "created_at",
    "invoice_id",
    "updated_at",
    "customer_id",
    "description",
    "failure_url",
    "success_url",
    "payment_method",
    "payment_link_id",
    "pass_fees_to_customer",
    "chargily_pay_fees_allocation",
    "shipping_address",
    "collect_shipping_address",
    "discount",
    "amount_without_discount",
    "url",
];

/// What is seen in real traffic beside the documented keys.
const EXTRA: [&str; 5] = [
    "fulfillment_status",
    "notification_status",
    "deposit_transaction_id",
    "earnings_consumed",
    "paid_checkouts_consumed",
];

impl Checkout {
    /// As the API answers.
    pub(crate) fn answer(&self, around: &Surroundings) -> Json {
        let hidden = self.hidden_until.is_some_and(|until| around.now < until);
        let mut shown = self.fields(&ANSWER, around);
        self.add_extra(&mut shown, around);
        if self.payment_method.as_deref() == Some("chargily_app") {
            shown.set("qr_code_url", format!("{}/qr", around.url).into());
        }
        if hidden {
            shown.set("status", Status::Processing.as_str().into());
            for fee in ["fees", "fees_on_merchant", "fees_on_customer"] {
                shown.set(fee, 0.into());
            }
        }
        shown
    }

    /// As `data` of an event in the documented form.
    pub(crate) fn documented(&self, around: &Surroundings) -> Json {
        self.fields(&DOCUMENTED, around)
    }

    /// As `data` of an event in the captured form, whose keys are sorted as they were stored.
    pub(crate) fn captured(&self, around: &Surroundings) -> Json {
        let mut shown = self.fields(&ANSWER, around);
        self.add_extra(&mut shown, around);
        if self.amount_without_discount.is_none() {
            shown.set("amount_without_discount", 0.into());
        }
        shown.in_stored_order()
    }

    fn add_extra(&self, shown: &mut Json, around: &Surroundings) {
        if around.extra_fields {
            for key in EXTRA {
                shown.set(key, self.field(key, around));
            }
        }
        if around.account {
            shown.set("account", account());
        }
    }

    fn fields(&self, keys: &[&str], around: &Surroundings) -> Json {
        Json::object(keys.iter().map(|key| (*key, self.field(key, around))))
    }

    fn field(&self, key: &str, around: &Surroundings) -> Json {
        match key {
            "id" => self.id.as_str().into(),
            "entity" => "checkout".into(),
            "livemode" => (self.mode == Mode::Live).into(),
            "amount" => self.amount.into(),
            "currency" => "dzd".into(),
            "fees" => self.fees.into(),
            "fees_on_merchant" => self.fees_on_merchant.into(),
            "fees_on_customer" => self.fees_on_customer.into(),
            "pass_fees_to_customer" => self.pass_fees_to_customer.clone(),
            "chargily_pay_fees_allocation" => self.fees_allocation.as_str().into(),
            "status" => self.status.as_str().into(),
            "locale" => self.locale.as_str().into(),
            "description" => self.description.clone().into(),
            "metadata" => self.metadata.clone(),
            "success_url" => self.success_url.as_str().into(),
            "failure_url" => self.failure_url.clone().into(),
            "webhook_endpoint" => self.webhook_endpoint.clone().into(),
            "payment_method" => self.payment_method.clone().into(),
            "customer_id" => self.customer_id.as_str().into(),
            "created_at" => self.created_at.into(),
            "updated_at" => self.updated_at.into(),
            "shipping_address" => self.shipping_address.clone(),
            "collect_shipping_address" => i64::from(self.collect_shipping_address).into(),
            "discount" => self.discount.as_ref().map_or(Json::Null, |discount| {
                Json::object([("type", discount.kind.into()), ("value", discount.value.clone())])
            }),
            "amount_without_discount" => self.amount_without_discount.into(),
            "checkout_url" | "url" => around.url.as_str().into(),
            "fulfillment_status" => "unfulfilled".into(),
            "notification_status" => "pending".into(),
            "earnings_consumed" | "paid_checkouts_consumed" => 0.into(),
            // invoice_id, payment_link_id, deposit_transaction_id
            _ => Json::Null,
        }
    }

    /// Changes the state, and remembers it. Paying settles the fees.
    pub(crate) fn become_(&mut self, status: Status, now: i64, with_fees: bool) {
        if status == Status::Paid && with_fees {
            self.fees = fees(self.amount);
            (self.fees_on_merchant, self.fees_on_customer) = match self.fees_allocation.as_str() {
                "merchant" => (self.fees, 0),
                "split" => (self.fees - self.fees / 2, self.fees / 2),
                _ => (0, self.fees),
            };
        }
        self.status = status;
        self.updated_at = now;
        self.history.push((status, now));
    }
}

/// The gateway's table: 2.5 %, up to 5 000 dinars with 10 more and at least 25, above 100 000 no more than 2 500.
fn fees(amount: i64) -> i64 {
    let share = amount.saturating_mul(25).saturating_add(500) / 1000;
    match amount {
        ..=5_000 => (10 + share).max(25),
        5_001..=100_000 => share,
        _ => 2_500,
    }
}

/// The merchant's profile, which real events may carry whole.
pub(crate) fn account() -> Json {
    Json::object([
        ("id", 1.into()),
        ("name", "Made-up merchant".into()),
        ("email", "merchant@shop.example".into()),
        ("phone", "0500000000".into()),
        ("is_active", true.into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fees_follow_the_table() {
        assert_eq!(
            [50, 1_000, 5_000, 50_000, 100_000, 200_000].map(fees),
            [25, 35, 135, 1_250, 2_500, 2_500]
        );
    }
}
