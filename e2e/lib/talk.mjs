// Readers who talk about books: what they say through the API, and what of it stands on a page.
import assert from "node:assert/strict";
import { csrfOf, signedIn, verify } from "./people.mjs";

/** A page of somebody new who may write. */
export async function talker(options = {}) {
  const page = await signedIn(options);
  await verify(page, page.person);
  return page;
}

/** Says something through the API; answers the comment. */
export async function say(page, book, text, more = {}) {
  const headers = { "x-csrf-token": await csrfOf(page) };
  const answer = await page.request.post(`/api/v1/books/${book.id}/comments`, { headers, data: { text, ...more } });
  assert.equal(answer.status(), 201, await answer.text());
  return answer.json();
}

/** Takes it back. */
export async function unsay(page, id) {
  const answer = await page.request.delete(`/api/v1/comments/${id}`, { headers: { "x-csrf-token": await csrfOf(page) } });
  assert.equal(answer.status(), 204, await answer.text());
}

export const comment = async (page, id) => (await page.request.get(`/api/v1/comments/${id}`)).json();
export const ratings = async (page, book) => (await page.request.get(`/api/v1/books/${book.id}/ratings`)).json();
export const said = (id) => `#c-${id}`;
export const toasted = (page) => page.waitForFunction(() => document.querySelector("shop-toasts [role=status]").textContent !== "");
/** The id of the comment of one's own that stands on the page with these words. */
export const idOf = (page, text) => page.locator("article[data-mine]", { hasText: text }).first().getAttribute("id").then((id) => Number(id.slice(2)));
export const posted = (page, text) => page.waitForSelector(`article[data-mine]:has-text("${text}")`);
export const answered = (page, end, act) => Promise.all([page.waitForResponse((answer) => answer.url().endsWith(end) && answer.request().method() !== "GET"), act()]);
