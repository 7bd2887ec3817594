//! Logs on standard error: lines for people, or an object a line for programs. What a line holds is decided where
//! it is written; docs/logging.md has the rules.

use std::io::{self, IsTerminal as _};
use std::panic;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

use crate::failure::Failure;
use crate::settings::{LogFormat, Settings};

/// Reads a filter, or says what is wrong with it.
pub(crate) fn filter(text: &str) -> Result<EnvFilter, String> {
    const EXPECTED: &str = "expected a level, such as info, or levels of parts, such as warn,db=debug";
    // A bare word would be taken for the name of a part, and a misspelt level would silence everything.
    let mut bare = text.split(',').map(str::trim).filter(|part| !part.contains(['=', '[']));
    if bare.any(|word| word.parse::<LevelFilter>().is_err()) {
        return Err(EXPECTED.to_owned());
    }
    EnvFilter::builder().parse(text).map_err(|error| format!("{error}; {EXPECTED}"))
}

/// Begins to log.
pub(crate) fn start(settings: &Settings) -> Result<(), Failure> {
    let filter = filter(&settings.log).map_err(Failure::new)?;
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
