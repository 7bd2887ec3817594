/** A page's line to the service worker. */
import { channel, type News, type Wish } from "./words.ts";

/** Whether this browser can keep books at all. */
export const isAble = "serviceWorker" in navigator && "caches" in window && "indexedDB" in window && "BroadcastChannel" in window;

export async function wish(what: Wish): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(what);
}

let line: BroadcastChannel | undefined;

/** Hears what the worker tells. Answers how to stop. */
export function onNews(listen: (news: News) => void): () => void {
  line ??= channel();
  const hear = ({ data }: MessageEvent<News>): void => listen(data);
  line.addEventListener("message", hear);
  return () => line?.removeEventListener("message", hear);
}

/** Asks the browser to take nothing away for want of room. Some ask their user, so it is asked when the first book is saved. */
export async function askForGood(): Promise<boolean> {
  const { storage } = navigator;
  return (await storage?.persisted?.()) || (await storage?.persist?.()) || false;
}
