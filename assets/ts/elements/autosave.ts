// The form of a book: what is typed and not saved is kept by the shop for whoever types it, a moment after the last key and when
// the page is left. Without scripts there is simply the form.

/** How long the keys have to rest, in milliseconds. */
const REST = 800;

class Autosave extends HTMLElement {
  #form!: HTMLFormElement;
  #timer = 0;
  /** What the shop has, as it was sent. */
  #kept = "";

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    this.#form = form;
    this.#kept = this.#typed();
    form.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#keep(), REST);
    });
    // What is sent needs no keeping any more.
    form.addEventListener("submit", () => {
      clearTimeout(this.#timer);
      this.#kept = this.#typed();
    });
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void this.#keep());
  }

  #typed(): string {
    const fields = [...new FormData(this.#form)].filter((field): field is [string, string] => typeof field[1] === "string");
    return new URLSearchParams(fields).toString();
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#timer);
    const typed = this.#typed();
    if (typed === this.#kept) return;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const sent = fetch(this.dataset.to ?? "", { method: "POST", body: typed, headers, keepalive: typed.length < 60_000 });
    const answer = await sent.catch(() => null);
    if (answer?.ok) this.#kept = typed;
    const told = this.querySelector("[data-told]");
    if (told) told.textContent = (answer?.ok ? this.dataset.kept : this.dataset.failed) ?? "";
    this.toggleAttribute("data-failing", !answer?.ok);
  }
}

customElements.define("shop-autosave", Autosave);
