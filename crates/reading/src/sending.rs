//! What a device sends, and when.

use kernel::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;
use web::FieldErrors;
use web::offline::Clocks;

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
        Clocks { sent_at: self.sent_at, received_at: self.received_at }.moment(told)
    }
}
