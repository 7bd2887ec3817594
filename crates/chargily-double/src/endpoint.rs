//! The calls of the API by name, found from method and path.

use serde::{Deserialize, Serialize};

use crate::resource::Kind;

/// A call of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Endpoint {
    /// `GET /balance`
    Balance,
    /// `POST /checkouts`
    CreateCheckout,
    /// `GET /checkouts/{id}`
    GetCheckout,
    /// `GET /checkouts`
    ListCheckouts,
    /// `GET /checkouts/{id}/items`
    CheckoutItems,
    /// `POST /checkouts/{id}/expire`
    ExpireCheckout,
    /// `POST /customers`, `/products`, `/prices`, `/payment-links`
    CreateResource,
    /// `POST /customers/{id}` and its like
    UpdateResource,
    /// `GET /customers/{id}` and its like
    GetResource,
    /// `GET /customers` and its like
    ListResources,
    /// `DELETE /customers/{id}` and `/products/{id}`
    DeleteResource,
    /// `GET /products/{id}/prices`
    ProductPrices,
    /// `GET /payment-links/{id}/items`
    LinkItems,
}

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) endpoint: Endpoint,
    /// Of what kind, where it is about customers, products, prices or payment links.
    pub(crate) kind: Option<Kind>,
    /// The id in the path, or nothing.
    pub(crate) id: String,
}

/// Why a path leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoCall {
    /// There is no such path.
    Unknown,
    /// There is, but not with this method.
    Method,
}

/// Finds the call of a method and a path after the mode's prefix.
pub(crate) fn find(method: &str, path: &str) -> Result<Call, NoCall> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let call = |endpoint, kind, id: &str| Ok(Call { endpoint, kind, id: id.to_owned() });
    match (method, parts.as_slice()) {
        ("GET", ["balance"]) => call(Endpoint::Balance, None, ""),
        ("POST", ["checkouts"]) => call(Endpoint::CreateCheckout, None, ""),
        ("GET", ["checkouts"]) => call(Endpoint::ListCheckouts, None, ""),
        ("GET", ["checkouts", id]) => call(Endpoint::GetCheckout, None, id),
        ("GET", ["checkouts", id, "items"]) => call(Endpoint::CheckoutItems, None, id),
        ("POST", ["checkouts", id, "expire"]) => call(Endpoint::ExpireCheckout, None, id),
        ("GET", ["products", id, "prices"]) => call(Endpoint::ProductPrices, Some(Kind::Price), id),
        ("GET", ["payment-links", id, "items"]) => call(Endpoint::LinkItems, Some(Kind::PaymentLink), id),
        (_, ["balance" | "checkouts"] | ["checkouts", _] | ["checkouts", _, "items" | "expire"]) => {
            Err(NoCall::Method)
        }
        (method, [name]) => match (method, Kind::of_path(name).ok_or(NoCall::Unknown)?) {
            ("POST", kind) => call(Endpoint::CreateResource, Some(kind), ""),
            ("GET", kind) => call(Endpoint::ListResources, Some(kind), ""),
            _ => Err(NoCall::Method),
        },
        (method, [name, id]) => match (method, Kind::of_path(name).ok_or(NoCall::Unknown)?) {
            ("POST", kind) => call(Endpoint::UpdateResource, Some(kind), id),
            ("GET", kind) => call(Endpoint::GetResource, Some(kind), id),
            ("DELETE", kind @ (Kind::Customer | Kind::Product)) => {
                call(Endpoint::DeleteResource, Some(kind), id)
            }
            _ => Err(NoCall::Method),
        },
        _ => Err(NoCall::Unknown),
    }
}
