//! The sample pages of an account: signing in and up, the code, the genres, the hub, its settings, a confirmation.

use i18n::Locale;
use maud::{Markup, html};
use ui::{
    Alert, AppBar, Avatar, Button, ButtonKind, Checkbox, Choice, Confirm, Device, EnterKey, Field, FieldKind,
    Form, Frame, Hub, Icon, NoticeKind, PictureEditor, Radios, Row, Select, SessionRow, SignPage, Signed,
    Tab, TextArea, Theme, Tone, Unlike, Variant,
};

use crate::pages::frame;
use crate::words::{self, say};

const NAME: &str = "Lina Haddad";
const USERNAME: &str = "lina.haddad";
const TOKEN: &str = "token";

fn sign_frame(l: Locale, theme: Theme, title: &str) -> Frame {
    Frame {
        variant: Variant::Sign,
        bar: AppBar::Sub { title: String::new(), back: "/".to_owned(), actions: html! {} },
        ..frame(l, theme, title)
    }
}

fn signed_frame(l: Locale, theme: Theme, title: &str) -> Frame {
    Frame {
        bar: AppBar::Sub { title: String::new(), back: "/account".to_owned(), actions: html! {} },
        current: Some(Tab::Account),
        reader: Some(Signed { name: NAME.to_owned(), picture: None, href: "/account".to_owned() }),
        csrf: Some(TOKEN.to_owned()),
        ..frame(l, theme, title)
    }
}

fn send(label: &str) -> Markup {
    ui::button(&Button { label, ..Button::default() }, None)
}

fn to(action: &str) -> Form<'_> {
    Form { action, csrf: TOKEN, ..Form::default() }
}

fn password(l: Locale, kind: FieldKind, name: &'static str) -> Field<'static> {
    let label = match kind {
        FieldKind::CurrentPassword if name == "current" => {
            say(l, "Current password", "Mot de passe actuel", "كلمة السر الحالية")
        }
        FieldKind::NewPassword if name == "new" => {
            say(l, "New password", "Nouveau mot de passe", "كلمة السر الجديدة")
        }
        _ => say(l, "Password", "Mot de passe", "كلمة السر"),
    };
    Field { kind, name, label, enter_key: EnterKey::Go, ..Field::default() }
}

pub(crate) fn sign_in(l: Locale, theme: Theme) -> Markup {
    let title =
        say(l, "Welcome back among your books", "Bon retour parmi vos livres", "مرحبًا بعودتك إلى كتبك");
    let login = Field {
        kind: FieldKind::Email,
        name: "email",
        label: say(l, "E-mail address", "Adresse e-mail", "البريد الإلكتروني"),
        value: "lina.haddad@exemple",
        error: Some(say(
            l,
            "The end of the address is missing, for instance “.dz” or “.com”.",
            "Il manque la fin de l’adresse, par exemple «\u{a0}.dz\u{a0}» ou «\u{a0}.com\u{a0}».",
            "نهاية العنوان ناقصة، مثل «.dz» أو «.com».",
        )),
        autofocus: true,
        ..Field::default()
    };
    let form = html! {
        (ui::field(l, &login))
        (ui::field(l, &password(l, FieldKind::CurrentPassword, "password")))
        p.sign__aside { a href="/forgot" { (say(l, "Forgot your password?", "Mot de passe oublié ?", "نسيت كلمة السر؟")) } }
        (send(say(l, "Sign in", "Se connecter", "تسجيل الدخول")))
    };
    let body = ui::sign_page(&SignPage {
        title,
        lead: None,
        body: ui::form(&Form { action: "/sign-in", next: Some("/"), ..Form::default() }, &form),
        links: ui::sign_link(
            say(l, "New here?", "Nouveau ici ?", "جديد هنا؟"),
            say(l, "Create an account", "Créer un compte", "أنشئ حسابًا"),
            "/sign-up",
        ),
    });
    ui::frame(&sign_frame(l, theme, title), &body)
}

pub(crate) fn sign_up(l: Locale, theme: Theme) -> Markup {
    let title = say(l, "Create your account", "Créez votre compte", "أنشئ حسابك");
    let taken = say(l, "This name is taken.", "Ce nom est déjà pris.", "هذا الاسم مأخوذ.");
    let username = Field {
        kind: FieldKind::Username,
        name: "username",
        label: say(l, "Username", "Nom d’utilisateur", "اسم المستخدم"),
        value: USERNAME,
        hint: Some(say(
            l,
            "Letters, digits, dots. Others see it.",
            "Lettres, chiffres, points. Les autres le voient.",
            "حروف وأرقام ونقاط. يراه الآخرون.",
        )),
        error: Some(taken),
        ..Field::default()
    };
    let email = Field {
        kind: FieldKind::Email,
        name: "email",
        label: say(l, "E-mail address", "Adresse e-mail", "البريد الإلكتروني"),
        value: "lina@exemple.dz",
        ..Field::default()
    };
    let phone = Field {
        kind: FieldKind::Phone,
        name: "phone",
        label: say(l, "Phone", "Téléphone", "الهاتف"),
        value: "+213 551 23 45 67",
        optional: true,
        ..Field::default()
    };
    let new = Field {
        unlike: Unlike { fields: &["username", "email"], words: &[] },
        ..password(l, FieldKind::NewPassword, "password")
    };
    let form = html! {
        (ui::field(l, &username)) (ui::field(l, &email)) (ui::field(l, &new)) (ui::field(l, &phone))
        (send(say(l, "Create the account", "Créer le compte", "أنشئ الحساب")))
    };
    let body = ui::sign_page(&SignPage {
        title,
        lead: None,
        body: html! {
            (ui::problem_summary(l, &[("username", taken)]))
            (ui::form(&Form { action: "/sign-up", ..Form::default() }, &form))
        },
        links: ui::sign_link(
            say(l, "Been here before?", "Déjà inscrit ?", "لديك حساب؟"),
            say(l, "Sign in", "Se connecter", "سجّل الدخول"),
            "/sign-in",
        ),
    });
    ui::frame(&Frame { has_problems: true, ..sign_frame(l, theme, title) }, &body)
}

pub(crate) fn code(l: Locale, theme: Theme) -> Markup {
    let title = say(l, "Verify your address", "Vérifiez votre adresse", "أكّد عنوانك");
    let code = Field {
        kind: FieldKind::Code,
        name: "code",
        label: say(l, "Code", "Code", "الرمز"),
        value: "K7M4-XQ2",
        hint: Some(say(
            l,
            "7 characters, good for an hour.",
            "7 caractères, valable une heure.",
            "7 أحرف وأرقام، صالح لمدة ساعة.",
        )),
        enter_key: EnterKey::Go,
        autofocus: true,
        ..Field::default()
    };
    let form = html! { (ui::field(l, &code)) (send(say(l, "Verify", "Vérifier", "تأكيد"))) };
    let body = ui::sign_page(&SignPage {
        title,
        lead: Some(
            html! { (say(l, "We sent a code to ", "Nous avons envoyé un code à ", "أرسلنا رمزًا إلى ")) bdi { "lina@exemple.dz" } },
        ),
        body: ui::form(&to("/verify"), &form),
        links: html! {
            (ui::form(&to("/resend"), &ui::button(&Button { label: say(l, "Send a new code", "Envoyer un nouveau code", "أرسل رمزًا جديدًا"), kind: ButtonKind::Plain, ..Button::default() }, None)))
        },
    });
    let page = sign_frame(l, theme, title);
    let sent = say(l, "A code is on its way.", "Un code est en route.", "الرمز في طريقه إليك.");
    ui::frame(&Frame { notice: Some(sent.to_owned()), notice_kind: NoticeKind::Info, ..page }, &body)
}

pub(crate) fn genres(l: Locale, theme: Theme) -> Markup {
    let title = say(l, "What do you like to read?", "Qu’aimez-vous lire ?", "ماذا تحب أن تقرأ؟");
    let choices: Vec<Choice> = words::genres(l)
        .iter()
        .enumerate()
        .map(|(at, name)| Choice::new(at.to_string(), *name, at % 3 == 1))
        .collect();
    let form = html! {
        (ui::choice_chips("genres", say(l, "Genres", "Genres", "الأقسام"), &choices))
        (send(say(l, "Go on", "Continuer", "متابعة")))
    };
    let body = ui::sign_page(&SignPage {
        title,
        lead: Some(
            html! { (say(l, "We start our suggestions there.", "Nos suggestions partent de là.", "من هنا تبدأ اقتراحاتنا.")) },
        ),
        body: ui::form(&to("/welcome/genres"), &form),
        links: ui::sign_link("", say(l, "Skip", "Passer", "تخطَّ"), "/"),
    });
    ui::frame(&sign_frame(l, theme, title), &body)
}

pub(crate) fn hub(l: Locale, theme: Theme) -> Markup {
    let title = say(l, "Account", "Compte", "الحساب");
    let row = |icon, label, hint, href| Row { icon, label, hint, href };
    let own = [
        row(
            Icon::User,
            say(l, "Profile", "Profil", "الملف الشخصي"),
            Some(say(l, "Name, picture, phone", "Nom, photo, téléphone", "الاسم والصورة والهاتف")),
            "/account/profile",
        ),
        row(
            Icon::Heart,
            say(l, "Favourite genres", "Genres favoris", "الأقسام المفضلة"),
            Some(say(l, "Novels, History", "Romans, Histoire", "روايات، تاريخ")),
            "/account/genres",
        ),
        row(Icon::Settings, say(l, "Preferences", "Préférences", "التفضيلات"), None, "/account/preferences"),
    ];
    let safe = [
        row(
            Icon::Lock,
            say(l, "Password and devices", "Mot de passe et appareils", "كلمة السر والأجهزة"),
            None,
            "/account/security",
        ),
        row(
            Icon::Mail,
            say(l, "E-mail address", "Adresse e-mail", "البريد الإلكتروني"),
            Some("lina@exemple.dz"),
            "/account/email",
        ),
        row(Icon::Download, say(l, "Your data", "Vos données", "بياناتك"), None, "/account/data"),
    ];
    let unverified = Alert {
        tone: Tone::Warning,
        title: say(l, "Your address is not verified", "Votre adresse n’est pas vérifiée", "عنوانك غير مؤكد"),
        body: ui::button_link(
            &Button {
                label: say(l, "Enter the code", "Saisir le code", "أدخل الرمز"),
                kind: ButtonKind::Plain,
                ..Button::default()
            },
            "/verify",
        ),
    };
    let body = ui::account_hub(
        l,
        &Hub {
            avatar: Avatar { name: NAME, ..Avatar::default() },
            username: USERNAME,
            notes: ui::alert(&unverified),
            groups: &[&own, &safe],
            sign_out: to("/sign-out"),
        },
    );
    let saved = say(l, "Your profile is saved.", "Votre profil est enregistré.", "حُفظ ملفك الشخصي.");
    let bar = AppBar::Shop;
    ui::frame(&Frame { bar, notice: Some(saved.to_owned()), ..signed_frame(l, theme, title) }, &body)
}

pub(crate) fn profile(l: Locale, theme: Theme) -> Markup {
    let title = say(l, "Profile", "Profil", "الملف الشخصي");
    let picture = ui::picture_editor(
        l,
        &PictureEditor {
            avatar: Avatar { name: NAME, picture: Some("/covers/atlas.svg"), ..Avatar::default() },
            name: "picture",
            form: to("/account/picture"),
            remove: to("/account/picture/remove"),
            most: 20_000_000,
            error: None,
        },
    );
    let name = Field {
        kind: FieldKind::Name,
        name: "name",
        label: say(l, "Name", "Nom", "الاسم"),
        value: NAME,
        ..Field::default()
    };
    let languages: Vec<Choice> =
        Locale::ALL.map(|other| Choice::new(other.tag(), other.own_name(), other == l)).to_vec();
    let themes = [
        Choice::new("auto", say(l, "As on this device", "Comme l’appareil", "كما في الجهاز"), true),
        Choice::new("dark", say(l, "Dark", "Sombre", "داكن"), false),
    ];
    let form = html! {
        (ui::field(l, &name))
        (ui::select(l, &Select { name: "locale", label: say(l, "Language", "Langue", "اللغة"), choices: &languages, ..Select::default() }))
        (ui::radios(l, &Radios { name: "theme", label: say(l, "Colours", "Couleurs", "الألوان"), choices: &themes, ..Radios::default() }))
        (ui::text_area(l, &TextArea { name: "note", label: say(l, "Note", "Note", "ملاحظة"), optional: true, ..TextArea::default() }))
        (ui::checkbox(l, &Checkbox { name: "news", label: say(l, "Send me news", "M’envoyer les nouveautés", "أرسل لي الجديد"), hint: Some(say(l, "Once a month.", "Une fois par mois.", "مرة في الشهر.")), ..Checkbox::default() }))
        (send(say(l, "Save", "Enregistrer", "حفظ")))
    };
    let body = ui::account_page(
        title,
        None,
        &html! {
            (ui::settings_section("picture-title", say(l, "Picture", "Photo", "الصورة"), None, &picture))
            (ui::settings_section("about-title", say(l, "About you", "À propos de vous", "عنك"), None, &ui::form(&to("/account/profile"), &form)))
        },
    );
    ui::frame(&signed_frame(l, theme, title), &body)
}

pub(crate) fn security(l: Locale, theme: Theme) -> Markup {
    let title = say(l, "Password and devices", "Mot de passe et appareils", "كلمة السر والأجهزة");
    let new = Field {
        unlike: Unlike { fields: &[], words: &[USERNAME, "lina@exemple.dz"] },
        ..password(l, FieldKind::NewPassword, "new")
    };
    let form = html! {
        (ui::username_for_managers(USERNAME))
        (ui::field(l, &password(l, FieldKind::CurrentPassword, "current")))
        (ui::field(l, &new))
        (send(say(l, "Change the password", "Changer le mot de passe", "غيّر كلمة السر")))
    };
    let active = say(l, "Last active 3 days ago", "Dernière activité il y a 3 jours", "آخر نشاط قبل 3 أيام");
    let session = |device, name, current| SessionRow {
        device,
        name,
        detail: if current { say(l, "Active now", "Active en ce moment", "نشط الآن") } else { active },
        current,
        end: (!current).then_some("/account/sessions/2/end"),
    };
    let list = [
        session(Device::Phone, say(l, "Chrome on Android", "Chrome sur Android", "Chrome على Android"), true),
        session(
            Device::Computer,
            say(l, "Firefox on Windows", "Firefox sous Windows", "Firefox على Windows"),
            false,
        ),
        session(Device::Tablet, say(l, "Safari on iPad", "Safari sur iPad", "Safari على iPad"), false),
        session(Device::App, say(l, "An app", "Une application", "تطبيق"), false),
    ];
    let body = ui::account_page(
        title,
        None,
        &html! {
            (ui::settings_section("password-title", say(l, "Password", "Mot de passe", "كلمة السر"), None, &ui::form(&to("/account/password"), &form)))
            (ui::settings_section("devices-title", say(l, "Devices", "Appareils", "الأجهزة"), Some(say(l, "Where you are signed in.", "Où vous êtes connecté.", "حيث سجّلت الدخول.")), &ui::sessions(l, TOKEN, &list)))
        },
    );
    ui::frame(&signed_frame(l, theme, title), &body)
}

pub(crate) fn confirm(l: Locale, theme: Theme) -> Markup {
    let title = say(
        l,
        "Delete the account lina.haddad?",
        "Supprimer le compte lina.haddad ?",
        "حذف الحساب lina.haddad؟",
    );
    let email = Field {
        kind: FieldKind::Email,
        name: "email",
        label: say(l, "Type your e-mail address", "Saisissez votre adresse e-mail", "اكتب بريدك الإلكتروني"),
        enter_key: EnterKey::Done,
        ..Field::default()
    };
    let step = Confirm {
        title,
        body: html! { p { (say(l, "Your library, your comments and your picture go for ever.", "Votre bibliothèque, vos commentaires et votre photo disparaissent pour toujours.", "ستزول مكتبتك وتعليقاتك وصورتك إلى الأبد.")) } },
        form: to("/account/delete"),
        fields: ui::field(l, &email),
        deed: say(l, "Delete the account", "Supprimer le compte", "احذف الحساب"),
        cancel: "/account/data",
    };
    let end = Confirm {
        title: say(
            l,
            "End all other sessions?",
            "Fermer toutes les autres sessions ?",
            "إنهاء كل الجلسات الأخرى؟",
        ),
        body: html! { p { (say(l, "Three devices are signed out.", "Trois appareils seront déconnectés.", "ستُغلق الجلسات على ثلاثة أجهزة.")) } },
        form: to("/account/sessions/end"),
        fields: html! {},
        deed: say(l, "End them", "Les fermer", "أنهِها"),
        cancel: "/account/security",
    };
    let body = html! {
        (ui::confirm_page(l, &step))
        div.account { (ui::confirm_link(end.deed, "/account/sessions/end", Some("end-all"))) }
        (ui::confirm_dialog(l, "end-all", &end))
    };
    ui::frame(&signed_frame(l, theme, title), &body)
}
