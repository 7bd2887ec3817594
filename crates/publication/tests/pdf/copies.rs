//! What the reading copy and the sample hold, and what they do not.

use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, xref::XrefEntry};

use crate::{
    codes, ingest, ingest_bytes,
    made::{Made, object, page, pdf, pdf_with_trailer, stream},
};

/// Twenty pages that share one dictionary of resources, linked to one another and listed in an outline.
fn twenty_pages() -> Vec<u8> {
    let pages = 20;
    let kids = (0..pages).map(|at| format!("{} 0 R", 10 + at * 3)).collect::<Vec<_>>().join(" ");
    let pictures = (0..pages).map(|at| format!("/Im{at} {} 0 R", 12 + at * 3)).collect::<Vec<_>>().join(" ");
    let mut objects = vec![
        object(
            "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R/AcroForm<</Fields[7 0 R]>>/Lang(ar)/ViewerPreferences<</Direction/R2L>>/PageLabels<</Nums[0<</S/r>>2<</S/D>>]>>>>",
        ),
        object(format!("<</Type/Pages/Count {pages}/Kids[{kids}]/Resources 3 0 R/MediaBox[0 0 300 400]>>")),
        object(format!("<</XObject<<{pictures}>>>>")),
        object("<</First 5 0 R/Last 6 0 R/Count 2>>"),
        object("<</Title(Beginning)/Parent 4 0 R/Next 6 0 R/Dest[10 0 R/Fit]>>"),
        object(
            "<</Title(MARK-19 end)/Parent 4 0 R/Prev 5 0 R/Next 5 0 R/First 5 0 R/A<</S/GoTo/D[67 0 R/Fit]>>>>",
        ),
        object("<</FT/Tx/T(field)/V(MARK-18 answer)/Kids[8 0 R]>>"),
        object("<</Type/Annot/Subtype/Widget/Rect[0 0 10 10]/Parent 7 0 R/P 67 0 R>>"),
        object("null"),
    ];
    for at in 0..pages {
        let links = "/Annots[8 0 R<</Subtype/Link/Rect[0 0 9 9]/Dest[67 0 R/Fit]>><</Subtype/Link/Rect[0 0 9 9]/Dest[13 0 R/Fit]>>]";
        objects.push(object(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R{links}>>", 11 + at * 3)));
        objects.push(stream("", format!("q 100 0 0 100 0 0 cm /Im{at} Do Q % MARK-{at} text")));
        objects.push(stream(
            "/Type/XObject/Subtype/Image/Width 2/Height 4/ColorSpace/DeviceGray/BitsPerComponent 8",
            format!("MARK-{at:02}!"),
        ));
    }
    pdf(&objects)
}

/// Everything a document holds, streams decoded, as one text.
fn everything(document: &Document) -> String {
    let text = |object: &Object| match object {
        Object::Stream(stream) => {
            let content = stream.get_plain_content().unwrap_or_else(|_| stream.content.clone());
            format!("{:?} {}", stream.dict, String::from_utf8_lossy(&content))
        }
        other => format!("{other:?}"),
    };
    document.objects.values().map(text).collect()
}

#[test]
fn the_sample_holds_nothing_of_later_pages() {
    let (_folder, result) = ingest_bytes(&twenty_pages());
    let book = result.expect("it goes in");
    let sample = book.sample.expect("a sample");
    assert_eq!((book.pages, sample.pages), (20, 2));
    let raw = std::fs::read(&sample.path).expect("read");
    let everything = everything(&Document::load_mem(&raw).expect("it opens"));
    for mark in ["MARK-0 ", "MARK-1 ", "MARK-00", "MARK-01"] {
        assert!(everything.contains(mark), "{mark} is missing from {everything}");
    }
    for at in 2..20 {
        for mark in [format!("MARK-{at} "), format!("MARK-{at:02}!"), format!("Im{at}")] {
            assert!(!everything.contains(&mark), "{mark} is in {everything}");
        }
    }
    assert!(everything.contains("R2L"), "the direction is kept");
    assert!(everything.contains("Dest"), "links to the sample's own pages stay");
}

#[test]
fn direction_labels_and_outline_are_read_even_when_the_outline_is_a_ring() {
    let (_folder, result) = ingest_bytes(&twenty_pages());
    let book = result.expect("it goes in");
    assert_eq!(book.right_to_left, Some(true));
    assert_eq!(book.metadata.language.map(|language| language.to_string()).as_deref(), Some("ar"));
    assert_eq!(book.page_labels.get(..4), Some(&["i".to_owned(), "ii".into(), "1".into(), "2".into()][..]));
    let outline: Vec<_> = book.outline.iter().map(|item| (item.label.as_str(), item.page)).collect();
    assert_eq!(outline, [("Beginning", Some(1)), ("MARK-19 end", Some(20))]);
}

#[test]
fn the_reading_copy_packs_its_pages_together() {
    let (_folder, result) = ingest_bytes(&twenty_pages());
    let copy =
        Document::load(result.expect("it goes in").reading.expect("a reading copy")).expect("it opens");
    let mut containers: Vec<u32> = copy
        .get_pages()
        .into_values()
        .filter_map(|(number, _)| match copy.reference_table.get(number) {
            Some(XrefEntry::Compressed { container, .. }) => Some(*container),
            _ => None,
        })
        .collect();
    assert_eq!(containers.len(), 20);
    containers.dedup();
    assert_eq!(containers.len(), 1, "twenty pages fit into one object stream");
}

/// Takes in a page and gives its warnings and everything its reading copy holds.
fn cleaned(bytes: &[u8]) -> (Vec<&'static str>, String) {
    let (_folder, result) = ingest_bytes(bytes);
    let book = result.expect("it goes in");
    let copy = Document::load(book.reading.as_ref().expect("a reading copy")).expect("it opens");
    (codes(&book), everything(&copy))
}

#[test]
fn every_kind_of_action_is_told_and_taken_out() {
    let annotated =
        |action: &str| page("", &format!("/Annots[<</Subtype/Link/Rect[0 0 9 9]/A {action}>>]"), vec![]);
    let field = "/AcroForm<</Fields[4 0 R]/XFA(EVIL)>>";
    let widget = "<</FT/Btn/Subtype/Widget/Rect[0 0 9 9]/AA<</U<</S/SubmitForm/F(EVIL)>>>>>>";
    let attached = "<</Subtype/FileAttachment/Rect[0 0 9 9]/FS<</EF<</F 5 0 R>>>>>>";
    let cases: [(&str, Vec<u8>); 12] = [
        ("javascript", annotated("<</S/JavaScript/JS(EVIL)>>")),
        ("javascript", annotated("<</S/GoTo/D[3 0 R/Fit]/Next<</S/JavaScript/JS(EVIL)>>>>")),
        ("javascript", page("/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(EVIL)>>]>>>>", "", vec![])),
        ("launch", annotated("<</S/Launch/Win<</F(EVIL)>>>>")),
        ("remote_go_to", annotated("<</S/GoToR/F(EVIL)/D[0/Fit]>>")),
        ("submit_form", annotated("<</S/SubmitForm/F<</FS/URL/F(EVIL)>>>>")),
        ("rich_media", annotated("<</S/Rendition/JS(EVIL)>>")),
        ("other_action", annotated("<</S/Unheard/X(EVIL)>>")),
        ("unsafe_link", annotated("<</S/URI/URI(file:///EVIL)>>")),
        ("additional_actions", page("", "/AA<</O<</S/Named/N/EVIL>>>>", vec![])),
        ("xfa", page(field, "/Annots[4 0 R]", vec![object(widget)])),
        (
            "embedded_file",
            page("", "/Annots[4 0 R]", vec![object(attached), stream("/Type/EmbeddedFile", "EVIL")]),
        ),
    ];
    for (code, bytes) in cases {
        let (codes, everything) = cleaned(&bytes);
        assert!(codes.contains(&code), "{code} is not among {codes:?}");
        assert!(!everything.contains("EVIL"), "{code}: {everything}");
    }
}

#[test]
fn web_links_and_fonts_with_unlucky_names_stay() {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    let links = "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org/)>>>>]";
    let more: Vec<Made> = vec![stream("", "BT /AA 12 Tf (a) Tj /AF 12 Tf (b) Tj ET"), object(font)];
    let resources = "/Contents 4 0 R/Resources<</Font<</AA 5 0 R/AF 5 0 R>>>>";
    let (codes, everything) = cleaned(&page("", &format!("{links}{resources}"), more));
    assert_eq!(codes, [""; 0]);
    assert!(everything.contains("https://example.org/"), "{everything}");
    assert!(everything.contains("/AA") && everything.contains("/AF"), "{everything}");
}

#[test]
fn the_packet_speaks_before_the_old_dictionary() {
    let packet = "<rdf:Description><dc:title><rdf:Alt><rdf:li>Salt</rdf:li></rdf:Alt></dc:title>\
        <dc:creator><rdf:Seq><rdf:li>Leila</rdf:li><rdf:li>Omar</rdf:li></rdf:Seq></dc:creator>\
        <prism:isbn>978-0-7432-7356-5</prism:isbn><dc:date><rdf:Seq><rdf:li>2021-03</rdf:li></rdf:Seq></dc:date></rdf:Description>";
    let objects = vec![
        object("<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>"),
        object("<</Type/Pages/Count 1/Kids[3 0 R]>>"),
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>"),
        stream("/Type/Metadata/Subtype/XML", packet),
        object(
            "<</Title(Other)/Author(Nobody)/Keywords(sea, salt; sea)/Subject(About salt)/CreationDate(D:19990101)>>",
        ),
    ];
    let (_folder, result) = ingest_bytes(&pdf_with_trailer(&objects, "/Info 5 0 R"));
    let metadata = result.expect("it goes in").metadata;
    assert_eq!(metadata.title, "Salt");
    assert_eq!(
        metadata.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(),
        ["Leila", "Omar"]
    );
    assert_eq!(metadata.subjects, ["sea", "salt"]);
    assert_eq!(metadata.description.as_deref(), Some("About salt"));
    assert_eq!(metadata.published.as_deref(), Some("2021-03"));
    assert_eq!(metadata.isbn.map(|isbn| isbn.to_string()).as_deref(), Some("9780743273565"));
}

#[test]
fn an_isbn_printed_in_the_imprint_is_found() {
    let font = object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    let text = stream("", "BT /F1 12 Tf (ISBN 978-0-7432-7356-5) Tj ET");
    let bytes = page("", "/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>", vec![text, font]);
    let (_folder, result) = ingest_bytes(&bytes);
    let isbn = result.expect("it goes in").metadata.isbn;
    assert_eq!(isbn.map(|isbn| isbn.to_string()).as_deref(), Some("9780743273565"));
}

#[test]
fn a_file_that_only_restricts_printing_is_taken() {
    let mut document = Document::load_mem(&twenty_pages()).expect("it opens");
    let id = Object::String(b"0123456789abcdef".to_vec(), lopdf::StringFormat::Literal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: Permissions::empty(),
    };
    let state = EncryptionState::try_from(version).expect("a key");
    document.encrypt(&state).expect("encrypted");
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("saved");

    let (_folder, result) = ingest_bytes(&bytes);
    let book = result.expect("it goes in");
    assert_eq!(codes(&book), ["restricted"]);
    let copy = Document::load(book.reading.expect("a reading copy")).expect("it opens");
    assert!(!copy.was_encrypted() && everything(&copy).contains("MARK-19 text"), "the copy is readable");
    assert!(book.cover.is_some());
}

#[test]
fn a_missing_page_is_left_out_everywhere() {
    let objects = [
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Count 3/Kids[3 0 R 9 0 R 4 0 R]>>"),
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>"),
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>"),
    ];
    let (_folder, result) = ingest_bytes(&pdf(&objects));
    let book = result.expect("it goes in");
    assert!(codes(&book).contains(&"pages_missing"), "{:?}", codes(&book));
    let copy = Document::load(book.reading.expect("a reading copy")).expect("it opens");
    assert_eq!((book.pages, copy.get_pages().len()), (2, 2));
}

#[test]
fn a_cut_off_file_is_refused() {
    let whole = twenty_pages();
    for part in [whole.len() / 2, whole.len() / 4, 200] {
        let (_folder, result) = ingest_bytes(&whole[..part]);
        let rejection = result.map(|book| book.pages).expect_err("it is cut off");
        assert_eq!(rejection.code(), "damaged", "{part}: {rejection}");
    }
}

#[test]
fn any_single_broken_byte_gives_an_answer() {
    let whole = twenty_pages();
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        let mut broken = whole.clone();
        broken[at] ^= 0x55;
        let (_folder, result) = ingest_bytes(&broken);
        if let Err(rejection) = result {
            assert!(rejection.is_about_the_file(), "{at}: {rejection}");
        }
    }
}

#[test]
fn a_picture_of_too_many_pixels_is_refused() {
    let picture = stream(
        "/Type/XObject/Subtype/Image/Width 30000/Height 30000/ColorSpace/DeviceGray/BitsPerComponent 8",
        "x",
    );
    let content = stream("", "/Im Do");
    let bytes = page("", "/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>", vec![content, picture]);
    let (_folder, result) = ingest_bytes(&bytes);
    assert_eq!(result.map(|book| book.pages).expect_err("too large").code(), "too_large");
}

#[test]
fn a_book_with_a_wealth_of_structure_is_taken_as_it_is_and_what_stays_in_it_is_told() {
    let elements = 150_000;
    let mut objects = vec![
        object(
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/OpenAction<</S/JavaScript/JS(app.beep\\(\\))>>>>",
        ),
        object("<</Type/Pages/Count 1/Kids[3 0 R]>>"),
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>"),
        object("<</Type/StructTreeRoot/K 5 0 R>>"),
    ];
    objects.extend(
        (0..elements).map(|at| object(format!("<</S/P/P {} 0 R/Pg 3 0 R/K[{} 0 R]>>", 4 + at, 6 + at))),
    );
    let (_folder, result) = ingest_bytes(&pdf(&objects));
    let book = result.expect("it goes in");
    assert!(book.reading.is_none() && book.sample.is_some() && book.cover.is_some());
    assert_eq!(codes(&book), ["not_rewritten", "active_kept"]);
}

#[test]
fn what_comes_in_twice_comes_out_alike() {
    let source = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(source.path(), twenty_pages()).expect("written");
    let copy = || {
        let (folder, result) = ingest(source.path());
        result.expect("it goes in");
        std::fs::read(folder.path().join("reading.pdf")).expect("written")
    };
    let first = copy();
    assert_eq!(first, copy());
    // The reading copy goes in like any other file, and comes out the same again.
    let (folder, result) = ingest_bytes(&first);
    result.expect("it goes in");
    assert_eq!(std::fs::read(folder.path().join("reading.pdf")).expect("written"), first);
}
