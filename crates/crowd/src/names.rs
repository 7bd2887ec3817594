//! Names and titles that look like ones, in three scripts.

use crate::chance::Chance;

/// Given names: as they are written, and in the letters of usernames.
const LATIN: [(&str, &str); 24] = [
    ("Nadia", "nadia"),
    ("Karim", "karim"),
    ("Inès", "ines"),
    ("Omar", "omar"),
    ("Salima", "salima"),
    ("Yanis", "yanis"),
    ("Amel", "amel"),
    ("Rachid", "rachid"),
    ("Élodie", "elodie"),
    ("Farid", "farid"),
    ("Clara", "clara"),
    ("Hugo", "hugo"),
    ("Emma", "emma"),
    ("Jonas", "jonas"),
    ("Zohra", "zohra"),
    ("Mehdi", "mehdi"),
    ("Lucie", "lucie"),
    ("Théo", "theo"),
    ("Sonia", "sonia"),
    ("Bilal", "bilal"),
    ("Agnès", "agnes"),
    ("Tarik", "tarik"),
    ("Noor", "noor"),
    ("Paul", "paul"),
];
const ARABIC: [(&str, &str); 24] = [
    ("ليلى", "leila"),
    ("كريم", "karim"),
    ("سلمى", "salma"),
    ("عمر", "omar"),
    ("نور", "nour"),
    ("يوسف", "youcef"),
    ("أمينة", "amina"),
    ("رشيد", "rachid"),
    ("هدى", "houda"),
    ("فريد", "farid"),
    ("خديجة", "khadija"),
    ("حسن", "hacene"),
    ("مريم", "meriem"),
    ("سمير", "samir"),
    ("زهرة", "zohra"),
    ("مهدي", "mehdi"),
    ("وردة", "warda"),
    ("طارق", "tarek"),
    ("سعاد", "souad"),
    ("بلال", "bilal"),
    ("جميلة", "djamila"),
    ("نبيل", "nabil"),
    ("آسيا", "assia"),
    ("إلياس", "ilyes"),
];
const TIFINAGH: [(&str, &str); 12] = [
    ("ⵜⵉⵣⵉⵔⵉ", "tiziri"),
    ("ⵎⴰⵙⵉⵏ", "massin"),
    ("ⴷⵉⵀⵢⴰ", "dihya"),
    ("ⵢⵓⴱⴰ", "yuba"),
    ("ⵜⵉⵏⵀⵉⵏⴰⵏ", "tinhinan"),
    ("ⵎⵓⵏⵉⴰ", "munia"),
    ("ⴰⴽⵙⵉⵍ", "aksil"),
    ("ⵏⵓⵎⵉⴷⵢⴰ", "numidia"),
    ("ⵉⴷⵉⵔ", "idir"),
    ("ⵙⵉⵍⵉⵏⴰ", "silina"),
    ("ⵖⵉⵍⴰⵙ", "ghiles"),
    ("ⵍⵓⵏⵊⴰ", "lundja"),
];
const FAMILIES: [(&str, &str, &str); 20] = [
    ("Haddad", "حداد", "ⵀⴰⴷⴷⴰⴷ"),
    ("Belkacem", "بلقاسم", "ⴱⵍⵇⴰⵙⵎ"),
    ("Mansouri", "منصوري", "ⵎⴰⵏⵙⵓⵔⵉ"),
    ("Cherif", "شريف", "ⵛⵔⵉⴼ"),
    ("Benali", "بن علي", "ⴱⵏ ⵄⵍⵉ"),
    ("Saadi", "سعدي", "ⵙⵄⴷⵉ"),
    ("Kaci", "قاسي", "ⵇⴰⵙⵉ"),
    ("Meziane", "مزيان", "ⵎⵣⵢⴰⵏ"),
    ("Ouali", "والي", "ⵡⴰⵍⵉ"),
    ("Amrani", "عمراني", "ⵄⵎⵔⴰⵏⵉ"),
    ("Bouzid", "بوزيد", "ⴱⵓⵣⵉⴷ"),
    ("Rahmani", "رحماني", "ⵔⵃⵎⴰⵏⵉ"),
    ("Tahar", "طاهر", "ⵟⴰⵀⵔ"),
    ("Yahia", "يحيى", "ⵢⴰⵃⵢⴰ"),
    ("Zerrouki", "زروقي", "ⵣⵔⵓⵇⵉ"),
    ("Djebbar", "جبار", "ⴵⴱⴱⴰⵔ"),
    ("Lounès", "لوناس", "ⵍⵓⵏⵙ"),
    ("Ferhat", "فرحات", "ⴼⵔⵃⴰⵜ"),
    ("Guendouz", "قندوز", "ⴳⵏⴷⵓⵣ"),
    ("Hamdi", "حمدي", "ⵃⵎⴷⵉ"),
];

/// What books are about, and of which kind that is.
const ENGLISH: ([&str; 20], [&str; 16]) = (
    [
        "lantern", "harbour", "orchard", "river", "winter", "letter", "garden", "shadow", "mirror", "island",
        "bridge", "silence", "meadow", "window", "compass", "feather", "candle", "mountain", "forest",
        "archive",
    ],
    [
        "quiet", "broken", "golden", "hidden", "distant", "burning", "frozen", "gentle", "hollow", "ivory",
        "lonely", "patient", "restless", "silver", "vanished", "faithful",
    ],
);
const FRENCH: ([&str; 14], [&str; 12]) = (
    [
        "Le jardin",
        "La maison",
        "L’été",
        "Les ombres",
        "La mer",
        "Le silence",
        "L’orage",
        "Les lettres",
        "La nuit",
        "Le chemin",
        "À l’écoute",
        "Écume",
        "Une saison",
        "Le port",
    ],
    [
        "du sud",
        "des oubliés",
        "de l’autre rive",
        "sans retour",
        "de mon père",
        "d’Alger",
        "au matin",
        "des sables",
        "d’Ahaggar",
        "à deux voix",
        "sous les pins",
        "en hiver",
    ],
);
const ARABIC_TITLES: ([&str; 14], [&str; 12]) = (
    [
        "حديقة",
        "رسائل",
        "ليالي",
        "مدينة",
        "ذاكرة",
        "حكايات",
        "طريق",
        "أصوات",
        "بيت",
        "رحلة",
        "ظلال",
        "أيام",
        "مرايا",
        "سيرة",
    ],
    [
        "الصحراء",
        "الغائبين",
        "البحر",
        "الشتاء",
        "المنسيين",
        "أبي",
        "القصبة",
        "الريح",
        "الجنوب",
        "الياسمين",
        "الضفة الأخرى",
        "الحبر",
    ],
);
const TIFINAGH_TITLES: ([&str; 6], [&str; 6]) = (
    ["ⵜⵓⴷⵔⵜ", "ⴰⴱⵔⵉⴷ", "ⵜⴰⴼⵙⵓⵜ", "ⵉⵟⵉⵊ", "ⴰⵎⴰⵏ", "ⵜⴰⵎⵓⵔⵜ"],
    ["ⵏ ⵡⴰⴷⵔⴰⵔ", "ⵏ ⵢⵉⵍⵍⵉ", "ⵏ ⵡⴰⵎⴰⵏ", "ⵏ ⵢⵉⵟ", "ⵏ ⵜⵎⵓⵔⵜ", "ⵏ ⵓⵙⵉⵔⵎ"],
);
const SYLLABLES: [&str; 20] = [
    "ba", "be", "bo", "da", "ka", "ke", "ki", "la", "lo", "ma", "me", "na", "ra", "ri", "sa", "so", "ta",
    "ti", "va", "za",
];

/// Somebody's name: as it is shown, the family name first, and in the letters of usernames.
pub(crate) struct Name {
    pub(crate) shown: String,
    pub(crate) sorted: String,
    pub(crate) plain: String,
}

impl Name {
    /// A name; the number makes it one that nobody else has, by a name between the others.
    pub(crate) fn of(chance: &mut Chance, number: i64) -> Self {
        let script = chance.weighed(&[(0_u8, 560), (1, 410)], 2);
        let (given, family) = (Self::given(chance, script), chance.one(&FAMILIES).unwrap_or_default());
        let between = word(number, script == 0);
        let shown_family = match script {
            0 => family.0,
            1 => family.1,
            _ => family.2,
        };
        Self {
            shown: format!("{} {between} {shown_family}", given.0),
            sorted: format!("{shown_family}, {} {between}", given.0),
            plain: format!("{}.{}", given.1, kernel::fold(family.0).replace(' ', "")),
        }
    }

    fn given(chance: &mut Chance, script: u8) -> (&'static str, &'static str) {
        let one = match script {
            0 => chance.one(&LATIN),
            1 => chance.one(&ARABIC),
            _ => chance.one(&TIFINAGH),
        };
        one.unwrap_or_default()
    }
}

/// A number as a word of syllables, Latin ones or Arabic ones; no two numbers make the same.
fn word(number: i64, latin: bool) -> String {
    const SHORT: [&str; 20] = [
        "بن", "با", "دا", "كا", "كي", "لا", "لو", "ما", "مي", "نا", "را", "ري", "سا", "سو", "تا", "تي", "فا",
        "زا", "شا", "هو",
    ];
    let list = if latin { SYLLABLES } else { SHORT };
    let mut left = number.max(0);
    let mut word = String::new();
    loop {
        let at = usize::try_from(left % 20).unwrap_or(0);
        word.push_str(list.get(at).copied().unwrap_or_default());
        left /= 20;
        if left == 0 {
            break;
        }
    }
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The title of a book in a language, with a word that few others have.
pub(crate) fn title(chance: &mut Chance, language: &str, number: i64) -> String {
    let rare = word(number, language != "ar");
    let pair = |chance: &mut Chance, first: &[&'static str], second: &[&'static str]| {
        (chance.one(first).unwrap_or_default(), chance.one(second).unwrap_or_default())
    };
    match language {
        "fr" => {
            let (what, which) = pair(chance, &FRENCH.0, &FRENCH.1);
            format!("{what} {which}, {rare}")
        }
        "ar" => {
            let (what, which) = pair(chance, &ARABIC_TITLES.0, &ARABIC_TITLES.1);
            format!("{what} {which} {rare}")
        }
        "zgh" => {
            let (what, which) = pair(chance, &TIFINAGH_TITLES.0, &TIFINAGH_TITLES.1);
            format!("{what} {which} {rare}")
        }
        _ => {
            let (what, which) = pair(chance, &ENGLISH.0, &ENGLISH.1);
            format!("The {which} {what} of {rare}")
        }
    }
}

/// A username as it is kept to find look-alikes, as `accounts` folds one of these letters, digits and dots.
pub(crate) fn folded(username: &str) -> String {
    let same = username.replace(['i', '1'], "l").replace('0', "o").replace('.', "");
    same.replace('w', "vv").replace('m', "rn")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_people_have_the_same_name_and_titles_are_in_three_scripts() {
        let name = |number| Name::of(&mut Chance::of("author", number), number).shown;
        let names: HashSet<String> = (0..5_000).map(|number| kernel::fold(&name(number))).collect();
        assert_eq!(names.len(), 5_000);
        for script in ["a", "ا", "ⵉ"] {
            assert!(names.iter().any(|name| name.contains(script)), "{script}");
        }
        let title = |language| title(&mut Chance::of("book", 7), language, 7);
        assert!(title("en").starts_with("The ") && title("ar").contains(' ') && title("zgh").contains('ⵏ'));
    }
}
