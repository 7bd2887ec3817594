//! The words of the sample talk, the oldest first.

use community::Reason;
use i18n::Locale;

/// Something that was said.
pub(super) struct Said {
    /// By what others refer to it here.
    pub(super) name: &'static str,
    /// The book, by its word.
    pub(super) book: &'static str,
    pub(super) who: &'static str,
    pub(super) hours_ago: i64,
    /// Which of these it answers.
    pub(super) answers: Option<&'static str>,
    pub(super) spoiler: bool,
    pub(super) text: &'static str,
    pub(super) liked_by: &'static [&'static str],
}

const fn said(
    name: &'static str,
    book: &'static str,
    who: &'static str,
    hours_ago: i64,
    text: &'static str,
) -> Said {
    Said { name, book, who, hours_ago, answers: None, spoiler: false, text, liked_by: &[] }
}

impl Said {
    const fn to(self, answers: &'static str) -> Self {
        Self { answers: Some(answers), ..self }
    }

    const fn liked_by(self, liked_by: &'static [&'static str]) -> Self {
        Self { liked_by, ..self }
    }

    const fn spoiler(self) -> Self {
        Self { spoiler: true, ..self }
    }
}

/// Those who are there to talk: username, name, language.
pub(super) const READERS: [(&str, &str, Locale); 8] = [
    ("yasmine", "ياسمين", Locale::Ar),
    ("mourad", "مراد", Locale::Ar),
    ("ines", "Inès", Locale::Fr),
    ("rachid", "Rachid", Locale::Fr),
    ("chiraz", "Chiraz", Locale::Fr),
    ("owen", "Owen", Locale::En),
    ("ruth", "Ruth", Locale::En),
    ("selma", "Selma", Locale::Fr),
];

/// Who has read how much of what, and what they give it.
pub(super) const READ: &[(&str, f64, &str, Option<f64>)] = &[
    ("yasmine", 100.0, "madinat-al-waraq", Some(5.0)),
    ("mourad", 64.0, "madinat-al-waraq", Some(4.5)),
    ("rachid", 100.0, "madinat-al-waraq", Some(4.0)),
    ("mourad", 100.0, "jarimat-al-tramway", Some(3.5)),
    ("yasmine", 31.0, "jarimat-al-tramway", None),
    ("yasmine", 100.0, "nujum-al-hoggar", Some(4.5)),
    ("ines", 100.0, "le-passeur-d-encre", Some(4.5)),
    ("rachid", 100.0, "le-passeur-d-encre", Some(3.0)),
    ("chiraz", 48.0, "le-passeur-d-encre", Some(5.0)),
    ("rachid", 100.0, "la-nuit-de-la-corniche", Some(4.0)),
    ("ines", 22.0, "la-nuit-de-la-corniche", None),
    ("chiraz", 100.0, "la-cuisine-du-vendredi", Some(5.0)),
    ("owen", 100.0, "the-glass-ferry", Some(4.0)),
    ("ruth", 55.0, "the-glass-ferry", Some(4.5)),
    ("ruth", 100.0, "the-tide-clerk", Some(5.0)),
    ("owen", 100.0, "the-map-room-murder", Some(2.5)),
    ("ruth", 100.0, "the-map-room-murder", Some(4.0)),
];

/// What was reported: by whom, which, why, with which words.
pub(super) const REPORTED: &[(&str, &str, Reason, &str)] = &[
    ("ines", "offtopic", Reason::OffTopic, "Rien à voir avec le livre."),
    ("chiraz", "offtopic", Reason::Spam, ""),
    ("mourad", "unmarked", Reason::Spoiler, "يكشف النهاية دون تنبيه."),
    ("rachid", "insult", Reason::Abuse, ""),
];

/// What was said.
pub(super) const TALK: &[Said] = &[
    said("waraq-1", "madinat-al-waraq", "yasmine", 900, "قرأته في ثلاث ليالٍ. أجمل ما فيه لالّة باية حين تعرف الكتاب من رائحته: شممتُ مكتبة جدّي وأنا أقرأ.\n\nأمّا يوسف فيضايقك في البداية، ثمّ تفهم لماذا.")
        .liked_by(&["mourad", "leila", "rachid", "amina"]),
    said("waraq-2", "madinat-al-waraq", "mourad", 880, "اتّفق معك في لالّة باية. لكنّ الفصول الأولى بطيئة، وكدت أتركه قبل أن يُفتح الصندوق.").to("waraq-1").liked_by(&["yasmine"]),
    said("waraq-3", "madinat-al-waraq", "yasmine", 879, "البطء مقصود في رأيي: الدكّان نفسه لا يستعجل أحدًا.").to("waraq-2").liked_by(&["leila", "mourad"]),
    said("waraq-4", "madinat-al-waraq", "leila", 700, "هل يُقرأ الجزء الأوّل وحده، أم ينتهي في منتصف الحكاية؟").to("waraq-1"),
    said("waraq-5", "madinat-al-waraq", "yasmine", 698, "يُقرأ وحده، لكنّ الجملة ||تبقى ناقصة حتّى الصفحة الأخيرة||، فستفتحين الثاني في اليوم نفسه.").to("waraq-4").liked_by(&["leila"]),
    said("waraq-6", "madinat-al-waraq", "rachid", 500, "Lu en arabe avec un dictionnaire à côté, et ça en valait la peine. Les dialogues du marché sont un régal.")
        .liked_by(&["ines", "leila"]),
    said("unmarked", "madinat-al-waraq", "chiraz", 60, "J’ai pleuré quand on comprend que c’est l’oncle qui a écrit le manuscrit."),
    said("tram-1", "jarimat-al-tramway", "mourad", 820, "فكرة الرجل الذي يموت واقفًا ولا يسقط وحدها تستحقّ الكتاب. خمّنتُ القاتل عند المحطّة الثالثة، واستمتعت مع ذلك.")
        .liked_by(&["yasmine", "nadia"]),
    said("tram-2", "jarimat-al-tramway", "mourad", 819, "القاتل هو السائق البديل، والمعطف لم يكن معطف القتيل أصلًا. راجعوا الفصل الرابع.").spoiler(),
    said("tram-3", "jarimat-al-tramway", "yasmine", 400, "ما زلت في ثلثه الأوّل ولا أثق بأحد، ولا حتّى بالمفتّشة.").to("tram-1").liked_by(&["mourad"]),
    said("hoggar-1", "nujum-al-hoggar", "yasmine", 640, "جرّبناه مع الأولاد في ليلة صافية قرب بوسعادة: وجدنا الثريّا ثمّ الدبران بالترتيب الذي يشرحه. الجداول واضحة على الهاتف أيضًا.")
        .liked_by(&["leila", "mourad", "salim"]),
    said("hoggar-2", "nujum-al-hoggar", "leila", 610, "شكرًا، هذا ما كنت أريد معرفته قبل الشراء.").to("hoggar-1"),
    said("passeur-1", "le-passeur-d-encre", "ines", 860, "Un livre qui sent le sel et le papier mouillé. J’ai souligné des phrases, moi qui ne souligne jamais, et je me suis sentie surveillée par Mokrane.")
        .liked_by(&["chiraz", "leila", "nadia", "salim", "rachid"]),
    said("passeur-2", "le-passeur-d-encre", "rachid", 855, "Trop de jolies phrases à mon goût. On attend que quelqu’un claque une porte, et personne n’en claque.").liked_by(&["owen"]),
    said("passeur-3", "le-passeur-d-encre", "ines", 850, "Mais si : au chapitre de la crue ! ||Nour claque la porte du phare, et c’est là que tout bascule.||").to("passeur-2").liked_by(&["chiraz"]),
    said("passeur-4", "le-passeur-d-encre", "rachid", 849, "C’est une porte poussée par le vent, ce n’est pas pareil. Je maintiens.").to("passeur-3").liked_by(&["ines", "chiraz"]),
    said("passeur-5", "le-passeur-d-encre", "chiraz", 300, "J’en suis à la moitié et je ralentis exprès. Le registre est une idée magnifique : et si on publiait ce que chacun de nous n’a pas osé lire ?")
        .liked_by(&["ines", "leila"]),
    said("passeur-6", "le-passeur-d-encre", "nadia", 290, "À la boutique aussi, nous aurions de quoi remplir un registre.").to("passeur-5").liked_by(&["chiraz", "ines", "salim"]),
    said("passeur-7", "le-passeur-d-encre", "ines", 120, "L’avez-vous lu sur liseuse ou sur téléphone ? Les marges me semblent étroites.").to("passeur-1"),
    said("passeur-8", "le-passeur-d-encre", "leila", 118, "Sur téléphone, en agrandissant le texte d’un cran : très confortable.").to("passeur-7").liked_by(&["ines"]),
    said("offtopic", "le-passeur-d-encre", "mourad", 26, "Je vends un vélo presque neuf, Alger centre, prix à discuter."),
    said("corniche-1", "la-nuit-de-la-corniche", "rachid", 760, "Ferroukhi est le commissaire que je voudrais avoir pour voisin de palier. L’enquête avance comme une conversation.")
        .liked_by(&["ines", "salim"]),
    said("corniche-2", "la-nuit-de-la-corniche", "rachid", 759, "Pour celles et ceux qui l’ont fini : ||le ticket daté du lendemain||, vous l’aviez compris avant Samia ?").to("corniche-1"),
    said("corniche-3", "la-nuit-de-la-corniche", "ines", 210, "J’en suis au début et je n’ouvre surtout pas ce qui est masqué. Merci d’y avoir pensé !").to("corniche-2").liked_by(&["rachid"]),
    said("insult", "la-nuit-de-la-corniche", "mourad", 90, "Il faut être idiot pour aimer ça.").to("corniche-1"),
    said("bateau-1", "le-dernier-bateau", "salim", 330, "Plus lent que le premier, mais la vente aux enchères est un morceau de bravoure. À lire face à la mer si possible.")
        .liked_by(&["rachid"]),
    said("cuisine-1", "la-cuisine-du-vendredi", "chiraz", 560, "La soupe des soirs de pluie, faite trois fois déjà. Les quantités sont justes, les histoires aussi.\n\nUn conseil : lisez le chapitre du grain avant de sortir le plat.")
        .liked_by(&["leila", "nadia", "ines", "yasmine"]),
    said("cuisine-2", "la-cuisine-du-vendredi", "leila", 540, "Le couscous de la mère ou celui de la belle-mère ?").to("cuisine-1").liked_by(&["nadia"]),
    said("cuisine-3", "la-cuisine-du-vendredi", "chiraz", 539, "Les deux, un vendredi sur deux. Je tiens à la paix du ménage.").to("cuisine-2").liked_by(&["leila", "nadia", "ines", "rachid"]),
    said("tide-1", "the-tide-clerk", "ruth", 800, "The funniest book about taxation I have read, which is a small field, and the tenderest about mud, which is smaller.")
        .liked_by(&["owen", "amina", "nadia"]),
    said("tide-2", "the-tide-clerk", "owen", 790, "The weather alone is worth the price. You can feel the damp getting into his arithmetic.").to("tide-1").liked_by(&["ruth"]),
    said("ferry-1", "the-glass-ferry", "owen", 650, "Slower than the first, and better for it. Hester gets the chapters she deserved.").liked_by(&["ruth", "amina"]),
    said("ferry-2", "the-glass-ferry", "owen", 649, "Finished it on the bus. So the lens was never meant for the window: it was Hester’s signal to the boats all along.").spoiler().liked_by(&["amina"]),
    said("ferry-3", "the-glass-ferry", "ruth", 200, "Halfway through. Does the furnace ever get up the river, or is that the joke?").to("ferry-1"),
    said("ferry-4", "the-glass-ferry", "owen", 199, "||It does, once, in pieces.|| Keep going.").to("ferry-3").liked_by(&["ruth"]),
    said("map-1", "the-map-room-murder", "owen", 470, "A clever room and a thin crowd in it. Eleven suspects, and I could tell three of them apart."),
    said("map-2", "the-map-room-murder", "ruth", 465, "That is the point, surely? They are all corrections of the same man.").to("map-1").liked_by(&["amina", "nadia"]),
    said("map-3", "the-map-room-murder", "owen", 464, "Annoyingly, that makes me like it more.").to("map-2").liked_by(&["ruth", "amina"]),
    said("map-4", "the-map-room-murder", "amina", 100, "Read it for Miss Amberley’s door. CORRIGENDA, in gilt: I want one.").liked_by(&["ruth"]),
    // From people who read on paper or have not begun: nothing of it is folded for those who only look.
    said("waraq-7", "madinat-al-waraq", "nadia", 70, "يعود القرّاء إلى المكتبة سائلين عن الجزء الثاني قبل أن ينهوا الأوّل. هذا وحده يكفي لأنصح به.")
        .liked_by(&["yasmine", "mourad", "leila", "rachid", "ines"]),
    said("waraq-8", "madinat-al-waraq", "selma", 44, "Je l’avais lu sur papier à sa sortie ; je le reprends ici, dans le train, et l’arabe se lit très bien sur un petit écran.")
        .liked_by(&["leila", "ines", "rachid", "chiraz", "nadia"]),
    said("passeur-9", "le-passeur-d-encre", "owen", 80, "My French is slow, and so is the river in it. We got on very well.")
        .liked_by(&["ines", "leila", "chiraz", "ruth", "nadia", "amina"]),
    said("atlas-1", "atlas-bleu", "ines", 260, "Offert à mon père, marin à la retraite. Il corrige les marges au crayon : c’est bon signe.")
        .liked_by(&["leila", "chiraz", "nadia"]),
    said("atlas-2", "atlas-bleu", "chiraz", 250, "Le mien cherche encore une faute. Il commence à s’inquiéter.").to("atlas-1").liked_by(&["ines", "leila"]),
    said("chat-1", "al-qitt-wal-manara", "yasmine", 150, "يطلبه ابني كلّ ليلة، ويسبقني دائمًا إلى جملة القطّ الأخيرة.").liked_by(&["mourad", "leila", "salim"]),
    said("weather-1", "small-weather", "ruth", 96, "I now take the long way to the post office, for the clouds.").liked_by(&["owen", "amina"]),
    said("weather-2", "small-weather", "owen", 95, "It rained on me in chapter four. Accurate.").to("weather-1").liked_by(&["ruth", "nadia"]),
    said("jardin-1", "jardin-clos", "chiraz", 130, "Un poème par matin, avant le café. Le citronnier revient, et moi aussi.").liked_by(&["ines", "leila", "rachid"]),
    said(
        "visit",
        "le-passeur-d-encre",
        "selma",
        4,
        "Une promenade sur les lieux du roman est annoncée sur www.promenades-dellys.example, si quelqu’un passe par là.",
    ),
];
