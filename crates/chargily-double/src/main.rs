//! The program `chargily-double`: the stand-in for Chargily Pay on its own, for trying the shop out and for browsers.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::process::ExitCode;

use chargily_double::{Config, Double, Knobs, Mode};
use clap::Parser;

/// A stand-in for the payment gateway Chargily Pay V2, on this machine only. No money moves.
///
/// Its first line says where it listens. `/double/knobs` turns its knobs; see the README of its crate.
#[derive(Debug, Parser)]
#[command(name = "chargily-double", version)]
struct Line {
    /// The address to listen on, of this machine only; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:0", value_parser = loopback)]
    listen: SocketAddr,
    /// The secret key of the test mode: test_sk_…
    #[arg(long, value_name = "KEY", value_parser = |key: &str| key_of(Mode::Test, key))]
    test_key: String,
    /// The secret key of the live mode: live_sk_… Without it an example is the key.
    #[arg(long, value_name = "KEY", value_parser = |key: &str| key_of(Mode::Live, key))]
    live_key: Option<String>,
    /// Where events of the test mode go, for checkouts that name no address.
    #[arg(long, value_name = "URL")]
    test_webhook: Option<String>,
    /// The same of the live mode.
    #[arg(long, value_name = "URL")]
    live_webhook: Option<String>,
}

fn loopback(text: &str) -> Result<SocketAddr, String> {
    let addr: SocketAddr =
        text.parse().map_err(|_| "expected ADDRESS:PORT such as 127.0.0.1:0".to_owned())?;
    if addr.ip().is_loopback() { Ok(addr) } else { Err("not an address of this machine only".to_owned()) }
}

fn key_of(mode: Mode, key: &str) -> Result<String, String> {
    let prefix = mode.key_prefix();
    if key.len() > prefix.len() && key.starts_with(prefix) {
        Ok(key.to_owned())
    } else {
        Err(format!("expected a key that begins with {prefix}"))
    }
}

fn main() -> ExitCode {
    let line = Line::parse();
    let knobs =
        Knobs { test_webhook: line.test_webhook, live_webhook: line.live_webhook, ..Knobs::default() };
    let mut config = Config { listen: line.listen, test_key: line.test_key, knobs, ..Config::default() };
    if let Some(key) = line.live_key {
        config.live_key = key;
    }
    match run(config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(config: Config) -> Result<(), Box<dyn std::error::Error>> {
    let double = Double::start(config)?;
    let mut told = format!("listening on {}\n", double.origin());
    for mode in Mode::ALL {
        told.push_str(&format!("API in {mode:?} mode: {}\n", double.base_url(mode)));
    }
    // Whoever started it may read the first line only and close: it goes on serving.
    let mut out = io::stdout();
    let _ = out.write_all(told.as_bytes()).and_then(|()| out.flush());
    let waiting = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    waiting.block_on(until_stopped())?;
    Ok(())
}

#[cfg(unix)]
async fn until_stopped() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        asked = tokio::signal::ctrl_c() => asked,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn until_stopped() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
