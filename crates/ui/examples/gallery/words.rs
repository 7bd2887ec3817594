//! The words that feature crates would bring, in the three languages of the gallery.

use i18n::Locale;

/// English, French or Arabic.
pub(crate) fn say(l: Locale, en: &'static str, fr: &'static str, ar: &'static str) -> &'static str {
    match l {
        Locale::En => en,
        Locale::Fr => fr,
        Locale::Ar => ar,
    }
}

pub(crate) fn lists(l: Locale) -> [&'static str; 4] {
    [
        say(l, "For you", "Pour vous", "لك"),
        say(l, "New", "Nouveautés", "جديد"),
        say(l, "Best sellers", "Meilleures ventes", "الأكثر مبيعًا"),
        say(l, "Free", "Gratuits", "مجاني"),
    ]
}

pub(crate) fn genres(l: Locale) -> [&'static str; 6] {
    [
        say(l, "Novels", "Romans", "روايات"),
        say(l, "Poetry", "Poésie", "شعر"),
        say(l, "History", "Histoire", "تاريخ"),
        say(l, "Children", "Jeunesse", "أطفال"),
        say(l, "Science", "Sciences", "علوم"),
        say(l, "Cookery", "Cuisine", "طبخ"),
    ]
}

pub(crate) fn about(l: Locale) -> &'static str {
    say(
        l,
        "A bookseller in the Casbah of Algiers inherits a shop full of books and a secret hidden between the covers of an unfinished manuscript. Night after night he copies it out, and every page that he finishes is answered the next morning in a hand he does not know. He asks the bookbinder, the printer’s widow and the boy who brings the paper; each of them has a story, and none of the stories agree. When the last quire is found in a crate from the south, he understands that the book has been describing the street outside his window all along.",
        "Un libraire de la Casbah d’Alger hérite d’une boutique pleine de livres et d’un secret caché entre les plats d’un manuscrit inachevé. Nuit après nuit il le recopie, et chaque page terminée reçoit le lendemain une réponse d’une main inconnue. Il interroge le relieur, la veuve de l’imprimeur et le garçon qui apporte le papier ; chacun a son histoire, et aucune ne concorde. Lorsque le dernier cahier est retrouvé dans une caisse venue du Sud, il comprend que le livre décrit depuis toujours la rue sous sa fenêtre.",
        "حكاية ورّاقٍ في قصبة الجزائر يرث دكانًا من الكتب وسرًّا مخبّأً بين دفّتي مخطوط لم يكتمل. ينسخه ليلةً بعد ليلة، وكل صفحة يتمّها يجد في صباح الغد جوابًا عنها بخط لا يعرفه. يسأل المجلّد وأرملة الطابع والصبي الذي يحمل الورق، ولكل منهم حكاية لا توافق الأخرى. وحين يُعثر على الكرّاس الأخير في صندوق جاء من الجنوب، يدرك أن الكتاب كان يصف منذ البداية الشارع الممتد تحت نافذته.",
    )
}
