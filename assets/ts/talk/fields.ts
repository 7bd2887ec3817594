// The parts of a composer, and the draft that is kept of them.
import { draftOf, dropDraft, keepDraft } from "./drafts.ts";
import { newKey } from "./writing.ts";

/** What stands in a composer. */
export class Fields {
  readonly form: HTMLFormElement;
  readonly area: HTMLTextAreaElement;
  readonly #status: Element | null;
  readonly #spoiler: HTMLInputElement;
  readonly #key: HTMLInputElement | null;
  readonly #name: string;
  #sentAs = newKey();
  /** Whether this browser keeps a draft of what stands here. */
  #kept = false;
  #waited = false;
  #left = false;
  /** Whether it was sent, nobody knows that it arrived, and it is to be sent again. */
  waits = false;

  /** The parts of a composer; `signal` tells when it is gone. */
  constructor(composer: HTMLElement, signal: AbortSignal) {
    this.form = composer.querySelector("form") as HTMLFormElement;
    this.area = composer.querySelector("textarea") as HTMLTextAreaElement;
    this.#status = composer.querySelector(".composer__status");
    this.#spoiler = composer.querySelector("[name=spoiler]") as HTMLInputElement;
    this.#key = composer.querySelector("[name=key]");
    const { user = "", draft } = composer.dataset;
    this.#name = draft ? `${user}:${draft}` : "";
    addEventListener("pagehide", () => (this.#left = this.busy), { signal });
  }

  /** Whether it is on its way. */
  get busy(): boolean {
    return this.form.hasAttribute("aria-busy");
  }

  set busy(is: boolean) {
    if (is) this.form.setAttribute("aria-busy", "true");
    else this.form.removeAttribute("aria-busy");
  }

  /** Says what becomes of it. */
  say(words = ""): void {
    this.#status?.replaceChildren(words);
  }

  /** Brings back what was typed before; whether there was anything. */
  restore(): boolean {
    const draft = this.#name && this.area.value === "" ? draftOf(this.#name) : null;
    if (!draft) return false;
    [this.area.value, this.#spoiler.checked, this.#sentAs, this.waits] = [draft.text, draft.spoiler, draft.key, draft.waits];
    this.#kept = true;
    return true;
  }

  /** Whether the draft that was kept of it is gone: another page has posted it since. */
  isPosted(): boolean {
    return this.#kept && !this.busy && draftOf(this.#name) === null;
  }

  /** Keeps what is typed; `waits` where there is no connection. Nothing is kept of a comment that is there already. */
  keep(waits: boolean): void {
    this.waits = waits && this.#name !== "";
    if (this.#name) this.#kept = keepDraft(this.#name, { text: this.area.value, spoiler: this.#spoiler.checked, key: this.#sentAs, waits: this.waits });
  }

  /** It goes, under a name by which it is posted once however often it is sent. It waits until the shop has answered, for
   * the page may be left before. */
  sending(): void {
    [this.#waited, this.#left] = [this.waits, false];
    this.keep(true);
    if (this.#key) this.#key.value = this.#sentAs;
    this.busy = true;
  }

  /** Nobody answered. Without a connection, or on a page that was left, it goes by itself later; otherwise whoever wrote it
   * decides. */
  lost(): void {
    this.keep(this.#waited || this.#left || !navigator.onLine);
  }

  /** It was posted. */
  clear(): void {
    if (this.#name) dropDraft(this.#name);
    [this.waits, this.#kept] = [false, false];
    this.#sentAs = newKey();
    this.form.reset();
    this.area.value = "";
  }
}
