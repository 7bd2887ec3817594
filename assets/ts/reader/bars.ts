/**
 * The two bars: title, chapter and tools above, place and slider below. They follow the interface's
 * direction, except the slider's row, which is about turning pages and follows the book's.
 */
import { number, percent, readerData, text } from "./data.ts";
import { byId, element, iconButton } from "./dom.ts";
import { icon } from "./icons.ts";

export interface BarActions {
  next(): void;
  previous(): void;
  /** The slider was let go at this page (1-based). */
  goToPage(page: number): void;
  /** Back to the place that a jump left. */
  back(): void;
  /** The time left of the chapter is asked for, or that of the book. */
  otherTime?(): void;
}

export interface Standing {
  /** 0–1, at the end of what is visible. */
  total: number;
  page: number;
  pages: number;
  /** The page as the printed book counts it, where the book says so. */
  label: string | null;
  lastLabel: string | null;
  chapter: string;
  /** Said at the end of the bottom line: the time left, or nothing. */
  aside: string;
}

// A page that is only passed over is not read out.
const SAID_AFTER_MS = 700;

const KEPT_FOR_TURNS = 10;

export class Bars {
  readonly #slider = element("input", { type: "range", class: "reader-slider", min: 1, max: 1, value: 1, step: 1 });
  readonly #place = element("span", { class: "reader-place" });
  readonly #aside: HTMLElement;
  readonly #return: HTMLButtonElement;
  readonly #live = element("p", { id: "reader-live", class: "visually-hidden", role: "status" });
  #saying: ReturnType<typeof setTimeout> | undefined;
  #dragging = false;
  /** Pages turned since the way back was offered. */
  #turned = 0;
  #last: Standing | null = null;

  constructor(direction: "ltr" | "rtl", actions: BarActions) {
    this.#slider.setAttribute("aria-label", text("position"));
    const previous = iconButton(direction === "rtl" ? "right" : "left", text("previous-page"), () => actions.previous());
    const next = iconButton(direction === "rtl" ? "left" : "right", text("next-page"), () => actions.next());
    this.#aside = actions.otherTime
      ? element("button", { type: "button", class: "reader-aside", title: text("time-left"), onclick: () => actions.otherTime?.() })
      : element("span", { class: "reader-aside" });
    this.#return = element("button", { type: "button", id: "reader-return", class: "reader-return", hidden: true, onclick: () => actions.back() });
    byId("reader-bottom").replaceChildren(
      element("div", { class: "reader-turn", dir: direction }, previous, this.#slider, next),
      element("div", { class: "reader-line" }, this.#place, this.#return, this.#aside),
    );
    byId("reader-view").append(this.#live);
    this.#slider.addEventListener("input", () => this.#preview());
    this.#slider.addEventListener("change", () => {
      this.#dragging = false;
      actions.goToPage(Number(this.#slider.value));
    });
    this.#slider.addEventListener("keydown", (event) => this.#arrow(event, direction, actions));
  }

  /** An arrow turns a page: one step of the slider may end on the page it began on. */
  #arrow(event: KeyboardEvent, direction: "ltr" | "rtl", actions: BarActions): void {
    const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const isForward = event.key === forward || event.key === "ArrowUp";
    if (!isForward && event.key !== backward && event.key !== "ArrowDown") return;
    event.preventDefault();
    if (isForward) actions.next();
    else actions.previous();
  }

  /** Adds buttons to the top bar; the first stands nearest to the title. */
  addTools(...tools: HTMLElement[]): void {
    byId("reader-tools").append(...tools);
  }

  /** Offers the way back to a page, or no more. */
  offerReturn(page: string | null): void {
    this.#turned = 0;
    this.#return.hidden = page === null;
    this.#aside.hidden = page !== null;
    if (page !== null) this.#return.replaceChildren(icon("undo"), element("span", {}, text("return", { page })));
  }

  /** The page as it is called here: by the printed book's number, else by its own. */
  get page(): string {
    return this.#last?.label ?? number(this.#last?.page ?? 1);
  }

  show(standing: Standing): void {
    if (this.#last && standing.page !== this.#last.page) this.#turned += 1;
    // Who reads on wants to stay: the browser's own button still leads back.
    if (this.#turned > KEPT_FOR_TURNS) this.offerReturn(null);
    this.#last = standing;
    // A book without chapters keeps the line as the server made it: its authors.
    const chapter = standing.chapter || readerData().book.authors.join(" · ");
    byId("reader-chapter").replaceChildren(element("bdi", {}, chapter));
    this.#aside.textContent = standing.aside;
    const view = byId("reader-view");
    view.dataset.percent = (standing.total * 100).toFixed(4);
    view.dataset.page = String(standing.page);
    if (this.#dragging) return;
    this.#slider.max = String(standing.pages);
    this.#slider.value = String(standing.page);
    this.#fill();
    this.#say(standing.total, standing.label ?? number(standing.page), this.#ofPages(standing));
    this.#sayAloud();
  }

  #preview(): void {
    this.#dragging = true;
    const page = Number(this.#slider.value);
    const pages = Number(this.#slider.max);
    this.#fill();
    this.#say(page / pages, number(page), number(pages));
  }

  #ofPages({ label, lastLabel, pages }: Standing): string {
    return label !== null && lastLabel !== null ? lastLabel : number(pages);
  }

  #say(total: number, page: string, pages: string): void {
    const share = percent(total);
    const place = text("page-of", { page, pages });
    this.#place.replaceChildren(share, " · ", element("bdi", {}, place));
    const chapter = this.#last?.chapter;
    this.#slider.setAttribute("aria-valuetext", [place, share, chapter].filter(Boolean).join(", "));
  }

  /** The place for who hears the page: where the slider has the focus, its own text is read out. */
  #sayAloud(): void {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      const said = this.#slider.getAttribute("aria-valuetext") ?? "";
      if (document.activeElement !== this.#slider && this.#live.textContent !== said) this.#live.textContent = said;
    }, SAID_AFTER_MS);
  }

  #fill(): void {
    const { value, min, max } = this.#slider;
    const span = Number(max) - Number(min);
    const share = span > 0 ? (Number(value) - Number(min)) / span : 1;
    this.#slider.style.setProperty("--share", String(share));
  }
}

/** Without scripts the way back is a word; the arrow says the same with less room, while the book is still on its way too. */
export function drawBack(): void {
  const back = byId("reader-back");
  const label = back.textContent?.trim() ?? "";
  back.setAttribute("aria-label", label);
  back.setAttribute("title", label);
  back.replaceChildren(icon("back"));
}

/** Shows or hides both bars. The text does not move: its place stays free of them. */
export function toggleBars(shown?: boolean): void {
  const hide = shown === undefined ? !document.body.classList.contains("bars-hidden") : !shown;
  if (hide && document.activeElement?.closest("#reader-top, #reader-bottom")) (document.activeElement as HTMLElement).blur();
  document.body.classList.toggle("bars-hidden", hide);
  for (const id of ["reader-top", "reader-bottom"]) byId(id).inert = hide;
}

const lowWindow = matchMedia("(max-height: 30rem)");

/** In a low window the bars lie over the text, so the first turn puts them away. */
export function uncoverText(): void {
  if (lowWindow.matches) toggleBars(false);
}
