// The books on the device. Where they are managed, each can be removed or fetched again, and all removed.
import { allBooks, type SavedBook } from "../offline/books.ts";
import { isAble, onNews, wish } from "../offline/client.ts";
import { make, row } from "../offline/row.ts";
import { said } from "../offline/said.ts";

class Kept extends HTMLElement {
  connectedCallback(): void {
    if (!isAble) {
      document.querySelector<HTMLElement>("[data-unsupported]")?.removeAttribute("hidden");
      return;
    }
    onNews((news) => news.news !== "saving" && void this.#show());
    void this.#show();
  }

  async #show(): Promise<void> {
    const books = await allBooks().catch(() => []);
    // A confirmation that is asked for must not go away under the finger.
    const focused = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key;
    if (books.length === 0) return this.replaceChildren(make("p", { className: "settings__lead" }, this.dataset.empty ?? ""));
    const list = make("ul", { className: "kept-list", role: "list" }, ...books.map((book) => this.#row(book)));
    this.replaceChildren(list, ...("manage" in this.dataset && books.length > 1 ? [this.#removeAll()] : []));
    if (focused) (this.querySelector<HTMLElement>(`[data-key="${focused}"] button`) ?? this.querySelector<HTMLElement>("button"))?.focus();
  }

  #row(book: SavedBook): HTMLLIElement {
    const item = row(book);
    if (!("manage" in this.dataset)) return item;
    if (book.state !== "saved") item.append(this.#button(book, "again", () => void wish({ wish: "save", book: book.book, format: book.format })));
    item.append(this.#button(book, "remove", () => void wish({ wish: "remove", key: book.key })));
    return item;
  }

  #button({ title }: SavedBook, deed: string, onclick: () => void): HTMLButtonElement {
    const button = make("button", { type: "button", className: "button button--plain", onclick }, make("span", {}, said(deed)));
    button.setAttribute("aria-label", said("of", { word: said(deed), title }));
    return button;
  }

  /** The same button asks again before all are removed. */
  #removeAll(): HTMLButtonElement {
    const words = make("span", {}, this.dataset.all ?? "");
    const button = make("button", { type: "button", className: "button button--danger" }, words);
    button.onclick = () => {
      if (words.textContent === this.dataset.allSure) return void wish({ wish: "remove-all" });
      words.textContent = this.dataset.allSure ?? "";
      button.onblur = () => (words.textContent = this.dataset.all ?? "");
    };
    return button;
  }
}

customElements.define("shop-kept", Kept);
