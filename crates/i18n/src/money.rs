//! Prices. CLDR writes Algerian prices in Arabic with a dot between thousands, which reads as a decimal point,
//! and in French differently with the country; so the forms are ours.

use kernel::Money;

use crate::{Locale, NO_BREAK, decimal};

/// `1,250 DA`, `1 250 DA`, `1 250 د.ج`; minor units are shown only where there are some (`12.50`).
///
/// Belongs into `<bdi>` in a page; an argument of a message is isolated by the message.
pub fn price(l: Locale, money: Money) -> String {
    let unit = money.currency.minor_per_major();
    if money.amount % unit == 0 {
        signed(l, decimal(l, money.amount / unit, 0), money)
    } else {
        exact_price(l, money)
    }
}

/// The same with its minor units always, as receipts have it: `1,250.00 DA`.
pub fn exact_price(l: Locale, money: Money) -> String {
    signed(l, decimal(l, money.amount, money.currency.minor_digits()), money)
}

/// An amount with the sign of its currency.
fn signed(l: Locale, amount: String, money: Money) -> String {
    match (sign(l, money.currency.code()), l) {
        (Sign::Before(sign), Locale::En) => match amount.strip_prefix('-') {
            Some(positive) => format!("-{sign}{positive}"),
            None => format!("{sign}{amount}"),
        },
        (Sign::Before(sign) | Sign::After(sign), _) => format!("{amount}{NO_BREAK}{sign}"),
    }
}

/// How a currency is written, and on which side English has it.
enum Sign<'c> {
    Before(&'c str),
    After(&'c str),
}

fn sign(l: Locale, code: &str) -> Sign<'_> {
    let arabic = l == Locale::Ar;
    match code {
        "DZD" => Sign::After(if arabic { "د.ج" } else { "DA" }),
        "MAD" => Sign::After(if arabic { "د.م" } else { "DH" }),
        "TND" => Sign::After(if arabic { "د.ت" } else { "DT" }),
        "EUR" => Sign::Before("€"),
        "GBP" => Sign::Before("£"),
        "USD" => Sign::Before(if l == Locale::Fr { "$US" } else { "$" }),
        other => Sign::After(other),
    }
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;

    fn written(amount: i64, code: &str) -> [String; 3] {
        Locale::ALL.map(|l| price(l, Money { amount, currency: code.parse().unwrap() }))
    }

    #[test]
    fn dinars_are_written_as_the_design_has_them() {
        assert_eq!(written(125_000, "DZD"), ["1,250\u{a0}DA", "1\u{a0}250\u{a0}DA", "1\u{a0}250\u{a0}د.ج"]);
        assert_eq!(
            written(125_050, "DZD"),
            ["1,250.50\u{a0}DA", "1\u{a0}250,50\u{a0}DA", "1\u{a0}250,50\u{a0}د.ج"]
        );
        assert_eq!(written(0, "DZD"), ["0\u{a0}DA", "0\u{a0}DA", "0\u{a0}د.ج"]);
        assert_eq!(written(5, "DZD"), ["0.05\u{a0}DA", "0,05\u{a0}DA", "0,05\u{a0}د.ج"]);
    }

    #[test]
    fn a_receipt_shows_the_centimes_where_there_are_none() {
        let exact = Locale::ALL.map(|l| exact_price(l, Money { amount: 125_000, currency: Currency::DZD }));
        assert_eq!(exact, ["1,250.00\u{a0}DA", "1\u{a0}250,00\u{a0}DA", "1\u{a0}250,00\u{a0}د.ج"]);
    }

    #[test]
    fn other_currencies_keep_their_sign_and_their_decimals() {
        assert_eq!(written(1_250, "EUR"), ["€12.50", "12,50\u{a0}€", "12,50\u{a0}€"]);
        assert_eq!(written(-1_250, "USD"), ["-$12.50", "-12,50\u{a0}$US", "\u{200e}-12,50\u{a0}$"]);
        assert_eq!(written(500, "JPY"), ["500\u{a0}JPY", "500\u{a0}JPY", "500\u{a0}JPY"]);
        assert_eq!(written(1_500, "TND"), ["1.500\u{a0}DT", "1,500\u{a0}DT", "1,500\u{a0}د.ت"]);
    }

    proptest! {
        #[test]
        fn no_price_loses_a_centime(amount in any::<i64>()) {
            let money = Money { amount, currency: Currency::DZD };
            let text = price(Locale::En, money);
            let plain: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
            let shown: i128 = plain.parse().unwrap();
            let minor = if text.contains('.') { shown } else { shown * 100 };
            prop_assert_eq!(minor, i128::from(amount));
        }

        #[test]
        fn a_price_never_breaks_across_lines(amount in any::<i64>(), code in "[A-Z]{3}") {
            for text in written(amount, &code) {
                prop_assert_eq!(text.find([' ', '\u{202f}']), None);
            }
        }
    }
}
