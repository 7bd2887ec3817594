/**
 * What can be done with words: five colours, a note, copying, sharing where they give nothing away; with a mark that is there
 * also deleting it. It stands beside the words where a mouse points, and at the lower edge where a finger does, out of the way
 * of the system's own menu.
 */
import { COLOURS, type Colour } from "../../sync/kinds.ts";
import { text } from "../data.ts";
import { byId, element, iconButton } from "../dom.ts";

export interface PaletteActions {
  /** What is noted about the words; may be empty. */
  said?: string;
  colour(colour: Colour): void;
  note(): void;
  copy(): void;
  share(): void;
  /** Whether the words, as they are now, may be shared. */
  mayShare(): boolean;
  remove?: (() => void) | undefined;
  /** A key that is pressed while the palette has the focus; true where it was taken. */
  key?: ((event: KeyboardEvent) => boolean) | undefined;
  closed(): void;
}

const GAP_PX = 10;

export class Palette {
  #bar: HTMLElement | null = null;
  #actions: PaletteActions | null = null;

  get isOpen(): boolean {
    return this.#bar !== null;
  }

  /** `box` is where the words are in the page; `current` the colour that they have. */
  open(box: DOMRect | null, current: Colour | null, takesFocus: boolean, actions: PaletteActions): void {
    this.#bar?.remove();
    this.#actions = actions;
    const keep = (event: Event) => event.preventDefault();
    this.#bar = element(
      "div",
      // The selection stays while a button is pressed.
      { id: "reader-palette", class: "reader-palette", role: "toolbar", "aria-label": text("palette"), onpointerdown: keep, onmousedown: keep },
      actions.said ? element("p", { class: "reader-palette-note", dir: "auto" }, actions.said) : null,
      ...COLOURS.map((colour) => swatch(colour, colour === current, () => actions.colour(colour))),
      iconButton("note", text("mark-note"), () => actions.note(), { id: "reader-palette-note" }),
      iconButton("copy", text("mark-copy"), () => actions.copy()),
      iconButton("share", text("mark-share"), () => actions.share(), { id: "reader-palette-share" }),
      actions.remove ? iconButton("remove", text("mark-delete"), () => actions.remove?.(), { id: "reader-palette-delete" }) : null,
    );
    this.#bar.addEventListener("keydown", (event) => this.#key(event));
    byId("reader-view").append(this.#bar);
    this.place(box);
    if (takesFocus) (this.#bar.querySelector<HTMLElement>("[aria-pressed=true]") ?? this.#bar.querySelector("button"))?.focus();
  }

  /** The words are elsewhere now. */
  place(box: DOMRect | null): void {
    const bar = this.#bar;
    if (!bar) return;
    byId("reader-palette-share").hidden = !this.#actions?.mayShare();
    const isDocked = box === null || matchMedia("(pointer: coarse)").matches;
    bar.classList.toggle("docked", isDocked);
    if (isDocked) return bar.removeAttribute("style");
    const view = byId("reader-view").getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = bar;
    const middle = Math.min(Math.max(box.left, view.left), view.right) / 2 + Math.min(Math.max(box.right, view.left), view.right) / 2;
    const x = Math.min(Math.max(middle - width / 2 - view.left, GAP_PX), Math.max(GAP_PX, view.width - width - GAP_PX));
    const above = box.top - view.top - height - GAP_PX;
    const below = box.bottom - view.top + GAP_PX;
    const y = above >= 0 ? above : Math.min(below, view.height - height - GAP_PX);
    bar.style.left = `${Math.round(x)}px`;
    bar.style.top = `${Math.round(y)}px`;
  }

  close(): void {
    if (!this.#bar) return;
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#bar.remove();
    this.#bar = null;
    // Keys go on where one reads.
    if (hadFocus) (document.activeElement as HTMLElement | null)?.blur();
    this.#actions?.closed();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.close();
    else if (this.#actions?.key?.(event)) event.preventDefault();
    else if (/^[1-5]$/.test(event.key)) this.#actions?.colour(COLOURS[Number(event.key) - 1] ?? "yellow");
    else if (!this.#arrow(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #arrow({ key, shiftKey }: KeyboardEvent): boolean {
    const buttons = Array.from(this.#bar?.querySelectorAll<HTMLButtonElement>("button:not([hidden])") ?? []);
    const isRightToLeft = document.documentElement.dir === "rtl";
    const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[key];
    if (step === undefined || shiftKey) return false;
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    return true;
  }
}

/** A colour with the line that tells it from the others without colours. */
function swatch(colour: Colour, isCurrent: boolean, choose: () => void): HTMLButtonElement {
  const label = text(`colour-${colour}`);
  const sample = element("span", { class: `reader-swatch ${colour}`, "aria-hidden": "true" }, text("colour-sample"));
  return element("button", { type: "button", class: "reader-button", "aria-label": label, title: label, "aria-pressed": String(isCurrent), onclick: choose }, sample);
}
