/**
 * Places of whoever is signed in: kept in the browser at once, sent while one reads, when the page is hidden and when it is
 * left. Where to open is known without asking: the page brings what the shop knew when it was made. What is on show counts as read once the reader does something, or rests on it: a book that only opens overwrites no place.
 */
import { fits, type OwnPlace } from "../../sync/batch.ts";
import { deviceName } from "../../sync/device.ts";
import type { Format, Locator, Place, Progress } from "../../sync/kinds.ts";
import type { Account, Reading } from "../../sync/reading.ts";
import { readerData } from "../data.ts";
import { takeLocalPlace, type Offer, type Places } from "../places.ts";
import { opening } from "./opening.ts";

const ASKING_MS = 15_000;
const KEEP_AFTER_MS = 700;
const SEND_AFTER_MS = 4000;
const READ_AFTER_MS = 10_000;
// Who was away for so long may have read on elsewhere.
const AWAY_MS = 60_000;

export class SyncedPlaces implements Places {
  readonly hasHistory = true;
  readonly #reading: Reading;
  readonly #account: Account;
  readonly #book: number;
  readonly #format: Format;
  #place: Locator | null = null;
  /** What was read and is not known to be told. */
  #unsent: OwnPlace | null = null;
  #isKept = true;
  #isStirred = false;
  #isAnew = false;
  #offer: Offer | null = null;
  #leftAt = Date.now();
  #show: ((offer: Offer) => void) | null = null;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #sending: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(reading: Reading, account: Account, book: number, format: Format) {
    this.#reading = reading;
    this.#account = account;
    this.#book = book;
    this.#format = format;
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.#leave();
      else if (Date.now() - this.#leftAt > AWAY_MS) void this.#hear();
    });
    addEventListener("pagehide", () => this.#leave());
  }

  async load(): Promise<Locator | null> {
    const kept = await this.#reading.progress(this.#book);
    const own = kept?.own[this.#format] ?? (await this.#taken());
    const ofPage = readerData().reader?.progress ?? null;
    // A page that was saved knows less than what was heard since.
    const isSaved = isLater(kept?.server ?? null, ofPage);
    const isOld = isSaved || (await this.#reading.hasPlaces(this.#book));
    const told = isSaved ? (kept?.server ?? null) : ofPage;
    const opened = opening(own, told, { device: this.#reading.device, format: this.#format, isOpen: false, isOld });
    void this.#offered(opened.offer);
    void this.#ask().then((now) => {
      if (this.#unsent === null) return this.#heard(now, opened.place);
    });
    return opened.place;
  }

  save(place: Locator): void {
    this.#place = place;
    clearTimeout(this.#resting);
    if (this.#isStirred) return this.#note();
    this.#resting = setTimeout(() => {
      if (!this.#offer) this.#note();
    }, READ_AFTER_MS);
  }

  stir(): void {
    this.#isStirred = true;
  }

  onOffer(show: (offer: Offer) => void): void {
    this.#show = show;
    if (this.#offer) show(this.#offer);
  }

  answer(offer: Offer, taken: boolean): void {
    this.#offer = null;
    this.#isStirred = true;
    if (offer.kind === "finished" && taken) this.#isAnew = true;
    void this.#reading.keepNote(`offer/${this.#book}`, offer.id);
    if (!taken && this.#place) this.#note();
  }

  async history(): Promise<Place[] | null> {
    try {
      const response = await fetch(`/api/v1/books/${this.#book}/places?limit=50`, { headers: { accept: "application/json" }, signal: AbortSignal.timeout(ASKING_MS) });
      if (!response.ok) return null;
      const { items } = (await response.json()) as { items: Place[] };
      return items.filter(({ locator }) => fits(locator, this.#format));
    } catch {
      return null;
    }
  }

  /** What this browser kept before its reader signed in is theirs from now on. */
  async #taken(): Promise<OwnPlace | null> {
    const place = takeLocalPlace(this.#book, this.#format);
    if (place) await this.#reading.keepPlace(this.#book, place);
    return place;
  }

  /** Where the server knows the reader to be: after it has heard what this device still has to tell. */
  async #ask(): Promise<Progress | null> {
    try {
      if (await this.#reading.hasPlaces(this.#book)) await this.#reading.sync();
      else void this.#reading.sync();
      const url = `/api/v1/books/${this.#book}/progress?device=${encodeURIComponent(this.#reading.device)}`;
      const response = await fetch(url, { headers: { accept: "application/json" }, signal: AbortSignal.timeout(ASKING_MS) });
      return response.ok ? ((await response.json()) as Progress) : null;
    } catch {
      return null;
    }
  }

  /** Asks again where the reader is elsewhere, for who comes back to a book that is open. */
  async #hear(): Promise<void> {
    await this.#heard(await this.#ask(), this.#place);
  }

  /** The book is open by now, so what the server says is at most offered. */
  async #heard(told: Progress | null, shown: Locator | null): Promise<void> {
    if (!told) return;
    const about = { device: this.#reading.device, format: this.#format, isOpen: true, isOld: false };
    await this.#offered(opening(shown ? { locator: shown, read_at: "" } : null, told, about).offer);
  }

  async #offered(offer: Offer | null): Promise<void> {
    if (!offer || (await this.#reading.note<string>(`offer/${this.#book}`)) === offer.id) return;
    this.#offer = offer;
    this.#show?.(offer);
  }

  #note(): void {
    if (!this.#place) return;
    this.#unsent = { locator: this.#place, read_at: new Date().toISOString() };
    this.#isKept = false;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.#keep(), KEEP_AFTER_MS);
    this.#sending ??= setTimeout(() => void this.#send(), SEND_AFTER_MS);
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#keeping);
    if (!this.#unsent || this.#isKept) return;
    this.#isKept = true;
    const anew = this.#isAnew;
    this.#isAnew = false;
    await this.#reading.keepPlace(this.#book, this.#unsent, anew);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#sending);
    this.#sending = undefined;
    const told = this.#unsent;
    await this.#keep();
    if ((await this.#reading.sync()) === "idle" && this.#unsent === told) this.#unsent = null;
  }

  /** The page may be gone before its database has answered, so the place goes by itself as well. */
  #leave(): void {
    this.#leftAt = Date.now();
    const place = this.#unsent;
    if (!place) return;
    const anew = this.#isAnew ? { anew: true } : {};
    const body = { ...place, ...anew, device: { id: this.#reading.device, name: deviceName() }, sent_at: new Date().toISOString() };
    void this.#keep();
    fetch(`/api/v1/books/${this.#book}/progress`, {
      method: "PUT",
      headers: { "content-type": "application/json", accept: "application/json", "x-csrf-token": this.#account.csrf },
      body: JSON.stringify(body),
      keepalive: true,
    }).catch(() => {});
    if (this.#unsent === place) this.#unsent = null;
  }
}

const isLater = (one: Progress | null, other: Progress | null): boolean => (one?.updated_at ?? "") > (other?.updated_at ?? "");
