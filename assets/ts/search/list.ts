// The list below the search field. Its options are chosen with the arrows while the focus stays in the field; the buttons
// that forget a search are beside the options, for a listbox may hold nothing else.
import type { Suggestion } from "./suggestions.ts";

let lists = 0;

export class List {
  readonly #box = document.createElement("div");
  readonly #options = document.createElement("ul");
  readonly #status = document.createElement("p");
  #shown: Suggestion[] = [];
  #at = -1;

  constructor(
    private readonly host: HTMLElement,
    private readonly input: HTMLInputElement,
    private readonly take: (one: Suggestion) => void,
    private readonly forget: (one: Suggestion) => void,
  ) {
    lists += 1;
    this.#box.className = "search__list";
    this.#box.hidden = true;
    this.#options.id = `suggestions-${lists}`;
    this.#options.role = "listbox";
    this.#options.ariaLabel = host.dataset.list ?? "";
    this.#status.className = "visually-hidden";
    this.#status.role = "status";
    this.#box.append(this.#options);
    host.append(this.#box, this.#status);
    input.role = "combobox";
    input.ariaAutoComplete = "list";
    input.ariaExpanded = "false";
    input.setAttribute("aria-controls", this.#options.id);
  }

  get isOpen(): boolean {
    return !this.#box.hidden;
  }

  get active(): Suggestion | undefined {
    return this.#shown[this.#at];
  }

  show(found: Suggestion[], typed: string): void {
    const most = matchMedia("(width >= 64rem)").matches ? 10 : 8;
    this.#box.ariaBusy = null;
    this.#shown = found.slice(0, most);
    this.#options.replaceChildren(...this.#shown.map((one, place) => this.#option(one, place, typed)));
    this.#open(this.#shown.length > 0);
    const count = this.#shown.length;
    const words = count > 0 ? `${this.host.dataset.some} ${count}` : (this.host.dataset.none ?? "");
    this.#status.textContent = typed ? words : "";
    this.move(0);
  }

  /** A shape of what comes, where nothing is shown yet; answers what ends that. */
  wait(): (() => unknown) | undefined {
    if (this.isOpen) return undefined;
    this.#options.innerHTML = '<li class="search__waits skeleton__line" role="presentation"></li>'.repeat(3);
    this.#box.ariaBusy = "true";
    this.#open(true);
    // Where a later answer has come by then, it stays.
    return () => this.#box.ariaBusy && this.close();
  }

  close(): void {
    this.#box.ariaBusy = null;
    this.#shown = [];
    this.#options.replaceChildren();
    this.#open(false);
    this.move(0);
  }

  /** Moves the choice by so many; past either end stands the field itself. */
  move(by: number): void {
    const places = this.#shown.length + 1;
    this.#at = by === 0 ? -1 : ((this.#at + 1 + by + places) % places) - 1;
    for (const [place, option] of [...this.#options.querySelectorAll("[role=option]")].entries()) {
      option.ariaSelected = String(place === this.#at);
      if (place === this.#at) this.input.setAttribute("aria-activedescendant", option.id);
    }
    if (this.#at < 0) this.input.removeAttribute("aria-activedescendant");
  }

  #open(open: boolean): void {
    this.#box.hidden = !open;
    this.input.ariaExpanded = String(open);
  }

  #option(one: Suggestion, place: number, typed: string): HTMLElement {
    const row = document.createElement("li");
    row.role = "presentation";
    row.className = "search__row";
    const option = document.createElement("div");
    option.role = "option";
    option.id = `${this.#options.id}-${place}`;
    option.className = "search__option";
    option.append(completed(one.text, typed), kind(this.host.dataset[one.kind] ?? ""));
    // Before the field loses the focus to the pointer.
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => this.take(one));
    row.append(option);
    if (one.kind === "recent") row.append(this.#remover(one));
    return row;
  }

  #remover(one: Suggestion): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "search__forget icon-button";
    button.ariaLabel = `${this.host.dataset.remove} ${one.text}`;
    button.textContent = "×";
    button.addEventListener("click", () => this.forget(one));
    return button;
  }
}

/** The text with what goes on after the typed beginning in bold: that is what is new in it. */
function completed(text: string, typed: string): HTMLElement {
  const shown = document.createElement("bdi");
  const begins = typed && text.toLowerCase().startsWith(typed.toLowerCase());
  const end = begins ? typed.length : text.length;
  const rest = document.createElement("b");
  rest.textContent = text.slice(end);
  shown.append(text.slice(0, end), rest);
  return shown;
}

function kind(words: string): HTMLElement {
  const label = document.createElement("span");
  label.className = "search__kind";
  label.textContent = words;
  return label;
}
