/** The device's screen: kept on while one reads, and filled by the book. */
import { check } from "./appearance.ts";
import { text } from "./data.ts";
import { element } from "./dom.ts";
import { savePreferences, type Preferences } from "./preferences.ts";

// Who has not turned a page for so long has put the device down.
const AWAKE_MS = 20 * 60 * 1000;

export class Screen {
  readonly #preferences: Preferences;
  #lock: WakeLockSentinel | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
    document.addEventListener("visibilitychange", () => this.stir());
  }

  /** The controls for the appearance sheet: of what the browser can do. */
  controls(): HTMLElement[] {
    const controls: HTMLElement[] = [];
    if ("wakeLock" in navigator) {
      controls.push(
        check(text("awake"), this.#preferences.awake, (on) => {
          this.#preferences.awake = on;
          savePreferences(this.#preferences);
          this.stir();
        }),
      );
    }
    if (document.fullscreenEnabled) controls.push(fullScreenButton());
    if (controls.length === 0) return [];
    return [element("div", { class: "reader-screen", role: "group", "aria-label": text("screen") }, ...controls)];
  }

  /** The reader does something: the screen stays on for a while from now. */
  stir(): void {
    clearTimeout(this.#rest);
    if (!this.#preferences.awake || document.visibilityState !== "visible") return this.#release();
    this.#rest = setTimeout(() => this.#release(), AWAKE_MS);
    if (!this.#lock || this.#lock.released) void this.#hold();
  }

  async #hold(): Promise<void> {
    try {
      this.#lock = (await navigator.wakeLock?.request("screen")) ?? null;
      document.body.dataset.awake = String(this.#lock !== null);
    } catch {
      // A low battery may forbid it: then the screen goes off as ever.
    }
  }

  #release(): void {
    delete document.body.dataset.awake;
    void this.#lock?.release().catch(() => {});
    this.#lock = null;
  }
}

export function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => {});
}

function fullScreenButton(): HTMLButtonElement {
  const button = element("button", { type: "button", id: "reader-full-screen", class: "reader-action quiet", onclick: toggleFullScreen }, text("full-screen"));
  document.addEventListener("fullscreenchange", () => {
    button.textContent = text(document.fullscreenElement ? "leave-full-screen" : "full-screen");
  });
  return button;
}
