// In the library: only the books that are on the device, and which of them open while there is no connection. Which they are
// the buttons of the cards say.
import { isAble } from "../offline/client.ts";
import { isAway, onReach } from "../offline/reach.ts";

class OnlyKept extends HTMLElement {
  connectedCallback(): void {
    if (!isAble) return;
    this.hidden = false;
    const button = this.querySelector("button");
    button?.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      this.#books?.toggleAttribute("data-only-kept", on);
    });
    onReach(() => this.#books?.toggleAttribute("data-away", isAway()));
  }

  get #books(): HTMLElement | null {
    return document.getElementById("books");
  }
}

customElements.define("shop-only-kept", OnlyKept);
