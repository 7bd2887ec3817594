//! The one place that knows the gateway's unit: it counts whole dinars, we count centimes. A mistake here would show
//! nowhere but in the charge, a hundred times too much or too little.

use kernel::{Currency, Money};
use serde_json::Value;

/// The gateway's word for the dinar, in its case.
pub(super) const DINAR: &str = "dzd";

/// An amount that the gateway cannot be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum UnitError {
    #[error("the gateway takes dinars only")]
    Currency,
    #[error("the gateway takes whole dinars only")]
    NotWhole,
    #[error("the gateway takes no negative amounts")]
    Negative,
}

/// Whole dinars, by exact division.
pub(super) fn dinars(money: Money) -> Result<u64, UnitError> {
    if money.currency != Currency::DZD {
        return Err(UnitError::Currency);
    }
    let centimes = u64::try_from(money.amount).map_err(|_| UnitError::Negative)?;
    let centimes_a_dinar = Currency::DZD.minor_per_major().unsigned_abs();
    if centimes % centimes_a_dinar != 0 {
        return Err(UnitError::NotWhole);
    }
    Ok(centimes / centimes_a_dinar)
}

/// What the gateway wrote as a number of dinars: a number or a text, exact to the centime; anything else is not known.
pub(super) fn money(written: &Value) -> Option<Money> {
    match written {
        Value::Number(number) => Money::parse_major(&number.to_string(), Currency::DZD).ok(),
        Value::String(text) => Money::parse_major(text, Currency::DZD).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn dzd(amount: i64) -> Money {
        Money { amount, currency: Currency::DZD }
    }

    #[test]
    fn twelve_hundred_dinars_are_asked_for_as_1200() {
        assert_eq!(dinars(dzd(120_000)), Ok(1_200));
        assert_eq!(dinars(dzd(120_050)), Err(UnitError::NotWhole));
        assert_eq!(dinars(dzd(-100)), Err(UnitError::Negative));
        assert_eq!(dinars(Money { amount: 120_000, currency: Currency::EUR }), Err(UnitError::Currency));
    }

    #[test]
    fn what_the_gateway_writes_is_read_exactly_or_not_at_all() {
        assert_eq!(money(&json!(2_500)), Some(dzd(250_000)));
        assert_eq!(money(&json!("40000")), Some(dzd(4_000_000)));
        assert_eq!(money(&json!(12.5)), Some(dzd(1_250)));
        assert_eq!(money(&json!(2_500.0)), Some(dzd(250_000)));
        for odd in
            [json!(null), json!(-5), json!(12.345), json!("12 DA"), json!([]), json!(true), json!(1e300)]
        {
            assert_eq!(money(&odd), None, "{odd}");
        }
    }

    proptest! {
        #[test]
        fn whole_dinars_come_back_as_they_went_and_the_rest_does_not_go(amount in 0_i64..10_000_000_000) {
            match dinars(dzd(amount)) {
                Ok(dinars) => prop_assert_eq!(money(&json!(dinars)), Some(dzd(amount))),
                Err(error) => {
                    prop_assert_eq!(error, UnitError::NotWhole);
                    prop_assert_ne!(amount % 100, 0);
                }
            }
        }

        #[test]
        fn no_other_currency_goes(amount in any::<i64>(), code in "[A-Z]{3}") {
            let currency: Currency = code.parse().unwrap();
            prop_assume!(currency != Currency::DZD);
            prop_assert_eq!(dinars(Money { amount, currency }), Err(UnitError::Currency));
        }
    }
}
