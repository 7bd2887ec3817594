//! What is done to jobs and mails, as the audit log tells it; and what jobs do, in words.

use accounts::audit::Part;
use i18n::Locale;
use serde_json::Value;

use crate::words::system as t;

/// Says a part of an entry, where it is one of these.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act("job.retry") => t::log_retry(l),
        Part::Act("job.remove") => t::log_remove(l),
        Part::Act("mail.resend") => t::log_resend(l),
        Part::Kind("job") | Part::Field("job") => t::log_job(l),
        Part::Kind("mail") | Part::Field("mail") => t::log_mail(l),
        Part::Field("job_state") => t::column_state(l),
        Part::Field("job_error") => t::column_error(l),
        Part::Field("mail_to") => t::column_to(l),
        Part::Value { field: "job_state", value: Value::String(word) } => match word.as_str() {
            "dead" => t::state_dead(l),
            "waiting" => t::state_waiting(l),
            "running" => t::state_running(l),
            "scheduled" => t::state_scheduled(l),
            "removed" => t::state_removed(l),
            _ => return None,
        },
        Part::Value { field: "job" | "mail", value: Value::String(kind) } => kind_word(l, kind)?,
        _ => return None,
    };
    Some(word.to_owned())
}

/// What a kind of job does, in words; `None` for one that has none.
pub fn kind_word(l: Locale, kind: &str) -> Option<&'static str> {
    Some(match kind {
        "accounts.verification_mail" => t::kind_verification(l),
        "accounts.reset_mail" => t::kind_reset(l),
        "accounts.change_mail" => t::kind_change(l),
        "accounts.email_changed_mail" => t::kind_email_changed(l),
        "accounts.password_changed_mail" => t::kind_password_changed(l),
        "accounts.account_deleted_mail" => t::kind_account_deleted(l),
        "commerce.receipt_mail" => t::kind_receipt(l),
        "accounts.tidy" => t::kind_accounts_tidy(l),
        "accounts.tidy_picture" | "accounts.remove_pictures" => t::kind_pictures(l),
        "catalogue.similar" => t::kind_similar(l),
        "catalogue.compare_names" => t::kind_names(l),
        "catalogue.redraw_covers" => t::kind_redraw(l),
        "commerce.ask_checkout" | "commerce.ask_payment" | "commerce.ask_payments" => t::kind_ask_payment(l),
        "commerce.walk_payments" => t::kind_walk_payments(l),
        "commerce.downloads" => t::kind_downloads(l),
        "commerce.forgotten_carts" => t::kind_carts(l),
        "commerce.give_up_orders" => t::kind_give_up_orders(l),
        "commerce.idempotency" => t::kind_idempotency(l),
        "community.recount" => t::kind_recount(l),
        "discovery.best_sellers" => t::kind_best_sellers(l),
        "discovery.for_you" => t::kind_for_you(l),
        "discovery.learn" => t::kind_learn(l),
        "jobs.tidy" => t::kind_jobs_tidy(l),
        "media.tidy" => t::kind_media_tidy(l),
        "admin.figures" | "admin.figures_again" => t::kind_figures(l),
        "catalogue.check_upload" => t::kind_upload(l),
        "catalogue.cut_sample" => t::kind_cut_sample(l),
        "catalogue.tidy_uploads" => t::kind_uploads_tidy(l),
        "catalogue.publish_due" => t::kind_publish_due(l),
        "reading.place_again" => t::kind_place_again(l),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_and_state_has_words_in_each_language() {
        for l in Locale::ALL {
            for act in ["job.retry", "job.remove", "mail.resend"] {
                assert!(say(l, Part::Act(act)).is_some(), "{act} {l:?}");
            }
            for state in ["dead", "waiting", "running", "scheduled", "removed"] {
                let value = Value::from(state);
                assert!(say(l, Part::Value { field: "job_state", value: &value }).is_some(), "{state} {l:?}");
            }
        }
        assert_eq!(say(Locale::En, Part::Act("comment.hide")), None);
    }
}
