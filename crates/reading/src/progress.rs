//! How far somebody is in a book: the place last read, on whichever device, and what follows from places that arrive in any
//! order. Everything here is computed without a database; `store` reads and writes it, under the reader's lock.
//!
//! A place is taken only if it was read later than the one kept. Whatever becomes of it, it goes into the history of places
//! and moves its own device's entry on, so that no device's place is lost.

pub(crate) mod finish;
pub(crate) mod history;
pub(crate) mod sitting;
pub(crate) mod store;

use kernel::Timestamp;

use crate::locator::Locator;
use crate::measure::Measured;
use crate::sending::Device;

/// A place that was read, on one device.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Where.
    pub locator: Locator,
    /// How much of the book lies before it, 0 to 100.
    pub percent: f64,
    /// The page, from 1.
    pub page: Option<u32>,
    /// When, by our clock.
    pub read_at: Timestamp,
    /// By which device.
    pub device: String,
}

/// A place as it arrives.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// Where.
    pub locator: Locator,
    /// What that amounts to in the book.
    pub measured: Measured,
    /// Whether the reader begins the book once more here.
    pub anew: bool,
}

impl Read {
    /// The place, read at a moment on a device.
    pub(crate) fn place(&self, read_at: Timestamp, device: &str) -> Place {
        let mut locator = self.locator.clone();
        locator.locations.total_progression = Some(self.measured.total);
        Place {
            locator,
            percent: (self.measured.total * 100.0).clamp(0.0, 100.0),
            page: self.measured.page,
            read_at,
            device: device.to_owned(),
        }
    }
}

/// A device with which somebody read a book.
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceEntry {
    /// The device.
    pub device: Device,
    /// When it was read with last.
    pub last_read_at: Timestamp,
    /// Where it was then, 0 to 100.
    pub percent: f64,
    /// The furthest place in the text that it came to.
    pub furthest: Option<Place>,
}

/// How far somebody is in a book.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    /// How much of the book lies before the place, 0 to 100.
    pub percent: f64,
    /// The place; `None` where only the percentage is known.
    pub place: Option<Place>,
    /// When it was read; `None` before anything was.
    pub last_read_at: Option<Timestamp>,
    /// When they began, of the time that they read it now.
    pub started_at: Option<Timestamp>,
    /// Since when they read it once more.
    pub anew_at: Option<Timestamp>,
    /// When they came to the end of the text first, of the time that they read it now.
    pub finished_at: Option<Timestamp>,
    /// When they were at the end of the text last.
    pub ended_at: Option<Timestamp>,
    /// The devices that it was read with.
    pub devices: Vec<DeviceEntry>,
}

impl Progress {
    /// Takes a place in. Whether it is the place now: it is not where a later one is kept.
    pub fn take(&mut self, read: &Read, read_at: Timestamp, device: &Device) -> bool {
        let place = read.place(read_at, &device.id);
        self.note_device(read, &place, device);
        if read.anew && self.anew_at.is_none_or(|since| read_at > since) {
            self.begin_anew(read_at);
        }
        if read.measured.at_end {
            self.note_end(read_at);
        }
        self.started_at = self.anew_at.or_else(|| {
            let known = self.started_at.or(self.last_read_at);
            Some(known.map_or(read_at, |known| known.min(read_at)))
        });
        let wins = self.last_read_at.is_none_or(|kept| read_at > kept);
        if wins {
            self.percent = place.percent;
            self.last_read_at = Some(read_at);
            self.place = Some(place);
        }
        wins
    }

    /// They say themselves that they have finished the book, or that they have not.
    pub(crate) fn say_finished(&mut self, is: bool, at: Timestamp) {
        if is {
            self.note_end(at);
        } else if self.finished_at.is_some() {
            self.begin_anew(at);
            self.started_at = Some(at);
        }
        self.last_read_at.get_or_insert(at);
        self.started_at.get_or_insert(at);
    }

    /// What was read before belongs to another time.
    fn begin_anew(&mut self, since: Timestamp) {
        self.anew_at = Some(since);
        let first = self.finished_at.filter(|first| *first > since);
        self.finished_at = first.or(self.ended_at.filter(|last| *last > since));
    }

    fn note_end(&mut self, at: Timestamp) {
        self.ended_at = Some(self.ended_at.map_or(at, |last| last.max(at)));
        if self.anew_at.is_none_or(|since| at >= since) {
            self.finished_at = Some(self.finished_at.map_or(at, |first| first.min(at)));
        }
    }

    fn note_device(&mut self, read: &Read, place: &Place, device: &Device) {
        let furthest = read.measured.in_text.then(|| place.clone());
        let Some(entry) = self.devices.iter_mut().find(|entry| entry.device.id == device.id) else {
            self.devices.push(DeviceEntry {
                device: device.clone(),
                last_read_at: place.read_at,
                percent: place.percent,
                furthest,
            });
            return;
        };
        if place.read_at > entry.last_read_at {
            entry.last_read_at = place.read_at;
            entry.percent = place.percent;
        }
        if !device.name.is_empty() {
            entry.device.name.clone_from(&device.name);
        }
        // Of two places as far the earlier one counts, in whichever order they come.
        let rank = |place: &Place| (place.percent, -place.read_at.as_millis());
        let further = |new: &Place| entry.furthest.as_ref().is_none_or(|known| rank(new) > rank(known));
        if let Some(place) = furthest.filter(further) {
            entry.furthest = Some(place);
        }
    }

    /// The furthest place of devices other than the one that asks, where it is further on than the place kept. Offered, and
    /// never taken by itself.
    pub fn elsewhere(&self, asking: Option<&str>) -> Option<&Place> {
        let own = asking.or_else(|| self.place.as_ref().map(|place| place.device.as_str()));
        let others = self.devices.iter().filter(|entry| Some(entry.device.id.as_str()) != own);
        let places = others.filter_map(|entry| entry.furthest.as_ref());
        let of_now = places.filter(|place| self.anew_at.is_none_or(|since| place.read_at > since));
        let furthest = of_now.max_by(|a, b| a.percent.total_cmp(&b.percent));
        furthest.filter(|place| place.percent > self.percent)
    }

    /// Whether the change tells something of the reader's taste: the book was begun, or finished.
    pub(crate) fn is_news(&self, before: &Self) -> bool {
        before.last_read_at.is_none() || self.finished_at.is_some() != before.finished_at.is_some()
    }

    /// What a device is called; empty where that is not known.
    pub fn name_of(&self, device: &str) -> &str {
        let known = self.devices.iter().find(|entry| entry.device.id == device);
        known.map_or("", |entry| entry.device.name.as_str())
    }
}

#[cfg(test)]
mod tests;
