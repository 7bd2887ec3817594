//! `warraq backup` and `warraq restore`: the whole shop in one file, and back.

use std::io::{IsTerminal as _, Write};
use std::path::Path;

use backup::{Differences, Error, Found, Made, Manifest, Mode, Restored, Step, Work};
use kernel::Clock;

use crate::command;
use crate::failure::Failure;
use crate::open;
use crate::settings::Settings;

/// Makes a backup, or compares one with the shop.
pub(crate) async fn backup(
    settings: &Settings,
    command: &command::Backup,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let (work, path) = (work(settings)?, command.file.as_path());
    let mut progress = Progress::new(out);
    if command.check {
        let found = backup::check(&work, path, &mut |step| progress.step(step)).await;
        let found = found.map_err(|error| failure(settings, path, &error))?;
        return progress.end(&told_check(&found));
    }
    let made = backup::make(&work, path, &mut |step| progress.step(step)).await;
    let made = made.map_err(|error| failure(settings, path, &error))?;
    progress.end(&told_made(path, &made))?;
    match made.missing.len() {
        0 => Ok(()),
        lost => Err(Failure::new(format!(
            "the backup is made, but {lost} folders that the database refers to were lost from the media before, \
             {} among them; look for them in an older backup",
            made.missing.first().map_or("", String::as_str)
        ))),
    }
}

/// Restores a backup, or tells whether that could be done.
pub(crate) async fn restore(
    settings: &Settings,
    command: &command::Restore,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let (work, path) = (work(settings)?, command.file.as_path());
    let mode = match (command.dry_run, command.replace) {
        (true, _) => Mode::DryRun,
        (false, true) => Mode::Replace,
        (false, false) => Mode::IntoEmpty,
    };
    let mut progress = Progress::new(out);
    let restored = backup::restore(&work, path, mode, &mut |step| progress.step(step)).await;
    let restored = restored.map_err(|error| failure(settings, path, &error))?;
    progress.end(&told_restored(settings, mode, &restored))
}

fn work(settings: &Settings) -> Result<Work, Failure> {
    open::make_folders(settings)?;
    Ok(Work {
        database: settings.database.clone(),
        storage: open::storage(settings)?,
        clock: Clock::system(),
    })
}

fn failure(settings: &Settings, path: &Path, error: &Error) -> Failure {
    let next = match error {
        _ if error.is_full() => "make room on the disk; nothing was left there",
        Error::Database(error) => return open::database_failure(settings, error),
        Error::Exists(_) => "choose another name; a backup is never written over",
        Error::Write { .. } => "choose another place",
        Error::Storage(_) => "see WARRAQ_MEDIA_URL",
        Error::Newer(_) => "restore it with that version, or a newer one; nothing was changed",
        Error::NoArchive(_) | Error::Damaged(_) | Error::Read { .. } => {
            "use another backup; nothing was changed"
        }
        Error::NotEmpty(_) => {
            return Failure::new(format!(
                "{} and {} are not empty: {error}; nothing was changed; --replace removes all of that for ever \
                 and restores {}",
                settings.database.url,
                settings.media_url,
                path.display()
            ));
        }
    };
    Failure::new(format!("{error}; {next}"))
}

fn about(manifest: &Manifest) -> String {
    let schema = manifest.versions().last().copied().unwrap_or_default();
    format!(
        "{} rows in {} tables, {} files of {}, made {} from {} with schema {schema}",
        manifest.rows(),
        manifest.tables.len(),
        manifest.files.count,
        size(manifest.files.bytes),
        manifest.made_at,
        manifest.database,
    )
}

fn told_made(path: &Path, made: &Made) -> Vec<String> {
    vec![format!("made {} of {}: {}", path.display(), size(made.bytes), about(&made.manifest))]
}

fn told_restored(settings: &Settings, mode: Mode, restored: &Restored) -> Vec<String> {
    let about = about(&restored.manifest);
    let gone = &restored.gone;
    let place = format!("{} and {}", settings.database.url, settings.media_url);
    match (mode, gone.is_nothing()) {
        (Mode::DryRun, true) => {
            vec![format!("whole: {about}"), format!("it can be restored into {place}, which are empty")]
        }
        (Mode::DryRun, false) => vec![
            format!("whole: {about}"),
            format!("{place} are not empty; --replace would remove for ever: {gone}"),
        ],
        (_, true) => vec![format!("restored into {place}: {about}")],
        (_, false) => vec![format!("removed: {gone}"), format!("restored into {place}: {about}")],
    }
}

fn told_check(found: &Found) -> Vec<String> {
    let mut lines = vec![format!("whole: {}", about(&found.manifest))];
    if found.other_schema {
        lines.push("the shop has another schema: rows were not compared".to_owned());
    }
    let named = found.tables.iter().map(|(table, differences)| (*table, *differences));
    for (name, differences) in named.chain([("files", found.files)]).filter(|(_, found)| !found.is_none()) {
        lines.push(differing(name, differences));
    }
    if lines.len() == 1 {
        lines.push("the shop is the same".to_owned());
    }
    lines
}

fn differing(name: &str, found: Differences) -> String {
    let Differences { only_in_archive, only_in_shop, changed } = found;
    format!(
        "differs  {name}: {only_in_shop} only in the shop, {only_in_archive} only in the backup, {changed} changed"
    )
}

/// Bytes for people.
fn size(bytes: u64) -> String {
    let mut whole = bytes;
    for unit in ["bytes", "KiB", "MiB"] {
        if whole < 10_240 {
            return format!("{whole} {unit}");
        }
        whole /= 1_024;
    }
    format!("{whole} GiB")
}

/// Tells how far it has come: on a terminal one line that changes, in a pipe a line now and then.
struct Progress<'a, W> {
    out: &'a mut W,
    is_terminal: bool,
    /// The last tenth of the files, or of the archive, that was told.
    tenth: Option<(&'static str, u64)>,
}

impl<'a, W: Write> Progress<'a, W> {
    fn new(out: &'a mut W) -> Self {
        Self { out, is_terminal: std::io::stdout().is_terminal(), tenth: None }
    }

    fn step(&mut self, step: Step<'_>) {
        let (what, done, all) = match step {
            Step::Table(name, rows) => {
                if rows > 0 {
                    self.line(&format!("rows      {name}: {rows}"));
                }
                return;
            }
            Step::Verifying(done, all) => ("verified", done, all),
            Step::Files(done, all) => ("files", done, all),
        };
        let tenth = (done * 10).checked_div(all).unwrap_or(10);
        if self.tenth != Some((what, tenth)) {
            self.tenth = Some((what, tenth));
            self.line(&format!("{what:<9} {}% of {}", tenth * 10, size(all)));
        }
    }

    fn line(&mut self, words: &str) {
        // Progress that nobody can read is no reason to stop.
        let _ = if self.is_terminal {
            write!(self.out, "\r\u{1b}[K{words}").and_then(|()| self.out.flush())
        } else {
            writeln!(self.out, "{words}")
        };
    }

    fn end(self, lines: &[String]) -> Result<(), Failure> {
        let start = if self.is_terminal { "\r\u{1b}[K" } else { "" };
        write!(self.out, "{start}")
            .and_then(|()| lines.iter().try_for_each(|line| writeln!(self.out, "{line}")))
            .map_err(|error| Failure::new(format!("cannot write to standard output: {error}")))
    }
}
