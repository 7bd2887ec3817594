// The moderators' desk: three comments by keys alone, the same without scripts; what their writer finds among their own
// comments and ratings.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { books } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { reported, send } from "../lib/desk.mjs";
import { assertFocus, pressOn, tabTo } from "../lib/keyboard.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const QUEUE = "/admin/moderation";
const salim = () => demoPeople().find(({ role }) => role === "moderator");

/** What became of somebody's comments, by their ids. */
async function became(writer) {
  const { items } = await (await writer.request.get("/api/v1/me/comments?limit=100")).json();
  return writer.said.map((id) => items.find((one) => one.id === id)).map(({ state, spoiler, hidden_because: why }) => ({ state, spoiler, why }));
}

const JUDGED = [
  { state: "visible", spoiler: false, why: null },
  { state: "hidden", spoiler: false, why: "off_topic" },
  { state: "visible", spoiler: true, why: null },
];

/** Presses J until the focus is on the comment. */
async function goTo(page, id) {
  for (let step = 0; step < 60; step += 1) {
    if (await page.$(`#c-${id}:focus`)) return;
    await page.keyboard.press("j");
  }
  assert.fail(`J never comes to ${id}`);
}

/** The place of the comment tells that it is done, and so does the region that is read aloud. */
async function told(page, id) {
  await page.waitForSelector(`#c-${id}.case--done`);
  const words = await page.textContent(`#c-${id} .case__done`);
  await page.waitForFunction((said) => document.querySelector("shop-toasts [role=status]").textContent === said, words.trim());
}

for (const locale of ["fr", "ar"]) {
  test(`[17][20] in ${locale}, three comments are judged by keys alone`, async () => {
    const writer = await reported(locale, ["one", "two", "three"]);
    const page = await newPage({ locale, viewport: DESK });
    try {
      await signIn(page, salim(), locale);
      await page.goto(`/${locale}${QUEUE}?show=reported`);
      const [kept, hidden, marked] = writer.said;
      await goTo(page, kept);
      await page.keyboard.press("j");
      await page.keyboard.press("k");
      await assertFocus(page, `#c-${kept}`);
      await page.keyboard.press("a");
      await told(page, kept);
      // Tests beside this one report something as well: the next one need not be ours.
      await page.waitForFunction((id) => document.activeElement.matches("[data-case]") && document.activeElement.id !== id, `c-${kept}`);
      await goTo(page, hidden);
      await page.keyboard.press("r");
      await assertFocus(page, `#c-${hidden}-hide-reason`);
      assert.equal(await page.inputValue(`#c-${hidden}-hide-reason`), "off_topic", "what the reader said is suggested");
      await page.keyboard.type("j");
      assert.ok(await page.$(`#c-${hidden}-hide-reason:focus`), "in a field a key is a letter");
      await page.selectOption(`#c-${hidden}-hide-reason`, "off_topic");
      await tabTo(page, `#c-${hidden} button[value=hide]`);
      await page.keyboard.press("Enter");
      await told(page, hidden);
      await goTo(page, marked);
      await page.keyboard.press("s");
      await told(page, marked);
      assert.deepEqual(await became(writer), JUDGED);
      page.watch.clean();
    } finally {
      await page.done();
      await writer.done();
    }
  });

  test(`[17][20] in ${locale}, three comments are judged without scripts`, async () => {
    const writer = await reported(locale, ["four", "five", "six"]);
    const page = await newPage({ locale, js: false });
    try {
      await signIn(page, salim(), locale);
      const [kept, hidden, marked] = writer.said;
      const desk = () => page.goto(`/${locale}${QUEUE}?show=reported`);
      await desk();
      await pressOn(page, `#c-${kept} button[value=keep]`);
      await page.waitForSelector("#done");
      await desk();
      await page.focus(`#c-${hidden} summary[aria-keyshortcuts=r]`);
      await page.keyboard.press("Enter");
      await pressOn(page, `#c-${hidden} button[value=hide]`);
      await page.waitForSelector("#done button[value=restore]");
      await page.focus(`#c-${marked} button[value=mark_spoiler]`);
      await page.keyboard.press("Enter");
      await page.waitForSelector("#done");
      assert.deepEqual(await became(writer), JUDGED);
      page.watch.clean();
    } finally {
      await page.done();
      await writer.done();
    }
  });

  test(`[3] in ${locale}, an act is undone, and what is wrong with one is told beside it`, async () => {
    const writer = await reported(locale, ["seven"]);
    const page = await newPage({ locale });
    try {
      await signIn(page, salim(), locale);
      const [id] = writer.said;
      await page.goto(`/${locale}${QUEUE}/${id}`);
      await page.click(`#c-${id} summary[aria-keyshortcuts=r]`);
      await page.click(`#c-${id} button[value=hide]`);
      await page.waitForSelector(`#c-${id} button[value=restore]`);
      await page.click(`#c-${id} button[value=restore]`);
      await page.waitForFunction((place) => !document.querySelector(`${place} button[value=restore]`), `#c-${id}`);
      assert.deepEqual(await became(writer), [JUDGED[0]]);
      await page.goto(`/${locale}${QUEUE}/${id}`);
      await page.click(`#c-${id} summary[aria-keyshortcuts=w]`);
      await page.selectOption(`#c-${id}-warn-reason`, "spam");
      await page.context().setOffline(true);
      await page.click(`#c-${id} button[value=warn]`);
      await page.waitForSelector(`#c-${id} [data-refusal]`);
      await page.context().setOffline(false);
      await page.click(`#c-${id} button[value=warn]`);
      await page.waitForSelector(`#c-${id}[data-case] .case__done`);
      await assertFocus(page, `#c-${id}`);
    } finally {
      await page.done();
      await writer.done();
    }
  });

  test(`[17] in ${locale}, the desk is for everybody who moderates, folded and unfolded`, async () => {
    const writer = await reported(locale, ["eight ||and so it ends||"]);
    const [id] = writer.said;
    const small = await newPage({ locale, viewport: { width: 360, height: 700 } });
    const desk = await newPage({ locale, theme: "dark", viewport: DESK });
    try {
      for (const [name, page] of [["small", small], ["desk", desk]]) {
        await signIn(page, salim(), locale);
        for (const [what, path] of [["queue", QUEUE], ["hidden", `${QUEUE}?show=hidden`], ["one", `${QUEUE}/${id}`]]) {
          await page.goto(`/${locale}${path}`);
          await assertAccessible(page, `${name} ${what}`);
          await assertFits(page, `${name} ${what}`);
          await assertTouchable(page, `${name} ${what}`);
          await picture(page, `moderation-${what}-${name}-${locale}`);
        }
        await page.click(`#c-${id} summary[aria-keyshortcuts=r]`);
        await assertAccessible(page, `${name} unfolded`);
        await assertFits(page, `${name} unfolded`);
        await picture(page, `moderation-unfolded-${name}-${locale}`);
        await page.keyboard.press("Escape");
        await page.focus(`#c-${id}`);
        await page.keyboard.press("?");
        await page.waitForSelector("#desk-keys[open]");
        await assertAccessible(page, `${name} keys`);
        await picture(page, `moderation-keys-${name}-${locale}`);
        page.watch.clean(name);
      }
    } finally {
      await small.done();
      await desk.done();
      await writer.done();
    }
  });

  test(`[20][21] in ${locale}, the writer finds what became of it, changes and deletes comments, and changes a rating`, async () => {
    const writer = await reported(locale, ["nine", "ten"]);
    const moderator = await newPage({ locale });
    try {
      await signIn(moderator, salim(), locale);
      const [hidden, deleted] = writer.said;
      const hide = { act: "hide", reason: "abuse", note: "Restez au sujet." };
      await send(moderator, "POST", `/admin/reports/${hidden}/acts`, hide);
      const [book] = await books();
      await send(writer, "PUT", `/books/${book.id}/rating`, { value: 4 });
      await writer.goto(`/${locale}/account`);
      await writer.click(`a[href="/${locale}/account/comments"]`);
      await writer.waitForSelector(`#c-${hidden} .alert--warning`);
      assert.match(await writer.textContent(`#c-${hidden}`), /Restez au sujet\./);
      for (const show of ["", "?show=ratings", "?show=notices"]) {
        await writer.goto(`/${locale}/account/comments${show}`);
        await assertAccessible(writer, show);
        await assertFits(writer, show);
        await assertTouchable(writer, show);
        await picture(writer, `mine${show}-${locale}`);
      }
      await writer.goto(`/${locale}/account/comments?show=ratings`);
      await pressOn(writer, ".own__change > summary");
      await writer.selectOption(`#rating-${book.id}`, "2.5");
      await pressOn(writer, ".own__change .button:not(.button--danger)");
      await writer.waitForSelector(".notice");
      assert.equal((await send(writer, "GET", `/books/${book.id}/ratings`)).mine, 2.5);
      await writer.goto(`/${locale}/account/comments`);
      await pressOn(writer, `#c-${deleted} .own__ways .button:not(.button--danger)`);
      await writer.waitForURL(`**/comment/${deleted}/edit*`);
      await writer.fill("main textarea", "Said otherwise.");
      await writer.click("main form:has(textarea) button[type=submit]:not([name])");
      await writer.waitForURL((address) => !address.pathname.endsWith("/edit"));
      await writer.goto(`/${locale}/account/comments`);
      assert.match(await writer.textContent(`#c-${deleted}`), /Said otherwise\./);
      await pressOn(writer, `#c-${deleted} .button--danger`);
      await writer.waitForURL(`**/${deleted}/delete`);
      await assertAccessible(writer, "the question");
      await picture(writer, `mine-delete-${locale}`);
      await pressOn(writer, "main button.button--danger");
      await writer.waitForSelector(".notice");
      assert.equal(await writer.$(`#c-${deleted}`), null);
      writer.watch.clean();
    } finally {
      await moderator.done();
      await writer.done();
    }
  });

  test(`[17] in ${locale}, admins read what was done, and find what else was done to the same thing`, async () => {
    const writer = await reported(locale, ["eleven"]);
    const page = await newPage({ locale });
    try {
      const [id] = writer.said;
      await signIn(page, demoPeople().find(({ role }) => role === "admin"), locale);
      await send(page, "POST", `/admin/reports/${id}/acts`, { act: "hide", reason: "spam" });
      await send(page, "POST", `/admin/reports/${id}/acts`, { act: "restore" });
      await page.goto(`/${locale}/account`);
      await page.click(`a[href="/${locale}/admin"]`);
    await page.click(`a[href="/${locale}/admin/audit"]`);
      await page.click(`.audit__what a[href*="subject=${id}"]`);
      await page.waitForURL(`**subject=${id}`);
      assert.deepEqual(await page.$$eval(".audit__what a:first-child", (acts) => acts.map((act) => act.textContent)), locale === "ar" ? ["إظهار تعليق من جديد", "إخفاء تعليق"] : ["Commentaire affiché de nouveau", "Commentaire masqué"]);
      await assertAccessible(page, "audit");
      await assertFits(page, "audit");
      await picture(page, `audit-${locale}`);
      page.watch.clean();
    } finally {
      await page.done();
      await writer.done();
    }
  });
}
