//! The feature, with what its handlers share: the gateway, where there is one, and the counts behind the limits.

use std::sync::Arc;
use std::time::Instant;

use ::pay::Gateway;
use ::pay::chargily::SHOP_FLOOR;
use accounts::audit::Say;
use accounts::{CarryOut, ExtraRow, OnDelete};
use i18n::Locale;
use jobs::Registry;
use kernel::Money;
use ui::Icon;
use utoipa_axum::router::OpenApiRouter;
use web::shop::Shop;
use web::{App, Capability, Client, Limiter, Rate, Routes, UserId};

use crate::library::{self, Limits};
use crate::order::Payments;
use crate::payment::Awaited;
use crate::{api, idempotency, logged, pages, payment, receipts, t, webhook};

/// Buying. Cloning it shares what it has.
#[derive(Clone)]
pub struct Commerce(Arc<Shared>);

struct Shared {
    gateway: Option<Arc<dyn Gateway>>,
    orders: Limiter,
    library: Limits,
    awaited: Awaited,
}

impl Commerce {
    /// The library's row on the account's first page.
    pub const LIBRARY_ROW: ExtraRow = ExtraRow {
        icon: Icon::Library,
        label: t::library,
        hint: t::library_hint,
        path: library::LIBRARY,
        needs: Capability::KeepAccount,
    };

    /// What it keeps of a reader.
    pub const KEPT: &'static [fn(Locale) -> &'static str] = &[t::kept_library];

    /// What it does when an account is deleted.
    pub const ON_DELETE: &'static [OnDelete] =
        &[|tx, user, _| Box::pin(async move { idempotency::forget(tx, user).await })];

    /// How the audit log tells what admins do about orders and libraries.
    pub const LOGGED: &'static [Say] = &[logged::say];

    /// Does what was pressed before signing in.
    pub const WISH: CarryOut = |app, user, wish| Box::pin(library::carry_out(app, user, wish));

    /// The page with somebody's books, after the language.
    pub const LIBRARY: &'static str = library::LIBRARY;

    /// Its rows on the account's first page.
    pub const ROWS: &'static [ExtraRow] = &[ExtraRow {
        icon: Icon::Receipt,
        label: t::orders,
        hint: t::row_orders_hint,
        path: pages::ORDERS,
        needs: Capability::KeepAccount,
    }];

    /// The feature; without a gateway only what is free can be had.
    pub fn new(gateway: Option<Arc<dyn Gateway>>) -> Self {
        let orders = Limiter::new(Rate { per_second: 1.0 / 6.0, burst: 20 }, Instant::now());
        let shared = Shared { gateway, orders, library: Limits::new(), awaited: Awaited::default() };
        Self(Arc::new(shared))
    }

    /// The library's pages.
    pub fn library_pages(&self) -> Routes {
        library::pages::routes().layer(axum::Extension(self.clone()))
    }

    /// The pages of buying.
    pub fn pages(&self) -> Routes {
        pages::routes().layer(axum::Extension(self.clone()))
    }

    /// Its part of the API.
    pub fn api(&self) -> OpenApiRouter<App> {
        api::routes().merge(library::api::routes()).layer(axum::Extension(self.clone()))
    }

    /// Where the gateway sends what happened.
    pub fn root(&self) -> axum::Router<App> {
        webhook::routes().layer(axum::Extension(self.clone()))
    }

    /// What it does later and at intervals.
    pub fn jobs(&self) -> Registry<App> {
        payment::jobs(self.0.gateway.clone())
            .merge(idempotency::jobs())
            .merge(library::download::jobs())
            .merge(receipts::jobs())
    }

    /// Asks the gateway for something small: its name and its mode, or why it does not answer; `None` where there is none.
    pub async fn ask_gateway(&self) -> Option<Result<String, String>> {
        let gateway = self.0.gateway.as_ref()?;
        let name = format!("{} ({})", logged::gateway_title(gateway.name()), gateway.mode());
        Some(gateway.list(1).await.map(|_| name).map_err(|error| error.to_string()))
    }

    /// Whether there is a gateway, so that books which cost something can be bought.
    pub fn takes_payments(&self) -> bool {
        self.0.gateway.is_some()
    }

    pub(crate) fn library_limits(&self) -> &Limits {
        &self.0.library
    }

    pub(crate) fn gateway(&self) -> Option<&Arc<dyn Gateway>> {
        self.0.gateway.as_ref()
    }

    pub(crate) fn awaited(&self) -> &Awaited {
        &self.0.awaited
    }

    /// What can be paid now: nothing where the owner takes no payments, whatever was begun before.
    pub(crate) fn payments(&self, shop: &Shop) -> Payments<'_> {
        let gateway = self.0.gateway.as_deref().filter(|_| shop.takes_payments);
        Payments { gateway, least: self.least() }
    }

    /// The least that an order may cost which is not free.
    fn least(&self) -> Money {
        let gateways = self.0.gateway.as_ref().map_or(SHOP_FLOOR, |gateway| gateway.least_amount());
        if gateways.amount > SHOP_FLOOR.amount { gateways } else { SHOP_FLOOR }
    }

    /// Orders made, paid and cancelled: 20 at once, then one every 6 seconds.
    pub(crate) fn within_limits(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.0.orders, user)
    }
}
