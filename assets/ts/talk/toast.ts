// Confirmations, which every page has a place for. Its element comes with every page; this bundle only speaks to it.
import type { Remedy } from "../elements/toasts.ts";

interface Toasts extends HTMLElement {
  show(words: string, remedy?: Remedy): void;
}

/** Confirms something that went well. */
export function toast(words: string, remedy?: Remedy): void {
  document.querySelector<Toasts>("shop-toasts")?.show(words, remedy);
}
