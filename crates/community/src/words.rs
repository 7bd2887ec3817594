//! Words of the talk that stand in the database and in the API.

use catalogue::text_enum;
use i18n::Locale;

use crate::t;

text_enum! {
    /// Whether a comment can be seen.
    pub enum State {
        /// By everybody.
        Visible = "visible",
        /// By its writer and by moderators, one of whom is to look at it.
        Held = "held",
        /// By its writer and by moderators, one of whom hid it.
        Hidden = "hidden",
        /// By nobody: its writer deleted it, and its place stays while there are replies.
        Deleted = "deleted",
    }
}

text_enum! {
    /// Why a comment waits for a moderator.
    pub enum HeldBecause {
        /// Its writer had said the same within a day.
        Repeated = "repeated",
        /// It has a link, and its writer is new.
        Link = "link",
        /// Several readers reported it.
        Reports = "reports",
    }
}

text_enum! {
    /// What is wrong with a comment.
    pub enum Reason {
        /// It advertises something.
        Spam = "spam",
        /// It insults or threatens somebody.
        Abuse = "abuse",
        /// It gives the story away and is not marked.
        Spoiler = "spoiler",
        /// It is not about the book.
        OffTopic = "off_topic",
        /// The law forbids it.
        Illegal = "illegal",
        /// Something else, told in the note.
        Other = "other",
    }
}

impl Reason {
    /// All of them, in the order in which forms show them.
    pub const ALL: [Self; 6] =
        [Self::Spam, Self::Abuse, Self::Spoiler, Self::OffTopic, Self::Illegal, Self::Other];

    /// What people read: in reports, on the moderators' desk, in what writers are told.
    pub fn label(self, l: Locale) -> &'static str {
        match self {
            Self::Spam => t::reason_spam(l),
            Self::Abuse => t::reason_abuse(l),
            Self::Spoiler => t::reason_spoiler(l),
            Self::OffTopic => t::reason_off_topic(l),
            Self::Illegal => t::reason_illegal(l),
            Self::Other => t::reason_other(l),
        }
    }
}

text_enum! {
    /// In which order comments stand.
    pub enum Sort {
        /// The latest first.
        New = "new",
        /// The most liked first; of those with as many likes the latest.
        Top = "top",
    }
}
