//! Forms as pages use them: complete in every language, right without JavaScript, and carrying what the client's
//! checks need.

use i18n::Locale;
use maud::{Markup, html};
use ui::{
    Avatar, Checkbox, Choice, EnterKey, Field, FieldKind, FileField, Form, Frame, PictureEditor, Radios,
    Select, TextArea, Unlike,
};

const KINDS: [FieldKind; 9] = [
    FieldKind::Text,
    FieldKind::Name,
    FieldKind::Email,
    FieldKind::Login,
    FieldKind::Phone,
    FieldKind::Username,
    FieldKind::CurrentPassword,
    FieldKind::NewPassword,
    FieldKind::Code,
];

fn drawn(l: Locale, field: &Field<'_>) -> String {
    ui::field(l, field).into_string()
}

fn field(kind: FieldKind) -> Field<'static> {
    Field { kind, name: "this", label: "This", ..Field::default() }
}

fn choices() -> Vec<Choice> {
    vec![Choice::new("a", "First", false), Choice::new("b", "Second", true)]
}

fn sent(form: &Form<'_>) -> String {
    ui::form(form, &html! { p { "body" } }).into_string()
}

/// Everything that can stand in a form, with something wrong everywhere.
fn everything(l: Locale) -> Markup {
    let error = Some("Wrong <so>");
    let choices = choices();
    let avatar = Avatar { name: "Lina", picture: Some("/p.jpg"), ..Avatar::default() };
    let to = Form { action: "/there", csrf: "token", ..Form::default() };
    let editor = PictureEditor { avatar, name: "picture", form: to, remove: to, most: 20_000_000, error };
    html! {
        @for kind in KINDS { (ui::field(l, &Field { error, hint: Some("Hint"), optional: true, ..field(kind) })) }
        (ui::select(l, &Select { name: "s", label: "S", error, choices: &choices, ..Select::default() }))
        (ui::radios(l, &Radios { name: "r", label: "R", error, choices: &choices, ..Radios::default() }))
        (ui::checkbox(l, &Checkbox { name: "c", label: "C", error, required: true, ..Checkbox::default() }))
        (ui::text_area(l, &TextArea { name: "t", label: "T", error, ..TextArea::default() }))
        (ui::file_field(l, &FileField { name: "f", label: "F", error, accept: "image/png", ..FileField::default() }))
        (ui::choice_chips("genres", "Genres", &choices))
        (ui::picture_editor(l, &editor))
        (ui::problem_summary(l, &[("this", "Wrong <so>")]))
    }
}

#[test]
fn every_field_is_tied_to_its_label_its_hint_and_its_error() {
    for l in Locale::ALL {
        for kind in KINDS {
            let html = drawn(l, &Field { hint: Some("Help"), error: Some("Wrong"), ..field(kind) });
            for part in
                [r#"<label class="field__label" for="this">"#, r#"id="this-hint""#, r#"id="this-error""#]
            {
                assert!(html.contains(part), "no {part} for {kind:?} in {html}");
            }
            let described = html.split("aria-describedby=\"").nth(1).unwrap().split('"').next().unwrap();
            assert!(described.starts_with("this-hint") && described.ends_with("this-error"), "{described}");
            assert!(html.contains(r#"aria-invalid="true""#));
            assert!(html.find("this-hint").unwrap() < html.find("<input").unwrap(), "the hint comes first");
        }
    }
}

#[test]
fn a_field_with_nothing_wrong_says_nothing_is_wrong() {
    let html = drawn(Locale::Fr, &field(FieldKind::Text));
    assert!(!html.contains("aria-invalid") && !html.contains("aria-describedby"), "{html}");
    assert!(html.contains(r#"<p class="field__error" id="this-error" hidden>"#), "{html}");
}

#[test]
fn each_kind_tells_the_browser_what_it_is_for() {
    for (kind, parts) in [
        (FieldKind::Name, [r#"dir="auto""#, r#"autocomplete="name""#, r#"autocapitalize="words""#]),
        (FieldKind::Email, [r#"type="email""#, r#"inputmode="email""#, r#"dir="ltr""#]),
        (FieldKind::Login, [r#"type="text""#, r#"autocomplete="username""#, r#"spellcheck="false""#]),
        (FieldKind::Phone, [r#"type="tel""#, r#"autocomplete="tel""#, r#"dir="ltr""#]),
        (FieldKind::Username, [r#"minlength="3""#, r#"maxlength="30""#, r#"autocapitalize="none""#]),
        (
            FieldKind::CurrentPassword,
            [r#"type="password""#, r#"autocomplete="current-password""#, r#"dir="ltr""#],
        ),
        (FieldKind::NewPassword, [r#"minlength="8""#, r#"autocomplete="new-password""#, r#"dir="ltr""#]),
        (
            FieldKind::Code,
            [r#"autocomplete="one-time-code""#, r#"autocapitalize="characters""#, r#"dir="ltr""#],
        ),
    ] {
        let html = drawn(Locale::Ar, &field(kind));
        for part in parts {
            assert!(html.contains(part), "no {part} for {kind:?} in {html}");
        }
    }
}

#[test]
fn the_sentences_of_the_clients_checks_come_in_the_pages_language() {
    let missing = |l| {
        let html = drawn(l, &field(FieldKind::Email));
        html.split("data-missing=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_ne!(missing(Locale::En), missing(Locale::Fr));
    assert_ne!(missing(Locale::Fr), missing(Locale::Ar));
    let own = drawn(Locale::En, &Field { missing: Some("Say who you are."), ..field(FieldKind::Login) });
    assert!(own.contains(r#"data-missing="Say who you are.""#), "{own}");
    let optional = drawn(Locale::En, &Field { optional: true, ..field(FieldKind::Phone) });
    assert!(!optional.contains("data-missing") && !optional.contains(" required"), "{optional}");
    assert!(optional.contains("(optional)"));
    let depends = drawn(Locale::En, &Field { optional: true, depends: true, ..field(FieldKind::Phone) });
    assert!(!depends.contains("(optional)") && !depends.contains(" required"), "{depends}");
}

#[test]
fn a_colour_is_typed_and_picked_only_where_a_script_shows_how() {
    let html = drawn(Locale::En, &Field { value: "#322318", label: "Ground", ..field(FieldKind::Colour) });
    assert!(html.contains(r##"type="text" value="#322318" dir="ltr""##), "{html}");
    let picker = html.split("type=\"color\"").nth(1).unwrap();
    assert!(
        picker.starts_with(" hidden aria-label=\"Choose a colour: ") && picker.contains("Ground"),
        "{html}"
    );
    assert_eq!(html.matches(" name=").count(), 1, "only what is typed is sent: {html}");
}

#[test]
fn a_password_never_comes_back_and_can_be_shown_only_by_a_script() {
    for kind in [FieldKind::CurrentPassword, FieldKind::NewPassword] {
        let html = drawn(Locale::En, &Field { value: "secret", ..field(kind) });
        assert!(!html.contains("secret"), "{html}");
        assert!(html.contains(r#"type="button" hidden data-reveals="this""#), "{html}");
    }
}

#[test]
fn the_rules_of_a_new_password_are_a_hint_that_stands_there_from_the_beginning() {
    let unlike = Unlike { fields: &["username", "email"], words: &[] };
    let html = drawn(Locale::Fr, &Field { unlike, ..field(FieldKind::NewPassword) });
    assert!(html.contains(r#"aria-describedby="this-rules""#), "{html}");
    assert!(html.contains("8 caractères") && html.contains("nom d’utilisateur"), "{html}");
    assert!(html.contains(r#"data-unlike-fields="username email""#), "{html}");
    assert!(html.contains("data-met hidden"), "nothing is met before a script says so: {html}");
    let alone = drawn(Locale::Fr, &field(FieldKind::NewPassword));
    assert_eq!(alone.matches("data-rule=").count(), 1);
}

#[test]
fn a_form_carries_its_token_in_its_body_and_one_with_a_file_in_its_address() {
    let form = Form { action: "/en/x", csrf: "abc", next: Some("/en/cart"), ..Form::default() };
    let html = sent(&form);
    assert!(html.contains(r#"method="post" action="/en/x""#), "{html}");
    assert!(html.contains(r#"<input type="hidden" name="csrf" value="abc">"#), "{html}");
    assert!(html.contains(r#"<input type="hidden" name="next" value="/en/cart">"#), "{html}");

    let file = sent(&Form { multipart: true, ..form });
    assert!(file.contains(r#"action="/en/x?csrf=abc" enctype="multipart/form-data""#), "{file}");
    assert!(!file.contains(r#"name="csrf""#), "{file}");
    let more = sent(&Form { multipart: true, action: "/en/x?y=1", ..form });
    assert!(more.contains(r#"action="/en/x?y=1&amp;csrf=abc""#), "{more}");
}

#[test]
fn a_form_of_a_visitor_has_no_token() {
    for multipart in [false, true] {
        let html = sent(&Form { action: "/en/sign-in", multipart, ..Form::default() });
        assert!(!html.contains("csrf"), "{html}");
    }
}

#[test]
fn whoever_is_signed_in_changes_colours_with_their_token() {
    let frame = Frame { csrf: Some("abc".to_owned()), ..Frame::new(Locale::En, "Account") };
    let html = ui::frame(&frame, &html! {}).into_string();
    assert!(html.contains(r#"<meta name="csrf-token" content="abc">"#), "{html}");
    assert!(html.contains(r#"<input type="hidden" name="csrf" value="abc">"#), "{html}");
    assert!(!ui::frame(&Frame::new(Locale::En, "Home"), &html! {}).into_string().contains("csrf"));
}

#[test]
fn a_summary_takes_the_focus_and_leads_to_the_fields() {
    let html = ui::problem_summary(Locale::Fr, &[("email", "Déjà prise"), ("code", "Expiré")]).into_string();
    assert!(html.contains(r#"tabindex="-1" autofocus"#), "{html}");
    assert!(html.contains(r##"<a href="#email">"##) && html.contains(r##"<a href="#code">"##), "{html}");
    let frame = Frame { has_problems: true, ..Frame::new(Locale::Fr, "Connexion") };
    let page = ui::frame(&frame, &html! {}).into_string();
    assert!(page.contains("<title>Erreur\u{a0}: "), "{page}");
}

#[test]
fn what_a_summary_leads_to_is_there_for_groups_as_well() {
    let l = Locale::En;
    let radios = Radios { name: "theme", label: "Theme", choices: &choices(), ..Radios::default() };
    assert!(ui::radios(l, &radios).into_string().contains(r#"id="theme""#));
    assert!(ui::choice_chips("genres", "Genres", &choices()).into_string().contains(r#"id="genres""#));
}

#[test]
fn what_is_chosen_is_chosen() {
    let l = Locale::En;
    let list = choices();
    let select =
        ui::select(l, &Select { name: "s", label: "S", choices: &list, ..Select::default() }).into_string();
    assert!(select.contains(r#"<option value="b" selected>"#), "{select}");
    let chips = ui::choice_chips("genres", "Genres", &list).into_string();
    assert!(chips.contains(r#"name="genres" value="b" checked"#), "{chips}");
    assert!(chips.contains(r#"name="genres" value="a">"#), "{chips}");
    let radios =
        ui::radios(l, &Radios { name: "r", label: "R", choices: &list, ..Radios::default() }).into_string();
    assert!(radios.contains(r#"value="b" checked"#), "{radios}");
}

#[test]
fn a_picture_can_be_removed_only_where_there_is_one() {
    let l = Locale::En;
    let to = Form { action: "/en/account/picture", csrf: "abc", ..Form::default() };
    let remove = Form { action: "/en/account/picture/remove", csrf: "abc", ..Form::default() };
    let avatar = Avatar { name: "Lina Haddad", ..Avatar::default() };
    let editor = PictureEditor { avatar, name: "picture", form: to, remove, most: 20_000_000, error: None };
    let without = ui::picture_editor(l, &editor).into_string();
    assert!(!without.contains("/remove"), "{without}");
    assert!(
        without.contains(r#"action="/en/account/picture?csrf=abc" enctype="multipart/form-data""#),
        "{without}"
    );
    assert!(without.contains(r#"accept="image/jpeg,image/png,image/webp""#), "{without}");
    let with = PictureEditor { avatar: Avatar { picture: Some("/p.jpg"), ..avatar }, ..editor };
    assert!(ui::picture_editor(l, &with).into_string().contains("/remove"));
}

#[test]
fn only_the_field_that_is_told_to_opens_the_page() {
    assert!(!drawn(Locale::En, &field(FieldKind::Email)).contains("autofocus"));
    let first = Field { autofocus: true, enter_key: EnterKey::Go, ..field(FieldKind::Email) };
    let html = drawn(Locale::En, &first);
    assert!(html.contains(" autofocus") && html.contains(r#"enterkeyhint="go""#), "{html}");
}

#[test]
fn what_is_filled_in_is_text_whatever_it_contains() {
    let evil = r#""><script>alert(1)</script>"#;
    for l in Locale::ALL {
        let html = drawn(l, &Field { value: evil, error: Some(evil), label: evil, ..field(FieldKind::Text) });
        assert!(!html.contains("<script"), "{html}");
        assert!(!everything(l).into_string().contains("<so>"));
    }
}

#[test]
fn every_class_of_a_form_has_a_style_and_nothing_is_inline() {
    let sheet = |name| String::from_utf8_lossy(assets::get(name).unwrap().bytes).into_owned();
    // Forms are on pages of one's own too.
    let sheet = sheet("app.css") + &sheet("own.css");
    for l in Locale::ALL {
        let html = ui::form(&Form::default(), &everything(l)).into_string();
        let missing: Vec<&str> = html
            .split("class=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .flat_map(str::split_whitespace)
            .filter(|class| class.contains("__") && !sheet.contains(&format!(".{class}")))
            .collect();
        assert_eq!(missing, Vec::<&str>::new());
        assert!(!html.contains(" style=") && !html.contains(" onclick"), "{html}");
    }
}

#[test]
fn the_picture_editor_brings_its_own_script_which_no_other_page_loads() {
    assert_ne!(assets::url("picture.js"), assets::UNKNOWN);
    let page = ui::frame(&Frame::new(Locale::En, "Home"), &html! {}).into_string();
    assert!(!page.contains(assets::url("picture.js")));
    assert!(everything(Locale::En).into_string().contains(assets::url("picture.js")));
}

#[test]
fn the_islands_stay_light() {
    let wire = |name| assets::get(name).map_or(0, |asset| asset.br.unwrap_or(asset.bytes).len());
    // Every page has it, with the word that the connection is lost and what waits for it: less than half of what a page may
    // weigh in scripts.
    assert!(wire("app.js") < 10 * 1024, "{} bytes", wire("app.js"));
    assert!(wire("picture.js") < 4 * 1024, "{} bytes", wire("picture.js"));
}
