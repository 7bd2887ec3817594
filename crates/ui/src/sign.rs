//! The body of the sign-in pages: a heading on ink, the form on a sheet of paper below. Their frame is `Variant::Sign`
//! with an `AppBar::Sub` that has no title.

use maud::{Markup, html};

/// What a sign-in page holds.
#[derive(Debug, Clone)]
pub struct SignPage<'a> {
    /// The heading.
    pub title: &'a str,
    /// A sentence below it: what happens here, where the code was sent.
    pub lead: Option<Markup>,
    /// On the sheet: problems, the form.
    pub body: Markup,
    /// Below the form: other ways on, see [`sign_link`].
    pub links: Markup,
}

/// Draws the page.
pub fn sign_page(page: &SignPage<'_>) -> Markup {
    html! {
        div.sign__head {
            h1 { (page.title) }
            @if let Some(lead) = &page.lead { p.sign__lead { (lead) } }
        }
        div.sign__sheet {
            (page.body)
            @if !page.links.0.is_empty() { div.sign__links { (page.links) } }
        }
    }
}

/// “New here? Create an account”: a question, which may be empty, and the link that answers it.
pub fn sign_link(question: &str, label: &str, href: &str) -> Markup {
    html! {
        p.sign__link {
            @if !question.is_empty() { span { (question) } " " }
            a href=(href) { (label) }
        }
    }
}
