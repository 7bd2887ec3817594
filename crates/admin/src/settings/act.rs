//! An owner at the settings, for both doors. A change is one transaction with its line in the audit log, and this node takes it
//! up at once; the others do within seconds.

use std::sync::{Arc, LazyLock};
use std::time::Instant;

use accounts::audit::{self, Act, Actor};
use accounts::mails::{Addressee, Letter, Part, link_to, shop};
use axum::extract::FromRequestParts;
use commerce::Commerce;
use http::request::Parts;
use i18n::Locale;
use serde_json::Value;
use web::shop::{self, Change, ChangeError, Changed, Key, LetterKind, Logo, Said, Setting, Shop, Wording};
use web::{App, Client, Error, FieldErrors, Identity, Limiter, OrNotFound as _, Rate, Signed};

use super::{colours, values};
use crate::words::settings as t;

/// How often somebody tries out mails and payments: five times at once, then once in twenty seconds.
static TRIES: LazyLock<Limiter> =
    LazyLock::new(|| Limiter::new(Rate { per_second: 0.05, burst: 5 }, Instant::now()));

/// The key of all settings together in the audit log.
const ALL: i64 = 1;

/// An owner at a client.
pub(super) struct Owner {
    pub(super) app: App,
    me: Arc<Identity>,
    client: Client,
    commerce: Option<Commerce>,
}

impl FromRequestParts<App> for Owner {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        let commerce = parts.extensions.get::<Commerce>().cloned();
        Ok(Self { app: app.clone(), me, client, commerce })
    }
}

/// What came of trying something out.
pub(super) struct Tried {
    /// Whether it works.
    pub(super) works: bool,
    /// What was tried: the address a mail went to, or the gateway with its mode; empty where it is not known.
    pub(super) what: String,
    /// What the other side said, as it said it; empty where it said nothing.
    pub(super) answer: String,
    /// Whether a mail was laid into a folder, where nobody gets it.
    pub(super) is_laid: bool,
}

impl Owner {
    /// The shop as it is, with what was said of it.
    pub(super) async fn look(&self) -> web::Result<(Arc<Shop>, Vec<Said>)> {
        self.app.live.refresh(&self.app.db).await?;
        Ok((self.app.shop(), shop::said(&self.app.db).await?))
    }

    /// Changes settings; each is wanted as it was written, and empty for its default. `base` is the version that was read,
    /// where it matters what changed since.
    pub(super) async fn change(&self, base: Option<i64>, wanted: &[(Setting, String)]) -> web::Result<()> {
        self.app.live.refresh(&self.app.db).await?;
        let wanted: Vec<(Key, Option<String>)> = self
            .checked(wanted)?
            .into_iter()
            .map(|(setting, value)| (Key::Setting(setting), value))
            .collect();
        self.write(base, &wanted).await
    }

    /// Writes the owner's words for a kind of mail in a language; where there are none, it is the shop's own again.
    pub(super) async fn change_letter(
        &self,
        base: Option<i64>,
        (kind, l): (LetterKind, Locale),
        wording: &Wording,
    ) -> web::Result<()> {
        let wording = wording.trimmed();
        let mut errors = FieldErrors::default();
        for (field, wrong) in wording.wrong(kind) {
            values::complain_of_words(&mut errors, (kind, field), wrong);
        }
        errors.into_result()?;
        let kept = (!wording.is_empty()).then(|| serde_json::to_string(&wording)).transpose();
        let kept = kept.map_err(|error| Error::Internal(error.into()))?;
        self.write(base, &[(Key::Letter(kind, l), kept)]).await
    }

    /// Gives the shop a logo, or its own old one back.
    pub(super) async fn change_logo(&self, logo: Option<&Logo>) -> web::Result<()> {
        let kept = logo.map(Logo::write).transpose().map_err(|error| Error::Internal(error.into()))?;
        self.write(None, &[(Key::Logo, kept)]).await
    }

    async fn write(&self, base: Option<i64>, wanted: &[(Key, Option<String>)]) -> web::Result<()> {
        let now = self.app.clock.now();
        let done = self.app.db.transaction(async |tx| {
            let change = Change { base, wanted, by: &self.me.username, now };
            let changed = shop::change(&tx, change).await?;
            if !changed.after.is_empty() {
                let act = Act {
                    act: "settings.change",
                    subject_kind: "settings",
                    subject_id: ALL,
                    before: &told(&changed, Side::Before),
                    after: &told(&changed, Side::After),
                };
                audit::note(&tx, Actor::from((&*self.me, self.client)), act, now).await?;
            }
            Ok(())
        });
        done.await.map_err(refusal)?;
        // It is said and stays so, whether or not this node hears of it now.
        if let Err(error) = self.app.live.refresh(&self.app.db).await {
            tracing::warn!(%error, "Could not take up a change of the settings at once");
        }
        Ok(())
    }

    fn checked(&self, wanted: &[(Setting, String)]) -> web::Result<Vec<(Setting, Option<String>)>> {
        let (ground, currency) = (self.app.live.ground(), self.app.settings.currency);
        let shop = self.app.shop();
        let mut errors = FieldErrors::default();
        let mut checked = Vec::with_capacity(wanted.len());
        for (setting, text) in wanted {
            if let Some(fixed) = ground.fixed.get(setting) {
                let set_with = fixed.set_with.clone();
                errors.add(setting.name(), "fixed", move |l| t::fixed(l, &set_with));
                continue;
            }
            match setting.check(text, currency) {
                // A form brings back what it showed: a default that nobody touched stays one.
                Ok(Some(value)) if value == shop.value(*setting) => {}
                Ok(value) => {
                    colours::check(&mut errors, *setting, value.as_deref());
                    checked.push((*setting, value));
                }
                Err(wrong) => values::complain(&mut errors, *setting, wrong),
            }
        }
        if errors.is_empty() && !self.is_default_offered(&checked) {
            errors.add(Setting::DefaultLanguage.name(), "not_offered", t::not_offered);
        }
        errors.into_result()?;
        Ok(checked)
    }

    /// Whether the language of whoever asks for none would be offered after a change.
    fn is_default_offered(&self, checked: &[(Setting, Option<String>)]) -> bool {
        let shop = self.app.shop();
        let then = |setting: Setting| {
            let wanted = checked.iter().rev().find(|(wanted, _)| *wanted == setting);
            wanted.map_or_else(
                || shop.value(setting),
                |(_, value)| value.clone().or(setting.default().map(str::to_owned)).unwrap_or_default(),
            )
        };
        let is_wanted = |setting: Setting| checked.iter().any(|(wanted, _)| *wanted == setting);
        let touched = is_wanted(Setting::Languages) || is_wanted(Setting::DefaultLanguage);
        !touched || then(Setting::Languages).split(',').any(|tag| tag == then(Setting::DefaultLanguage))
    }

    /// Sends a mail to whoever asks, now.
    pub(super) async fn test_mail(&self, l: Locale) -> web::Result<Tried> {
        self.client.within_own(&TRIES, self.me.user)?;
        let to = Addressee::find(&self.app, self.me.user).await?.or_404()?;
        let name = shop(&self.app, l);
        let letter = Letter {
            subject: t::test_mail_subject(l, &name),
            heading: t::test_mail_heading(l).to_owned(),
            parts: vec![
                Part::Text(t::test_mail_body(l, &self.me.username, &name)),
                link_to(&self.app, l, t::test_mail_button(l), super::Tab::Mail.path()),
            ],
            ..Letter::default()
        };
        let what = to.email().to_owned();
        let into_folder = self.app.mail.mailbox().is_some();
        Ok(match to.try_out(&self.app, l, &letter).await {
            // A folder takes everything, and hands nothing on.
            Ok(_) if into_folder => {
                let answer = t::test_mail_laid(l, &what);
                Tried { works: false, what, answer, is_laid: true }
            }
            Ok(answer) => Tried { works: true, what, answer, is_laid: false },
            Err(error) => Tried { works: false, what, answer: error.to_string(), is_laid: false },
        })
    }

    /// Asks the payment gateway for something that costs nothing.
    pub(super) async fn test_payment(&self) -> web::Result<Tried> {
        self.client.within_own(&TRIES, self.me.user)?;
        let asked = match &self.commerce {
            Some(commerce) => commerce.ask_gateway().await,
            None => None,
        };
        match asked {
            Some(Ok(what)) => Ok(Tried { works: true, what, answer: String::new(), is_laid: false }),
            Some(Err(answer)) => Ok(Tried { works: false, what: String::new(), answer, is_laid: false }),
            None => Err(Error::conflict("payments_off", t::payments_off)),
        }
    }

    /// Whether there is a gateway, which takes payments.
    pub(super) fn takes_payments(&self) -> bool {
        self.commerce.as_ref().is_some_and(Commerce::takes_payments)
    }
}

/// A side of a change.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

/// What differs, as the audit log keeps it.
fn told(changed: &Changed, side: Side) -> Value {
    let values = match side {
        Side::Before => &changed.before,
        Side::After => &changed.after,
    };
    let named = |(key, value): (&Key, &Option<String>)| {
        let value = value.clone().map(|text| match key {
            Key::Setting(_) => Value::String(text),
            Key::Letter(..) => Value::String(values::wording_in_line(&text)),
            // A picture is no word; its mark tells it from the one that it replaces.
            Key::Logo => Value::String(Logo::told(&text)),
        });
        (key.name(), value.unwrap_or_default())
    };
    Value::Object(values.iter().map(named).collect())
}

fn refusal(error: ChangeError) -> Error {
    match error {
        ChangeError::Database(error) => error.into(),
        ChangeError::Meanwhile { keys, by } => Error::conflict("changed_meanwhile", move |l| {
            let names: Vec<String> = keys.iter().map(|key| values::name(l, *key)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            t::changed_meanwhile(l, &by, &i18n::list_and(l, &names))
        }),
    }
}
