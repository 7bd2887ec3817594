// Confirmations, which every page has a place for. Its element comes with every page; this bundle only speaks to it.
import type { Remedy } from "../elements/toasts.ts";

interface Toasts extends HTMLElement {
  show(words: string, remedy?: Remedy): void;
}

// It comes up from a little below its place.
const CLEAR = 24;

/** Confirms something that went well. The page moves on where a composer's button would lie below the words. */
export function toast(words: string, remedy?: Remedy): void {
  const toasts = document.querySelector<Toasts>("shop-toasts");
  toasts?.show(words, remedy);
  const box = toasts?.firstElementChild?.getBoundingClientRect();
  if (!box || box.height === 0) return;
  for (const button of document.querySelectorAll(".composer__buttons .button")) {
    const { top, bottom } = button.getBoundingClientRect();
    if (top < box.bottom + CLEAR && bottom > box.top - CLEAR) return scrollBy({ top: bottom - box.top + CLEAR, behavior: "instant" });
  }
}
