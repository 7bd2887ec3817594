//! argon2id, in memory that is kept from one password to the next. Taken anew for each, it would come from whichever
//! thread's turn it is, and allocators give such amounts back to their threads only: sixteen times 19 MiB stayed.

use std::fmt::Display;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// What a password takes to hash: 19 MiB, twice over, as OWASP asks of argon2id.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// Memory for one hash at a time.
#[derive(Default)]
pub(crate) struct Memory(Vec<Block>);

impl Memory {
    /// The hash of a new password, in the PHC string format.
    pub(crate) fn hash(&mut self, password: &str, salt: &[u8; 16]) -> Result<String, String> {
        let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(told)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(argon.params()).map_err(told)?,
            salt: Some(Salt::new(salt).map_err(told)?),
            hash: Some(self.output(&argon, password, salt)?),
        };
        Ok(hash.to_string())
    }

    /// Whether a password is the one of a hash.
    pub(crate) fn verify(&mut self, password: &str, hash: &str) -> Result<bool, String> {
        let hash = PasswordHash::new(hash).map_err(told)?;
        let (Some(salt), Some(expected)) = (&hash.salt, hash.hash) else {
            return Err("a hash has no salt or no output".to_owned());
        };
        let algorithm = Algorithm::try_from(hash.algorithm.as_str()).map_err(told)?;
        let version = hash.version.map_or(Ok(Version::V0x13), Version::try_from).map_err(told)?;
        let argon = Argon2::new(algorithm, version, Params::try_from(&hash).map_err(told)?);
        // Outputs are compared in constant time.
        Ok(self.output(&argon, password, salt)? == expected)
    }

    fn output(&mut self, argon: &Argon2<'_>, password: &str, salt: &[u8]) -> Result<Output, String> {
        let length = argon.params().output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
        let mut buffer = [0; Output::MAX_LENGTH];
        let out = buffer.get_mut(..length).ok_or("a hash is too long")?;
        self.0.resize(argon.params().block_count(), Block::new());
        argon
            .hash_password_into_with_memory(password.as_bytes(), salt, out, &mut self.0[..])
            .map_err(told)?;
        Output::new(out).map_err(told)
    }
}

/// Whether a hash was made with less than is asked today, and should be made anew at the next sign-in.
pub(crate) fn is_outdated(hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return true };
    let parameter = |name| hash.params.get_decimal(name);
    parameter("m") != Some(MEMORY_KIB) || parameter("t") != Some(PASSES)
}

fn told(error: impl Display) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use argon2::PasswordVerifier as _;

    use super::*;

    #[test]
    fn a_hash_is_the_same_in_used_memory_and_known_to_other_programs() {
        let mut memory = Memory::default();
        let fresh = memory.hash("encre et papier", &[7; 16]).unwrap();
        memory.hash("something else", &[8; 16]).unwrap();
        assert_eq!(memory.hash("encre et papier", &[7; 16]).unwrap(), fresh);
        assert!(Argon2::default().verify_password(b"encre et papier", fresh.as_str()).is_ok());
        assert!(Argon2::default().verify_password(b"encre", fresh.as_str()).is_err());
    }

    #[test]
    fn a_hash_of_other_parameters_is_known_too_and_outdated() {
        // By the reference implementation: `echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1`.
        let theirs = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        let mut memory = Memory::default();
        assert!(memory.verify("password", theirs).unwrap());
        assert!(!memory.verify("Password", theirs).unwrap());
        assert!(is_outdated(theirs) && is_outdated("none"));
        assert!(memory.verify("password", "none").is_err());
        let ours = memory.hash("password", &[7; 16]).unwrap();
        assert!(!is_outdated(&ours) && memory.verify("password", &ours).unwrap());
    }
}
