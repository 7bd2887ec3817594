// What was pressed in this tab, by the address that took it: a page that one comes Back to is shown as the browser kept
// it, from before. Whoever signs in or out gets another token, and with it nothing of what was pressed before.

const KEY = "kept";

interface Kept {
  token: string;
  on: Record<string, boolean>;
}

/** What was pressed with this token, and how it stands. */
function pressedWith(token: string): Record<string, boolean> {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Kept | null;
    if (kept && kept.token === token) return kept.on;
  } catch {
    // Where nothing may be kept, nothing was.
  }
  return {};
}

/** Remembers how it stands now. */
function remember(token: string, on: Record<string, boolean>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ token, on } satisfies Kept));
  } catch {
    // Then a page that one comes Back to shows what was.
  }
}

/** Whether the browser may show this page as it kept it. */
export function isComeBackTo(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.type === "back_forward";
}

/** The token of whoever is signed in; empty for visitors. */
export function token(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "";
}

/** Where the API takes what the form takes: `/fr/book/7/favorite` is `/api/v1/books/7/favorite`; only the cart is called
 *  there as it is here. */
export function address(button: HTMLButtonElement): [string, string] {
  const [, , what = "", id = "", kind = ""] = new URL(button.formAction).pathname.split("/");
  if (what === "cart") return [`/api/v1/cart/${id}/${kind}`, what];
  return [`/api/v1/${what}s/${id}/${kind}`, kind];
}

/** Shows a button, and all others for the same book, as pressed or not, and remembers it. */
export function show(pressed: HTMLButtonElement, on: boolean): void {
  stands({ [address(pressed)[0]]: on });
}

function stands(now: Record<string, boolean>): void {
  remember(token(), { ...pressedWith(token()), ...now });
  paint(now);
}

/** Shows what was pressed on this page, or on another one since the browser kept this one. */
export function recall(): void {
  paint(pressedWith(token()));
}

/** A book is a favourite, or one no more, as the shop says. */
export function showFavourite(said?: { book_id: number; is_favorite: boolean }): void {
  if (!said) return;
  stands({ [`/api/v1/books/${said.book_id}/favorite`]: said.is_favorite });
}

function paint(pressed: Record<string, boolean>): void {
  for (const button of buttons()) {
    const on = pressed[address(button)[0]];
    if (on === undefined) continue;
    if (on !== (button.getAttribute("aria-pressed") === "true")) recount(button, on ? 1 : -1);
    button.setAttribute("aria-pressed", String(on));
    button.value = on ? "no" : "yes";
    instead(button, on);
  }
}

/** Where something stands in the place of a button that was pressed, it shows one of them, and the focus stays there. */
function instead(button: HTMLButtonElement, on: boolean): void {
  const other = button.parentElement?.querySelector<HTMLElement>("[data-instead]");
  if (!other) return;
  const hadFocus = [button, other].includes(document.activeElement as HTMLElement);
  button.hidden = on;
  other.hidden = !on;
  if (hadFocus) (on ? other : button).focus();
}

/** How many have pressed it, where a button tells that. */
function recount(button: HTMLButtonElement, more: number): void {
  const place = button.querySelector<HTMLElement>("[data-count]");
  if (!place) return;
  const count = Math.max(0, Number(place.dataset.count) + more);
  place.dataset.count = String(count);
  place.textContent = count === 0 ? "" : count.toLocaleString(document.documentElement.lang, { numberingSystem: "latn" });
}

/** What a page says that has just come from the shop is how it stands, whatever was pressed before. */
export function learn(): void {
  const pressed = pressedWith(token());
  const known = buttons().map((button) => [address(button)[0], button.getAttribute("aria-pressed") === "true"] as const);
  remember(token(), { ...pressed, ...Object.fromEntries(known.filter(([path]) => path in pressed)) });
}

function buttons(): HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>("button[form=keep]")];
}
