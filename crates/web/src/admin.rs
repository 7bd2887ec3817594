//! The panel from which the shop is run: its pages, who may see each, and the frame around them. Features draw the pages; that
//! they are found from each other is decided here.

use i18n::Locale;
use maud::{Markup, html};
use ui::{AdminLink, AdminPage, AppBar, Frame, Icon, Indexing, Tab};

use crate::authority::Capability;
use crate::page::Page;
use crate::t;

/// A page of the panel that the others lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// How the shop does, and what needs somebody.
    Dashboard,
    /// The books.
    Books,
    /// The front page.
    Home,
    /// Authors, genres, publishers and series.
    Names,
    /// What was ordered.
    Orders,
    /// What is paid back.
    Refunds,
    /// What was sold in a month.
    Sales,
    /// The shop's people.
    Users,
    /// What waits for moderators.
    Moderation,
    /// Work that waits, runs or failed.
    Jobs,
    /// What was mailed.
    Mails,
    /// Whether everything works.
    Health,
    /// Who changed what.
    Audit,
    /// What the owner decides about the shop.
    Settings,
}

/// Those that there are, as the panel groups them. One is added here with its page.
const GROUPS: &[&[Section]] = &[
    &[Section::Dashboard],
    &[Section::Books, Section::Names, Section::Home],
    &[Section::Orders, Section::Refunds, Section::Sales, Section::Users],
    &[Section::Moderation],
    &[Section::Jobs, Section::Mails, Section::Health, Section::Audit, Section::Settings],
];

impl Section {
    /// Its path, after the language.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Dashboard => "/admin",
            Self::Books => "/admin/books",
            Self::Home => "/admin/home",
            Self::Names => "/admin/authors",
            Self::Orders => "/admin/orders",
            Self::Refunds => "/admin/refunds",
            Self::Sales => "/admin/sales",
            Self::Users => "/admin/users",
            Self::Moderation => "/admin/moderation",
            Self::Jobs => "/admin/jobs",
            Self::Mails => "/admin/mails",
            Self::Health => "/admin/health",
            Self::Audit => "/admin/audit",
            Self::Settings => "/admin/settings",
        }
    }

    /// Who may see it.
    pub const fn needs(self) -> Capability {
        match self {
            Self::Dashboard | Self::Books | Self::Home | Self::Names => Capability::EditCatalogue,
            Self::Moderation => Capability::Moderate,
            Self::Orders
            | Self::Refunds
            | Self::Sales
            | Self::Users
            | Self::Jobs
            | Self::Mails
            | Self::Health
            | Self::Audit
            | Self::Settings => Capability::RunSite,
        }
    }

    /// What the ways to it say.
    pub const fn label(self, l: Locale) -> &'static str {
        match self {
            Self::Dashboard => t::admin_dashboard(l),
            Self::Books => t::admin_books(l),
            Self::Home => t::admin_home(l),
            Self::Names => t::admin_names(l),
            Self::Orders => t::admin_orders(l),
            Self::Refunds => t::admin_refunds(l),
            Self::Sales => t::admin_sales(l),
            Self::Users => t::admin_users(l),
            Self::Moderation => t::admin_moderation(l),
            Self::Jobs => t::admin_jobs(l),
            Self::Mails => t::admin_mails(l),
            Self::Health => t::admin_health(l),
            Self::Audit => t::admin_audit(l),
            Self::Settings => t::admin_settings(l),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Dashboard | Self::Health => Icon::Monitor,
            Self::Books => Icon::Book,
            Self::Home => Icon::House,
            Self::Names => Icon::Tag,
            Self::Orders => Icon::Receipt,
            Self::Refunds => Icon::Undo,
            Self::Sales => Icon::File,
            Self::Users => Icon::User,
            Self::Moderation => Icon::Flag,
            Self::Jobs => Icon::Clock,
            Self::Mails => Icon::Mail,
            Self::Audit => Icon::Scroll,
            Self::Settings => Icon::Settings,
        }
    }
}

/// What a page of the panel shows.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// Where it belongs to.
    pub section: Section,
    /// What the browser calls it.
    pub title: &'a str,
    /// Its heading; where a name is in it, that name is isolated.
    pub heading: Markup,
    /// What it is for, in a sentence.
    pub lead: Option<&'a str>,
    /// The page above it, after the language; `None` for a section's own page.
    pub parent: Option<&'a str>,
    /// Links beside the heading; may be empty.
    pub actions: Markup,
    /// The rest.
    pub body: Markup,
}

impl Shown<'_> {
    /// A section's own page, with nothing on it.
    pub fn new(section: Section, l: Locale) -> Self {
        let title = section.label(l);
        let (actions, body) = (html! {}, html! {});
        Self { section, title, heading: html! { (title) }, lead: None, parent: None, actions, body }
    }
}

impl Page {
    /// The frame and the body of a page of the panel; the body goes to [`Page::render`] as it is.
    pub fn admin(&self, shown: Shown<'_>) -> (Frame, Markup) {
        let head = html! { link rel="stylesheet" href=(assets::url("admin.css")); script type="module" src=(assets::url("admin.js")) {} };
        let parent = shown.parent.unwrap_or(if shown.section == Section::Dashboard {
            crate::ACCOUNT
        } else {
            Section::Dashboard.path()
        });
        let frame = Frame {
            bar: AppBar::Sub { title: String::new(), back: self.url(parent), actions: html! {} },
            current: Some(Tab::Account),
            indexing: Indexing::Hidden,
            head,
            ..self.frame(shown.title)
        };
        let page = AdminPage {
            mark: self.is_trial().then(|| t::admin_trial(self.locale)),
            groups: self.admin_links(shown.section),
            title: shown.heading,
            lead: shown.lead,
            actions: shown.actions,
            body: shown.body,
        };
        (frame, ui::admin_page(self.locale, &page))
    }

    /// The ways to what whoever looks may see.
    fn admin_links(&self, current: Section) -> Vec<Vec<AdminLink>> {
        let may = |section: &&Section| self.reader().is_some_and(|me| me.can(section.needs()));
        let link = |section: &Section| AdminLink {
            icon: section.icon(),
            label: section.label(self.locale),
            href: self.url(section.path()),
            current: *section == current,
        };
        let groups = GROUPS.iter().map(|group| group.iter().filter(may).map(link).collect::<Vec<_>>());
        groups.filter(|group| !group.is_empty()).collect()
    }
}

/// The first page of the panel that somebody may see; `None` for those who run nothing.
pub fn first_for(identity: &crate::Identity) -> Option<Section> {
    GROUPS.iter().copied().flatten().copied().find(|section| identity.can(section.needs()))
}
