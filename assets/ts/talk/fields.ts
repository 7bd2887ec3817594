// The parts of a composer, and the draft that is kept of them.
import { tell } from "../forms/controls.ts";
import type { CommentToSend } from "../offline/queue.ts";
import { isAway } from "../offline/reach.ts";
import { draftOf, dropDraft, keepDraft } from "./drafts.ts";
import { newKey } from "./writing.ts";

/** What stands in a composer. */
export class Fields {
  readonly form: HTMLFormElement;
  readonly area: HTMLTextAreaElement;
  readonly #status: Element | null;
  readonly #words: DOMStringMap;
  readonly #spoiler: HTMLInputElement;
  readonly #key: HTMLInputElement | null;
  readonly #name: string;
  /** The words that are there already and are said otherwise. */
  readonly #base: string | undefined;
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
    this.#words = composer.dataset;
    this.#status = composer.querySelector(".composer__status");
    this.#spoiler = composer.querySelector("[name=spoiler]") as HTMLInputElement;
    this.#key = composer.querySelector("[name=key]");
    const { user = "", draft, changes } = composer.dataset;
    this.#base = changes === undefined ? undefined : this.area.defaultValue;
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

  /** Brings back what was typed before, of a comment only while it says what it said then; whether there was anything. */
  restore(): boolean {
    const draft = this.#name && this.area.value === (this.#base ?? "") ? draftOf(this.#name) : null;
    if (!draft || draft.base !== this.#base) return false;
    [this.area.value, this.#spoiler.checked, this.#sentAs, this.waits] = [draft.text, draft.spoiler, draft.key, draft.waits];
    this.#kept = true;
    return true;
  }

  /** Whether the draft that was kept of it is gone: another page has posted it since. */
  isPosted(): boolean {
    return this.#kept && !this.busy && draftOf(this.#name) === null;
  }

  /** Keeps what is typed; `waits` where there is no connection. */
  keep(waits: boolean): void {
    this.waits = waits && this.#name !== "";
    const [text, base] = [this.area.value, this.#base];
    if (!this.#name) return;
    if (text === base && !waits) return dropDraft(this.#name), void (this.#kept = false);
    this.#kept = keepDraft(this.#name, { text, spoiler: this.#spoiler.checked, key: this.#sentAs, waits: this.waits, ...(base === undefined ? {} : { base }) });
  }

  /** As it goes into the outbox; other words for a comment that is there already do not. */
  queued(): CommentToSend | null {
    const [book, parent] = (this.#name.split(":")[1] ?? "").split("-").map(Number);
    if (!book || this.#base !== undefined) return null;
    return { client_key: this.#sentAs, book_id: book, ...(parent && { parent_id: parent }), text: this.area.value, spoiler: this.#spoiler.checked };
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
    this.keep(this.#waited || this.#left || isAway());
    this.say(this.waits ? this.#words.offline : this.#words.lost);
  }

  /** It cannot be sent as it is. */
  refuse(words = "", quietly = false): void {
    this.keep(false);
    tell(this.area, words);
    if (!quietly) this.area.focus();
  }

  /** What it answered is gone: it becomes a comment of its own, unless one is begun already. Where somebody looks, the page on
   * which that can be said has the words already. */
  orphan(words: string, quietly: boolean): void {
    const own = this.#name.split("-")[0] ?? "";
    if (own !== this.#name && !draftOf(own)) {
      keepDraft(own, { text: this.area.value, spoiler: this.#spoiler.checked, key: this.#sentAs, waits: false });
      dropDraft(this.#name);
      [this.waits, this.#kept] = [false, false];
    }
    if (!quietly) return this.form.submit();
    this.say("");
    tell(this.area, words);
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
