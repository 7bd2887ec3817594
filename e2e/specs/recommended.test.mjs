// What a reader is recommended follows from what they choose, like and have; nothing follows from what they look at while their
// history is paused.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { books, pageOf } from "../lib/books.mjs";
import { closeBrowser } from "../lib/browser.mjs";
import { send } from "../lib/desk.mjs";
import { until } from "../lib/kept.mjs";
import { signedIn } from "../lib/people.mjs";
import { talker } from "../lib/talk.mjs";

after(closeBrowser);

const ids = (items) => items.map(({ id }) => id);
const given = async (page) => ids((await send(page, "GET", "/shelves/for-you?limit=60")).items);
/** It is worked out anew some seconds after something changed. */
const changed = (page, before, what) => until(() => given(page), (now) => now.join() !== before.join(), what);

test("[16][26] chosen genres, hearts and books that one has change what is recommended", async () => {
  const page = await talker();
  try {
    const { items: genres } = await send(page, "GET", "/genres?limit=50");
    const [genre] = genres.filter(({ book_count: count }) => count >= 3);
    const ofGenre = ids((await send(page, "GET", `/books?genre=${genre.slug}&limit=100`)).items);
    const unknown = await given(page);
    await page.goto("/fr/account/genres");
    await page.locator(`.chip--choice input[value="${genre.id}"]`).check({ force: true });
    await page.click(".form > .button");
    await page.waitForURL("**/fr/account");
    const chosen = await changed(page, unknown, "the genre is heeded");
    assert.ok(ofGenre.includes(chosen[0]), `${chosen} begins with one of ${ofGenre}`);
    await page.goto("/fr/");
    const shelf = page.locator("#for-you .card");
    assert.match(await shelf.first().locator(".card__link").getAttribute("href"), new RegExp(`/book/${chosen[0]}-`));
    assert.notEqual((await shelf.first().locator(".card__reason").textContent()).trim(), "", "and it is said why");

    const other = (await books()).find(({ id, price }) => !ofGenre.includes(id) && !chosen.includes(id) && price?.amount > 0);
    await send(page, "PUT", `/books/${other.id}/favorite`);
    const liked = await changed(page, chosen, "a heart is heeded");
    const mine = (await books()).find(({ id, price }) => liked.includes(id) && price?.amount === 0);
    await send(page, "POST", `/books/${mine.id}/claim`);
    assert.ok(!(await given(page)).includes(mine.id), "what one has is not recommended");
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[26] what is looked at while the history is paused leaves no trace on the home page", async () => {
  const [seen, unseen] = [await signedIn(), await signedIn()];
  try {
    await send(unseen, "PUT", "/me/history/pause");
    const some = (await books()).slice(0, 3);
    for (const page of [seen, unseen]) for (const book of some) await page.goto(pageOf(book));
    const shelf = async (page) => (await page.goto("/fr/"), page.locator("#viewed .card").count());
    assert.equal(await shelf(seen), some.length);
    assert.equal(await shelf(unseen), 0);
    assert.equal(await unseen.locator("#for-you").count(), 0);
    assert.notEqual(await unseen.locator("#picks").count(), 0);
  } finally {
    await Promise.all([seen.done(), unseen.done()]);
  }
});
