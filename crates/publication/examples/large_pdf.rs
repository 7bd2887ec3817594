//! Measures what the reading copy gains: makes a picture book as a naïve program writes it (each page beside its
//! picture, one flat page tree), takes it in, and counts the 64 KiB pieces of either file that a browser's reader
//! must fetch before it can show page 1 (it looks at every page of a flat tree first).
//!
//! ```sh
//! cargo build --release -p publication --bin pdf-child
//! cargo run --release -p publication --example large_pdf -- OUTPUT_FOLDER [PAGES] [KIB_A_PAGE]
//! ```

#![expect(clippy::print_stdout, reason = "a measuring program talks to whoever started it")]

use std::{
    collections::{BTreeSet, HashSet},
    error::Error,
    fs,
    io::Write,
    path::Path,
    time::Instant,
};

use lopdf::{Document, Object, ObjectId, xref::XrefEntry};
use publication::{Limits, pdf};

const CHUNK: u64 = 64 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let folder = Path::new(args.first().map_or(".", String::as_str));
    let pages = args.get(1).map_or(Ok(300), |text| text.parse())?;
    let kib = args.get(2).map_or(Ok(170), |text| text.parse())?;
    let source = folder.join("large.pdf");
    let copies = folder.join("large");
    fs::create_dir_all(&copies)?;
    make(&source, pages, kib * 1024)?;

    let program = std::env::current_exe()?.with_file_name("../pdf-child");
    let child = pdf::Child { program, args: Vec::new() };
    let start = Instant::now();
    let book = pdf::ingest(&source, &copies, &child, &Limits::default())?;
    println!(
        "taken in {:.2} s, child's peak {} MiB, sample of {:?} pages",
        start.elapsed().as_secs_f64(),
        book.peak_memory / (1024 * 1024),
        book.sample.map(|sample| sample.pages),
    );
    tell("source", &source)?;
    if let Some(reading) = book.reading {
        tell("reading copy", &reading)?;
    }
    Ok(())
}

/// Writes a PDF of `pages` pages with `bytes` of incompressible picture on each.
fn make(path: &Path, pages: usize, bytes: usize) -> Result<(), Box<dyn Error>> {
    let mut file = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut offsets = Vec::new();
    let mut noise: u64 = 0x9e37_79b9_7f4a_7c15;
    let kids = (0..pages).map(|page| format!("{} 0 R", 3 + page * 3)).collect::<Vec<_>>().join(" ");
    let mut object = |file: &mut Vec<u8>, dictionary: &str, stream: Option<&[u8]>| -> std::io::Result<()> {
        offsets.push(file.len());
        write!(file, "{} 0 obj\n{dictionary}", offsets.len())?;
        if let Some(stream) = stream {
            file.extend_from_slice(b"stream\n");
            file.extend_from_slice(stream);
            file.extend_from_slice(b"\nendstream");
        }
        file.extend_from_slice(b"\nendobj\n");
        Ok(())
    };
    object(&mut file, "<</Type/Catalog/Pages 2 0 R>>", None)?;
    object(&mut file, &format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>"), None)?;
    let width = 240;
    let height = bytes / 3 / width;
    for page in 0..pages {
        let (content, picture) = (4 + page * 3, 5 + page * 3);
        let dictionary = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 480 640]/Contents {content} 0 R/Resources<</XObject<</Im {picture} 0 R>>>>>>"
        );
        object(&mut file, &dictionary, None)?;
        let drawing = b"480 0 0 640 0 0 cm /Im Do";
        object(&mut file, &format!("<</Length {}>>", drawing.len()), Some(drawing))?;
        let pixels: Vec<u8> = std::iter::repeat_with(|| {
            noise ^= noise << 13;
            noise ^= noise >> 7;
            noise ^= noise << 17;
            noise.to_le_bytes()
        })
        .flatten()
        .take(width * height * 3)
        .collect();
        let dictionary = format!(
            "<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Length {}>>",
            pixels.len()
        );
        object(&mut file, &dictionary, Some(&pixels))?;
    }
    let start = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1)?;
    for offset in &offsets {
        writeln!(file, "{offset:010} 00000 n ")?;
    }
    write!(file, "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", offsets.len() + 1)?;
    fs::write(path, file)?;
    Ok(())
}

fn tell(name: &str, path: &Path) -> Result<(), Box<dyn Error>> {
    let document = Document::load(path)?;
    let size = fs::metadata(path)?.len();
    let pieces = pieces(&document, size);
    println!("{name}: {size} bytes, {} pieces before page 1 shows", pieces.len());
    Ok(())
}

/// The pieces that hold the head, the cross-references, every page's dictionary and all that page 1 needs.
fn pieces(document: &Document, size: u64) -> BTreeSet<u64> {
    let mut pieces = BTreeSet::from([0, size.saturating_sub(1) / CHUNK]);
    pieces.extend(document.xref_start as u64 / CHUNK..=(size - 1) / CHUNK);
    let mut needed: HashSet<ObjectId> = document.get_pages().into_values().collect();
    let mut waiting: Vec<ObjectId> = document.get_pages().into_values().take(1).collect();
    needed.extend(document.trailer.get(b"Root").and_then(Object::as_reference));
    while let Some(id) = waiting.pop() {
        let Ok(object) = document.get_object(id) else { continue };
        let mut inside = vec![object];
        while let Some(object) = inside.pop() {
            match object {
                Object::Reference(id) if needed.insert(*id) => waiting.push(*id),
                Object::Array(items) => inside.extend(items),
                Object::Dictionary(dictionary) => inside.extend(dictionary.iter().map(|(_, value)| value)),
                Object::Stream(stream) => inside.extend(stream.dict.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
    }
    let starts: BTreeSet<u64> =
        document.reference_table.entries.values().filter_map(offset).chain([size]).collect();
    for id in needed {
        let entry = document.reference_table.get(id.0);
        let at = match entry {
            Some(XrefEntry::Compressed { container, .. }) => document.reference_table.get(*container),
            other => other,
        };
        if let Some(start) = at.and_then(offset) {
            let end = starts.range(start + 1..).next().copied().unwrap_or(size);
            pieces.extend(start / CHUNK..=(end - 1) / CHUNK);
        }
    }
    pieces
}

fn offset(entry: &XrefEntry) -> Option<u64> {
    match entry {
        XrefEntry::Normal { offset, .. } => Some(u64::from(*offset)),
        _ => None,
    }
}
