//! The mails of this feature. A request only says that one is wanted; the job decides what stands in it, makes the code,
//! and sends it. So no request's time tells who has an account, and no code waits in a queue. A job that is tried again
//! makes a new code, which is the only one that counts then. What is asked for too often is not sent (see `quota`): the
//! code that was sent stays good.

mod codes;
mod letter;
pub mod log;
mod ours;
mod quota;

use std::borrow::Cow;

use i18n::Locale;
use jobs::{Job, Registry};
use mail::{Attachment, Mailer, Message, SendError};
use serde::{Deserialize, Serialize};
use web::shop::{LetterKind, Picture, Wording};
use web::{App, UserId};

use crate::code::Purpose;
use crate::email::Email;
use crate::user::User;
use crate::{pages, t};
use codes::{Wanted, issue, issue_one};
pub use letter::{Letter, Part};
use quota::{Answer, Kind, Place};

pub(crate) use quota::tidy;

/// How many accounts that claim an address are told apart in a mail to it.
const CLAIMS: i64 = 3;

/// What is done later.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new()
        .on::<VerificationMail>(verification)
        .on::<ResetMail>(reset)
        .on::<ChangeMail>(change)
        .on::<EmailChangedMail>(email_changed)
        .on::<PasswordChangedMail>(password_changed)
        .on::<AccountDeletedMail>(account_deleted)
}

/// What jobs for somebody's account are about: they go with it.
pub fn about(user: UserId) -> String {
    format!("user:{user}")
}

macro_rules! mail_jobs {
    ($($(#[doc = $doc:literal])+ $name:ident = $kind:literal $(of $user:ident)? { $($field:ident: $ty:ty),+ })+) => {$(
        $(#[doc = $doc])+
        #[derive(Serialize, Deserialize)]
        pub(crate) struct $name { $(pub(crate) $field: $ty),+ }

        impl Job for $name {
            const KIND: &'static str = $kind;
            $(fn about(&self) -> Option<String> {
                Some(about(self.$user))
            })?
        }
    )+};
}

mail_jobs! {
    /// To a new account: its code. If the address belongs to somebody else, to them: a warning.
    VerificationMail = "accounts.verification_mail" of user { user: UserId }
    /// To an address, if somebody has it: the code for a new password.
    ResetMail = "accounts.reset_mail" { folded_email: String, locale: String }
    /// To the address that an account moves to: its code, unless the account has another password by then.
    ChangeMail = "accounts.change_mail" of user { user: UserId, email: String, password_version: i64 }
    /// To the address that an account had.
    EmailChangedMail = "accounts.email_changed_mail" { email: String, name: String, locale: String }
    /// To somebody whose password was changed.
    PasswordChangedMail = "accounts.password_changed_mail" of user { user: UserId }
    /// To somebody whose account is gone.
    AccountDeletedMail = "accounts.account_deleted_mail" { email: String, name: String, locale: String }
}

/// Whom a letter goes to.
struct Recipient<'a> {
    email: &'a str,
    name: &'a str,
    locale: Locale,
    /// Whose account it is about, where there is one.
    user: Option<UserId>,
}

impl<'a> Recipient<'a> {
    fn of(app: &App, user: &'a User) -> Self {
        let name = if user.is_verified() { user.shown_name() } else { user.name_for_strangers() };
        Self { email: &user.email, name, locale: language(app, user.locale()), user: Some(user.id) }
    }
}

async fn verification(app: App, job: VerificationMail) -> anyhow::Result<()> {
    let Some(user) = User::find(&app.db, job.user).await?.filter(|user| !user.is_verified()) else {
        return Ok(());
    };
    let email = address(&user.email)?;
    if let Some(owner) = User::owner(&app.db, &email.folded()).await? {
        return warn(&app, &owner).await;
    }
    let id = [user.id];
    let wanted = Wanted::of(Purpose::Verify, &id, &email);
    let Some((code, place)) = issue_one(&app, &job, wanted).await? else { return Ok(()) };
    let l = language(&app, user.locale());
    let link = format!("{}?account={}&code={code}", pages::paths::VERIFY, user.id);
    let letter = ours::verify(&app, l, user.name_for_strangers(), (code, &link));
    send_counted(&app, place, &Recipient::of(&app, &user), &letter).await
}

/// Somebody signed up with, or moved to, an address that is taken: its owner learns of it, nobody else does.
async fn warn(app: &App, owner: &User) -> anyhow::Result<()> {
    let (folded, now) = (address(&owner.email)?.folded(), app.clock.now());
    let asked = app.db.transaction(async |tx| quota::ask(app, &tx, (&folded, Kind::Warning), now).await);
    let Answer::Granted(place) = asked.await? else { return Ok(()) };
    let l = language(app, owner.locale());
    let letter = ours::known(app, l, owner.shown_name(), &owner.username);
    send_counted(app, place, &Recipient::of(app, owner), &letter).await
}

/// To the owner of an address. Where nobody has shown that it is theirs, to all who claim it (the first of them, if
/// they are many), in one mail with a code for each: whoever reads it knows which account they made, and nobody who
/// claimed the address too keeps them from it.
async fn reset(app: App, job: ResetMail) -> anyhow::Result<()> {
    let users = match User::owner(&app.db, &job.folded_email).await? {
        Some(owner) => vec![owner],
        None => User::first_claims(&app.db, &job.folded_email, CLAIMS).await?,
    };
    let Some(first) = users.first() else { return Ok(()) };
    let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
    let email = address(&first.email)?;
    let Some((codes, place)) = issue(&app, &job, Wanted::of(Purpose::Reset, &ids, &email)).await? else {
        return Ok(());
    };
    // Whoever asks may be somebody else, and the owner may not read their language.
    let asked = Locale::from_tag(&job.locale).filter(|_| !first.is_verified());
    let l = language(&app, asked.unwrap_or_else(|| first.locale()));
    let to = Recipient { locale: l, ..Recipient::of(&app, first) };
    let mut parts = Vec::new();
    if users.len() > 1 {
        parts.push(Part::Text(t::mail_reset_several(l).to_owned()));
    }
    for (user, code) in users.iter().zip(codes) {
        let query: String = form_query(&[("email", email.as_str()), ("code", &code)]);
        let words = match users.len() {
            1 => t::mail_reset_body(l, to.name, &user.username),
            _ => t::mail_reset_of(l, &user.username),
        };
        let link = format!("{}?{query}", pages::paths::RESET);
        parts.extend([Part::Text(words), Part::Code(code), link_to(&app, l, t::mail_reset_button(l), &link)]);
    }
    let only = Some(first.username.as_str()).filter(|_| users.len() == 1);
    let letter = ours::reset(&app, l, parts, only);
    send_counted(&app, place, &to, &letter).await
}

async fn change(app: App, job: ChangeMail) -> anyhow::Result<()> {
    let Some(user) = User::find(&app.db, job.user).await? else { return Ok(()) };
    let email = address(&job.email)?;
    let owner = User::owner(&app.db, &email.folded()).await?;
    if let Some(owner) = owner.filter(|owner| owner.id != user.id) {
        return warn(&app, &owner).await;
    }
    let id = [user.id];
    let wanted = Wanted::of(Purpose::Change, &id, &email).while_password_is(job.password_version);
    let Some((code, place)) = issue_one(&app, &job, wanted).await? else { return Ok(()) };
    let l = language(&app, user.locale());
    let link = format!("{}?account={}&code={code}", pages::paths::VERIFY, user.id);
    let letter = ours::change(&app, l, user.name_for_strangers(), (code, &link));
    let to =
        Recipient { email: email.as_str(), name: user.name_for_strangers(), locale: l, user: Some(user.id) };
    send_counted(&app, place, &to, &letter).await
}

async fn email_changed(app: App, job: EmailChangedMail) -> anyhow::Result<()> {
    let l = language(&app, Locale::from_tag(&job.locale).unwrap_or_default());
    let letter = ours::moved(&app, l, &job.name);
    send(&app, &Recipient { email: &job.email, name: &job.name, locale: l, user: None }, &letter).await
}

async fn password_changed(app: App, job: PasswordChangedMail) -> anyhow::Result<()> {
    // To an address that nobody has verified, which may be a stranger's, nothing is told.
    let Some(user) = User::find(&app.db, job.user).await?.filter(User::is_verified) else { return Ok(()) };
    let l = language(&app, user.locale());
    let letter = ours::password(&app, l, user.shown_name());
    send(&app, &Recipient::of(&app, &user), &letter).await
}

async fn account_deleted(app: App, job: AccountDeletedMail) -> anyhow::Result<()> {
    let l = language(&app, Locale::from_tag(&job.locale).unwrap_or_default());
    let letter = ours::deleted(&app, l, &job.name);
    send(&app, &Recipient { email: &job.email, name: &job.name, locale: l, user: None }, &letter).await
}

fn address(text: &str) -> anyhow::Result<Email> {
    Email::parse(text).map_err(|wrong| anyhow::anyhow!("an address in the database is none: {wrong:?}"))
}

/// The language of a mail to whoever wants this one: the same, or the shop's first where it does not offer it.
pub fn language(app: &App, wanted: Locale) -> Locale {
    app.shop().languages.speak(wanted)
}

/// What the shop is called in a language.
pub fn shop(app: &App, l: Locale) -> String {
    app.shop().brand.in_locale(l).to_owned()
}

fn address_of(app: &App, l: Locale, path: &str) -> String {
    app.settings.public_url.join(&format!("/{}{path}", l.tag()))
}

/// A button that leads to a page of the shop, whose path is the one after the language.
pub fn link_to(app: &App, l: Locale, label: &str, path: &str) -> Part {
    Part::Link { label: label.to_owned(), address: address_of(app, l, path) }
}

fn form_query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

async fn send(app: &App, to: &Recipient<'_>, letter: &Letter) -> anyhow::Result<()> {
    hand_over(app, to, (letter, Vec::new())).await.map_err(told)
}

/// Whom a feature writes to, and in which language.
#[derive(Debug, Clone)]
pub struct Addressee(User);

impl Addressee {
    /// Somebody; `None` where their account is gone, or their address was never verified and may be a stranger's.
    pub async fn find(app: &App, user: UserId) -> db::Result<Option<Self>> {
        Ok(User::find(&app.db, user).await?.filter(User::is_verified).map(Self))
    }

    /// Sends them a mail, from a job. An error is a reason to try again, unless it gives up.
    pub async fn write(
        &self,
        app: &App,
        l: Locale,
        letter: (&Letter, Vec<Attachment>),
    ) -> anyhow::Result<()> {
        let to = Recipient { locale: l, ..Recipient::of(app, &self.0) };
        hand_over(app, &to, letter).await.map_err(told)
    }

    /// Sends them a mail at once and tells what the mail server said: for somebody who looks whether mails go out, and waits
    /// for the answer.
    pub async fn try_out(&self, app: &App, l: Locale, letter: &Letter) -> Result<String, SendError> {
        let to = Recipient { locale: l, ..Recipient::of(app, &self.0) };
        let message = message(app, &to, (letter, Vec::new()));
        mailer(app).send_and_hear(&message, app.clock.now(), &app.random).await
    }

    /// Their address.
    pub fn email(&self) -> &str {
        &self.0.email
    }
}

/// Sends a mail that has its place among those of an address, and gives the place back where it could not be sent.
async fn send_counted(app: &App, place: Place, to: &Recipient<'_>, letter: &Letter) -> anyhow::Result<()> {
    let sent = hand_over(app, to, (letter, Vec::new())).await;
    let noted = match &sent {
        Err(SendError::Transient(_)) => place.give_back(&app.db).await,
        _ => place.confirm(&app.db).await,
    };
    if let Err(error) = noted {
        // It is sent, and must not be sent twice for the sake of the count.
        tracing::warn!(%error, "Could not count a mail");
    }
    sent.map_err(told)
}

async fn hand_over(
    app: &App,
    to: &Recipient<'_>,
    letter: (&Letter, Vec<Attachment>),
) -> Result<(), SendError> {
    let message = message(app, to, letter);
    let sent = mailer(app).send(&message, app.clock.now(), &app.random).await;
    log::note(&app.db, to, &sent, app.clock.now()).await;
    sent
}

/// The way for mails, which come from whom the owner wants.
fn mailer(app: &App) -> Mailer {
    app.mail.from(app.shop().mail_from.clone())
}

/// A letter in the owner's words, where there are some for its kind in this language.
fn worded<'a>(app: &App, l: Locale, name: &str, letter: &'a Letter) -> Cow<'a, Letter> {
    let shop = app.shop();
    let Some(own) = letter.kind.and_then(|kind| shop.letter(kind, l)) else { return Cow::Borrowed(letter) };
    Cow::Owned(in_words(app, l, (name, letter), own))
}

fn in_words(app: &App, l: Locale, (name, letter): (&str, &Letter), own: &Wording) -> Letter {
    let isolated: Vec<(&str, String)> = [("shop", shop(app, l)), ("name", name.to_owned())]
        .into_iter()
        .chain(letter.names.iter().cloned())
        .map(|(place, value)| (place, i18n::isolate(&value)))
        .collect();
    let names: Vec<(&str, &str)> = isolated.iter().map(|(place, value)| (*place, value.as_str())).collect();
    letter.clone().in_words_of(own, &names)
}

/// Our own mail about an account, as somebody would get it; `None` for kinds of other features.
pub fn sample(app: &App, l: Locale, kind: LetterKind, names: (&str, &str)) -> Option<Letter> {
    ours::sample(app, l, kind, names)
}

/// The subject and the plain text of a letter in these words, as somebody of this name would get it.
pub fn preview(app: &App, l: Locale, (name, letter): (&str, &Letter), own: &Wording) -> (String, String) {
    let letter = in_words(app, l, (name, letter), own);
    (plain(&letter.subject), letter.text(l, &shop(app, l), &address_of(app, l, "/")))
}

/// A list of mails shows the subject alone; marks for its directions would be boxes in some.
fn plain(subject: &str) -> String {
    subject.replace(['\u{2068}', '\u{2069}'], "")
}

/// The mail that a letter becomes.
fn message(app: &App, to: &Recipient<'_>, (letter, attachments): (&Letter, Vec<Attachment>)) -> Message {
    let (shop, home) = (shop(app, to.locale), address_of(app, to.locale, "/"));
    let own = app.shop();
    let mark = own.logo.as_ref().map(|logo| logo.address(Picture::Mark));
    let logo = mark.map(|address| app.settings.public_url.join(&address));
    let letter = &worded(app, to.locale, to.name, letter);
    Message {
        to: to.email.to_owned(),
        to_name: Some(to.name.to_owned()),
        subject: plain(&letter.subject),
        text: letter.text(to.locale, &shop, &home),
        html: letter.html(to.locale, (&shop, logo.as_deref()), &home),
        language: to.locale.tag().to_owned(),
        attachments,
    }
}

fn told(error: SendError) -> anyhow::Error {
    match error {
        // Trying again would not help: the address takes no mail.
        SendError::Permanent(_) => jobs::GiveUp::because(error),
        SendError::Transient(_) => error.into(),
    }
}
