/**
 * Where the reader's own copy of places and marks lies, and what waits to be sent: IndexedDB, or the tab's memory where the
 * browser gives none or has no more room.
 */

const DATABASE = "warraq-reading";
const PARTS = ["meta", "progress", "marks", "outbox"] as const;

export type Part = (typeof PARTS)[number];

/** What can be done in a transaction: all of it happens, or nothing. Nothing but these may be awaited in it. */
export interface Transaction {
  get<T>(part: Part, key: string): Promise<T | undefined>;
  /** Everything whose key begins with `prefix`, in the order of the keys. */
  all<T>(part: Part, prefix?: string): Promise<T[]>;
  put(part: Part, key: string, value: unknown): void;
  delete(part: Part, key: string): void;
  clear(): void;
}

export interface Store {
  run<T>(act: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** In memory: of this tab alone, and gone with it. */
export class MemoryStore implements Store {
  #parts = new Map<Part, Map<string, string>>(PARTS.map((part) => [part, new Map()]));
  #last: Promise<unknown> = Promise.resolve();

  run<T>(act: (transaction: Transaction) => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#transact(act));
    this.#last = done.catch(() => {});
    return done;
  }

  async #transact<T>(act: (transaction: Transaction) => Promise<T>): Promise<T> {
    const before = new Map(Array.from(this.#parts, ([part, values]) => [part, new Map(values)]));
    const part = (name: Part): Map<string, string> => this.#parts.get(name) ?? new Map<string, string>();
    try {
      return await act({
        get: <V>(name: Part, key: string) => Promise.resolve(parsed<V>(part(name).get(key))),
        all: <V>(name: Part, prefix = "") => {
          const keys = Array.from(part(name).keys()).filter((key) => key.startsWith(prefix)).sort();
          return Promise.resolve(keys.map((key) => parsed<V>(part(name).get(key)) as V));
        },
        put: (name, key, value) => void part(name).set(key, JSON.stringify(value)),
        delete: (name, key) => void part(name).delete(key),
        clear: () => PARTS.forEach((name) => part(name).clear()),
      });
    } catch (error) {
      this.#parts = before;
      throw error;
    }
  }
}

const parsed = <T>(json: string | undefined): T | undefined => (json === undefined ? undefined : (JSON.parse(json) as T));

/** In the browser's database; from the first failure on, in memory: what it holds already is sent another time. */
export class BrowserStore implements Store {
  #database: Promise<IDBDatabase> | null = null;
  #memory: MemoryStore | null = null;
  /** What a memory that takes the database's place begins with. */
  seed: (t: Transaction) => void = () => {};

  async run<T>(act: (transaction: Transaction) => Promise<T>): Promise<T> {
    if (this.#memory) return this.#memory.run(act);
    try {
      return await this.#transact(act);
    } catch (error) {
      // What the browser says of its database, and not what went wrong in the work itself.
      if (!(error instanceof DOMException)) throw error;
      console.warn("reading: kept in memory only:", error);
      const memory = (this.#memory = new MemoryStore());
      await memory.run(async (t) => this.seed(t));
      return memory.run(act);
    }
  }

  async #transact<T>(act: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.#database ??= open(() => (this.#database = null));
    const transaction = (await this.#database).transaction(PARTS, "readwrite");
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    });
    try {
      const result = await act(over(transaction));
      await ended;
      return result;
    } catch (error) {
      ended.catch(() => {});
      if (!transaction.error) transaction.abort();
      throw error;
    }
  }
}

function open(closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      for (const part of PARTS) request.result.createObjectStore(part);
    };
    request.onerror = () => reject(request.error ?? new Error("closed"));
    request.onsuccess = () => {
      const database = request.result;
      // Another tab wipes it, or the browser does.
      database.onversionchange = () => {
        database.close();
        closed();
      };
      database.onclose = closed;
      resolve(database);
    };
  });
}

function over(transaction: IDBTransaction): Transaction {
  const part = (name: Part) => transaction.objectStore(name);
  return {
    get: <T>(name: Part, key: string) => answer<T | undefined>(part(name).get(key)),
    all: <T>(name: Part, prefix = "") => answer<T[]>(part(name).getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
    put: (name, key, value) => void part(name).put(value, key),
    delete: (name, key) => void part(name).delete(key),
    clear: () => PARTS.forEach((name) => part(name).clear()),
  };
}

function answer<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error("unreadable"));
  });
}

export function browserStore(): Store {
  return typeof indexedDB === "undefined" ? new MemoryStore() : new BrowserStore();
}
