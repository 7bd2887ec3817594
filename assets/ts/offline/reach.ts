/**
 * Whether the shop answers. A browser knows of its own network only: whoever asks the shop for something tells here whether
 * anybody answered. The mark is on the page, where every bundle of it finds it; `warraq:reach` on the window tells of a change.
 */

const MARK = "unreached";
const PATIENCE_MS = 10_000;

const marks = (): DOMStringMap => document.documentElement.dataset;

/** Whether nobody answers, as far as is known. */
export const isAway = (): boolean => navigator.onLine === false || MARK in marks();

/** Somebody answered, whatever it was; or nobody. */
export function told(isReached: boolean): void {
  if (isReached !== MARK in marks()) return;
  if (isReached) delete marks()[MARK];
  else marks()[MARK] = "";
  dispatchEvent(new Event("warraq:reach"));
}

/** Asks whether anybody answers by now. */
export async function ask(): Promise<boolean> {
  const asked = fetch("/healthz", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
  const isReached = await asked.then(() => true, () => false);
  told(isReached);
  return isReached;
}

/** Does something now, and whenever that may be otherwise. Answers how to stop. */
export function onReach(act: () => void): () => void {
  const changes = ["online", "offline", "warraq:reach"];
  for (const change of changes) addEventListener(change, act);
  act();
  return () => changes.forEach((change) => removeEventListener(change, act));
}
