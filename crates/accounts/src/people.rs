//! The shop's people as admins see them: who they are and how their accounts stand, never what they know in secret; and what
//! is done about their accounts.

mod act;
mod list;
pub(crate) mod logged;

use catalogue::text_enum;
use db::{Query, record, sql};
use kernel::Timestamp;
use web::{Role, UserId};

pub use act::{Acted, Mail, Whom, close, end_session, end_sessions, reopen, resend, set_role};
pub use list::{PeopleSort, Place, Wanted};
pub use logged::role as role_word;

pub use crate::session::Seen as SeenSession;

text_enum! {
    /// How an account stands.
    pub enum Standing {
        /// As it should.
        Active = "active",
        /// Nobody has shown that its address is theirs.
        Unverified = "unverified",
        /// It reads and does not write for a time.
        Suspended = "suspended",
        /// Nobody can sign in to it.
        Closed = "closed",
    }
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Active, Self::Unverified, Self::Suspended, Self::Closed];
}

record! {
    /// Somebody with an account.
    pub struct Person {
        /// Their key.
        pub id: UserId,
        /// The unique name.
        pub username: String,
        folded_username: String,
        /// What they want to be called; may be empty.
        pub name: String,
        /// The address, as it was typed.
        pub email: String,
        /// What they may do.
        pub role: Role,
        /// The language they are written to in, as a tag.
        pub locale: String,
        /// When somebody showed that the address is theirs.
        pub verified_at: Option<Timestamp>,
        /// When the account was made.
        pub created_at: Timestamp,
        /// When they were last here, to the hour.
        pub last_seen_at: Timestamp,
        /// Until when they read and do not write.
        pub suspended_until: Option<Timestamp>,
        /// Since when nobody can sign in.
        pub closed_at: Option<Timestamp>,
        /// Why; they are told.
        pub closed_reason: Option<String>,
        /// Counts what was changed of the account.
        pub version: i64,
    }
}

/// The columns of [`Person`].
macro_rules! person_columns {
    () => {
        "id, username, folded_username, name, email, role, locale, verified_at, created_at, last_seen_at, \
         suspended_until, closed_at, closed_reason, version"
    };
}
pub(crate) use person_columns;

impl Person {
    /// The one of a key.
    pub async fn find(db: &impl Query, id: UserId) -> db::Result<Option<Self>> {
        db.optional(sql!(concat!("select ", person_columns!(), " from users where id = $1"), id)).await
    }

    /// The ones of some keys.
    pub async fn of(db: &impl Query, keys: &[UserId]) -> db::Result<Vec<Self>> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let keys = db::list(keys.iter().copied());
        db.all(sql!(concat!("select ", person_columns!(), " from users where id in ($1…)"), keys)).await
    }

    /// What to call them.
    pub fn shown_name(&self) -> &str {
        if self.name.is_empty() { &self.username } else { &self.name }
    }

    /// How their account stands at a time.
    pub fn standing(&self, now: Timestamp) -> Standing {
        match () {
            () if self.closed_at.is_some() => Standing::Closed,
            () if self.suspended_until.is_some_and(|until| until > now) => Standing::Suspended,
            () if self.verified_at.is_none() => Standing::Unverified,
            () => Standing::Active,
        }
    }

    /// Where they are signed in now, the newest first; up to `most` of the sessions.
    pub async fn sessions(&self, db: &impl Query, most: i64, now: Timestamp) -> db::Result<Vec<SeenSession>> {
        crate::session::list(db, (self.id, self.role), (None, most), now).await
    }
}
