//! The first steps of a shop that has sold nothing yet: what its owner does to open it, and what of that is done.

use db::{Query as _, record, sql};
use i18n::Locale;
use maud::{Markup, html};
use ui::Icon;
use web::shop::Setting;
use web::{App, Page};

use crate::words::dashboard as t;

/// One of them, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The shop has a name of its own.
    Name,
    /// Somebody sells: the law wants them named on receipts.
    Seller,
    /// There is a book to sell.
    Book,
    /// It can be paid for.
    Payment,
    /// Mails reach people.
    Mail,
}

impl Step {
    /// Its word in the API.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Seller => "seller",
            Self::Book => "book",
            Self::Payment => "payment",
            Self::Mail => "mail",
        }
    }

    /// Where it is done, after the language.
    const fn path(self) -> &'static str {
        match self {
            Self::Name => "/admin/settings",
            Self::Seller => "/admin/settings/seller",
            Self::Book => "/admin/books/add",
            Self::Payment => "/admin/settings/payment",
            Self::Mail => "/admin/settings/mail",
        }
    }

    const fn words(self, l: Locale) -> (&'static str, &'static str) {
        match self {
            Self::Name => (t::step_name(l), t::step_name_why(l)),
            Self::Seller => (t::step_seller(l), t::step_seller_why(l)),
            Self::Book => (t::step_book(l), t::step_book_why(l)),
            Self::Payment => (t::step_payment(l), t::step_payment_why(l)),
            Self::Mail => (t::step_mail(l), t::step_mail_why(l)),
        }
    }
}

record! {
    struct Done {
        books: i64,
        sold: i64,
    }
}

/// The steps, each with whether it is done (`takes_payments` says whether a gateway is there); none once all are, or once an order was completed.
pub(super) async fn steps(app: &App, takes_payments: bool) -> db::Result<Vec<(Step, bool)>> {
    let Done { books, sold } = app
        .db
        .one(sql!(
            "select
                (select count(*) from (select 1 as one from books where status = 'published' limit 1) q) as books,
                (select count(*) from (select 1 as one from orders where completed_at is not null limit 1) q) as sold"
        ))
        .await?;
    let shop = app.shop();
    let names = [Setting::ShopName, Setting::ShopNameAr];
    let is_named = names.into_iter().any(|name| Some(shop.value(name).as_str()) != name.default());
    let steps = [
        (Step::Name, is_named),
        (Step::Seller, !shop.seller.address.is_empty()),
        (Step::Book, books > 0),
        (Step::Payment, takes_payments),
        (Step::Mail, app.mail.mailbox().is_none()),
    ];
    let is_over = sold > 0 || steps.iter().all(|(_, is_done)| *is_done);
    Ok(if is_over { Vec::new() } else { steps.into() })
}

/// The list of them; nothing where there are none.
pub(super) fn view(page: &Page, steps: &[(Step, bool)]) -> Markup {
    let l = page.locale;
    if steps.is_empty() {
        return html! {};
    }
    let done = steps.iter().filter(|(_, is_done)| *is_done).count();
    let count = |n: usize| i18n::number(l, i64::try_from(n).unwrap_or(i64::MAX));
    html! {
        section.steps aria-labelledby="steps" {
            h2.panel__title #steps { (t::steps(l)) }
            p.faint { (t::steps_done(l, &count(done), &count(steps.len()))) }
            ol.steps__list role="list" {
                @for (step, is_done) in steps {
                    @let (title, why) = step.words(l);
                    li.steps__step.steps__step--done[*is_done] {
                        span.steps__sign { @if *is_done { (ui::icon(Icon::Check)) span.visually-hidden { (t::step_is_done(l)) } } }
                        div {
                            a.steps__link href=(page.url(step.path())) { (title) }
                            p.faint { (why) }
                        }
                    }
                }
            }
        }
    }
}
