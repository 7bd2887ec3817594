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

/// `$1` and `$2` say where the list goes on, `$3` how many, `$4` the role, `$5` how accounts stand at `$6`, `$7` to `$10` between what
/// their names and their addresses lie. The empty text keeps the indexes of both out: which one is walked is said by `$which`.
macro_rules! held {
    () => {
        "(cast($4 as text) is null or role = $4)
           and (cast($5 as text) is null or $5 = case when closed_at is not null then 'closed'
                  when suspended_until > $6 then 'suspended' when verified_at is null then 'unverified'
                  else 'active' end)
           and ((folded_username || '') >= $7 and (folded_username || '') < $8
                  or (folded_email || '') >= $9 and (folded_email || '') < $10)"
    };
}

/// People narrowed so, and by what `$which` says, in the order of `$by`.
macro_rules! people {
    ($which:literal, $by:literal, $beyond:literal, $way:literal) => {
        concat!(
            "select ",
            person_columns!(),
            " from users where (",
            $by,
            ", id) ",
            $beyond,
            " ($1, $2) and ",
            held!(),
            " and ",
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

/// By username, in an index that knows all that people are narrowed by: who begins with a letter far down the alphabet is found
/// without reading those before.
macro_rules! named {
    ($beyond:literal, $way:literal) => {
        concat!(
            "select ",
            person_columns!(),
            " from users where id in (
                 select id from users where (folded_username, id) ",
            $beyond,
            " ($1, $2) and ",
            held!(),
            " order by folded_username",
            $way,
            ", id",
            $way,
            " limit $3) order by folded_username || ''",
            $way,
            ", id",
            $way
        )
    };
}

/// Few of many, sorted after they were found: `$11` says by what.
macro_rules! few {
    ($db:ident, $sort:ident, $b:ident, $which:literal $(, $arg:expr)*) => {
        if $sort.descends() {
            $db.all(sql!(
                people!($which, "case $11 when 'username' then folded_username when 'seen' then last_seen_at else created_at end", "<", " desc"),
                $b.key, $b.id, $b.rows, $b.role, $b.standing, $b.now, $b.name, $b.name_end, $b.email, $b.email_end, $sort.by() $(, $arg)*
            )).await
        } else {
            $db.all(sql!(
                people!($which, "case $11 when 'username' then folded_username when 'seen' then last_seen_at else created_at end", ">", ""),
                $b.key, $b.id, $b.rows, $b.role, $b.standing, $b.now, $b.name, $b.name_end, $b.email, $b.email_end, $sort.by() $(, $arg)*
            )).await
        }
    };
}

/// All, or many of them, in the order of an index.
macro_rules! many {
    ($db:ident, $b:ident, $statement:expr) => {
        $db.all(sql!(
            $statement,
            $b.key,
            $b.id,
            $b.rows,
            $b.role,
            $b.standing,
            $b.now,
            $b.name,
            $b.name_end,
            $b.email,
            $b.email_end
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
    /// How names begin, and what sorts behind all that begin so.
    name: String,
    name_end: String,
    /// The same of addresses.
    email: String,
    email_end: String,
}

/// Up to so many people are sorted.
const FEW: i64 = 2_000;

impl Bounds {
    /// Whether few people are called so.
    async fn are_few(&self, db: &impl Query) -> db::Result<bool> {
        let (people,): (i64,) = db
            .one(sql!(
                "select count(*) from (
                     select id from users
                     where folded_username >= $1 and folded_username < $2 or folded_email >= $3 and folded_email < $4
                     limit $5) as counted",
                self.name.as_str(),
                self.name_end.as_str(),
                self.email.as_str(),
                self.email_end.as_str(),
                FEW
            ))
            .await?;
        Ok(people < FEW)
    }
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
        let q = wanted.q.trim().trim_start_matches('@');
        let (name, email) = (username::fold(q), q.to_lowercase());
        let (name_end, email_end) = (behind(&name), behind(&email));
        let (role, standing) = (wanted.role, wanted.standing);
        let b = Bounds { key, id, rows, role, standing, now, name, name_end, email, email_end };
        match (standing, role) {
            (Some(Standing::Closed), _) => return few!(db, sort, b, "closed_at is not null"),
            (Some(Standing::Suspended), _) => {
                return few!(db, sort, b, "suspended_until is not null and suspended_until > $6");
            }
            (_, Some(role)) if role != Role::Reader => {
                return few!(db, sort, b, "role <> 'reader' and role = $12", role);
            }
            _ => {}
        }
        if !q.is_empty() && b.are_few(db).await? {
            return few!(
                db,
                sort,
                b,
                "(folded_username >= $7 and folded_username < $8 or folded_email >= $9 and folded_email < $10)"
            );
        }
        if standing == Some(Standing::Unverified) {
            return few!(db, sort, b, "verified_at is null");
        }
        match sort {
            PeopleSort::Newest => many!(db, b, people!("id > 0", "created_at", "<", " desc")),
            PeopleSort::First => many!(db, b, people!("id > 0", "created_at", ">", "")),
            PeopleSort::Username => many!(db, b, named!(">", "")),
            PeopleSort::UsernameDown => many!(db, b, named!("<", " desc")),
            PeopleSort::Seen => many!(db, b, people!("id > 0", "last_seen_at", "<", " desc")),
            PeopleSort::SeenUp => many!(db, b, people!("id > 0", "last_seen_at", ">", "")),
        }
    }
}
