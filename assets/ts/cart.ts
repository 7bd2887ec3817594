// How many books are in the cart, in the bar of the page. It is remembered for pages that one comes Back to, which are
// shown as the browser kept them.
import { token } from "./kept.ts";

const KEY = "cart-count";

function place(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-cart-count]");
}

/** Shows and remembers it. */
export function showCount(count: number): void {
  paint(count);
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ token: token(), count }));
  } catch {
    // Then a page that one comes Back to shows what was.
  }
}

/** After a book was put in, whose answer tells the number, or taken out. */
export async function recount(answer: Response): Promise<void> {
  const before = Number(place()?.dataset.cartCount ?? 0);
  showCount(answer.status === 204 ? Math.max(0, before - 1) : ((await answer.json()) as { count: number }).count);
}

/** Shows what is remembered. */
export function recallCount(): void {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as { token: string; count: number } | null;
    if (kept && kept.token === token()) paint(kept.count);
  } catch {
    // Nothing was remembered.
  }
}

/** What a page says that has just come from the shop is how it stands. */
export function learnCount(): void {
  const count = place()?.dataset.cartCount;
  if (count !== undefined) showCount(Number(count));
}

function paint(count: number): void {
  const badge = place();
  if (!badge) return;
  badge.dataset.cartCount = String(count);
  badge.textContent = count > 0 ? String(count) : "";
}
