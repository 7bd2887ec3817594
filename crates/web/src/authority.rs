//! Who may do what: the one table of roles and capabilities. A route names the capability it needs (see
//! [`Routes::needs`](crate::Routes::needs) and [`needs`](crate::needs)), and nothing else in the program compares
//! roles. The table is explained in `docs/security.md`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What somebody is in the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Buys, reads, talks.
    Reader,
    /// Keeps the talk civil.
    Moderator,
    /// Runs the shop: books, prices.
    Editor,
    /// Owns the site.
    Admin,
}

/// Something that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Capability {
    /// Look after one's own account. Everybody who has one, verified or not.
    KeepAccount,
    /// Buy and claim: everybody whose e-mail address is verified.
    TakePart,
    /// Rate, comment, like and report: the same, but for those who are suspended.
    Talk,
    /// See the panel from which the shop is run, whatever of it.
    EnterPanel,
    /// Work through reports, hide and restore, warn and suspend.
    Moderate,
    /// Add and change books, set prices, see what sells.
    EditCatalogue,
    /// Users and roles, orders and refunds, settings, the audit log.
    RunSite,
}

impl Role {
    /// All roles, the least powerful first.
    pub const ALL: [Self; 4] = [Self::Reader, Self::Moderator, Self::Editor, Self::Admin];

    /// The word in the database, in the API and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Moderator => "moderator",
            Self::Editor => "editor",
            Self::Admin => "admin",
        }
    }

    /// Whether a role has a capability.
    pub const fn has(self, capability: Capability) -> bool {
        match capability {
            Capability::KeepAccount | Capability::TakePart | Capability::Talk => true,
            Capability::EnterPanel => matches!(self, Self::Moderator | Self::Editor | Self::Admin),
            Capability::Moderate => matches!(self, Self::Moderator | Self::Admin),
            Capability::EditCatalogue => matches!(self, Self::Editor | Self::Admin),
            Capability::RunSite => matches!(self, Self::Admin),
        }
    }
}

impl Capability {
    /// All capabilities.
    pub const ALL: [Self; 7] = [
        Self::KeepAccount,
        Self::TakePart,
        Self::Talk,
        Self::EnterPanel,
        Self::Moderate,
        Self::EditCatalogue,
        Self::RunSite,
    ];

    /// The word in the API's description.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::KeepAccount => "keep_account",
            Self::TakePart => "take_part",
            Self::Talk => "talk",
            Self::EnterPanel => "enter_panel",
            Self::Moderate => "moderate",
            Self::EditCatalogue => "edit_catalogue",
            Self::RunSite => "run_site",
        }
    }

    /// Whether only somebody with a verified e-mail address has it.
    pub const fn needs_verification(self) -> bool {
        !matches!(self, Self::KeepAccount)
    }

    /// Whether somebody who is suspended goes without it meanwhile. They still read, buy, and keep their account.
    pub const fn ends_with_suspension(self) -> bool {
        matches!(self, Self::Talk | Self::Moderate)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.as_str() == word).ok_or(())
    }
}

db::text_value!(Role);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_admin_may_do_everything_and_a_reader_only_what_is_their_own() {
        for capability in Capability::ALL {
            assert!(Role::Admin.has(capability), "{capability:?}");
        }
        let of_readers: Vec<_> = Capability::ALL.into_iter().filter(|it| Role::Reader.has(*it)).collect();
        assert_eq!(of_readers, [Capability::KeepAccount, Capability::TakePart, Capability::Talk]);
    }

    #[test]
    fn moderators_and_editors_do_not_do_each_others_work() {
        assert!(!Role::Moderator.has(Capability::EditCatalogue));
        assert!(!Role::Editor.has(Capability::Moderate));
    }
}
