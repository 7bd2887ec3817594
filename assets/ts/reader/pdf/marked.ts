/** Marks in a PDF: where they are, how they are drawn, pressed and gone to. */
import type { Locator, Mark } from "../../sync/kinds.ts";
import { text } from "../data.ts";
import { element } from "../dom.ts";
import { MarkDesk, type MarkedBook } from "../marks/desk.ts";
import type { Marks } from "../marks/marks.ts";
import { Selecting } from "../marks/selecting.ts";
import { rangesIn } from "./page-text.ts";
import type { Pages } from "./pages.ts";
import type { PageFacts } from "./passages.ts";
import { boxAround, locatorOf, type FileFacts } from "./places-on-page.ts";
import { PdfText } from "./selectable.ts";

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/;

export interface PdfMarkedActions {
  /** The page on show; null before there is one. */
  here(): Locator | null;
  facts(page: number): PageFacts;
  jump(page: number): void;
  /** The list is left for what was chosen in it. */
  leaveList(): void;
}

export class PdfMarks implements MarkedBook {
  readonly desk: MarkDesk;
  readonly selecting: Selecting;
  readonly #marks: Marks;
  readonly #pages: Pages;
  readonly #file: () => FileFacts;
  readonly #actions: PdfMarkedActions;
  #asked = -1;

  constructor(about: { marks: Marks; isSynced: boolean; pages: Pages; file: () => FileFacts }, actions: PdfMarkedActions) {
    this.#marks = about.marks;
    this.#pages = about.pages;
    this.#file = about.file;
    this.#actions = actions;
    this.desk = new MarkDesk(about.marks, this, about.isSynced);
    this.selecting = new Selecting(this.desk, new PdfText(about.pages, about.file));
  }

  /** A page, or the text over it, has been drawn anew: its marks go over it. */
  show(page: number): void {
    const box = this.#pages.pageElement(page);
    if (!box) return;
    box.querySelector(".reader-page-marks")?.remove();
    const marks = this.#marks.all.filter((mark) => mark.kind !== "marker" && mark.status !== "lost" && mark.locator.locations.page === page);
    if (marks.length === 0) return;
    box.append(element("div", { class: "reader-page-marks", "aria-hidden": "true" }, ...marks.flatMap((mark) => this.#drawn(mark, page))));
  }

  #drawn(mark: Mark, page: number): HTMLElement[] {
    const boxes = this.#pages.toPage(page, this.#rectsOf(mark, page));
    const lines = boxes.map(({ left, top, width, height }) =>
      element("div", { class: `reader-page-mark ${mark.colour ?? "yellow"}`, "data-mark": mark.uuid, style: `left: ${left}%; top: ${top}%; width: ${width}%; height: ${height}%` }),
    );
    const last = mark.note === "" ? undefined : boxes.at(-1);
    if (!last) return lines;
    // Where the words end that the note is about.
    const end = RIGHT_TO_LEFT.test(this.#file().language) ? last.left : last.left + last.width;
    return [...lines, element("div", { class: "reader-page-note", style: `left: ${end}%; top: ${last.top}%` })];
  }

  /** Of another version of the file only the words are known: they stand where this page has them. */
  #rectsOf({ locator }: Mark, page: number): [number, number, number, number][] {
    const { rects } = locator.locations;
    if (rects && rects.length > 0 && locator.version === this.#file().version) return rects;
    const layer = this.#pages.textOf(page);
    const range = layer && locator.text ? rangesIn(layer, locator.text.highlight)[0] : undefined;
    return (range && locatorOf(range, this.#pages, this.#file())?.locations.rects) ?? [];
  }

  /** A press in the pages: whether it was there for a mark, or to close what is offered. */
  pressed({ clientX: x, clientY: y }: MouseEvent): boolean {
    if (this.selecting.closes()) return true;
    const uuids = this.#boxes().filter(([, box]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom).map(([uuid]) => uuid);
    const length = (mark: Mark) => mark.locator.text?.highlight.length ?? 0;
    const [mark] = this.#marks.all.filter(({ uuid }) => uuids.includes(uuid)).sort((a, b) => length(a) - length(b));
    if (mark) this.desk.open(mark, false);
    return mark !== undefined;
  }

  /** What can be done with the next mark in the window, by keys alone. */
  nextMark(): void {
    const seen = this.#marks.all.filter((mark) => this.boxOf(mark) !== null);
    if (seen.length === 0) return;
    this.#asked = (this.#asked + 1) % seen.length;
    const next = seen[this.#asked] ?? seen[0];
    if (next) this.desk.open(next, true);
  }

  moved(): void {
    this.#asked = -1;
    this.desk.moved();
  }

  here(): Locator | null {
    return this.#actions.here();
  }

  isHere({ locator }: Mark): boolean {
    const page = locator.locations.page ?? 0;
    return page >= this.#pages.page && page <= this.#pages.lastOfSpread;
  }

  go(mark: Mark): boolean {
    const { page } = mark.locator.locations;
    if (mark.status === "lost" || !page || page > this.#pages.count) return false;
    this.#actions.leaveList();
    this.#actions.jump(page);
    void this.#pages.textAt(page).then(() => {
      const [, box] = this.#boxes().find(([uuid]) => uuid === mark.uuid) ?? [];
      if (box) this.#pages.reveal({ getBoundingClientRect: () => box });
    });
    return true;
  }

  describe({ locator }: Mark): { chapter: string; page: string } {
    const { page } = locator.locations;
    if (!page) return { chapter: "", page: "" };
    const { label, chapter } = this.#actions.facts(page);
    return { chapter: chapter ?? "", page: text("page-label", { page: label }) };
  }

  redraw(): void {
    for (const page of this.#pages.near()) this.show(page);
  }

  boxOf({ uuid }: Mark): DOMRect | null {
    return boxAround(this.#boxes().filter(([own]) => own === uuid).map(([, box]) => box));
  }

  isOpen({ version, locations }: Locator): boolean {
    return version === this.#file().version && locations.page !== undefined && locations.page <= this.#file().sample;
  }

  placed(mark: Mark): Locator {
    const { page, rects } = mark.locator.locations;
    if (!page || (rects && mark.locator.version === this.#file().version)) return mark.locator;
    const layer = this.#pages.textOf(page);
    const range = layer && mark.locator.text ? rangesIn(layer, mark.locator.text.highlight)[0] : undefined;
    return (range && locatorOf(range, this.#pages, this.#file())) ?? mark.locator;
  }

  #boxes(): [uuid: string, box: DOMRect][] {
    const drawn = this.#pages.container.querySelectorAll<HTMLElement>(".reader-page-mark");
    return Array.from(drawn, (one) => [one.dataset.mark ?? "", one.getBoundingClientRect()]);
  }
}
