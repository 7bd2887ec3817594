// “Load more”: fetches the page that the link leads to, adds its books to the list, and takes over its link.
// The page is the one that a browser without JavaScript would open, so there is nothing else to keep in step.

class More extends HTMLElement {
  #busy = false;

  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      if (!this.#busy) void this.#load(link);
    });
  }

  async #load(link: HTMLAnchorElement): Promise<void> {
    this.#begin(link);
    try {
      const answer = await fetch(link.href, { headers: { accept: "text/html" }, signal: AbortSignal.timeout(10_000) });
      if (!answer.ok) throw new Error(`${answer.status}`);
      this.#append(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      this.#say(this.dataset.failed);
    } finally {
      this.#busy = false;
      link.removeAttribute("aria-disabled");
    }
  }

  #begin(link: HTMLAnchorElement): void {
    this.#busy = true;
    link.setAttribute("aria-disabled", "true");
    // A quick answer needs no word.
    setTimeout(() => this.#busy && this.#say(this.dataset.loading), 300);
  }

  #append(page: Document): void {
    const list = document.getElementById(this.dataset.list ?? "");
    const books = page.getElementById(this.dataset.list ?? "")?.children ?? [];
    const added = [...books].map((book) => document.adoptNode(book));
    list?.append(...added);
    // Focus goes on from the first new book, as if it had been there.
    added[0]?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
    const next = page.querySelector("shop-more");
    if (next) this.replaceChildren(...next.childNodes);
    else this.remove();
  }

  #say(words: string | undefined): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = words ?? "";
  }
}

customElements.define("shop-more", More);
