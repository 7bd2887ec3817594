//! Names that would deceive: those that pass for the shop's own people, and those that read as a web address.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use super::looks::{BETWEEN, fold};
use crate::letters;

/// What somebody is called who speaks for the shop, or who is gone from it. No part of a name may be one, nor two beside
/// each other.
const OFFICES: &str = "\
    abuse accounting admin administration administrator billing bookseller bookshop bookstore customercare \
    customerservice customersupport deletedreader deleteduser editor help helpdesk hostmaster moderation \
    moderator moderators noreply official payment payments postmaster refund refunds \
    security shop staff support sysadmin system team webmaster \
    administrateur administratrice aide assistance boutique comptabilite comptable editeur editrice equipe \
    facturation gerant gerante lecteursupprime lectricesupprimee libraire librairie magasin moderateur \
    moderatrice officiel officielle paiement paiements proprietaire redaction remboursement responsable \
    securite serviceclient serviceclients servicetechnique systeme vendeur vendeuse \
    ادارة الادارة ادمن الادمن الامن البائع الحسابات الدعم الدفع الطاقم الفريق المبيعات المتجر المحاسبة \
    المدير المساعدة المسؤول المكتبة النظام خدمةالزبائن خدمةالعملاء خدمةزبائن خدمةعملاء دعم طاقم فريق \
    قارئمحذوف قارئةمحذوفة مديرالموقع مديرة مشرفالموقع مشرفةالموقع مساعدة مسؤول";

/// What only a whole name may not be, since people have such names (`عبد المالك`, Elihu Root), or words with them.
const WHOLE: &str = "\
    api anonymous contact info mod mods null owner root seller service store undefined visitor visiteur \
    الرسمي الرسمية المالك المحرر المشرف المشرفة رسمي رسمية زائر محرر مدير مشرف مشرفة وراق الوراق";

/// What no name may begin with.
const BEGINNINGS: &str = "admin moderator warraq";

static RESERVED: LazyLock<Reserved> = LazyLock::new(|| Reserved {
    offices: OFFICES.split(' ').map(fold).collect(),
    whole: WHOLE.split(' ').map(fold).collect(),
    beginnings: BEGINNINGS.split(' ').map(fold).collect(),
    shop: fold("warraq"),
});

struct Reserved {
    offices: HashSet<String>,
    whole: HashSet<String>,
    beginnings: Vec<String>,
    shop: String,
}

/// Whether a name would pass for the shop or for its people, however it is written. Digits may be letters in disguise
/// (`adm1n`) or beside the point (`admin2`). In a name of several words the shop's own may not be one of them either.
pub(crate) fn passes_for_the_shop(name: &str) -> bool {
    // What letters are drawn as (Ⓐ) is no letter before it is normalised; joiners would part what reads as a word.
    let name: String = name.nfkc().filter(|sign| !letters::is_invisible(*sign)).collect();
    let words: Vec<String> = name.split_whitespace().map(only_letters).collect();
    let parts: Vec<String> =
        name.split(is_between).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let spelt = spelt_out(&parts);
    let is_any_office = |parts: &[String]| {
        parts.iter().any(|part| is_office(part)) || parts.windows(2).any(|two| is_office(&two.concat()))
    };
    let joined = only_letters(&name);
    [&words, &parts, &spelt].iter().any(|parts| is_any_office(parts))
        || (words.len() > 1 && parts.iter().any(|part| fold(part) == RESERVED.shop))
        || both(&joined).iter().any(|whole| {
            RESERVED.offices.contains(whole.strip_suffix(&RESERVED.shop).unwrap_or(whole))
                || RESERVED.whole.contains(whole)
        })
        || words.first().is_some_and(|first| begins_like_an_office(first))
}

/// What a text is with its digits read as letters, and without them.
fn both(text: &str) -> [String; 2] {
    let without: String = text.chars().filter(|sign| !letters::is_digit(*sign)).collect();
    [fold(text), fold(&without)]
}

fn is_office(part: &str) -> bool {
    both(part).iter().any(|part| RESERVED.offices.contains(part))
}

fn begins_like_an_office(word: &str) -> bool {
    both(word).iter().any(|word| RESERVED.beginnings.iter().any(|begin| word.starts_with(begin.as_str())))
}

fn is_between(sign: char) -> bool {
    !letters::is_letter(sign) && !letters::is_digit(sign) && !letters::is_mark(sign)
}

fn only_letters(text: &str) -> String {
    text.chars().filter(|sign| !is_between(*sign)).collect()
}

/// The words that letters standing alone make together (`A d m i n`).
fn spelt_out(parts: &[String]) -> Vec<String> {
    let is_alone = |part: &String| part.chars().count() == 1;
    parts.chunk_by(|a, b| is_alone(a) && is_alone(b)).map(<[String]>::concat).collect()
}

/// Whether a mail program could make a link of a name: a mail with it goes to addresses that nobody has verified, and
/// would carry a stranger's link there. That is so where it ends in a top-level domain, and for the programs that look for
/// one anywhere, where any of its parts begins with one that is no short syllable of many names (`omar.al-farouk`).
pub(super) fn reads_as_an_address(name: &str) -> bool {
    let plain = name.to_lowercase();
    let mut parts = plain.trim_end_matches(BETWEEN).split('.');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let begins_with_a_domain = |part: &&str| {
        let head = part.split(['-', '_']).next().unwrap_or_default();
        (head.chars().count() > 2 && is_domain(head)) || part.starts_with("xn--")
    };
    !rest.is_empty()
        && (first == "www"
            || rest.iter().any(begins_with_a_domain)
            || rest.last().is_some_and(|last| is_domain(last)))
}

/// Whether it is a top-level domain by the list of IANA, which has the form without other letters than ASCII's.
fn is_domain(part: &str) -> bool {
    idna::domain_to_ascii(part).is_ok_and(|plain| tld::exist(&plain))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_the_shops_people_are_known_in_every_disguise() {
        for name in [
            "Admin",
            "аdmin",
            "adm1n",
            "admin2",
            "a.d.m.i.n",
            "admin_dz",
            "dz-admin",
            "support-warraq",
            "supportwarraq",
            "warraq",
            "W4rraq.Support",
            "warraq_dz",
            "vvarraq",
            "adrnin",
            "no-reply",
            "Modérateur",
            "équipe.dz",
            "administrateur",
            "المدير",
            "مشرف",
            "مشرف_الموقع",
            "المالك",
            "root",
            "الدعم-الفني",
            "دعم.وراق",
            "الإدارة",
            "الاداره",
            "وراق",
            "info",
            "service-client",
            "service.client.dz",
            "خدمة-العملاء",
            "librairie_alger",
            "المكتبة",
            "المتجر",
            "comptabilite",
            "deleted-reader",
            "lecteur-supprime",
            "قارئ-محذوف",
            "أدمن",
        ] {
            assert!(passes_for_the_shop(name), "{name}");
        }
    }

    #[test]
    fn names_of_people_are_none_of_them() {
        for name in [
            "leila",
            "lina.haddad",
            "staffan",
            "helpful",
            "rooted",
            "ibn.alwarraq",
            "محمد.الوراق",
            "info.lina",
            "modeste",
            "ليلى.حداد",
            "nour.el-houda",
            "systematic",
            "supporter",
            "editorial",
            "karim1990",
            "قارئ.نهم",
            "عبد.المالك",
            "مشرف_حداد",
            "lecteur.d-alger",
        ] {
            assert!(!passes_for_the_shop(name), "{name}");
        }
    }

    #[test]
    fn shown_names_are_known_word_by_word() {
        for name in [
            "Support Warraq",
            "Warraq",
            "Chez Warraq",
            "Administrateur",
            "L’équipe de Lina",
            "👑 Admin",
            "★Ad•min★ Lina",
            "Ad\u{200c}min Lina",
            "Ⓐdmin",
            "A d m i n  DZ",
            "Service Client",
            "الإدارة",
            "فريق الدعم",
            "خدمة العملاء",
        ] {
            assert!(passes_for_the_shop(name), "{name}");
        }
        for name in [
            "Leïla Mansouri",
            "محمد الوراق",
            "عبد المالك بن نبي",
            "أحمد رسمي",
            "برويز مشرف",
            "Elihu Root",
            "Ad Minh Nguyen",
            "J. R. R. Tolkien",
            "Nour el-Houda",
            "O’Brien",
            "Lina 📚",
            "...",
        ] {
            assert!(!passes_for_the_shop(name), "{name}");
        }
    }

    #[test]
    fn what_a_mail_program_would_make_a_link_of_is_an_address() {
        for name in [
            "paypal.com",
            "example.dz",
            "PayPal.Com",
            "www.paypal",
            "paypal.com-login",
            "a.b.net",
            "x.xn--p1ai",
            "بنك.شبكة",
            "gagne.icu",
            "gagne.zip",
            "gagne.today",
            "gagne.ｉｃｕ",
            "gagne.icu.",
            "gagne.dz_",
            "paypal.com.login",
            "gagne.рф",
            "gagne.РФ",
            "موقع.الجزائر",
        ] {
            assert!(reads_as_an_address(name), "{name}");
        }
        for name in [
            "lina.haddad",
            "ليلى.حداد",
            "nour.el-houda",
            "abd.el.kader",
            "paypal-com",
            "com.lina",
            "lina",
            "j.r.r",
            "a.b",
            "leila.2",
            "leila.mansouri",
            "omar.al-farouk",
            "nour.al.houda",
        ] {
            assert!(!reads_as_an_address(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn an_office_is_known_wherever_it_stands(
            word in prop::sample::select(OFFICES.split(' ').collect::<Vec<_>>()), rest in "[a-z]{1,8}", between in "[._-]", number in 0..1_000_u32,
        ) {
            prop_assert!(passes_for_the_shop(word));
            prop_assert!(passes_for_the_shop(&word.to_uppercase()));
            prop_assert!(passes_for_the_shop(&[word, &number.to_string()].concat()));
            prop_assert!(passes_for_the_shop(&[word, &between, &rest].concat()));
            prop_assert!(passes_for_the_shop(&[&rest, &between, word].concat()));
        }

        #[test]
        fn whatever_ends_in_a_top_level_domain_is_an_address(
            name in "[a-z]{1,10}", domain in prop::sample::select(tld::TLD.iter().copied().collect::<Vec<_>>()), end in "[._-]{0,2}",
        ) {
            let (shown, _) = idna::domain_to_unicode(domain);
            for domain in [domain, &domain.to_uppercase(), &shown] {
                prop_assert!(reads_as_an_address(&[&name, ".", domain, &end].concat()));
            }
        }
    }
}
