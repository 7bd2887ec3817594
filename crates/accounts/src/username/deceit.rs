//! Names that would deceive: those that pass for the shop's own people, and those that read as a web address.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::looks::fold;
use crate::letters;

/// What stands between the parts of a name.
const BETWEEN: [char; 3] = ['.', '_', '-'];

/// What somebody is called who speaks for the shop. No part of a name may be one.
const OFFICES: &str = "\
    abuse admin administration administrator billing editor help helpdesk hostmaster moderation \
    moderator moderators noreply official owner payment payments postmaster refund refunds root security \
    staff support sysadmin system team webmaster administrateur administratrice aide assistance editeur \
    editrice equipe gerant gerante moderateur moderatrice officiel officielle paiement paiements \
    proprietaire redaction remboursement responsable securite servicetechnique systeme ادارة الادارة \
    الامن الدعم الدفع الرسمي الرسمية الطاقم الفريق المالك المحرر المدير المساعدة المسؤول المشرف المشرفة \
    النظام دعم رسمي رسمية طاقم فريق مدير مديرة مساعدة مسؤول مشرف مشرفة محرر";

/// What only a whole name may not be, since people have such names, or words with them.
const WHOLE: &str =
    "api anonymous contact info mod mods null service undefined visitor visiteur زائر وراق الوراق";

/// What no name may begin with.
const BEGINNINGS: &str = "admin moderator warraq";

/// Names of the domains that mail programs make links to, beside those of countries, which have two letters.
const ENDINGS: &str = "\
    agency app bank biz blog cash center chat click cloud club com company credit dev digital edu email \
    exchange expert finance fun global gov group guru help host info int life link live loan market \
    media mil mobi money name net network news online org page pay press pro services shop site social \
    space store support tech top vip website win work world xyz zone شبكة موقع";

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
/// (`adm1n`) or beside the point (`admin2`).
pub(super) fn passes_for_the_shop(name: &str) -> bool {
    let without = |text: &str| text.chars().filter(|sign| !letters::is_digit(*sign)).collect::<String>();
    let joined: String = name.chars().filter(|sign| !BETWEEN.contains(sign)).collect();
    let is_office = |part: &str| {
        RESERVED.offices.contains(&fold(part)) || RESERVED.offices.contains(&fold(&without(part)))
    };
    let whole = [fold(&joined), fold(&without(&joined))];
    name.split(BETWEEN).any(is_office)
        || whole.iter().any(|whole| {
            RESERVED.offices.contains(whole.strip_suffix(&RESERVED.shop).unwrap_or(whole))
                || RESERVED.whole.contains(whole)
                || RESERVED.beginnings.iter().any(|word| whole.starts_with(word.as_str()))
        })
}

/// Whether a mail program could make a link of a name: a mail with it goes to addresses that nobody has verified, and
/// would carry a stranger's link there.
pub(super) fn reads_as_an_address(name: &str) -> bool {
    let plain = name.to_lowercase();
    let mut parts = plain.split('.');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let is_country = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let begins_with_an_ending = |part: &str| {
        part.split(['-', '_']).next().is_some_and(|head| ENDINGS.split(' ').any(|ending| ending == head))
    };
    !rest.is_empty()
        && (first == "www"
            || rest.iter().any(|part| begins_with_an_ending(part) || part.starts_with("xn--"))
            || rest.last().is_some_and(|part| is_country(part)))
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
            "مشرف_الموقع",
            "الدعم-الفني",
            "دعم.وراق",
            "الإدارة",
            "الاداره",
            "وراق",
            "info",
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
        fn whatever_ends_in_a_country_is_an_address(name in "[a-z]{1,10}", country in "[a-z]{2}") {
            let address = format!("{name}.{country}");
            prop_assert!(reads_as_an_address(&address));
        }
    }
}
