//! Who is asking: the address of the client, seen through the proxies that the operator trusts. Used to keep
//! counts for the rate limits, and for the log of what moderators and admins do; nothing else logs or keeps it.

use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use http::HeaderMap;
use ipnet::IpNet;

/// The networks whose `X-Forwarded-For` is believed. Empty by default: the peer is the client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

/// One part of a list of proxies is neither an address nor a network.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is neither an IP address nor a network such as 10.0.0.0/8")]
pub struct NotANetwork(String);

impl FromStr for TrustedProxies {
    type Err = NotANetwork;

    /// Reads addresses and networks separated by commas or spaces; an empty text is an empty list.
    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let parts = text.split([',', ' ']).map(str::trim).filter(|part| !part.is_empty());
        let nets = parts.map(|part| {
            part.parse::<IpNet>()
                .or_else(|_| part.parse::<IpAddr>().map(IpNet::from))
                .map_err(|_| NotANetwork(part.to_owned()))
        });
        nets.collect::<Result<_, _>>().map(Self)
    }
}

impl TrustedProxies {
    /// The client's address: the last hop in `X-Forwarded-For` that is not itself a trusted proxy, provided that
    /// the peer is one. What stands further to the left was written by the client and says nothing.
    pub fn client_ip(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let peer = peer.to_canonical();
        if !self.trusts(peer) {
            return peer;
        }
        let values: Vec<&str> =
            headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).collect();
        let mut client = peer;
        for hop in values.iter().rev().flat_map(|value| value.rsplit(',')) {
            let Ok(hop) = hop.trim().parse::<IpAddr>() else { break };
            client = hop.to_canonical();
            if !self.trusts(client) {
                break;
            }
        }
        client
    }

    fn trusts(&self, ip: IpAddr) -> bool {
        self.0.iter().any(|net| net.contains(&ip))
    }
}

/// The part of an address that stands for one household or machine: all of an IPv4 address, the /64 of an IPv6
/// address, since whoever has one address of a /64 has all of them.
pub fn household(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forwarded(value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", value.parse().unwrap());
        headers
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn without_trusted_proxies_the_peer_is_the_client_whatever_it_claims() {
        let nobody = TrustedProxies::default();
        assert_eq!(nobody.client_ip(ip("192.0.2.7"), &forwarded("198.51.100.1")), ip("192.0.2.7"));
    }

    #[test]
    fn the_last_untrusted_hop_is_the_client() {
        let proxies: TrustedProxies = "10.0.0.0/8, 127.0.0.1".parse().unwrap();
        let headers = forwarded("203.0.113.9, 198.51.100.1, 10.1.1.1");
        assert_eq!(proxies.client_ip(ip("127.0.0.1"), &headers), ip("198.51.100.1"));
    }

    #[test]
    fn a_hop_that_is_no_address_ends_the_search() {
        let proxies: TrustedProxies = "127.0.0.1".parse().unwrap();
        assert_eq!(proxies.client_ip(ip("127.0.0.1"), &forwarded("unknown")), ip("127.0.0.1"));
    }

    #[test]
    fn a_wrong_part_of_the_list_is_named() {
        let error = "127.0.0.1, proxy.local".parse::<TrustedProxies>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "`proxy.local` is neither an IP address nor a network such as 10.0.0.0/8"
        );
    }

    #[test]
    fn neighbours_in_a_64_are_one_household() {
        assert_eq!(household(ip("2001:db8::1")), household(ip("2001:db8::ffff:2")));
        assert_ne!(household(ip("2001:db8::1")), household(ip("2001:db8:0:1::1")));
    }
}
