//! The time over which the shop is looked at, and the time before it.

use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::day::Day;

/// How far back one looks. Today is the last day of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub(crate) enum Period {
    /// Today, against yesterday.
    #[serde(rename = "today")]
    Today,
    /// Seven days.
    #[serde(rename = "7d")]
    Week,
    /// Thirty days.
    #[default]
    #[serde(rename = "30d")]
    Month,
    /// A year.
    #[serde(rename = "365d")]
    Year,
}

impl Period {
    /// All, the shortest first.
    pub(super) const ALL: [Self; 4] = [Self::Today, Self::Week, Self::Month, Self::Year];

    /// As addresses have it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Week => "7d",
            Self::Month => "30d",
            Self::Year => "365d",
        }
    }

    /// How many days.
    pub(super) const fn days(self) -> i64 {
        match self {
            Self::Today => 1,
            Self::Week => 7,
            Self::Month => 30,
            Self::Year => 365,
        }
    }

    /// Its first and its last day.
    pub(super) fn span(self, now: Timestamp) -> (Day, Day) {
        let today = Day::of(now);
        (today.plus(1 - self.days()), today)
    }
}
