/** One open EPUB: what every control, key and gesture does. */
import { Appearance, type Group } from "../appearance.ts";
import { Bars, toggleBars, uncoverText } from "../bars.ts";
import { Contents, type ContentsItem } from "../contents.ts";
import { plural, text } from "../data.ts";
import { byId, iconButton } from "../dom.ts";
import { showEnd } from "../end-card.ts";
import { History } from "../history.ts";
import { keyHandler } from "../keyboard.ts";
import { confirmLeaving, outsideUrl } from "../links.ts";
import type { Locator, Places } from "../places.ts";
import type { Preferences } from "../preferences.ts";
import * as status from "../status.ts";
import type { Book, Target } from "./book.ts";
import { familiesOf, flowOf, isArabicScript } from "./book-styles.ts";
import type { Chapters } from "./chapters.ts";
import { addFonts } from "./fonts.ts";
import { listen, type GestureActions } from "../gestures.ts";
import type { TocItem } from "./manifest.ts";
import { locatorOf, targetOf } from "./places-in-book.ts";
import { Progress } from "./progress.ts";
import { minutes } from "./reading-time.ts";
import type { Visible } from "./stage.ts";
import { View } from "./view.ts";

export class EpubReader {
  readonly #book: Book;
  readonly #chapters: Chapters;
  readonly #preferences: Preferences;
  readonly #places: Places;
  readonly #progress: Progress;
  readonly #view: View;
  readonly #bars: Bars;
  readonly #contents: Contents;
  readonly #appearance: Appearance;
  readonly #history: History;
  readonly #keys: (event: KeyboardEvent) => void;

  constructor(book: Book, chapters: Chapters, preferences: Preferences, places: Places) {
    this.#book = book;
    this.#chapters = chapters;
    this.#preferences = preferences;
    this.#places = places;
    this.#progress = new Progress(book.manifest);
    this.#view = new View(byId("reader-stage"), book, preferences, {
      loaded: (doc) => this.#welcome(doc),
      relocated: (visible) => this.#arrived(visible),
      ended: () => showEnd(book.manifest.access === "sample"),
      waiting: status.opening,
      failed: status.failed,
    });
    this.#bars = new Bars(book.manifest.direction, {
      next: () => this.#turn(1),
      previous: () => this.#turn(-1),
      goToPage: (page) => this.#goToPage(page),
    });
    this.#contents = new Contents(contentsOf(book.manifest.toc), {
      goTo: (href) => this.#jump(book.targetOf(href)),
      goToPage: (page) => this.#goToNamedPage(page),
      locked: () => showEnd(true),
    });
    this.#appearance = new Appearance(preferences, this.#groups(), isArabicScript(book.manifest.language), (group) => this.#restyle(group));
    this.#appearance.otherwise("flow", flowOf(preferences, book.manifest));
    this.#history = new History((hash) => this.#goToHash(hash));
    this.#keys = keyHandler(this.#keyActions());
  }

  async open(place: Locator | null): Promise<void> {
    this.#bars.addTools(
      iconButton("appearance", text("appearance"), () => this.#appearance.toggle(), { id: "reader-open-appearance", "aria-haspopup": "dialog" }),
      iconButton("contents", text("contents"), () => this.#openContents(), { id: "reader-open-contents", "aria-haspopup": "dialog" }),
    );
    addEventListener("keydown", this.#keys);
    listen(byId("reader-view"), this.#gestures());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#view.restyle());
    await this.#view.goTo(this.#hashTarget(location.hash) ?? (place ? targetOf(this.#book, place) : null) ?? { index: this.#book.onTheWay(0, 1) });
  }

  /** Every document of the book gets the page's keys and gestures, and our letters where it has none. */
  #welcome(doc: Document): void {
    doc.addEventListener("keydown", this.#keys);
    listen(doc, this.#gestures());
    if (!this.#view.isFixed) void addFonts(doc, familiesOf(this.#preferences.font));
  }

  #arrived(visible: Visible): void {
    status.ready();
    const { index, start, end } = visible;
    const fixed = this.#view.isFixed;
    const left = minutes(this.#progress.bytesLeft({ index, fraction: end }), this.#book.manifest.language);
    this.#bars.show({
      total: this.#progress.total({ index, fraction: end }),
      page: this.#progress.page({ index, fraction: fixed ? 0 : start }),
      pages: this.#progress.pages,
      label: this.#chapters.pageLabel(visible),
      lastLabel: this.#chapters.lastPageLabel,
      chapter: this.#chapters.at(visible).label,
      aside: fixed ? "" : left > 0 ? plural("minutes-left", left) : text("chapter-ends"),
    });
    byId("reader-view").dataset.section = String(index);
    const locator = locatorOf(this.#book, this.#progress, visible);
    this.#places.save(locator);
    this.#history.stay(locator.locations.cfi);
  }

  #turn(direction: 1 | -1): void {
    uncoverText();
    this.#view.turn(direction).catch(status.failed);
  }

  #go(target: Target | null): void {
    if (target) this.#view.goTo(target).catch(status.failed);
  }

  /** A jump, unlike a turn, can be taken back with the browser's own button. */
  #jump(target: Target | null): void {
    if (!target) return;
    this.#history.leave();
    this.#go(target);
  }

  #goToPage(page: number): void {
    const { index, fraction } = this.#progress.pointOfPage(page);
    this.#jump({ index, anchor: fraction });
  }

  #goToNamedPage(name: string): boolean {
    const printed = this.#chapters.targetOfPage(name);
    if (printed !== null) {
      this.#jump(this.#book.targetOf(printed));
      return true;
    }
    const page = Number(name);
    if (this.#chapters.lastPageLabel !== null || !Number.isInteger(page) || page < 1 || page > this.#progress.pages) return false;
    this.#goToPage(page);
    return true;
  }

  #hashTarget(hash: string): Target | null {
    let name = hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch {
      return null;
    }
    return name.startsWith("epubcfi(") ? this.#book.targetOfCfi(name) : null;
  }

  #goToHash(hash: string): void {
    this.#go(this.#hashTarget(hash));
  }

  #openContents(): void {
    const { visible } = this.#view;
    this.#contents.open(visible ? this.#chapters.at(visible).target : null);
  }

  #follow(anchor: Element): void {
    const { href } = anchor as HTMLAnchorElement | SVGAElement;
    const address = typeof href === "string" ? href : new URL(href.baseVal, anchor.baseURI).href;
    if (this.#book.owns(address)) return this.#jump(this.#book.targetOf(address));
    const outside = outsideUrl(address);
    if (outside) confirmLeaving(outside);
  }

  #gestures(): GestureActions {
    const isRightToLeft = this.#book.manifest.direction === "rtl";
    return {
      turn: (direction) => this.#turn(direction),
      towards: (side) => ((side === "right") === isRightToLeft ? -1 : 1),
      toggleBars: () => toggleBars(),
      link: (anchor) => this.#follow(anchor),
      mode: () => ({
        isPaged: this.#view.isPaged,
        isScrollable: !this.#view.isPaged,
        isDragged: !this.#view.isFixed && this.#book.manifest.writing_mode === "horizontal-tb",
      }),
      isAtEdge: (direction) => this.#view.isAtEdge(direction),
    };
  }

  #keyActions() {
    return {
      next: () => this.#turn(1),
      previous: () => this.#turn(-1),
      step: (direction: 1 | -1) => this.#view.step(direction),
      first: () => this.#jump({ index: this.#book.onTheWay(0, 1), anchor: 0 }),
      last: () => this.#jump({ index: this.#book.onTheWay(this.#book.sections.length - 1, -1), anchor: 1 }),
      contents: () => this.#openContents(),
      escape: () => toggleBars(true),
      larger: () => this.#appearance.resize(1),
      smaller: () => this.#appearance.resize(-1),
      isRightToLeft: () => this.#book.manifest.direction === "rtl",
    };
  }

  #groups(): Group[] {
    const flows = this.#book.sections.some((_, index) => !this.#book.isFixed(index));
    return flows ? ["theme", "size", "font", "flow", "line", "margin"] : ["theme"];
  }

  #restyle(group: Group): void {
    this.#view.restyle();
    if (group !== "font") return;
    for (const doc of this.#view.documents()) void addFonts(doc, familiesOf(this.#preferences.font));
  }
}

function contentsOf(items: TocItem[]): ContentsItem[] {
  return items.map(({ label, href, locked, children }) => ({ label, target: href, locked, children: contentsOf(children) }));
}
