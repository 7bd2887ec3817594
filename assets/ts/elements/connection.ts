// Says that the connection is lost, brings up the service worker, and tells it whose page this is. Of a new release it says
// that it is ready; nothing is loaded anew until somebody wants it.
import { isAble, onNews, wish } from "../offline/client.ts";
import { account, isFirstOfVisit } from "../offline/visit.ts";
import { unreachable } from "../unreachable.ts";
import { toast } from "./toasts.ts";

class Connection extends HTMLElement {
  connectedCallback(): void {
    for (const change of ["online", "offline"]) addEventListener(change, () => this.#look());
    addEventListener("submit", this.#refuse);
    this.#look();
    if (!isAble) return;
    onNews((news) => news.news === "taken-back" && toast(this.dataset.removed ?? ""));
    // The page comes first.
    if (document.readyState === "complete") void this.#start();
    else addEventListener("load", () => void this.#start());
  }

  #look(): void {
    const words = this.querySelector<HTMLElement>(".connection");
    if (words) words.hidden = navigator.onLine;
  }

  /** What cannot be sent is not sent. Forms that are sent behind the page's back say so themselves (forms/send.ts). */
  #refuse = (event: SubmitEvent): void => {
    const form = event.target;
    if (navigator.onLine || event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post" || form.matches(".form")) return;
    event.preventDefault();
    unreachable(event.submitter ?? form, document.querySelector<HTMLTemplateElement>("#unreachable")?.content.querySelector("p ~ p")?.textContent ?? "");
  };

  async #start(): Promise<void> {
    try {
      const registration = await navigator.serviceWorker.register("/sw.js");
      this.#watch(registration);
      await wish({ wish: "opened", reader: account(), isFirst: isFirstOfVisit() });
    } catch (error) {
      // Private windows and old browsers: the shop works without.
      console.info("no service worker", error);
    }
  }

  #watch(registration: ServiceWorkerRegistration): void {
    const offer = (worker: ServiceWorker | null): void => {
      if (!worker || !navigator.serviceWorker.controller) return;
      const tell = (): void => void (worker.state === "installed" && this.#offer(worker));
      worker.addEventListener("statechange", tell);
      tell();
    };
    offer(registration.waiting ?? registration.installing);
    registration.addEventListener("updatefound", () => offer(registration.installing));
  }

  /** Only the page where it is pressed is loaded anew: who reads in another one goes on. */
  #offer(worker: ServiceWorker): void {
    const act = (): void => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage({ wish: "activate" });
    };
    toast(this.dataset.ready ?? "", { label: this.dataset.update ?? "", act });
  }
}

customElements.define("shop-connection", Connection);
