// The moderators' desk by keys: J and K go about the comments, A, R, S and W press what the page names them for. Acts are
// sent as any form is (see forms/send.ts); the focus then goes on to the next comment, and what was done is announced.
import { toast } from "../talk/toast.ts";

const OFF = "desk-keys-off";
/** What may stand on a key in an Arabic keyboard is found by the key's place. */
const nameOf = ({ key, code }: KeyboardEvent): string => (/^[a-z?]$/i.test(key) ? key : key === "؟" ? "?" : code.replace("Key", "")).toLowerCase();

class Desk extends HTMLElement {
  connectedCallback(): void {
    const help = this.querySelector<HTMLElement>(".desk__keys");
    if (help) help.hidden = false;
    addEventListener("keydown", (event) => this.#hear(event));
    this.addEventListener("renewed", (event) => this.#goOn(event.target, (event as CustomEvent<HTMLElement>).detail));
    this.addEventListener("toggle", ({ target }) => this.#unfold(target), true);
    const on = this.querySelector<HTMLInputElement>("[data-keys-on]");
    if (!on) return;
    on.checked = localStorage.getItem(OFF) === null;
    on.addEventListener("change", () => (on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "")));
  }

  get #cases(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-case]")];
  }

  /** The comment in which the focus is. */
  get #current(): HTMLElement | null {
    return document.activeElement?.closest<HTMLElement>("[data-part]") ?? null;
  }

  #hear(event: KeyboardEvent): void {
    const isTyped = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable], dialog[open]");
    if (isTyped || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF) !== null) return;
    const key = nameOf(event);
    const pressed = key === "?" ? this.querySelector<HTMLElement>(".desk__keys") : this.#current?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
    if (key === "j" || key === "k") this.#go(key === "j" ? 1 : -1);
    else if (pressed && /^[a-z?]$/.test(key)) pressed.click();
    else return;
    event.preventDefault();
  }

  #go(by: number): void {
    const current = this.#current;
    const side = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const others = this.#cases.filter((one) => !current || (current.compareDocumentPosition(one) & side) !== 0);
    show(others.at(by > 0 ? 0 : -1));
  }

  /** The focus goes into a form that was unfolded. */
  #unfold(target: EventTarget | null): void {
    if (target instanceof HTMLDetailsElement && target.open) target.querySelector<HTMLElement>("select")?.focus();
  }

  /** After an act: to the next comment where this one waits no more. */
  #goOn(part: EventTarget | null, was: HTMLElement): void {
    if (!(part instanceof HTMLElement)) return;
    const wrong = part.querySelector<HTMLElement>("[aria-invalid]");
    if (wrong) return wrong.focus();
    toast(part.dataset.done ?? "");
    part.focus();
    if ("case" in was.dataset && !("case" in part.dataset)) this.#go(1);
  }
}

function show(one: HTMLElement | undefined): void {
  one?.focus();
  one?.scrollIntoView({ block: "start" });
}

customElements.define("shop-desk", Desk);
