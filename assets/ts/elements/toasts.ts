// Confirmations, one at a time, for six seconds; longer while the pointer or the focus rests on them.

const SHOWN_MS = 6000;

class Toasts extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    this.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.addEventListener("pointerleave", () => this.#hideLater());
  }

  show(words: string): void {
    const region = this.querySelector("[role=status]");
    if (region) region.textContent = words;
    this.#hideLater();
  }

  #hideLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.querySelector("[role=status]")?.replaceChildren(), SHOWN_MS);
  }
}

customElements.define("shop-toasts", Toasts);

/** Confirms something that went well. What went wrong stands on the page instead, and stays. */
export function toast(words: string): void {
  document.querySelector<Toasts>("shop-toasts")?.show(words);
}
