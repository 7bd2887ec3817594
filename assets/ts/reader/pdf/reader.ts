/** One open PDF: what every control, key and gesture does. */
import { Appearance, type Group } from "../appearance.ts";
import { Bars, toggleBars, uncoverText } from "../bars.ts";
import { Bookmarks, type Bookmark } from "../bookmarks.ts";
import { Contents, type ContentsItem } from "../contents.ts";
import { number, text } from "../data.ts";
import { byId, element, iconButton } from "../dom.ts";
import { showEnd } from "../end-card.ts";
import { listen } from "../gestures.ts";
import { History } from "../history.ts";
import { keyHandler, type KeyActions } from "../keyboard.ts";
import { keysSheet } from "../keys-sheet.ts";
import { confirmLeaving, outsideUrl } from "../links.ts";
import type { Locator, Places } from "../places.ts";
import { savePreferences, type Preferences } from "../preferences.ts";
import { Screen, toggleFullScreen } from "../screen.ts";
import type { Sheet } from "../sheet.ts";
import * as status from "../status.ts";
import type { Opened } from "./document.ts";
import type { OutlineItem, PdfManifest } from "./manifest.ts";
import { Pages } from "./pages.ts";

export class PdfReader {
  readonly #manifest: PdfManifest;
  readonly #preferences: Preferences;
  readonly #places: Places;
  readonly #isRightToLeft: boolean;
  readonly #pages: Pages;
  readonly #bars: Bars;
  readonly #contents: Contents;
  readonly #bookmarks: Bookmarks;
  readonly #screen: Screen;
  readonly #appearance: Appearance;
  readonly #history: History;
  #help: Sheet | null = null;
  #settled: () => void = () => {};

  constructor(manifest: PdfManifest, preferences: Preferences, places: Places) {
    this.#manifest = manifest;
    this.#preferences = preferences;
    this.#places = places;
    this.#isRightToLeft = manifest.direction === "rtl";
    this.#pages = new Pages(byId("reader-stage"), manifest.title, { drawn: () => this.#drawn(), moved: () => this.#moved() });
    this.#bars = new Bars(manifest.direction, {
      next: () => this.#turn(1),
      previous: () => this.#turn(-1),
      goToPage: (page) => this.#jump(page),
      back: () => this.#history.back(),
    });
    this.#bookmarks = new Bookmarks("pdf", {
      here: () => this.#bookmark(),
      isHere: ({ locator }) => locator.locations.page === this.#pages.page,
      go: ({ locator }) => {
        this.#contents.close();
        this.#jump(locator.locations.page ?? 1);
      },
    });
    this.#contents = new Contents(contentsOf(manifest.outline), [], [this.#bookmarks.tab], [], {
      goTo: (page) => this.#jump(Number(page)),
      goToPage: (page) => this.#goToTyped(page),
      goToShare: (share) => this.#jump(Math.max(1, Math.ceil(share * this.#pages.count))),
      locked: () => showEnd(true),
    });
    this.#screen = new Screen(preferences);
    this.#appearance = new Appearance(preferences, ["theme", "pdfFlow", "darkPages"], false, (group) => this.#restyle(group), this.#zoomGroup(), ...this.#screen.controls());
    this.#history = new History(
      (hash) => this.#go(pageOf(hash)),
      (page) => this.#bars.offerReturn(page),
    );
  }

  async open(opened: Opened, place: Locator | null): Promise<void> {
    this.#settled = opened.settled;
    this.#bars.addTools(
      this.#zoomGroup(),
      this.#bookmarks.button,
      iconButton("appearance", text("appearance"), () => this.#appearance.toggle(), { id: "reader-open-appearance", "aria-haspopup": "dialog" }),
      iconButton("contents", text("contents"), () => this.#openContents(), { id: "reader-open-contents", "aria-haspopup": "dialog" }),
    );
    addEventListener("keydown", keyHandler(this.#keyActions()));
    this.#listenToPages();
    this.#restyle("darkPages");
    const page = pageOf(location.hash) ?? place?.locations.page ?? 1;
    await Promise.race([this.#pages.show(opened.document, this.#preferences, page), opened.failure]);
    opened.failure.catch(status.failed);
    this.#pages.container.focus({ preventScroll: true });
  }

  #drawn(): void {
    this.#settled();
    status.ready();
    this.#moved();
  }

  #moved(): void {
    const { count, isAtEnd } = this.#pages;
    if (count === 0) return;
    const page = isAtEnd ? count : this.#pages.page;
    const fraction = isAtEnd ? 1 : this.#pages.fraction;
    const total = (page - 1 + fraction) / count;
    const label = this.#manifest.page_labels[page - 1] ?? null;
    this.#bars.show({ total, page, pages: count, label, lastLabel: null, chapter: this.#chapter()?.label ?? "", aside: "" });
    this.#history.stay(`page=${page}`);
    this.#places.save(this.#locator(page, fraction));
    this.#bookmarks.moved();
  }

  #locator(page: number, fraction: number): Locator {
    const totalProgression = (page - 1 + fraction) / this.#pages.count;
    return { v: 1, version: this.#manifest.version, href: "file.pdf", type: "application/pdf", locations: { page, progression: fraction, totalProgression } };
  }

  #bookmark(): Bookmark | null {
    const { page, count } = this.#pages;
    if (count === 0) return null;
    return { locator: this.#locator(page, 0), page: this.#manifest.page_labels[page - 1] ?? number(page), chapter: this.#chapter()?.label ?? "" };
  }

  /** Arrows and buttons go page by page; off the end comes the card. */
  #turn(direction: 1 | -1): void {
    uncoverText();
    this.#screen.stir();
    const { page: current, count, isAtEnd } = this.#pages;
    const page = direction === 1 && isAtEnd ? count + 1 : current + direction;
    if (page > count) showEnd(this.#manifest.access === "sample");
    else if (page >= 1) this.#pages.page = page;
  }

  #screenful(direction: 1 | -1): void {
    if (!this.#pages.screen(direction) && (this.#pages.isPaged || direction === 1)) this.#turn(direction);
  }

  #go(page: number | null): void {
    if (page !== null) this.#pages.page = page;
  }

  #jump(page: number): void {
    this.#history.leave(this.#bars.page);
    this.#go(page);
  }

  #goToTyped(name: string): boolean {
    const { page_labels: labels } = this.#manifest;
    const labelled = labels.findIndex((label) => label.toLowerCase() === name.toLowerCase()) + 1;
    const page = labels.length > 0 ? labelled : Number(name);
    if (!Number.isInteger(page) || page < 1 || page > this.#pages.count) return false;
    this.#jump(page);
    return true;
  }

  #chapter(): OutlineItem | null {
    const reached = flat(this.#manifest.outline).filter((item) => item.page !== null && item.page <= this.#pages.page);
    return reached.at(-1) ?? null;
  }

  #openContents(): void {
    const page = this.#chapter()?.page;
    this.#contents.open(page ? String(page) : null);
  }

  #listenToPages(): void {
    listen(this.#pages.container, {
      turn: (direction) => this.#turn(direction),
      towards: (side) => ((side === "right") === this.#isRightToLeft ? -1 : 1),
      toggleBars: () => toggleBars(),
      link: (anchor) => this.#follow(anchor as HTMLAnchorElement),
      mode: () => ({ isPaged: this.#pages.isPaged, isDragged: false, isScrollable: true }),
      isAtEdge: (direction) => this.#pages.isAtEdge(direction),
    });
  }

  /** Links within the file have been followed by pdf.js itself; the rest is asked about. */
  #follow(anchor: HTMLAnchorElement): void {
    const isHere = anchor.href.startsWith(location.origin + location.pathname);
    const outside = isHere ? null : outsideUrl(anchor.href);
    if (outside) confirmLeaving(outside);
  }

  #keyActions(): KeyActions {
    return {
      next: () => this.#turn(1),
      previous: () => this.#turn(-1),
      screen: (direction) => this.#screenful(direction),
      step: (direction) => this.#pages.step(direction),
      first: () => this.#jump(1),
      last: () => this.#jump(this.#pages.count),
      contents: () => this.#openContents(),
      bookmark: () => this.#bookmarks.toggle(),
      appearance: () => this.#appearance.toggle(),
      fullScreen: toggleFullScreen,
      back: () => this.#history.back(),
      help: () => this.#openHelp(),
      escape: () => toggleBars(true),
      larger: () => this.#zoom(this.#pages.zoomed(1)),
      smaller: () => this.#zoom(this.#pages.zoomed(-1)),
      isRightToLeft: () => this.#isRightToLeft,
    };
  }

  #openHelp(): void {
    this.#help ??= keysSheet([
      [["B"], "bookmark"],
      [["F"], "full-screen"],
    ]);
    this.#help.toggle();
  }

  /** In the bar where there is room for it, else in the appearance sheet. */
  #zoomGroup(): HTMLElement {
    return element(
      "div",
      { class: "reader-zoom", role: "group", "aria-label": text("zoom") },
      iconButton("minus", text("zoom-out"), () => this.#zoom(this.#pages.zoomed(-1))),
      iconButton("plus", text("zoom-in"), () => this.#zoom(this.#pages.zoomed(1))),
      iconButton("width", text("fit-width"), () => this.#zoom("page-width")),
      iconButton("page", text("fit-page"), () => this.#zoom("page-fit")),
    );
  }

  #zoom(value: string): void {
    this.#preferences.zoom = value;
    savePreferences(this.#preferences);
    this.#pages.restyle(this.#preferences);
  }

  #restyle(group: Group): void {
    document.body.classList.toggle("dark-pages", this.#preferences.darkPages);
    if (group === "pdfFlow") this.#pages.restyle(this.#preferences);
  }
}

function flat(items: OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}

function contentsOf(items: OutlineItem[]): ContentsItem[] {
  return items.map(({ label, page, locked, children }) => ({ label, target: page === null ? null : String(page), locked, children: contentsOf(children) }));
}

function pageOf(hash: string): number | null {
  const page = /^#page=(\d+)$/.exec(hash)?.[1];
  return page ? Number(page) : null;
}
