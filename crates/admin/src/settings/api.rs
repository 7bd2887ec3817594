//! Settings in the JSON API.

use std::collections::BTreeMap;

use kernel::{Currency, Money, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::shop::{Kind, Said, Setting, Shop};
use web::{App, Error, FieldErrors, IfMatch, Json, NoFields, OptionalJson, Problem, Spoken};

use super::act::{Owner, Tried};
use crate::words::settings as t;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(all, change)).routes(routes!(test_mail)).routes(routes!(test_payment))
}

/// Where the value of a setting comes from.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SourceWire {
    /// Nobody said anything.
    Default,
    /// It was changed here.
    Panel,
    /// The operator set it, and it cannot be changed here.
    Operator,
}

/// A setting.
#[derive(Debug, Serialize, ToSchema)]
struct SettingItem {
    /// A text, a number, yes or no, an amount or a list of languages; null where there is none.
    #[schema(value_type = Option<Object>)]
    value: Value,
    source: SourceWire,
    /// What the operator set it with: `WARRAQ_SHOP_NAME`, `warraq.toml`.
    set_with: Option<String>,
    /// Who changed it here last, by their username then.
    updated_by: Option<String>,
    /// When that was.
    #[schema(value_type = Option<String>, format = DateTime)]
    updated_at: Option<Timestamp>,
}

/// All settings of the shop.
#[derive(Debug, Serialize, ToSchema)]
struct Settings {
    /// Counts the changes made here.
    version: i64,
    /// By their names, which are those of `warraq.toml`.
    settings: BTreeMap<&'static str, SettingItem>,
}

impl Settings {
    async fn find(owner: &Owner) -> web::Result<Self> {
        let (shop, said) = owner.look().await?;
        let item = |setting: &Setting| (setting.name(), item(owner, &shop, &said, *setting));
        Ok(Self { version: shop.version, settings: Setting::ALL.iter().map(item).collect() })
    }
}

fn item(owner: &Owner, shop: &Shop, said: &[Said], setting: Setting) -> SettingItem {
    let said = said.iter().find(|said| said.name == setting.name());
    let fixed = owner.app.live.ground().fixed.get(&setting);
    let source = match (fixed, said.and_then(|said| said.value.0.as_ref())) {
        (Some(_), _) => SourceWire::Operator,
        (None, Some(_)) => SourceWire::Panel,
        (None, None) => SourceWire::Default,
    };
    let text = Some(shop.value(setting)).filter(|text| !text.is_empty());
    let value = match (setting.kind(), text) {
        (_, None) => Value::Null,
        (Kind::Amount, Some(text)) => Money::parse_major(&text, owner.app.settings.currency)
            .ok()
            .and_then(|money| serde_json::to_value(money).ok())
            .unwrap_or_default(),
        (Kind::Switch, Some(text)) => Value::Bool(text == "on"),
        (Kind::Number(..), Some(text)) => text.parse::<u32>().map_or(Value::Null, Value::from),
        (Kind::Languages, Some(text)) => text.split(',').map(Value::from).collect(),
        (_, Some(text)) => Value::String(text),
    };
    SettingItem {
        value,
        source,
        set_with: fixed.map(|fixed| fixed.set_with.clone()),
        updated_by: said.map(|said| said.updated_by.clone()),
        updated_at: said.map(|said| said.updated_at),
    }
}

/// What is to change: values by their names; null brings a default back, and what is absent stays.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct SettingsPatch(BTreeMap<String, Value>);

impl PartialSchema for SettingsPatch {
    fn schema() -> RefOr<Schema> {
        let nullable = |kind: Type| SchemaType::Array(vec![kind, Type::Null]);
        let object = Setting::ALL.iter().fold(ObjectBuilder::new(), |object, setting| {
            let property = match setting.kind() {
                Kind::Amount => ObjectBuilder::new()
                    .schema_type(nullable(Type::Object))
                    .property("amount", ObjectBuilder::new().schema_type(Type::Integer))
                    .property("currency", ObjectBuilder::new().schema_type(Type::String)),
                Kind::Line(most) | Kind::Text(most) => {
                    ObjectBuilder::new().schema_type(nullable(Type::String)).max_length(Some(most))
                }
                Kind::Languages => {
                    return object.property(
                        setting.name(),
                        ArrayBuilder::new()
                            .schema_type(nullable(Type::Array))
                            .items(ObjectBuilder::new().schema_type(Type::String)),
                    );
                }
                Kind::Switch => ObjectBuilder::new().schema_type(nullable(Type::Boolean)),
                Kind::Number(least, most) => ObjectBuilder::new()
                    .schema_type(nullable(Type::Integer))
                    .minimum(Some(least))
                    .maximum(Some(most)),
                Kind::Rate | Kind::Sender | Kind::Language | Kind::Colour => {
                    ObjectBuilder::new().schema_type(nullable(Type::String))
                }
            };
            object.property(setting.name(), property)
        });
        object
            .description(Some("Values by their names; null brings a default back, and what is absent stays."))
            .additional_properties(Some(AdditionalProperties::FreeForm(false)))
            .into()
    }
}

impl ToSchema for SettingsPatch {}

impl SettingsPatch {
    /// The values as they would be written in a form; what is no setting, or of another shape, is a 422.
    fn wanted(self, currency: Currency) -> web::Result<Vec<(Setting, String)>> {
        let mut errors = FieldErrors::default();
        let mut wanted = Vec::new();
        for (name, value) in self.0 {
            match Setting::from_name(&name) {
                None => errors.add(&name, "unknown_field", t::no_such_setting),
                Some(setting) => match written(setting.kind(), value, currency) {
                    Some(text) => wanted.push((setting, text)),
                    None => errors.add(&name, "invalid", t::wrong_shape),
                },
            }
        }
        errors.into_result()?;
        Ok(wanted)
    }
}

fn written(kind: Kind, value: Value, currency: Currency) -> Option<String> {
    match (kind, value) {
        (_, Value::Null) => Some(String::new()),
        (Kind::Amount, value) => {
            let money: Money = serde_json::from_value(value).ok()?;
            (money.currency == currency && money.amount >= 0).then(|| money.major())
        }
        (Kind::Languages, Value::Array(tags)) => {
            let tags: Option<Vec<&str>> = tags.iter().map(Value::as_str).collect();
            // An empty list is no language.
            Some(tags.filter(|tags| !tags.is_empty()).map_or(",".to_owned(), |tags| tags.join(",")))
        }
        (Kind::Switch, Value::Bool(on)) => Some(if on { "on" } else { "off" }.to_owned()),
        (Kind::Number(..) | Kind::Rate, Value::Number(number)) => Some(number.to_string()),
        (Kind::Languages | Kind::Switch | Kind::Number(..), _) => None,
        (_, Value::String(text)) => Some(text),
        _ => None,
    }
}

/// What was tried out, and what came of it.
#[derive(Debug, Serialize, ToSchema)]
struct TriedItem {
    /// Whether it works; a mail that was laid into a folder only does not.
    works: bool,
    /// The address that a mail went to, or the payment service with its mode.
    what: Option<String>,
    /// What the other side said, as it said it.
    answer: Option<String>,
}

impl From<Tried> for TriedItem {
    fn from(tried: Tried) -> Self {
        let said = |text: String| Some(text).filter(|text| !text.is_empty());
        Self { works: tried.works, what: said(tried.what), answer: said(tried.answer) }
    }
}

/// All settings of the shop, each with where its value comes from. Secrets are none of them.
#[utoipa::path(get, path = "/admin/settings", tag = "admin", responses((status = 200, body = Settings)))]
async fn all(owner: Owner) -> web::Result<Json<Settings>> {
    Settings::find(&owner).await.map(Json)
}

/// Changes settings, on all nodes within seconds. With `If-Match` only if all is still as it was when it was read.
#[utoipa::path(
    patch, path = "/admin/settings", tag = "admin", request_body = SettingsPatch,
    params(("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/settings`")),
    responses(
        (status = 200, body = Settings),
        (status = 409, description = "`changed_meanwhile`: which settings, and by whom", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Among others `fixed`: the operator set it", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn change(
    owner: Owner,
    if_match: IfMatch,
    Json(patch): Json<SettingsPatch>,
) -> web::Result<Json<Settings>> {
    let wanted = patch.wanted(owner.app.settings.currency)?;
    let mut base = None;
    if if_match.is_given() {
        let now = Settings::find(&owner).await?;
        if_match.check(&now)?;
        base = Some(now.version);
    }
    owner.change(base, &wanted).await?;
    Settings::find(&owner).await.map(Json)
}

/// Sends a mail to whoever asks, and tells what the mail server said.
#[utoipa::path(
    post, path = "/admin/settings/test-mail", tag = "admin",
    responses(
        (status = 200, body = TriedItem),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn test_mail(
    owner: Owner,
    Spoken(l): Spoken,
    _: OptionalJson<NoFields>,
) -> web::Result<Json<TriedItem>> {
    Ok(Json(owner.test_mail(l).await?.into()))
}

/// Asks the payment service for something that costs nothing, and tells what it said.
#[utoipa::path(
    post, path = "/admin/settings/test-payment", tag = "admin",
    responses(
        (status = 200, body = TriedItem),
        (status = 409, description = "`payments_off`: there is no payment service", body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn test_payment(owner: Owner, _: OptionalJson<NoFields>) -> Result<Json<TriedItem>, Error> {
    Ok(Json(owner.test_payment().await?.into()))
}
