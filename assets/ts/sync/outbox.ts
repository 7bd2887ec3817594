/**
 * The outbox for every page of the shop: what is done without a connection waits here, is sent once, and merged by the server.
 *
 * `await outbox.put("favorites", "7", { book_id: 7, … })` keeps the latest of each key and sends it as soon as that is
 * possible; the item goes into the batch of `POST /me/sync` under the list's name, as it is. `await outbox.drop("favorites", "7")`
 * takes it out again, and `await outbox.waiting()` counts.
 * On the window, in every tab, `warraq:outbox` tells `{ waiting, state }` whenever that changes, `warraq:answered` what became of
 * items (`Taken[]`), and `warraq:refused` what the server would not take (`Refused[]`). `outbox.sync()` sends now. Where nobody is signed in, `outbox.isOpen` is false and nothing is kept.
 */
import { Reading, type Account, type State } from "./reading.ts";

export type { OutboxNews, State } from "./reading.ts";

/** Whoever is signed in, as the page says. */
export function accountOfPage(): Account | null {
  const content = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
  const id = Number(content("account"));
  return id > 0 ? { id, csrf: content("csrf-token") } : null;
}

let opened: Promise<Reading> | null = null;

/** The copy of whoever is signed in, opened once for the page; null for visitors. */
export function readingOfPage(): Promise<Reading> | null {
  const account = accountOfPage();
  if (account) opened ??= Reading.open(account);
  return opened;
}

export const outbox = {
  get isOpen(): boolean {
    return accountOfPage() !== null;
  },

  async put(list: string, key: string, item: object): Promise<void> {
    await (await readingOfPage())?.put(list, key, item);
  },

  async drop(list: string, key: string): Promise<boolean> {
    return (await (await readingOfPage())?.drop(list, key)) ?? false;
  },

  async waiting(): Promise<number> {
    return (await (await readingOfPage())?.waiting()) ?? 0;
  },

  async sync(): Promise<State> {
    return (await (await readingOfPage())?.sync()) ?? "signed-out";
  },
};
