//! The settings in words: what each is called, what it is for, and what is wrong with a value.

use i18n::Locale;
use web::FieldErrors;
use web::shop::{Key, LetterKind, Setting, Wording, WrongValue, WrongWords};

use crate::words::settings as t;

/// What a setting is called.
pub(super) const fn label(l: Locale, setting: Setting) -> &'static str {
    match setting {
        Setting::ShopName => t::shop_name(l),
        Setting::ShopNameAr => t::shop_name_ar(l),
        Setting::DescriptionEn => t::description_en(l),
        Setting::DescriptionFr => t::description_fr(l),
        Setting::DescriptionAr => t::description_ar(l),
        Setting::Languages => t::languages(l),
        Setting::DefaultLanguage => t::default_language(l),
        Setting::Accent => t::accent(l),
        Setting::AccentDark => t::accent_dark(l),
        Setting::SellerName => t::seller_name(l),
        Setting::SellerAddress => t::seller_address(l),
        Setting::SellerPhone => t::seller_phone(l),
        Setting::SellerNif => t::seller_nif(l),
        Setting::SellerRc => t::seller_rc(l),
        Setting::SellerAi => t::seller_ai(l),
        Setting::SellerNis => t::seller_nis(l),
        Setting::SellerVat => t::seller_vat(l),
        Setting::MailFrom => t::mail_from(l),
        Setting::Payments => t::payments(l),
        Setting::EpubLargest => t::epub_largest(l),
        Setting::PdfLargest => t::pdf_largest(l),
        Setting::SavesPerBook => t::saves_per_book(l),
        Setting::CommentsPerMinute => t::comments_per_minute(l),
        Setting::RefundsAlone => t::refunds_alone(l),
    }
}

/// What it is for, where its name does not say all.
pub(super) const fn hint(l: Locale, setting: Setting) -> Option<&'static str> {
    Some(match setting {
        Setting::ShopName => t::shop_name_hint(l),
        Setting::ShopNameAr => t::shop_name_ar_hint(l),
        Setting::Languages => t::languages_hint(l),
        Setting::DefaultLanguage => t::default_language_hint(l),
        Setting::Accent => t::accent_hint(l),
        Setting::AccentDark => t::accent_dark_hint(l),
        Setting::SellerName => t::seller_name_hint(l),
        Setting::SellerVat => t::seller_vat_hint(l),
        Setting::Payments => t::payments_hint(l),
        Setting::SavesPerBook => t::saves_per_book_hint(l),
        Setting::CommentsPerMinute => t::comments_per_minute_hint(l),
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
        WrongValue::Unseen => errors.add(field, "invalid", t::unseen),
        WrongValue::NotALine => errors.add(field, "invalid", t::not_a_line),
        WrongValue::NotARate => errors.add(field, "invalid", t::not_a_rate),
        WrongValue::NotAnAmount => errors.add(field, "invalid", t::not_an_amount),
        WrongValue::NotASender => errors.add(field, "invalid", t::not_a_sender),
        WrongValue::NotAText => errors.add(field, "invalid", t::not_a_text),
        WrongValue::NotASwitch => errors.add(field, "invalid", t::not_a_switch),
        WrongValue::OutOfRange(least, most) => errors.add(field, "out_of_range", move |l| {
            t::out_of_range(l, &i18n::number(l, i64::from(least)), &i18n::number(l, i64::from(most)))
        }),
        WrongValue::NotAColour => errors.add(field, "invalid", t::not_a_colour),
        WrongValue::NotALanguage => errors.add(field, "invalid", t::not_a_language),
    }
}

/// What a row of the table of settings is called.
pub(super) fn name(l: Locale, key: Key) -> String {
    match key {
        Key::Setting(setting) => label(l, setting).to_owned(),
        Key::Logo => t::logo(l).to_owned(),
        Key::Letter(kind, language) => t::letter_in(l, letter(l, kind), language.own_name()),
    }
}

/// What a kind of mail is called.
pub(super) const fn letter(l: Locale, kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Verify => t::letter_verify(l),
        LetterKind::Reset => t::letter_reset(l),
        LetterKind::Change => t::letter_change(l),
        LetterKind::Known => t::letter_known(l),
        LetterKind::Moved => t::letter_moved(l),
        LetterKind::Password => t::letter_password(l),
        LetterKind::Deleted => t::letter_deleted(l),
        LetterKind::Receipt => t::letter_receipt(l),
        LetterKind::Credit => t::letter_credit(l),
    }
}

/// The owner's words as one line, as the audit log shows them.
pub(super) fn wording_in_line(kept: &str) -> String {
    let Wording { subject, opening, closing } = serde_json::from_str(kept).unwrap_or_default();
    let said = [subject, opening, closing].map(|text| text.replace('\n', " "));
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" / ")
}

/// The places of a kind of mail as they are written: `{shop}`, `{name}`.
pub(super) fn places(kind: LetterKind) -> String {
    kind.places().iter().map(|place| format!("{{{place}}}")).collect::<Vec<_>>().join(", ")
}

/// Says what is wrong with words of a mail.
pub(super) fn complain_of_words(
    errors: &mut FieldErrors,
    (kind, field): (LetterKind, &str),
    wrong: WrongWords,
) {
    match wrong {
        WrongWords::TooLong(most) => {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            errors.add(field, "too_long", move |l| t::too_long(l, most));
        }
        WrongWords::NotAText if field == "subject" => errors.add(field, "invalid", t::not_a_line),
        WrongWords::NotAText => errors.add(field, "invalid", t::not_a_text),
        WrongWords::Brace => errors.add(field, "invalid", t::lone_brace),
        WrongWords::NoSuchPlace(place) => {
            errors.add(field, "unknown_place", move |l| t::no_such_place(l, &place, &places(kind)));
        }
    }
}
