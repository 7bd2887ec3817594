//! Made-up books of the gallery, with covers drawn as plain SVG.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use kernel::{Currency, Language, Money};
use ui::{Badge, BookCard, Cover, CoverFile, Offer, Rating, Toggle, Written};

/// One made-up book: slug, title, author, language, ground of its cover, price in centimes.
pub(crate) struct Sample {
    pub(crate) slug: &'static str,
    pub(crate) title: &'static str,
    pub(crate) author: &'static str,
    pub(crate) language: Language,
    ground: &'static str,
    amount: i64,
}

const fn sample(
    slug: &'static str,
    title: &'static str,
    author: &'static str,
    language: Language,
    ground: &'static str,
    amount: i64,
) -> Sample {
    Sample { slug, title, author, language, ground, amount }
}

pub(crate) const BOOKS: [Sample; 12] = [
    sample("passeur", "Le Passeur d’encre", "Lina Haddad", Language::FRENCH, "#1d3f74", 95_000),
    sample("madina", "مدينة الورق", "سمير بن علي", Language::ARABIC, "#98281f", 70_000),
    sample("vents", "Les Vents du Sud", "K. Amrane", Language::FRENCH, "#c69b4d", 0),
    sample("lighthouse", "The Lighthouse", "Leïla Mansouri", Language::ENGLISH, "#24523f", 120_000),
    sample("atlas", "Atlas bleu", "M. Cherif", Language::FRENCH, "#3a2a20", 125_000),
    sample("jardin", "Jardin clos", "A. Rahal", Language::FRENCH, "#693566", 80_000),
    sample("ouargla", "حكايات من ورڨلة وڨالمة", "نعيمة بڨاش", Language::ARABIC, "#1f5f68", 0),
    sample(
        "tea",
        "A Very Long Title about Tea, Salt and the Roads between Them",
        "Ines Tahar and Others",
        Language::ENGLISH,
        "#7a4b20",
        65_050,
    ),
    sample("nedjma", "Nuit de Tlemcen", "Rym Belkacem", Language::FRENCH, "#22306b", 90_000),
    sample("sahra", "رسائل الصحراء", "يوسف العربي", Language::ARABIC, "#8a5a1c", 110_000),
    sample("salt", "Salt Letters", "Omar Said", Language::ENGLISH, "#4a3b57", 75_000),
    sample("port", "Le Port, l’hiver", "Nadia Ferhat", Language::FRENCH, "#2c5a7d", 0),
];

impl Sample {
    fn cover(&self) -> Cover {
        // One drawing serves all widths.
        const FILES: [CoverFile; 3] = [
            CoverFile { width: 132, webp: "", jpeg: "" },
            CoverFile { width: 264, webp: "", jpeg: "" },
            CoverFile { width: 396, webp: "", jpeg: "" },
        ];
        let folder = format!("/covers/{}.svg", self.slug);
        Cover { folder, files: &FILES, width: 264, height: 396, placeholder: None }
    }

    pub(crate) fn offer(&self) -> Offer {
        match self.amount {
            0 => Offer::Free,
            amount => Offer::Price(Money { amount, currency: Currency::DZD }),
        }
    }

    /// The book as a list shows it; `talked_about` adds what later features bring.
    pub(crate) fn card(&self, at: usize, talked_about: bool) -> BookCard {
        let count = i64::try_from(self.title.chars().count()).unwrap_or(0) * 7;
        BookCard {
            href: format!("/book/{}", self.slug),
            title: Written::in_language(self.title, self.language),
            authors: vec![self.author.to_owned()],
            cover: self.cover(),
            offer: if self.slug == "salt" { Offer::NotYetAvailable } else { self.offer() },
            was: None,
            badge: (at == 1).then_some(Badge::New),
            rating: talked_about.then_some(Rating { tenths: 38 + count % 10, count }),
            comments: talked_about.then_some(count / 9),
            favourite: talked_about.then(|| Toggle { action: "/favourite".to_owned(), on: at == 0 }),
            cart: Some(Toggle { action: "#".to_owned(), on: false }),
            progress: None,
            reason: None,
            dismiss: None,
        }
    }

    pub(crate) fn hero_cover(&self) -> Cover {
        self.cover()
    }

    /// Draws the cover into a folder.
    pub(crate) fn draw(&self, folder: &Path) -> io::Result<()> {
        let (x, anchor) = if self.language.is_right_to_left() { (232, "end") } else { (32, "start") };
        let mut lines = String::new();
        for (at, words) in self.title.split_whitespace().collect::<Vec<_>>().chunks(2).enumerate() {
            let down = if at == 0 { 0 } else { 38 };
            let _ = write!(lines, "<tspan x='{x}' dy='{down}'>{}</tspan>", words.join(" "));
        }
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='264' height='396' viewBox='0 0 264 396'>\
             <rect width='264' height='396' fill='{}'/><rect x='12' y='12' width='240' height='372' fill='none' \
             stroke='#fff' stroke-opacity='.4' stroke-width='2'/><g fill='#fff' font-family='serif' \
             text-anchor='{anchor}'><text y='70' font-size='31' font-weight='600'>{lines}</text>\
             <text x='{x}' y='360' font-size='22'>{}</text></g></svg>",
            self.ground, self.author
        );
        fs::write(folder.join(format!("{}.svg", self.slug)), svg)
    }
}
