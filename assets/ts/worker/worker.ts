/**
 * The service worker. It keeps the shell of the shop, the library as it was seen last, and the books that their reader put on
 * the device; it touches nothing that changes something, and no page of buying or running the shop.
 */
import { fact, findBook } from "../offline/books.ts";
import type { Wish } from "../offline/words.ts";
import { answer } from "./answers.ts";
import { remove, removeAll, visited, wipe } from "./keeping.ts";
import { save, stop } from "./saving.ts";
import { scope } from "./scope.ts";
import { keepTalk } from "./seen.ts";
import { install, sweep } from "./shell.ts";

// A new release waits until no page of the old one is open, or until somebody asks for it.
scope.addEventListener("install", (event) => event.waitUntil(install()));

scope.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate(): Promise<void> {
  // While the worker starts, the page is already asked for.
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
  await sweep();
}

scope.addEventListener("fetch", answer);

scope.addEventListener("message", (event) => event.waitUntil(fulfil(event.data as Wish)));

async function fulfil(wish: Wish): Promise<void> {
  switch (wish.wish) {
    case "save":
      await save(wish.book, wish.format);
      return keepTalk(wish.book, (await fact("locale")) ?? "fr");
    case "stop":
      return stop(wish.key);
    case "remove": {
      const book = await findBook(wish.key);
      return book && remove(book);
    }
    case "remove-all":
      return removeAll();
    case "wipe":
      return wipe();
    case "activate":
      return scope.skipWaiting();
    case "opened":
      return visited(wish.reader, wish.isFirst);
  }
}
