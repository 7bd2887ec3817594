/** Lists that share a sheet, one at a time: tabs, gone through with the arrow keys. */
import { element } from "./dom.ts";

export interface Tab {
  name: string;
  label: string;
  /** Called when the tab is shown, so that long lists are made only for who wants them. */
  draw(): HTMLElement;
}

export class Tabs {
  readonly list: HTMLElement;
  readonly panel: HTMLElement;
  readonly #tabs: Tab[];
  readonly #buttons: HTMLButtonElement[];
  #chosen = 0;

  constructor(id: string, tabs: Tab[]) {
    this.#tabs = tabs;
    this.panel = element("div", { id: `${id}-panel`, role: "tabpanel" });
    this.#buttons = tabs.map(({ name, label }, index) =>
      element("button", { type: "button", id: `${id}-tab-${name}`, class: "reader-tab", role: "tab", "aria-controls": this.panel.id, onclick: () => this.#choose(index) }, label),
    );
    this.list = element("div", { class: "reader-tabs", role: "tablist", hidden: tabs.length < 2 }, ...this.#buttons);
    this.list.addEventListener("keydown", (event) => this.#key(event));
    this.redraw();
  }

  redraw(): void {
    this.#choose(this.#chosen);
  }

  #choose(index: number): void {
    this.#chosen = index;
    for (const [i, button] of this.#buttons.entries()) {
      button.setAttribute("aria-selected", String(i === index));
      button.tabIndex = i === index ? 0 : -1;
    }
    const tab = this.#tabs[index];
    const button = this.#buttons[index];
    if (!tab || !button) return;
    this.panel.setAttribute("aria-labelledby", button.id);
    this.panel.replaceChildren(tab.draw());
  }

  #key(event: KeyboardEvent): void {
    const isRightToLeft = getComputedStyle(this.list).direction === "rtl";
    const steps: Record<string, number> = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const count = this.#tabs.length;
    this.#choose((this.#chosen + step + count) % count);
    this.#buttons[this.#chosen]?.focus();
  }
}
