//! Receipts as the shop gives them.

use i18n::Locale;
use receipt::{Buyer, Line, Receipt, Seller, Total};

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn facts(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(label, value)| ((*label).to_owned(), (*value).to_owned())).collect()
}

fn line(title: &str, details: &[&str], amount: &str) -> Line {
    Line { title: title.to_owned(), details: strings(details), amount: amount.to_owned() }
}

fn total(label: &str, amount: &str, emphasised: bool) -> Total {
    Total { label: label.to_owned(), amount: amount.to_owned(), emphasised }
}

/// *Page 1 of 2* in the language of the receipt.
pub fn page_of(locale: Locale, page: i64, pages: i64) -> String {
    match locale {
        Locale::En => format!("Page {page} of {pages}"),
        Locale::Fr => format!("Page {page} sur {pages}"),
        Locale::Ar => format!("صفحة {page} من {pages}"),
    }
}

pub fn english() -> Receipt {
    Receipt {
        locale: Locale::En,
        document_title: "Receipt R-2026-000123 · Warraq".to_owned(),
        heading: "Receipt R-2026-000123".to_owned(),
        seller: Seller {
            name: "Warraq".to_owned(),
            lines: strings(&[
                "12 Rue Didouche Mourad, 16000 Algiers, Algeria",
                "+213 21 00 00 00 · shop@warraq.example",
                "NIF 000016001234567 · NIS 198416010012345",
                "RC 16/00-1234567B22 · AI 16010123456",
            ]),
        },
        buyer: Buyer {
            label: "Billed to".to_owned(),
            lines: strings(&["Samia Benali", "samia.benali@example.org"]),
        },
        facts: facts(&[
            ("Order", "W-7K3M-92QF"),
            ("Date", "26 November 2026, 14:05"),
            ("Paid with", "EDAHABIA card, Chargily Pay"),
            ("Payment", "01hj5n7cqpaf0mt2d0xx85tgz8"),
        ]),
        columns: ["Book".to_owned(), "Amount".to_owned()],
        lines: vec![
            line(
                "The Man Who Mended Clocks, and Other Stories from the Harbour that Nobody Wrote Down",
                &["Maud Fenwright", "EPUB, PDF", "ISBN 978-1-86197-876-9"],
                "1,250\u{a0}DA",
            ),
            line("مدينة الورق", &["نور الهدى بن يوسف", "EPUB", "ISBN 978-9947-0-1234-5"], "900\u{a0}DA"),
            line("L’Eau partagée", &["Yacine Haddad"], "Free"),
        ],
        totals: vec![
            total("Subtotal", "2,150\u{a0}DA", false),
            total("Of which TVA 9 %", "178\u{a0}DA", false),
            total("Total paid", "2,150\u{a0}DA", true),
        ],
        notes: strings(&[
            "All prices include taxes. The books are in your library and can be read at once, here or on your devices.",
            "Keep this receipt: it is your proof of purchase. Questions and requests for refunds: shop@warraq.example.",
        ]),
    }
}

pub fn french() -> Receipt {
    let english = english();
    Receipt {
        locale: Locale::Fr,
        document_title: "Avoir A-2026-000007 · Warraq".to_owned(),
        heading: "Avoir A-2026-000007".to_owned(),
        buyer: Buyer { label: "Client".to_owned(), ..english.buyer },
        facts: facts(&[
            ("Reçu corrigé", "R-2026-000123"),
            ("Commande", "W-7K3M-92QF"),
            ("Date", "28 novembre 2026, 09:30"),
            ("Remboursé par", "virement CCP"),
        ]),
        columns: ["Livre".to_owned(), "Montant".to_owned()],
        lines: vec![
            line(
                "L’Œuvre à l’été : où l’on apprend ce qu’il advint du cœur des ouvriers de l’île",
                &["Zohra Aït-Ahmed", "ISBN 978-2-07-040850-4"],
                "−1\u{a0}250\u{a0}DA",
            ),
            line("ليالي ورڨلة", &["محمد الطاهر قاسمي"], "−900\u{a0}DA"),
        ],
        totals: vec![
            total("Sous-total", "−2\u{a0}150\u{a0}DA", false),
            total("Total remboursé", "−2\u{a0}150\u{a0}DA", true),
        ],
        notes: strings(&["Les livres remboursés ne sont plus dans la bibliothèque."]),
        ..english
    }
}

pub fn arabic() -> Receipt {
    Receipt {
        locale: Locale::Ar,
        document_title: "وصل R-2026-000123 · الورّاق".to_owned(),
        heading: "وصل رقم \u{2068}R-2026-000123\u{2069}".to_owned(),
        seller: Seller {
            name: "الورّاق".to_owned(),
            lines: strings(&[
                "12 شارع ديدوش مراد، 16000 الجزائر",
                "الهاتف: \u{2068}+213 21 00 00 00\u{2069}",
                "رقم التعريف الجبائي: 000016001234567",
                "السجل التجاري: \u{2068}16/00-1234567B22\u{2069}",
            ]),
        },
        buyer: Buyer {
            label: "المشتري".to_owned(),
            lines: strings(&["سامية بن علي", "samia.benali@example.org"]),
        },
        facts: facts(&[
            ("رقم الطلب", "W-7K3M-92QF"),
            ("التاريخ", "26 نوفمبر 2026، 14:05"),
            ("طريقة الدفع", "البطاقة الذهبية، عبر Chargily Pay"),
            ("رقم الدفع", "01hj5n7cqpaf0mt2d0xx85tgz8"),
        ]),
        columns: ["الكتاب".to_owned(), "المبلغ".to_owned()],
        lines: vec![
            line(
                "مدينة الورق: حكاية النسّاخين الذين كتبوا على ضوء القمر ما لم يجرؤ أحد على قوله نهارًا في السوق",
                &["نور الهدى بن يوسف", "EPUB، PDF", "ISBN 978-9947-0-1234-5"],
                "1\u{a0}250\u{a0}د.ج",
            ),
            line("L’Eau partagée : chroniques d’une oasis (tome 2)", &["Yacine Haddad"], "900\u{a0}د.ج"),
            line("ليالي ورڨلة", &["محمد الطاهر قاسمي", "EPUB"], "مجّانًا"),
        ],
        totals: vec![
            total("المجموع الفرعي", "2\u{a0}150\u{a0}د.ج", false),
            total("منه الرسم على القيمة المضافة 9 %", "178\u{a0}د.ج", false),
            total("المبلغ المدفوع", "2\u{a0}150\u{a0}د.ج", true),
        ],
        notes: strings(&[
            "الأسعار شاملة جميع الرسوم. الكتب في المكتبة الآن، ويمكن قراءتها هنا أو على أي جهاز.",
            "يُحتفظ بهذا الوصل إثباتًا للشراء. للأسئلة وطلبات الاسترداد: \u{2068}shop@warraq.example\u{2069}.",
        ]),
    }
}

/// A receipt with as many lines, each told from the others by its number.
pub fn with_lines(receipt: Receipt, count: usize) -> Receipt {
    let lines = (0..count).map(|at| {
        let like = receipt.lines[at % receipt.lines.len()].clone();
        Line { title: format!("{} {}", like.title, at + 1), ..like }
    });
    let lines = lines.collect();
    Receipt { lines, ..receipt }
}
