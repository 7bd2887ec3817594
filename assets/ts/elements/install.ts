// The button that installs the shop, where the browser offers that; else the steps, those of this device first.

/** Chromium's offer to install. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

class Install extends HTMLElement {
  #offer: InstallOffer | null = null;

  connectedCallback(): void {
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.#offer = event as InstallOffer;
      this.#show("[data-offer]", true);
    });
    addEventListener("appinstalled", () => this.#installed());
    this.querySelector("button")?.addEventListener("click", () => void this.#offer?.prompt());
    if (matchMedia("(display-mode: standalone)").matches) this.#installed();
    this.#sort();
  }

  #installed(): void {
    this.#show("[data-offer]", false);
    this.#show("[data-done]", true);
  }

  #show(part: string, on: boolean): void {
    const element = this.querySelector<HTMLElement>(part);
    if (element) element.hidden = !on;
  }

  /** The steps for this device stand above the others. */
  #sort(): void {
    const agent = navigator.userAgent;
    // An iPad calls itself a Mac, but has fingers.
    const isApple = /iPhone|iPad/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1);
    const device = isApple ? "ios" : /Android/.test(agent) ? "android" : "desktop";
    const own = document.querySelector(`[data-device=${device}]`);
    if (own) this.after(own);
  }
}

customElements.define("shop-install", Install);
