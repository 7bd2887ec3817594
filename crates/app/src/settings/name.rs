//! The names of all settings. A setting that is not in this table does not exist; one that is can be given in the
//! file, in the environment and, where the command line has it, as an option.

/// Declares the settings: variant, name in `warraq.toml`, whether it is a secret, default.
macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $kind:ident $default:expr;)+) => {
        /// A setting.
        #[expect(clippy::enum_variant_names, reason = "`shop_name` is what it is called")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Name { $($(#[doc = $doc])+ $variant),+ }

        impl Name {
            /// All settings, in the order in which `warraq config` shows them.
            pub(crate) const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in `warraq.toml`.
            pub(crate) const fn key(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// What is taken when nobody says anything; `None` for nothing, or for what follows from another.
            pub(crate) const fn default(self) -> Option<&'static str> {
                match self { $(Self::$variant => $default),+ }
            }

            const fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind),+ }
            }
        }
    };
}

/// How much of a value may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// All of it.
    Plain,
    /// All but the password in it.
    Address,
    /// Nothing.
    Secret,
}

settings! {
    /// The address to listen on.
    Listen "listen" Plain Some("127.0.0.1:8000");
    /// Where people reach the shop.
    PublicUrl "public_url" Plain None;
    /// The folder for everything that is not configured to be elsewhere.
    DataDir "data_dir" Plain Some("./data");
    /// The database.
    DatabaseUrl "database_url" Address None;
    /// A replica of the database, for reads that need not be fresh.
    DatabaseReplicaUrl "database_replica_url" Address None;
    /// The files of books and covers.
    MediaUrl "media_url" Plain None;
    /// The S3 service; Amazon's own where there is none.
    S3Endpoint "s3_endpoint" Plain None;
    /// The region of the bucket.
    S3Region "s3_region" Plain None;
    /// The name of the key to the bucket.
    S3AccessKey "s3_access_key" Secret None;
    /// The key to the bucket.
    S3SecretKey "s3_secret_key" Secret None;
    /// The server that mails are given to.
    SmtpUrl "smtp_url" Address None;
    /// Who mails come from.
    MailFrom "mail_from" Plain None;
    /// Payment through Chargily: off, test or live.
    ChargilyMode "chargily_mode" Plain Some("off");
    /// The key to Chargily.
    ChargilySecretKey "chargily_secret_key" Secret None;
    /// Another address of Chargily, for tests.
    ChargilyBaseUrl "chargily_base_url" Plain None;
    /// The proxies whose word about the client's address is taken.
    TrustedProxies "trusted_proxies" Plain Some("");
    /// Whether clients are limited.
    RateLimits "rate_limits" Plain Some("on");
    /// An address of its own for the metrics.
    MetricsListen "metrics_listen" Plain None;
    /// Whether the public address answers with metrics too.
    MetricsPublic "metrics_public" Plain Some("off");
    /// What the shop is called, in Latin letters.
    ShopName "shop_name" Plain Some("Warraq");
    /// What the shop is called, in Arabic letters.
    ShopNameAr "shop_name_ar" Plain Some("ورّاق");
    /// The name of the business that sells.
    SellerName "seller_name" Plain None;
    /// Where it is, in one line.
    SellerAddress "seller_address" Plain None;
    /// Its telephone number.
    SellerPhone "seller_phone" Plain None;
    /// Its tax number (NIF).
    SellerNif "seller_nif" Plain None;
    /// Its number in the commercial register (RC).
    SellerRc "seller_rc" Plain None;
    /// Its tax article (AI).
    SellerAi "seller_ai" Plain None;
    /// Its statistical number (NIS).
    SellerNis "seller_nis" Plain None;
    /// The value added tax that prices contain, in percent.
    SellerVat "seller_vat" Plain None;
    /// The most that one admin pays back without a second.
    RefundsAlone "refunds_alone" Plain None;
    /// What the shop sells in.
    Currency "currency" Plain Some("DZD");
    /// What to log.
    Log "log" Plain Some("info");
    /// How to log.
    LogFormat "log_format" Plain Some("pretty");
}

impl Name {
    /// The setting of exactly this name in `warraq.toml`.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.key() == key)
    }

    /// The name in the environment: `WARRAQ_DATA_DIR`.
    pub(crate) fn variable(self) -> String {
        format!("WARRAQ_{}", self.key().to_ascii_uppercase())
    }

    /// Whether the value may also come from a file, as `…_FILE`.
    pub(crate) fn is_secret(self) -> bool {
        self.kind() != Kind::Plain
    }

    /// The value as it may be shown.
    pub(crate) fn shown(self, value: &str) -> String {
        match self.kind() {
            Kind::Plain => value.to_owned(),
            Kind::Address => without_password(value),
            Kind::Secret => "********".to_owned(),
        }
    }
}

/// `postgres://shop:hush@host/db?password=hush` becomes `postgres://shop:********@host/db?********`.
fn without_password(address: &str) -> String {
    let (address, query) = match address.split_once('?') {
        Some((address, _)) => (address, "?********"),
        None => (address, ""),
    };
    let masked = address.split_once("://").and_then(|(scheme, rest)| {
        let (user, host) = rest.rsplit_once('@')?;
        let (user, _) = user.split_once(':')?;
        Some(format!("{scheme}://{user}:********@{host}"))
    });
    format!("{}{query}", masked.unwrap_or_else(|| address.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_in_addresses_are_masked() {
        let shown = |value| Name::DatabaseUrl.shown(value);
        assert_eq!(shown("postgres://shop:hush@db.local/shop"), "postgres://shop:********@db.local/shop");
        assert_eq!(shown("postgres://db/shop?password=hush"), "postgres://db/shop?********");
        assert_eq!(shown("sqlite:data/warraq.db"), "sqlite:data/warraq.db");
        assert_eq!(Name::ChargilySecretKey.shown("live_sk_1"), "********");
    }
}
