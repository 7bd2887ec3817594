//! `/dev/mail`: the mails of a shop in development, which has no mail server and is reached on its own machine only.
//! Anywhere else there is no such page. In English, as whoever develops reads it.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::{ConnectInfo, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header};
use mail::{Mail, Mailbox};
use maud::{DOCTYPE, Markup, html};
use web::{App, Caching, OrNotFound, Path, PublicUrl};

/// Who is at the other end of the connection; absent where there is no network between.
type Peer = Option<Extension<ConnectInfo<SocketAddr>>>;

/// The latest mails.
pub(super) async fn list(State(app): State<App>, peer: Peer, headers: HeaderMap) -> web::Result<Response> {
    let mails = mailbox(&app, &peer, &headers)?.list().await?;
    Ok(page(
        "Mails",
        &html! {
            h1 { "Mails" }
            @if mails.is_empty() { p { "Nothing was sent yet." } }
            ul {
                @for mail in &mails {
                    li {
                        a href={ "/dev/mail/" (mail.name) } { bdi { (mail.subject) } }
                        " to " bdi { (mail.to) }
                    }
                }
            }
        },
    ))
}

/// One mail: its plain text, with links that can be followed.
pub(super) async fn show(
    State(app): State<App>,
    peer: Peer,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> web::Result<Response> {
    let mail: Mail = mailbox(&app, &peer, &headers)?.read(&name).await?.or_404()?;
    Ok(page(
        &mail.subject,
        &html! {
            p { a href="/dev/mail" { "All mails" } }
            h1 dir="auto" { (mail.subject) }
            p { "To " bdi { (mail.to) } }
            @for file in &mail.files { p { "📎 " bdi { (file.name) } } }
            @for line in mail.text.lines() {
                p dir="auto" { @if line.starts_with("http") { a href=(line) { (line) } } @else { (line) } }
            }
        },
    ))
}

fn mailbox<'a>(app: &'a App, peer: &Peer, headers: &HeaderMap) -> web::Result<&'a Mailbox> {
    // A shop may listen on all addresses, and anybody can write any host into a request.
    let near =
        peer.as_ref().is_none_or(|Extension(ConnectInfo(peer))| peer.ip().to_canonical().is_loopback());
    let is_here = near && app.settings.public_url.is_loopback() && names_this_machine(headers);
    app.mail.mailbox().filter(|_| is_here).or_404()
}

/// Whether a request was sent to this machine by its own name. Through a proxy, and from a page whose host was made to
/// point here, it says otherwise.
fn names_this_machine(headers: &HeaderMap) -> bool {
    const PROXIED: [&str; 3] = ["forwarded", "x-forwarded-for", "via"];
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let public = host.and_then(|host| format!("http://{host}").parse::<PublicUrl>().ok());
    public.is_some_and(|url| url.is_loopback()) && PROXIED.iter().all(|name| !headers.contains_key(*name))
}

fn page(title: &str, body: &Markup) -> Response {
    let html = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) }
                link rel="stylesheet" href=(assets::url("app.css"));
            }
            body { main.padded { (body) } }
        }
    };
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (Caching::NoStore, headers, html.into_string()).into_response()
}
