//! The account's pages and the way to them, in every language.

use i18n::Locale;
use maud::html;
use ui::{
    AppBar, Avatar, AvatarSize, Confirm, Destination, Device, Form, Frame, Hub, Icon, NoticeKind, Row,
    SessionRow, SignPage, Signed, Tab, Theme, Variant,
};

fn shop(l: Locale) -> Frame {
    let tab = |tab, path: &str| Destination { tab, href: format!("/{}{path}", l.tag()) };
    Frame { destinations: vec![tab(Tab::Home, "/"), tab(Tab::Account, "/account")], ..Frame::new(l, "Page") }
}

fn drawn(frame: &Frame) -> String {
    ui::frame(frame, &html! {}).into_string()
}

fn lina(picture: Option<&str>) -> Signed {
    let href = "/en/account".to_owned();
    Signed { name: "Lina Haddad".to_owned(), picture: picture.map(str::to_owned), href }
}

fn to(action: &str) -> Form<'_> {
    Form { action, csrf: "token", ..Form::default() }
}

#[test]
fn the_bar_leads_a_visitor_to_sign_in_and_a_reader_to_their_account() {
    for l in Locale::ALL {
        let without_accounts = drawn(&shop(l));
        assert!(!without_accounts.contains("bar__account"));
        let visitor = drawn(&Frame { sign_in: Some("/en/sign-in?next=%2F".to_owned()), ..shop(l) });
        assert!(visitor.contains(r#"href="/en/sign-in?next=%2F""#), "{visitor}");
        let reader = drawn(&Frame { sign_in: Some("/x".to_owned()), reader: Some(lina(None)), ..shop(l) });
        assert!(reader.contains(r#"data-initials="LH""#) && !reader.contains(r#"href="/x""#), "{reader}");
        let label =
            reader.split("bar__account--signed").nth(1).unwrap().split("aria-label=\"").nth(1).unwrap();
        assert!(label.split('"').next().unwrap().contains("Lina Haddad"), "{label}");
    }
}

#[test]
fn a_picture_takes_the_place_of_initials() {
    let html = drawn(&Frame { reader: Some(lina(Some("/media/p.jpg"))), ..shop(Locale::En) });
    assert!(html.contains(r#"src="/media/p.jpg" alt="" width="32" height="32""#), "{html}");
    assert!(!html.contains("data-initials"));
    let large = ui::avatar(&Avatar { name: "Lina", picture: Some("/p.jpg"), size: AvatarSize::Large });
    assert!(large.into_string().contains(r#"width="96""#));
}

#[test]
fn a_notice_tells_what_was_done_or_what_to_know() {
    let notice = Some("It is <done>.".to_owned());
    let done = drawn(&Frame { notice: notice.clone(), ..shop(Locale::En) });
    assert!(done.contains(r#"<div class="notice">"#) && done.contains("It is &lt;done&gt;."), "{done}");
    let know = drawn(&Frame { notice, notice_kind: NoticeKind::Info, ..shop(Locale::En) });
    assert!(know.contains(r#"class="notice notice--info""#), "{know}");
}

#[test]
fn the_browsers_own_bar_has_the_colour_of_the_sign_pages_bar() {
    let bar = AppBar::Sub { title: String::new(), back: "/".to_owned(), actions: html! {} };
    let page = |theme| drawn(&Frame { variant: Variant::Sign, bar: bar.clone(), theme, ..shop(Locale::Fr) });
    assert!(page(Theme::Light).contains(r##"<meta name="theme-color" content="#322318">"##));
    assert!(page(Theme::Dark).contains(r##"<meta name="theme-color" content="#e9e4da">"##));
    let html = page(Theme::Auto);
    assert!(html.contains(r#"class="bar bar--sign""#) && html.contains("data-back"), "{html}");
    assert!(!html.contains("destinations"), "a sign page leads nowhere else: {html}");
}

#[test]
fn a_sign_page_has_one_heading_and_says_where_else_to_go() {
    let page = SignPage {
        title: "Welcome back",
        lead: None,
        body: ui::form(&to("/en/sign-in"), &html! {}),
        links: ui::sign_link("New here?", "Create an account", "/en/sign-up"),
    };
    let html = ui::sign_page(&page).into_string();
    assert_eq!(html.matches("<h1>").count(), 1);
    assert!(html.contains(r#"New here?</span> <a href="/en/sign-up">Create an account</a>"#), "{html}");
    let alone = ui::sign_page(&SignPage { links: html! {}, ..page }).into_string();
    assert!(!alone.contains("sign__links"));
}

#[test]
fn the_hub_names_the_reader_leads_on_and_lets_go() {
    let row = |label, hint| Row { icon: Icon::User, label, hint, href: "/en/account/profile" };
    let rows = [row("Profile", Some("Name & picture")), row("Data", None)];
    for l in Locale::ALL {
        let html = ui::account_hub(
            l,
            &Hub {
                avatar: Avatar { name: "لينا", ..Avatar::default() },
                username: "lina",
                notes: html! {},
                groups: &[&rows],
                sign_out: to("/en/sign-out"),
            },
        )
        .into_string();
        assert!(html.contains(r#"<h1 class="account__name" dir="auto">لينا</h1>"#), "{html}");
        assert!(html.contains("@lina") && html.contains("Name &amp; picture"), "{html}");
        assert_eq!(html.matches(r#"class="row""#).count(), 2);
        assert!(html.contains(r#"action="/en/sign-out""#) && html.contains(r#"value="token""#), "{html}");
    }
}

#[test]
fn a_session_says_where_it_is_and_all_but_this_one_can_be_ended() {
    let session = |name, current| SessionRow {
        device: Device::Phone,
        name,
        detail: "Last active today",
        current,
        end: (!current).then_some("/en/account/sessions/7/end"),
    };
    for l in Locale::ALL {
        let list = [session("Chrome on Android", true), session("Safari <on> iPad", false)];
        let html = ui::sessions(l, "token", &list).into_string();
        assert_eq!(html.matches("session__here").count(), 1, "{html}");
        assert_eq!(html.matches("<form").count(), 1, "{html}");
        assert!(html.contains("Safari &lt;on&gt; iPad") && !html.contains("<on>"), "{html}");
        let label = html.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(label.contains("Safari"), "the button says which session: {label}");
    }
}

#[test]
fn before_something_is_lost_the_way_out_comes_first_and_the_deed_last() {
    let confirm = Confirm {
        title: "Delete the account lina?",
        body: html! { p { "All of it goes." } },
        form: to("/en/account/delete"),
        fields: html! {},
        deed: "Delete the account",
        cancel: "/en/account",
    };
    for l in Locale::ALL {
        for html in [ui::confirm_page(l, &confirm), ui::confirm_dialog(l, "delete", &confirm)] {
            let html = html.into_string();
            let (out, deed) =
                (html.find(r#"href="/en/account""#).unwrap(), html.find("button--danger").unwrap());
            assert!(out < deed, "{html}");
            assert!(html.contains("Delete the account lina?"));
        }
    }
    let link = ui::confirm_link("Delete", "/en/account/delete", Some("delete")).into_string();
    assert!(link.contains(r#"href="/en/account/delete" data-opens="delete""#), "{link}");
}
