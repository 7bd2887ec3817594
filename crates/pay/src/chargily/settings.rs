//! What the client is told at the start, and what it refuses to start with.

use std::fmt;

use kernel::{Currency, Money};
use reqwest::header::HeaderValue;
use url::Url;

use super::{GATEWAY_FLOOR, hosts};
use crate::Mode;

const TEST_BASE: &str = "https://pay.chargily.net/test/api/v2";
const LIVE_BASE: &str = "https://pay.chargily.net/api/v2";

/// The key that is both our leave to ask and what events are signed with. It is never printed.
#[derive(Clone)]
pub struct SecretKey(String);

impl SecretKey {
    /// Takes a key as it is; [`super::Chargily::new`] checks it.
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The header that shows the key, marked so that no log of the HTTP client repeats it.
    pub(super) fn bearer(&self) -> Result<HeaderValue, SettingError> {
        let mut value =
            HeaderValue::from_str(&format!("Bearer {}", self.0)).map_err(|_| SettingError::KeyShape)?;
        value.set_sensitive(true);
        Ok(value)
    }
}
impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(********)")
    }
}

/// What the client is told at the start.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Which of the gateway's two worlds to use; it decides the address too.
    pub mode: Mode,
    /// The key of that world.
    pub key: SecretKey,
    /// Another address than the gateway's, in test mode alone: where a stand-in listens. Buyers may then be sent to its
    /// host too.
    pub base_url: Option<Url>,
    /// The least that the gateway takes, in dinars.
    pub least_amount: Money,
}

/// Why the client refuses to start. One line each, and never the key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// Payments without a key.
    #[error("the secret key of Chargily Pay is missing")]
    NoKey,
    /// The key of the other world: buyers would pay with nothing, or tests with money.
    #[error("payments are in {0} mode, but the secret key is not of that mode: it should begin with {0}_sk_")]
    OtherMode(Mode),
    /// The public key of the pair.
    #[error("this is the public key of Chargily Pay, not the secret one")]
    PublicKey,
    /// Blanks, line breaks or letters that no key has.
    #[error("the secret key of Chargily Pay contains characters that no key has")]
    KeyShape,
    /// Another address with real money.
    #[error("another address of Chargily Pay is for test mode alone")]
    LiveBase,
    /// An address without TLS that is not on this machine, or no plain address.
    #[error("the address of Chargily Pay should be a plain https:// one (http:// on this machine alone)")]
    BaseShape,
    /// A floor in another currency.
    #[error("Chargily Pay takes dinars only, so its least amount must be in dinars")]
    FloorCurrency,
    /// The HTTP client did not start: no certificates to trust, say.
    #[error("the client of Chargily Pay does not start: {0}")]
    Client(String),
}

impl Settings {
    /// The usual settings for a mode and its key.
    pub fn new(mode: Mode, key: SecretKey) -> Self {
        Self { mode, key, base_url: None, least_amount: GATEWAY_FLOOR }
    }

    /// Whether a client would start with them.
    ///
    /// # Errors
    /// What is wrong, in one line.
    pub fn validate(&self) -> Result<(), SettingError> {
        self.check()?;
        self.base().map(drop)
    }

    pub(super) fn check(&self) -> Result<(), SettingError> {
        let key = self.key.0.as_str();
        if key.is_empty() {
            return Err(SettingError::NoKey);
        }
        if key.starts_with("test_pk_") || key.starts_with("live_pk_") {
            return Err(SettingError::PublicKey);
        }
        // Live keys have been seen to begin with `live_`; what follows is not documented.
        let prefix = match self.mode {
            Mode::Test => "test_sk_",
            Mode::Live => "live_",
        };
        if !key.starts_with(prefix) {
            return Err(SettingError::OtherMode(self.mode));
        }
        if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(SettingError::KeyShape);
        }
        if self.least_amount.currency != Currency::DZD {
            return Err(SettingError::FloorCurrency);
        }
        Ok(())
    }

    /// Where the interface lies, without a slash at its end.
    pub(super) fn base(&self) -> Result<String, SettingError> {
        match (&self.base_url, self.mode) {
            (None, Mode::Test) => Ok(TEST_BASE.to_owned()),
            (None, Mode::Live) => Ok(LIVE_BASE.to_owned()),
            (Some(_), Mode::Live) => Err(SettingError::LiveBase),
            (Some(url), Mode::Test) => {
                let safe = url.scheme() == "https" || (url.scheme() == "http" && hosts::is_loopback(url));
                let plain = url.query().is_none() && url.fragment().is_none() && hosts::names_nobody(url);
                if !safe || !plain {
                    return Err(SettingError::BaseShape);
                }
                Ok(url.as_str().trim_end_matches('/').to_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(mode: Mode, key: &str) -> Settings {
        Settings::new(mode, SecretKey::new(key))
    }

    fn base(mode: Mode, url: &str) -> Result<String, SettingError> {
        Settings { base_url: Some(url.parse().unwrap()), ..settings(mode, "") }.base()
    }

    #[test]
    fn mode_and_key_must_agree() {
        let check = |mode, key| settings(mode, key).check();
        assert_eq!(check(Mode::Test, "test_sk_abc"), Ok(()));
        assert_eq!(check(Mode::Live, "live_sk_abc"), Ok(()));
        assert_eq!(check(Mode::Live, "test_sk_abc"), Err(SettingError::OtherMode(Mode::Live)));
        assert_eq!(check(Mode::Test, "live_sk_abc"), Err(SettingError::OtherMode(Mode::Test)));
        assert_eq!(check(Mode::Test, "abc"), Err(SettingError::OtherMode(Mode::Test)));
        assert_eq!(check(Mode::Test, ""), Err(SettingError::NoKey));
        assert_eq!(check(Mode::Live, "live_pk_abc"), Err(SettingError::PublicKey));
        assert_eq!(check(Mode::Test, "test_sk_abc\n"), Err(SettingError::KeyShape));
    }

    #[test]
    fn the_mode_decides_the_address_and_only_test_mode_takes_another() {
        assert_eq!(settings(Mode::Test, "").base().as_deref(), Ok("https://pay.chargily.net/test/api/v2"));
        assert_eq!(settings(Mode::Live, "").base().as_deref(), Ok("https://pay.chargily.net/api/v2"));
        let double = "http://127.0.0.1:4999/test/api/v2";
        assert_eq!(base(Mode::Test, &format!("{double}/")).as_deref(), Ok(double));
        assert_eq!(base(Mode::Live, double), Err(SettingError::LiveBase));
    }

    #[test]
    fn an_address_without_tls_is_for_this_machine_alone() {
        for fine in ["https://pay.example", "http://localhost:4999", "http://[::1]:4999/test/api/v2"] {
            assert!(base(Mode::Test, fine).is_ok(), "{fine}");
        }
        for bad in [
            "http://pay.example",
            "http://10.0.0.1",
            "http://localhost.example",
            "ftp://localhost",
            "https://me@pay.example",
            "https://pay.example/?a=b",
        ] {
            assert_eq!(base(Mode::Test, bad), Err(SettingError::BaseShape), "{bad}");
        }
    }

    #[test]
    fn nothing_prints_the_key() {
        let settings = settings(Mode::Test, "test_sk_hush");
        assert!(!format!("{settings:?} {:?}", settings.key.bearer()).contains("hush"));
    }
}
