//! The moderators' queue.

use axum::extract::State;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{
    App, Error, Json, List, ListQuery, OrNotFound as _, PagingParams, Path, Problem, Role, Signed, UserId,
};

use crate::moderation::{self, Act, Case, Done, Kind, Order, ReportOn, WriterRecord};
use crate::talker::{Talker, note};
use crate::wire::{BookRef, CommentItem};
use crate::{Comment, Reason, Viewer, t};

/// The longest suspension, in hours: a year.
const HOURS_MOST: i64 = 365 * 24;

/// Which comments.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// `open`: all that wait, the reported ones first; `reported`; `held`: by a rule; `hidden`.
    #[param(inline, default = "open")]
    kind: Option<Kind>,
}

/// A comment that a moderator looks at.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CaseItem {
    comment: CommentItem,
    /// What it answers.
    parent: Option<CommentItem>,
    book: BookRef,
    /// Who wrote it; null where the account is gone.
    writer: Option<WriterItem>,
    /// How often each reason was given, of the reports that are still to be looked at.
    reasons: Vec<ReasonCount>,
    /// All reports, the first one first.
    reports: Vec<ReportItem>,
    /// How many are still to be looked at.
    report_count: i64,
    /// Since when it waits; null where it does not.
    #[schema(value_type = Option<String>, format = DateTime)]
    queued_at: Option<Timestamp>,
}

/// How often a reason was given.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReasonCount {
    reason: Reason,
    count: usize,
}

/// What is known of a writer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WriterItem {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
    /// What they want to be called; may be empty.
    name: String,
    role: Role,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    suspended_until: Option<Timestamp>,
    /// How many of their comments can be seen.
    visible_count: i64,
    /// How many are hidden.
    hidden_count: i64,
    /// How often they were warned.
    warned_count: i64,
    /// How often they were suspended.
    suspended_count: i64,
}

/// What a reader found wrong.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReportItem {
    #[schema(value_type = i64)]
    reporter_id: UserId,
    reporter: String,
    reason: Reason,
    note: String,
    /// What the comment said then; its writer may have said it otherwise since.
    text: String,
    /// Whether the reporter's word counts towards holding the comment.
    of_standing: bool,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When a moderator had looked at it; null while none has.
    #[schema(value_type = Option<String>, format = DateTime)]
    closed_at: Option<Timestamp>,
}

impl From<ReportOn> for ReportItem {
    fn from(report: ReportOn) -> Self {
        Self {
            reporter_id: report.user_id,
            reporter: report.username,
            reason: report.reason,
            note: report.note,
            text: report.words,
            of_standing: report.of_standing,
            created_at: report.created_at,
            closed_at: report.closed_at,
        }
    }
}

impl From<WriterRecord> for WriterItem {
    fn from(writer: WriterRecord) -> Self {
        Self {
            id: writer.id,
            username: writer.username,
            name: writer.name,
            role: writer.role,
            created_at: writer.created_at,
            suspended_until: writer.suspended_until,
            visible_count: writer.visible,
            hidden_count: writer.hidden,
            warned_count: writer.warned,
            suspended_count: writer.suspended,
        }
    }
}

impl CaseItem {
    fn new(case: Case, viewer: &Viewer) -> Self {
        let open = |reason| {
            case.reports.iter().filter(|one| one.reason == reason && one.closed_at.is_none()).count()
        };
        let reasons = Reason::ALL.map(|reason| ReasonCount { reason, count: open(reason) });
        Self {
            reasons: reasons.into_iter().filter(|one| one.count > 0).collect(),
            book: BookRef::new(case.comment.book_id, &case.title),
            comment: CommentItem::new(case.comment, viewer),
            parent: case.parent.map(|parent| CommentItem::new(parent, viewer)),
            writer: case.writer.map(WriterItem::from),
            reports: case.reports.into_iter().map(ReportItem::from).collect(),
            report_count: case.report_count,
            queued_at: case.queued_at,
        }
    }
}

/// What waits for moderators, with what they need to decide.
#[utoipa::path(
    get, path = "/admin/reports", tag = "admin", params(Wanted, PagingParams),
    responses(
        (status = 200, body = List<CaseItem>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    Signed(me): Signed,
    query: ListQuery<Wanted>,
) -> web::Result<Json<List<CaseItem>>> {
    let viewer = Viewer::moderator(me.user);
    let kind = query.filters.kind.unwrap_or(Kind::Open);
    let part = (query.paging.after()?, query.paging.rows());
    let rows = Case::list(&app.db, &viewer, kind, part).await?;
    Ok(Json(query.paging.list(rows, Case::place).map(|case| CaseItem::new(case, &viewer))))
}

/// One comment with its reports, whether or not it waits.
#[utoipa::path(
    get, path = "/admin/reports/{comment_id}", tag = "admin", params(("comment_id" = i64, Path)),
    responses(
        (status = 200, body = CaseItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    Signed(me): Signed,
    Path(id): Path<Id<Comment>>,
) -> web::Result<Json<CaseItem>> {
    let viewer = Viewer::moderator(me.user);
    let case = Case::find(&app.db, &viewer, id).await?.or_404()?;
    Ok(Json(CaseItem::new(case, &viewer)))
}

/// What a moderator does.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewAct {
    pub(crate) act: Act,
    /// Why; told to the writer. To hide, to warn and to suspend there has to be one.
    pub(crate) reason: Option<Reason>,
    /// In the moderator's words, told to the writer as well; at most 500 characters.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub(crate) note: String,
    /// For how long a writer is suspended: 1 to 8760.
    #[schema(minimum = 1, maximum = 8760)]
    pub(crate) hours: Option<i64>,
}

impl NewAct {
    fn hours(&self) -> web::Result<i64> {
        match (self.act, self.hours) {
            (Act::Suspend, Some(hours @ 1..=HOURS_MOST)) => Ok(hours),
            (Act::Suspend, None) => Err(Error::invalid("hours", "missing", t::hours_wrong)),
            (_, None) => Ok(0),
            _ => Err(Error::invalid("hours", "out_of_range", t::hours_wrong)),
        }
    }
}

/// Decides about a comment, or does something about its writer. `keep`, `restore`, `hide` and `mark_spoiler` close its
/// reports.
#[utoipa::path(
    post, path = "/admin/reports/{comment_id}/acts", tag = "admin", params(("comment_id" = i64, Path)), request_body = NewAct,
    responses(
        (status = 200, body = CaseItem),
        (status = 403, description = "`on_oneself` or `on_admin`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`wrong_state`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`reason`: `missing`; `note`: `too_long`; `hours`: `missing` or `out_of_range`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn act(
    talker: Talker,
    Path(id): Path<Id<Comment>>,
    Json(new): Json<NewAct>,
) -> web::Result<Json<CaseItem>> {
    decide(&talker, id, &new).await?;
    let viewer = Viewer::moderator(talker.me.user);
    let case = Case::find(&talker.app.db, &viewer, id).await?.or_404()?;
    Ok(Json(CaseItem::new(case, &viewer)))
}

/// Does it, for both doors.
pub(crate) async fn decide(talker: &Talker, id: Id<Comment>, new: &NewAct) -> web::Result<()> {
    let (note, hours) = (note(&new.note)?, new.hours()?);
    if new.act.needs_reason() && new.reason.is_none() {
        return Err(Error::invalid("reason", "missing", t::reason_missing));
    }
    let order = Order { act: new.act, reason: new.reason, note: &note, hours };
    let by = (&*talker.me, talker.client);
    match moderation::act(&talker.app.db, by, id, order, talker.app.clock.now()).await? {
        Done::Yes => Ok(()),
        Done::NoSuchComment => Err(Error::NotFound),
        Done::OnOneself => Err(Error::forbidden("on_oneself", t::act_on_oneself)),
        Done::OnAdmin => Err(Error::forbidden("on_admin", t::act_on_admin)),
        Done::WrongState => Err(Error::conflict("wrong_state", t::act_wrong_state)),
    }
}
