// A shelf's buttons: for pointers that cannot swipe. They move by what is in sight and vanish at the ends.

class Shelf extends HTMLElement {
  #row: HTMLElement | null = null;
  #previous: HTMLButtonElement | null = null;
  #next: HTMLButtonElement | null = null;

  connectedCallback(): void {
    this.#row = this.querySelector(":scope > ul");
    [this.#previous = null, this.#next = null] = this.querySelectorAll<HTMLButtonElement>(":scope > button");
    this.#previous?.addEventListener("click", () => this.#move(-1));
    this.#next?.addEventListener("click", () => this.#move(1));
    this.#row?.addEventListener("scroll", () => this.#update(), { passive: true });
    if (this.#row) new ResizeObserver(() => this.#update()).observe(this.#row);
  }

  #move(steps: 1 | -1): void {
    const row = this.#row;
    if (!row) return;
    const towards = getComputedStyle(row).direction === "rtl" ? -steps : steps;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    row.scrollBy({ left: towards * row.clientWidth * 0.8, behavior: calm ? "instant" : "smooth" });
  }

  #update(): void {
    const row = this.#row;
    if (!row || !this.#previous || !this.#next) return;
    // In Arabic the way forward counts down from zero.
    const at = Math.abs(row.scrollLeft);
    this.#previous.hidden = at < 8;
    this.#next.hidden = at > row.scrollWidth - row.clientWidth - 8;
  }
}

customElements.define("shop-shelf", Shelf);
