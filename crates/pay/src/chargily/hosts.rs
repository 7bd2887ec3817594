//! Where a buyer may be sent to pay.

use url::{Host, Url};

/// Pages lie on the one, the interface on the other; both are the gateway's.
const OFFICIAL: [&str; 2] = ["pay.chargily.dz", "pay.chargily.net"];

/// The hosts whose pages may be shown to a buyer.
#[derive(Debug)]
pub(super) struct Hosts {
    /// A stand-in's, in test mode: its host and whether that is this machine, where TLS is not needed.
    own: Option<(String, bool)>,
    /// All of them, as a content policy names them.
    origins: Vec<String>,
}

impl Hosts {
    pub(super) fn new(base: Option<&Url>) -> Self {
        let own = base.and_then(|url| Some((url.host_str()?.to_owned(), is_loopback(url))));
        let stand_in = own.as_ref().zip(base).map(|((host, is_near), url)| {
            if *is_near { url.origin().ascii_serialization() } else { format!("https://{host}") }
        });
        let origins = OFFICIAL.iter().map(|host| format!("https://{host}")).chain(stand_in).collect();
        Self { own, origins }
    }

    /// Where the pages lie that may be shown.
    pub(super) fn origins(&self) -> &[String] {
        &self.origins
    }

    /// The address to send a buyer to for one that the gateway named. It has been seen to name http:// ones.
    pub(super) fn pay_url(&self, named: &str) -> Option<Url> {
        let mut url = Url::parse(named).ok()?;
        if !matches!(url.scheme(), "http" | "https") || !names_nobody(&url) {
            return None;
        }
        let host = url.host_str()?;
        match &self.own {
            Some((own, true)) if host == own => return Some(url),
            Some((own, false)) if host == own => {}
            _ if OFFICIAL.contains(&host) && url.port().is_none() => {}
            _ => return None,
        }
        url.set_scheme("https").ok()?;
        Some(url)
    }
}

/// Whether an address is of this very machine.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Whether an address carries no user and no password.
pub(super) fn names_nobody(url: &Url) -> bool {
    url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(base: Option<&str>) -> Hosts {
        Hosts::new(base.map(|base| base.parse().unwrap()).as_ref())
    }

    fn shown(hosts: &Hosts, named: &str) -> Option<String> {
        hosts.pay_url(named).map(String::from)
    }

    #[test]
    fn the_gateways_own_pages_are_allowed_over_tls() {
        let hosts = of(None);
        let page = "https://pay.chargily.dz/test/checkouts/01hj/pay";
        assert_eq!(shown(&hosts, page).as_deref(), Some(page));
        assert_eq!(shown(&hosts, &page.replace("https", "http")).as_deref(), Some(page));
        assert!(shown(&hosts, "https://pay.chargily.net/checkouts/01hj/pay").is_some());
    }

    #[test]
    fn a_policy_is_told_of_these_places_and_no_other() {
        let official = ["https://pay.chargily.dz", "https://pay.chargily.net"];
        assert_eq!(of(None).origins(), official);
        let with = |own: &str| [official[0], official[1], own].map(str::to_owned);
        assert_eq!(of(Some("http://127.0.0.1:4999/test/api/v2")).origins(), with("http://127.0.0.1:4999"));
        assert_eq!(of(Some("https://pay.example/test/api/v2")).origins(), with("https://pay.example"));
    }

    #[test]
    fn other_places_are_not() {
        for bad in [
            "https://chargily.dz/pay",
            "https://pay.chargily.dz.example/pay",
            "https://pay.chargily.dz@example.org/pay",
            "https://me:hush@pay.chargily.dz/pay",
            "https://pay.chargily.dz:8443/pay",
            "http://127.0.0.1:4999/pay",
            "javascript:alert(1)//pay.chargily.dz",
            "data:text/html,pay.chargily.dz",
            "//pay.chargily.dz/pay",
            "/pay",
            "",
        ] {
            assert_eq!(shown(&of(None), bad), None, "{bad}");
        }
    }

    #[test]
    fn a_stand_in_adds_its_host_and_keeps_http_on_this_machine() {
        let near = of(Some("http://127.0.0.1:4999/test/api/v2"));
        let page = "http://127.0.0.1:4999/test/checkouts/1/pay";
        assert_eq!(shown(&near, page).as_deref(), Some(page));
        assert_eq!(shown(&near, "http://127.0.0.2:4999/pay"), None);
        let far = of(Some("https://pay.example/test/api/v2"));
        assert_eq!(shown(&far, "http://pay.example/1").as_deref(), Some("https://pay.example/1"));
        assert!(shown(&far, "https://pay.chargily.dz/1").is_some());
    }

    proptest! {
        #[test]
        fn what_is_allowed_is_https_to_one_of_the_two(text in "(https?|ftp)://[a-z@:.]{0,4}pay\\.chargily\\.(dz|net)[a-z@:./\\\\]{0,6}") {
            if let Some(url) = of(None).pay_url(&text) {
                prop_assert_eq!(url.scheme(), "https");
                prop_assert!(OFFICIAL.contains(&url.host_str().unwrap()), "{}", url);
                prop_assert!(names_nobody(&url) && url.port().is_none());
            }
        }
    }
}
