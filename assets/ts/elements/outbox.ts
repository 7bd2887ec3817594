// What was done without a connection waits in the outbox (`sync/`), which is fetched when there is something for it to do. The
// page says how much waits, and what of it the shop would not take.
import type { OutboxNews } from "../sync/outbox.ts";
import type { Refused } from "../sync/kinds.ts";
import type { Queued } from "../offline/queue.ts";
import { account } from "../offline/visit.ts";
import { countWaiting } from "../offline/waiting.ts";
import { toast } from "./toasts.ts";

const outbox = async () => (await import("../sync/outbox.ts")).outbox;

function tell(waiting: number): void {
  const place = document.querySelector<HTMLElement>(".connection--waiting");
  if (!place) return;
  place.hidden = waiting === 0;
  place.querySelector("span")?.replaceChildren((place.dataset.words ?? "").replace("<count>", `\u2068${waiting}\u2069`));
}

/** A page begins by sending what waits. */
async function begin(): Promise<void> {
  const waiting = await countWaiting();
  tell(waiting);
  if (waiting > 0 && account() !== 0 && navigator.onLine) await (await outbox()).sync();
}

addEventListener("warraq:queue", ({ detail: { list, key, item } }) => void outbox().then((box) => box.put(list, key, item)));
addEventListener("warraq:send", () => void outbox().then((box) => box.sync()));
addEventListener("warraq:outbox", ({ detail }) => tell(detail.waiting));
addEventListener("warraq:refused", ({ detail: [first] }) => first?.message && toast(first.message));
addEventListener("online", () => void begin());
if (document.readyState === "complete") void begin();
else addEventListener("load", () => void begin());

declare global {
  interface WindowEventMap {
    "warraq:queue": CustomEvent<Queued>;
    "warraq:send": Event;
    "warraq:outbox": CustomEvent<OutboxNews>;
    "warraq:refused": CustomEvent<Refused[]>;
  }
}
