// The program that is measured, and a server of it on one core.
import { execFileSync, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const target = execFileSync(join(ROOT, "scripts/target-dir"), { encoding: "utf8" }).trim();

export const program = process.env.WARRAQ_BIN ?? join(target, "release/warraq");

/** What it runs with; the program refuses settings that it does not know, and those named here are ours. */
export function environment(folder) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("WARRAQ_")));
  return { ...env, WARRAQ_DATA_DIR: folder, WARRAQ_LISTEN: "127.0.0.1:0", WARRAQ_RATE_LIMITS: "off", WARRAQ_LOG: "warn" };
}

export async function start(env) {
  // One core, as the bars have it, where the machine can be told so.
  const server = spawn("taskset", ["-c", "0", program, "serve"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (data) => {
      said += data;
      const found = said.match(/listening on (http:\S+)/);
      if (found) resolve(found[1]);
    });
    server.once("exit", () => reject(new Error("the server ended")));
  });
  return { server, address };
}
