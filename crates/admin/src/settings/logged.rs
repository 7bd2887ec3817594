//! How the audit log tells of settings.

use accounts::audit::Part;
use i18n::Locale;
use serde_json::Value;
use web::shop::Key;

use super::values;
use crate::words::settings as t;

/// Says a part of an entry, where it is one of settings.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act("settings.change") => t::log_change(l),
        Part::Kind("settings") => t::log_settings(l),
        Part::Field(field) => return Key::from_name(field).map(|key| values::name(l, key)),
        Part::Value { field, value: Value::Bool(true) } if Key::from_name(field) == Some(Key::Logo) => {
            t::log_own(l)
        }
        Part::Value { field, value: Value::Null } if Key::from_name(field).is_some() => t::log_default(l),
        _ => return None,
    };
    Some(word.to_owned())
}

#[cfg(test)]
mod tests {
    use web::shop::Setting;

    use super::*;

    #[test]
    fn every_setting_has_a_name_in_each_language() {
        for l in Locale::ALL {
            for setting in Setting::ALL {
                assert!(say(l, Part::Field(setting.name())).is_some(), "{setting:?} {l:?}");
            }
            assert!(say(l, Part::Act("settings.change")).is_some());
        }
        assert_eq!(say(Locale::En, Part::Field("title")), None);
    }
}
