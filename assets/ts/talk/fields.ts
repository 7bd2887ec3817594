// The parts of a composer, and the draft that is kept of them.
import { draftOf, dropDraft, keepDraft } from "./drafts.ts";
import { newKey } from "./writing.ts";

/** What stands in a composer. */
export class Fields {
  readonly form: HTMLFormElement;
  readonly area: HTMLTextAreaElement;
  readonly #spoiler: HTMLInputElement;
  readonly #key: HTMLInputElement | null;
  readonly #name: string;
  #sentAs = newKey();
  /** Whether it was sent without a connection and waits for one. */
  waits = false;

  constructor(composer: HTMLElement) {
    this.form = composer.querySelector("form") as HTMLFormElement;
    this.area = composer.querySelector("textarea") as HTMLTextAreaElement;
    this.#spoiler = composer.querySelector("[name=spoiler]") as HTMLInputElement;
    this.#key = composer.querySelector("[name=key]");
    const { user = "", draft } = composer.dataset;
    this.#name = draft ? `${user}:${draft}` : "";
  }

  /** Brings back what was typed before; whether there was anything. */
  restore(): boolean {
    const draft = this.#name && this.area.value === "" ? draftOf(this.#name) : null;
    if (!draft) return false;
    [this.area.value, this.#spoiler.checked, this.#sentAs, this.waits] = [draft.text, draft.spoiler, draft.key, draft.waits];
    return true;
  }

  /** Keeps what is typed; `waits` where there is no connection. Nothing is kept of a comment that is there already. */
  keep(waits: boolean): void {
    this.waits = waits && this.#name !== "";
    if (this.#name) keepDraft(this.#name, { text: this.area.value, spoiler: this.#spoiler.checked, key: this.#sentAs, waits: this.waits });
  }

  /** Names what is about to be sent, so that it is posted once however often it is sent. */
  name(): void {
    if (this.#key) this.#key.value = this.#sentAs;
  }

  /** It was posted. */
  clear(): void {
    if (this.#name) dropDraft(this.#name);
    this.waits = false;
    this.#sentAs = newKey();
    this.form.reset();
    this.area.value = "";
  }
}
