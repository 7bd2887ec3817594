//! What readers do who buy while the program is killed again and again: they notice, and go on when it is back.

use std::io::{self, Write as _};
use std::net::TcpStream;
use std::sync::mpsc::Sender;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use chargily_double::{Act, Double, Status};
use kernel::Random;
use serde_json::Value;

use crate::running::Answer;

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often somebody buys each time the shop is open.
const ERRANDS: usize = 3;

/// Whether the shop is open: how often it was opened, and whether it will not be any more.
#[derive(Default)]
pub(super) struct Doors(Mutex<(usize, bool)>, Condvar);

impl Doors {
    pub(super) fn open(&self) {
        self.0.lock().unwrap().0 += 1;
        self.1.notify_all();
    }

    /// Waits until it has been opened more often than `times`, and answers how often; `None` where it will not be.
    fn opened(&self, times: usize) -> Option<usize> {
        let waits = |(opened, is_over): &mut (usize, bool)| *opened <= times && !*is_over;
        let (opened, is_over) = *self.1.wait_while(self.0.lock().unwrap(), waits).unwrap();
        (!is_over).then_some(opened)
    }
}

/// Closes the doors for good when it is dropped: also where a test fails, or the buyers would wait for ever.
pub(super) struct Closing<'a>(pub(super) &'a Doors);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        if let Ok(mut doors) = self.0.0.lock() {
            doors.1 = true;
        }
        self.0.1.notify_all();
    }
}

/// Draws by chance.
pub(super) struct Chance(pub(super) Random);

impl Chance {
    /// Below `most`.
    pub(super) fn below(&self, most: usize) -> usize {
        usize::from(u16::from_le_bytes(self.0.bytes::<2>())) % most.max(1)
    }

    fn one_of<'a, T>(&self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// A reader with a program that speaks to the API, and with a browser to pay in.
pub(super) struct Buyer<'a> {
    pub(super) shop: &'a str,
    pub(super) double: &'a Double,
    pub(super) token: String,
    pub(super) chance: Chance,
    pub(super) books: &'a [i64],
    /// How many books they have been at.
    pub(super) seen: usize,
    /// Their orders, by number.
    pub(super) orders: Vec<String>,
    /// The payments whose pages they were sent to, by the gateway's name.
    pub(super) pages: Vec<String>,
    /// Told of each thing that they do.
    pub(super) steps: Sender<()>,
}

/// Sends a request, and answers what came whole.
pub(super) fn send(address: &str, line: &str, head: &str, body: &str) -> io::Result<Answer> {
    let mut connection = TcpStream::connect(address)?;
    connection.set_read_timeout(Some(PATIENCE))?;
    let request = format!(
        "{line} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {}\r\n{head}\r\n{body}",
        body.len()
    );
    connection.write_all(request.as_bytes())?;
    let answer = Answer::try_read(connection)?;
    let length: usize = answer.header("content-length").parse().unwrap_or(0);
    // Whoever dies over an answer sends a part of it.
    if answer.body.len() < length { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(answer) }
}

/// What the API says.
pub(super) fn api(
    address: &str,
    line: (&str, &str),
    token: &str,
    body: &str,
) -> io::Result<(u16, Value, String)> {
    let head = format!("content-type: application/json\r\nauthorization: Bearer {token}\r\n");
    let answer = send(address, &format!("{} /api/v1{}", line.0, line.1), &head, body)?;
    let json = serde_json::from_str(&answer.body).unwrap_or_default();
    Ok((answer.status, json, answer.body))
}

impl Buyer<'_> {
    /// Buys as long as the shop is opened again.
    pub(super) fn run(mut self, doors: &Doors) {
        let mut times = 0;
        while let Some(opened) = doors.opened(times) {
            times = opened;
            for _ in 0..ERRANDS {
                if self.errand().is_err() {
                    // It was killed.
                    break;
                }
            }
        }
    }

    /// Buys something. An error says that the shop is gone.
    fn errand(&mut self) -> io::Result<()> {
        for _ in 0..=self.chance.below(2) {
            let book = self.book();
            self.ask("PUT", &format!("/cart/items/{book}"), &[200, 201, 409])?;
        }
        let made = self.ask("POST", "/orders", &[201, 409])?;
        if let Some(number) = made["number"].as_str() {
            self.orders.push(number.to_owned());
        }
        self.at_the_gateway(&made["payment_url"])?;
        match self.chance.below(5) {
            0 => self.pay_again()?,
            1 => self.give_up()?,
            2 => self.pay_late(),
            _ => {}
        }
        Ok(())
    }

    /// A book that they have not been at; now and then one that they have.
    fn book(&mut self) -> i64 {
        if self.seen > 0 && self.chance.below(5) == 0 {
            return self.books[self.chance.below(self.seen)];
        }
        self.seen = (self.seen + 1).min(self.books.len());
        self.books[self.seen - 1]
    }

    fn ask(&self, method: &str, path: &str, expected: &[u16]) -> io::Result<Value> {
        self.step();
        let (status, json, text) = api(self.shop, (method, path), &self.token, "{}")?;
        self.step();
        assert!(expected.contains(&status), "{status} for {method} {path}: {text}");
        Ok(json)
    }

    fn step(&self) {
        // Nobody counts any more once the shop is closed for good.
        let _ = self.steps.send(());
    }

    /// Sees the page to pay on, where there is one.
    fn at_the_gateway(&mut self, url: &Value) -> io::Result<()> {
        let Some(url) = url.as_str() else { return Ok(()) };
        let id = url.rsplit('/').nth(1).unwrap().to_owned();
        self.pages.push(id.clone());
        match self.chance.below(10) {
            0..=3 => self.on_the_page(url, "pay"),
            4 => self.on_the_page(url, "fail"),
            5 => self.on_the_page(url, "cancel"),
            other => {
                // The browser is closed at once, or the page is left open. Where something cannot be done, the page says so.
                let acts = [Act::Pay, Act::Process, Act::Expire];
                let _ = acts.get(other - 6).map(|act| self.double.act(&id, *act));
                self.step();
                Ok(())
            }
        }
    }

    /// Presses a button there, and is sent back to the shop.
    fn on_the_page(&self, url: &str, act: &str) -> io::Result<()> {
        let (address, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let head = "content-type: application/x-www-form-urlencoded\r\n";
        let form = format!("act={act}&payment_method=cib");
        let answer = send(address, &format!("POST /{path}"), head, &form).unwrap();
        let Some(back) = answer.header("location").strip_prefix(&format!("http://{}", self.shop)) else {
            // It was over before.
            assert_eq!(answer.status, 409, "{}", answer.body);
            return Ok(());
        };
        self.step();
        let page = send(self.shop, &format!("GET {back}"), "", "")?;
        self.step();
        assert_eq!(page.status, 200, "{back}");
        Ok(())
    }

    fn pay_again(&mut self) -> io::Result<()> {
        let Some(number) = self.chance.one_of(&self.orders).cloned() else { return Ok(()) };
        let page = self.ask("POST", &format!("/orders/{number}/pay"), &[200, 409, 503])?;
        self.at_the_gateway(&page["payment_url"])
    }

    fn give_up(&self) -> io::Result<()> {
        let Some(number) = self.chance.one_of(&self.orders) else { return Ok(()) };
        self.ask("POST", &format!("/orders/{number}/cancel"), &[200, 409, 503]).map(drop)
    }

    /// Pays on a page that was left, or is long over: money comes late.
    fn pay_late(&self) {
        let Some(id) = self.chance.one_of(&self.pages) else { return };
        if self.double.checkout(id).is_some_and(|checkout| checkout.status != Status::Paid) {
            self.double.force(id, Act::Pay).unwrap();
            self.step();
        }
    }
}
