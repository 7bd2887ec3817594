//! What is done with an order by one press: the gateway is asked, an unpaid order is given up.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use commerce::desk::{Admin, Dossier};
use commerce::machine::OrderState;
use maud::html;
use web::admin::{Section, Shown};
use web::{App, Notice, Page, Path};

use super::refund::Filled;
use super::{one, path};
use crate::ask::{self, Sure};
use crate::words::orders as t;

/// `POST …/ask`: asks the gateway now.
pub(super) async fn ask(page: Page, admin: Admin, Path(number): Path<String>) -> web::Result<Response> {
    match admin.ask(&number).await {
        Ok(order) => Ok(page.done(&path(&order.number), Notice::GatewayAsked)),
        Err(error) => one::refused(&page, &admin.app, &number, (error, &Filled::default())).await,
    }
}

/// `GET …/cancel`: asks whether.
pub(super) async fn confirm_cancel(
    page: Page,
    State(app): State<App>,
    Path(number): Path<String>,
) -> web::Result<Response> {
    let l = page.locale;
    let of = Dossier::find(&app.db, &number).await?;
    let back = path(&of.order.number);
    if of.order.state() != OrderState::Pending {
        return Ok(Redirect::to(&page.url(&back)).into_response());
    }
    let title = t::cancel_title(l, &of.order.number);
    let sure = Sure {
        body: html! {
            p { (t::cancel_body(l)) }
            ul.sure__list { @for item in &of.items { li { bdi { (item.title) } } } }
        },
        action: &format!("{}/cancel", page.url(&back)),
        fields: html! {},
        deed: t::cancel(l),
        cancel: &page.url(&back),
    };
    let (frame, body) = page.admin(Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(&back),
        body: ask::sure(&page, &sure),
        ..Shown::new(Section::Orders, l)
    });
    Ok(page.render(&frame, &body))
}

/// `POST …/cancel`
pub(super) async fn cancel(page: Page, admin: Admin, Path(number): Path<String>) -> web::Result<Response> {
    match admin.cancel(&number).await {
        Ok(order) => Ok(page.done(&path(&order.number), Notice::OrderCancelled)),
        Err(error) => one::refused(&page, &admin.app, &number, (error, &Filled::default())).await,
    }
}
