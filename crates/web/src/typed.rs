//! What somebody typed into a form that could not be taken because their session had ended: it waits in cookies while they
//! sign in, and stands in the same form again when they are led back to it. Nothing is sent by itself.
//!
//! The cookies are set only in answer to a form that stood on our own page, which [`origin`](crate::origin) has checked,
//! no script reads them, and they are gone after a quarter of an hour. They are as secret as a form that is left open on a
//! screen: whoever signs in next in the same browser, and opens the same form, sees the words.
//!
//! A browser keeps 4 kB in a cookie, and proxies let 8 kB of all cookies through. Words are packed, which gets even the
//! longest comment in Arabic below that; what cannot be packed so small is not kept.

use std::io::{Read as _, Write as _};

use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use http::header;

use crate::cookies::{self, TYPED_PARTS};
use crate::page::Page;

/// Characters of a cookie's value.
const PART: usize = 3_000;

/// Bytes of what is unpacked at most: twice the longest text, and the address of its form.
const LONGEST: u64 = 64 * 1024;

impl Page {
    /// Leads whoever sent a form of this page to sign in and back to the form, with what they had typed, in a text that
    /// only the form understands; `None` where that is too much to be kept.
    pub fn to_sign_in_with_typed(&self, typed: &str) -> Option<Response> {
        let packed = pack(&format!("{}\n{typed}", self.path()))?;
        let mut answer = self.to_sign_in(&self.url(self.path()));
        self.set_typed(&mut answer, &packed);
        Some(answer)
    }

    /// What was typed into the form of this page before somebody signed in.
    pub fn typed(&self) -> Option<String> {
        let whole = unpack(self.packed()?)?;
        let (path, typed) = whole.split_once('\n')?;
        (path == self.path()).then(|| typed.to_owned())
    }

    /// Takes away what was typed before; it has been sent.
    pub fn typed_done(&self, answer: &mut Response) {
        if self.packed().is_some() {
            self.set_typed(answer, "");
        }
    }

    fn set_typed(&self, answer: &mut Response, packed: &str) {
        let mut rest = packed;
        for part in 0..TYPED_PARTS {
            let (now, later) = rest.split_at(rest.len().min(PART));
            answer.headers_mut().append(header::SET_COOKIE, cookies::typed(part, now, self.is_https()));
            rest = later;
        }
    }
}

fn pack(text: &str) -> Option<String> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).ok()?;
    let packed = URL_SAFE_NO_PAD.encode(encoder.finish().ok()?);
    (packed.len() <= TYPED_PARTS * PART).then_some(packed)
}

fn unpack(packed: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(packed).ok()?;
    let mut text = String::new();
    DeflateDecoder::new(bytes.as_slice()).take(LONGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        for text in ["", "Two\nlines", "حكاية ورّاقٍ في قصبة الجزائر"] {
            assert_eq!(unpack(&pack(text).unwrap()).as_deref(), Some(text));
        }
        assert_eq!(unpack("no words"), None);
    }

    #[test]
    fn what_cannot_be_packed_is_not_kept() {
        let noise: String = (0..12_000_u32)
            .filter_map(|at| char::from_u32(0x4e00 + at.wrapping_mul(2_654_435_761) % 20_000))
            .collect();
        assert_eq!(pack(&noise), None);
    }

    #[test]
    fn little_that_unpacks_to_much_is_cut() {
        let bomb = pack(&"x".repeat(1_000_000)).unwrap();
        assert_eq!(unpack(&bomb).unwrap().len(), 64 * 1024);
    }
}
