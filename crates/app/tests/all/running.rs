//! The program serving: an address to ask, a signal to stop it.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::place::Place;

/// Longer than anything takes; a test that waits so long fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// `warraq serve`, killed when it is dropped.
pub(crate) struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    /// `127.0.0.1:…`
    pub(crate) address: String,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Place {
    /// Serves on a free port; the log goes to the file `log`.
    pub(crate) fn serve(&self, variables: &[(&str, &str)]) -> Running {
        self.serve_at("127.0.0.1:0", variables)
    }

    /// Serves on an address; the log of the time before is forgotten.
    pub(crate) fn serve_at(&self, address: &str, variables: &[(&str, &str)]) -> Running {
        let log = File::create(self.path("log")).unwrap();
        let mut command = self.command(&["serve", "--listen", address]);
        let mut child =
            command.envs(variables.iter().copied()).stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        out.read_line(&mut first).unwrap();
        let address = first.strip_prefix("listening on http://").unwrap_or_else(|| panic!("{first:?}"));
        Running { address: address.trim_end().to_owned(), child, out }
    }
}

impl Running {
    /// A connection to it.
    pub(crate) fn connect(&self) -> TcpStream {
        let connection = TcpStream::connect(&self.address).unwrap();
        connection.set_read_timeout(Some(PATIENCE)).unwrap();
        connection
    }

    /// Asks for a path.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path)
    }

    /// Asks with any method, without a body.
    pub(crate) fn ask(&self, method: &str, path: &str) -> Answer {
        let mut connection = self.connect();
        let head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address);
        connection.write_all(head.as_bytes()).unwrap();
        Answer::read(connection)
    }

    /// The most memory that it has had, in KiB.
    pub(crate) fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// Tells it to stop, as an operator's tools do.
    pub(crate) fn terminate(&self) {
        let pid = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(pid, Signal::TERM).unwrap();
    }

    /// Kills it, as a machine does that loses power.
    pub(crate) fn kill(&self) {
        let pid = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(pid, Signal::KILL).unwrap();
    }

    /// Waits for its end; what it still wrote on standard output stands beside.
    pub(crate) fn ended(mut self) -> (ExitStatus, String) {
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        (self.child.wait().unwrap(), rest)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    /// Reads what comes until the connection closes.
    pub(crate) fn read(connection: TcpStream) -> Self {
        Self::try_read(connection).unwrap()
    }

    /// The same, where the program may be killed meanwhile.
    pub(crate) fn try_read(mut connection: TcpStream) -> io::Result<Self> {
        let mut bytes = Vec::new();
        connection.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let broken = || io::Error::new(io::ErrorKind::UnexpectedEof, format!("no answer: {text:?}"));
        let (head, body) = text.split_once("\r\n\r\n").ok_or_else(broken)?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(broken)?;
        Ok(Self { status, head: head.to_owned(), body: body.to_owned() })
    }

    /// A header, empty where it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }
}
