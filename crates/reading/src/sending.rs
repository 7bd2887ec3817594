//! What a device sends, and when: its clock may be wrong by hours, so the times that it tells are moved by how far its own
//! time of sending is from ours, and are never later than ours.

use kernel::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;
use web::FieldErrors;

use crate::t;

const ID_LONGEST: usize = 64;
const NAME_LONGEST: usize = 60;

/// A device, as its requests name it: its id alone, or with a name.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum DeviceWord {
    /// A random text that the device keeps, at most 64 characters.
    Id(String),
    /// The same with a name for people.
    Named(NamedDevice),
}

/// A device with a name.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedDevice {
    /// A random text that the device keeps, at most 64 characters.
    #[schema(max_length = 64)]
    id: String,
    /// What people call it, at most 60 characters.
    #[serde(default)]
    #[schema(max_length = 60)]
    name: String,
}

/// A device of a reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// The random text that it keeps; empty where a request named none.
    pub id: String,
    /// What people call it; may be empty.
    pub name: String,
}

impl DeviceWord {
    /// The device, or a note of what is wrong with its name.
    pub(crate) fn read(self, errors: &mut FieldErrors) -> Device {
        let (id, name) = match self {
            Self::Id(id) => (id, String::new()),
            Self::Named(named) => (named.id, named.name),
        };
        let fits = |text: &str, most| text.chars().count() <= most && !text.chars().any(char::is_control);
        if id.is_empty() || !fits(&id, ID_LONGEST) {
            errors.add("device", "invalid", t::device_invalid);
        }
        if !fits(&name, NAME_LONGEST) {
            errors.add("device.name", "invalid", t::device_invalid);
        }
        Device { id, name: name.trim().to_owned() }
    }
}

/// Something that a device sent, with both clocks' time of it.
#[derive(Debug, Clone)]
pub struct Sending {
    /// The device.
    pub device: Device,
    /// When it was sent, by the device's clock, where that is told.
    pub sent_at: Option<Timestamp>,
    /// When it arrived first, by ours.
    pub received_at: Timestamp,
}

impl Sending {
    /// A time that the device tells, by our clock.
    pub fn moment(&self, told: Timestamp) -> Timestamp {
        let moved = match self.sent_at {
            Some(sent) => {
                let behind = self.received_at.as_millis().saturating_sub(sent.as_millis());
                Timestamp::from_millis(told.as_millis().saturating_add(behind))
            }
            None => told,
        };
        moved.min(self.received_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn sending(sent: Option<&str>) -> Sending {
        Sending {
            device: Device::default(),
            sent_at: sent.map(at),
            received_at: at("2026-11-23T09:00:00.000Z"),
        }
    }

    #[test]
    fn a_wrong_clock_is_put_right_by_when_it_was_sent() {
        let ahead = sending(Some("2026-11-23T12:00:00Z"));
        assert_eq!(ahead.moment(at("2026-11-23T11:30:00Z")), at("2026-11-23T08:30:00Z"));
        let behind = sending(Some("2026-11-22T09:00:00Z"));
        assert_eq!(behind.moment(at("2026-11-22T08:00:00Z")), at("2026-11-23T08:00:00Z"));
    }

    #[test]
    fn nothing_was_read_later_than_now() {
        for sent in [None, Some("2026-11-23T09:00:00Z"), Some("0000-01-01T00:00:00Z")] {
            let moment = sending(sent).moment(at("9999-12-31T23:59:59.999Z"));
            assert_eq!(moment, at("2026-11-23T09:00:00Z"), "{sent:?}");
        }
    }
}
