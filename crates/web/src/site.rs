//! Puts the features' routers together and lays around them, in one place, what no handler should think of: request
//! names, logs, counts, security headers, compression, errors, limits, and who may change something.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use i18n::Locale;
use jobs::Registry;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate as _, SizeAbove};
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::authority::Capability;
use crate::client::TrustedProxies;
use crate::error::{Error, Missing, render};
use crate::identity::{self, Identify, Recogniser};
use crate::metrics::Metrics;
use crate::rate::{Client, Limiter, Rate};
use crate::request_id::RequestIds;
use crate::routes::Routes;
use crate::{
    access, api, compression, conditional, csrf, health, manifest, offered, origin, page, robots, route,
    security, shop, static_files, theme,
};

/// The most bytes of a body, unless a route raises it for itself (uploads).
pub(crate) const BODY_MOST: usize = 256 * 1024;
/// Below this size compression costs more than it saves, in bytes.
const COMPRESS_FROM: u64 = 1_024;
/// Quality of brotli and gzip for what is made on the fly: most of the gain for little of the time.
const COMPRESS_LEVEL: i32 = 4;

/// What one client may ask for. A page with its covers is about 60 requests, a chapter of a book a few.
pub const RATE: Rate = Rate { per_second: 40.0, burst: 600 };
/// What one client may tell: a gateway speaks of all payments from an address or two.
const TOLD_RATE: Rate = Rate { per_second: 1_000.0, burst: 2_000 };

/// How the site defends itself.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    /// What one client may ask for; `None` for load tests.
    pub rate: Option<Rate>,
    /// The proxies whose word about the client's address is taken.
    pub trusted_proxies: TrustedProxies,
    /// Answers `GET /metrics` on the public address; `None` leaves that to a listener of its own.
    pub public_metrics: Option<Metrics>,
}

/// The routers and the jobs of all features, collected by `app`.
#[derive(Clone, Default)]
pub struct Site {
    pages: Router<App>,
    pages_table: Vec<(String, Option<Capability>)>,
    ways_in: Vec<String>,
    api: OpenApiRouter<App>,
    root: Router<App>,
    jobs: Registry<App>,
    identify: Option<Arc<dyn Identify>>,
    missing: Option<Missing>,
}

impl Site {
    /// A site without features.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds pages. Their paths are those after the language: `/book/{book}`, and `/` for the front page.
    #[must_use]
    pub fn pages(mut self, pages: impl Into<Routes>) -> Self {
        let Routes { router, table, ways_in } = pages.into();
        self.pages_table.extend(table);
        self.ways_in.extend(ways_in);
        Self { pages: self.pages.merge(router), ..self }
    }

    /// Lays a value before the handlers of all pages and of all routes of the API added so far, who take it as an
    /// extension of the request: what a feature asks for that another one has.
    #[must_use]
    pub fn sharing<T: Clone + Send + Sync + 'static>(self, value: T) -> Self {
        let pages = self.pages.layer(Extension(value.clone()));
        Self { pages, api: self.api.layer(Extension(value)), ..self }
    }

    /// Says who tells whom a credential belongs to. Without it everybody is a visitor.
    #[must_use]
    pub fn identified_by(self, identify: impl Identify) -> Self {
        Self { identify: Some(Arc::new(identify)), ..self }
    }

    /// Says what a page that is not there, or not for the reader, shows below its words: this crate has nothing to show.
    #[must_use]
    pub fn where_nothing_is(self, missing: Missing) -> Self {
        Self { missing: Some(missing), ..self }
    }

    /// The paths of pages and the capability that each needs, where they were told (see [`Routes`]).
    pub fn pages_table(&self) -> &[(String, Option<Capability>)] {
        &self.pages_table
    }

    /// Adds routes of the API. Their paths are those after `/api/v1`: `/books/{book}`.
    #[must_use]
    pub fn api(self, api: OpenApiRouter<App>) -> Self {
        Self { api: self.api.merge(api), ..self }
    }

    /// Adds routes whose paths are whole: covers, feeds, what other programs expect at a fixed place.
    #[must_use]
    pub fn root(self, root: Router<App>) -> Self {
        Self { root: self.root.merge(root), ..self }
    }

    /// Adds what a feature does later or at intervals.
    #[must_use]
    pub fn jobs(self, jobs: Registry<App>) -> Self {
        Self { jobs: self.jobs.merge(jobs), ..self }
    }

    /// The jobs of all features, for the worker that does them.
    pub fn registry(&self) -> Registry<App> {
        self.jobs.clone()
    }

    /// The finished site. Serve it with `into_make_service_with_connect_info::<SocketAddr>()`: the rate limits
    /// count by the peer's address, and leave requests without one alone.
    pub fn into_router(self, app: App, guard: Guard) -> Router {
        let pages = self.pages.route("/theme", post(theme::choose));
        let mut router = self
            .root
            .merge(api::assemble(self.api, app.settings.public_url.is_https()))
            .merge(static_files::routes())
            .route("/", get(page::front))
            .route("/manifest.webmanifest", get(manifest::show))
            .route("/brand/{name}", get(shop::show_brand))
            .route("/robots.txt", get(robots::show))
            .route("/healthz", get(health::alive))
            .route("/readyz", get(health::ready));
        for locale in Locale::ALL {
            let (bare, root) = (format!("/{}", locale.tag()), format!("/{}/", locale.tag()));
            let home = root.clone();
            router =
                router.nest(&root, pages.clone()).route(&bare, get(async move || Redirect::permanent(&home)));
        }
        if let Some(metrics) = guard.public_metrics.clone() {
            router = router.route("/metrics", get(async move || metrics.respond().into_response()));
        }
        let csrf = csrf::Rule { public_origin: app.settings.public_url.shared(), ways_in: self.ways_in };
        let router = router
            .fallback(async || Error::NotFound)
            .layer(DefaultBodyLimit::max(BODY_MOST))
            .layer(from_fn_with_state(Arc::new(csrf), csrf::check));
        surround(router, app, guard, (self.identify, self.missing))
    }
}

/// Lays the layers around the routes; the last one is the outermost.
fn surround(
    router: Router<App>,
    app: App,
    guard: Guard,
    (identify, missing): (Option<Arc<dyn Identify>>, Option<Missing>),
) -> Router {
    let public_url = app.settings.public_url.clone();
    let limits = Arc::new(Limits::new(guard));
    let compress = CompressionLayer::new()
        .br(true)
        .gzip(true)
        .quality(CompressionLevel::Precise(COMPRESS_LEVEL))
        .compress_when(
            DefaultPredicate::new()
                .and(SizeAbove::new(COMPRESS_FROM))
                // Who compresses a file gives up its ranges: a browser would fetch all of a PDF before it shows page 1, and
                // a download that broke off would begin anew. Both kinds are compressed inside.
                .and(NotForContentType::new("application/pdf"))
                .and(NotForContentType::new("application/epub+zip")),
        );
    router
        .layer(from_fn_with_state(public_url.shared(), origin::check))
        .layer(from_fn(identity::admit))
        .layer(from_fn_with_state(limits, limit))
        .layer(from_fn_with_state(app.clone(), offered::lead))
        .layer(from_fn(render::contain))
        .layer(from_fn_with_state(render::Teller { app: app.clone(), missing }, render::render))
        .layer(from_fn_with_state(Recogniser { app: app.clone(), identify }, identity::recognise))
        .layer(from_fn(conditional::not_modified))
        .layer(from_fn(compression::mark))
        .layer(compress)
        .layer(from_fn(compression::weaken))
        .layer(from_fn_with_state(public_url.is_https(), secure))
        .layer(from_fn_with_state(Arc::new(RequestIds::new()), access::observe))
        .with_state(app)
}

async fn secure(State(https): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    // The headers of a 304 replace those of the answer that the browser kept. Without its content type the policy
    // would be the one for JSON, and the page kept would lose its styles.
    if response.status() != http::StatusCode::NOT_MODIFIED {
        security::complete(response.headers_mut(), https);
    }
    response
}

struct Limits {
    limiter: Option<Limiter>,
    told: Limiter,
    trusted_proxies: TrustedProxies,
}

impl Limits {
    fn new(guard: Guard) -> Self {
        let limiter = guard.rate.map(|rate| Limiter::new(rate, Instant::now()));
        let told = Limiter::new(TOLD_RATE, Instant::now());
        Self { limiter, told, trusted_proxies: guard.trusted_proxies }
    }

    /// Whom a request is counted for, where it is.
    fn client(&self, request: &Request) -> Client {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().filter(|_| self.limiter.is_some());
        Client(peer.map(|peer| self.trusted_proxies.client_ip(peer.0.ip(), request.headers())))
    }
}

/// Counts a request against its client's rate. What is embedded in the program and what watches over it is free.
async fn limit(State(limits): State<Arc<Limits>>, mut request: Request, next: Next) -> Response {
    let client = limits.client(&request);
    request.extensions_mut().insert(client);
    let path = request.uri().path();
    let free = path.starts_with("/assets/") || path == "/healthz" || path == "/readyz";
    let usual = if route::is_told_path(path) { Some(&limits.told) } else { limits.limiter.as_ref() };
    let within = usual.filter(|_| !free).map_or(Ok(()), |limiter| client.within(limiter));
    match within {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}
