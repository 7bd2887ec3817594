// Keeps a list up to date whose things change by themselves: `[data-live]` in `[data-live-list]`, as the page has them by now.
// What somebody is typing into is left alone.

const LOOK_MS = 1_500;
const MOVING = '[data-live][data-state="receiving"], [data-live][data-state="checking"]';

let next: ReturnType<typeof setTimeout> | undefined;

/** Looks now, and again for as long as something moves. */
export async function look(): Promise<void> {
  clearTimeout(next);
  const list = document.querySelector<HTMLElement>("[data-live-list]");
  if (!list) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) renew(list, page.querySelector<HTMLElement>("[data-live-list]"));
  } catch {
    // Nobody answers: the next look may.
  }
  goOn();
}

/** Looks again later, if something moves. */
export function goOn(): void {
  clearTimeout(next);
  if (document.querySelector(MOVING)) next = setTimeout(() => void look(), LOOK_MS);
}

function renew(list: HTMLElement, now: HTMLElement | null): void {
  if (!now) return;
  let before: Element | null = null;
  for (const thing of now.querySelectorAll<HTMLElement>("[data-live]")) {
    const old = document.getElementById(thing.id);
    if (old && (old.dataset.state === thing.dataset.state || old.contains(document.activeElement))) {
      before = old;
      continue;
    }
    const fresh = document.adoptNode(thing);
    if (old) old.replaceWith(fresh);
    else if (before) before.after(fresh);
    else list.prepend(fresh);
    before = fresh;
  }
  for (const old of list.querySelectorAll("[data-live]")) if (!old.isConnected) old.remove();
  list.querySelector("[data-empty]")?.toggleAttribute("hidden", list.querySelector("[data-live]") !== null);
}
