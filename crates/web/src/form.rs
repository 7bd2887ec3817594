//! A form that a page sent. Fields that the type does not have (such as `csrf`) are passed over; those that are absent
//! should have a default, since what is wrong with a value is for the handler to say beside the field.

use axum::extract::{FromRequest, RawForm, Request};
use axum::response::IntoResponse as _;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::t;

/// The fields of a form.
#[derive(Clone, Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let RawForm(bytes) = RawForm::from_request(request, state)
            .await
            .map_err(|rejection| Error::from_status(rejection.into_response().status()))?;
        serde_html_form::from_bytes(&bytes)
            .map(Self)
            .map_err(|_| Error::bad_request("malformed_form", t::form_malformed))
    }
}
