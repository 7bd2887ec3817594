/**
 * The two bars: title, chapter and tools above, place and slider below. They follow the interface's
 * direction, except the slider's row, which is about turning pages and follows the book's.
 */
import { number, readerData, text } from "./data.ts";
import { byId, element, iconButton } from "./dom.ts";
import { icon } from "./icons.ts";

export interface BarActions {
  next(): void;
  previous(): void;
  /** The slider was let go at this page (1-based). */
  goToPage(page: number): void;
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

export class Bars {
  readonly #slider = element("input", { type: "range", class: "reader-slider", min: 1, max: 1, value: 1, step: 1 });
  readonly #place = element("span", { class: "reader-place" });
  readonly #aside = element("span", { class: "reader-aside" });
  #dragging = false;
  #last: Standing | null = null;

  constructor(direction: "ltr" | "rtl", actions: BarActions) {
    this.#drawBack();
    this.#slider.setAttribute("aria-label", text("position"));
    const previous = iconButton(direction === "rtl" ? "right" : "left", text("previous-page"), () => actions.previous());
    const next = iconButton(direction === "rtl" ? "left" : "right", text("next-page"), () => actions.next());
    byId("reader-bottom").replaceChildren(
      element("div", { class: "reader-turn", dir: direction }, previous, this.#slider, next),
      element("p", { class: "reader-line" }, this.#place, this.#aside),
    );
    this.#slider.addEventListener("input", () => this.#preview());
    this.#slider.addEventListener("change", () => {
      this.#dragging = false;
      actions.goToPage(Number(this.#slider.value));
    });
  }

  /** Adds buttons to the top bar; the first stands nearest to the title. */
  addTools(...tools: HTMLElement[]): void {
    byId("reader-tools").append(...tools);
  }

  show(standing: Standing): void {
    this.#last = standing;
    // A book without chapters keeps the line as the server made it: its authors.
    const chapter = standing.chapter || readerData().book.authors.join(" · ");
    byId("reader-chapter").replaceChildren(element("bdi", {}, chapter));
    this.#aside.textContent = standing.aside;
    const view = byId("reader-view");
    view.dataset.percent = (standing.total * 100).toFixed(2);
    view.dataset.page = String(standing.page);
    if (this.#dragging) return;
    this.#slider.max = String(standing.pages);
    this.#slider.value = String(standing.page);
    this.#fill();
    this.#say(standing.total, standing.label ?? number(standing.page), this.#ofPages(standing));
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
    const percent = text("percent", { percent: number(Math.floor(total * 100 + 1e-9)) });
    const place = text("page-of", { page, pages });
    this.#place.replaceChildren(element("bdi", {}, percent), " · ", element("bdi", {}, place));
    const chapter = this.#last?.chapter;
    this.#slider.setAttribute("aria-valuetext", [place, percent, chapter].filter(Boolean).join(", "));
  }

  #fill(): void {
    const { value, min, max } = this.#slider;
    const span = Number(max) - Number(min);
    const share = span > 0 ? (Number(value) - Number(min)) / span : 1;
    this.#slider.style.setProperty("--share", String(share));
  }

  /** Without scripts the way back is a word; the arrow says the same with less room. */
  #drawBack(): void {
    const back = byId("reader-back");
    const label = back.textContent?.trim() ?? "";
    back.setAttribute("aria-label", label);
    back.setAttribute("title", label);
    back.replaceChildren(icon("back"));
  }
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
