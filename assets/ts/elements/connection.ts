// Says that the connection is lost, brings up the service worker, and tells it whose page this is. Of a new release it says
// that it is ready; nothing is loaded anew until somebody wants it.
import { isAble, onNews, wish } from "../offline/client.ts";
import { ask, isAway, onReach, told } from "../offline/reach.ts";
import { watchReleases } from "../offline/releases.ts";
import { account, isFirstOfVisit } from "../offline/visit.ts";
import { unreachable } from "../unreachable.ts";
import { toast } from "./toasts.ts";

const ASK_AFTER_MS = 2_000;
const ASK_EVERY_MS = 60_000;

/** When a page was seen that the service worker kept; nothing for one that has just come from the shop. */
const seenAt = (): string => document.querySelector<HTMLMetaElement>("meta[name=seen]")?.content ?? "";

class Connection extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    // The service worker says so of a page that it kept: nobody answered when it was asked for.
    if (seenAt()) told(false);
    onReach(() => this.#look());
    addEventListener("online", () => void ask());
    addEventListener("submit", (event) => void this.#refuse(event));
    if (!isAble) return;
    onNews((news) => news.news === "taken-back" && toast(this.dataset.removed ?? ""));
    // The page comes first.
    if (document.readyState === "complete") void this.#start();
    else addEventListener("load", () => void this.#start());
  }

  #look(): void {
    const [away, at] = [isAway(), seenAt()];
    // What is old stays so until it is loaded anew.
    this.#show(".connection", away || at !== "");
    this.#show("[data-lost]", away);
    const seen = this.#show("[data-seen]", at !== "");
    const when = at && new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", numberingSystem: "latn" });
    if (when) seen?.firstElementChild?.replaceChildren((seen.dataset.seen ?? "").replace("<when>", `\u2068${when}\u2069`));
    clearTimeout(this.#timer);
    if (away && navigator.onLine) this.#askSoon();
  }

  #show(what: string, is: boolean): HTMLElement | null {
    const there = this.querySelector<HTMLElement>(what);
    if (there) there.hidden = !is;
    return there;
  }

  /** A browser that says it is online hears of nobody who answers again: they are asked. */
  #askSoon(waitMs = ASK_AFTER_MS): void {
    this.#timer = setTimeout(() => void ask().then((answers) => answers || this.#askSoon(Math.min(2 * waitMs, ASK_EVERY_MS))), waitMs);
  }

  /** What cannot be sent is not sent. Forms that are sent behind the page's back say so themselves (forms/send.ts). */
  async #refuse(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!isAway() || event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post" || form.matches(".form")) return;
    event.preventDefault();
    if (navigator.onLine && (await ask())) return form.requestSubmit(event.submitter);
    unreachable(event.submitter ?? form, document.querySelector<HTMLTemplateElement>("#unreachable")?.content.querySelector("p ~ p")?.textContent ?? "");
  }

  async #start(): Promise<void> {
    try {
      const registration = await navigator.serviceWorker.register("/sw.js");
      watchReleases(registration, (act) => toast(this.dataset.ready ?? "", { label: this.dataset.update ?? "", act }));
      await wish({ wish: "opened", reader: account(), isFirst: isFirstOfVisit() });
    } catch (error) {
      // Private windows and old browsers: the shop works without.
      console.info("no service worker", error);
    }
  }
}

customElements.define("shop-connection", Connection);
