//! What a moderator can do about a case, as forms. What needs a reason is unfolded first; a key of the keyboard presses
//! or unfolds each where a script hears it.

use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Choice, Select, TextArea};
use web::{Capability, FieldErrors, Page};

use super::case::{Desk, element, most_given};
use crate::api::NewAct;
use crate::moderation::{Act, Case};
use crate::pages::DESK;
use crate::report::NOTE_LONGEST;
use crate::{Reason, State, t};

/// For how long one is suspended, in hours.
const TERMS: [i64; 4] = [24, 7 * 24, 30 * 24, 365 * 24];

/// What a form of the desk sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Filled {
    act: String,
    reason: String,
    note: String,
    hours: String,
    next: String,
}

impl Filled {
    /// What is to be done; `None` where that is no act.
    pub(super) fn act(&self) -> Option<NewAct> {
        let act = self.act.parse().ok()?;
        let hours = self.hours.parse().ok().filter(|_| act == Act::Suspend);
        Some(NewAct { act, reason: self.reason.parse().ok(), note: self.note.clone(), hours })
    }

    /// The part of the desk that the form stood on.
    pub(super) fn next(&self, page: &Page) -> String {
        let desk = page.url(DESK);
        let is_part = |next: &str| {
            next.strip_prefix(&desk).is_some_and(|rest| rest.is_empty() || rest.starts_with('?'))
        };
        if is_part(&self.next) && !self.next.contains('#') { self.next.clone() } else { desk }
    }

    fn is_of(&self, act: Act) -> bool {
        self.act == act.as_str()
    }
}

/// What can be done about a case, or why nothing can.
pub(super) fn draw(desk: &Desk<'_>, case: &Case, form: (&Filled, &FieldErrors)) -> Markup {
    let l = desk.page.locale;
    let Some(writer) = &case.writer else { return html! { p.case__none { (t::case_writer_gone(l)) } } };
    if writer.id == desk.me.user {
        return html! { p.case__none { (t::act_on_oneself(l)) } };
    }
    if writer.role.has(Capability::RunSite) && !desk.me.can(Capability::RunSite) {
        return html! { p.case__none { (t::act_on_admin(l)) } };
    }
    let state = case.comment.state;
    let is_suspended = writer.suspended_until.is_some_and(|until| until > desk.now);
    html! {
        div.case__acts role="group" aria-label=(t::case_acts(l)) {
            @if state == State::Hidden {
                (quick(desk, case, &[(Act::Restore, t::act_restore(l), "a")]))
            } @else if state == State::Deleted {
                @if case.queued_at.is_some() { (quick(desk, case, &[(Act::Keep, t::act_close(l), "a")])) }
            } @else {
                @let keep = if state == State::Held { t::act_show(l) } else { t::act_keep(l) };
                @let spoiler = (Act::MarkSpoiler, t::act_spoiler(l), "s");
                @let both = [(Act::Keep, keep, "a"), spoiler];
                (quick(desk, case, if case.comment.spoiler { &both[..1] } else { &both }))
                (panel(desk, case, Act::Hide, form))
            }
            (panel(desk, case, Act::Warn, form))
            (panel(desk, case, Act::Suspend, form))
            @if is_suspended { (quick(desk, case, &[(Act::Reinstate, t::act_reinstate(l), "")])) }
        }
    }
}

/// What is done by one press.
pub(super) fn quick(desk: &Desk<'_>, case: &Case, acts: &[(Act, &str, &str)]) -> Markup {
    let action = action(desk, case);
    let form =
        ui::Form { action: &action, csrf: desk.page.csrf(), next: Some(desk.here), ..ui::Form::default() };
    let button = |(act, label, key): &(Act, &str, &str)| {
        let key = (!key.is_empty()).then_some(*key);
        let button = Button { label, kind: ButtonKind::Outline, key, ..Button::default() };
        ui::button(&button, Some(("act", act.as_str())))
    };
    ui::form(&form, &html! { div.case__quick { @for act in acts { (button(act)) } } })
}

/// Where the forms of a case go.
fn action(desk: &Desk<'_>, case: &Case) -> String {
    desk.page.url(&format!("{DESK}/{}", case.comment.id))
}

/// What needs a reason.
fn panel(desk: &Desk<'_>, case: &Case, act: Act, (filled, errors): (&Filled, &FieldErrors)) -> Markup {
    let l = desk.page.locale;
    let (label, deed, key) = words(l, act);
    let comes_back = filled.is_of(act);
    let action = action(desk, case);
    let form =
        ui::Form { action: &action, csrf: desk.page.csrf(), next: Some(desk.here), ..ui::Form::default() };
    let errors = Some(errors).filter(|_| comes_back);
    let shown = if comes_back { filled.clone() } else { suggested(case) };
    html! {
        details.case__panel name={ (element(case.comment.id)) "-acts" } open[comes_back] {
            summary.button.button--outline aria-keyshortcuts=[key] data-ink { (label) }
            (ui::form(&form, &fields(l, (case, act), &shown, errors, deed)))
        }
    }
}

/// What the unfolded form has in it at first: the reason that most readers gave.
fn suggested(case: &Case) -> Filled {
    let reason = most_given(case).map(|reason| reason.as_str().to_owned()).unwrap_or_default();
    Filled { reason, ..Filled::default() }
}

/// What an act that needs a reason is called, what its button says, and its key.
fn words(l: Locale, act: Act) -> (&'static str, &'static str, Option<&'static str>) {
    match act {
        Act::Warn => (t::act_warn(l), t::deed_warn(l), Some("w")),
        Act::Suspend => (t::act_suspend(l), t::deed_suspend(l), None),
        _ => (t::act_hide(l), t::deed_hide(l), Some("r")),
    }
}

fn fields(
    l: Locale,
    (case, act): (&Case, Act),
    filled: &Filled,
    errors: Option<&FieldErrors>,
    deed: &str,
) -> Markup {
    let id = |field: &str| format!("{}-{}-{field}", element(case.comment.id), act.as_str());
    let wrong =
        |field: &str| errors.and_then(|all| all.of(field)).map(|one| one.message.text(l).into_owned());
    let (reason, hours, note) = (id("reason"), id("hours"), id("note"));
    let unchosen = Choice::new("", t::choose_reason(l), filled.reason.is_empty());
    let reasons = Reason::ALL
        .map(|reason| Choice::new(reason.as_str(), reason.label(l), filled.reason == reason.as_str()));
    let reasons: Vec<Choice> = std::iter::once(unchosen).chain(reasons).collect();
    let (wrong_reason, wrong_hours, wrong_note) = (wrong("reason"), wrong("hours"), wrong("note"));
    let button = Button { label: deed, kind: ButtonKind::Danger, ..Button::default() };
    html! {
        (ui::select(l, &Select { name: "reason", id: Some(&reason), label: t::reason_label(l), hint: Some(t::reason_hint(l)),
            error: wrong_reason.as_deref(), choices: &reasons, ..Select::default() }))
        @if act == Act::Suspend {
            (ui::select(l, &Select { name: "hours", id: Some(&hours), label: t::term_label(l),
                error: wrong_hours.as_deref(), choices: &terms(l, &filled.hours), ..Select::default() }))
        }
        (ui::text_area(l, &TextArea { name: "note", id: Some(&note), label: t::note_label(l), value: &filled.note,
            error: wrong_note.as_deref(), optional: true, most: u32::try_from(NOTE_LONGEST).ok(), ..TextArea::default() }))
        (ui::button(&button, Some(("act", act.as_str()))))
    }
}

fn terms(l: Locale, chosen: &str) -> [Choice; 4] {
    let words = [t::term_day(l), t::term_week(l), t::term_month(l), t::term_year(l)];
    let mut words = words.into_iter();
    TERMS.map(|hours| {
        let value = hours.to_string();
        let is_chosen = value == chosen;
        Choice::new(value, words.next().unwrap_or_default(), is_chosen)
    })
}
