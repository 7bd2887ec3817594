/** One open EPUB: what every control, key and gesture does. */
import { Appearance, type Group } from "../appearance.ts";
import { Bars, toggleBars, uncoverText } from "../bars.ts";
import { Contents, type ContentsItem, type PlaceList } from "../contents.ts";
import { text } from "../data.ts";
import { byId, element, iconButton } from "../dom.ts";
import { showEnd } from "../end-card.ts";
import { Finder } from "../find/finder.ts";
import { History } from "../history.ts";
import { keyHandler } from "../keyboard.ts";
import { keysSheet } from "../keys-sheet.ts";
import { toast } from "../marks/toast.ts";
import { confirmLeaving, outsideUrl } from "../links.ts";
import { historyTab } from "../kept/history-tab.ts";
import type { Keeping } from "../kept/keeping.ts";
import { OfferBar } from "../kept/offer-bar.ts";
import type { Locator, Offer, Places } from "../places.ts";
import { savePreferences, type Preferences } from "../preferences.ts";
import { Screen, toggleFullScreen } from "../screen.ts";
import type { Place } from "../../sync/kinds.ts";
import type { Sheet } from "../sheet.ts";
import * as status from "../status.ts";
import { watchTabbing, watchText } from "../tabbing.ts";
import type { Tab } from "../tabs.ts";
import type { Book, Target } from "./book.ts";
import { familiesOf, flowOf, isArabicScript } from "./book-styles.ts";
import type { Chapters } from "./chapters.ts";
import { addFonts } from "./fonts.ts";
import { listen, type GestureActions } from "../gestures.ts";
import type { Manifest, TocItem } from "./manifest.ts";
import { EpubMarks } from "./marked.ts";
import { showNote } from "./note-sheet.ts";
import { isReference } from "./notes.ts";
import { locatorOf, targetOf } from "./places-in-book.ts";
import { Progress } from "./progress.ts";
import { timeLeft } from "./reading-time.ts";
import { SearchedEpub } from "./searched.ts";
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
  readonly #searched: SearchedEpub;
  readonly #finder: Finder;
  readonly #marked: EpubMarks;
  readonly #offers: OfferBar;
  readonly #screen: Screen;
  readonly #appearance: Appearance;
  readonly #history: History;
  readonly #keys: (event: KeyboardEvent) => void;
  #help: Sheet | null = null;

  constructor(book: Book, chapters: Chapters, preferences: Preferences, keeping: Keeping, searchUrl: string) {
    this.#book = book;
    this.#chapters = chapters;
    this.#preferences = preferences;
    this.#places = keeping.places;
    this.#progress = new Progress(book.manifest);
    this.#view = new View(byId("reader-stage"), book, preferences, {
      loaded: (doc) => this.#welcome(doc),
      relocated: (visible) => this.#arrived(visible),
      ended: () => showEnd(book.manifest.access === "sample", () => this.#begin()),
      waiting: status.opening,
      failed: status.failed,
    });
    this.#bars = new Bars(book.manifest.direction, {
      next: () => this.#turn(1),
      previous: () => this.#turn(-1),
      goToPage: (page) => this.#goToPage(page),
      back: () => this.#history.back(),
      otherTime: () => this.#tellOtherTime(),
    });
    this.#searched = new SearchedEpub(book, this.#progress, searchUrl, {
      go: (target, isFirst) => (isFirst ? this.#jumpTo(target) : this.#go(target)),
      documents: () => this.#view.documents(),
    });
    this.#finder = new Finder(this.#searched, () => byId("reader-open-find").focus());
    const about = { marks: keeping.marks, isSynced: keeping.isSynced, book, chapters, progress: this.#progress, view: this.#view };
    this.#marked = new EpubMarks(about, { jump: (target) => this.#jump(target), leaveList: () => this.#contents.close() });
    this.#offers = new OfferBar(keeping.places, (offer) => this.#takeOffer(offer));
    this.#contents = new Contents(contentsOf(book.manifest.toc), listsOf(book.manifest), [this.#marked.desk.list.tab, ...this.#historyTab()], [this.#findLine()], {
      goTo: (href) => this.#jump(book.targetOf(href)),
      goToPage: (page) => this.#goToNamedPage(page),
      goToShare: (share) => this.#goToPoint(this.#progress.pointOfShare(share)),
      locked: () => showEnd(true),
    });
    this.#screen = new Screen(preferences);
    this.#appearance = new Appearance(
      preferences,
      this.#groups(),
      isArabicScript(book.manifest.language),
      (group) => this.#restyle(group),
      ...this.#screen.controls(),
    );
    this.#appearance.otherwise("flow", flowOf(preferences, book.manifest));
    this.#history = new History(
      (hash) => this.#goToHash(hash),
      (page) => this.#bars.offerReturn(page),
    );
    this.#keys = keyHandler(this.#keyActions());
  }

  async open(place: Locator | null): Promise<void> {
    const opens = { "aria-haspopup": "dialog" };
    this.#bars.addTools(
      iconButton("search", text("find"), () => this.#finder.open(), { id: "reader-open-find", ...opens }),
      this.#marked.desk.button,
      iconButton("appearance", text("appearance"), () => this.#appearance.toggle(), { id: "reader-open-appearance", ...opens }),
      iconButton("contents", text("contents"), () => this.#openContents(), { id: "reader-open-contents", ...opens }),
    );
    addEventListener("keydown", this.#keys);
    this.#watchStirring(document);
    watchTabbing(window);
    listen(byId("reader-view"), this.#gestures());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#view.restyle());
    this.#screen.stir();
    await this.#view.goTo(this.#hashTarget(location.hash) ?? (place ? targetOf(this.#book, place) : null) ?? { index: this.#book.onTheWay(0, 1) });
  }

  /** Every document of the book gets the page's keys and gestures, and our letters where it has none. */
  #welcome(doc: Document): void {
    doc.addEventListener("keydown", this.#keys);
    watchText(doc);
    listen(doc, this.#gestures());
    if (!this.#view.isFixed) void addFonts(doc, familiesOf(this.#preferences.font));
    this.#searched.show(doc);
    this.#watchStirring(doc);
    this.#marked.welcome(doc);
  }

  /** Whatever the reader does, from then on they read what they see. */
  #watchStirring(doc: Document): void {
    for (const deed of ["pointerdown", "keydown", "wheel", "touchstart"]) {
      doc.addEventListener(deed, (event) => {
        if (!(event.target as Element | null)?.closest?.("#reader-offered")) this.#places.stir();
      }, { passive: true });
    }
  }

  #arrived(visible: Visible): void {
    status.ready();
    this.#screen.stir();
    this.#tell(visible);
    byId("reader-view").dataset.section = String(visible.index);
    const locator = locatorOf(this.#book, this.#progress, visible);
    this.#places.save(locator);
    if (!this.#isNamed(visible)) this.#history.stay(locator.locations.cfi);
    this.#marked.moved();
    this.#offers.moved(this.#progress.page({ index: visible.index, fraction: visible.start }));
  }

  /**
   * Whether the address names a place on the page already. Then it stays: the same words begin and end other pages once
   * letters have come or the window is another, and an address that followed each of them would drift away from the place.
   */
  #isNamed({ index, range }: Visible): boolean {
    const target = this.#hashTarget(this.#history.place);
    if (!range || target?.index !== index || typeof target.anchor !== "function") return false;
    const named = target.anchor(range.startContainer.ownerDocument as Document);
    if (named === null || typeof named === "number" || !("startContainer" in named)) return false;
    const { startContainer: node, startOffset: offset } = named;
    const isNext = node === range.endContainer && offset === range.endOffset;
    return range.isPointInRange(node, offset) && !isNext;
  }

  #tell(visible: Visible): void {
    const { index, start, end } = visible;
    const fixed = this.#view.isFixed;
    this.#bars.show({
      total: this.#progress.total({ index, fraction: end }),
      page: this.#progress.page({ index, fraction: fixed ? 0 : start }),
      pages: this.#progress.pages,
      label: this.#chapters.pageLabel(visible),
      lastLabel: this.#chapters.lastPageLabel,
      chapter: this.#chapters.at(visible).label,
      aside: fixed ? "" : timeLeft(this.#preferences.timeLeft, this.#progress, { index, fraction: end }, this.#book.manifest.language),
    });
  }

  #tellOtherTime(): void {
    this.#preferences.timeLeft = this.#preferences.timeLeft === "book" ? "chapter" : "book";
    savePreferences(this.#preferences);
    if (this.#view.visible) this.#tell(this.#view.visible);
  }

  #turn(direction: 1 | -1): void {
    uncoverText();
    this.#screen.stir();
    this.#view.turn(direction).catch(status.failed);
  }

  /** Goes to the beginning. */
  #begin(): Locator {
    const index = this.#book.onTheWay(0, 1);
    const { href = "", type = "" } = this.#book.sections[index] ?? {};
    void this.#jumpTo({ index });
    return { v: 1, version: this.#book.manifest.version, href, type, locations: { progression: 0, start: 0, totalProgression: 0 } };
  }

  async #go(target: Target | null): Promise<void> {
    if (target) await this.#view.goTo(target).catch(status.failed);
  }

  /** A jump, unlike a turn, can be taken back: with the browser's own button, or with the reader's. */
  async #jumpTo(target: Target): Promise<void> {
    this.#history.leave(this.#bars.page);
    await this.#go(target);
  }

  #jump(target: Target | null): void {
    if (target) void this.#jumpTo(target);
  }

  #goToPoint({ index, fraction }: { index: number; fraction: number }): void {
    this.#jump({ index, anchor: fraction });
  }

  #goToPage(page: number): void {
    this.#goToPoint(this.#progress.pointOfPage(page));
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
    void this.#go(this.#hashTarget(hash));
  }

  #openContents(): void {
    const { visible } = this.#view;
    this.#contents.open(visible ? this.#chapters.at(visible).target : null);
  }

  /** On a phone the bar has no room for the search: it begins here. */
  #findLine(): HTMLElement {
    return element("button", { type: "button", class: "reader-action quiet reader-find-line", onclick: () => this.#finder.open() }, text("find"));
  }

  #follow(anchor: Element): void {
    const { href } = anchor as HTMLAnchorElement | SVGAElement;
    const address = typeof href === "string" ? href : new URL(href.baseVal, anchor.baseURI).href;
    if (this.#book.owns(address)) return void this.#followInside(anchor, this.#book.targetOf(address));
    const outside = outsideUrl(address);
    if (outside) confirmLeaving(outside);
  }

  /** A note is shown where one reads; what turns out to be none is gone to. */
  async #followInside(anchor: Element, target: Target | null): Promise<void> {
    if (target && !this.#view.isFixed && isReference(anchor)) {
      const actions = { go: () => this.#jump(target), follow: (link: Element) => this.#follow(link), key: this.#keys };
      if (await showNote(this.#book, target, this.#preferences, actions)) return;
    }
    this.#jump(target);
  }

  #takeOffer({ locator }: Offer): void {
    this.#jump(locator ? targetOf(this.#book, locator) : { index: this.#book.onTheWay(0, 1), anchor: 0 });
  }

  #historyTab(): Tab[] {
    const go = ({ locator }: Place): void => {
      const target = targetOf(this.#book, locator);
      if (!target) return toast(text("mark-not-there"));
      this.#contents.close();
      this.#jump(target);
    };
    const chapter = ({ locator }: Place): string => {
      const index = this.#book.targetOf(locator.href)?.index;
      return index === undefined ? "" : this.#chapters.at({ index, start: 0, end: 0, range: null }).label;
    };
    return historyTab(this.#places, go, chapter);
  }

  #gestures(): GestureActions {
    const isRightToLeft = this.#book.manifest.direction === "rtl";
    return {
      turn: (direction) => this.#turn(direction),
      towards: (side) => ((side === "right") === isRightToLeft ? -1 : 1),
      toggleBars: () => toggleBars(),
      link: (anchor) => this.#follow(anchor),
      pressed: (event) => this.#marked.pressed(event),
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
      find: () => this.#finder.open(),
      found: (direction: 1 | -1) => void this.#finder.step(direction),
      bookmark: () => this.#marked.desk.toggleMarker(),
      mark: () => this.#marked.selecting.byKey(),
      nextMark: () => this.#marked.nextMark(),
      select: (event: KeyboardEvent) => this.#marked.selecting.extend(event),
      appearance: () => this.#appearance.toggle(),
      fullScreen: toggleFullScreen,
      back: () => this.#history.back(),
      help: () => this.#openHelp(),
      escape: () => this.#escape(),
      larger: () => this.#appearance.resize(1),
      smaller: () => this.#appearance.resize(-1),
      isRightToLeft: () => this.#book.manifest.direction === "rtl",
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
      [["B"], "bookmark"],
      [["⇧ ←", "⇧ →"], "keys-select"],
      [["H"], "keys-mark"],
      [["M"], "keys-next-mark"],
      [["F"], "full-screen"],
    ]);
    this.#help.toggle();
  }

  #groups(): Group[] {
    const flows = this.#book.sections.some((_, index) => !this.#book.isFixed(index));
    if (!flows) return ["theme", "pictures"];
    return ["theme", "size", "font", "line", "margin", "flow", "columns", "pictures", "align", "hyphens", "italics", "letters", "words", "paragraphs"];
  }

  #restyle(group: Group): void {
    this.#view.restyle();
    const documents = this.#view.documents();
    for (const doc of documents) {
      this.#searched.show(doc);
      this.#marked.show(doc);
    }
    if (group === "font") for (const doc of documents) void addFonts(doc, familiesOf(this.#preferences.font));
  }
}

function contentsOf(items: TocItem[]): ContentsItem[] {
  return items.map(({ label, href, locked, children }) => ({ label, target: href, locked, children: contentsOf(children) }));
}

function listsOf({ page_list: pages, landmarks }: Manifest): PlaceList[] {
  const places = (list: { label: string; href: string }[]) => list.filter(({ label }) => label.trim() !== "").map(({ label, href }) => ({ label, target: href }));
  return [
    { key: "page-list", places: places(pages) },
    { key: "landmarks", places: places(landmarks) },
  ];
}
