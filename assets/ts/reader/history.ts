/**
 * The place as part of the address: turning pages rewrites it, a jump leaves an entry behind, so
 * that the browser's back button returns from a note or a chosen chapter to the page left.
 */

// Browsers slow down pages that rewrite their address too often.
const REST_MS = 400;

export class History {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: string | undefined;

  constructor(goTo: (hash: string) => void) {
    addEventListener("popstate", () => {
      clearTimeout(this.#timer);
      this.#pending = undefined;
      if (location.hash) goTo(location.hash);
    });
  }

  /** The reader is at `place` now (a CFI, or `page=5`). */
  stay(place: string | undefined): void {
    if (!place) return;
    this.#pending = place;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), REST_MS);
  }

  /** The reader is about to jump: keeps the place left in an entry of its own. */
  leave(): void {
    this.#write();
    history.pushState(null, "", location.href);
  }

  #write(): void {
    clearTimeout(this.#timer);
    if (this.#pending === undefined) return;
    history.replaceState(null, "", `#${encodeURI(this.#pending)}`);
    this.#pending = undefined;
  }
}
