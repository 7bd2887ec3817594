/** Tells all pages what became of the books on the device. */
import { channel, type News } from "../offline/words.ts";

const pages = channel();

export function tell(news: News): void {
  pages.postMessage(news);
}
