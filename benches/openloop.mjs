// Requests that are sent when they are due, whatever the answers take: the time of each counts from that moment, so that
// whoever had to wait for a free connection, or for a program that was busy, is counted in full.
import net from "node:net";

/** The bytes of a request. */
export function request(method, path, headers = {}, body = "") {
  const bytes = Buffer.from(body);
  const fields = { host: "shop", "content-length": bytes.length, ...headers };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n`), bytes]);
}

/** The length of the first answer among the bytes, with its head; `null` where it is not whole. */
function whole(bytes) {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = bytes.toString("latin1", 0, end);
  const length = Number(head.match(/^content-length: (\d+)/im)?.[1] ?? NaN);
  const status = Number(head.slice(9, 12));
  if (Number.isNaN(length) && status !== 204) throw new Error(`an answer of unknown length: ${head}`);
  const total = end + 4 + (length || 0);
  return bytes.length < total ? null : { status, total, body: bytes.subarray(end + 4, total) };
}

/** Connections that stay open, each with one request at a time; what finds none free waits for one. */
export class Connections {
  #free = [];
  #waiting = [];
  #open = [];

  static async to(address, count = 64) {
    const all = new Connections();
    const { hostname, port } = new URL(address);
    await Promise.all(Array.from({ length: count }, () => all.#connect(Number(port), hostname)));
    return all;
  }

  #connect(port, host) {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ port, host, noDelay: true });
      const line = { socket, bytes: Buffer.alloc(0), answered: null };
      socket.once("connect", () => resolve());
      socket.on("error", reject);
      socket.on("data", (data) => this.#hear(line, data));
      socket.on("close", () => line.answered && this.#fail());
      this.#open.push(socket);
      this.#free.push(line);
    });
  }

  #fail() {
    throw new Error("the server closed a connection over an answer");
  }

  #hear(line, data) {
    line.bytes = line.bytes.length ? Buffer.concat([line.bytes, data]) : data;
    const answer = whole(line.bytes);
    if (!answer) return;
    const { answered } = line;
    line.bytes = Buffer.alloc(0);
    line.answered = null;
    const next = this.#waiting.shift();
    if (next) this.#send(line, next);
    else this.#free.push(line);
    answered(answer);
  }

  #send(line, { bytes, answered }) {
    line.answered = answered;
    line.socket.write(bytes);
  }

  /** Sends a request, and answers what came. */
  ask(bytes) {
    return new Promise((answered) => {
      const line = this.#free.pop();
      if (line) this.#send(line, { bytes, answered });
      else this.#waiting.push({ bytes, answered });
    });
  }

  close() {
    for (const socket of this.#open) socket.destroy();
  }
}

/** Sends each of `plan`, `{ at, bytes }` with the milliseconds after the start, and answers the times and what came. */
export async function openLoop(connections, plan) {
  const started = performance.now() + 20;
  const answers = [];
  for (const { at, bytes } of plan) {
    const due = started + at;
    // A timer may be late by a millisecond and more; the last one is spent looking at the clock.
    for (let left = due - performance.now(); left > 0; left = due - performance.now()) {
      await new Promise((resolve) => (left > 2 ? setTimeout(resolve, left - 1.5) : setImmediate(resolve)));
    }
    answers.push(connections.ask(bytes).then(({ status, body }) => ({ took: performance.now() - due, status, body: String(body) })));
  }
  return Promise.all(answers);
}

/** So many a second for so many seconds: `make(number)` gives the bytes. */
export const steady = (rate, seconds, make) =>
  Array.from({ length: rate * seconds }, (_, number) => ({ at: (number * 1_000) / rate, bytes: make(number) }));

export const percentile = (answers, share) => {
  const times = answers.map(({ took }) => took).toSorted((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * share))];
};
