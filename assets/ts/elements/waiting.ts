// On the page of the device: how much waits to be sent, and a button that sends it now.
import { isAble } from "../offline/client.ts";
import { amount, said } from "../offline/said.ts";
import { countWaiting } from "../offline/waiting.ts";

class Waiting extends HTMLElement {
  connectedCallback(): void {
    if (!isAble) return;
    for (const change of ["warraq:outbox", "online", "offline"]) addEventListener(change, () => void this.#show());
    this.querySelector("button")?.addEventListener("click", () => dispatchEvent(new Event("warraq:send")));
    void this.#show();
  }

  async #show(): Promise<void> {
    const count = await countWaiting();
    this.hidden = false;
    this.querySelector("[data-count]")?.replaceChildren(count === 0 ? said("sent") : said("waiting", { count: amount(count) }));
    const button = this.querySelector("button");
    if (button) button.hidden = count === 0 || !navigator.onLine;
  }
}

customElements.define("shop-waiting", Waiting);
