//! The headers that tell a browser what a response may do. Every response gets the defaults of this page; a
//! handler that needs other rules (the reader's page, the resources of a book) returns its own [`Policy`], which
//! is then left as it is.

use std::fmt::Write as _;
use std::sync::LazyLock;

use axum::response::{IntoResponseParts, ResponseParts};
use http::header::{
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue};

/// A directive of a content security policy that takes sources or tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the directive of the same name")]
pub enum Directive {
    DefaultSrc,
    ScriptSrc,
    ScriptSrcAttr,
    StyleSrc,
    ImgSrc,
    FontSrc,
    MediaSrc,
    ConnectSrc,
    FrameSrc,
    WorkerSrc,
    ManifestSrc,
    ObjectSrc,
    BaseUri,
    FormAction,
    FrameAncestors,
    Sandbox,
}

impl Directive {
    const fn name(self) -> &'static str {
        match self {
            Self::DefaultSrc => "default-src",
            Self::ScriptSrc => "script-src",
            Self::ScriptSrcAttr => "script-src-attr",
            Self::StyleSrc => "style-src",
            Self::ImgSrc => "img-src",
            Self::FontSrc => "font-src",
            Self::MediaSrc => "media-src",
            Self::ConnectSrc => "connect-src",
            Self::FrameSrc => "frame-src",
            Self::WorkerSrc => "worker-src",
            Self::ManifestSrc => "manifest-src",
            Self::ObjectSrc => "object-src",
            Self::BaseUri => "base-uri",
            Self::FormAction => "form-action",
            Self::FrameAncestors => "frame-ancestors",
            Self::Sandbox => "sandbox",
        }
    }
}

/// A content security policy under construction. Return it from a handler beside the body to set the header.
///
/// ```
/// use web::security::{Directive, Policy};
/// let policy = Policy::page().set(Directive::FrameSrc, "'self' blob:");
/// assert!(policy.to_string().contains("frame-src 'self' blob:"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy(Vec<(Directive, String)>);

impl Policy {
    /// Nothing is allowed: the start for anything that is not a page of ours, and what JSON gets.
    pub fn nothing() -> Self {
        Self(vec![
            (Directive::DefaultSrc, "'none'".into()),
            (Directive::BaseUri, "'none'".into()),
            (Directive::FormAction, "'none'".into()),
            (Directive::FrameAncestors, "'none'".into()),
        ])
    }

    /// What a page of the shop needs: our own scripts, styles, pictures and fonts, forms to ourselves, no frames.
    pub fn page() -> Self {
        let own = "'self'";
        Self::nothing()
            .set(Directive::ScriptSrc, own)
            .set(Directive::StyleSrc, own)
            .set(Directive::ImgSrc, "'self' data:")
            .set(Directive::FontSrc, own)
            .set(Directive::ConnectSrc, own)
            .set(Directive::ManifestSrc, own)
            .set(Directive::WorkerSrc, own)
            .set(Directive::FormAction, own)
            .set(Directive::ObjectSrc, "'none'")
    }

    /// Sets a directive, in place of what it said before. Sources must be words of ours or escaped addresses:
    /// a semicolon, a comma or a line break in them is dropped, since it would begin another directive.
    #[must_use]
    pub fn set(mut self, directive: Directive, sources: &str) -> Self {
        let sources: String =
            sources.chars().filter(|c| c.is_ascii() && !c.is_ascii_control() && !";,".contains(*c)).collect();
        match self.0.iter_mut().find(|(known, _)| *known == directive) {
            Some((_, old)) => *old = sources,
            None => self.0.push((directive, sources)),
        }
        self
    }

    /// The policy as a header value.
    pub fn header(&self) -> HeaderValue {
        // `set` lets only visible ASCII through, so the fallback (which allows nothing) is never reached.
        HeaderValue::from_str(&self.to_string())
            .unwrap_or(HeaderValue::from_static("default-src 'none'; sandbox"))
    }
}

impl std::fmt::Display for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, (directive, sources)) in self.0.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "; " })?;
            f.write_str(directive.name())?;
            if !sources.is_empty() {
                f.write_char(' ')?;
                f.write_str(sources)?;
            }
        }
        Ok(())
    }
}

impl IntoResponseParts for Policy {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        parts.headers_mut().insert(CONTENT_SECURITY_POLICY, self.header());
        Ok(parts)
    }
}

static PAGE: LazyLock<HeaderValue> = LazyLock::new(|| Policy::page().header());
static NOTHING: LazyLock<HeaderValue> = LazyLock::new(|| Policy::nothing().header());

const HTTPS_FOR_TWO_YEARS: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains");
const ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];

/// Adds every security header that the handler did not set itself. `https` says whether the shop's public address
/// is reached over TLS.
pub(crate) fn complete(headers: &mut HeaderMap, https: bool) {
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(value);
    }
    if https {
        headers.entry(STRICT_TRANSPORT_SECURITY).or_insert(HTTPS_FOR_TWO_YEARS);
    }
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        let html = headers
            .get(http::header::CONTENT_TYPE)
            .is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
        headers.insert(CONTENT_SECURITY_POLICY, if html { PAGE.clone() } else { NOTHING.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_use_only_what_is_ours() {
        insta::assert_snapshot!(Policy::page(), @"default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'");
    }

    #[test]
    fn a_source_cannot_smuggle_in_another_directive() {
        let policy = Policy::nothing().set(Directive::ImgSrc, "https://a.example; script-src *\r\n");
        assert!(policy.to_string().ends_with("img-src https://a.example script-src *"));
    }

    #[test]
    fn a_policy_of_the_handler_is_left_alone() {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox"));
        complete(&mut headers, false);
        assert_eq!(headers[CONTENT_SECURITY_POLICY], "sandbox");
        assert!(!headers.contains_key(STRICT_TRANSPORT_SECURITY));
    }
}
