//! The words of the pay page in the three languages of the gateway. The double knows nothing of the shop, so they are
//! its own.

use crate::checkout::Status;

/// The words of one language.
pub(crate) struct Words {
    pub(crate) language: &'static str,
    pub(crate) direction: &'static str,
    pub(crate) title: &'static str,
    pub(crate) test_notice: &'static str,
    pub(crate) live_notice: &'static str,
    pub(crate) amount: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) method: &'static str,
    pub(crate) edahabia: &'static str,
    pub(crate) cib: &'static str,
    pub(crate) app: &'static str,
    pub(crate) pay: &'static str,
    pub(crate) fail: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) leave: &'static str,
    pub(crate) left: &'static str,
    pub(crate) again: &'static str,
    pub(crate) back: &'static str,
    pub(crate) unknown: &'static str,
    currency: &'static str,
    thousands: &'static str,
    decimals: &'static str,
    states: [&'static str; 6],
}

impl Words {
    /// The words of a locale; Arabic, the gateway's own choice, where it is none of the others.
    pub(crate) fn of(locale: &str) -> &'static Self {
        match locale {
            "fr" => &FRENCH,
            "en" => &ENGLISH,
            _ => &ARABIC,
        }
    }

    /// An amount in whole dinars: `5 000,00 DA`.
    pub(crate) fn dinars(&self, amount: i64) -> String {
        let digits = amount.to_string();
        let mut text = String::new();
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                text.push_str(self.thousands);
            }
            text.push(digit);
        }
        format!("{text}{}00\u{a0}{}", self.decimals, self.currency)
    }

    /// What a state is called.
    pub(crate) fn state(&self, status: Status) -> &'static str {
        self.states[match status {
            Status::Pending => 0,
            Status::Processing => 1,
            Status::Paid => 2,
            Status::Failed => 3,
            Status::Canceled => 4,
            Status::Expired => 5,
        }]
    }
}

const ENGLISH: Words = Words {
    language: "en",
    direction: "ltr",
    title: "Payment",
    test_notice: "A stand-in for Chargily Pay. No money moves here.",
    live_notice: "A stand-in for Chargily Pay, in live mode. No money moves here.",
    amount: "Amount to pay",
    reference: "Reference",
    method: "Paid with",
    edahabia: "Edahabia card",
    cib: "CIB card",
    app: "Chargily app",
    pay: "Pay",
    fail: "Let the payment fail",
    cancel: "Cancel",
    leave: "Leave this page",
    left: "You have left. Nothing was paid, and the payment stays open until its time is over.",
    again: "Go on paying",
    back: "Back to the shop",
    unknown: "There is no such payment.",
    currency: "DZD",
    thousands: ",",
    decimals: ".",
    states: [
        "Waiting for the payment",
        "The payment is being processed",
        "Paid",
        "The payment failed",
        "The payment was cancelled",
        "The payment has expired",
    ],
};

const FRENCH: Words = Words {
    language: "fr",
    direction: "ltr",
    title: "Paiement",
    test_notice: "Doublure de Chargily Pay. Aucun argent ne circule ici.",
    live_notice: "Doublure de Chargily Pay, en mode réel. Aucun argent ne circule ici.",
    amount: "Montant à payer",
    reference: "Référence",
    method: "Moyen de paiement",
    edahabia: "Carte Edahabia",
    cib: "Carte CIB",
    app: "Application Chargily",
    pay: "Payer",
    fail: "Faire échouer le paiement",
    cancel: "Annuler",
    leave: "Quitter la page",
    left: "Page quittée. Rien n’a été payé, et le paiement reste ouvert jusqu’à son échéance.",
    again: "Reprendre le paiement",
    back: "Retour à la boutique",
    unknown: "Ce paiement n’existe pas.",
    currency: "DA",
    thousands: "\u{202f}",
    decimals: ",",
    states: [
        "En attente du paiement",
        "Paiement en cours de traitement",
        "Payé",
        "Le paiement a échoué",
        "Le paiement a été annulé",
        "Le paiement a expiré",
    ],
};

const ARABIC: Words = Words {
    language: "ar",
    direction: "rtl",
    title: "الدفع",
    test_notice: "بديل تجريبي عن Chargily Pay، ولا أموال حقيقية هنا.",
    live_notice: "بديل عن Chargily Pay في الوضع الفعلي، ولا أموال حقيقية هنا.",
    amount: "المبلغ المطلوب",
    reference: "المرجع",
    method: "وسيلة الدفع",
    edahabia: "البطاقة الذهبية",
    cib: "بطاقة CIB",
    app: "تطبيق Chargily",
    pay: "إتمام الدفع",
    fail: "إفشال الدفع",
    cancel: "إلغاء الدفع",
    leave: "مغادرة الصفحة",
    left: "تمت مغادرة الصفحة دون دفع، وتبقى العملية مفتوحة حتى انتهاء مهلتها.",
    again: "متابعة الدفع",
    back: "العودة إلى المتجر",
    unknown: "لا وجود لعملية الدفع هذه.",
    currency: "د.ج",
    thousands: "\u{202f}",
    decimals: ",",
    states: [
        "في انتظار الدفع",
        "الدفع قيد المعالجة",
        "تم الدفع",
        "فشل الدفع",
        "أُلغي الدفع",
        "انتهت مهلة الدفع",
    ],
};
