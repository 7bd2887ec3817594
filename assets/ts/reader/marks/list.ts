/** The list of marks in the contents sheet: what they say, where they are, filtered by kind and colour. */
import { COLOURS, type Mark } from "../../sync/kinds.ts";
import { percent, readerData, text } from "../data.ts";
import { element, iconButton } from "../dom.ts";
import type { Tab } from "../tabs.ts";

export interface MarkListActions {
  all(): readonly Mark[];
  go(mark: Mark): void;
  edit(mark: Mark): void;
  remove(mark: Mark): void;
  /** The chapter and the page of a mark, as they are called in the book. */
  describe(mark: Mark): { chapter: string; page: string };
  /** Whether marks can be taken along: those that an account keeps. */
  exports: boolean;
}

const KINDS = ["all", "marker", "highlight", "note"] as const;

/** Which marks are shown; a highlight that something is noted about is among the notes too. */
interface Filter {
  kind: (typeof KINDS)[number];
  colour: string;
}

export class MarkList {
  readonly tab: Tab;
  readonly #actions: MarkListActions;
  readonly #list = element("div", {});
  readonly #filter: Filter = { kind: "all", colour: "" };

  constructor(actions: MarkListActions) {
    this.#actions = actions;
    this.tab = { name: "marks", label: text("marks"), draw: () => this.#draw() };
  }

  /** Marks are otherwise: the list that is on show follows, and the focus stays where it was. */
  redraw(): void {
    if (!this.#list.isConnected) return;
    const rows = Array.from(this.#list.querySelectorAll("li"));
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    this.#fill();
    if (at < 0) return;
    const left = this.#list.querySelectorAll("li");
    const next = left[Math.min(at, left.length - 1)]?.querySelector<HTMLElement>("button");
    (next ?? document.querySelector<HTMLElement>("#reader-contents [role=tab][aria-selected=true]"))?.focus();
  }

  #draw(): HTMLElement {
    this.#fill();
    return element("div", {}, this.#filters(), this.#list, this.#exports());
  }

  #filters(): HTMLElement {
    const option = (value: string, label: string, chosen: string) => element("option", { value, selected: value === chosen }, label);
    const kind = element("select", { id: "reader-mark-kind", class: "reader-field", "aria-label": text("filter-kind") }, ...KINDS.map((value) => option(value, text(`kind-${value}`), this.#filter.kind)));
    const colours = [option("", text("colour-all"), this.#filter.colour), ...COLOURS.map((value) => option(value, text(`colour-${value}`), this.#filter.colour))];
    const colour = element("select", { id: "reader-mark-colour", class: "reader-field", "aria-label": text("filter-colour") }, ...colours);
    kind.addEventListener("change", () => {
      this.#filter.kind = kind.value as Filter["kind"];
      this.#fill();
    });
    colour.addEventListener("change", () => {
      this.#filter.colour = colour.value;
      this.#fill();
    });
    return element("div", { class: "reader-filters" }, kind, colour);
  }

  #fill(): void {
    const marks = this.#actions.all().filter((mark) => this.#isWanted(mark));
    const isFiltered = this.#actions.all().length > 0;
    const none = element("p", { class: "reader-empty", role: "status" }, text(isFiltered ? "no-such-marks" : "no-marks"));
    this.#list.replaceChildren(marks.length > 0 ? element("ol", { class: "reader-marks" }, ...marks.map((mark) => this.#entry(mark))) : none);
  }

  #isWanted({ kind, colour, note }: Mark): boolean {
    const { kind: wanted, colour: wantedColour } = this.#filter;
    const isKind = wanted === "all" || wanted === kind || (wanted === "note" && note !== "");
    return isKind && (wantedColour === "" || wantedColour === colour);
  }

  #entry(mark: Mark): HTMLLIElement {
    const { kind, colour, note, locator, status } = mark;
    const quote = locator.text?.highlight ?? "";
    const { chapter, page } = this.#actions.describe(mark);
    const facts = [element("bdi", {}, page), " · ", percent(mark.percent / 100), ...(chapter ? [" · ", element("bdi", {}, chapter)] : [])];
    const name = element("span", { class: "visually-hidden" }, [text(`one-${kind}`), colour && text(`colour-${colour}`)].filter(Boolean).join(", ") + ": ");
    const go = element(
      "button",
      { type: "button", class: "reader-entry", onclick: () => this.#actions.go(mark) },
      name,
      quote ? element("span", { class: "reader-passage", dir: "auto" }, element("span", { class: `reader-swatch ${colour ?? "none"}` }, shortened(quote))) : null,
      note ? element("span", { class: "reader-mark-note", dir: "auto" }, note) : null,
      element("span", { class: "reader-passage-place" }, ...facts),
      element("span", { class: "reader-passage-place" }, element("bdi", {}, when(mark.created_at))),
      status === "placed" ? null : element("span", { class: `reader-mark-status ${status}` }, text(`mark-${status}`)),
    );
    const edit = kind === "marker" ? null : iconButton("note", text(note ? "note-edit" : "note-new"), () => this.#actions.edit(mark));
    return element("li", { "data-uuid": mark.uuid }, go, edit, iconButton("remove", text("mark-delete"), () => this.#actions.remove(mark)));
  }

  #exports(): HTMLElement {
    if (!this.#actions.exports) return element("p", { class: "reader-hint" }, text("marks-local"));
    const link = (format: string) => element("a", { class: "reader-link", href: `/api/v1/books/${readerData().book.id}/annotations/export?format=${format}`, download: true }, text(`export-${format}`));
    return element("p", { class: "reader-exports" }, link("markdown"), link("json"));
  }
}

const SHOWN = 280;
const shortened = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);

function when(time: string): string {
  const locale = readerData().locale;
  return new Intl.DateTimeFormat(locale === "ar" ? "ar-u-nu-latn" : locale, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(time));
}
