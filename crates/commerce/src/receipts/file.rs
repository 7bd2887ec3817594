//! The papers of an order for whoever bought, and each of them as a file: for both doors.

use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, header};
use i18n::Locale;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{App, Caching, Error, OrNotFound as _, UserId};

use super::{Receipt, pdf};
use crate::Order;

/// Which of an order's papers.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(crate) struct Which {
    /// `C-2026-000001`; without it the receipt.
    pub(crate) paper: String,
}

/// An order with its papers; not found where no money came for it.
pub(crate) async fn papers(app: &App, user: UserId, number: &str) -> web::Result<(Order, Vec<Receipt>)> {
    let order = Order::find(&app.db, user, number).await?.or_404()?;
    let papers = Receipt::of(&app.db, order.id).await?;
    if papers.is_empty() { Err(Error::NotFound) } else { Ok((order, papers)) }
}

/// One paper of an order.
pub(crate) async fn one(app: &App, user: UserId, number: &str, which: &Which) -> web::Result<Receipt> {
    let (_, papers) = papers(app, user, number).await?;
    papers.into_iter().find(|paper| which.paper.is_empty() || paper.name() == which.paper).or_404()
}

impl Receipt {
    /// What its file is called.
    pub(crate) fn file_name(&self) -> String {
        format!("{}.pdf", self.name())
    }

    /// It as a file. It is set on a thread that may take its time.
    pub(crate) async fn file(self, l: Locale) -> web::Result<Response> {
        let internal = |error: anyhow::Error| Error::Internal(error);
        let name = self.file_name();
        let set = tokio::task::spawn_blocking(move || pdf(l, &self)).await;
        let bytes = set.map_err(|error| internal(error.into()))?.map_err(|error| internal(error.into()))?;
        let shown = HeaderValue::from_str(&format!("inline; filename=\"{name}\""));
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
            (header::CONTENT_DISPOSITION, shown.map_err(|error| internal(error.into()))?),
        ];
        Ok((Caching::NoStore, headers, bytes).into_response())
    }
}
