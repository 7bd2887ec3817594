//! Codes sent by e-mail. Whoever brings one back has read the mail: it verifies an address, lets in a new password, or
//! moves an account to another address.
//!
//! A code lives for an hour, is good once, gives way to a newer one for the same purpose, and is dead after five wrong
//! tries. Only its hash is kept.

use std::fmt;

use db::{Query, Tx, record, sql};
use kernel::{Id, Random, Timestamp};
use sha2::{Digest as _, Sha256};
use web::UserId;

use crate::email::Email;

/// How long a code lives, in seconds.
pub(crate) const LIFETIME: i64 = 60 * 60;
/// After how many wrong tries it is dead.
const TRIES: i64 = 5;
/// How many characters it has.
pub(crate) const LENGTH: usize = 7;
/// Its alphabet: 32 characters, of which none looks like another.
const ALPHABET: [u8; 32] = *b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Shows that the address is theirs.
    Verify,
    /// Lets them choose a new password.
    Reset,
    /// Moves the account to another address.
    Change,
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Verify => "verify",
            Self::Reset => "reset",
            Self::Change => "change",
        })
    }
}

record! {
    struct Kept {
        id: Id<Kept>,
        user_id: UserId,
        email: String,
        salt: String,
        code_hash: String,
    }
}

/// A code that was right: whose it was, and the address that it was sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proof {
    pub(crate) user: UserId,
    pub(crate) email: String,
}

/// Makes a code, in place of an older one for the same purpose, and answers it; it is known nowhere else.
pub(crate) async fn issue(
    tx: &Tx,
    (user, purpose): (UserId, Purpose),
    email: &Email,
    now: Timestamp,
    random: &Random,
) -> db::Result<String> {
    let code = generate(random);
    let salt = random.hex::<16>();
    tx.execute(sql!(
        "insert into email_codes (user_id, purpose, email, folded_email, salt, code_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (user_id, purpose) do update
         set email = excluded.email, folded_email = excluded.folded_email, salt = excluded.salt,
             code_hash = excluded.code_hash, tries = 0, created_at = excluded.created_at,
             expires_at = excluded.expires_at",
        user,
        purpose.to_string(),
        email.as_str(),
        email.folded(),
        salt.as_str(),
        hash(&salt, &code),
        now,
        now.plus_seconds(LIFETIME)
    ))
    .await?;
    Ok(code)
}

/// Notes the address that a code will be sent to, in place of another one. Until the code is made, and for ever where it
/// is not, the account has one that is as wrong as any.
pub(crate) async fn announce(
    tx: &Tx,
    (user, purpose): (UserId, Purpose),
    email: &Email,
    now: Timestamp,
) -> db::Result<()> {
    tx.execute(sql!(
        "insert into email_codes (user_id, purpose, email, folded_email, salt, code_hash, tries, created_at, expires_at)
         values ($1, $2, $3, $4, '', '', $5, $6, $7)
         on conflict (user_id, purpose) do update
         set email = excluded.email, folded_email = excluded.folded_email, salt = excluded.salt,
             code_hash = excluded.code_hash, tries = excluded.tries, created_at = excluded.created_at,
             expires_at = excluded.expires_at
         where email_codes.folded_email <> excluded.folded_email",
        user,
        purpose.to_string(),
        email.as_str(),
        email.folded(),
        TRIES,
        now,
        now.plus_seconds(LIFETIME)
    ))
    .await?;
    Ok(())
}

/// Uses up the code of an account. A wrong one counts against it: commit what this did, also after `None`.
pub(crate) async fn redeem(
    tx: &Tx,
    (user, purpose): (UserId, Purpose),
    typed: &str,
    now: Timestamp,
) -> db::Result<Option<Proof>> {
    // Counting first also locks the row, so that of many at once one wins.
    let kept: Option<Kept> = tx
        .optional(sql!(
            "update email_codes set tries = tries + 1
             where user_id = $1 and purpose = $2 and expires_at > $3 and tries < $4
             returning id, user_id, email, salt, code_hash",
            user,
            purpose.to_string(),
            now,
            TRIES
        ))
        .await?;
    let Some(kept) = kept.filter(|kept| kept.is(typed)) else { return Ok(None) };
    let gone = tx.execute(sql!("delete from email_codes where id = $1", kept.id)).await?;
    Ok((gone == 1).then_some(Proof { user: kept.user_id, email: kept.email }))
}

/// Forgets all codes of an account.
pub(crate) async fn forget_all(tx: &Tx, user: UserId) -> db::Result<()> {
    tx.execute(sql!("delete from email_codes where user_id = $1", user)).await?;
    Ok(())
}

/// The address that an account wants to move to, while its code is kept.
pub(crate) async fn pending_change(db: &impl Query, user: UserId) -> db::Result<Option<String>> {
    let found: Option<(String,)> = db
        .optional(sql!(
            "select email from email_codes where user_id = $1 and purpose = $2",
            user,
            Purpose::Change.to_string()
        ))
        .await?;
    Ok(found.map(|(email,)| email))
}

/// Whether an account has a code that is good now and was sent to this address.
pub(crate) async fn is_live(
    db: &impl Query,
    (user, purpose): (UserId, Purpose),
    email: &Email,
    now: Timestamp,
) -> db::Result<bool> {
    let found: Option<(i64,)> = db
        .optional(sql!(
            "select tries from email_codes
             where user_id = $1 and purpose = $2 and folded_email = $3 and expires_at > $4 and tries < $5",
            user,
            purpose.to_string(),
            email.folded(),
            now,
            TRIES
        ))
        .await?;
    Ok(found.is_some())
}

/// Whose code this is, among those sent to an address; counts nothing and uses nothing up.
pub(crate) async fn look_up(
    db: &impl Query,
    folded_email: &str,
    purpose: Purpose,
    now: Timestamp,
) -> db::Result<Vec<Candidate>> {
    let kept: Vec<Kept> = db
        .all(sql!(
            "select id, user_id, email, salt, code_hash from email_codes
             where folded_email = $1 and purpose = $2 and expires_at > $3 and tries < $4 order by id desc limit 5",
            folded_email,
            purpose.to_string(),
            now,
            TRIES
        ))
        .await?;
    Ok(kept.into_iter().map(Candidate).collect())
}

/// A live code whose text nobody knows.
pub(crate) struct Candidate(Kept);

impl Candidate {
    /// Whether this is the code that somebody typed.
    pub(crate) fn is(&self, typed: &str) -> bool {
        self.0.is(typed)
    }

    /// Whose it is.
    pub(crate) fn user(&self) -> UserId {
        self.0.user_id
    }
}

impl Kept {
    fn is(&self, typed: &str) -> bool {
        // Both are hashes, so the time that the comparison takes tells nothing of the code.
        hash(&self.salt, &normalise(typed)) == self.code_hash
    }
}

/// What people make of a code: small letters, spaces or dashes between the groups, marks of direction around a copy.
fn normalise(typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    letters.take(2 * LENGTH).map(|letter| letter.to_ascii_uppercase()).collect()
}

fn generate(random: &Random) -> String {
    // 32 divides 256, so that each letter is as likely as every other.
    random.bytes::<LENGTH>().iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

fn hash(salt: &str, code: &str) -> String {
    let digest = Sha256::new().chain_update(salt).chain_update(code).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_has_seven_characters_that_do_not_look_alike() {
        let random = Random::seeded(3);
        for _ in 0..500 {
            let code = generate(&random);
            assert_eq!(code.len(), 7);
            assert!(
                code.bytes().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit()),
                "{code}"
            );
            assert!(!code.contains(['I', 'O', '0', '1']), "{code}");
        }
    }

    proptest! {
        #[test]
        fn a_code_is_read_as_people_type_it(seed in any::<u64>(), at in 1..LENGTH) {
            let code = generate(&Random::seeded(seed));
            let (start, end) = code.split_at(at);
            prop_assert_eq!(normalise(&format!("\u{2068} {}-{} \u{2069}", start.to_lowercase(), end)), code);
        }
    }
}
