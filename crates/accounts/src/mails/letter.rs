//! How a mail looks: plain text, and the same as a page that mail programs can show (tables, styles in place).

use i18n::Locale;
use maud::{DOCTYPE, Markup, html};
use web::shop::{LetterKind, Wording, fill};

use crate::t;

/// What a mail says.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// Its kind, where the owner may word it.
    pub kind: Option<LetterKind>,
    /// What its kind has beside the shop and the reader for the owner's words: `("order", "7KQ2M9PA")`.
    pub names: Vec<(&'static str, String)>,
    /// What lists of mails show.
    pub subject: String,
    /// What stands above.
    pub heading: String,
    /// What it says, from above to below.
    pub parts: Vec<Part>,
    /// What follows below: how long it is good, what to do if it was somebody else.
    pub after: Vec<String>,
}

/// What stands in a mail, one below the other.
#[derive(Debug, Clone)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// Labels with what belongs to them, a row each.
    Facts(Vec<(String, String)>),
    /// Stands alone on a line of the plain text.
    Code(String),
    /// Looks like a button.
    Link {
        /// What stands on it.
        label: String,
        /// Where it leads, whole.
        address: String,
    },
}

impl Part {
    fn text(&self, l: Locale) -> String {
        match self {
            Self::Text(text) | Self::Code(text) => text.clone(),
            Self::Facts(facts) => {
                let rows: Vec<String> =
                    facts.iter().map(|(label, value)| format!("{label}{}{value}", ui::colon(l))).collect();
                rows.join("\n")
            }
            Self::Link { label, address } => format!("{label}\n{address}"),
        }
    }
}

/// A text, cut where a line is empty.
fn paragraphs(text: &str) -> Vec<Part> {
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Part::Text(part.to_owned())).collect()
}

const BODY: &str = "margin:0;padding:24px 12px;background:#f7f6f3;color:#322318;\
                    font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans Arabic',Arial,sans-serif;\
                    font-size:16px;line-height:1.6";
const SHEET: &str =
    "max-width:520px;margin:0 auto;background:#ffffff;border:1px solid #ddd9d2;border-radius:8px";
const HEAD: &str = "padding:18px 24px;background:#322318;color:#fbf8f1;font-size:20px;font-weight:600;\
                    border-radius:8px 8px 0 0";
const INNER: &str = "padding:24px";
const HEADING: &str = "margin:0 0 12px;font-size:22px;line-height:1.35";
const CODE: &str = "margin:20px 0;padding:14px;background:#f1eee8;border-radius:4px;text-align:center;\
                    font-family:ui-monospace,Consolas,monospace;font-size:28px;font-weight:700;letter-spacing:6px";
const BUTTON: &str = "display:inline-block;padding:12px 22px;background:#322318;color:#fbf8f1;border-radius:4px;\
                      font-weight:600;text-decoration:none";
const FACTS: &str = "margin:12px 0;border-collapse:collapse;width:100%";
const LABEL: &str = "padding:6px 0;color:#6a6058;vertical-align:top;border-bottom:1px solid #ece8e1";
const VALUE: &str = "padding:6px 12px;vertical-align:top;border-bottom:1px solid #ece8e1";
/// For what has no blank to break a line at, as a number of the payment service: it would be wider than a phone.
const UNBROKEN: &str = ";overflow-wrap:anywhere;word-break:break-word";
const SMALL: &str = "margin:12px 0 0;color:#6a6058;font-size:14px";

impl Letter {
    /// The same in the owner's words, where there are some; `names` are what may stand between braces.
    pub(super) fn in_words_of(mut self, own: &Wording, names: &[(&str, &str)]) -> Self {
        let value = |place: &str| names.iter().find(|(name, _)| *name == place).map(|(_, value)| *value);
        // What was taken can be filled in; ours stands where it nevertheless cannot.
        let words =
            |text: &str| Some(text).filter(|text| !text.is_empty()).and_then(|text| fill(text, value).ok());
        if let Some(subject) = words(&own.subject) {
            self.subject = subject;
        }
        if let Some(opening) = words(&own.opening) {
            let first = self.parts.iter().position(|part| matches!(part, Part::Text(_)));
            if let Some(first) = first {
                self.parts.splice(first..=first, paragraphs(&opening));
            }
        }
        if let Some(closing) = words(&own.closing) {
            self.parts.extend(paragraphs(&closing));
        }
        self
    }

    /// The plain text.
    pub(super) fn text(&self, l: Locale, shop: &str, home: &str) -> String {
        let mut parts = vec![self.heading.clone()];
        parts.extend(self.parts.iter().map(|part| part.text(l)));
        parts.extend(self.after.iter().cloned());
        parts.push(format!("{}\n{home}", t::mail_sign_off(l, shop)));
        let mut text = parts.join("\n\n");
        text.push('\n');
        text
    }

    /// The page.
    pub(super) fn html(&self, l: Locale, (shop, logo): (&str, Option<&str>), home: &str) -> String {
        let side = if l.direction().to_string() == "rtl" { "right" } else { "left" };
        let page = html! {
            (DOCTYPE)
            html lang=(l.tag()) dir=(l.direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.subject) }
                }
                body style=(BODY) {
                    div lang=(l.tag()) dir=(l.direction()) style={ (SHEET) ";text-align:" (side) } {
                        div style=(HEAD) {
                            @if let Some(address) = logo {
                                img src=(address) alt="" height="32" style="vertical-align:middle;margin-inline-end:10px";
                            }
                            (shop)
                        }
                        div style=(INNER) { (self.body()) }
                    }
                    p style={ (SMALL) ";text-align:center" } {
                        a href=(home) style="color:#6a6058" { (t::mail_sign_off(l, shop)) }
                    }
                }
            }
        };
        page.into_string()
    }

    fn body(&self) -> Markup {
        html! {
            h1 style=(HEADING) { (self.heading) }
            @for part in &self.parts {
                @match part {
                    Part::Text(text) => { p style="margin:0 0 12px" { (text) } }
                    Part::Facts(facts) => {
                        table role="presentation" style=(FACTS) {
                            @for (label, value) in facts {
                                tr {
                                    td style=(LABEL) { (label) }
                                    td style={ (VALUE) @if !value.contains(char::is_whitespace) { (UNBROKEN) } } { bdi { (value) } }
                                }
                            }
                        }
                    }
                    Part::Code(code) => { p dir="ltr" style=(CODE) { (code) } }
                    Part::Link { label, address } => {
                        p style="margin:20px 0" { a href=(address) style=(BUTTON) { (label) } }
                    }
                }
            }
            @for line in &self.after { p style=(SMALL) { (line) } }
        }
    }
}
