// The payment gateway's stand-in: a program of its own, which the shop is told to pay at.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { program } from "./shop.mjs";

const KEY = "test_sk_stand_in_of_the_tests";

export class Gateway {
  #child;

  /** Starts one on a free port. */
  static start() {
    const gateway = new Gateway();
    return new Promise((listening, failed) => {
      const double = join(dirname(program()), "chargily-double");
      const child = spawn(double, ["--listen", "127.0.0.1:0", "--test-key", KEY], { stdio: ["ignore", "pipe", "inherit"] });
      gateway.#child = child;
      let out = "";
      child.stdout.on("data", (bytes) => {
        out += bytes;
        const origin = /listening on (http:\/\/\S+)/.exec(out)?.[1];
        if (!origin) return;
        gateway.origin = origin.replace(/\/$/, "");
        listening(gateway);
      });
      child.on("error", failed);
      child.on("close", (code) => failed(new Error(`the gateway's stand-in ended with ${code}:\n${out}`)));
    });
  }

  /** What a shop is told so that it pays here. */
  get settings() {
    return {
      WARRAQ_CHARGILY_MODE: "test",
      WARRAQ_CHARGILY_SECRET_KEY: KEY,
      WARRAQ_CHARGILY_BASE_URL: `${this.origin}/test/api/v2`,
    };
  }

  /** Asks one of its control routes: `ask("/double/knobs")`. */
  async ask(path, { method = "GET", body } = {}) {
    const headers = body ? { "content-type": "application/json" } : {};
    const answer = await fetch(`${this.origin}${path}`, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} for ${path}: ${text}`);
    return text ? JSON.parse(text) : null;
  }

  /** `pay`, `fail`, `cancel`, `process` or `expire` a checkout, as the payer or the time does. */
  act(checkout, deed) {
    return this.ask(`/double/checkouts/${checkout}/${deed}`, { method: "POST" });
  }

  /** Lets its clock run on. */
  advance(seconds) {
    return this.ask("/double/clock", { method: "POST", body: { advance_s: seconds } });
  }

  stop() {
    const child = this.#child;
    child.removeAllListeners("close");
    const ended = new Promise((done) => child.once("close", done));
    child.kill("SIGTERM");
    return ended;
  }
}
