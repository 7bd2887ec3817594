//! From a URL and settings to a folder or a bucket.

use std::{fmt, path::PathBuf, sync::Arc, time::Duration};

use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, RetryConfig, aws::AmazonS3Builder, local::LocalFileSystem,
    path::Path, prefix::PrefixStore,
};

use crate::{Error, Result, key};

/// How to reach a bucket; of no use for a folder.
#[derive(Clone, Default)]
pub struct S3Settings {
    /// `https://host:port` of the S3 service; Amazon's own for the region if unset.
    pub endpoint: Option<String>,
    /// Such as `eu-west-3`; `us-east-1` if unset, which most services other than Amazon's accept.
    pub region: Option<String>,
    /// Together with `secret_key`; if both are unset, the role of the machine is asked for.
    pub access_key: Option<String>,
    /// Never printed.
    pub secret_key: Option<String>,
    /// Whether an endpoint without TLS is acceptable, as on a private network or in tests.
    pub allow_http: bool,
}

impl fmt::Debug for S3Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secret = self.secret_key.as_ref().map(|_| "…");
        f.debug_struct("S3Settings")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("access_key", &self.access_key)
            .field("secret_key", &secret)
            .field("allow_http", &self.allow_http)
            .finish()
    }
}

/// What a storage's URL names.
#[derive(Debug)]
pub(crate) enum Place {
    Folder(PathBuf),
    Bucket { bucket: String, prefix: Option<String> },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(root) => write!(f, "file:{}", root.display()),
            Self::Bucket { bucket, prefix: None } => write!(f, "s3://{bucket}"),
            Self::Bucket { bucket, prefix: Some(prefix) } => write!(f, "s3://{bucket}/{prefix}"),
        }
    }
}

pub(crate) fn open(url: &str, s3: &S3Settings) -> Result<(Arc<dyn ObjectStore>, Place)> {
    if let Some(folder) = url.strip_prefix("file:") {
        // Both `file:data/media` and `file:///srv/media` are written.
        return open_folder(folder.strip_prefix("//").unwrap_or(folder));
    }
    if let Some(rest) = url.strip_prefix("s3://") {
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        return open_bucket(bucket, prefix.trim_end_matches('/'), s3);
    }
    Err(settings(format!("`{url}` is neither file:FOLDER nor s3://BUCKET/PREFIX")))
}

fn settings(reason: impl Into<String>) -> Error {
    Error::Settings { reason: reason.into() }
}

fn open_folder(folder: &str) -> Result<(Arc<dyn ObjectStore>, Place)> {
    if folder.is_empty() {
        return Err(settings("`file:` names no folder"));
    }
    let cannot = |error: &dyn fmt::Display| settings(format!("cannot use the folder {folder}: {error}"));
    std::fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
    let root = std::fs::canonicalize(folder).map_err(|error| cannot(&error))?;
    let store = LocalFileSystem::new_with_prefix(&root).map_err(|error| cannot(&error))?;
    // A file that was answered for must still be there after the power went out.
    Ok((Arc::new(store.with_fsync(true).with_automatic_cleanup(true)), Place::Folder(root)))
}

fn open_bucket(bucket: &str, prefix: &str, s3: &S3Settings) -> Result<(Arc<dyn ObjectStore>, Place)> {
    if bucket.is_empty()
        || !bucket.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
    {
        return Err(settings("`s3://` needs the name of a bucket: s3://BUCKET/PREFIX"));
    }
    if s3.access_key.is_some() != s3.secret_key.is_some() {
        return Err(settings("an S3 access key and its secret key must be given together"));
    }
    let plain = s3.endpoint.as_deref().is_some_and(|endpoint| endpoint.starts_with("http://"));
    if plain && !s3.allow_http {
        return Err(settings("the S3 endpoint is http:// and plain HTTP is not allowed"));
    }
    // Another part of the program may have chosen already, which is just as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let store = builder(bucket, s3).build().map_err(|error| settings(format!("S3: {error}")))?;
    let place =
        Place::Bucket { bucket: bucket.to_owned(), prefix: (!prefix.is_empty()).then(|| prefix.to_owned()) };
    if prefix.is_empty() {
        return Ok((Arc::new(store), place));
    }
    let prefix: Path = key::parse(prefix).map_err(|error| settings(error.to_string()))?;
    Ok((Arc::new(PrefixStore::new(store, prefix)), place))
}

/// Timeouts are by silence, not by the length of a transfer: a reader on a slow line may take minutes over a book.
/// A server that refuses connections is given up after a second or two.
fn builder(bucket: &str, s3: &S3Settings) -> AmazonS3Builder {
    let client = ClientOptions::new()
        .with_allow_http(s3.allow_http)
        .with_connect_timeout(Duration::from_secs(3))
        .with_timeout_disabled()
        .with_read_timeout(Duration::from_secs(30));
    let backoff = BackoffConfig {
        init_backoff: Duration::from_millis(100),
        max_backoff: Duration::from_secs(1),
        base: 2.0,
    };
    let retry = RetryConfig { backoff, max_retries: 3, retry_timeout: Duration::from_secs(20) };
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(s3.region.as_deref().unwrap_or("us-east-1"))
        .with_client_options(client)
        .with_retry(retry);
    if let Some(endpoint) = &s3.endpoint {
        builder = builder.with_endpoint(endpoint.trim_end_matches('/'));
    }
    if let (Some(access), Some(secret)) = (&s3.access_key, &s3.secret_key) {
        builder = builder.with_access_key_id(access).with_secret_access_key(secret);
    }
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(url: &str, s3: &S3Settings) -> String {
        match open(url, s3) {
            Err(Error::Settings { reason }) => reason,
            other => panic!("{url}: {other:?}"),
        }
    }

    #[test]
    fn a_wrong_url_is_named_in_one_line() {
        let none = S3Settings::default();
        assert!(refused("data/media", &none).contains("`data/media`"));
        assert!(refused("ftp://x", &none).contains("file:FOLDER"));
        assert!(refused("file:", &none).contains("no folder"));
        assert!(refused("file:/dev/null/media", &none).contains("/dev/null/media"));
        assert!(refused("s3://", &none).contains("name of a bucket"));
        assert!(refused("s3://books/../x", &none).contains("begins with a dot"));
    }

    #[test]
    fn a_secret_is_asked_for_with_its_key_and_never_printed() {
        let half = S3Settings { access_key: Some("warraq".into()), ..S3Settings::default() };
        assert!(refused("s3://books", &half).contains("together"));
        let whole = S3Settings { secret_key: Some("hush".into()), ..half };
        assert!(!format!("{whole:?}").contains("hush"));
        let (_, place) = open("s3://books/shop/", &whole).unwrap();
        assert_eq!(place.to_string(), "s3://books/shop");
    }

    #[test]
    fn plain_http_must_be_allowed() {
        let endpoint = Some("http://127.0.0.1:9000".to_owned());
        assert!(refused("s3://books", &S3Settings { endpoint, ..S3Settings::default() }).contains("http://"));
    }
}
