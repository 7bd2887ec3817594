// One's own rating: the choice itself is sent, after a moment, since arrows pass over several. What nobody took waits in the
// outbox; what is refused is put back, and said.
import { queueRating } from "../offline/queue.ts";
import { ratingOf } from "../talk/rated.ts";
import { refuse, sendForm } from "../talk/send.ts";
import { toast } from "../talk/toast.ts";

const PAUSE_MS = 500;

class Rate extends HTMLElement {
  #saved = "";
  #timer = 0;

  connectedCallback(): void {
    this.#saved = this.#chosen;
    this.#form.addEventListener("change", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#send(this.#chosen), PAUSE_MS);
    });
    this.#form.addEventListener("submit", (event) => (event.preventDefault(), void this.#send(event.submitter === this.#remove ? "" : this.#chosen)));
    addEventListener("pagehide", () => this.#timer && void this.#send(this.#chosen));
    // Of one that waited, a later one from another device may count.
    addEventListener("warraq:answered", ({ detail }) => this.#show(ratingOf(detail, this.dataset.book) ?? this.#saved));
  }

  get #form(): HTMLFormElement {
    return this.querySelector("form") as HTMLFormElement;
  }

  get #remove(): HTMLButtonElement | null {
    return this.querySelector("[name=remove]");
  }

  get #radios(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("[name=value]")];
  }

  get #chosen(): string {
    return this.#radios.find(({ checked }) => checked)?.value ?? "";
  }

  /** Sends a rating, or that there is none any more. */
  async #send(value: string): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.querySelector("[data-refusal]")?.remove();
    const before = this.#saved;
    if (value === before) return;
    const sent = await sendForm(this.#form, value === "" ? this.#remove : null);
    if (sent.is === "elsewhere") return location.assign(sent.url);
    if (sent.is === "lost" && queueRating(this.dataset.book, value)) return this.#show(value), toast(this.dataset.waits ?? "");
    if (sent.is !== "done") return this.#choose(before), refuse(this.#form, sent.is === "refused" ? sent.words : (this.dataset.lost ?? ""));
    const summary = sent.part.querySelector("[data-summary]");
    if (summary) document.querySelector("[data-summary]")?.replaceWith(summary);
    this.#show(value);
    toast((value === "" ? this.dataset.removed : this.dataset.saved) ?? "", { label: this.dataset.undo ?? "", act: () => this.#undo(before) });
  }

  #undo(value: string): void {
    this.#choose(value);
    (this.#radios.find(({ checked }) => checked) ?? this.#radios[0])?.focus();
    void this.#send(value);
  }

  #choose(value: string): void {
    for (const radio of this.#radios) radio.checked = radio.value === value;
  }

  #show(value: string): void {
    this.#saved = value;
    this.#choose(value);
    if (this.#remove === document.activeElement) this.#radios[0]?.focus();
    if (this.#remove) this.#remove.hidden = value === "";
    this.querySelector("[data-mine]")?.replaceChildren(this.#radios.find(({ checked }) => checked)?.nextElementSibling?.textContent ?? "");
  }
}

customElements.define("shop-rate", Rate);
