//! `/account`: who one is here, and the way to everything that can be changed.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use catalogue::Genre;
use i18n::Locale;
use maud::{Markup, html};
use ui::{
    Alert, AppBar, Avatar, AvatarSize, Button, ButtonKind, Frame, Hub, Icon, Indexing, Row, Tab, Theme, Tone,
};
use web::{App, OrNotFound, Page, Signed};

use super::paths;
use crate::user::User;
use crate::{Accounts, ExtraRow, genres, session, t};

/// Shows it.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
) -> web::Result<Response> {
    let l = page.locale;
    let user = User::find(&app.db, me.user).await?.or_404()?;
    let (sessions, all, chosen) = futures::try_join!(
        session::count(&app.db, (me.user, me.role), app.clock.now()),
        Genre::all(&app.db, l),
        genres::of(&app.db, me.user)
    )?;
    let names: Vec<&str> =
        all.iter().filter(|genre| chosen.contains(&genre.id)).map(|genre| genre.name.as_str()).collect();
    let hints = Hints {
        genres: if names.is_empty() {
            t::genres_none_chosen(l).to_owned()
        } else {
            i18n::list_and(l, &names)
        },
        devices: t::devices(l, sessions),
        extras: accounts.extras().rows.iter().filter(|row| me.can(row.needs)).collect(),
    };
    let avatar = Avatar { name: &me.name, picture: me.picture.as_deref(), size: AvatarSize::Large };
    let hub = view(&page, &user, avatar, &hints);
    let frame = Frame {
        bar: AppBar::Shop,
        current: Some(Tab::Account),
        indexing: Indexing::Hidden,
        ..page.frame(t::account_title(l))
    };
    Ok(page.render(&frame, &hub))
}

/// How things stand, below their names.
struct Hints {
    genres: String,
    devices: String,
    /// What other features bring, of that what is for this person.
    extras: Vec<&'static ExtraRow>,
}

fn view(page: &Page, user: &User, avatar: Avatar<'_>, hints: &Hints) -> Markup {
    let l = page.locale;
    let at = |path: &str| page.url(path);
    let (profile, genres) = (at(paths::PROFILE), at(paths::GENRES));
    let (security, preferences, data) = (at(paths::SECURITY), at(paths::PREFERENCES), at(paths::DATA));
    let row = |icon, label, hint, href| Row { icon, label, hint, href };
    // As the preferences show it, and mails are written: a language that the shop offers.
    let spoken = page.shop().languages.speak(user.locale());
    let looks = format!("{} · {}", spoken.own_name(), theme_name(l, page.theme));
    let yours = [
        row(Icon::User, t::row_profile(l), Some(user.shown_name()), profile.as_str()),
        row(Icon::Tag, t::row_genres(l), Some(hints.genres.as_str()), genres.as_str()),
    ];
    let settings = [
        row(Icon::Lock, t::row_security(l), Some(hints.devices.as_str()), security.as_str()),
        row(Icon::Sliders, t::row_preferences(l), Some(looks.as_str()), preferences.as_str()),
        row(Icon::File, t::row_data(l), None, data.as_str()),
    ];
    let addresses: Vec<String> = hints.extras.iter().map(|row| at(row.path)).collect();
    let further = hints.extras.iter().zip(&addresses);
    let extras: Vec<Row<'_>> = further
        .map(|(extra, href)| row(extra.icon, (extra.label)(l), Some((extra.hint)(l)), href.as_str()))
        .collect();
    let groups: Vec<&[Row<'_>]> =
        [&extras[..], &yours, &settings].into_iter().filter(|group| !group.is_empty()).collect();
    let sign_out = at(paths::SIGN_OUT);
    ui::account_hub(
        l,
        &Hub {
            avatar,
            username: &user.username,
            notes: note(page, user),
            groups: &groups,
            sign_out: ui::Form { action: &sign_out, csrf: page.csrf(), ..ui::Form::default() },
        },
    )
}

/// What an address that nobody verified keeps one from, and the way to change that.
fn note(page: &Page, user: &User) -> Markup {
    let l = page.locale;
    let enter = Button { label: t::unverified_link(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        @if !user.is_verified() {
            (ui::alert(&Alert {
                tone: Tone::Info,
                title: t::unverified_title(l),
                body: html! {
                    p { (t::unverified_body(l, &user.email)) }
                    p { (ui::button_link(&enter, &page.url(paths::VERIFY))) }
                },
            }))
        }
    }
}

/// What the colours are called.
fn theme_name(l: Locale, theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => t::theme_auto(l),
        Theme::Light => t::theme_light(l),
        Theme::Dark => t::theme_dark(l),
    }
}
