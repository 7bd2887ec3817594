//! What a page says once after something was done: kept in a cookie between the form's answer (a redirect) and the
//! page that it leads to. Where it can be undone, the cookie says how as well, and the notice has a button.

use axum::response::{IntoResponse as _, Redirect, Response};
use http::header;
use i18n::Locale;
use ui::{KeepWords, NoticeKind};

use crate::cookies;
use crate::page::Page;
use crate::t;

macro_rules! notices {
    ($($(#[doc = $doc:literal])+ $name:ident $word:literal $message:ident;)+) => {
        /// Something that was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Notice { $($(#[doc = $doc])+ $name),+ }

        impl Notice {
            pub(crate) const ALL: &[Self] = &[$(Self::$name),+];

            /// The word in the cookie.
            pub(crate) const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// The header that leaves it for the next page.
            pub fn cookie(self, https: bool) -> http::HeaderValue {
                cookies::notice(self.word(), https)
            }

            /// What the reader is told.
            pub fn text(self, l: Locale) -> &'static str {
                match self { $(Self::$name => t::$message(l)),+ }
            }
        }
    };
}

notices! {
    /// The account is made, its code on the way.
    SignedUp "signed-up" notice_signed_up;
    /// The address is verified.
    Verified "verified" notice_verified;
    /// A new code is on its way.
    CodeSent "code-sent" notice_code_sent;
    /// Signed out here.
    SignedOut "signed-out" notice_signed_out;
    /// The profile was changed.
    ProfileSaved "profile-saved" notice_profile_saved;
    /// The picture was changed.
    PictureSaved "picture-saved" notice_picture_saved;
    /// The picture was removed.
    PictureRemoved "picture-removed" notice_picture_removed;
    /// The password was changed.
    PasswordChanged "password-changed" notice_password_changed;
    /// The password was changed by a code.
    PasswordReset "password-reset" notice_password_reset;
    /// The address was changed.
    EmailChanged "email-changed" notice_email_changed;
    /// The favourite genres were changed.
    GenresSaved "genres-saved" notice_genres_saved;
    /// Language and colours were changed.
    PreferencesSaved "preferences-saved" notice_preferences_saved;
    /// A session was ended.
    SessionEnded "session-ended" notice_session_ended;
    /// All other sessions were ended.
    SessionsEnded "sessions-ended" notice_sessions_ended;
    /// The account is gone.
    AccountDeleted "account-deleted" notice_account_deleted;
    /// A receipt is on its way by mail.
    ReceiptSent "receipt-sent" notice_receipt_sent;
    /// A book is a favourite.
    FavoriteAdded "favorite-added" notice_favorite_added;
    /// A book is a favourite no more.
    FavoriteRemoved "favorite-removed" notice_favorite_removed;
    /// A book is kept for later.
    BookmarkAdded "bookmark-added" notice_bookmark_added;
    /// A book is kept for later no more.
    BookmarkRemoved "bookmark-removed" notice_bookmark_removed;
    /// A book was ticked off as read.
    ReadMarked "read-marked" notice_read_marked;
    /// The tick is gone.
    ReadUnmarked "read-unmarked" notice_read_unmarked;
    /// A book is finished.
    BookFinished "book-finished" notice_book_finished;
    /// A book is finished no more.
    BookUnfinished "book-unfinished" notice_book_unfinished;
    /// A book is not recommended again.
    BookDismissed "book-dismissed" notice_book_dismissed;
    /// A book may be recommended again.
    BookWantedAgain "book-wanted-again" notice_book_wanted_again;
    /// An entry of the history is gone.
    HistoryRemoved "history-removed" notice_history_removed;
    /// An entry of the history is back.
    HistoryPutBack "history-put-back" notice_history_put_back;
    /// A history is empty.
    HistoryCleared "history-cleared" notice_history_cleared;
    /// The shop is asked for a book.
    BookRequested "book-requested" notice_book_requested;
    /// The history is paused.
    HistoryPaused "history-paused" notice_history_paused;
    /// The history is kept again.
    HistoryResumed "history-resumed" notice_history_resumed;
    /// What a book is was changed.
    BookSaved "book-saved" notice_book_saved;
    /// A draft was thrown away.
    BookRemoved "book-removed" notice_book_removed;
    /// The front page is arranged otherwise.
    HomeSaved "home-saved" notice_home_saved;
    /// What a name says was changed.
    NameSaved "name-saved" notice_name_saved;
    /// A name was put into another.
    NamesMerged "names-merged" notice_names_merged;
    /// Books of a name were given to another.
    NamesSplit "names-split" notice_names_split;
    /// Two names do not mean the same.
    NamesDiffer "names-differ" notice_names_differ;
    /// A name was thrown away.
    NameRemoved "name-removed" notice_name_removed;
    /// A change was taken back.
    ChangeUndone "change-undone" notice_change_undone;
    /// A book was rated.
    RatingSaved "rating-saved" notice_rating_saved;
    /// A rating was taken back.
    RatingRemoved "rating-removed" notice_rating_removed;
    /// Something was said.
    CommentPosted "comment-posted" notice_comment_posted;
    /// Something was said that a moderator looks at first.
    CommentHeld "comment-held" notice_comment_held;
    /// A comment was changed.
    CommentChanged "comment-changed" notice_comment_changed;
    /// A comment was deleted.
    CommentDeleted "comment-deleted" notice_comment_deleted;
    /// Moderators were told about a comment.
    CommentReported "comment-reported" notice_comment_reported;
    /// Nothing was done: the comment is gone.
    CommentGone "comment-gone" notice_comment_gone;
    /// Nothing was done: the account is suspended from the talk.
    TalkSuspended "talk-suspended" notice_talk_suspended;
    /// A book is in the cart.
    CartAdded "cart-added" notice_cart_added;
    /// A book is in the cart no more.
    CartRemoved "cart-removed" notice_cart_removed;
    /// There is no room in the cart for a book.
    CartFull "cart-full" notice_cart_full;
    /// A book is not put into the cart, since its reader has it.
    AlreadyOwned "already-owned" notice_already_owned;
    /// A book cannot be bought.
    NotForSale "not-for-sale" notice_not_for_sale;
    /// Of what was in the browser's cart some had no room in the reader's.
    CartOverfull "cart-overfull" notice_cart_overfull;
    /// A free book is in the library.
    BookClaimed "book-claimed" notice_book_claimed;
    /// A book was in the library before.
    BookOwned "book-owned" notice_book_owned;
    /// The address is to be verified first.
    VerifyFirst "verify-first" notice_verify_first;
    /// Books that cost nothing were ordered.
    BooksBought "books-bought" notice_books_bought;
    /// An order was given up.
    OrderCancelled "order-cancelled" notice_order_cancelled;
    /// The payment gateway was asked about an order.
    GatewayAsked "gateway-asked" notice_gateway_asked;
    /// It was decided that money goes back.
    RefundDecided "refund-decided" notice_refund_decided;
    /// A second admin agreed to that.
    RefundAgreed "refund-agreed" notice_refund_agreed;
    /// A second admin did not.
    RefundDeclined "refund-declined" notice_refund_declined;
    /// The money was sent.
    RefundSettled "refund-settled" notice_refund_settled;
    /// Something about somebody was changed by an admin.
    UserSaved "user-saved" notice_user_saved;
    /// A mail to somebody is on its way once more.
    MailSent "mail-sent" notice_mail_sent;
    /// Somebody was given a book.
    BookGiven "book-given" notice_book_given;
    /// It was taken back.
    BookTaken "book-taken" notice_book_taken;
    /// What the owner decides was changed.
    SettingsSaved "settings-saved" notice_settings_saved;
}

impl Notice {
    /// How it is told.
    pub(crate) const fn kind(self) -> NoticeKind {
        match self {
            Self::CommentGone
            | Self::TalkSuspended
            | Self::CartFull
            | Self::AlreadyOwned
            | Self::NotForSale
            | Self::CartOverfull
            | Self::BookOwned
            | Self::VerifyFirst => NoticeKind::Info,
            _ => NoticeKind::Success,
        }
    }
}

/// Where the button of a notice that can be undone sends its form, after the language: `what` says what is to be done,
/// `next` where one goes on. Whoever left the notice answers it.
pub const UNDO: &str = "/undo";

/// Stands in the cookie before what undoes it.
const UNDONE_BY: char = '~';

/// A notice as the cookie has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) notice: Notice,
    /// What undoes it.
    pub(crate) undo: Option<String>,
}

impl Left {
    pub(crate) fn read(value: &str) -> Option<Self> {
        let (word, undo) =
            value.split_once(UNDONE_BY).map_or((value, None), |(word, undo)| (word, Some(undo)));
        let notice = Notice::ALL.iter().copied().find(|notice| notice.word() == word)?;
        Some(Self { notice, undo: undo.map(str::to_owned) })
    }
}

impl Page {
    /// Leads to a page of the same language (`/account`) after a change, with something to say there.
    pub fn done(&self, path: &str, notice: Notice) -> Response {
        self.done_at(&self.url(path), notice)
    }

    /// Leads to any address of this site after a change.
    pub fn done_at(&self, address: &str, notice: Notice) -> Response {
        let cookie = cookies::notice(notice.word(), self.is_https());
        ([(header::SET_COOKIE, cookie)], Redirect::to(address)).into_response()
    }

    /// The same for a change that can be undone: `undo`, in the characters of an encoded form and without `~`, is what
    /// [`UNDO`] is asked for then.
    pub fn done_undoably(&self, address: &str, notice: Notice, undo: &str) -> Response {
        let cookie = cookies::notice(&format!("{}{UNDONE_BY}{undo}", notice.word()), self.is_https());
        ([(header::SET_COOKIE, cookie)], Redirect::to(address)).into_response()
    }
}

/// What is said when a book was kept or let go, by scripts too.
pub(crate) fn keep_words(l: Locale, sells: bool) -> KeepWords {
    KeepWords {
        favourite: (t::notice_favorite_added(l), t::notice_favorite_removed(l)),
        later: (t::notice_bookmark_added(l), t::notice_bookmark_removed(l)),
        read: (t::notice_read_marked(l), t::notice_read_unmarked(l)),
        dismissed: (t::notice_book_dismissed(l), t::notice_book_wanted_again(l)),
        cart: sells.then(|| (t::notice_cart_added(l), t::notice_cart_removed(l))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_read_with_and_without_what_undoes_it() {
        let left =
            |undo: Option<&str>| Some(Left { notice: Notice::FavoriteAdded, undo: undo.map(str::to_owned) });
        assert_eq!(Left::read("favorite-added"), left(None));
        assert_eq!(Left::read("favorite-added~favorite.7.no"), left(Some("favorite.7.no")));
        assert_eq!(Left::read("nothing~favorite.7.no"), None);
    }
}
