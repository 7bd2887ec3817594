// The program under test: fills a folder, serves it, stops.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** The folder of test books; none of them is part of this repository. */
export const DATA = process.env.WARRAQ_SHARED_DATA ?? resolve(ROOT, "../shared/data");

export function program() {
  if (process.env.WARRAQ_BIN) return resolve(process.env.WARRAQ_BIN);
  const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
  const built = ["release", "debug"].map((profile) => join(target, profile, "warraq")).filter(existsSync);
  if (built.length === 0) throw new Error(`no warraq under ${target}: build it first, or set WARRAQ_BIN`);
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

export class Shop {
  #folder;
  #server;
  #settings;

  /** `settings` by their names in the environment: `{ WARRAQ_RATE_LIMITS: "on" }`. */
  static async empty(settings = {}) {
    const shop = new Shop();
    shop.#folder = await mkdtemp(join(tmpdir(), "warraq-e2e-"));
    shop.#settings = settings;
    return shop;
  }

  /** Settings of this shop only: what stands in the caller's environment under that name is not meant for it. */
  get #environment() {
    const other = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("WARRAQ_")));
    const own = { WARRAQ_DATA_DIR: this.#folder, WARRAQ_LISTEN: "127.0.0.1:0", WARRAQ_RATE_LIMITS: "off", WARRAQ_LOG: process.env.WARRAQ_LOG ?? "warn" };
    return { ...other, ...own, ...this.#settings };
  }

  /** Runs one command to its end: `{ code, out }`. */
  run(...args) {
    return new Promise((ended, failed) => {
      const child = spawn(program(), args, { env: this.#environment, stdio: ["ignore", "pipe", "pipe"] });
      let out = "";
      child.stdout.on("data", (bytes) => (out += bytes));
      child.stderr.on("data", (bytes) => (out += bytes));
      child.on("error", failed);
      child.on("close", (code) => ended({ code, out }));
    });
  }

  /** Serves until `stop`; answers the address that the program printed. */
  serve() {
    return new Promise((listening, failed) => {
      const child = spawn(program(), ["serve"], { env: this.#environment, stdio: ["ignore", "pipe", "inherit"] });
      this.#server = child;
      let out = "";
      child.stdout.on("data", (bytes) => {
        out += bytes;
        const address = /listening on (http:\/\/\S+)/.exec(out)?.[1];
        if (address) listening(address.replace(/\/$/, ""));
      });
      child.on("error", failed);
      child.on("close", (code) => failed(new Error(`warraq serve ended with ${code}:\n${out}`)));
    });
  }

  async stop() {
    const child = this.#server;
    if (child && child.exitCode === null) {
      const ended = new Promise((done) => child.once("close", done));
      child.removeAllListeners("error");
      child.kill("SIGTERM");
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
