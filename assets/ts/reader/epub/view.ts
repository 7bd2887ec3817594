/** The book on the page: chooses a renderer for each run of sections, and turns, goes and reports. */
import { Failure, kindOfStatus, probe } from "../failure.ts";
import type { Preferences } from "../preferences.ts";
import type { Book, Target } from "./book.ts";
import { flowOf } from "./book-styles.ts";
import { FixedStage } from "./fixed-stage.ts";
import { FlowingStage } from "./flowing-stage.ts";
import { runAround, type Run } from "./runs.ts";
import type { Stage, Visible } from "./stage.ts";

export interface ViewEvents {
  /** A document of the book has arrived: listen to it, give it fonts. */
  loaded(doc: Document, index: number): void;
  relocated(visible: Visible): void;
  /** Turned beyond the last page that may be read. */
  ended(): void;
  /** A section keeps the reader waiting. */
  waiting(): void;
  failed(error: unknown): void;
}

const WAITING_AFTER_MS = 1200;
const PATIENCE_MS = 5000;

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export class View {
  readonly #host: HTMLElement;
  readonly #book: Book;
  readonly #preferences: Preferences;
  readonly #events: ViewEvents;
  #stage: Stage | null = null;
  #run: Run | null = null;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #isMoving = false;
  #turning: Promise<void> = Promise.resolve();
  #going: Promise<void> = Promise.resolve();
  #asked = 0;
  #wish: 1 | -1 | null = null;
  visible: Visible | null = null;

  constructor(host: HTMLElement, book: Book, preferences: Preferences, events: ViewEvents) {
    this.#host = host;
    this.#book = book;
    this.#preferences = preferences;
    this.#events = events;
  }

  get isPaged(): boolean {
    return this.#run?.isFixed === true || flowOf(this.#preferences, this.#book.manifest) === "paginated";
  }

  get isFixed(): boolean {
    return this.#run?.isFixed === true;
  }

  /**
   * After the page that is being turned, and the place that is being opened: foliate passes over a place that it is told
   * meanwhile. Of several that wait the last one counts, and none waits for ever for a section that does not come.
   */
  async goTo(target: Target): Promise<void> {
    const asked = (this.#asked += 1);
    await Promise.race([Promise.allSettled([this.#turning, this.#going]), rest(PATIENCE_MS)]);
    if (asked !== this.#asked) return;
    this.#going = this.#show(target);
    await this.#going;
  }

  async #show(target: Target): Promise<void> {
    if (this.#book.load(target.index) === null) return this.#events.ended();
    await this.#stageFor(target.index).goTo(target);
  }

  /** Turns a page; what is asked for while one turns is done after it, the last wish only. */
  async turn(direction: 1 | -1): Promise<void> {
    this.#wish = direction;
    if (this.#isMoving) return;
    this.#isMoving = true;
    this.#turning = this.#turnWished();
    await this.#turning;
  }

  async #turnWished(): Promise<void> {
    try {
      for (let wish = this.#takeWish(); wish !== null; wish = this.#takeWish()) await this.#turnOnce(wish);
    } finally {
      this.#isMoving = false;
    }
  }

  #takeWish(): 1 | -1 | null {
    const wish = this.#wish;
    this.#wish = null;
    return wish;
  }

  /** Within the run, into the next run, or off the end. */
  async #turnOnce(direction: 1 | -1): Promise<void> {
    if (!this.#stage || !this.visible || (await this.#stage.turn(direction))) return;
    const beyond = this.#beyondRun(direction);
    if (beyond >= 0) await this.#show({ index: beyond, anchor: direction === 1 ? 0 : 1 });
    else if (direction === 1) this.#events.ended();
  }

  step(direction: 1 | -1): boolean {
    return this.#stage?.step(direction) ?? false;
  }

  /** Nothing more in this direction: of the section where text scrolls, of the book where it has pages. */
  isAtEdge(direction: 1 | -1): boolean {
    const { visible } = this;
    if (!visible) return false;
    const isSectionEdge = direction === 1 ? visible.end >= 0.995 : visible.start <= 0.005;
    if (!this.isPaged) return isSectionEdge;
    return isSectionEdge && this.#book.onTheWay(visible.index + direction, direction) < 0;
  }

  /** After a change of preferences. */
  restyle(): void {
    this.#stage?.restyle();
  }

  documents(): Document[] {
    return this.#stage?.documents() ?? [];
  }

  #stageFor(index: number): Stage {
    if (this.#stage && this.#run && this.#canShow(this.#run, index)) return this.#stage;
    this.#stage?.destroy();
    const run = runAround(this.#book, index);
    const events = {
      loading: (at: number) => this.#expect(at),
      loaded: (doc: Document, at: number) => this.#arrived(doc, at),
      relocated: (visible: Visible) => {
        this.visible = visible;
        this.#events.relocated(visible);
      },
    };
    this.#stage = run.isFixed ? new FixedStage(this.#book, run, this.#preferences, events) : new FlowingStage(this.#book, run, this.#preferences, events);
    this.#run = run;
    this.#host.append(this.#stage.element);
    return this.#stage;
  }

  #canShow(run: Run, index: number): boolean {
    if (run.isFixed !== this.#book.isFixed(index)) return false;
    return run.turns(index) || (!run.isFixed && !this.#isOnTheWay(index));
  }

  #isOnTheWay(index: number): boolean {
    return this.#book.onTheWay(index, 1) === index;
  }

  #beyondRun(direction: 1 | -1): number {
    const edge = direction === 1 ? this.#run?.indices.at(-1) : this.#run?.indices[0];
    return this.#book.onTheWay((edge ?? this.visible?.index ?? 0) + direction, direction);
  }

  #arrived(doc: Document, index: number): void {
    clearTimeout(this.#watch);
    const type = this.#book.sections[index]?.type ?? "";
    // A refusal arrives as a document too: a problem in JSON, or a page of the shop.
    if (doc.contentType.includes("json") || (doc.contentType === "text/html" && !type.includes("html"))) {
      this.#events.failed(new Failure(statusOf(doc)));
      return;
    }
    this.#events.loaded(doc, index);
  }

  /** A frame that never loads says nothing, so after a while the server is asked what is wrong. */
  #expect(index: number): void {
    const url = this.#book.load(index);
    clearTimeout(this.#watch);
    if (url === null) return;
    this.#watch = setTimeout(() => {
      this.#events.waiting();
      probe(url).catch((error: unknown) => this.#events.failed(error));
    }, WAITING_AFTER_MS);
  }
}

function statusOf(doc: Document) {
  const entry = doc.defaultView?.performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  return kindOfStatus(entry?.responseStatus || 500);
}
