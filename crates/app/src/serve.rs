//! `warraq serve`: opens the shop and keeps it open until the operator says stop. Requests that are being answered
//! then are finished first.

use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use admin::Machinery;
use axum::Router;
use axum::response::IntoResponse as _;
use axum::routing::get;
use axum::serve::ListenerExt as _;
use catalogue::import::Workplace;
use commerce::Commerce;
use discovery::keeping::Keeping;
use discovery::{Follower, Search};
use jobs::{Registry, Worker};
use kernel::{Clock, Random};
use tokio::net::{TcpListener, TcpSocket};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use ui::Tab;
use web::shop::Live;
use web::{App, Guard, Metrics, Parts, PublicUrl, ShopSettings};

use crate::failure::Failure;
use crate::import;
use crate::open;
use crate::settings::{Name, Settings};
use crate::site;

/// How long requests and jobs may take to finish once the program is told to stop.
const FAREWELL: Duration = Duration::from_secs(30);
/// How many connections may wait to be taken up. The usual 128 overflow when many come at once, and whoever comes then
/// is heard a second later.
const BACKLOG: u32 = 4_096;
/// The folder of the search index in the data folder.
const SEARCH: &str = "search";
/// How often measurements are summed up.
const TIDY_METRICS: Duration = Duration::from_secs(5);
/// How often the media storage is looked through.
const TIDY_MEDIA: Duration = Duration::from_hours(1);
/// How often this node looks whether the owner changed something in another one's panel.
const ASK_OWNER: Duration = Duration::from_secs(2);
/// How old an unfinished upload is before nobody can be working on it any more, in seconds.
const ONE_DAY: i64 = 24 * 60 * 60;

/// Serves until SIGTERM or SIGINT.
pub(crate) async fn serve(settings: &Settings) -> Result<(), Failure> {
    let storage = open::storage(settings)?;
    let db = open::database(settings).await?;
    if let Err(error) = Workplace::sweep(&import::work(settings)) {
        tracing::warn!(%error, "What a broken import left on the disk stays for now");
    }
    let listener = listen(settings.listen, Name::Listen)?;
    let address = listener.local_addr().map_err(|error| Failure::new(format!("cannot listen: {error}")))?;
    let app = App::new(Parts {
        db,
        storage,
        mail: open::mailer(settings)?,
        clock: Clock::system(),
        random: Random::system(),
        settings: Arc::new(shop(settings, address)?),
        live: Live::new(settings.ground.clone()),
        workbench: Arc::new(import::workbench(settings)?),
    });
    app.live.refresh(&app.db).await.map_err(|error| open::database_failure(settings, &error))?;
    let metrics = Metrics::collect();
    let guard = Guard {
        rate: settings.rate_limits.then_some(web::RATE),
        trusted_proxies: settings.trusted_proxies.clone(),
        public_metrics: metrics.clone().filter(|_| settings.metrics_public),
    };
    let stop = stop_signal()?;
    if let Some(metrics) = metrics {
        measure(settings, metrics, stop.clone())?;
    }
    let (keeping, search) = (Keeping::new(), Search::new());
    let commerce = Commerce::new(open::gateway(settings)?);
    let site = site::site(&keeping, &search, &commerce)
        .jobs(upkeep())
        .sharing(machinery(settings, &search, &commerce));
    let working = tokio::spawn(work(app.clone(), site.registry(), stop.clone()));
    tokio::spawn(listen_to_owner(app.clone(), stop.clone()));
    let follower = Follower::new(search, &app, settings.data_dir.join(SEARCH));
    tokio::spawn(follower.run(told(stop.clone())));
    announce(address)?;
    let db = app.db.clone();
    run(listener, site.into_router(app, guard), stop).await?;
    if let Err(error) = keeping.flush(&db).await {
        tracing::warn!(%error, "Could not write down who looked at what before stopping");
    }
    if let Err(error) = working.await {
        tracing::error!(%error, "The worker ended badly");
    }
    tracing::info!("Stopped");
    Ok(())
}

/// What of this program the panel's page of health looks at.
fn machinery(settings: &Settings, search: &Search, commerce: &Commerce) -> Machinery {
    Machinery::new(admin::Parts {
        data_dir: Some(settings.data_dir.clone()),
        search: Some(search.clone()),
        commerce: Some(commerce.clone()),
    })
}

/// Takes up what the owner says in the panel of any node, within seconds, until told to stop.
async fn listen_to_owner(app: App, stop: watch::Receiver<bool>) {
    let listening = async {
        loop {
            tokio::time::sleep(ASK_OWNER).await;
            if let Err(error) = app.live.refresh(&app.db).await {
                tracing::warn!(%error, "Could not look whether settings changed; those known stay in force");
            }
        }
    };
    tokio::select! {
        () = listening => {}
        () = told(stop) => {}
    }
}

/// Does the jobs of all features until told to stop. Those that run then come to their end, but not for ever: another
/// node, or this one when it starts again, takes up what is left.
async fn work(app: App, registry: Registry<App>, stop: watch::Receiver<bool>) {
    let (db, clock, random) = (app.db.clone(), app.clock.clone(), app.random.clone());
    let worker = Worker::new(db, clock, random, registry, app);
    tokio::select! {
        () = worker.run(told(stop.clone())) => {}
        () = farewell(stop) => tracing::warn!(farewell_s = FAREWELL.as_secs(), "Left jobs that did not finish"),
    }
}

/// What the program itself does at intervals: removes from the media storage what deleted books and broken uploads
/// left there.
fn upkeep() -> Registry<App> {
    Registry::new().every("media.tidy", TIDY_MEDIA, async |app: App| {
        let now = app.clock.now();
        let discarded = catalogue::sweep(&app.db, &app.storage, now).await;
        // A folder that cannot be removed does not keep the rest from being tidied.
        app.storage.sweep(now.plus_seconds(-ONE_DAY)).await?;
        discarded.map(drop).map_err(anyhow::Error::from)
    })
}

/// The main destinations that exist.
fn destinations() -> Vec<(Tab, &'static str)> {
    vec![
        (Tab::Home, "/"),
        (Tab::Browse, catalogue::paths::BROWSE),
        (Tab::Library, Commerce::LIBRARY),
        (Tab::Account, web::ACCOUNT),
    ]
}

fn shop(settings: &Settings, address: SocketAddr) -> Result<ShopSettings, Failure> {
    let public_url = match &settings.public_url {
        Some(url) => url.clone(),
        None => format!("http://{address}")
            .parse::<PublicUrl>()
            .map_err(|error| Failure::new(format!("{}: {error}", Name::PublicUrl.variable())))?,
    };
    Ok(ShopSettings {
        public_url,
        currency: settings.currency,
        rate_limits: settings.rate_limits,
        is_trial: settings.chargily.as_ref().is_some_and(|chargily| chargily.mode == pay::Mode::Test),
        sells: settings.chargily.is_some(),
        destinations: destinations(),
    })
}

fn listen(address: SocketAddr, name: Name) -> Result<TcpListener, Failure> {
    bind(address).map_err(|error| {
        Failure::new(format!(
            "cannot listen on {address}: {error}; stop the other program, or choose another address with {}",
            name.variable()
        ))
    })
}

fn bind(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // As the standard library does: a shop that is started again need not wait for its old connections.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// The first line on standard output, which scripts wait for.
fn announce(address: SocketAddr) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "listening on http://{address}")
        .and_then(|()| out.flush())
        .map_err(|error| Failure::new(format!("cannot write to standard output: {error}")))
}

/// Serves until told to stop, then finishes what is running, but not for ever.
async fn run(listener: TcpListener, router: Router, stop: watch::Receiver<bool>) -> Result<(), Failure> {
    let listener = listener.tap_io(|connection| {
        // Small answers must not wait for more to send. A connection that is gone already will say so itself.
        let _ = connection.set_nodelay(true);
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(told(stop.clone()));
    tokio::select! {
        served = serving => served.map_err(|error| Failure::new(format!("the server stopped: {error}")))?,
        () = farewell(stop) => tracing::warn!(farewell_s = FAREWELL.as_secs(), "Left connections that did not finish"),
    }
    Ok(())
}

/// Sums up measurements, and answers with them on an address of their own where there is one.
fn measure(settings: &Settings, metrics: Metrics, stop: watch::Receiver<bool>) -> Result<(), Failure> {
    let collected = metrics.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(TIDY_METRICS).await;
            collected.tidy();
        }
    });
    let Some(address) = settings.metrics_listen else { return Ok(()) };
    let listener = listen(address, Name::MetricsListen)?;
    let router = Router::new().route("/metrics", get(async move || metrics.respond().into_response()));
    tokio::spawn(async move { axum::serve(listener, router).with_graceful_shutdown(told(stop)).await });
    Ok(())
}

/// Turns true when the operator says stop.
fn stop_signal() -> Result<watch::Receiver<bool>, Failure> {
    let wait_for =
        |kind| signal(kind).map_err(|error| Failure::new(format!("cannot wait for signals: {error}")));
    let (mut terminate, mut interrupt) =
        (wait_for(SignalKind::terminate())?, wait_for(SignalKind::interrupt())?);
    let (tell, stop) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => (),
            _ = interrupt.recv() => (),
        }
        tracing::info!("Stopping: finishing what is running");
        // No receiver is left only when the program has stopped already.
        let _ = tell.send(true);
    });
    Ok(stop)
}

async fn told(mut stop: watch::Receiver<bool>) {
    // The sender lives as long as the program; were it gone, stopping would be right as well.
    let _ = stop.wait_for(|stopped| *stopped).await;
}

/// The moment at which what still runs is left.
async fn farewell(stop: watch::Receiver<bool>) {
    told(stop).await;
    tokio::time::sleep(FAREWELL).await;
}
