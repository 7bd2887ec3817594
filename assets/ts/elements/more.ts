// “Load more”: fetches the page that the link leads to, adds its books to the list, and takes over its link.
// The page is the one that a browser without JavaScript would open, so there is nothing else to keep in step.
// Whoever comes back to a page that the browser has not kept as it was finds the same books at the same place.
import { appendTo } from "../groups.ts";
import { keepPlace, onRest, partsKept, returnToPlace } from "../place-in-list.ts";
import { drawCards, withSkeleton } from "../skeleton.ts";

class More extends HTMLElement {
  #busy = false;
  #parts: string[] = [];

  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      if (!this.#busy) void this.#load(link);
    });
    onRest(() => this.#remember());
    void this.#restore(partsKept());
  }

  get #list(): Element | null {
    return document.getElementById(this.dataset.list ?? "");
  }

  #remember(): void {
    if (!this.#busy) keepPlace(this.#list, this.#parts);
  }

  async #load(link: HTMLAnchorElement): Promise<void> {
    this.#busy = true;
    link.setAttribute("aria-disabled", "true");
    try {
      const added = this.#append(await withSkeleton(part(link.href), () => (this.#say(this.dataset.loading), drawCards(this.#list))));
      // They are in sight at once, where a height that is only a guess would make the rows jump.
      for (const book of added) if (book instanceof HTMLElement) book.style.contentVisibility = "visible";
      // Focus goes on from the first new book, as if it had been there.
      added[0]?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
      this.#parts.push(link.href);
    } catch {
      this.#say(this.dataset.failed);
    }
    this.#busy = false;
    link.removeAttribute("aria-disabled");
    this.#remember();
  }

  /** All or nothing: where a part cannot be had again, the list stands as the server gave it. */
  async #restore(parts: string[]): Promise<void> {
    const pages = await Promise.all(parts.map(part)).catch(() => []);
    for (const page of pages) this.#append(page);
    if (pages.length === 0) return;
    this.#parts = parts;
    await returnToPlace(this.#list);
  }

  #append(page: Document): Element[] {
    const books = page.getElementById(this.dataset.list ?? "")?.children ?? [];
    const added = appendTo(this.#list, [...books].map((book) => document.adoptNode(book)));
    // After the last part it stays, empty: it still has to remember.
    this.replaceChildren(...(page.querySelector("shop-more")?.childNodes ?? []));
    return added;
  }

  #say(words: string | undefined): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = words ?? "";
  }
}

async function part(href: string): Promise<Document> {
  const answer = await fetch(href, { headers: { accept: "text/html" }, signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

customElements.define("shop-more", More);
