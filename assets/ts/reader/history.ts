/**
 * The place as part of the address: turning pages rewrites it, a jump leaves an entry behind, so that the browser's back
 * button, and the reader's own way back, return from a note or a chosen chapter to the page left.
 */

// Browsers slow down pages that rewrite their address too often.
const REST_MS = 400;

/** What an entry of the browser's history knows: how many places were left before it, and how the last was called. */
interface Entry {
  left: number;
  page: string;
}

export class History {
  readonly #changed: (page: string | null) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: string | undefined;

  /** `changed` is told the page that one can return to, or null. */
  constructor(goTo: (hash: string) => void, changed: (page: string | null) => void) {
    this.#changed = changed;
    addEventListener("popstate", () => {
      this.#pending = undefined;
      this.#changed(this.#entry?.page ?? null);
      if (location.hash) goTo(location.hash);
    });
    this.#changed(this.#entry?.page ?? null);
  }

  /** The reader is at `place` now (a CFI, or `page=5`). It is written at once, so that a page loaded anew is the one that was seen. */
  stay(place: string | undefined): void {
    if (!place) return;
    this.#pending = place;
    if (this.#timer === undefined) this.#write();
  }

  /** The place that the address names, or soon will, as a fragment; empty where it names none. */
  get place(): string {
    return this.#pending === undefined ? location.hash : `#${encodeURI(this.#pending)}`;
  }

  /** The reader is about to jump from the page called `page`: keeps the place left in an entry of its own. */
  leave(page: string): void {
    this.#write();
    const entry: Entry = { left: (this.#entry?.left ?? 0) + 1, page };
    history.pushState(entry, "", location.href);
    this.#changed(page);
  }

  /** Back to the place left last. */
  back(): void {
    if (this.#entry) history.back();
  }

  get #entry(): Entry | null {
    const state = history.state as Partial<Entry> | null;
    return state && typeof state.left === "number" && state.left > 0 ? { left: state.left, page: state.page ?? "" } : null;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending === undefined) return;
    history.replaceState(history.state, "", `#${encodeURI(this.#pending)}`);
    this.#pending = undefined;
    this.#timer = setTimeout(() => this.#write(), REST_MS);
  }
}
