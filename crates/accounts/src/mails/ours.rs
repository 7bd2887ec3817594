//! What our mails say, as long as the owner says nothing else.

use i18n::Locale;
use web::App;
use web::shop::LetterKind;

use super::{Letter, Part, link_to, shop};
use crate::pages;
use crate::t;

/// The code that shows whose an address is.
pub(super) fn verify(app: &App, l: Locale, name: &str, (code, link): (String, &str)) -> Letter {
    Letter {
        kind: Some(LetterKind::Verify),
        subject: t::mail_verify_subject(l, &shop(app, l)),
        heading: t::mail_verify_heading(l).to_owned(),
        parts: vec![
            Part::Text(t::mail_verify_body(l, name)),
            Part::Code(code),
            link_to(app, l, t::mail_verify_button(l), link),
        ],
        after: vec![t::mail_code_lifetime(l).to_owned(), t::mail_verify_not_you(l).to_owned()],
        ..Letter::default()
    }
}

/// Somebody signed up with an address that is taken.
pub(super) fn known(app: &App, l: Locale, name: &str, username: &str) -> Letter {
    Letter {
        kind: Some(LetterKind::Known),
        names: vec![("username", username.to_owned())],
        subject: t::mail_known_subject(l, &shop(app, l)),
        heading: t::mail_known_heading(l).to_owned(),
        parts: vec![
            Part::Text(t::mail_known_body(l, name, username)),
            link_to(app, l, t::mail_known_button(l), pages::paths::FORGOT),
        ],
        after: vec![t::mail_known_not_you(l).to_owned()],
    }
}

/// The code for another password; `parts` are the codes of all whose address it may be, of whom there is one as a rule.
pub(super) fn reset(app: &App, l: Locale, parts: Vec<Part>, username: Option<&str>) -> Letter {
    Letter {
        // Where several claim an address, the mail has to say whose each code is.
        kind: username.map(|_| LetterKind::Reset),
        names: username.map(|username| ("username", username.to_owned())).into_iter().collect(),
        subject: t::mail_reset_subject(l, &shop(app, l)),
        heading: t::mail_reset_heading(l).to_owned(),
        parts,
        after: vec![t::mail_code_lifetime(l).to_owned(), t::mail_reset_not_you(l).to_owned()],
    }
}

/// The code for another address.
pub(super) fn change(app: &App, l: Locale, name: &str, (code, link): (String, &str)) -> Letter {
    Letter {
        kind: Some(LetterKind::Change),
        subject: t::mail_change_subject(l, &shop(app, l)),
        heading: t::mail_change_heading(l).to_owned(),
        parts: vec![
            Part::Text(t::mail_change_body(l, name)),
            Part::Code(code),
            link_to(app, l, t::mail_change_button(l), link),
        ],
        after: vec![t::mail_code_lifetime(l).to_owned(), t::mail_change_not_you(l).to_owned()],
        ..Letter::default()
    }
}

/// The account has another address now.
pub(super) fn moved(app: &App, l: Locale, name: &str) -> Letter {
    Letter {
        kind: Some(LetterKind::Moved),
        subject: t::mail_moved_subject(l, &shop(app, l)),
        heading: t::mail_moved_heading(l).to_owned(),
        parts: vec![
            Part::Text(t::mail_moved_body(l, name)),
            Part::Text(t::mail_moved_not_you(l).to_owned()),
            contact(app, l),
        ],
        ..Letter::default()
    }
}

/// How the shop is reached by somebody who may be kept out of their account: by mail, by telephone, where it is. Where the
/// owner says nothing, the address that mails come from is all there is.
fn contact(app: &App, l: Locale) -> Part {
    let shop = app.shop();
    let (sender, seller) = (&shop.mail_from, &shop.seller);
    let told = [(t::phone_label(l), &seller.phone), (t::mail_contact_address(l), &seller.address)];
    let mut ways: Vec<(String, String)> = told
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        // The groups of a number would change their places in a line of Arabic.
        .map(|(label, value)| (label.to_owned(), i18n::isolate(value)))
        .collect();
    if ways.is_empty() || sender.takes_answers() {
        ways.insert(0, (t::email_label(l).to_owned(), sender.address()));
    }
    Part::Facts(ways)
}

/// The password was changed.
pub(super) fn password(app: &App, l: Locale, name: &str) -> Letter {
    Letter {
        kind: Some(LetterKind::Password),
        subject: t::mail_password_subject(l, &shop(app, l)),
        heading: t::mail_password_heading(l).to_owned(),
        parts: vec![
            Part::Text(t::mail_password_body(l, name)),
            link_to(app, l, t::mail_known_button(l), pages::paths::FORGOT),
        ],
        after: vec![t::mail_password_not_you(l).to_owned()],
        ..Letter::default()
    }
}

/// The account is gone.
pub(super) fn deleted(app: &App, l: Locale, name: &str) -> Letter {
    Letter {
        kind: Some(LetterKind::Deleted),
        subject: t::mail_deleted_subject(l, &shop(app, l)),
        heading: t::mail_deleted_heading(l).to_owned(),
        parts: vec![Part::Text(t::mail_deleted_body(l, name))],
        ..Letter::default()
    }
}

/// A mail about an account as somebody would get it, with a code that is none; `None` for kinds of other features.
pub(super) fn sample(
    app: &App,
    l: Locale,
    kind: LetterKind,
    (name, username): (&str, &str),
) -> Option<Letter> {
    let code = || ("ABCDEFG".to_owned(), pages::paths::VERIFY);
    Some(match kind {
        LetterKind::Verify => verify(app, l, name, code()),
        LetterKind::Known => known(app, l, name, username),
        LetterKind::Reset => {
            let words = Part::Text(t::mail_reset_body(l, name, username));
            let link = link_to(app, l, t::mail_reset_button(l), pages::paths::RESET);
            reset(app, l, vec![words, Part::Code(code().0), link], Some(username))
        }
        LetterKind::Change => change(app, l, name, code()),
        LetterKind::Moved => moved(app, l, name),
        LetterKind::Password => password(app, l, name),
        LetterKind::Deleted => deleted(app, l, name),
        LetterKind::Receipt | LetterKind::Credit => return None,
    })
}
