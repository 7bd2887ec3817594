/** One open PDF: what every control, key and gesture does. */
import { Appearance, type Group } from "../appearance.ts";
import { Bars, toggleBars, uncoverText } from "../bars.ts";
import { Contents, type ContentsItem } from "../contents.ts";
import { number, readerData, text } from "../data.ts";
import { byId, element, iconButton } from "../dom.ts";
import { showEnd } from "../end-card.ts";
import { Failure } from "../failure.ts";
import { Finder } from "../find/finder.ts";
import { listen } from "../gestures.ts";
import { History } from "../history.ts";
import { historyTab } from "../kept/history-tab.ts";
import type { Keeping } from "../kept/keeping.ts";
import { OfferBar } from "../kept/offer-bar.ts";
import { keyHandler, type KeyActions } from "../keyboard.ts";
import { keysSheet } from "../keys-sheet.ts";
import { confirmLeaving, outsideUrl } from "../links.ts";
import { read, write, type Locator, type Places } from "../places.ts";
import { savePreferences, type Preferences } from "../preferences.ts";
import { Screen, toggleFullScreen } from "../screen.ts";
import type { Place } from "../../sync/kinds.ts";
import type { Sheet } from "../sheet.ts";
import * as status from "../status.ts";
import { watchTabbing } from "../tabbing.ts";
import type { Tab } from "../tabs.ts";
import type { Opened } from "./document.ts";
import type { OutlineItem, PdfManifest } from "./manifest.ts";
import { PdfMarks } from "./marked.ts";
import { showPageFailure } from "./page-failure.ts";
import { Pages, type Spot } from "./pages.ts";
import type { PageFacts } from "./passages.ts";
import { SearchedPdf } from "./searched.ts";
import { Thumbnails } from "./thumbnails.ts";
import { ZoomGroup } from "./zoom-group.ts";
import { listenToZooming } from "./zooming.ts";

export class PdfReader {
  readonly #manifest: PdfManifest;
  readonly #preferences: Preferences;
  readonly #places: Places;
  readonly #isRightToLeft: boolean;
  readonly #pages: Pages;
  readonly #bars: Bars;
  readonly #contents: Contents;
  readonly #finder: Finder;
  readonly #searched: SearchedPdf;
  readonly #thumbnails: Thumbnails;
  readonly #zoomGroup: ZoomGroup;
  readonly #marked: PdfMarks;
  readonly #offers: OfferBar;
  readonly #screen: Screen;
  readonly #appearance: Appearance;
  readonly #history: History;
  #help: Sheet | null = null;
  #settled: () => void = () => {};

  constructor(manifest: PdfManifest, preferences: Preferences, keeping: Keeping) {
    this.#manifest = manifest;
    this.#preferences = preferences;
    this.#places = keeping.places;
    this.#isRightToLeft = manifest.direction === "rtl";
    this.#pages = new Pages(byId("reader-stage"), manifest.title, manifest.direction, {
      drawn: (page) => this.#drawn(page),
      failed: (page) => this.#failed(page),
      moved: () => this.#moved(),
      zoomed: (scale) => this.#zoomGroup.show(scale),
      textDrawn: (page) => {
        this.#searched.textDrawn(page);
        this.#marked.show(page);
      },
    });
    this.#bars = new Bars(manifest.direction, {
      next: () => this.#turn(1),
      previous: () => this.#turn(-1),
      goToPage: (page) => this.#jump(page),
      back: () => this.#history.back(),
    });
    const file = () => ({ version: manifest.version, language: manifest.language, pages: this.#pages.count, sample: manifest.sample_pages ?? 0 });
    this.#marked = new PdfMarks(
      { marks: keeping.marks, isSynced: keeping.isSynced, pages: this.#pages, file },
      { here: () => this.#here(), facts: (page) => this.#facts(page), jump: (page) => this.#jump(page), leaveList: () => this.#contents.close() },
    );
    this.#offers = new OfferBar(keeping.places, ({ locator }) => this.#jumpTo(spotOf(locator)));
    this.#searched = new SearchedPdf(this.#pages, manifest.language, manifest.access === "sample", {
      facts: (page) => this.#facts(page),
      leaving: () => this.#history.leave(this.#bars.page),
    });
    this.#finder = new Finder(this.#searched, () => byId("reader-open-find").focus());
    this.#thumbnails = new Thumbnails(manifest.direction, {
      go: (page) => {
        this.#contents.close();
        this.#jump(page);
      },
      label: (page) => this.#label(page),
      current: () => this.#pages.page,
      count: () => this.#pages.count,
      rotation: () => this.#pages.rotation,
    });
    this.#zoomGroup = new ZoomGroup({
      larger: () => this.#zoom(this.#pages.zoomed(1)),
      smaller: () => this.#zoom(this.#pages.zoomed(-1)),
      fitWidth: () => this.#zoom("page-width"),
      fitPage: () => this.#zoom("page-fit"),
      rotate: () => this.#rotate(),
    });
    this.#contents = new Contents(contentsOf(manifest.outline), [], [this.#thumbnails.tab, this.#marked.desk.list.tab, ...this.#historyTab()], [this.#findLine()], {
      goTo: (page) => this.#jump(Number(page)),
      goToPage: (page) => this.#goToTyped(page),
      goToShare: (share) => this.#jump(Math.max(1, Math.ceil(share * this.#pages.count))),
      locked: () => showEnd(true),
    });
    this.#screen = new Screen(preferences);
    this.#appearance = new Appearance(preferences, ["theme", "pdfFlow", "spread", "darkPages"], false, (group) => this.#restyle(group), this.#zoomGroup.make(), ...this.#screen.controls());
    this.#history = new History(
      (hash) => this.#go(pageOf(hash)),
      (page) => this.#bars.offerReturn(page),
    );
  }

  async open(opened: Opened, place: Locator | null): Promise<void> {
    this.#settled = opened.settled;
    this.#searched.document = opened.document;
    this.#thumbnails.document = opened.document;
    const opens = { "aria-haspopup": "dialog" };
    this.#bars.addTools(
      this.#zoomGroup.make(),
      iconButton("search", text("find"), () => this.#finder.open(), { id: "reader-open-find", ...opens }),
      this.#marked.desk.button,
      iconButton("appearance", text("appearance"), () => this.#appearance.toggle(), { id: "reader-open-appearance", ...opens }),
      iconButton("contents", text("contents"), () => this.#openContents(), { id: "reader-open-contents", ...opens }),
    );
    addEventListener("keydown", keyHandler(this.#keyActions()));
    watchTabbing(window);
    this.#watchStirring();
    this.#listenToPages();
    this.#screen.stir();
    this.#restyle("darkPages");
    const linked = pageOf(location.hash);
    const kept = spotOf(place);
    // Turning rewrites the address by whole pages: where it names the page that was kept, the place on it is kept too.
    const spot = linked === null || linked === kept.page ? kept : { page: linked, start: 0 };
    await Promise.race([this.#pages.show(opened.document, this.#preferences, spot, keptRotation()), opened.failure]);
    opened.failure.catch(status.failed);
    this.#pages.container.focus({ preventScroll: true });
  }

  #drawn(page: number): void {
    this.#settled();
    status.ready();
    this.#marked.show(page);
    this.#moved();
  }

  /** Without its first page the book cannot be read; another that fails says so in its place. */
  #failed(page: number): void {
    if (byId("reader-view").dataset.state !== "ready") return status.failed(new Failure(navigator.onLine ? "damaged" : "offline", `page ${page}`));
    const box = this.#pages.pageElement(page);
    if (box) showPageFailure(box);
  }

  #moved(): void {
    const { count, isAtEnd } = this.#pages;
    if (count === 0) return;
    const page = isAtEnd ? count : this.#pages.lastOfSpread;
    const fraction = isAtEnd ? 1 : this.#pages.fraction;
    const total = (page - 1 + fraction) / count;
    const label = this.#manifest.page_labels[page - 1] ?? null;
    this.#bars.show({ total, page, pages: count, label, lastLabel: null, chapter: this.#chapter()?.label ?? "", aside: "" });
    this.#history.stay(`page=${page}`);
    this.#places.save(this.#locator(page, fraction, page === this.#pages.page ? this.#pages.start : 0));
    this.#marked.moved();
    this.#offers.moved(page);
  }

  /** Whatever the reader does, from then on they read what they see. */
  #watchStirring(): void {
    for (const deed of ["pointerdown", "keydown", "wheel", "touchstart"]) {
      const stir = (event: Event) => (event.target as Element | null)?.closest?.("#reader-offered") || this.#places.stir();
      addEventListener(deed, stir, { passive: true });
    }
  }

  #locator(page: number, fraction: number, start: number): Locator {
    const totalProgression = (page - 1 + fraction) / this.#pages.count;
    return { v: 1, version: this.#manifest.version, href: "file.pdf", type: "application/pdf", locations: { page, progression: fraction, start, totalProgression } };
  }

  #here(): Locator | null {
    return this.#pages.count === 0 ? null : this.#locator(this.#pages.page, 0, 0);
  }

  /** Arrows and buttons go page by page; off the end comes the card. */
  #turn(direction: 1 | -1): void {
    uncoverText();
    this.#screen.stir();
    const isOver = direction === 1 && (this.#pages.isAtEnd || !this.#pages.turn(1));
    if (direction === -1) this.#pages.turn(-1);
    else if (isOver) showEnd(this.#manifest.access === "sample", () => this.#begin());
  }

  /** Goes to the beginning. */
  #begin(): Locator {
    this.#jump(1);
    return this.#locator(1, 0, 0);
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

  #jumpTo(spot: Spot): void {
    this.#history.leave(this.#bars.page);
    this.#pages.go(spot);
  }

  #historyTab(): Tab[] {
    const go = ({ locator }: Place): void => {
      this.#contents.close();
      this.#jumpTo(spotOf(locator));
    };
    return historyTab(this.#places, go, ({ locator }) => this.#chapter(locator.locations.page)?.label ?? "");
  }

  #goToTyped(name: string): boolean {
    const { page_labels: labels } = this.#manifest;
    const labelled = labels.findIndex((label) => label.toLowerCase() === name.toLowerCase()) + 1;
    const page = labels.length > 0 ? labelled : Number(name);
    if (!Number.isInteger(page) || page < 1 || page > this.#pages.count) return false;
    this.#jump(page);
    return true;
  }

  #chapter(at = this.#pages.page): OutlineItem | null {
    const reached = flat(this.#manifest.outline).filter((item) => item.page !== null && item.page <= at);
    return reached.at(-1) ?? null;
  }

  /** A page as the book calls it. */
  #label(page: number): string {
    return this.#manifest.page_labels[page - 1] ?? number(page);
  }

  #facts(page: number): PageFacts {
    return { page, pages: this.#pages.count, label: this.#label(page), chapter: this.#chapter(page)?.label ?? null };
  }

  /** On a phone the bar has no room for the search: it begins here. */
  #findLine(): HTMLElement {
    return element("button", { type: "button", class: "reader-action quiet reader-find-line", onclick: () => this.#finder.open() }, text("find"));
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
      pressed: (event) => this.#marked.pressed(event),
      link: (anchor) => this.#follow(anchor as HTMLAnchorElement),
      mode: () => ({ isPaged: this.#pages.isPaged, isDragged: false, isScrollable: true }),
      isAtEdge: (direction) => this.#pages.isAtEdge(direction),
    });
    this.#marked.selecting.listen(document, this.#pages.container);
    listenToZooming(this.#pages.container, {
      by: (factor, x, y) => this.#pages.zoomBy(factor, x, y),
      rest: () => this.#keepZoom(String(this.#pages.scale)),
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
      find: () => this.#finder.open(),
      found: (direction) => void this.#finder.step(direction),
      rotate: () => this.#rotate(),
      fitWidth: () => this.#zoom("page-width"),
      fitPage: () => this.#zoom("page-fit"),
      bookmark: () => this.#marked.desk.toggleMarker(),
      mark: () => this.#marked.selecting.byKey(),
      nextMark: () => this.#marked.nextMark(),
      select: (event) => this.#marked.selecting.extend(event),
      appearance: () => this.#appearance.toggle(),
      fullScreen: toggleFullScreen,
      back: () => this.#history.back(),
      help: () => this.#openHelp(),
      escape: () => this.#escape(),
      larger: () => this.#zoom(this.#pages.zoomed(1)),
      smaller: () => this.#zoom(this.#pages.zoomed(-1)),
      isRightToLeft: () => this.#isRightToLeft,
    };
  }

  #escape(): void {
    if (this.#marked.desk.isOpen) this.#marked.desk.close();
    else if (this.#finder.isActive) this.#finder.end();
    else toggleBars(true);
  }

  #openHelp(): void {
    this.#help ??= keysSheet([
      [["/"], "find"],
      [["N", "⇧ N"], "find-next"],
      [["W"], "fit-width"],
      [["P"], "fit-page"],
      [["R"], "rotate"],
      [["B"], "bookmark"],
      [["⇧ ←", "⇧ →"], "keys-select"],
      [["H"], "keys-mark"],
      [["M"], "keys-next-mark"],
      [["F"], "full-screen"],
    ]);
    this.#help.toggle();
  }

  #zoom(value: string): void {
    this.#keepZoom(value);
    this.#pages.restyle(this.#preferences);
  }

  #keepZoom(value: string): void {
    this.#preferences.zoom = value;
    savePreferences(this.#preferences);
  }

  /** Pages that lie on their side do so in this book only. */
  #rotate(): void {
    write(rotationKey(), { degrees: this.#pages.rotate() });
  }

  #restyle(group: Group): void {
    document.body.classList.toggle("dark-pages", this.#preferences.darkPages);
    if (group === "pdfFlow" || group === "spread") this.#pages.restyle(this.#preferences);
  }
}

function flat(items: OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}

function contentsOf(items: OutlineItem[]): ContentsItem[] {
  return items.map(({ label, page, locked, children }) => ({ label, target: page === null ? null : String(page), locked, children: contentsOf(children) }));
}

const rotationKey = () => `reader-rotation-${readerData().book.id}`;

function keptRotation(): number {
  return read<{ degrees: number }>(rotationKey(), ({ degrees }) => [0, 90, 180, 270].includes(degrees))?.degrees ?? 0;
}

/** Where a place is; without one, the beginning. */
function spotOf(place: Locator | null): Spot {
  const { page = 1, start = 0 } = place?.locations ?? {};
  return { page, start };
}

function pageOf(hash: string): number | null {
  const page = /^#page=(\d+)$/.exec(hash)?.[1];
  return page ? Number(page) : null;
}
