// Sharing: the device's own sheet where there is one, else the dialog with the address to copy.
import { toast } from "./toasts.ts";

class Share extends HTMLElement {
  connectedCallback(): void {
    const data = { title: this.dataset.title ?? "", url: this.dataset.url ?? location.href };
    this.querySelector("a")?.addEventListener("click", (event) => {
      event.preventDefault();
      void this.#share(data);
    });
    const copy = this.querySelector<HTMLButtonElement>("[data-copy]");
    if (copy && navigator.clipboard) {
      copy.hidden = false;
      copy.addEventListener("click", () => void this.#copy(data.url));
    }
  }

  async #share(data: ShareData): Promise<void> {
    const dialog = this.querySelector("dialog");
    if (!navigator.canShare?.(data)) return dialog?.showModal();
    try {
      await navigator.share(data);
    } catch (error) {
      // Closing the sheet without sharing is no failure.
      if (!(error instanceof DOMException && error.name === "AbortError")) dialog?.showModal();
    }
  }

  async #copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // The browser does not let us: the address is there to be copied by hand.
      this.querySelector("input")?.select();
      return;
    }
    this.querySelector("dialog")?.close();
    toast(this.dataset.copied ?? "");
  }
}

customElements.define("shop-share", Share);
