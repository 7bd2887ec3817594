//! `warraq import`: takes files, folders and lists into the catalogue and tells of each in a line.

use std::env;
use std::io::Write;
use std::path::PathBuf;

use catalogue::import::{Importer, Line, Outcome, Policy, Summary, Workplace};
use kernel::{Clock, Money, Random};
use web::Workbench;

use crate::failure::Failure;
use crate::open;
use crate::settings::Settings;

/// The hidden command with which the program reads PDFs on its own behalf.
pub(crate) const PDF_CHILD: &str = "__pdf";

/// Imports what lies behind the paths.
pub(crate) async fn import(
    settings: &Settings,
    paths: &[PathBuf],
    policy: Policy,
    out: &mut (impl Write + Send),
) -> Result<(), Failure> {
    let importer = importer(settings, policy).await?;
    let mut told = Ok(());
    let summary = importer
        .run(paths, &mut |line| {
            if told.is_ok() {
                told = tell(out, line);
            }
        })
        .await
        .map_err(|error| {
            let next = if error.is_full() { "make room on the disk, then" } else { "then" };
            Failure::new(format!(
                "the import stopped: {error}; what was told above is in the shop; {next} import the same again"
            ))
        })?;
    told.and_then(|()| writeln!(out, "{}", words(summary))).map_err(unwritable)?;
    match summary.refused {
        0 => Ok(()),
        refused => Err(Failure::new(format!("{refused} could not go in; the reasons stand above"))),
    }
}

/// Everything that an import works with.
pub(crate) async fn importer(settings: &Settings, policy: Policy) -> Result<Importer, Failure> {
    let storage = open::storage(settings)?;
    let db = open::database(settings).await?;
    let Workbench { folder, pdf_program, pdf_arguments } = workbench(settings)?;
    let work = Workplace::open(folder.clone())
        .map_err(|error| Failure::new(format!("cannot use the folder {}: {error}", folder.display())))?;
    Ok(Importer {
        db,
        storage,
        clock: Clock::system(),
        random: Random::system(),
        pdf_child: publication::pdf::Child { program: pdf_program, args: pdf_arguments },
        work,
        limits: publication::Limits::default(),
        currency: settings.currency,
        policy,
    })
}

/// With what files are taken apart.
pub(crate) fn workbench(settings: &Settings) -> Result<Workbench, Failure> {
    let program = env::current_exe()
        .map_err(|error| Failure::new(format!("cannot find this program on the disk: {error}")))?;
    Ok(Workbench { folder: work(settings), pdf_program: program, pdf_arguments: vec![PDF_CHILD.into()] })
}

/// Where files are taken apart before they go into the shop.
pub(crate) fn work(settings: &Settings) -> PathBuf {
    settings.data_dir.join("tmp")
}

/// What becomes of books without a price, by the options.
pub(crate) fn policy(settings: &Settings, free: bool, price: Option<&str>) -> Result<Policy, Failure> {
    match (free, price) {
        (true, _) => Ok(Policy::Publish(Money::zero(settings.currency))),
        (false, None) => Ok(Policy::Draft),
        (false, Some(price)) => Money::parse_major(price, settings.currency)
            .map(Policy::Publish)
            .map_err(|error| Failure::new(format!("--price {price}: {error}"))),
    }
}

fn tell(out: &mut impl Write, line: &Line) -> std::io::Result<()> {
    let path = line.path.display();
    match &line.outcome {
        Outcome::Added { title, .. } => writeln!(out, "added      {path}: {title}")?,
        Outcome::Attached { title, .. } => writeln!(out, "attached   {path}: {title}")?,
        Outcome::Published { title, .. } => writeln!(out, "published  {path}: {title}")?,
        Outcome::Unchanged { title, .. } => writeln!(out, "unchanged  {path}: {title}")?,
        Outcome::Refused { reason, .. } => writeln!(out, "refused    {path}: {reason}")?,
        Outcome::List { added, published, unchanged, refused } => {
            let published = published_words(*published);
            writeln!(
                out,
                "list       {path}: {added} added, {published}{unchanged} unchanged, {refused} refused"
            )?;
            // A list's lines have words of their own; of a file, one line is enough.
            for note in &line.notes {
                writeln!(out, "  note     {note}")?;
            }
        }
    }
    Ok(())
}

fn words(summary: Summary) -> String {
    let Summary { added, attached, published, unchanged, refused } = summary;
    let published = published_words(published);
    format!("{added} added, {attached} attached, {published}{unchanged} unchanged, {refused} refused")
}

/// Drafts that got their price are rare, and told only where there are some.
fn published_words(published: usize) -> String {
    if published == 0 { String::new() } else { format!("{published} published, ") }
}

fn unwritable(error: std::io::Error) -> Failure {
    Failure::new(format!("cannot write to standard output: {error}"))
}
