// A flood of events with forged signatures, at a fixed rate and without waiting for answers. A program of its own, so that
// it takes nothing from the one that measures: `node flood.mjs ADDRESS RATE SECONDS`. Tells how many were refused.
import net from "node:net";
import { request } from "./openloop.mjs";

const [address, rate, seconds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const CONNECTIONS = 50;
const { hostname, port } = new URL(address);

const event = { id: "01hjjjzf7wbc454te45mwx35fe", entity: "event", type: "checkout.paid", data: { id: "01hjjj9aymmrwe664nbzrv84sg", status: "paid", amount: 900, description: "x".repeat(800) } };
const forged = request("POST", "/webhooks/chargily/test", { "content-type": "application/json", signature: "3e83bf5b388125df".repeat(4) }, JSON.stringify(event));

let refused = 0;
const sockets = await Promise.all(
  Array.from({ length: CONNECTIONS }, () =>
    new Promise((resolve, reject) => {
      const socket = net.connect({ host: hostname, port: Number(port), noDelay: true });
      socket.once("connect", () => resolve(socket));
      socket.on("error", reject);
      // Answers are short; one that is cut in two where its status stands would be missed, which is rare.
      socket.on("data", (data) => (refused += data.toString("latin1").split("HTTP/1.1 400").length - 1));
    }),
  ),
);

const started = performance.now();
let sent = 0;
const timer = setInterval(() => {
  const passed = Math.min(performance.now() - started, seconds * 1_000);
  for (const due = Math.floor((passed * rate) / 1_000); sent < due; sent += 1) sockets[sent % CONNECTIONS].write(forged);
  if (passed === seconds * 1_000) {
    clearInterval(timer);
    // What is still under way is answered within a second, or the server was drowned.
    setTimeout(() => {
      console.log(JSON.stringify({ sent, refused }));
      process.exit(0);
    }, 1_000);
  }
}, 1);
