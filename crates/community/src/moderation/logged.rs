//! What moderators do, as the audit log tells it to a reader of it: the log itself has words of the program.

use accounts::audit::Part;
use i18n::Locale;
use kernel::Timestamp;
use serde_json::Value;

use crate::{Reason, State, t};

/// Says a part of an entry, where it is one of the talk's.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act(act) => self::act(l, act)?,
        Part::Kind("comment") | Part::Field("comment") => t::log_comment(l),
        Part::Kind("user") => t::log_user(l),
        Part::Field(field) => self::field(l, field)?,
        Part::Value { field, value } => return self::value(l, field, value),
        Part::Kind(_) => return None,
    };
    Some(word.to_owned())
}

fn act(l: Locale, act: &str) -> Option<&'static str> {
    Some(match act {
        "comment.keep" => t::log_keep(l),
        "comment.restore" => t::log_restore(l),
        "comment.hide" => t::log_hide(l),
        "comment.mark_spoiler" => t::log_mark_spoiler(l),
        "user.warn" => t::log_warn(l),
        "user.suspend" => t::log_suspend(l),
        "user.reinstate" => t::log_reinstate(l),
        _ => return None,
    })
}

fn field(l: Locale, field: &str) -> Option<&'static str> {
    Some(match field {
        "state" => t::log_state(l),
        "spoiler" => t::log_spoiler(l),
        "hidden_because" | "reason" => t::reason_label(l),
        "note" => t::log_note(l),
        "suspended_until" => t::log_until(l),
        _ => return None,
    })
}

fn value(l: Locale, field: &str, value: &Value) -> Option<String> {
    match (field, value) {
        ("state", Value::String(word)) => Some(state(l, word.parse().ok()?).to_owned()),
        ("hidden_because" | "reason", Value::String(word)) => {
            Some(word.parse::<Reason>().ok()?.label(l).to_owned())
        }
        ("spoiler", Value::Bool(is)) => Some(if *is { t::log_yes(l) } else { t::log_no(l) }.to_owned()),
        ("suspended_until", Value::String(time)) => Some(i18n::date_time(l, time.parse::<Timestamp>().ok()?)),
        _ => None,
    }
}

fn state(l: Locale, state: State) -> &'static str {
    match state {
        State::Visible => t::log_visible(l),
        State::Held => t::log_held(l),
        State::Hidden => t::log_hidden(l),
        State::Deleted => t::log_deleted(l),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moderation::Act;

    #[test]
    fn every_act_has_words() {
        let acts =
            [Act::Keep, Act::Restore, Act::Hide, Act::MarkSpoiler, Act::Warn, Act::Suspend, Act::Reinstate];
        for act in acts {
            for l in Locale::ALL {
                assert!(say(l, Part::Act(act.logged())).is_some(), "{act:?} {l:?}");
            }
        }
        assert_eq!(say(Locale::En, Part::Act("order.refund")), None);
        assert_eq!(say(Locale::En, Part::Field("price")), None);
    }
}
