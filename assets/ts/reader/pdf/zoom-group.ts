/** The buttons for size and turn of the pages: in the bar where there is room for them, else in the appearance sheet. */
import { percent, text } from "../data.ts";
import { element, iconButton } from "../dom.ts";

export interface ZoomGroupActions {
  larger(): void;
  smaller(): void;
  fitWidth(): void;
  fitPage(): void;
  rotate(): void;
}

export class ZoomGroup {
  readonly #actions: ZoomGroupActions;
  readonly #outputs: HTMLOutputElement[] = [];

  constructor(actions: ZoomGroupActions) {
    this.#actions = actions;
  }

  make(): HTMLElement {
    // The larger of the two places says the size aloud; twice would be once too often.
    const output = element("output", { class: "reader-scale", "aria-live": "off" });
    this.#outputs.push(output);
    return element(
      "div",
      { class: "reader-zoom", role: "group", "aria-label": text("zoom") },
      iconButton("minus", text("zoom-out"), () => this.#actions.smaller()),
      output,
      iconButton("plus", text("zoom-in"), () => this.#actions.larger()),
      iconButton("width", text("fit-width"), () => this.#actions.fitWidth()),
      iconButton("page", text("fit-page"), () => this.#actions.fitPage()),
      iconButton("rotate", text("rotate"), () => this.#actions.rotate()),
    );
  }

  show(scale: number): void {
    for (const output of this.#outputs) output.textContent = percent(scale);
  }
}
