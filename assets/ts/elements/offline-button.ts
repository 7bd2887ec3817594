// Keeps a book on the device, and says how it stands there. The service worker does it, so it goes on on the next page.
import { keyOf, type Format } from "../offline/books.ts";
import { askForGood, isAble, onNews, wish } from "../offline/client.ts";
import { ask, isAway, onReach } from "../offline/reach.ts";
import { said, size } from "../offline/said.ts";
import { standing, type Standing } from "../offline/standing.ts";
import type { News } from "../offline/words.ts";

/** What the button does in each state. */
const DEED: Record<Standing, string> = { none: "keep", partial: "continue", saving: "stop", saved: "remove", incomplete: "again", lapsed: "remove" };

class OfflineButton extends HTMLElement {
  #state: Standing = "none";
  #leave: (() => void)[] = [];

  connectedCallback(): void {
    if (!isAble) return;
    this.hidden = false;
    this.querySelector("button")?.addEventListener("click", () => void this.#press());
    this.#leave = [onNews((news) => this.#hear(news)), onReach(() => void this.#look())];
  }

  disconnectedCallback(): void {
    for (const leave of this.#leave) leave();
  }

  get #key(): string {
    return keyOf(Number(this.dataset.book), this.dataset.format as Format);
  }

  async #press(): Promise<void> {
    if (this.#state === "saving") return wish({ wish: "stop", key: this.#key });
    if (this.#state === "saved" || this.#state === "lapsed") return wish({ wish: "remove", key: this.#key });
    if (isAway() && !(await ask())) return this.#show(this.#state, said("no-connection"));
    this.#show("saving");
    void askForGood();
    await wish({ wish: "save", book: Number(this.dataset.book), format: this.dataset.format as Format });
  }

  async #look(): Promise<void> {
    const state = await standing(this.#key);
    const away = isAway() && state !== "saved" ? said("away") : "";
    this.#show(state, away || (state === "none" || state === "partial" ? "" : said(state)));
  }

  #hear(news: News): void {
    if (news.news === "wiped") return void this.#look();
    if (!("key" in news) || news.key !== this.#key) return;
    if (news.news === "changed") {
      // What went wrong is told just before that it is over, and stays.
      if (!this.querySelector("[data-trouble]")) void this.#look();
      return;
    }
    if (news.news !== "trouble") {
      this.#show("saving", said("saving", { done: size(news.done), bytes: size(news.bytes) }));
      const bar = this.querySelector("progress");
      if (bar) bar.value = (100 * news.done) / Math.max(1, news.bytes);
      return;
    }
    const isGone = news.trouble === "quota" || news.trouble === "refused";
    // A disk may be full whatever the browser promises.
    const why = news.trouble === "quota" && news.free >= news.bytes ? "full" : news.trouble;
    this.#show(isGone ? "none" : "partial", said(why, { bytes: size(news.bytes), free: size(news.free) }), true);
  }

  #show(state: Standing, words = "", isTrouble = false): void {
    this.#state = this.dataset.state = state;
    const [word, bar, button] = [this.querySelector(".offline__word"), this.querySelector("progress"), this.querySelector("button")];
    if (word && word.textContent !== words) word.textContent = words;
    word?.toggleAttribute("data-trouble", isTrouble);
    if (bar) bar.hidden = state !== "saving";
    const deed = said(DEED[state]);
    button?.querySelector("span")?.replaceChildren(deed);
    button?.setAttribute("aria-label", said("of", { word: deed, title: this.dataset.title ?? "" }));
  }
}

customElements.define("shop-offline", OfflineButton);
