//! The child's side: limits itself first, then does one task for one file, and answers once.

use std::{
    ffi::OsString,
    io::Write,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    process::ExitCode,
};

use rustix::process::{Resource, Rlimit, setrlimit};

use super::{
    inspect, render,
    wire::{Answer, Done, Order, Refusal, Task},
};

/// What a program does when it is started as a [`Child`](super::Child): `args` are those after the child's own, the
/// answer goes to `stdout`. The process must not do anything else before or after, since its limits are for good.
///
/// Exits 0 when an answer was given, even if it is a refusal; 2 when it was called wrongly.
pub fn child_main(args: impl IntoIterator<Item = OsString>, mut stdout: impl Write) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let [source, out_dir, order] = args.as_slice() else { return ExitCode::from(2) };
    let Some(order) = order.to_str().and_then(|order| serde_json::from_str::<Order>(order).ok()) else {
        return ExitCode::from(2);
    };
    if restrain(&order).is_err() {
        return ExitCode::from(2);
    }
    // The message of a panic would quote the book; the answer says all that anybody can use.
    std::panic::set_hook(Box::new(|_| ()));
    let outcome = catch_unwind(AssertUnwindSafe(|| run(Path::new(source), Path::new(out_dir), &order)))
        .unwrap_or_else(|_| Err(Refusal::damaged("its parser gave up")));
    let answer = Answer { outcome, peak_memory: peak_memory() };
    let written = serde_json::to_writer(&mut stdout, &answer).is_ok() && stdout.flush().is_ok();
    if written { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(source: &Path, out_dir: &Path, order: &Order) -> Result<Done, Refusal> {
    match order.task {
        Task::Inspect => Ok(Done::Inspected(Box::new(inspect::inspect(source, out_dir, order)?))),
        Task::Draw => Ok(Done::Drawn(render::draw(source, out_dir)?)),
    }
}

/// From here on the kernel stops what goes too far. No threads, so one address space and one stack.
fn restrain(order: &Order) -> rustix::io::Result<()> {
    let limits = [
        (Resource::As, order.memory),
        (Resource::Cpu, order.seconds),
        (Resource::Fsize, order.output),
        (Resource::Nofile, 16),
        (Resource::Core, 0),
    ];
    for (resource, most) in limits {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

/// The high-water mark of resident memory, in bytes, where the system keeps one.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kibibytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kibibytes.unwrap_or(0) * 1024
}
