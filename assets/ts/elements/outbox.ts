// What was done without a connection waits in the outbox (`sync/`), which is fetched when there is something for it to do. The
// page says how much waits, and what of it the shop would not take.
import type { OutboxNews } from "../sync/outbox.ts";
import type { Refused, Taken } from "../sync/kinds.ts";
import { showFavourite } from "../kept.ts";
import type { Queued } from "../offline/queue.ts";
import { isAway } from "../offline/reach.ts";
import { account } from "../offline/visit.ts";
import { countWaiting } from "../offline/waiting.ts";
import { toast } from "./toasts.ts";

const outbox = async () => (await import("../sync/outbox.ts")).outbox;

const place = (): HTMLElement | null => document.querySelector(".connection--waiting");
const words = (): DOMStringMap => place()?.dataset ?? {};

function tell(waiting: number): void {
  const there = place();
  if (!there) return;
  there.hidden = waiting === 0;
  there.querySelector("span")?.replaceChildren((words().words ?? "").replace("<count>", `\u2068${waiting}\u2069`));
}

/** A page begins by sending what waits. */
async function begin(): Promise<void> {
  const waiting = await countWaiting();
  tell(waiting);
  if (waiting > 0 && account() !== 0 && navigator.onLine) await (await outbox()).sync();
}

/** Puts something in, or takes it out. */
async function queue({ list, key, item, done }: Queued): Promise<void> {
  try {
    const box = await outbox();
    const isDone = item ? await box.put(list, key, item).then(() => true) : await box.drop(list, key);
    done?.(isDone);
  } catch {
    // The scripts for it could not be had.
    done?.(false);
  }
}

/** What the shop took is so on the page as well; that something later counts is said. */
function answered(taken: Taken[]): void {
  for (const { list, outcome, state } of taken) {
    if (list === "favorites" && outcome !== "refused") showFavourite(state as { book_id: number; is_favorite: boolean } | undefined);
    if (list !== "comments" && outcome === "kept") toast(words().kept ?? "");
  }
}

function refused([first]: Refused[]): void {
  if (first) toast(first.message || (words().refused ?? ""));
}

addEventListener("warraq:queue", ({ detail }) => void queue(detail));
addEventListener("warraq:send", () => void outbox().then((box) => box.sync()));
addEventListener("warraq:outbox", ({ detail }) => tell(detail.waiting));
addEventListener("warraq:answered", ({ detail }) => answered(detail));
addEventListener("warraq:refused", ({ detail }) => refused(detail));
addEventListener("online", () => void begin());
addEventListener("warraq:reach", () => void (isAway() || begin()));
if (document.readyState === "complete") void begin();
else addEventListener("load", () => void begin());

declare global {
  interface WindowEventMap {
    "warraq:queue": CustomEvent<Queued>;
    "warraq:send": Event;
    "warraq:outbox": CustomEvent<OutboxNews>;
    "warraq:refused": CustomEvent<Refused[]>;
    "warraq:answered": CustomEvent<Taken[]>;
  }
}
