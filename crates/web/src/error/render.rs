//! Gives every error its body, outside all handlers: what axum answers by itself (no route, wrong method, too
//! large) and what panicked looks like what a handler refused. An internal error is logged here, once.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use futures::future::BoxFuture;
use futures::{FutureExt as _, TryStreamExt as _};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, ErrorPage, Frame, Indexing, Tone};

use super::{Error, Problem};
use crate::app::App;
use crate::identity::{self, Caller};
use crate::page::{self, Page};
use crate::request_id::RequestId;
use crate::{Caching, csrf, origin, route, t};

/// A handler has this long until the headers of its answer; bodies may stream on afterwards.
const PATIENCE: Duration = Duration::from_secs(30);

/// Headers of a refusal that its new body leaves standing.
const KEPT: [header::HeaderName; 5] =
    [header::ALLOW, header::CONTENT_RANGE, header::RETRY_AFTER, header::SET_COOKIE, header::WWW_AUTHENTICATE];

/// Runs what lies inside and turns a panic or an endless wait into an error. While files come in, there is patience.
pub(crate) async fn contain(request: Request, next: Next) -> Response {
    let (request, came) = watched(request);
    let mut run = pin!(AssertUnwindSafe(next.run(request)).catch_unwind());
    let mut before = 0;
    loop {
        match tokio::time::timeout(PATIENCE, &mut run).await {
            Ok(Ok(response)) => return response,
            Ok(Err(panic)) => {
                return Error::Internal(anyhow::anyhow!("panicked: {}", said(&*panic))).into_response();
            }
            Err(_) => {
                let now = came.load(Ordering::Relaxed);
                if now > before {
                    before = now;
                    continue;
                }
                tracing::warn!(patience_s = PATIENCE.as_secs(), "Gave up a request that took too long");
                return Error::unavailable().into_response();
            }
        }
    }
}

/// Counts the parts of a form with files as they come in. Of others none are counted.
fn watched(request: Request) -> (Request, Arc<AtomicU64>) {
    let came = Arc::new(AtomicU64::new(0));
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        return (request, came);
    }
    let counted = Arc::clone(&came);
    let (parts, body) = request.into_parts();
    let parts_of_body = body.into_data_stream().inspect_ok(move |_| {
        counted.fetch_add(1, Ordering::Relaxed);
    });
    (Request::from_parts(parts, Body::from_stream(parts_of_body)), came)
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without words")
}

/// What stands below the words of a page that is not there, or not for the reader.
pub type Missing = for<'a> fn(&'a App, &'a Page) -> BoxFuture<'a, Markup>;

/// What errors are told with.
#[derive(Clone)]
pub(crate) struct Teller {
    pub(crate) app: App,
    pub(crate) missing: Option<Missing>,
}

/// Gives errors their bodies.
pub(crate) async fn render(State(teller): State<Teller>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let response = next.run(request).await;
    if response.status().is_client_error() || response.status().is_server_error() {
        asked.tell(response, &teller).await
    } else {
        response
    }
}

/// What has to be known of a request to tell its sender what went wrong.
struct Asked {
    headers: HeaderMap,
    uri: Uri,
    path: String,
    id: Option<RequestId>,
    caller: Caller,
    reads: bool,
}

/// In what form an error is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Problem details: the API, what a gateway tells, and whoever prefers JSON.
    Problem,
    /// A part of a page, for a script that swaps it in.
    Fragment,
    /// A whole page.
    Page,
}

impl Asked {
    fn of(request: &Request) -> Self {
        Self {
            headers: request.headers().clone(),
            uri: request.uri().clone(),
            path: route::full_path(request.extensions(), request.uri()).to_owned(),
            id: request.extensions().get::<RequestId>().cloned(),
            caller: request.extensions().get::<Caller>().cloned().unwrap_or_default(),
            reads: matches!(*request.method(), Method::GET | Method::HEAD),
        }
    }

    async fn tell(&self, bare: Response, teller: &Teller) -> Response {
        let app = &teller.app;
        let error = bare.extensions().get::<Arc<Error>>().cloned();
        if error.is_none() && has_own_body(&bare) {
            return bare;
        }
        let error = error.unwrap_or_else(|| Arc::new(Error::from_status(bare.status())));
        if let Error::Internal(cause) = &*error {
            tracing::error!(error = format!("{cause:#}"), http.path = self.path, "Answered 500: {cause:#}");
        }
        let mut response = match self.form() {
            Form::Problem => self.problem(&error, app),
            Form::Page if matches!(*error, Error::Unauthorized) => return self.lead_to_sign_in(app),
            form => self.html(&error, teller, form).await,
        };
        *response.status_mut() = error.status();
        for name in KEPT {
            for value in bare.headers().get_all(&name) {
                response.headers_mut().append(name.clone(), value.clone());
            }
        }
        response
    }

    fn form(&self) -> Form {
        // Nobody sees what a gateway is answered, and a flood of forged events is not worth a page each.
        let by_program = route::is_api_path(&self.path) || route::is_told_path(&self.path);
        if by_program || prefers_json(&self.headers) {
            Form::Problem
        } else if page::wants_fragment(&self.headers) {
            Form::Fragment
        } else {
            Form::Page
        }
    }

    fn reference(&self) -> &str {
        self.id.as_ref().map_or("-", RequestId::as_str)
    }

    fn problem(&self, error: &Error, app: &App) -> Response {
        let locale = match page::split_locale(&self.path) {
            Some((locale, _)) => locale,
            None if self.headers.contains_key(header::ACCEPT_LANGUAGE) => {
                page::accepted_locale(&self.headers)
            }
            None => self.preferred_locale(app),
        };
        let body = serde_json::to_vec(&Problem::of(error, locale, self.reference())).unwrap_or_default();
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
            (header::CONTENT_LANGUAGE, HeaderValue::from_static(locale.tag())),
            (header::CACHE_CONTROL, Caching::NoStore.header()),
            (header::VARY, HeaderValue::from_static("accept-language, cookie")),
        ];
        (headers, body).into_response()
    }

    /// The language and the path after it.
    fn place(&self, app: &App) -> (Locale, &str) {
        page::split_locale(&self.path).unwrap_or_else(|| (self.preferred_locale(app), "/"))
    }

    fn preferred_locale(&self, app: &App) -> Locale {
        page::preferred_locale(&self.headers, app.settings.public_url.is_https(), &app.shop().languages)
    }

    /// A person who has to sign in first is led there, and from there back.
    fn lead_to_sign_in(&self, app: &App) -> Response {
        let (locale, _) = self.place(app);
        let sign_in = format!("/{}{}", locale.tag(), identity::SIGN_IN);
        let address = self.uri.path_and_query().map_or(self.path.as_str(), |address| address.as_str());
        // A form cannot be sent again after signing in; the page it stood on can be opened, where the browser tells which.
        let referring = || origin::referring_path(&self.headers, app.settings.public_url.origin());
        let next = if self.reads { Some(address) } else { referring() };
        let to = next.map_or_else(
            || sign_in.clone(),
            |next| {
                let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
                format!("{sign_in}?next={next}")
            },
        );
        (Caching::NoStore, Redirect::to(&to)).into_response()
    }

    /// The page that a form stood on which is too old to be taken, to be opened again; or one that is to be opened when the
    /// address is verified.
    fn form_page(&self, error: &Error, app: &App) -> Option<&str> {
        let too_old = matches!(error, Error::Refused(reason) if reason.code == csrf::CODE);
        let page = || origin::referring_path(&self.headers, app.settings.public_url.origin());
        if is_unverified(error) && !self.reads {
            return page();
        }
        too_old.then(|| page().unwrap_or(&self.path))
    }

    async fn html(&self, error: &Error, teller: &Teller, form: Form) -> Response {
        let app = &teller.app;
        let page = Page::new(&self.headers, &self.uri, self.place(app), self.caller.clone(), app);
        let is_end = is_dead_end(error, self.reads);
        let is_missing = form == Form::Page && self.reads && is_end;
        let instead = if let Some(missing) = teller.missing.filter(|_| is_missing) {
            missing(app, &page).await
        } else {
            html! {}
        };
        let problem = Problem::on_page(error, page.locale, self.reference());
        let response = if form == Form::Fragment {
            page.fragment(fragment(&page, &problem, error))
        } else {
            let frame = Frame { indexing: Indexing::Hidden, ..page.frame(&problem.title) };
            let ways = actions(&page, error, (self.reads, self.form_page(error, app)));
            let body = html! {
                (view(&page, &problem, self.id.as_ref(), ways))
                @if is_end { (search(&page)) }
                (instead)
            };
            page.render(&frame, &body)
        };
        let mut response = (Caching::NoStore, response).into_response();
        response.headers_mut().remove(header::ETAG);
        response
    }
}

/// Whether an answer already says what went wrong in a form of its own. Plain text is what axum's rejections say.
fn has_own_body(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| !value.as_bytes().starts_with(b"text/plain"))
}

/// Whether a program asks, that names JSON and does not name HTML.
fn prefers_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.contains("json") && !accepted.contains("text/html")
}

fn fragment(page: &Page, problem: &Problem, error: &Error) -> Markup {
    let reference = problem.reference.as_deref().map(|id| t::error_reference(page.locale, id));
    let body = html! {
        p { (problem.detail) }
        @if let Some(reference) = reference { p { bdi { (reference) } } }
        @if is_unverified(error) {
            p { a href=(page.url(identity::VERIFY)) { (t::error_verify(page.locale)) } }
        }
        @if matches!(error, Error::Unauthorized) {
            p { a href=(page.url(identity::SIGN_IN)) { (t::error_sign_in(page.locale)) } }
        }
        (wrong_values(problem))
    };
    ui::alert(&Alert { tone: Tone::Danger, title: &problem.title, body })
}

fn view(page: &Page, problem: &Problem, id: Option<&RequestId>, actions: Markup) -> Markup {
    let reference = id.map(|id| t::error_reference(page.locale, id.as_str()));
    html! {
        (ui::error_page(&ErrorPage {
            status: problem.status,
            title: &problem.title,
            detail: &problem.detail,
            reference: reference.as_deref(),
            actions,
        }))
        (wrong_values(problem))
    }
}

/// The field to search in, where there is one.
fn search(page: &Page) -> Markup {
    html! {
        @if let Some(field) = page.frame("").search {
            div.error-page__search.search-page__field { (ui::search_field(page.locale, &field)) }
        }
    }
}

fn wrong_values(problem: &Problem) -> Markup {
    html! {
        @if !problem.errors.is_empty() {
            ul { @for wrong in &problem.errors { li { code { bdi { (wrong.field) } } " " (wrong.message) } } }
        }
    }
}

/// Whether the way ends here: there is nothing at the address, nothing any more, or nothing that the reader may open. A form
/// that is refused ends nothing: the page that it stood on is there.
fn is_dead_end(error: &Error, reads: bool) -> bool {
    match error.status() {
        StatusCode::NOT_FOUND | StatusCode::GONE => true,
        StatusCode::FORBIDDEN => reads,
        _ => false,
    }
}

/// Ways on from where the way ends, beside the one home.
fn ways_on(l: Locale) -> [(&'static str, &'static str); 2] {
    [(t::error_browse(l), "/browse"), (t::error_new(l), "/new")]
}

/// Whether all that is missing is that the address is verified.
fn is_unverified(error: &Error) -> bool {
    matches!(error, Error::Refused(reason) if reason.code == identity::UNVERIFIED)
}

/// The page that takes the code of the mail, and leads on from there to one that can be opened.
fn to_verify(page: &Page, next: Option<&str>) -> String {
    let verify = page.url(identity::VERIFY);
    let Some(next) = next else { return verify };
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{verify}?next={next}")
}

/// The way home, others where the way ends, and a second try where that may help; for a form that is too old, the page that
/// it stood on; for an account without a verified address, where it is verified; for one that may not, where another is
/// signed in with.
fn actions(page: &Page, error: &Error, (reads, form_page): (bool, Option<&str>)) -> Markup {
    let l: Locale = page.locale;
    let again = matches!(error, Error::Unavailable { .. } | Error::TooMany { .. } | Error::Internal(_));
    let here = page.address();
    let way = |label| Button { label, kind: ButtonKind::Outline, ..Button::default() };
    html! {
        @if again { (ui::button_link(&Button { label: t::error_retry(l), ..Button::default() }, &here)) }
        @if is_unverified(error) {
            @let next = if reads { Some(here.as_str()) } else { form_page };
            (ui::button_link(&Button { label: t::error_verify(l), ..Button::default() }, &to_verify(page, next)))
        } @else if let Some(path) = form_page {
            (ui::button_link(&Button { label: t::error_open_again(l), ..Button::default() }, path))
        }
        @if matches!(error, Error::Forbidden) && page.reader().is_some() {
            (ui::button_link(&way(t::error_account(l)), &page.url(identity::ACCOUNT)))
        }
        (ui::button_link(&way(t::error_home(l)), &page.url("/")))
        @if is_dead_end(error, reads) {
            @for (label, path) in ways_on(l) { (ui::button_link(&way(label), &page.url(path))) }
        }
    }
}
