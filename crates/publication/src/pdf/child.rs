//! The parent's side: starts the child with nothing inherited, waits for its answer no longer than it may take,
//! and kills it otherwise.

use std::{
    io::{self, Read},
    path::Path,
    process::{ChildStdout, Command, ExitStatus, Stdio},
    sync::mpsc,
    time::Duration,
};

use super::{
    Child,
    wire::{Answer, Done, Drawn, Inspected, Order, Refusal, Task},
};
use crate::{Limits, Rejection, SampleLength};

const MIB: u64 = 1024 * 1024;
/// What a child may use beyond four times the file.
const MEMORY: u64 = 256 * MIB;
/// Above this the source is served as it is: rewriting it would take too much memory.
const REWRITTEN_UP_TO: u64 = 200 * MIB;
/// How long reading the structure may take, and how long drawing one page twice; beside the time in which a slow machine that has
/// other work reads the file, so many bytes a second.
const INSPECTION: Duration = Duration::from_secs(20);
const DRAWING: Duration = Duration::from_secs(10);
const READ_A_SECOND: u64 = 8 * MIB;
/// The longest answer: outlines and labels of the largest books fit many times.
const ANSWER: u64 = 32 * MIB;
/// More pages than any book has.
const PAGES: u32 = 50_000;

/// One file on its way through the children.
pub(super) struct Run<'a> {
    pub(super) child: &'a Child,
    pub(super) source: &'a Path,
    pub(super) out_dir: &'a Path,
    /// Bytes of the source.
    pub(super) size: u64,
    pub(super) limits: &'a Limits,
    pub(super) sample: SampleLength,
}

impl Run<'_> {
    /// Reads the structure and writes the copies; with the child's peak of memory in bytes.
    pub(super) fn inspect(&self) -> Result<(Inspected, u64), Rejection> {
        let time = self.within(INSPECTION);
        let order = self.order(Task::Inspect, time);
        let answer = match self.ask(&order, time) {
            // Most likely it ran out of memory over a wealth of small objects, so try to do with fewer.
            Err(Silence::Died(_)) => self.ask(&Order { lean: true, rewrite: false, ..order }, time)?,
            other => other?,
        };
        match answer.outcome {
            Ok(Done::Inspected(inspected)) => Ok((*inspected, answer.peak_memory)),
            Ok(Done::Drawn(_)) => Err(Rejection::damaged("its reader answered another question")),
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// Draws page 1. A page that cannot be drawn is no reason to refuse the book, so nothing fails here.
    pub(super) fn draw(&self) -> (Drawn, u64) {
        let time = self.within(DRAWING);
        match self.ask(&self.order(Task::Draw, time), time) {
            Ok(Answer { outcome: Ok(Done::Drawn(drawn)), peak_memory }) => (drawn, peak_memory),
            Ok(Answer { peak_memory, .. }) => (Drawn::default(), peak_memory),
            Err(_) => (Drawn::default(), 0),
        }
    }

    fn within(&self, time: Duration) -> Duration {
        time + Duration::from_secs(self.size / READ_A_SECOND)
    }

    fn order(&self, task: Task, wall: Duration) -> Order {
        Order {
            task,
            memory: MEMORY + 4 * self.size,
            seconds: wall.as_secs(),
            output: 2 * self.size + 32 * MIB,
            stream: self.limits.entry_bytes,
            font: self.limits.media_bytes,
            total: self.limits.total_bytes.max(32 * self.size),
            ratio: self.limits.ratio,
            pixels: self.limits.picture_pixels,
            pages: PAGES,
            rewrite: self.size <= REWRITTEN_UP_TO,
            lean: false,
            sample: self.sample,
        }
    }

    fn ask(&self, order: &Order, wall: Duration) -> Result<Answer, Silence> {
        let order = serde_json::to_string(order).map_err(io::Error::from)?;
        // Nothing of our environment goes along: it may hold passwords, and a parser needs none of it.
        let mut process = Command::new(&self.child.program)
            .args(&self.child.args)
            .arg(self.source)
            .arg(self.out_dir)
            .arg(order)
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (sender, receiver) = mpsc::channel();
        if let Some(stdout) = process.stdout.take() {
            std::thread::spawn(move || sender.send(read(stdout)));
        }
        let said = receiver.recv_timeout(wall);
        // After its last word the child has nothing left to do; and one that said nothing in time never will.
        process.kill()?;
        let status = process.wait()?;
        match said {
            Ok(said) => understand(&said?, status),
            Err(_) => Err(Silence::Late),
        }
    }
}

fn read(stdout: ChildStdout) -> io::Result<Vec<u8>> {
    let mut said = Vec::new();
    stdout.take(ANSWER + 1).read_to_end(&mut said)?;
    Ok(said)
}

fn understand(said: &[u8], status: ExitStatus) -> Result<Answer, Silence> {
    if said.len() as u64 > ANSWER {
        return Err(Silence::Endless);
    }
    serde_json::from_slice(said).map_err(|_| Silence::Died(status))
}

/// Why there is no answer.
enum Silence {
    Late,
    Endless,
    Died(ExitStatus),
    Machine(io::Error),
}

impl From<io::Error> for Silence {
    fn from(error: io::Error) -> Self {
        Self::Machine(error)
    }
}

impl From<Silence> for Rejection {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::Late => Self::damaged("reading it takes too long"),
            Silence::Endless => Self::damaged("its description is too long"),
            Silence::Died(status) => Self::damaged(format!("it cannot be processed ({status})")),
            Silence::Machine(error) => Self::Io(error),
        }
    }
}

impl From<Refusal> for Rejection {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotAPdf => Self::NotAPublication("it does not begin like a PDF".to_owned()),
            Refusal::Damaged(why) => Self::Damaged(why),
            Refusal::Password => Self::PasswordProtected,
            Refusal::Bomb(why) => Self::Unsafe(why),
            Refusal::TooLarge { what, limit } => Self::TooLarge { what, limit },
            Refusal::Machine(why) => Self::Io(io::Error::other(why)),
        }
    }
}
