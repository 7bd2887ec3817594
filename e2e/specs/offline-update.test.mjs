// 6: a new release of the service worker is offered, and never interrupts whoever reads.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, readPath } from "../lib/books.mjs";
import { closeBrowser, newPage } from "../lib/browser.mjs";
import { takenOver } from "../lib/offline.mjs";
import { releases } from "../lib/releases.mjs";

after(closeBrowser);

test("[25] a new release is offered on the shop's pages, and a reader in another tab goes on", async () => {
  const shop = await releases();
  const page = await newPage({ worker: true });
  try {
    await page.goto(`${shop.origin}/fr/`);
    await takenOver(page);
    const tab = await page.context().newPage();
    const moby = await bookNamed("Moby");
    await tab.goto(shop.origin + readPath(moby));
    await tab.waitForSelector('#reader-view[data-state="ready"]');
    await tab.evaluate(() => (window.stays = true));

    shop.release();
    await page.evaluate(() => {
      window.old = true;
      return navigator.serviceWorker.getRegistration().then((registration) => registration.update());
    });
    await page.waitForFunction(() => /nouvelle version/.test(document.querySelector("shop-toasts [role=status]").textContent));
    assert.equal(await page.evaluate(() => window.old), true, "nothing is loaded anew by itself");
    await page.click(".toasts__action");
    await page.waitForFunction(() => window.old === undefined);
    await takenOver(page);
    assert.equal(await tab.evaluate(() => window.stays), true, "the reader was loaded anew");
    await tab.keyboard.press("PageDown");
    assert.equal(await tab.getAttribute("#reader-view", "data-state"), "ready");
  } finally {
    await page.done();
    await shop.close();
  }
});
