//! The settings in words: what each is called, what it is for, and what is wrong with a value.

use i18n::Locale;
use web::FieldErrors;
use web::shop::{Setting, WrongValue};

use crate::words::settings as t;

/// What a setting is called.
pub(super) const fn label(l: Locale, setting: Setting) -> &'static str {
    match setting {
        Setting::ShopName => t::shop_name(l),
        Setting::ShopNameAr => t::shop_name_ar(l),
        Setting::SellerName => t::seller_name(l),
        Setting::SellerAddress => t::seller_address(l),
        Setting::SellerPhone => t::seller_phone(l),
        Setting::SellerNif => t::seller_nif(l),
        Setting::SellerRc => t::seller_rc(l),
        Setting::SellerAi => t::seller_ai(l),
        Setting::SellerNis => t::seller_nis(l),
        Setting::SellerVat => t::seller_vat(l),
        Setting::MailFrom => t::mail_from(l),
        Setting::RefundsAlone => t::refunds_alone(l),
    }
}

/// What it is for, where its name does not say all.
pub(super) const fn hint(l: Locale, setting: Setting) -> Option<&'static str> {
    Some(match setting {
        Setting::ShopName => t::shop_name_hint(l),
        Setting::ShopNameAr => t::shop_name_ar_hint(l),
        Setting::SellerName => t::seller_name_hint(l),
        Setting::SellerVat => t::seller_vat_hint(l),
        Setting::RefundsAlone => t::refunds_alone_hint(l),
        _ => return None,
    })
}

/// Says what is wrong with a value.
pub(super) fn complain(errors: &mut FieldErrors, setting: Setting, wrong: WrongValue) {
    let field = setting.name();
    match wrong {
        WrongValue::TooLong(most) => {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            errors.add(field, "too_long", move |l| t::too_long(l, most));
        }
        WrongValue::NotALine => errors.add(field, "invalid", t::not_a_line),
        WrongValue::NotARate => errors.add(field, "invalid", t::not_a_rate),
        WrongValue::NotAnAmount => errors.add(field, "invalid", t::not_an_amount),
        WrongValue::NotASender => errors.add(field, "invalid", t::not_a_sender),
    }
}
