//! What the owner decides about the shop: its name, who sells, who mails come from, what a refund needs; as pages and in the
//! API. Secrets stay with the operator.

mod act;
mod api;
mod colours;
mod form;
mod letters;
mod letters_api;
pub(crate) mod logged;
mod logo;
mod mail;
mod page;
mod payment;
mod values;

use axum::extract::DefaultBodyLimit;
use axum::response::Redirect;
use axum::routing::{get, post};
use utoipa_axum::router::OpenApiRouter;
use web::shop::Setting;
use web::{App, Capability, Page, Routes};

/// The settings, after the language.
const SETTINGS: &str = "/admin/settings";

/// A page of settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    /// What the shop is called.
    Shop,
    /// Who sells.
    Seller,
    /// Who mails come from.
    Mail,
    /// How it is paid, and paid back.
    Payment,
    /// How much is taken of what.
    Limits,
}

impl Tab {
    const ALL: [Self; 5] = [Self::Shop, Self::Seller, Self::Mail, Self::Payment, Self::Limits];

    /// Its path, after the language.
    const fn path(self) -> &'static str {
        match self {
            Self::Shop => SETTINGS,
            Self::Seller => "/admin/settings/seller",
            Self::Mail => "/admin/settings/mail",
            Self::Payment => "/admin/settings/payment",
            Self::Limits => "/admin/settings/limits",
        }
    }

    /// What is decided there.
    const fn settings(self) -> &'static [Setting] {
        match self {
            Self::Shop => &[
                Setting::ShopName,
                Setting::ShopNameAr,
                Setting::DescriptionEn,
                Setting::DescriptionFr,
                Setting::DescriptionAr,
                Setting::Languages,
                Setting::DefaultLanguage,
                Setting::Accent,
                Setting::AccentDark,
            ],
            Self::Seller => &[
                Setting::SellerName,
                Setting::SellerAddress,
                Setting::SellerPhone,
                Setting::SellerNif,
                Setting::SellerRc,
                Setting::SellerAi,
                Setting::SellerNis,
                Setting::SellerVat,
            ],
            Self::Mail => &[Setting::MailFrom],
            Self::Payment => &[Setting::Payments, Setting::RefundsAlone],
            Self::Limits => &[
                Setting::EpubLargest,
                Setting::PdfLargest,
                Setting::SavesPerBook,
                Setting::CommentsPerMinute,
            ],
        }
    }
}

/// The part of the API, to be put below `/api/v1`.
pub(crate) fn api() -> OpenApiRouter<App> {
    web::needs(Capability::RunSite, api::routes().merge(letters_api::routes()).merge(logo::routes()))
}

/// The pages beside others, whose paths stand after the language.
pub(crate) fn pages(routes: Routes) -> Routes {
    let run = Capability::RunSite;
    let of = |tab: Tab| {
        get(async move |page, owner| page::show(page, owner, tab).await)
            .post(async move |page, owner, form| page::save(page, owner, tab, form).await)
    };
    // Where forms go that stand on another page. What came back stands at this address, so whoever asks for it (a switch of
    // language, a reload) is led to that page.
    let part_of = |tab: Tab| get(async move |page: Page| Redirect::to(&page.url(tab.path())));
    Tab::ALL
        .into_iter()
        .fold(routes, |routes, tab| routes.needs(run, tab.path(), of(tab)))
        .needs(
            run,
            logo::LOGO,
            part_of(Tab::Shop).merge(post(logo::send).layer(DefaultBodyLimit::max(logo::BODY_MOST))),
        )
        .needs(run, logo::REMOVE, get(logo::ask).post(logo::take_off))
        .needs(run, "/admin/settings/mail/test", part_of(Tab::Mail).post(mail::test))
        .needs(run, "/admin/settings/mail/{kind}/{language}", get(letters::show).post(letters::save))
        .needs(run, "/admin/settings/payment/test", part_of(Tab::Payment).post(payment::test))
}
