//! Passwords: which are taken, and how they are hashed. Hashing is slow and takes memory on purpose, so only a few run
//! at once; who comes when too many wait already is asked to try again.

use std::sync::{Arc, Mutex, PoisonError};

use kernel::Random;
use tokio::sync::Semaphore;

use crate::argon::Memory;

/// The fewest characters and the most bytes.
pub(crate) const SHORTEST: usize = 8;
/// The most bytes that are hashed.
pub(crate) const LONGEST: usize = 1_024;

/// How many may wait for their turn.
const WAITING: usize = 128;
/// Below this many guesses a password is one of the common ones.
const COMMON_GUESSES: u64 = 10_000;
/// How much of a password is compared with the common ones: long ones are not common.
const COMPARED: usize = 64;

/// Why a new password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongPassword {
    /// Nothing was given.
    Missing,
    /// Fewer than 8 characters.
    TooShort,
    /// More than 1,024 bytes.
    TooLong,
    /// One that is tried first: `12345678`, or the owner's own name.
    Common,
}

/// Checks a new password. `about` is what its owner is known by.
pub(crate) fn check(password: &str, about: &[&str]) -> Result<(), WrongPassword> {
    if password.is_empty() {
        return Err(WrongPassword::Missing);
    }
    if password.chars().count() < SHORTEST {
        return Err(WrongPassword::TooShort);
    }
    if password.len() > LONGEST {
        return Err(WrongPassword::TooLong);
    }
    if about.iter().any(|word| is_it(password, word)) {
        return Err(WrongPassword::Common);
    }
    let start: String = password.chars().take(COMPARED).collect();
    if start.len() == password.len() && zxcvbn::zxcvbn(&start, about).guesses() < COMMON_GUESSES {
        return Err(WrongPassword::Common);
    }
    Ok(())
}

/// Whether a password is what its owner is known by, or the name of their address. The pages say so as well, before the
/// form is sent.
fn is_it(password: &str, word: &str) -> bool {
    let (password, word) = (password.trim().to_lowercase(), word.trim().to_lowercase());
    let name = word.split('@').next().unwrap_or_default();
    password == word || password == name
}

/// Hashes passwords, a few at once. Cloning shares the limit.
#[derive(Clone)]
pub(crate) struct Hasher {
    running: Arc<Semaphore>,
    /// The memory of those that do not run: never more than may run at once.
    idle: Arc<Mutex<Vec<Memory>>>,
    waiting: Arc<Semaphore>,
    /// Verified in place of the hash of an account that does not exist, so that the answer takes as long.
    nobody: Arc<str>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HashError {
    /// Too many others wait.
    #[error("too many passwords are being hashed")]
    Busy,
    /// The hash in the database is none, or memory is short.
    #[error("a password could not be hashed: {0}")]
    Failed(String),
}

impl Hasher {
    /// A hasher that lets half the processors work, at least one.
    pub(crate) fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let mut memory = Memory::default();
        let nobody = memory.hash("nobody has this password", &[7; 16]).unwrap_or_default();
        Self {
            running: Arc::new(Semaphore::new((processors / 2).max(1))),
            idle: Arc::new(Mutex::new(vec![memory])),
            waiting: Arc::new(Semaphore::new(WAITING)),
            nobody: nobody.into(),
        }
    }

    /// The hash of a new password, in the PHC string format.
    pub(crate) async fn hash(&self, password: &str, random: &Random) -> Result<String, HashError> {
        let (password, salt) = (password.to_owned(), random.bytes::<16>());
        self.run(move |memory| memory.hash(&password, &salt)).await
    }

    /// Whether a password is the one of a hash. Without a hash it is not, after the same time.
    pub(crate) async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool, HashError> {
        let exists = hash.is_some();
        let (password, hash) = (password.to_owned(), hash.unwrap_or(&self.nobody).to_owned());
        let same = self.run(move |memory| memory.verify(&password, &hash)).await?;
        Ok(same && exists)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> Result<T, String> + Send + 'static,
    ) -> Result<T, HashError> {
        let _place = self.waiting.clone().try_acquire_owned().map_err(|_| HashError::Busy)?;
        let turn = self.running.clone().acquire_owned().await.map_err(|_| HashError::Busy)?;
        let idle = Arc::clone(&self.idle);
        let done = tokio::task::spawn_blocking(move || {
            // Held until the memory is given back, also when the caller goes away.
            let _turn = turn;
            let lock = || idle.lock().unwrap_or_else(PoisonError::into_inner);
            let mut memory = lock().pop().unwrap_or_default();
            let result = work(&mut memory);
            lock().push(memory);
            result
        });
        match done.await {
            Ok(result) => result.map_err(HashError::Failed),
            Err(error) => Err(HashError::Failed(error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_passwords_are_refused_and_good_ones_taken() {
        for common in
            ["12345678", "password", "password1", "azertyuiop", "qwerty123", "aaaaaaaa", "leila.haddad"]
        {
            assert_eq!(check(common, &["leila.haddad"]), Err(WrongPassword::Common), "{common}");
        }
        for own in ["LINA.HADDAD", "lina.haddad@exemple.dz", "Leïla Haddad"] {
            assert_eq!(
                check(own, &["lina.haddad@exemple.dz", "leïla haddad"]),
                Err(WrongPassword::Common),
                "{own}"
            );
        }
        for good in [
            "lina.haddad at the lighthouse",
            "correct horse battery",
            "حبر على ورق قديم",
            "tr0uvez-moi ça",
            &"x9!".repeat(300),
        ] {
            assert_eq!(check(good, &["lina.haddad", "lina.haddad@exemple.dz"]), Ok(()), "{good}");
        }
    }

    #[test]
    fn length_is_counted_in_characters_below_and_in_bytes_above() {
        assert_eq!(check("", &[]), Err(WrongPassword::Missing));
        assert_eq!(check("حبر ورق", &[]), Err(WrongPassword::TooShort));
        assert_eq!(check(&"é".repeat(513), &[]), Err(WrongPassword::TooLong));
    }

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_by_no_other() {
        let hasher = Hasher::new();
        let hash = hasher.hash("encre et papier", &Random::seeded(1)).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hasher.verify("encre et papier", Some(&hash)).await.unwrap());
        assert!(!hasher.verify("encre et papiers", Some(&hash)).await.unwrap());
        assert!(!hasher.verify("nobody has this password", None).await.unwrap());
    }
}
