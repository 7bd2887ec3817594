//! The owner's words for mails in the JSON API.

use i18n::Locale;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::shop::{LetterKind, Wording};
use web::{App, IfMatch, Json, NoContent, Path, Problem};

use super::act::Owner;
use super::letters::named;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(all)).routes(routes!(put, remove))
}

/// The words of a kind of mail in a language.
#[derive(Debug, Serialize, ToSchema)]
struct LetterItem {
    /// `verify`, `reset`, `change`, `known`, `moved`, `password`, `deleted`, `receipt` or `credit`.
    kind: &'static str,
    /// `en`, `fr` or `ar`.
    language: &'static str,
    /// What may stand between braces in its words.
    places: &'static [&'static str],
    /// Whether they are the owner's.
    is_own: bool,
    /// Empty where the mail says it as the shop does.
    subject: String,
    /// In place of the first paragraph.
    opening: String,
    /// Behind what the mail has to say.
    closing: String,
}

/// All mails that can be worded.
#[derive(Debug, Serialize, ToSchema)]
struct Letters {
    items: Vec<LetterItem>,
}

impl LetterItem {
    fn new(kind: LetterKind, l: Locale, own: Option<&Wording>) -> Self {
        let Wording { subject, opening, closing } = own.cloned().unwrap_or_default();
        Self {
            kind: kind.as_str(),
            language: l.tag(),
            places: kind.places(),
            is_own: own.is_some(),
            subject,
            opening,
            closing,
        }
    }
}

impl Letters {
    async fn find(owner: &Owner) -> web::Result<(Self, i64)> {
        let (shop, _) = owner.look().await?;
        let of = |kind: LetterKind| {
            let shop = &shop;
            Locale::ALL.into_iter().map(move |l| LetterItem::new(kind, l, shop.letter(kind, l)))
        };
        Ok((Self { items: LetterKind::ALL.into_iter().flat_map(of).collect() }, shop.version))
    }
}

/// Words; what is absent or empty is said as the shop does.
#[derive(Debug, Deserialize, ToSchema)]
struct LetterPut {
    #[serde(default)]
    #[schema(max_length = 150)]
    subject: String,
    #[serde(default)]
    #[schema(max_length = 1_000)]
    opening: String,
    #[serde(default)]
    #[schema(max_length = 1_000)]
    closing: String,
}

/// All mails that can be worded, in each language.
#[utoipa::path(get, path = "/admin/settings/letters", tag = "admin", responses((status = 200, body = Letters)))]
async fn all(owner: Owner) -> web::Result<Json<Letters>> {
    Ok(Json(Letters::find(&owner).await?.0))
}

/// Words a kind of mail in a language. With `If-Match` only if all are still as they were when they were read.
#[utoipa::path(
    put, path = "/admin/settings/letters/{kind}/{language}", tag = "admin", request_body = LetterPut,
    params(
        ("kind" = String, Path), ("language" = String, Path),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/settings/letters`"),
    ),
    responses(
        (status = 200, body = LetterItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Among others `unknown_place`: something between braces that the mail does not have", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn put(
    owner: Owner,
    if_match: IfMatch,
    Path((kind, language)): Path<(String, String)>,
    Json(words): Json<LetterPut>,
) -> web::Result<Json<LetterItem>> {
    let (kind, l) = named((&kind, &language))?;
    let LetterPut { subject, opening, closing } = words;
    let base = base(&owner, &if_match).await?;
    owner.change_letter(base, (kind, l), &Wording { subject, opening, closing }).await?;
    let shop = owner.app.shop();
    Ok(Json(LetterItem::new(kind, l, shop.letter(kind, l))))
}

/// Brings the shop's own words back.
#[utoipa::path(
    delete, path = "/admin/settings/letters/{kind}/{language}", tag = "admin",
    params(("kind" = String, Path), ("language" = String, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn remove(owner: Owner, Path((kind, language)): Path<(String, String)>) -> web::Result<NoContent> {
    owner.change_letter(None, named((&kind, &language))?, &Wording::default()).await?;
    Ok(NoContent)
}

/// The version that was read, where the caller minds.
async fn base(owner: &Owner, if_match: &IfMatch) -> web::Result<Option<i64>> {
    if !if_match.is_given() {
        return Ok(None);
    }
    let (letters, version) = Letters::find(owner).await?;
    if_match.check(&letters)?;
    Ok(Some(version))
}
