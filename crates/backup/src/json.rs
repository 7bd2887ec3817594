//! JSON in one form: keys sorted, without blanks, numbers without exponents. PostgreSQL keeps the meaning of JSON and not
//! its text; in this form what means the same reads the same.

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::value::RawValue;

/// Beyond this exponent a number stays as it is written: no sensible one is there.
const EXPONENT_MOST: i32 = 400;

/// The one form of a JSON text.
pub(crate) fn canonical(text: &str) -> serde_json::Result<String> {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text)?;
    Ok(out)
}

fn push(out: &mut String, text: &str) -> serde_json::Result<()> {
    let text = text.trim_matches([' ', '\n', '\r', '\t']);
    match text.as_bytes().first() {
        Some(b'{') => {
            let members: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_str(text)?;
            out.push('{');
            for (at, (key, value)) in members.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                out.push_str(&serde_json::to_string(&key)?);
                out.push(':');
                push(out, value.get())?;
            }
            out.push('}');
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            out.push('[');
            for (at, item) in items.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                push(out, item.get())?;
            }
            out.push(']');
        }
        Some(b'"') => out.push_str(&serde_json::to_string(&serde_json::from_str::<Cow<'_, str>>(text)?)?),
        Some(b'-' | b'0'..=b'9') => out.push_str(&plain(text)),
        // `true`, `false`, `null`, or what is no JSON at all.
        _ => out.push_str(serde_json::from_str::<&RawValue>(text)?.get()),
    }
    Ok(())
}

/// A number without an exponent, digit by digit: no number is read and written again, which could change it.
fn plain(number: &str) -> Cow<'_, str> {
    let Some((digits, exponent)) = number.split_once(['e', 'E']) else { return zero(number) };
    let Some(exponent) = exponent.parse::<i32>().ok().filter(|exponent| exponent.abs() <= EXPONENT_MOST)
    else {
        return number.into();
    };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).unwrap_or(0) + exponent;
    let text = match usize::try_from(point) {
        Ok(point) if point >= all.len() => format!("{all}{}", "0".repeat(point - all.len())),
        Ok(point) if point > 0 => format!("{}.{}", &all[..point], &all[point..]),
        _ => format!("0.{}{all}", "0".repeat(usize::try_from(-point).unwrap_or(0))),
    };
    let (whole, rest) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    zero(&rest.map_or_else(|| format!("{sign}{whole}"), |rest| format!("{sign}{whole}.{rest}")))
        .into_owned()
        .into()
}

/// PostgreSQL knows no negative zero.
fn zero(number: &str) -> Cow<'_, str> {
    match number.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|b| matches!(b, b'0' | b'.')) => rest.to_owned().into(),
        _ => number.to_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn what_means_the_same_reads_the_same() {
        for (text, form) in [
            (r#"{"b": 1, "a" : [ true , null, "\u00e9\n/"]}"#, r#"{"a":[true,null,"é\n/"],"b":1}"#),
            (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
            (
                "[0.1, 1.50, 1e3, 1.25e-7, -2.5E+1, 12e-1, -0.0, 100000000000000000000.12345]",
                "[0.1,1.50,1000,0.000000125,-25,1.2,0.0,100000000000000000000.12345]",
            ),
            ("\"x\"", "\"x\""),
            ("{}", "{}"),
        ] {
            assert_eq!(canonical(text).unwrap(), form);
            assert_eq!(canonical(form).unwrap(), form);
        }
        assert!(canonical("nonsense").is_err() && canonical("").is_err());
    }
}
