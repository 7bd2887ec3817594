//! From texts to checked values. What follows from another setting (the database in the data folder) is filled in
//! here, so that `warraq config` shows it too.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use kernel::{Currency, Money};
use mail::Sender;
use pay::chargily::{self, SecretKey, SettingError};
use storage::S3Settings;
use url::Url;
use web::shop::{Fixed, FixedValue, Ground, Setting};
use web::{PublicUrl, Vat};

use super::{Given, Layers, LogFormat, Name, Settings, Source};
use crate::failure::Failure;
use crate::logging;

/// Checks everything.
pub(super) fn settings(mut layers: Layers) -> Result<Settings, Failure> {
    let data_dir = PathBuf::from(text(&layers, Name::DataDir));
    follow(&mut layers, Name::DatabaseUrl, || format!("sqlite:{}", below(&data_dir, "warraq.db")));
    follow(&mut layers, Name::MediaUrl, || format!("file:{}", below(&data_dir, "media")));
    let rate_limits = switch(&layers, Name::RateLimits)?;
    let chargily = payment(&layers, rate_limits)?;
    let public_url = read::<PublicUrl>(&layers, Name::PublicUrl)?;
    let from = default_sender(text(&layers, Name::ShopName), public_url.as_ref());
    follow(&mut layers, Name::MailFrom, || from);
    Ok(Settings {
        listen: address(&layers, Name::Listen)?
            .ok_or_else(|| complain(&layers, Name::Listen, "is missing"))?,
        public_url,
        database: database(&layers)?,
        media_url: media(&layers)?,
        s3: s3(&layers)?,
        smtp_url: read(&layers, Name::SmtpUrl)?,
        trusted_proxies: read(&layers, Name::TrustedProxies)?.unwrap_or_default(),
        rate_limits,
        chargily,
        metrics_listen: address(&layers, Name::MetricsListen)?,
        metrics_public: switch(&layers, Name::MetricsPublic)?,
        ground: ground(&layers)?,
        currency: currency(&layers)?,
        log: log(&layers)?,
        log_format: log_format(&layers)?,
        data_dir,
        layers,
    })
}

fn below(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

/// Gives a setting that nobody gave the value that follows from the others.
fn follow(layers: &mut Layers, name: Name, value: impl FnOnce() -> String) {
    layers.entry(name).or_insert_with(|| Given { value: value(), source: Source::Default });
}

/// The text of a setting, empty where there is none.
fn text(layers: &Layers, name: Name) -> &str {
    layers.get(&name).map_or("", |given| given.value.as_str())
}

fn optional(layers: &Layers, name: Name) -> Option<String> {
    layers.get(&name).map(|given| given.value.clone()).filter(|value| !value.is_empty())
}

/// A complaint that names the setting as its source does.
fn complain(layers: &Layers, name: Name, reason: &str) -> Failure {
    let place = match layers.get(&name).map(|given| &given.source) {
        Some(Source::File(path)) => format!("{}: {}", path.display(), name.key()),
        Some(Source::Default) | None => name.variable(),
        Some(source) => source.to_string(),
    };
    Failure::new(format!("{place}: {reason}"))
}

/// A complaint that repeats the value, as far as it may be shown.
fn wrong(layers: &Layers, name: Name, reason: &str) -> Failure {
    complain(layers, name, &format!("`{}`: {reason}", name.shown(text(layers, name))))
}

fn read<T: FromStr<Err: std::fmt::Display>>(layers: &Layers, name: Name) -> Result<Option<T>, Failure> {
    let Some(value) = optional(layers, name) else { return Ok(None) };
    value.parse().map(Some).map_err(|error: T::Err| wrong(layers, name, &error.to_string()))
}

fn address(layers: &Layers, name: Name) -> Result<Option<SocketAddr>, Failure> {
    let Some(value) = optional(layers, name) else { return Ok(None) };
    let numeric = value.strip_prefix("localhost:").map_or(value.clone(), |port| format!("127.0.0.1:{port}"));
    let read = numeric.parse().map(Some);
    read.map_err(|_| wrong(layers, name, "expected an IP address and a port, such as 127.0.0.1:8000"))
}

fn switch(layers: &Layers, name: Name) -> Result<bool, Failure> {
    match text(layers, name) {
        "on" | "true" => Ok(true),
        "off" | "false" => Ok(false),
        _ => Err(wrong(layers, name, "expected on or off")),
    }
}

/// A filter, as text: it is made when the logging starts.
fn log(layers: &Layers) -> Result<String, Failure> {
    let filter = text(layers, Name::Log);
    logging::filter(filter).map_err(|reason| wrong(layers, Name::Log, &reason))?;
    Ok(filter.to_owned())
}

fn log_format(layers: &Layers) -> Result<LogFormat, Failure> {
    match text(layers, Name::LogFormat) {
        "pretty" => Ok(LogFormat::Pretty),
        "json" => Ok(LogFormat::Json),
        _ => Err(wrong(layers, Name::LogFormat, "expected pretty or json")),
    }
}

fn database(layers: &Layers) -> Result<db::Options, Failure> {
    let url = read(layers, Name::DatabaseUrl)?
        .ok_or_else(|| complain(layers, Name::DatabaseUrl, "names no database"))?;
    let replica = read(layers, Name::DatabaseReplicaUrl)?;
    let sqlite = [Some(&url), replica.as_ref()].iter().flatten().any(|url| matches!(url, db::Url::Sqlite(_)));
    if replica.is_some() && sqlite {
        return Err(complain(layers, Name::DatabaseReplicaUrl, "only PostgreSQL has replicas"));
    }
    Ok(db::Options { url, replica })
}

fn media(layers: &Layers) -> Result<String, Failure> {
    let url = text(layers, Name::MediaUrl);
    if !url.starts_with("file:") && !url.starts_with("s3://") {
        return Err(wrong(layers, Name::MediaUrl, "expected file:FOLDER or s3://BUCKET/PREFIX"));
    }
    Ok(url.to_owned())
}

fn s3(layers: &Layers) -> Result<S3Settings, Failure> {
    let endpoint = optional(layers, Name::S3Endpoint);
    if endpoint.as_deref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
        return Err(wrong(layers, Name::S3Endpoint, "expected an address that begins with https://"));
    }
    let keys = [Name::S3AccessKey, Name::S3SecretKey];
    if let [Some(given), None] | [None, Some(given)] = keys.map(|key| optional(layers, key).map(|_| key)) {
        let other = if given == Name::S3AccessKey { Name::S3SecretKey } else { Name::S3AccessKey };
        return Err(complain(layers, given, &format!("needs {} beside it", other.variable())));
    }
    Ok(S3Settings {
        // Whoever writes http:// on purpose runs the bucket on a network of their own.
        allow_http: endpoint.as_deref().is_some_and(|endpoint| endpoint.starts_with("http://")),
        endpoint,
        region: optional(layers, Name::S3Region),
        access_key: optional(layers, Name::S3AccessKey),
        secret_key: optional(layers, Name::S3SecretKey),
    })
}

/// How to reach the payment gateway; `None` where payments are off.
fn payment(layers: &Layers, rate_limits: bool) -> Result<Option<chargily::Settings>, Failure> {
    let base_url = read::<Url>(layers, Name::ChargilyBaseUrl)?;
    let mode = match text(layers, Name::ChargilyMode) {
        "off" => return Ok(None),
        mode => mode
            .parse::<pay::Mode>()
            .map_err(|_| wrong(layers, Name::ChargilyMode, "expected off, test or live"))?,
    };
    let Some(key) = optional(layers, Name::ChargilySecretKey) else {
        let reason = format!("is missing; the mode {mode} needs it");
        return Err(complain(layers, Name::ChargilySecretKey, &reason));
    };
    if mode == pay::Mode::Live && !rate_limits {
        return Err(complain(layers, Name::RateLimits, "cannot be off together with live payments"));
    }
    let settings = chargily::Settings { base_url, ..chargily::Settings::new(mode, SecretKey::new(key)) };
    settings.validate().map_err(|error| match error {
        SettingError::BaseShape | SettingError::LiveBase => {
            wrong(layers, Name::ChargilyBaseUrl, &error.to_string())
        }
        // The words never repeat the key.
        error => complain(layers, Name::ChargilySecretKey, &error.to_string()),
    })?;
    if read::<Currency>(layers, Name::Currency)?.is_some_and(|currency| currency != Currency::DZD) {
        return Err(wrong(layers, Name::Currency, "Chargily Pay takes dinars (DZD) only"));
    }
    Ok(Some(settings))
}

fn currency(layers: &Layers) -> Result<Currency, Failure> {
    Ok(read::<Currency>(layers, Name::Currency)?.unwrap_or(Currency::DZD))
}

/// An amount in the shop's currency.
fn amount(layers: &Layers, name: Name) -> Result<Option<Money>, Failure> {
    let Some(value) = optional(layers, name) else { return Ok(None) };
    let read = Money::parse_major(&value, currency(layers)?);
    read.map(Some).map_err(|error| wrong(layers, name, &error.to_string()))
}

/// What the operator decides of what the owner could, checked.
fn ground(layers: &Layers) -> Result<Ground, Failure> {
    read::<Vat>(layers, Name::SellerVat)?;
    amount(layers, Name::RefundsAlone)?;
    let sender = read::<Sender>(layers, Name::MailFrom)?
        .ok_or_else(|| complain(layers, Name::MailFrom, "is missing"))?;
    let mut fixed = Fixed::new();
    for setting in Setting::ALL {
        let given = Name::from_key(setting.name()).and_then(|name| layers.get(&name));
        let said = given.filter(|given| given.source != Source::Default && !given.value.trim().is_empty());
        if let Some(Given { value, source }) = said {
            fixed.insert(*setting, FixedValue { value: value.clone(), set_with: source.to_string() });
        }
    }
    Ok(Ground { fixed, currency: currency(layers)?, sender })
}

/// Who mails come from when nobody says: the shop, at the host where people reach it.
fn default_sender(shop: &str, public_url: Option<&PublicUrl>) -> String {
    let host = public_url.map_or("localhost", PublicUrl::host);
    let is_address = host.starts_with('[') || host.parse::<IpAddr>().is_ok();
    format!("{shop} <no-reply@{}>", if is_address { "localhost" } else { host })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mails_come_from_the_host_where_people_reach_the_shop() {
        let sender = |url: &str| default_sender("ورّاق", url.parse().ok().as_ref());
        assert_eq!(sender("https://shop.example:8443"), "ورّاق <no-reply@shop.example>");
        for url in ["", "http://127.0.0.1:8000", "http://[::1]:8000", "http://localhost"] {
            assert_eq!(sender(url), "ورّاق <no-reply@localhost>", "{url}");
        }
        assert!(sender("").parse::<Sender>().is_ok());
    }
}
