//! A page on ink with one form, as those around signing in are. What differs from one to the next is its words, its
//! fields, and the handler that takes them.

use axum::response::Response;
use maud::{Markup, html};
use ui::{AppBar, Button, Frame, Indexing, SignPage, Variant};
use web::Page;

use super::form::{Next, Problems};

/// What stands on the page.
pub(super) struct SignForm<'a> {
    /// What the window is called.
    pub(super) window: &'a str,
    /// The heading.
    pub(super) title: &'a str,
    /// A sentence below it.
    pub(super) lead: Option<Markup>,
    /// The path that the form goes to.
    pub(super) path: &'a str,
    /// Where it leads on to, handed through.
    pub(super) next: Option<&'a Next>,
    pub(super) fields: Markup,
    /// The word on its button.
    pub(super) button: &'a str,
    /// What follows the form on the sheet.
    pub(super) below: Markup,
    /// Other ways on: see [`ui::sign_link`].
    pub(super) links: Markup,
}

impl SignForm<'_> {
    /// Draws the page, with what is wrong with the form before it.
    pub(super) fn render(self, page: &Page, problems: &Problems) -> Response {
        let form = ui::Form {
            action: &page.url(self.path),
            csrf: page.csrf(),
            next: self.next.and_then(Next::own),
            ..ui::Form::default()
        };
        let fields = html! {
            (self.fields)
            (ui::button(&Button { label: self.button, ..Button::default() }, None))
        };
        let body = html! { (problems.summary(page.locale)) (ui::form(&form, &fields)) (self.below) };
        let view = SignPage { title: self.title, lead: self.lead, body, links: self.links };
        render(page, self.window, &view, problems)
    }
}

/// Draws a page on ink, whatever stands on its sheet.
pub(super) fn render(page: &Page, window: &str, view: &SignPage<'_>, problems: &Problems) -> Response {
    let frame = Frame {
        variant: Variant::Sign,
        bar: AppBar::Sub { title: String::new(), back: page.url("/"), actions: html! {} },
        indexing: Indexing::Hidden,
        has_problems: !problems.is_empty(),
        ..page.frame(window)
    };
    page.render(&frame, &ui::sign_page(view))
}
