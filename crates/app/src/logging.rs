//! Logs on standard error: lines for people, or an object a line for programs. What a line holds is decided where
//! it is written; docs/logging.md has the rules.

use std::io::{self, IsTerminal as _};
use std::panic;

use tracing_subscriber::EnvFilter;

use crate::failure::Failure;
use crate::settings::{LogFormat, Name, Settings};

/// Begins to log.
pub(crate) fn start(settings: &Settings) -> Result<(), Failure> {
    let filter = EnvFilter::builder().parse(&settings.log).map_err(|error| {
        let name = Name::Log.variable();
        Failure::new(format!("{name}: `{}`: {error}; write info, or warn,db=debug", settings.log))
    })?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    match settings.log_format {
        LogFormat::Pretty => lines.with_ansi(io::stderr().is_terminal()).with_target(false).init(),
        LogFormat::Json => {
            lines.json().flatten_event(true).with_current_span(true).with_span_list(false).init();
        }
    }
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let said = info.payload_as_str().unwrap_or("without words");
        tracing::error!(place, "A task panicked at {place}: {said}");
    }));
    Ok(())
}
