// Hearts, “read later”, “already read”: a press changes the button at once and is sent behind the page's back. All
// buttons of the page for the same book change together. A heart that cannot be sent waits in the outbox; anything else is put
// back and said beside the button;
// what the server refuses (signed out meanwhile, too often) goes the way it goes without this script.
import { learnCount, recallCount, recount } from "../cart.ts";
import { address, isComeBackTo, learn, recall, show, token } from "../kept.ts";
import { queueFavourite } from "../offline/queue.ts";
import { told } from "../offline/reach.ts";
import { clearRefusals, unreachable } from "../unreachable.ts";
import { toast } from "./toasts.ts";

const PATIENCE_MS = 15_000;

class Keep extends HTMLElement {
  // One after the other, so that the last press is what stays.
  #last = Promise.resolve();

  connectedCallback(): void {
    if (isComeBackTo()) (recall(), recallCount());
    else (learn(), learnCount());
    addEventListener("pageshow", ({ persisted }) => persisted && (recall(), recallCount()));
    this.querySelector("form")?.addEventListener("submit", (event) => {
      const button = event.submitter;
      // Visitors are led to sign in, and back; a cart they have too.
      if (!(button instanceof HTMLButtonElement) || "refused" in button.dataset) return;
      if (!token() && address(button)[1] !== "cart") return;
      event.preventDefault();
      this.#press(button, button.getAttribute("aria-pressed") !== "true");
    });
  }

  #press(button: HTMLButtonElement, on: boolean): void {
    clearRefusals();
    show(button, on);
    this.#last = this.#last.then(() => this.#send(button, on));
  }

  async #send(button: HTMLButtonElement, on: boolean): Promise<void> {
    const [path, kind] = address(button);
    const headers = { "x-csrf-token": token(), accept: "application/json", "accept-language": document.documentElement.lang };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const answer = await fetch(path, { method: on ? "PUT" : "DELETE", headers, signal, keepalive: true });
      told(true);
      if (answer.status === 409 && kind === "cart") {
        show(button, !on);
        return unreachable(button, "", ((await answer.json()) as { detail: string }).detail);
      }
      if (!answer.ok) return this.#refuse(button, on);
      if (kind === "cart") await recount(answer);
    } catch {
      told(false);
      if (kind === "favorite" && queueFavourite(Number(path.split("/").at(-2)), on)) return toast(this.dataset.waits ?? "");
      show(button, !on);
      return unreachable(button, this.dataset.lost ?? "");
    }
    const words = this.dataset[`${kind}${on ? "On" : "Off"}`] ?? "";
    // A like is told by its button.
    if (words) toast(words, { label: this.dataset.undo ?? "", act: () => (button.focus(), this.#press(button, !on)) });
  }

  #refuse(button: HTMLButtonElement, on: boolean): void {
    button.dataset.refused = "";
    // Only the server's answer says that it is so.
    show(button, !on);
    this.querySelector("form")?.requestSubmit(button);
  }
}

customElements.define("shop-keep", Keep);
