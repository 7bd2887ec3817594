/**
 * The reader's own copy of places and marks, bound to one account, and the outbox beside it: what is done is kept here at
 * once, and sent when the shop can be reached. `docs/reading-sync.md` says by which rules.
 */
import { compose, entryId, FOR_NOW, isThere, markEntry, markKey, placeEntry, refuse, takeMark, takeOver, type KeptMark, type KeptProgress, type OwnPlace, type Sending } from "./batch.ts";
import { ask, isAway } from "../offline/reach.ts";
import { deviceName } from "./device.ts";
import { formatOf, type Entry, type Mark, type MarkState, type Refused, type Synced, type Taken } from "./kinds.ts";
import { send, type Account } from "./send.ts";
import { browserStore, BrowserStore, type Store, type Transaction } from "./store.ts";

export type { Account } from "./send.ts";

/** How sending stands: all is told by `idle`, what waits goes when the browser is online again, or when an error is over. */
export type State = "idle" | "sending" | "offline" | "failing" | "signed-out";

/** `warraq:outbox` on the window, in every tab: how much waits, and how sending stands. */
export interface OutboxNews {
  waiting: number;
  state: State;
}

/** `warraq:reading` on the window, in every tab: the copy of these books is another one. */
export interface ReadingNews {
  books: number[];
}

type Words = { books: number[] } | { outbox: OutboxNews } | { refused: Refused[] } | { answered: Taken[] };

const WAITS_MS = [5_000, 15_000, 60_000, 300_000];
const LOCK = "warraq-reading";

export class Reading {
  readonly #store: Store;
  readonly #account: Account;
  readonly #channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("warraq-reading") : null;
  #state: State = "idle";
  #running: Promise<State> | null = null;
  #again = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #waitMs: number | null = null;
  #most: number | undefined;

  private constructor(
    account: Account,
    store: Store,
    readonly device: string,
  ) {
    this.#account = account;
    this.#store = store;
    if (store instanceof BrowserStore) {
      store.seed = (t) => {
        t.put("meta", "account", account.id);
        t.put("meta", "device", device);
      };
    }
    this.#channel?.addEventListener("message", ({ data }) => tell(data as Words));
    globalThis.addEventListener?.("online", () => void this.sync());
    globalThis.addEventListener?.("warraq:reach", () => void (this.#state === "offline" && !isAway() && this.sync()));
  }

  /** The copy of `account`; what another one left here is wiped. */
  static async open(account: Account, store: Store = browserStore()): Promise<Reading> {
    const device = await store.run(async (t) => {
      const owner = await t.get<number>("meta", "account");
      if (owner !== undefined && owner !== account.id) t.clear();
      const known = owner === account.id ? await t.get<string>("meta", "device") : undefined;
      const device = known ?? crypto.randomUUID();
      t.put("meta", "account", account.id);
      t.put("meta", "device", device);
      // A newer server may know what an older one did not.
      for (const entry of await t.all<Entry>("outbox")) if (owner === account.id && entry.held && !entry.why?.isRefused) t.put("outbox", entryId(entry.list, entry.key), { ...entry, held: 0 });
      return device;
    });
    return new Reading(account, store, device);
  }

  /** Puts something into the outbox; of one key the latest is sent. The item goes into the batch as it is. */
  async put(list: string, key: string, item: object): Promise<void> {
    await this.#store.run(async (t) => wait(t, { list, key, item }));
    await this.#tellWaiting();
    this.#push();
  }

  /** Takes something out again; whether it is out. What is on its way may have arrived already, and stays. */
  async drop(list: string, key: string): Promise<boolean> {
    const id = entryId(list, key);
    const isOut = await this.#store.run(async (t) => {
      const under = await t.get<Sending>("meta", "sending");
      if (under?.entries.some((entry) => entry.id === id)) return false;
      t.delete("outbox", id);
      return true;
    });
    await this.#tellWaiting();
    return isOut;
  }

  /** How many things wait; the places of a book are one. */
  waiting(): Promise<number> {
    return this.#store.run(async (t) => {
      const things = (await t.all<Entry>("outbox")).map(({ list, key }) => (list === "progress" ? key.split("/")[0] : entryId(list, key)));
      return new Set(things).size;
    });
  }

  progress(book: number): Promise<KeptProgress | null> {
    return this.#store.run(async (t) => (await t.get<KeptProgress>("progress", String(book))) ?? null);
  }

  /** Whether places of a book wait to be sent. */
  hasPlaces(book: number): Promise<boolean> {
    return this.#store.run(async (t) => (await t.all("outbox", entryId("progress", `${book}/`))).length > 0);
  }

  /** Something small about a book that only this device knows. */
  note<T>(key: string): Promise<T | null> {
    return this.#store.run(async (t) => (await t.get<T>("meta", `note/${key}`)) ?? null);
  }

  keepNote(key: string, value: unknown): Promise<void> {
    return this.#store.run(async (t) => t.put("meta", `note/${key}`, value));
  }

  /** Keeps where one is; it is sent with the next batch. */
  async keepPlace(book: number, place: OwnPlace, anew = false): Promise<void> {
    await this.#store.run(async (t) => {
      const kept = await t.get<KeptProgress>("progress", String(book));
      const own = { ...kept?.own, [formatOf(place.locator)]: place };
      t.put("progress", String(book), { book_id: book, server: kept?.server ?? null, own } satisfies KeptProgress);
      await wait(t, placeEntry(book, place, anew));
    });
    await this.#tellWaiting();
  }

  /** The marks of a book, in the order of its text. */
  async marks(book: number): Promise<Mark[]> {
    const kept = await this.#store.run((t) => t.all<KeptMark>("marks", `${book}/`));
    const marks = kept.map(({ mark }) => mark).filter(isThere);
    return marks.sort((a, b) => a.percent - b.percent || a.created_at.localeCompare(b.created_at));
  }

  /** Keeps a mark as it is now, or that it is deleted, and sends it. */
  async keepMark(mark: MarkState): Promise<void> {
    await this.#store.run(async (t) => {
      const server = (await t.get<KeptMark>("marks", markKey(mark)))?.server ?? null;
      t.put("marks", markKey(mark), { mark, server } satisfies KeptMark);
      await wait(t, markEntry(mark, server !== null));
    });
    this.#changed([mark.book_id]);
    await this.#tellWaiting();
    this.#push();
  }

  /** The server's list of a book's marks, where it was asked for: after its file was replaced. */
  async takeMarks(marks: Mark[]): Promise<void> {
    const books = new Set<number>();
    await this.#store.run(async (t) => {
      for (const mark of marks) await takeMark(t, mark, books);
    });
    this.#changed([...books]);
  }

  /** Forgets everything of the account on this device. */
  async wipe(): Promise<void> {
    await this.#store.run(async (t) => t.clear());
  }

  /** Sends what waits and asks what changed elsewhere. One tab sends at a time; asked again meanwhile, it goes round once more. */
  sync(): Promise<State> {
    if (this.#state === "signed-out") return Promise.resolve(this.#state);
    this.#again = true;
    this.#running ??= this.#sync().finally(() => {
      this.#running = null;
      if (this.#again) void this.sync();
    });
    return this.#running;
  }

  /** Something new waits. After an error it waits with the rest. */
  #push(): void {
    if (this.#state !== "failing") void this.sync();
  }

  async #sync(): Promise<State> {
    clearTimeout(this.#retry);
    this.#waitMs = null;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#become("sending");
        await this.#become(await alone(() => this.#rounds()));
      }
    } catch (error) {
      console.warn("reading: not sent:", error);
      await this.#become("failing");
    }
    if (this.#state === "offline" || this.#state === "failing") {
      const wait = WAITS_MS[Math.min(this.#failures++, WAITS_MS.length - 1)] ?? 0;
      this.#later(Math.max(wait, this.#waitMs ?? 0));
    }
    return this.#state;
  }

  /** One batch after the other, until nothing waits and nothing is to be heard. */
  async #rounds(): Promise<State> {
    for (;;) {
      // What is not put together yet can still be taken back: so nothing is while nobody answers.
      if (isAway() && !(await ask())) return "offline";
      const sending = await this.#store.run((t) => this.#next(t));
      if (sending === null) return "signed-out";
      const sent = await send(sending.body, this.#account);
      if (sent.is === "answered") {
        this.#failures = 0;
        if (!(await this.#take(sending, sent.answer))) return "idle";
      } else if (sent.is === "wrong") await this.#reject(sending, sent.fields);
      else {
        if (sent.is === "failing") this.#waitMs = sent.waitMs;
        return sent.is;
      }
    }
  }

  /** The batch under way, else a new one; null where the copy is another account's by now. */
  async #next(t: Transaction): Promise<Sending | null> {
    if ((await t.get<number>("meta", "account")) !== this.#account.id) return null;
    const under = await t.get<Sending>("meta", "sending");
    if (under) return under;
    // No two batches are of one moment: by it the server knows the one that comes again.
    const now = new Date(Math.max(Date.now(), ((await t.get<number>("meta", "sent")) ?? 0) + 1));
    t.put("meta", "sent", now.getTime());
    const about = { device: { id: this.device, name: deviceName() }, since: (await t.get<string>("meta", "cursor")) ?? null, now };
    const made = compose(await t.all<Entry>("outbox"), { ...about, ...(this.#most === undefined ? {} : { most: this.#most }) });
    t.put("meta", "sending", made);
    return made;
  }

  /** Whether there is more to send or to hear. */
  async #take(sending: Sending, answer: Synced): Promise<boolean> {
    const { refused, taken, books, held } = await this.#store.run(async (t) => {
      const over = await takeOver(t, sending, answer);
      return { ...over, held: (await t.all<Entry>("outbox")).map(({ held: until = 0 }) => until) };
    });
    const now = Date.now();
    const goesOn = answer.more || (sending.entries.length > 0 && held.some((until) => until <= now));
    const next = Math.min(...held.filter((until) => until > now && until < FOR_NOW));
    if (Number.isFinite(next)) this.#later(next - now);
    this.#most = undefined;
    this.#changed([...books]);
    if (taken.length > 0) this.#say({ answered: taken });
    if (refused.length > 0) this.#say({ refused });
    return goesOn;
  }

  /** A batch that is refused whole: from the beginning where its cursor is none, else in smaller ones down to what is wrong. */
  async #reject({ entries }: Sending, fields: string[]): Promise<void> {
    const refused: Refused[] = [];
    const books = new Set<number>();
    await this.#store.run(async (t) => {
      t.delete("meta", "sending");
      if (fields.includes("since")) return t.delete("meta", "cursor");
      if (entries.length === 0) throw new Error("an empty batch was refused");
      if (entries.length > 1) return void (this.#most = Math.floor(entries.length / 2));
      const [only] = entries;
      const entry = only && (await t.get<Entry>("outbox", only.id));
      if (entry?.stamp === only?.stamp) refused.push(...(await refuse(t, entry, books)));
    });
    this.#changed([...books]);
    if (refused.length > 0) this.#say({ refused });
  }

  #later(waitMs: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.sync(), waitMs);
  }

  async #become(state: State): Promise<void> {
    this.#state = state;
    await this.#tellWaiting();
  }

  async #tellWaiting(): Promise<void> {
    this.#say({ outbox: { waiting: await this.waiting(), state: this.#state } });
  }

  #changed(books: number[]): void {
    if (books.length > 0) this.#say({ books });
  }

  #say(words: Words): void {
    tell(words);
    this.#channel?.postMessage(words);
  }
}

/** One tab after the other. */
function alone<T>(act: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks ? (locks.request(LOCK, act) as Promise<T>) : act();
}

/** Puts an entry into the outbox, over an older one of the same key. */
async function wait(t: Transaction, entry: Omit<Entry, "stamp" | "at">): Promise<void> {
  const id = entryId(entry.list, entry.key);
  const before = await t.get<Entry>("outbox", id);
  const item = entry.list === "progress" && (before?.item as { anew?: boolean } | undefined)?.anew ? { ...entry.item, anew: true } : entry.item;
  t.put("outbox", id, { ...entry, item, stamp: crypto.randomUUID(), at: Date.now() } satisfies Entry);
}

/** `warraq:reading`, `warraq:outbox`, `warraq:answered` and `warraq:refused` on the window. */
function tell(words: Words): void {
  if ("outbox" in words) dispatch("outbox", words.outbox);
  else if ("refused" in words) dispatch("refused", words.refused);
  else if ("answered" in words) dispatch("answered", words.answered);
  else dispatch("reading", { books: words.books } satisfies ReadingNews);
}

function dispatch(name: string, detail: unknown): void {
  globalThis.dispatchEvent?.(new CustomEvent(`warraq:${name}`, { detail }));
}
