//! The home page and its lists, each with an address of its own.

mod best;
mod for_you;
mod lists;

use axum::{Router, routing::get};
use i18n::Locale;
use ui::RailTab;
use web::{App, Page};

use crate::{home, requests, t};

/// The whole list of what a reader is recommended.
pub(crate) const FOR_YOU: &str = "/for-you";

/// The pages, whose paths stand after the language.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home::show))
        .route("/new", get(lists::new))
        .route("/best", get(best::show))
        .route(FOR_YOU, get(for_you::show))
        .route("/free", get(lists::free))
        .route("/search", get(crate::search::show))
        .route(requests::PATH, get(requests::show).post(requests::send))
}

/// The lists of the home page, in the order of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HomeTab {
    ForYou,
    New,
    Best,
    Free,
}

impl HomeTab {
    const ALL: [Self; 4] = [Self::ForYou, Self::New, Self::Best, Self::Free];

    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::ForYou => "/",
            Self::New => "/new",
            Self::Best => "/best",
            Self::Free => "/free",
        }
    }

    pub(crate) fn label(self, l: Locale) -> &'static str {
        match self {
            Self::ForYou => t::tab_for_you(l),
            Self::New => t::tab_new(l),
            Self::Best => t::tab_best(l),
            Self::Free => t::tab_free(l),
        }
    }

    /// The rail with this list as the current one.
    pub(crate) fn rail(self, page: &Page) -> Vec<RailTab> {
        let tab = |one: Self| RailTab {
            label: one.label(page.locale).to_owned(),
            href: page.url(one.path()),
            current: one == self,
        };
        Self::ALL.into_iter().map(tab).collect()
    }
}
