//! What admins do about accounts, as the audit log tells it to a reader of it.

use i18n::Locale;
use serde_json::Value;
use web::Role;

use crate::audit::Part;
use crate::t;

/// Says a part of an entry, where it is one of accounts.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act(act) => self::act(l, act)?,
        Part::Field("role") => t::log_role(l),
        Part::Field("closed") => t::log_closed(l),
        Part::Field("device") => t::log_device(l),
        Part::Field("sessions_ended") => t::log_sessions_ended(l),
        Part::Field("mail") => t::log_mail(l),
        Part::Value { field, value } => self::value(l, field, value)?,
        Part::Field(_) | Part::Kind(_) => return None,
    };
    Some(word.to_owned())
}

fn act(l: Locale, act: &str) -> Option<&'static str> {
    Some(match act {
        "user.role" => t::log_user_role(l),
        "user.close" => t::log_user_close(l),
        "user.reopen" => t::log_user_reopen(l),
        "user.end_session" => t::log_user_end_session(l),
        "user.end_sessions" => t::log_user_end_sessions(l),
        "user.resend" => t::log_user_resend(l),
        _ => return None,
    })
}

fn value(l: Locale, field: &str, value: &Value) -> Option<&'static str> {
    Some(match (field, value) {
        ("role", Value::String(word)) => role(l, word.parse().ok()?),
        ("closed", Value::Bool(true)) => t::log_yes(l),
        ("closed", Value::Bool(false)) => t::log_no(l),
        ("mail", Value::String(word)) if word == "reset" => t::log_mail_reset(l),
        ("mail", Value::String(word)) if word == "verification" => t::log_mail_verification(l),
        _ => return None,
    })
}

/// What a role is called.
pub fn role(l: Locale, role: Role) -> &'static str {
    match role {
        Role::Reader => t::role_reader(l),
        Role::Moderator => t::role_moderator(l),
        Role::Editor => t::role_editor(l),
        Role::Admin => t::role_admin(l),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_act_has_words_in_every_language() {
        for l in Locale::ALL {
            for act in ["role", "close", "reopen", "end_session", "end_sessions", "resend"] {
                assert!(say(l, Part::Act(&format!("user.{act}"))).is_some(), "{act} {l:?}");
            }
            for role in Role::ALL {
                assert!(say(l, Part::Value { field: "role", value: &json!(role) }).is_some(), "{role} {l:?}");
            }
        }
        assert_eq!(say(Locale::En, Part::Act("user.suspend")), None);
    }
}
