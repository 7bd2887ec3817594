/** What was done without a connection and waits to be sent: read from the outbox of `sync/`, which need not be open for it. */
import type { Sending } from "../sync/batch.ts";
import type { Entry, Why } from "../sync/kinds.ts";
import type { CommentToSend } from "./queue.ts";
import { account } from "./visit.ts";

const DATABASE = "warraq-reading";

/** A comment that waits. */
export interface WaitingComment {
  comment: CommentToSend;
  /** Whether it has left, and nobody knows yet whether it arrived. */
  isUnderWay: boolean;
  why?: Why;
}

export async function countWaiting(): Promise<number> {
  return (await waitingThings()).length;
}

/** The keys of what waits, each beginning with its list: `favorites/7`. The places of one book are one thing. */
export async function waitingThings(): Promise<string[]> {
  const [keys] = await look((store) => [store("outbox").getAllKeys()]);
  const things = (keys as string[] | undefined)?.map((key) => (key.startsWith("progress/") ? key.split("/", 2).join("/") : key));
  return [...new Set(things)];
}

/** The comments that wait, in their order; none of anybody else than whose page this is. */
export async function waitingComments(): Promise<WaitingComment[]> {
  const range = IDBKeyRange.bound("comments/", "comments/\uffff");
  const [owner, sending, entries] = await look((store) => [store("meta").get("account"), store("meta").get("sending"), store("outbox").getAll(range)]);
  // A page that stands in for others without a connection is nobody's.
  if (account() !== 0 && owner !== account()) return [];
  const leaving = new Set((sending as Sending | undefined)?.entries.map(({ id }) => id));
  const inOrder = ((entries ?? []) as Entry[]).sort((one, other) => one.at - other.at);
  return inOrder.map(({ key, item, why }) => ({ comment: item as CommentToSend, isUnderWay: leaving.has(`comments/${key}`), ...(why && { why }) }));
}

/** What is asked of the database, in one look; nothing where there is none. */
async function look(ask: (store: (name: string) => IDBObjectStore) => IDBRequest[]): Promise<unknown[]> {
  const databases = await indexedDB.databases?.().catch(() => undefined);
  // Whoever only looks must not make it.
  if (databases && !databases.some(({ name }) => name === DATABASE)) return [];
  return new Promise<unknown[]>((done, failed) => {
    const opening = indexedDB.open(DATABASE);
    opening.onerror = () => failed(opening.error);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(["meta", "outbox"], "readonly");
      const asked = ask((name) => transaction.objectStore(name));
      transaction.oncomplete = () => done(asked.map(({ result }) => result as unknown));
      transaction.onabort = () => failed(transaction.error);
      database.close();
    };
  }).catch(() => []);
}
