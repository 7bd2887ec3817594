//! How the double is started: on an address of this machine, with threads of its own that end with it.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get};
use tokio::runtime::Runtime;

use crate::config::{Config, Mode};
use crate::gateway::Gateway;
use crate::{api, control, page};

/// How often waiting deliveries are looked at: their clock may be one that a test moves.
const TICK: Duration = Duration::from_millis(25);

/// Why a double does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is one that others could reach.
    #[error("{0} is not an address of this machine only: the double takes 127.0.0.1 or [::1]")]
    NotLoopback(SocketAddr),
    /// A key of one mode cannot be told from one of the other.
    #[error("a key of the {0:?} mode begins with {prefix} and has more behind it", prefix = .0.key_prefix())]
    Key(Mode),
    /// The machine refuses.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, io::Error),
    /// The client for events cannot be made.
    #[error("cannot make a client: {0}")]
    Client(#[from] reqwest::Error),
}

/// Starts a double: its memory, and the threads that serve it.
pub(crate) fn start(config: Config) -> Result<(Gateway, Runtime), StartError> {
    if !config.listen.ip().is_loopback() {
        return Err(StartError::NotLoopback(config.listen));
    }
    for mode in Mode::ALL {
        let secret = config.key(mode).strip_prefix(mode.key_prefix());
        if secret.is_none_or(str::is_empty) {
            return Err(StartError::Key(mode));
        }
    }
    let listen = config.listen;
    let cannot = |error| StartError::Listen(listen, error);
    let socket = TcpListener::bind(listen).map_err(cannot)?;
    socket.set_nonblocking(true).map_err(cannot)?;
    let addr = socket.local_addr().map_err(cannot)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("chargily-double")
        .enable_all()
        .build()
        .map_err(cannot)?;
    let gateway = Gateway::new(config, addr, client()?, runtime.handle().clone());
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(socket).map_err(cannot)?
    };
    let router = router(gateway.clone());
    runtime.spawn(async move {
        // It serves until its runtime ends; accepting never fails for good.
        let _ = axum::serve(listener, router).await;
    });
    let ticking = gateway.clone();
    runtime.spawn(async move {
        let mut tick = tokio::time::interval(TICK);
        loop {
            tick.tick().await;
            ticking.send_what_is_due();
        }
    });
    Ok((gateway, runtime))
}

/// The client that sends events: to this machine, so without proxies, and without anybody's certificates.
fn client() -> Result<reqwest::Client, reqwest::Error> {
    // Another part of the program may have chosen already, which is just as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([])
        .redirect(reqwest::redirect::Policy::none())
        .build()
}

fn router(gateway: Gateway) -> Router {
    Router::new()
        .route("/test/api/v2/{*path}", any(api::test))
        .route("/api/v2/{*path}", any(api::live))
        .route("/test/checkouts/{id}/pay", get(page::show).post(page::act))
        .route("/checkouts/{id}/pay", get(page::show).post(page::act))
        .merge(control::routes())
        .layer(DefaultBodyLimit::max(1 << 20))
        .with_state(gateway)
}
