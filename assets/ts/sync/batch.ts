/** Batches as `docs/reading-sync.md` wants them: made of what waits, and worked in when the answer is there. */
import { formatOf, type Answered, type Entry, type Format, type Locator, type Mark, type MarkState, type Progress, type Refused, type Synced, type Taken } from "./kinds.ts";
import type { Transaction } from "./store.ts";

/** A batch under way: the very bytes, since after a lost answer the same ones are sent again. */
export interface Sending {
  body: string;
  entries: { id: string; list: string; key: string; stamp: string }[];
}

/** A mark in the reader's own copy. `server` is what the server said of it last; null where it does not know it yet. */
export interface KeptMark {
  mark: MarkState;
  server: MarkState | null;
}

/** A place that this device read last. */
export interface OwnPlace {
  locator: Locator;
  /** By the device's clock. */
  read_at: string;
}

/** What the reader's own copy knows of a book: the server's word, and this device's own places by format. */
export interface KeptProgress {
  book_id: number;
  server: Progress | null;
  own: Partial<Record<Format, OwnPlace>>;
}

/** Until a page is opened anew. */
export const FOR_NOW = Number.MAX_SAFE_INTEGER;

export const entryId = (list: string, key: string): string => `${list}/${key}`;
export const markKey = ({ book_id: book, uuid }: { book_id: number; uuid: string }): string => `${book}/${uuid}`;

// The server takes 300 items and two megabytes.
const MOST_ITEMS = 300;
const MOST_LETTERS = 500_000;

/** The next batch; without entries it only asks for what changed elsewhere. */
export function compose(waiting: Entry[], about: { device: object; since: string | null; now: Date; most?: number }): Sending {
  const lists: Record<string, object[]> = {};
  const entries: Sending["entries"] = [];
  let letters = 0;
  const ready = waiting.filter(({ held = 0 }) => held <= about.now.getTime()).sort((a, b) => a.at - b.at);
  for (const { list, key, item, stamp } of ready.slice(0, Math.min(MOST_ITEMS, about.most ?? MOST_ITEMS))) {
    letters += JSON.stringify(item).length;
    if (letters > MOST_LETTERS && entries.length > 0) break;
    (lists[list] ??= []).push(item);
    entries.push({ id: entryId(list, key), list, key, stamp });
  }
  const body = { ...lists, device: about.device, sent_at: about.now.toISOString(), ...(about.since === null ? {} : { since: about.since }) };
  return { body: JSON.stringify(body), entries };
}

/** Works the answer in. Answers what the server would not take, and the books of which something is otherwise now. */
export async function takeOver(t: Transaction, { entries }: Sending, answer: Synced): Promise<{ refused: Refused[]; taken: Taken[]; books: Set<number> }> {
  const refused: Refused[] = [];
  const taken: Taken[] = [];
  const books = new Set<number>();
  const counted: Record<string, number> = {};
  for (const { id, list, key, stamp } of entries) {
    const at = counted[list] ?? 0;
    counted[list] = at + 1;
    const answered = answer.results[list]?.[at];
    const entry = await t.get<Entry>("outbox", id);
    if (!answered) continue;
    const isSame = entry?.stamp === stamp;
    const { outcome, code = "", state } = answered;
    if (list !== "progress" && list !== "annotations") taken.push({ list, key, outcome, code, state });
    if (outcome === "applied" || outcome === "kept") {
      if (isSame) t.delete("outbox", id);
      await takeState(t, list, answered, books);
    } else if (outcome === "later" || code === "unknown_kind") {
      const held = answered.retry_after ? Date.now() + answered.retry_after * 1000 : FOR_NOW;
      if (entry) t.put("outbox", id, { ...entry, held, why: { code, message: "", isRefused: false } } satisfies Entry);
    } else if (entry && isSame) {
      refused.push(...(await refuse(t, entry, books, answered)));
    }
  }
  for (const mark of answer.changes.annotations) await takeMark(t, mark, books);
  for (const progress of answer.changes.progress) await takeProgress(t, progress, books);
  t.put("meta", "cursor", answer.cursor);
  t.delete("meta", "sending");
  return { refused, taken, books };
}

async function takeState(t: Transaction, list: string, { state }: Answered, books: Set<number>): Promise<void> {
  if (!state) return;
  if (list === "progress") await takeProgress(t, state as Progress & { book_id: number }, books);
  if (list === "annotations") await takeMark(t, state as MarkState, books);
}

/** The server's word on a mark; where something newer waits to be sent, only what it says is remembered. */
export async function takeMark(t: Transaction, mark: MarkState, books: Set<number>): Promise<void> {
  const waits = (await t.get("outbox", entryId("annotations", mark.uuid))) !== undefined;
  const kept = await t.get<KeptMark>("marks", markKey(mark));
  if (waits && kept) return t.put("marks", markKey(mark), { mark: kept.mark, server: mark } satisfies KeptMark);
  books.add(mark.book_id);
  if ("deleted" in mark) return t.delete("marks", markKey(mark));
  t.put("marks", markKey(mark), { mark, server: mark } satisfies KeptMark);
}

/** Drops what the server will not take; of comments the words stay, until whoever wrote them says what becomes of them. */
export async function refuse(t: Transaction, entry: Entry | undefined, books: Set<number>, why?: Answered): Promise<Refused[]> {
  if (!entry) return [];
  const { list, key, item } = entry;
  const [code, message] = [why?.code ?? "invalid", why?.errors?.map(({ message }) => message).join(" ") ?? ""];
  if (list === "comments") t.put("outbox", entryId(list, key), { ...entry, held: FOR_NOW, why: { code, message, isRefused: true } } satisfies Entry);
  else t.delete("outbox", entryId(list, key));
  if (list === "annotations") await restore(t, item as { book_id: number; uuid: string }, books);
  return [{ list, key, item, code, message }];
}

/** A mark that was refused is again what the server knows of it. */
async function restore(t: Transaction, item: { book_id: number; uuid: string }, books: Set<number>): Promise<void> {
  books.add(item.book_id);
  const server = (await t.get<KeptMark>("marks", markKey(item)))?.server;
  if (!server || "deleted" in server) return t.delete("marks", markKey(item));
  t.put("marks", markKey(item), { mark: server, server } satisfies KeptMark);
}

async function takeProgress(t: Transaction, progress: Progress & { book_id: number }, books: Set<number>): Promise<void> {
  const { book_id: book, ...server } = progress;
  const kept = await t.get<KeptProgress>("progress", String(book));
  books.add(book);
  t.put("progress", String(book), { book_id: book, server, own: kept?.own ?? {} } satisfies KeptProgress);
}

/** Of each five minutes the last place is sent: enough to tell of a sitting, which a pause of ten minutes ends. */
const SPAN_MS = 5 * 60_000;

export function placeEntry(book: number, { locator, read_at }: OwnPlace, anew: boolean): Omit<Entry, "stamp" | "at"> {
  const key = `${book}/${Math.floor(Date.parse(read_at) / SPAN_MS)}`;
  return { list: "progress", key, item: { book_id: book, locator, read_at, ...(anew ? { anew } : {}) } };
}

/** A mark as it is sent: whole, or that it is deleted. */
export function markEntry(mark: MarkState, isKnown: boolean): Omit<Entry, "stamp" | "at"> {
  const { uuid, book_id, updated_at } = mark;
  if ("deleted" in mark) return { list: "annotations", key: uuid, item: { uuid, book_id, deleted: true, updated_at } };
  const { kind, locator, colour, note, created_at } = mark;
  // The server keeps by its own clock when a mark that it knows was made.
  return { list: "annotations", key: uuid, item: { uuid, book_id, kind, locator, colour, note, updated_at, ...(isKnown ? {} : { created_at }) } };
}

export const isThere = (state: MarkState): state is Mark => !("deleted" in state);
export const fits = (locator: Locator | null | undefined, format: Format): locator is Locator => !!locator && formatOf(locator) === format;
