//! Those who have an account. Nobody knows their passwords: there are none.

use db::{Restoring, Result, Value};

use crate::chance::Chance;
use crate::names::{self, Name};
use crate::plan::Plan;
use crate::rows::{Rows, row};

/// Those who run the shop are its first people.
pub(crate) const STAFF: i64 = 12;

/// Somebody's username.
pub(crate) fn username(key: i64) -> String {
    let name = Name::of(&mut Chance::of("person", key), key);
    format!("{}.{key}", name.plain.chars().take(20).collect::<String>())
}

pub(crate) async fn fill(into: &Restoring, plan: &Plan) -> Result<u64> {
    let alike = [
        ("password_hash", Value::Text("none".to_owned())),
        ("password_version", Value::Int(1)),
        ("theme", Value::Text("auto".to_owned())),
        ("spoilers", Value::Text("by_progress".to_owned())),
        ("version", Value::Int(1)),
        ("cart_count", Value::Int(0)),
    ];
    let mut rows = Rows::of(into, "users", COLUMNS, &alike)?;
    for key in 1..=plan.people {
        let mut chance = Chance::of("account", key);
        let username = username(key);
        let email = format!("{username}@exemple.dz");
        let created = plan.when(key, plan.people);
        let since = 1 + (plan.until.as_millis() - created.as_millis()) / 1_000;
        let seen = plan.until.plus_seconds(-chance.skewed(since));
        let closed = (key > STAFF && chance.happens(5)).then(|| created.plus_seconds(chance.below(since)));
        // Who does not show that their address is theirs is forgotten within days.
        let is_new = key > plan.people - plan.people / 100;
        // Most suspensions are over.
        let suspended = chance.happens(8).then(|| created.plus_seconds(chance.below(since + 864_000)));
        let name = Name::of(&mut Chance::of("person", key), key);
        rows.push(row![
            key,
            username.as_str(),
            names::folded(&username),
            email.as_str(),
            email.as_str(),
            created,
            (!is_new || chance.happens(400)).then_some(created),
            if chance.happens(300) { "" } else { name.shown.as_str() },
            role(key),
            chance.weighed(&[("fr", 480), ("ar", 440)], "en"),
            format!("users/crowd-{key}"),
            created,
            seen,
            seen,
            suspended,
            suspended.map(|_| "spam"),
            closed,
            closed.map(|_| "À la demande du lecteur."),
        ])
        .await?;
    }
    rows.end().await
}

/// What somebody may do.
fn role(key: i64) -> &'static str {
    match key {
        1..=3 => "admin",
        4..=8 => "editor",
        9..=STAFF => "moderator",
        _ => "reader",
    }
}

const COLUMNS: [&str; 18] = [
    "id",
    "username",
    "folded_username",
    "email",
    "folded_email",
    "claimed_at",
    "verified_at",
    "name",
    "role",
    "locale",
    "folder",
    "created_at",
    "updated_at",
    "last_seen_at",
    "suspended_until",
    "suspension_reason",
    "closed_at",
    "closed_reason",
];
