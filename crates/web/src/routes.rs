//! Pages with what each of them needs. A route that is not for everybody says so where it is declared, the layer that
//! checks it is laid around it there, and the list of all of them can be walked by a test.

use std::convert::Infallible;

use axum::Router;
use axum::extract::Request;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, Route};
use tower::{Layer, Service};
use utoipa::openapi::path::Operation;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder, SecurityRequirement};
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::authority::Capability;
use crate::identity;

/// A feature's pages.
#[derive(Default)]
pub struct Routes {
    pub(crate) router: Router<App>,
    pub(crate) table: Vec<(String, Option<Capability>)>,
    pub(crate) ways_in: Vec<String>,
}

impl Routes {
    /// No pages.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page for everybody.
    #[must_use]
    pub fn open(mut self, path: &str, methods: MethodRouter<App>) -> Self {
        self.table.push((path.to_owned(), None));
        Self { router: self.router.route(path, methods), ..self }
    }

    /// Adds a page for everybody whose form brings its own proof of who sends it, a password or a code: see [`crate::csrf`].
    #[must_use]
    pub fn way_in(mut self, path: &str, methods: MethodRouter<App>) -> Self {
        self.ways_in.push(path.to_owned());
        self.open(path, methods)
    }

    /// Adds a page for those who may do something. Visitors are led to sign in.
    #[must_use]
    pub fn needs(mut self, capability: Capability, path: &str, methods: MethodRouter<App>) -> Self {
        self.table.push((path.to_owned(), Some(capability)));
        let methods = methods.route_layer(from_fn_with_state(capability, identity::require));
        Self { router: self.router.route(path, methods), ..self }
    }

    /// Adds a page for those who may do something, whose handlers ask for it themselves, because what was sent must not be
    /// lost where it cannot be taken. The table has it all the same, so the test that walks it knocks on this door too.
    #[must_use]
    pub fn asks(mut self, capability: Capability, path: &str, methods: MethodRouter<App>) -> Self {
        self.table.push((path.to_owned(), Some(capability)));
        Self { router: self.router.route(path, methods), ..self }
    }
}

impl Routes {
    /// These pages and others.
    #[must_use]
    pub fn merge(mut self, others: Self) -> Self {
        self.table.extend(others.table);
        self.ways_in.extend(others.ways_in);
        Self { router: self.router.merge(others.router), ..self }
    }

    /// Lays something around all of them, such as what their handlers share.
    #[must_use]
    pub fn layer<L>(self, layer: L) -> Self
    where
        L: Layer<Route> + Clone + Send + Sync + 'static,
        L::Service: Service<Request> + Clone + Send + Sync + 'static,
        <L::Service as Service<Request>>::Response: IntoResponse + 'static,
        <L::Service as Service<Request>>::Error: Into<Infallible> + 'static,
        <L::Service as Service<Request>>::Future: Send + 'static,
    {
        Self { router: self.router.layer(layer), ..self }
    }
}

impl From<Router<App>> for Routes {
    /// Pages for everybody, as a plain router has them.
    fn from(router: Router<App>) -> Self {
        Self { router, ..Self::default() }
    }
}

/// Routes of the API for those who may do something: checks it, and says so in the API's description
/// (`x-capability`, the security scheme, 401 and 403).
pub fn needs(capability: Capability, routes: OpenApiRouter<App>) -> OpenApiRouter<App> {
    let mut routes = routes.route_layer(from_fn_with_state(capability, identity::require));
    for item in routes.get_openapi_mut().paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            describe(operation, capability);
        }
    }
    routes
}

fn describe(operation: &mut Operation, capability: Capability) {
    let schemes = ["bearer", "session"].map(|name| SecurityRequirement::new(name, Vec::<String>::new()));
    operation.security = Some(schemes.to_vec());
    let extension = (CAPABILITY.to_owned(), serde_json::Value::from(capability.as_str()));
    operation.extensions.get_or_insert_default().extend([extension]);
    let answers = &mut operation.responses.responses;
    answers.entry("401".to_owned()).or_insert_with(|| problem("Not signed in"));
    answers.entry("403".to_owned()).or_insert_with(|| problem("Not allowed"));
}

/// Where the description says which capability a route needs.
pub(crate) const CAPABILITY: &str = "x-capability";

/// An answer that says what is wrong, for the API's description.
pub(crate) fn problem(words: &str) -> RefOr<Response> {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    RefOr::T(ResponseBuilder::new().description(words).content("application/problem+json", content).build())
}
