//! Jobs, mails and health in the JSON API.

use accounts::mails::log::{self, LoggedMail, MailState, WantedMails};
use jobs::desk::{self, Listed, State};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{
    Accepted, App, Capability, Json, List, ListQuery, NoContent, PagingParams, Path, Problem, Spoken, needs,
};

use super::health::{self, Level, Part};
use super::steward::Steward;

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let run = OpenApiRouter::new()
        .routes(routes!(jobs))
        .routes(routes!(retry))
        .routes(routes!(remove))
        .routes(routes!(mails))
        .routes(routes!(resend))
        .routes(routes!(health));
    needs(Capability::RunSite, run)
}

/// How a job stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum JobState {
    /// It was given up.
    Dead,
    /// It is to be done, now or later.
    Waiting,
    /// A process is at it.
    Running,
    /// It is done at intervals.
    Scheduled,
}

impl From<State> for JobState {
    fn from(state: State) -> Self {
        match state {
            State::Dead => Self::Dead,
            State::Waiting => Self::Waiting,
            State::Running => Self::Running,
            State::Scheduled => Self::Scheduled,
        }
    }
}

impl From<JobState> for State {
    fn from(state: JobState) -> Self {
        match state {
            JobState::Dead => Self::Dead,
            JobState::Waiting => Self::Waiting,
            JobState::Running => Self::Running,
            JobState::Scheduled => Self::Scheduled,
        }
    }
}

/// Work of the shop's own. What it is about is not told.
#[derive(Debug, Serialize, ToSchema)]
struct JobItem {
    #[schema(value_type = i64)]
    id: Id<Listed>,
    /// What it does, by the program's name for it: `commerce.receipt_mail`.
    kind: String,
    state: JobState,
    /// When it may be taken up; while it runs, when others may take it up.
    #[schema(value_type = String, format = DateTime)]
    due_at: Timestamp,
    /// When it was first to run.
    #[schema(value_type = String, format = DateTime)]
    wanted_at: Timestamp,
    /// How often it was begun.
    tries: u32,
    /// What it said when it failed last.
    last_error: Option<String>,
    /// When it was given up.
    #[schema(value_type = Option<String>, format = DateTime)]
    dead_at: Option<Timestamp>,
    /// When it was last done, of what is done at intervals.
    #[schema(value_type = Option<String>, format = DateTime)]
    done_at: Option<Timestamp>,
}

impl JobItem {
    fn new(job: Listed, now: Timestamp) -> Self {
        Self {
            state: job.state(now).into(),
            id: job.id,
            kind: job.kind,
            due_at: job.due_at,
            wanted_at: job.wanted_at,
            tries: job.tries,
            last_error: job.last_error,
            dead_at: job.dead_at,
            done_at: job.done_at,
        }
    }
}

/// Which jobs.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct JobFilters {
    /// How they stand.
    #[param(inline, default = "dead")]
    state: Option<JobState>,
}

/// Jobs that stand so: the dead ones latest first, the others in the order in which they are due.
#[utoipa::path(
    get, path = "/admin/jobs", tag = "admin", params(JobFilters, PagingParams),
    responses(
        (status = 200, body = List<JobItem>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn jobs(steward: Steward, query: ListQuery<JobFilters>) -> web::Result<Json<List<JobItem>>> {
    let (state, now) = (State::from(query.filters.state.unwrap_or(JobState::Dead)), steward.now());
    let paging = query.paging.of(state.as_str());
    let rows = desk::list(&steward.app.db, state, (paging.after()?, paging.rows()), now).await?;
    let list = paging.list(rows, |job| job.place(state));
    Ok(Json(list.map(|job| JobItem::new(job, now))))
}

/// Has a job done now, with all its tries.
#[utoipa::path(
    post, path = "/admin/jobs/{id}/retry", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 200, body = JobItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`running`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn retry(steward: Steward, Path(id): Path<Id<Listed>>) -> web::Result<Json<JobItem>> {
    let job = steward.retry(id).await?;
    Ok(Json(JobItem::new(job, steward.now())))
}

/// Throws a job away.
#[utoipa::path(
    delete, path = "/admin/jobs/{id}", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`running` or `scheduled`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn remove(steward: Steward, Path(id): Path<Id<Listed>>) -> web::Result<NoContent> {
    steward.remove(id).await.map(|()| NoContent)
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum MailOutcome {
    /// It was handed over.
    Sent,
    /// It could not be, and is tried again.
    Waiting,
    /// It could not be, and is left.
    Failed,
}

impl From<MailState> for MailOutcome {
    fn from(state: MailState) -> Self {
        match state {
            MailState::Sent => Self::Sent,
            MailState::Waiting => Self::Waiting,
            MailState::Failed => Self::Failed,
        }
    }
}

impl From<MailOutcome> for MailState {
    fn from(state: MailOutcome) -> Self {
        match state {
            MailOutcome::Sent => Self::Sent,
            MailOutcome::Waiting => Self::Waiting,
            MailOutcome::Failed => Self::Failed,
        }
    }
}

/// A mail that was sent, or was to be. What stood in it is not kept.
#[derive(Debug, Serialize, ToSchema)]
struct MailItem {
    #[schema(value_type = i64)]
    id: Id<LoggedMail>,
    /// What it was about, by the program's name for it: `accounts.verification_mail`.
    kind: String,
    email: String,
    /// Its language, as a tag.
    language: String,
    state: MailOutcome,
    /// What the mail server said to what failed.
    answer: Option<String>,
    tries: u32,
    /// When it was last tried.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

impl From<LoggedMail> for MailItem {
    fn from(mail: LoggedMail) -> Self {
        Self {
            id: mail.id,
            kind: mail.kind,
            email: mail.email,
            language: mail.locale,
            state: mail.state.into(),
            answer: mail.answer,
            tries: mail.tries,
            at: mail.at,
        }
    }
}

/// Which mails.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct MailFilters {
    /// To which address.
    #[serde(default)]
    q: String,
    /// What became of them.
    #[param(inline)]
    state: Option<MailOutcome>,
}

/// The mails of the last 90 days, the latest first.
#[utoipa::path(
    get, path = "/admin/mails", tag = "admin", params(MailFilters, PagingParams),
    responses(
        (status = 200, body = List<MailItem>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn mails(steward: Steward, query: ListQuery<MailFilters>) -> web::Result<Json<List<MailItem>>> {
    let wanted =
        WantedMails { state: query.filters.state.map(MailState::from), email: query.filters.q.trim() };
    let rows = log::list(&steward.app.db, wanted, (query.paging.after()?, query.paging.rows())).await?;
    Ok(Json(query.paging.list(rows, |mail| mail.id).map(MailItem::from)))
}

/// Has a mail made and sent anew; where it brings a code, a new one.
#[utoipa::path(
    post, path = "/admin/mails/{id}/resend", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 202),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`waiting`: it is tried again anyway", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn resend(steward: Steward, Path(id): Path<Id<LoggedMail>>) -> web::Result<Accepted> {
    steward.resend(id).await.map(|()| Accepted)
}

/// How the shop's parts do.
#[derive(Debug, Serialize, ToSchema)]
struct HealthAnswer {
    /// The worst of all.
    level: Level,
    /// The program's.
    version: &'static str,
    parts: Vec<PartItem>,
}

/// How one part does.
#[derive(Debug, Serialize, ToSchema)]
struct PartItem {
    part: Part,
    level: Level,
    /// What was found, in the client's language.
    found: String,
    /// What to do, where something is to be done.
    advice: Option<&'static str>,
}

/// Whether everything works: each part that the shop depends on, with what to do where it does not.
#[utoipa::path(get, path = "/admin/health", tag = "admin", responses((status = 200, body = HealthAnswer)))]
async fn health(steward: Steward, Spoken(l): Spoken) -> web::Result<Json<HealthAnswer>> {
    let findings = health::look(&steward).await;
    let level = findings.iter().map(|finding| finding.level).max().unwrap_or(Level::Good);
    let parts = findings
        .iter()
        .map(|finding| PartItem {
            part: finding.part,
            level: finding.level,
            found: finding.told(l),
            advice: finding.advice(l),
        })
        .collect();
    Ok(Json(HealthAnswer { level, version: env!("CARGO_PKG_VERSION"), parts }))
}
