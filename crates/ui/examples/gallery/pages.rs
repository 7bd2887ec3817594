//! The sample pages.

use i18n::Locale;
use maud::{Markup, html};
use ui::{
    Alert, AppBar, Applied, Bar, BookCard, BookHero, Button, ButtonKind, CardIn, Choice, Crumb, Destination,
    ErrorPage, Fact, Filters, Frame, Group, Icon, Loading, RailTab, Rating, SeeAll, Tab, Theme, Tone,
    Written,
};

use crate::account;
use crate::books::BOOKS;
use crate::words::{about, genres, lists, say};

/// Every page by name.
pub(crate) fn all(l: Locale, theme: Theme) -> Vec<(&'static str, Markup)> {
    vec![
        ("home", home(l, theme, false)),
        ("home-full", home(l, theme, true)),
        ("list", list(l, theme)),
        ("book", book(l, theme, false)),
        ("book-full", book(l, theme, true)),
        ("error", error(l, theme)),
        ("empty", empty(l, theme)),
        ("sign", account::sign_in(l, theme)),
        ("sign-up", account::sign_up(l, theme)),
        ("code", account::code(l, theme)),
        ("genres", account::genres(l, theme)),
        ("hub", account::hub(l, theme)),
        ("profile", account::profile(l, theme)),
        ("security", account::security(l, theme)),
        ("confirm", account::confirm(l, theme)),
    ]
}

pub(crate) fn frame(l: Locale, theme: Theme, title: &str) -> Frame {
    let tab = |tab, path: &str| Destination { tab, href: format!("/{}{path}", l.tag()) };
    Frame {
        theme,
        public_url: "https://shop.example".to_owned(),
        destinations: vec![
            tab(Tab::Home, "/"),
            tab(Tab::Browse, "/browse"),
            tab(Tab::Library, "/library"),
            tab(Tab::Account, "/account"),
        ],
        sign_in: Some(format!("/{}/sign-in", l.tag())),
        current: Some(Tab::Home),
        ..Frame::new(l, title)
    }
}

fn rail(l: Locale, current: usize) -> Vec<RailTab> {
    let tab = |(at, label): (usize, &str)| RailTab {
        label: label.to_owned(),
        href: format!("#{at}"),
        current: at == current,
    };
    lists(l).into_iter().enumerate().map(tab).collect()
}

fn cards(talked_about: bool) -> Vec<BookCard> {
    BOOKS.iter().enumerate().map(|(at, book)| book.card(at, talked_about)).collect()
}

fn genre_chips(l: Locale) -> Markup {
    let chips: Vec<Markup> = genres(l).into_iter().map(|name| ui::chip(name, "#genre", false)).collect();
    html! { div.padded { (ui::chips(&chips)) } }
}

fn home(l: Locale, theme: Theme, full: bool) -> Markup {
    let mut page = frame(l, theme, "");
    page.rail = rail(l, 0);
    let [_, new, best, _] = lists(l);
    let books = cards(full);
    let picks = say(l, "Editors’ picks", "Le choix de la librairie", "اختيارات المكتبة");
    let head = |id, title| SeeAll { id, title, href: Some("#all") };
    let body = html! {
        h1.visually-hidden { (page.brand.in_locale(l)) }
        (ui::shelf(l, &head("picks", picks), &books, Loading::Eager))
        (ui::shelf(l, &head("new", new), &books[4..], Loading::Lazy))
        (ui::section(l, &SeeAll { id: "genres", title: say(l, "Genres", "Genres", "الأقسام"), href: None }, &genre_chips(l)))
        (ui::shelf(l, &head("best", best), &books[2..], Loading::Lazy))
    };
    ui::frame(&page, &body)
}

fn filters(l: Locale) -> Filters {
    let choice = |label: &str, count, chosen| Choice {
        value: label.to_owned(),
        label: label.to_owned(),
        count,
        chosen,
    };
    let all = say(l, "All", "Tous", "الكل");
    let group = |name: &str, legend: &str, labels: &[&str]| Group {
        name: name.to_owned(),
        legend: legend.to_owned(),
        choices: std::iter::once(choice(all, None, true))
            .chain(labels.iter().map(|label| choice(label, Some(12), false)))
            .collect(),
    };
    Filters {
        action: "#list".to_owned(),
        groups: vec![
            group("language", say(l, "Language", "Langue", "اللغة"), &["العربية", "Français", "English"]),
            group("format", say(l, "Format", "Format", "الصيغة"), &["EPUB", "PDF"]),
        ],
        keep: Vec::new(),
    }
}

fn list(l: Locale, theme: Theme) -> Markup {
    let [_, new, ..] = lists(l);
    let mut page = frame(l, theme, new);
    page.rail = rail(l, 1);
    let applied = [Applied { label: "Français".to_owned(), href: "#without".to_owned() }];
    let body = html! {
        div.page-head {
            h1 { (new) }
            div.page-head__tools { (ui::filter_button(l, 1)) (ui::applied_filters(l, &applied, Some(1250))) }
        }
        div.list.list--filtered {
            (ui::filters(l, &filters(l)))
            div.list__books {
                (ui::grid(l, &cards(false), CardIn::Grid, Loading::Eager))
                (ui::load_more(l, "#after"))
            }
        }
    };
    ui::frame(&page, &body)
}

fn hero(l: Locale, full: bool) -> BookHero {
    let book = &BOOKS[1];
    let link =
        |label, kind, icon| ui::button_link(&Button { label, kind, icon, ..Button::default() }, "#read");
    BookHero {
        title: Written::in_language(book.title, book.language),
        subtitle: None,
        authors: vec![(Written::in_language(book.author, book.language), "#author".to_owned())],
        series: None,
        cover: book.hero_cover(),
        rating: full.then_some(Rating { tenths: 42, count: 87 }),
        comments: full.then_some(12),
        summary: [genres(l)[0], say(l, "312 pages", "312 pages", "312 صفحة"), "EPUB", "PDF"]
            .map(Written::new)
            .to_vec(),
        offer: book.offer(),
        actions: html! {
            @if full { (link(say(l, "Add to cart", "Ajouter au panier", "أضِف إلى السلة"), ButtonKind::Primary, Some(Icon::Bag))) }
            (link(
                say(l, "Read a sample", "Lire un extrait", "اقرأ مقتطفًا"),
                if full { ButtonKind::Outline } else { ButtonKind::Primary },
                Some(Icon::BookOpen)
            ))
            @if full { (link(say(l, "Favourites", "Favoris", "المفضلة"), ButtonKind::Outline, Some(Icon::Heart))) }
        },
        note: None,
    }
}

fn book(l: Locale, theme: Theme, full: bool) -> Markup {
    let sample = &BOOKS[1];
    let mut page = frame(l, theme, sample.title);
    let url = "https://shop.example/ar/book/2-madina";
    page.bar =
        AppBar::Sub { title: String::new(), back: "/".to_owned(), actions: ui::share(l, sample.title, url) };
    let crumb =
        |label: &str, href: Option<&str>| Crumb { label: Written::new(label), href: href.map(str::to_owned) };
    let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: html! { bdi { (value) } } };
    let facts = [
        fact(say(l, "Language", "Langue", "اللغة"), say(l, "Arabic", "Arabe", "العربية")),
        fact(say(l, "Pages", "Pages", "الصفحات"), "312"),
        fact(say(l, "Formats", "Formats", "الصيغ"), "EPUB · PDF"),
        fact(say(l, "Publisher", "Éditeur", "الناشر"), "Dar El Warak"),
        fact("ISBN", "978-9947-0-1234-8"),
    ];
    let bars: Vec<Bar> = [(5, 45), (4, 21), (3, 12), (2, 5), (1, 4)]
        .map(|(stars, count)| Bar { stars, count, href: None })
        .to_vec();
    let inner = html! {
        (ui::synopsis(l, &[about(l).to_owned()], page_language(l)))
        (ui::facts(&facts))
    };
    let body = html! {
        (ui::breadcrumb(l, &[crumb(say(l, "Home", "Accueil", "الرئيسية"), Some("/")), crumb(genres(l)[0], Some("#g")), crumb(sample.title, None)]))
        (ui::book_page(l, &hero(l, full), &inner))
        @if full {
            (ui::section(l, &SeeAll { id: "comments", title: say(l, "Ratings and comments", "Notes et commentaires", "التقييمات والتعليقات"), href: None }, &html! {
                div.padded {
                    (ui::histogram(l, Rating { tenths: 42, count: 87 }, &bars))
                    (ui::spoiler(l, &html! { p { "…" } }))
                    (ui::progress_bar(l, 42)) (ui::progress_ring(l, 42))
                }
            }))
        }
        (ui::shelf(l, &SeeAll { id: "series", title: say(l, "By the same author", "Du même auteur", "للمؤلف نفسه"), href: Some("#a") }, &cards(full)[5..], Loading::Lazy))
    };
    ui::frame(&page, &body)
}

fn page_language(l: Locale) -> kernel::Language {
    match l {
        Locale::En => kernel::Language::ENGLISH,
        Locale::Fr => kernel::Language::FRENCH,
        Locale::Ar => kernel::Language::ARABIC,
    }
}

fn error(l: Locale, theme: Theme) -> Markup {
    let title = say(l, "Page not found", "Page introuvable", "الصفحة غير موجودة");
    let home = say(l, "Go to the front page", "Aller à l’accueil", "إلى الصفحة الرئيسية");
    let page = frame(l, theme, title);
    let body = ui::error_page(&ErrorPage {
        status: 404,
        title,
        detail: say(
            l,
            "There is nothing at this address.",
            "Il n’y a rien à cette adresse.",
            "لا شيء في هذا العنوان.",
        ),
        reference: Some("b7c2-41f0"),
        actions: ui::button_link(&Button { label: home, ..Button::default() }, "/"),
    });
    ui::frame(&page, &body)
}

fn empty(l: Locale, theme: Theme) -> Markup {
    let title = genres(l)[1];
    let mut page = frame(l, theme, title);
    page.bar = AppBar::Sub { title: title.to_owned(), back: "/".to_owned(), actions: html! {} };
    let warning = Alert {
        tone: Tone::Danger,
        title: say(l, "Not saved", "Non enregistré", "لم يُحفظ"),
        body: html! { p { (say(l, "Try again.", "Réessayez.", "حاول مجددًا.")) } },
    };
    let body = html! {
        div.page-head { h1 { (title) } }
        (ui::alert(&warning))
        (ui::empty_state(
            say(l, "Nothing here yet.", "Rien ici pour l’instant.", "لا شيء هنا بعد."),
            &ui::button_link(&Button { label: say(l, "All books", "Tous les livres", "كل الكتب"), kind: ButtonKind::Outline, ..Button::default() }, "/"),
        ))
    };
    ui::frame(&page, &body)
}
