// Something is said behind the page's back: it stands on the page at once, as on its way, and what was typed stays in the
// form, and in this browser, until the shop has it. Without a connection it waits in the outbox; where there is none, and where
// a comment is said otherwise, in the form.
import { tell } from "../forms/controls.ts";
import { isAway } from "../offline/reach.ts";
import { Fields } from "../talk/fields.ts";
import { pendingIn, settle } from "../talk/pending.ts";
import { sendForm } from "../talk/send.ts";
import { queueIn } from "../talk/waiting.ts";
import { count, offerHiding } from "../talk/writing.ts";

class Composer extends HTMLElement {
  #fields!: Fields;
  #hears!: AbortController;

  connectedCallback(): void {
    const { signal } = (this.#hears = new AbortController());
    const fields = (this.#fields = new Fields(this, signal));
    fields.form.noValidate = true;
    fields.form.addEventListener("submit", (event) => (event.preventDefault(), void this.#send()));
    this.addEventListener("input", () => {
      tell(fields.area, null);
      count(this, fields.area);
      fields.keep(fields.waits);
    });
    offerHiding(this, fields.area);
    for (const back of ["online", "warraq:reach"]) addEventListener(back, () => this.#resume(), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#resume(), { signal });
    if (fields.restore()) fields.say(fields.waits ? this.dataset.waiting : this.dataset.restored);
    this.#resume();
  }

  disconnectedCallback(): void {
    this.#hears.abort();
    // Who closes what waits does not want it sent.
    if (this.#fields.waits && !this.#fields.busy) this.#fields.keep(false);
  }

  /** Goes on with what waits; what another page has posted meanwhile is there. */
  #resume(): void {
    if (this.#fields.isPosted()) return this.#clear(), this.closest(".said__slot")?.remove();
    if (this.#fields.waits && !isAway()) void this.#send(true);
  }

  /** Sends it; `quietly` where nobody pressed the button just now. */
  async #send(quietly = false): Promise<void> {
    const { form, area, busy } = this.#fields;
    if (busy) return;
    if (count(this, area)) return this.#fields.refuse(this.dataset.over, quietly);
    if (area.value.trim() === "") return this.#fields.refuse(this.dataset.missing, quietly);
    if (!navigator.onLine) return this.#queue();
    this.#fields.sending();
    const pending = pendingIn(this, area.value);
    const sent = await sendForm(form);
    this.#fields.busy = false;
    if (sent.is === "done") return this.#clear(), settle(this, sent.part, pending, quietly);
    pending?.closest("li")?.remove();
    if (sent.is === "refused" && sent.gone) this.#fields.orphan(sent.words, quietly);
    else if (sent.is === "refused") this.#fields.refuse(sent.words || this.dataset.lost, quietly);
    else if (sent.is === "lost") await this.#queue();
    else this.#fields.keep(false), location.assign(sent.url);
  }

  #clear(): void {
    this.#fields.clear();
    count(this, this.#fields.area);
    this.#fields.say("");
  }

  /** Nobody answers: it goes by itself later, under the same name, so that it is posted once. */
  async #queue(): Promise<void> {
    if (!(await queueIn(this, this.#fields.queued()))) return this.#fields.lost();
    this.#clear();
    this.closest(".said__slot")?.remove();
  }
}

customElements.define("shop-composer", Composer);
