// The page in place of one that cannot be had says why, where it is a book that does not open; when the connection is back,
// the page that was asked for comes by itself.
import { allBooks, isLapsed } from "../offline/books.ts";
import { isAble } from "../offline/client.ts";
import { said } from "../offline/said.ts";

class Away extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.querySelector("[data-again]")?.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
    if (!location.pathname.endsWith("/offline")) {
      addEventListener("online", () => void this.#retry());
      void this.#retry();
    }
    const [, book] = /\/read\/(\d+)/.exec(location.pathname) ?? [];
    if (book && isAble) void this.#explain(Number(book));
  }

  /** A browser that says it is online need not reach the shop yet: the page is loaded anew once somebody answers. */
  async #retry(waitMs = 1000): Promise<void> {
    clearTimeout(this.#timer);
    if (!navigator.onLine) return;
    const answers = await fetch(location.href, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
    if (answers) location.reload();
    else this.#timer = setTimeout(() => void this.#retry(Math.min(2 * waitMs, 60_000)), waitMs);
  }

  async #explain(id: number): Promise<void> {
    const book = (await allBooks().catch(() => [])).find((one) => one.book === id);
    if (!book) return this.#say("not-saved-title", "not-saved");
    if (book.state !== "saved") return this.#say("incomplete-title", "incomplete-help");
    if (isLapsed(book, Date.now())) this.#say("lapsed-title", "lapsed-clock");
  }

  #say(title: string, detail: string): void {
    this.querySelector("[data-title]")?.replaceChildren(said(title));
    this.querySelector("[data-detail]")?.replaceChildren(said(detail));
    document.title = said(title);
  }
}

customElements.define("shop-away", Away);
