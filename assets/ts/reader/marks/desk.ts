/**
 * Marking in a book of whatever format: the bookmark's button, what is offered for words that are selected or marked, notes,
 * the list, and taking back. A format says where things are (`MarkedBook`); all else is here.
 */
import type { Colour, Locator, Mark } from "../../sync/kinds.ts";
import { text } from "../data.ts";
import { byId, element, iconButton } from "../dom.ts";
import { MarkList } from "./list.ts";
import type { Marks } from "./marks.ts";
import { writeNote } from "./note-dialog.ts";
import { Palette } from "./palette.ts";
import { shareQuote } from "./quote.ts";
import { toast } from "./toast.ts";

/** Words that are selected. */
export interface Selected {
  locator: Locator;
  /** Where they go on, on pages behind that one: each is marked by itself. */
  more: Locator[];
  /** Where they are in the page; null where they are not to be seen. */
  box: DOMRect | null;
  clear(): void;
}

/** What a format knows of marks. */
export interface MarkedBook {
  /** The page on show; null before there is one. */
  here(): Locator | null;
  isHere(mark: Mark): boolean;
  /** Goes to a mark; false where it is not in the book any more. */
  go(mark: Mark): boolean;
  describe(mark: Mark): { chapter: string; page: string };
  /** Draws all marks of what is on show anew. */
  redraw(): void;
  boxOf(mark: Mark): DOMRect | null;
  /** The place of a mark in the file of now, where it is found there. */
  placed(mark: Mark): Locator;
  /** Whether words lie in the sample, where anybody may read them: beyond it they would give the story away. */
  isOpen(locator: Locator): boolean;
}

const partsOf = (selected: Selected | null): Locator[] => (selected ? [selected.locator, ...selected.more] : []);
const wordsOf = (parts: Locator[]): string => parts.map(({ text: quote }) => quote?.highlight ?? "").join(" ");

/** What keys do while the palette has the focus: another sentence, more words. */
export type PaletteKey = (event: KeyboardEvent) => boolean;

export class MarkDesk {
  readonly button: HTMLButtonElement;
  readonly list: MarkList;
  readonly #marks: Marks;
  readonly #book: MarkedBook;
  readonly #palette = new Palette();
  readonly #said = element("p", { class: "visually-hidden", role: "status" });
  #selected: Selected | null = null;
  /** The mark that the palette is about; null while it is about a selection. */
  #open: Mark | null = null;

  constructor(marks: Marks, book: MarkedBook, exports: boolean) {
    this.#marks = marks;
    this.#book = book;
    this.button = iconButton("bookmark", text("bookmark"), () => this.toggleMarker(), { id: "reader-bookmark", "aria-pressed": "false" });
    this.list = new MarkList({
      all: () => marks.all,
      go: (mark) => this.#go(mark),
      edit: (mark) => this.edit(mark),
      remove: (mark) => this.remove(mark),
      describe: (mark) => book.describe(mark),
      exports,
    });
    byId("reader-view").append(this.#said);
    marks.watch(() => {
      book.redraw();
      this.moved();
      this.list.redraw();
    });
    addEventListener("warraq:refused", (event) => this.#refused((event as CustomEvent<{ list: string; message: string }[]>).detail));
  }

  get isOpen(): boolean {
    return this.#palette.isOpen;
  }

  /** Marks the page on show, or takes its markers away. */
  toggleMarker(): void {
    const here = this.#markersHere();
    const locator = here.length === 0 ? this.#book.here() : null;
    for (const mark of here) this.#marks.remove(mark);
    if (locator) this.#marks.add({ kind: "marker", colour: null, note: "", locator });
    this.#said.textContent = text(locator ? "bookmark-kept" : "bookmark-gone");
  }

  /** Another page is on show. */
  moved(): void {
    const isMarked = this.#markersHere().length > 0;
    this.button.setAttribute("aria-pressed", String(isMarked));
    this.button.title = text(isMarked ? "bookmark-remove" : "bookmark");
    if (!this.#open) return;
    const box = this.#book.boxOf(this.#open);
    if (box) this.#palette.place(box);
    else this.close();
  }

  /** Offers what can be done with selected words. Where they only grew, the palette follows them. */
  choose(selected: Selected, takesFocus: boolean, key?: PaletteKey): void {
    this.#selected = selected;
    if (this.#palette.isOpen && !this.#open && !takesFocus) return this.#palette.place(selected.box);
    this.#open = null;
    this.#palette.open(selected.box, null, takesFocus, {
      colour: (colour) => this.#highlight(colour),
      note: () => this.#noteOnSelection(),
      copy: () => this.#copy(wordsOf(partsOf(this.#selected))),
      share: () => this.#share(partsOf(this.#selected)),
      mayShare: () => this.#mayShare(partsOf(this.#selected)),
      key,
      closed: () => this.#closed(),
    });
  }

  /** Offers what can be done with a mark that is there. */
  open(mark: Mark, takesFocus: boolean): void {
    this.#selected = null;
    this.#open = mark;
    this.#palette.open(this.#book.boxOf(mark), mark.colour, takesFocus, {
      said: mark.note,
      colour: (colour) => this.#recolour(mark, colour),
      note: () => this.edit(mark),
      copy: () => this.#copy(wordsOf([mark.locator])),
      share: () => this.#share([mark.locator]),
      mayShare: () => this.#mayShare([mark.locator]),
      remove: () => {
        this.close();
        this.remove(mark);
      },
      closed: () => this.#closed(),
    });
  }

  /** The selection is gone: so is what was offered for it. */
  unselected(): void {
    if (this.#selected && !document.activeElement?.closest("#reader-palette")) this.close();
  }

  close(): void {
    this.#palette.close();
  }

  edit(mark: Mark): void {
    this.close();
    writeNote(mark, (note) => {
      const known = this.#marks.find(mark.uuid) ?? mark;
      // What nothing is noted about any more is a highlight.
      const kind = known.kind === "note" && note === "" ? "highlight" : known.kind;
      this.#marks.change(known, { note, kind, colour: kind === "highlight" ? (known.colour ?? "yellow") : known.colour, locator: this.#book.placed(known) });
    });
  }

  remove(mark: Mark): void {
    const known = this.#marks.find(mark.uuid) ?? mark;
    this.#marks.remove(known);
    toast(text(`gone-${known.kind}`), () => this.#marks.restore(known));
  }

  #markersHere(): Mark[] {
    return this.#marks.all.filter((mark) => mark.kind === "marker" && this.#book.isHere(mark));
  }

  #highlight(colour: Colour): void {
    const selected = this.#selected;
    if (!selected) return;
    for (const locator of partsOf(selected)) this.#marks.add({ kind: "highlight", colour, note: "", locator });
    this.#said.textContent = text("highlight-kept");
    this.close();
  }

  #recolour(mark: Mark, colour: Colour): void {
    const known = this.#marks.find(mark.uuid);
    if (known) this.#marks.change(known, { colour, locator: this.#book.placed(known) });
    this.close();
  }

  #noteOnSelection(): void {
    const selected = this.#selected;
    if (!selected) return;
    this.close();
    // Its draft is known again by its words, as long as it is no mark yet.
    const draft = { uuid: `new-${selected.locator.href}-${selected.locator.locations.cfi ?? ""}`, note: "", locator: selected.locator } as Mark;
    writeNote(draft, (note) => {
      if (note === "") return;
      this.#marks.add({ kind: "note", colour: "yellow", note, locator: selected.locator });
      for (const locator of selected.more) this.#marks.add({ kind: "highlight", colour: "yellow", note: "", locator });
    });
  }

  #copy(words: string): void {
    this.close();
    const done = navigator.clipboard?.writeText(words) ?? Promise.reject(new Error("no clipboard"));
    done.then(
      () => toast(text("copied")),
      () => toast(text("copy-failed")),
    );
  }

  #mayShare(parts: Locator[]): boolean {
    return wordsOf(parts) !== "" && parts.every((locator) => this.#book.isOpen(locator));
  }

  #share(parts: Locator[]): void {
    this.close();
    void shareQuote(wordsOf(parts));
  }

  #go(mark: Mark): void {
    if (!this.#book.go(mark)) toast(text("mark-not-there"));
  }

  #closed(): void {
    const selected = this.#selected;
    this.#selected = null;
    this.#open = null;
    selected?.clear();
  }

  #refused(refused: { list: string; message: string }[]): void {
    const mark = refused.find(({ list }) => list === "annotations");
    if (mark) toast([text("mark-refused"), mark.message].join(" ").trim());
  }
}
