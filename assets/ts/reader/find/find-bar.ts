/** While one goes from place to place: which it is of how many, in the slider's place. */
import { number, text } from "../data.ts";
import { byId, element, iconButton } from "../dom.ts";

export interface FindBarActions {
  step(direction: 1 | -1): void;
  list(): void;
  end(): void;
}

export class FindBar {
  readonly #count = element("p", { class: "reader-find-count", role: "status" });
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #bar: HTMLElement;

  constructor(actions: FindBarActions) {
    this.#previous = iconButton("up", text("find-previous"), () => actions.step(-1), { id: "reader-find-previous" });
    this.#next = iconButton("down", text("find-next"), () => actions.step(1), { id: "reader-find-next" });
    const list = iconButton("rows", text("find-list"), () => actions.list());
    const end = iconButton("close", text("find-close"), () => actions.end(), { id: "reader-find-end" });
    this.#bar = element("div", { class: "reader-find-bar", role: "group", "aria-label": text("find") }, this.#previous, this.#next, this.#count, list, end);
  }

  get isShown(): boolean {
    return this.#bar.isConnected;
  }

  /** `index` counts from 0. */
  show(index: number, total: number, goesOn: boolean): void {
    if (!this.isShown) byId("reader-bottom").prepend(this.#bar);
    byId("reader-bottom").classList.add("finding");
    this.#count.textContent = text("find-of", { number: number(index + 1), total: number(total) });
    set(this.#previous, index > 0);
    set(this.#next, goesOn);
  }

  hide(): void {
    this.#bar.remove();
    byId("reader-bottom").classList.remove("finding");
  }
}

/** Not `disabled`: at the last place the focus would be lost. */
function set(button: HTMLButtonElement, enabled: boolean): void {
  button.setAttribute("aria-disabled", String(!enabled));
}
