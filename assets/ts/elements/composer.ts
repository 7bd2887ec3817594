// Something is said behind the page's back: it stands on the page at once, as on its way, and what was typed stays in the
// form, and in this browser, until the shop has it. Without a connection it waits and goes when that is back.
import { tell } from "../forms/controls.ts";
import { Fields } from "../talk/fields.ts";
import { pendingIn, settle } from "../talk/pending.ts";
import { sendForm } from "../talk/send.ts";
import { count, hide } from "../talk/writing.ts";

class Composer extends HTMLElement {
  #fields!: Fields;
  #busy = false;
  #online = (): void => void (this.#fields.waits && this.#send());

  connectedCallback(): void {
    const fields = (this.#fields = new Fields(this));
    fields.form.noValidate = true;
    fields.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
    this.addEventListener("input", () => {
      tell(fields.area, null);
      count(this, fields.area);
      fields.keep(fields.waits);
    });
    const button = this.querySelector<HTMLButtonElement>("[data-hide]");
    if (button) button.hidden = false;
    button?.addEventListener("click", () => hide(fields.area));
    addEventListener("online", this.#online);
    if (fields.restore()) this.#say(fields.waits ? this.dataset.waiting : this.dataset.restored);
    if (navigator.onLine) this.#online();
  }

  disconnectedCallback(): void {
    removeEventListener("online", this.#online);
  }

  async #send(): Promise<void> {
    const { form, area } = this.#fields;
    if (this.#busy) return;
    if (count(this, area)) return this.#refuse(this.dataset.over ?? "");
    if (area.value.trim() === "") return this.#refuse(this.dataset.missing ?? "");
    if (!navigator.onLine) return this.#lose();
    this.#busy = true;
    form.setAttribute("aria-busy", "true");
    this.#fields.name();
    const pending = pendingIn(this, area.value);
    const sent = await sendForm(form);
    this.#busy = false;
    form.removeAttribute("aria-busy");
    if (sent.is === "done") {
      this.#fields.clear();
      count(this, area);
      this.#say("");
      return settle(this, sent.part, pending);
    }
    pending?.closest("li")?.remove();
    if (sent.is === "refused") this.#refuse(sent.words || (this.dataset.lost ?? ""));
    else if (sent.is === "lost") this.#lose();
    else location.assign(sent.url);
  }

  #refuse(words: string): void {
    this.#fields.keep(false);
    tell(this.#fields.area, words);
    this.#fields.area.focus();
  }

  #lose(): void {
    this.#fields.keep(this.#fields.waits || !navigator.onLine);
    this.#say(navigator.onLine ? this.dataset.lost : this.dataset.offline);
  }

  #say(words: string | undefined): void {
    this.querySelector(".composer__status")?.replaceChildren(words ?? "");
  }
}

customElements.define("shop-composer", Composer);
