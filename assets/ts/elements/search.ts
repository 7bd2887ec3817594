// The search field suggests while one types: a combobox whose list is chosen from by hand, as ARIA 1.2 has it. Nothing is
// chosen beforehand, so Enter searches for what was typed.
import { forget, pageOf, type Suggestion, Suggestions } from "../search/suggestions.ts";
import { List } from "../search/list.ts";
import { withSkeleton } from "../skeleton.ts";

/** Between the last key and the question. */
const PAUSE_MS = 120;

class Search extends HTMLElement {
  #timer = 0;
  #list?: List;
  #input?: HTMLInputElement;
  readonly #suggestions = new Suggestions(() => this.dataset.suggestions ?? "");

  connectedCallback(): void {
    const input = this.querySelector("input");
    if (!input || this.#list) return;
    this.#input = input;
    const list = new List(this, input, (one) => this.#take(one), (one) => this.#forget(one));
    this.#list = list;
    input.addEventListener("input", () => this.#ask(PAUSE_MS));
    // The page of the search shows one's own last searches itself.
    const isOnPage = this.closest(".search-page__field") !== null;
    input.addEventListener("focus", () => (input.value || !isOnPage) && this.#ask(PAUSE_MS));
    input.addEventListener("keydown", (event) => this.#press(event, list));
    this.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) list.close();
    });
  }

  #ask(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#suggest(), pause);
  }

  async #suggest(): Promise<void> {
    const { value } = this.#input ?? { value: "" };
    const found = await withSkeleton(this.#suggestions.of(value), () => this.#list?.wait());
    // `undefined`: a later key asked again, or nobody answers.
    if (found && value === this.#input?.value && this.contains(document.activeElement)) this.#list?.show(found, value);
  }

  #press(event: KeyboardEvent, list: List): void {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.isOpen) list.move(event.key === "ArrowDown" ? 1 : -1);
      else this.#ask(0);
    } else if (event.key === "Enter" && list.active) {
      event.preventDefault();
      this.#take(list.active);
    } else if (event.key === "Delete" && event.shiftKey && list.active?.kind === "recent") {
      event.preventDefault();
      this.#forget(list.active);
    } else if (event.key === "Escape" && list.isOpen) {
      event.preventDefault();
      list.close();
    }
  }

  #take(one: Suggestion): void {
    const page = pageOf(one);
    if (page) return location.assign(page);
    if (this.#input) this.#input.value = one.text;
    this.#list?.close();
    this.querySelector("form")?.requestSubmit();
  }

  #forget(one: Suggestion): void {
    this.#input?.focus();
    void forget(this.dataset.searches ?? "", one).then(() => this.#ask(0));
  }
}

customElements.define("shop-search", Search);
