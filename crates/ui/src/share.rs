//! Sharing a page: the device's own sheet where there is one, a dialog with links elsewhere.

use i18n::Locale;
use maud::{Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{Icon, icon, t, text::Plain};

/// The button for the app bar with its dialog. Without JavaScript the button is a link to the dialog's
/// place in the page, where the address and the links stand open. `url` is the absolute canonical address.
pub fn share(l: Locale, title: &str, url: &str) -> Markup {
    html! {
        shop-share data-title=(Plain(title)) data-url=(Plain(url)) data-copied=(t::share_copied(l)) {
            a.icon-button href="#share" data-ink aria-label=(t::share(l)) { (icon(Icon::Share)) }
            dialog.sheet.share-sheet #share aria-labelledby="share-title" {
                div.sheet__head {
                    h2 #share-title { (t::share_heading(l)) }
                    a.icon-button.sheet__close href="#main" data-closes data-ink aria-label=(t::close(l)) { (icon(Icon::Close)) }
                }
                label.field__label for="share-url" { (t::share_address(l)) }
                input.field__input #share-url type="url" value=(Plain(url)) readonly dir="ltr";
                button.button type="button" hidden data-copy data-ink { (icon(Icon::Copy)) span { (t::share_copy(l)) } }
                ul.chips role="list" {
                    @for (name, href) in places(l, title, url) {
                        li { a.chip href=(Plain(&href)) rel="noopener noreferrer" target="_blank" data-ink { (name) } }
                    }
                }
            }
        }
    }
}

/// Where a link can be sent by a link, without anybody's script on our page.
fn places(l: Locale, title: &str, url: &str) -> [(&'static str, String); 5] {
    let (text, address) = (encode(title), encode(url));
    [
        ("WhatsApp", format!("https://wa.me/?text={text}%20{address}")),
        ("Facebook", format!("https://www.facebook.com/sharer/sharer.php?u={address}")),
        ("Telegram", format!("https://t.me/share/url?url={address}&text={text}")),
        ("X", format!("https://x.com/intent/post?text={text}&url={address}")),
        (t::share_mail(l), format!("mailto:?subject={text}&body={address}")),
    ]
}

/// What an address may always hold (RFC 3986, section 2.3) stands as it is.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
