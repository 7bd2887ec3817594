//! The program `warraq`. It reads the command line and the settings, puts the features together, and runs one
//! command. What the features do is theirs; here stands only which there are.

mod backup;
mod command;
mod demo;
mod evaluate;
mod failure;
mod import;
mod logging;
mod open;
mod quality;
mod refund;
mod serve;
mod settings;
mod show;
mod site;
mod user;

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use command::{Command, Line, User};
use failure::Failure;
use settings::Settings;

fn main() -> ExitCode {
    // Before any thread: the child that reads a PDF limits itself and does nothing else.
    let mut args = env::args_os().skip(1);
    if args.next().is_some_and(|first| first == import::PDF_CHILD) {
        return publication::pdf::child_main(args, io::stdout().lock());
    }
    let line = Line::parse();
    match run(line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(line: Line) -> Result<(), Failure> {
    let settings = Settings::load(&line.flags(), env::vars_os())?;
    let is_config = matches!(line.command, Command::Config);
    if !is_config {
        logging::start(&settings)?;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(format!("cannot start the program's threads: {error}")))?;
    runtime.block_on(async {
        match line.command {
            Command::Serve(_) => serve::serve(&settings).await,
            Command::Demo => demo::demo(&settings, &mut io::stdout()).await,
            Command::Import(import) => {
                let policy = import::policy(&settings, import.free, import.price.as_deref())?;
                import::import(&settings, &import.paths, policy, &mut io::stdout()).await
            }
            Command::User(User::Create(new)) => user::create(&settings, &new, &mut io::stdout()).await,
            Command::Refund(command) => refund::run(&settings, &command, &mut io::stdout()).await,
            Command::EvaluateRecommendations(files) => evaluate::evaluate(&files, &mut io::stdout()),
            Command::Backup(command) => backup::backup(&settings, &command, &mut io::stdout()).await,
            Command::Restore(command) => backup::restore(&settings, &command, &mut io::stdout()).await,
            Command::Migrate => open::migrate(&settings, &mut io::stdout()).await,
            Command::SearchQuality { list } => quality::report(&list, settings.currency, &mut io::stdout()),
            Command::Config => {
                let said = show::said(&settings, &mut io::stderr()).await;
                show::settings(&settings, &said, &mut io::stdout())
            }
        }
    })
}
