//! People as a list: all, by the beginning of a name or an address, by role, by how their account stands; in three orders.
//!
//! Few of many are read by an index of their own and sorted then; all, or nearly all, by the index of the order.

use catalogue::text_enum;
use db::{Query, sql};
use kernel::Timestamp;
use web::{Role, UserId};

use super::{Person, Standing, person_columns};
use crate::username;

text_enum! {
    /// The order of a list of people.
    pub enum PeopleSort {
        /// Who joined last first.
        Newest = "-joined",
        /// Who joined first first.
        First = "joined",
        /// By username.
        Username = "username",
        /// The other way round.
        UsernameDown = "-username",
        /// Who was here last first.
        Seen = "-seen",
        /// Who has not been here for longest first.
        SeenUp = "seen",
    }
}

impl PeopleSort {
    const fn descends(self) -> bool {
        matches!(self, Self::Newest | Self::UsernameDown | Self::Seen)
    }

    /// By what, as the statements call it.
    const fn by(self) -> &'static str {
        match self {
            Self::Newest | Self::First => "joined",
            Self::Username | Self::UsernameDown => "username",
            Self::Seen | Self::SeenUp => "seen",
        }
    }
}

/// Who is looked for; `None` and empty for anybody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// How their username or their address begins.
    pub q: &'a str,
    /// What they may do.
    pub role: Option<Role>,
    /// How their account stands.
    pub standing: Option<Standing>,
}

/// Where a part of a list ends: what it is sorted by there, and the key.
pub type Place = (String, UserId);

/// `$1` and `$2` say where the list goes on, `$3` how many, `$4` the role, `$5` how accounts stand at `$6`.
macro_rules! people {
    ($which:literal, $by:literal, $beyond:literal, $way:literal) => {
        concat!(
            "select ",
            person_columns!(),
            " from users where (",
            $by,
            ", id) ",
            $beyond,
            " ($1, $2) and (cast($4 as text) is null or role = $4)
               and (cast($5 as text) is null or $5 = case when closed_at is not null then 'closed'
                      when suspended_until > $6 then 'suspended' when verified_at is null then 'unverified'
                      else 'active' end)
               and ",
            $which,
            " order by ",
            $by,
            $way,
            ", id",
            $way,
            " limit $3"
        )
    };
}

/// Few of many, sorted after they were found: `$7` says by what.
macro_rules! few {
    ($db:ident, $sort:ident, $b:ident, $which:literal $(, $arg:expr)*) => {
        if $sort.descends() {
            $db.all(sql!(
                people!($which, "case $7 when 'username' then folded_username when 'seen' then last_seen_at else created_at end", "<", " desc"),
                $b.key, $b.id, $b.rows, $b.role, $b.standing, $b.now, $sort.by() $(, $arg)*
            )).await
        } else {
            $db.all(sql!(
                people!($which, "case $7 when 'username' then folded_username when 'seen' then last_seen_at else created_at end", ">", ""),
                $b.key, $b.id, $b.rows, $b.role, $b.standing, $b.now, $sort.by() $(, $arg)*
            )).await
        }
    };
}

/// All, or nearly all, in the order of an index.
macro_rules! many {
    ($db:ident, $b:ident, $by:literal, $beyond:literal, $way:literal) => {
        $db.all(sql!(
            people!("id > 0", $by, $beyond, $way),
            $b.key,
            $b.id,
            $b.rows,
            $b.role,
            $b.standing,
            $b.now
        ))
        .await
    };
}

struct Bounds {
    key: String,
    id: i64,
    rows: i64,
    role: Option<Role>,
    standing: Option<Standing>,
    now: Timestamp,
}

/// What sorts behind everything that begins with a text.
fn behind(text: &str) -> String {
    format!("{text}\u{10ffff}")
}

impl Person {
    /// Where they stand in a list, for the part after them.
    pub fn place(&self, sort: PeopleSort) -> Place {
        let key = match sort {
            PeopleSort::Newest | PeopleSort::First => self.created_at.to_string(),
            PeopleSort::Username | PeopleSort::UsernameDown => self.folded_username.clone(),
            PeopleSort::Seen | PeopleSort::SeenUp => self.last_seen_at.to_string(),
        };
        (key, self.id)
    }

    /// A part of the people who are wanted, from after one on.
    pub async fn list(
        db: &impl Query,
        (wanted, sort): (Wanted<'_>, PeopleSort),
        (after, rows): (Option<Place>, i64),
        now: Timestamp,
    ) -> db::Result<Vec<Self>> {
        let (key, id) = match after {
            Some((key, id)) => (key, id.get()),
            None if sort.descends() => (behind(""), i64::MAX),
            None => (String::new(), 0),
        };
        let b = Bounds { key, id, rows, role: wanted.role, standing: wanted.standing, now };
        let q = wanted.q.trim().trim_start_matches('@');
        if !q.is_empty() {
            let (name, email) = (username::fold(q), q.to_lowercase());
            return few!(
                db,
                sort,
                b,
                "(folded_username >= $8 and folded_username < $9 or folded_email >= $10 and folded_email < $11)",
                name.as_str(),
                behind(&name),
                email.as_str(),
                behind(&email)
            );
        }
        match (wanted.standing, wanted.role) {
            (Some(Standing::Closed), _) => few!(db, sort, b, "closed_at is not null"),
            (Some(Standing::Suspended), _) => {
                few!(db, sort, b, "suspended_until is not null and suspended_until > $6")
            }
            (_, Some(role)) if role != Role::Reader => {
                few!(db, sort, b, "role <> 'reader' and role = $8", role)
            }
            (Some(Standing::Unverified), _) => few!(db, sort, b, "verified_at is null"),
            (Some(Standing::Active) | None, _) => match sort {
                PeopleSort::Newest => many!(db, b, "created_at", "<", " desc"),
                PeopleSort::First => many!(db, b, "created_at", ">", ""),
                PeopleSort::Username => many!(db, b, "folded_username", ">", ""),
                PeopleSort::UsernameDown => many!(db, b, "folded_username", "<", " desc"),
                PeopleSort::Seen => many!(db, b, "last_seen_at", "<", " desc"),
                PeopleSort::SeenUp => many!(db, b, "last_seen_at", ">", ""),
            },
        }
    }
}
