// Rows that are put in order by buttons: the page stays, the focus goes along with the row that was moved, and Alt with the arrow
// keys presses the buttons of the row that has the focus. Forms are sent as any other is (see forms/send.ts).
import { toast } from "../talk/toast.ts";

class Order extends HTMLElement {
  /** The button that was pressed, by what it sends. */
  #pressed = "";

  connectedCallback(): void {
    const hint = this.querySelector<HTMLElement>("[data-keys]");
    // Where there is no pointer that hovers there is hardly a keyboard.
    if (hint) hint.hidden = !matchMedia("(any-hover: hover)").matches;
    this.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest<HTMLButtonElement>("button[name=act]");
      if (button) this.#pressed = button.value;
    });
    this.addEventListener("keydown", (event) => this.#hear(event));
    this.addEventListener("renewed", (event) => this.#goAlong(event.target));
  }

  #hear(event: KeyboardEvent): void {
    const act = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const row = event.target instanceof Element && event.target.closest("[data-row]");
    if (!act || !row || !event.altKey) return;
    event.preventDefault();
    row.querySelector<HTMLButtonElement>(`button[value^="${act}:"]:not(:disabled)`)?.click();
  }

  #goAlong(part: EventTarget | null): void {
    if (!(part instanceof HTMLElement)) return;
    const name = this.#pressed.slice(this.#pressed.indexOf(":") + 1);
    const row = [...part.querySelectorAll<HTMLElement>("[data-row]")].find((one) => one.dataset.row === name);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? [])];
    (buttons.find(({ value }) => value === this.#pressed) ?? buttons.at(-1))?.focus();
    row?.scrollIntoView({ block: "nearest" });
    toast(part.dataset.done ?? "");
  }
}

customElements.define("shop-order", Order);
