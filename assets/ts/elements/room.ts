// The room that this shop takes on the device, and whether the browser may take it back.
import { isAble, onNews } from "../offline/client.ts";
import { said, size } from "../offline/said.ts";

class Room extends HTMLElement {
  connectedCallback(): void {
    if (!isAble || !navigator.storage?.estimate) return;
    this.hidden = false;
    onNews((news) => news.news !== "saving" && void this.#show());
    this.#button?.addEventListener("click", () => void this.#ask());
    void this.#show();
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector("button");
  }

  async #show(): Promise<void> {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    const bar = this.querySelector("progress");
    if (bar) bar.value = (100 * usage) / Math.max(1, quota);
    this.querySelector("[data-used]")?.replaceChildren(said("used", { used: size(usage), quota: size(quota) }));
    await this.#promise();
  }

  async #promise(asked = false): Promise<void> {
    const isForGood = await navigator.storage.persisted();
    const words = isForGood ? "kept-for-good" : asked ? "not-promised" : "kept-while-room";
    this.querySelector("[data-promise]")?.replaceChildren(said(words));
    if (this.#button) this.#button.hidden = isForGood;
  }

  async #ask(): Promise<void> {
    await navigator.storage.persist();
    await this.#promise(true);
  }
}

customElements.define("shop-room", Room);
