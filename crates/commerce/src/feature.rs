//! The feature, with what its handlers share: the gateway, where there is one, and the counts behind the limits.

use std::sync::Arc;
use std::time::Instant;

use ::pay::Gateway;
use ::pay::chargily::SHOP_FLOOR;
use jobs::Registry;
use kernel::Money;
use utoipa_axum::router::OpenApiRouter;
use web::{App, Client, Limiter, Rate, UserId};

use crate::order::Payments;
use crate::{api, payment, webhook};

/// Buying. Cloning it shares what it has.
#[derive(Clone)]
pub struct Commerce(Arc<Shared>);

struct Shared {
    gateway: Option<Arc<dyn Gateway>>,
    orders: Limiter,
}

impl Commerce {
    /// The feature; without a gateway only what is free can be had.
    pub fn new(gateway: Option<Arc<dyn Gateway>>) -> Self {
        let orders = Limiter::new(Rate { per_second: 1.0 / 6.0, burst: 20 }, Instant::now());
        Self(Arc::new(Shared { gateway, orders }))
    }

    /// Its part of the API.
    pub fn api(&self) -> OpenApiRouter<App> {
        api::routes().layer(axum::Extension(self.clone()))
    }

    /// Where the gateway sends what happened.
    pub fn root(&self) -> axum::Router<App> {
        webhook::routes().layer(axum::Extension(self.clone()))
    }

    /// What it does later and at intervals.
    pub fn jobs(&self) -> Registry<App> {
        payment::jobs(self.0.gateway.clone())
    }

    pub(crate) fn gateway(&self) -> Option<&Arc<dyn Gateway>> {
        self.0.gateway.as_ref()
    }

    pub(crate) fn payments(&self) -> Payments<'_> {
        Payments { gateway: self.0.gateway.as_deref(), least: self.least() }
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
