//! Draws a contact sheet of covers to look at: `cargo run -p cover --example sheet -- out.png [folder for the SVGs]`.

use std::error::Error;
use std::path::Path;

use cover::{Drawn, Ground, Spine, drawn};
use image::{Rgb, RgbImage, imageops};

/// Title, author, spine, ground.
const BOOKS: [(&str, &str, Spine, Ground); 28] = [
    ("Le Passeur d’encre", "Lina Haddad", Spine::Left, Ground::Lapis),
    ("مدينة الورق", "سمير بن علي", Spine::Right, Ground::Rubric),
    ("Les Vents du Sud", "K. Amrane", Spine::Left, Ground::Ochre),
    ("Atlas bleu", "M. Cherif", Spine::Left, Ground::BrownInk),
    ("Jardin clos", "A. Rahal", Spine::Left, Ground::Plum),
    ("Nedjma", "Kateb Yacine", Spine::Left, Ground::Verdigris),
    ("ليالي ورڨلة", "عبد الرحمن ڨاسم", Spine::Right, Ground::Petrol),
    ("The Hundred-Year Lighthouse", "Leïla Benali, Antoine de Saint-Exupéry", Spine::Left, Ground::Olive),
    ("تعلّم البرمجة بلغة Rust في ثلاثين يومًا", "أمينة ب. و John Smith", Spine::Right, Ground::Lapis),
    ("Moby-Dick; or, The Whale", "Herman Melville", Spine::Left, Ground::Petrol),
    (
        "The Life and Strange Surprizing Adventures of Robinson Crusoe, of York, Mariner: Who lived Eight and Twenty \
         Years, all alone in an un-inhabited Island on the Coast of America, near the Mouth of the Great River of \
         Oroonoque",
        "Daniel Defoe",
        Spine::Left,
        Ground::Rubric,
    ),
    ("Donaudampfschifffahrtsgesellschaftskapitän", "Ümlaut Größe", Spine::Left, Ground::BrownInk),
    ("Notes", "", Spine::Left, Ground::Verdigris),
    ("吾輩は猫である", "夏目漱石", Spine::Right, Ground::Plum),
    ("吾輩は猫である", "Natsume Sōseki", Spine::Right, Ground::Ochre),
    ("", "", Spine::Left, Ground::Olive),
    ("Война и мир", "Лев Толстой", Spine::Left, Ground::BrownInk),
    ("Ἰλιάς", "Ὅμηρος", Spine::Left, Ground::Lapis),
    ("Truyện Kiều", "Nguyễn Du", Spine::Left, Ground::Rubric),
    ("Asfel: Amezruy n Tmurt n Leqbayel ɣef Lɛid", "Mouloud Ɣanim", Spine::Left, Ground::Verdigris),
    (
        "كتاب الإمتاع والمؤانسة في أخبار الأدباء والوزراء وما جرى بينهم من محاورات ومسامرات",
        "أبو حيان التوحيدي",
        Spine::Right,
        Ground::BrownInk,
    ),
    ("مقدّمة ابن خلدون", "عبد الرحمن بن محمد بن خلدون الحضرمي", Spine::Right, Ground::Ochre),
    ("1984", "George Orwell", Spine::Left, Ground::Plum),
    ("ألف ليلة وليلة، الجزء ٢", "", Spine::Right, Ground::Olive),
    ("Cien años de soledad", "Gabriel García Márquez", Spine::Left, Ground::Ochre),
    ("Introduction à l’anthropologie de l’Algérie contemporaine", "Collectif", Spine::Left, Ground::Petrol),
    ("O", "X", Spine::Left, Ground::Lapis),
    ("L’Art d’aimer (bilingue) — فن الحب", "Ovide", Spine::Left, Ground::Rubric),
];
const COLUMNS: u32 = 7;
const GAP: u32 = 24;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("name the PNG to write")?;
    let folder = arguments.next();
    let rows = u32::try_from(BOOKS.len())?.div_ceil(COLUMNS);
    let paper = Rgb([251, 250, 247]);
    let mut sheet = RgbImage::from_pixel(COLUMNS * (264 + GAP) + GAP, rows * (396 + GAP) + GAP, paper);
    for (index, (title, author, spine, ground)) in BOOKS.into_iter().enumerate() {
        let made = drawn(&Drawn { title, author, spine, ground });
        let cover = image::load_from_memory(&made.process()?.medium.webp)?.into_rgb8();
        let (column, row) = (u32::try_from(index)? % COLUMNS, u32::try_from(index)? / COLUMNS);
        let place = |step: u32, size: u32| i64::from(GAP + step * (size + GAP));
        imageops::replace(&mut sheet, &cover, place(column, 264), place(row, 396));
        if let Some(folder) = &folder {
            std::fs::write(Path::new(folder).join(format!("{index:02}.svg")), made.svg())?;
        }
    }
    sheet.save(out)?;
    Ok(())
}
