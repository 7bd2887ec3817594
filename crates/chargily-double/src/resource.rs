//! Customers, products, prices and payment links: what the gateway keeps beside checkouts, and how it shows it.

use crate::config::Mode;
use crate::json::Json;

/// A kind of what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Customer,
    Product,
    Price,
    PaymentLink,
}

impl Kind {
    /// The kind that a path names.
    pub(crate) fn of_path(name: &str) -> Option<Self> {
        match name {
            "customers" => Some(Self::Customer),
            "products" => Some(Self::Product),
            "prices" => Some(Self::Price),
            "payment-links" => Some(Self::PaymentLink),
            _ => None,
        }
    }

    /// Its name in paths.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::Customer => "customers",
            Self::Product => "products",
            Self::Price => "prices",
            Self::PaymentLink => "payment-links",
        }
    }

    /// Its name in objects.
    pub(crate) const fn entity(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Product => "product",
            Self::Price => "price",
            Self::PaymentLink => "payment_link",
        }
    }
}

/// Something that is kept.
#[derive(Debug, Clone)]
pub(crate) struct Resource {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    /// What was sent of it, with defaults filled in.
    pub(crate) fields: Json,
    /// A link's items: the price's id, how many, and whether the payer may change that.
    pub(crate) items: Vec<(String, i64, bool)>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Resource {
    /// As the API answers, with the keys in the order of the documentation. `page` is the address of a link's page.
    pub(crate) fn answer(&self, mode: Mode, page: &str) -> Json {
        let keys: &[&str] = match self.kind {
            Kind::Customer => &[
                "id",
                "entity",
                "livemode",
                "name",
                "email",
                "phone",
                "address",
                "metadata",
                "created_at",
                "updated_at",
            ],
            Kind::Product => &[
                "id",
                "entity",
                "livemode",
                "name",
                "description",
                "images",
                "metadata",
                "created_at",
                "updated_at",
            ],
            Kind::Price => &[
                "id",
                "entity",
                "livemode",
                "amount",
                "currency",
                "metadata",
                "created_at",
                "updated_at",
                "product_id",
            ],
            Kind::PaymentLink => &[
                "id",
                "entity",
                "livemode",
                "name",
                "active",
                "after_completion_message",
                "locale",
                "pass_fees_to_customer",
                "metadata",
                "created_at",
                "updated_at",
                "collect_shipping_address",
                "url",
            ],
        };
        Json::object(keys.iter().map(|key| {
            let value = match *key {
                "id" => self.id.as_str().into(),
                "entity" => self.kind.entity().into(),
                "livemode" => (mode == Mode::Live).into(),
                "created_at" => self.created_at.into(),
                "updated_at" => self.updated_at.into(),
                "active" => 1.into(),
                "url" => page.into(),
                key => self.fields.get(key).cloned().unwrap_or_default(),
            };
            (*key, value)
        }))
    }

    /// A price as a line of a checkout or, with `adjustable`, of a link.
    pub(crate) fn item(&self, quantity: i64, adjustable: Option<bool>) -> Json {
        let field = |key: &str| self.fields.get(key).cloned().unwrap_or_default();
        let mut item = Json::object([
            ("id", self.id.as_str().into()),
            ("entity", "price".into()),
            ("amount", field("amount")),
            ("quantity", quantity.into()),
            ("currency", field("currency")),
            ("metadata", field("metadata")),
            ("created_at", self.created_at.into()),
            ("updated_at", self.updated_at.into()),
            ("product_id", field("product_id")),
        ]);
        if let Some(adjustable) = adjustable {
            item.set("adjustable_quantity", i64::from(adjustable).into());
        }
        item
    }
}
