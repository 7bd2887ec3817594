// Confirmations, one at a time, for six seconds; longer while the pointer or the focus rests on them. What can be done
// about one (“Undo”) can be done on the page as well, for whoever comes too late.

const SHOWN_MS = 6000;

/** Something that can be done about what was confirmed. */
export interface Remedy {
  label: string;
  act: () => void;
}

class Toasts extends HTMLElement {
  #timer = 0;
  #act = (): void => {};

  connectedCallback(): void {
    for (const rests of ["pointerenter", "focusin"]) this.addEventListener(rests, () => clearTimeout(this.#timer));
    for (const leaves of ["pointerleave", "focusout"]) this.addEventListener(leaves, () => this.#hideLater());
    this.#button?.addEventListener("click", () => {
      const act = this.#act;
      this.#hide();
      act();
    });
  }

  show(words: string, remedy?: Remedy): void {
    const region = this.querySelector("[role=status]");
    if (region) region.textContent = words;
    const button = this.#button;
    if (button) {
      button.textContent = remedy?.label ?? "";
      button.hidden = !remedy;
    }
    this.#act = remedy?.act ?? ((): void => {});
    this.#hideLater();
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector("button");
  }

  #hideLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hide(), SHOWN_MS);
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.querySelector("[role=status]")?.replaceChildren();
    if (this.#button) this.#button.hidden = true;
  }
}

customElements.define("shop-toasts", Toasts);

/** Confirms something that went well. What went wrong stands on the page instead, and stays. */
export function toast(words: string, remedy?: Remedy): void {
  document.querySelector<Toasts>("shop-toasts")?.show(words, remedy);
}
