//! How the audit log tells of settings.

use accounts::audit::Part;
use i18n::Locale;
use serde_json::Value;
use web::shop::{Key, Kind};

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
        Part::Value { field, value: Value::String(text) } => return value(l, Key::from_name(field)?, text),
        Part::Value { field, value: Value::Null } if Key::from_name(field).is_some() => t::log_default(l),
        _ => return None,
    };
    Some(word.to_owned())
}

/// A value in words, where it is kept as something that nobody says.
fn value(l: Locale, key: Key, text: &str) -> Option<String> {
    let own_name = |tag: &str| Locale::from_tag(tag.trim()).map(Locale::own_name);
    match key {
        // The mark after the words tells one logo of theirs from another.
        Key::Logo => Some(format!("{} {text}", t::log_own(l))),
        Key::Setting(setting) => match setting.kind() {
            Kind::Switch if text == "on" => Some(t::switch_on(l).to_owned()),
            Kind::Switch => Some(t::switch_off(l).to_owned()),
            Kind::Language => own_name(text).map(str::to_owned),
            Kind::Languages => {
                let names: Option<Vec<&str>> = text.split(',').map(own_name).collect();
                names.map(|names| i18n::list_and(l, &names))
            }
            _ => None,
        },
        Key::Letter(..) => None,
    }
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

    #[test]
    fn what_is_kept_as_a_sign_is_told_in_words() {
        let said = |field, text: &str| {
            say(Locale::En, Part::Value { field, value: &Value::String(text.to_owned()) })
        };
        assert_eq!(said("payments", "off").as_deref(), Some("Not now"));
        assert_eq!(said("default_language", "fr").as_deref(), Some("Français"));
        let both = said("languages", "fr,ar").unwrap_or_default();
        assert!(both.contains("Français") && both.contains("العربية"), "{both}");
        assert_eq!(said("logo", "0a1b2c3d").as_deref(), Some("(your own) 0a1b2c3d"));
        assert_eq!(said("shop_name", "on"), None);
    }
}
