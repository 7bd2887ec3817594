// What somebody finds who runs the shop: files to be dropped, comments that were reported, orders that were placed.
import assert from "node:assert/strict";
import { books } from "./books.mjs";
import { longBook } from "./epub.mjs";
import { csrfOf } from "./people.mjs";
import { say, talker } from "./talk.mjs";

/** Sends something to the API as whoever is signed in on the page. */
export async function send(page, method, path, data) {
  const headers = { "x-csrf-token": await csrfOf(page) };
  const answer = await page.request.fetch(`/api/v1${path}`, { method, headers, data });
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? null : answer.json();
}

/** A name that nothing else in the shop has. */
export const unique = (name) => `${name} ${process.pid.toString(36)}${Date.now().toString(36)}`;

/** The file of a short book. */
export const epub = (title) => ({ name: `${title}.epub`, mimeType: "application/epub+zip", buffer: longBook(3, title) });

/** What came in under that title. */
export const came = (page, title) => page.locator(".came__item", { hasText: title }).first();

/** Drops files onto the page on which books are added, as from a folder. */
export async function drop(page, files) {
  const data = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  await page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    document.querySelector("shop-drop").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, data);
}

/** Somebody who has a comment to be looked at for each of some texts: their page, with the ids in `said`. */
export async function reported(locale, texts) {
  const [writer, reporter] = await Promise.all([talker({ locale }), talker({ locale })]);
  const [book] = await books();
  writer.said = [];
  for (const text of texts) {
    const { id } = await say(writer, book, `${text} ${writer.person.username}`);
    await send(reporter, "POST", `/comments/${id}/report`, { reason: "off_topic", note: "À voir." });
    writer.said.push(id);
  }
  await reporter.done();
  return writer;
}

/** A new reader with an order of a book: their page, with its number, its checkout at the gateway and how to pay it there. */
export async function ordered(locale, book) {
  const page = await talker({ locale });
  await send(page, "PUT", `/cart/items/${book.id}`);
  const { number, payment_url: url } = await send(page, "POST", "/orders", {});
  page.number = number;
  page.checkout = `${process.env.E2E_GATEWAY}/double/checkouts/${new URL(url).pathname.split("/").at(-2)}`;
  page.pay = () => fetch(`${page.checkout}/pay`, { method: "POST" });
  return page;
}

/** The ids of the books that whoever is signed in on the page has. */
export async function library(page) {
  const { items } = await (await page.request.get("/api/v1/me/library")).json();
  return items.map((entry) => entry.book.id);
}
