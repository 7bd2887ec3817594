// Who may see which page of the panel: visitors are led to sign in, readers see none, moderators their desk, editors what concerns
// the books, admins all.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, newPage } from "../lib/browser.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";
import { become, screensOf } from "../lib/screens.mjs";

after(closeBrowser);

/** The screens that are an editor's as well; all others but the moderators' are the admins' alone. */
const EDITORS = /^(dashboard|books|add|import|new-book|book|genre|author|duplicates|publishers|series|home)/;
const API = { "/admin/books": "editor", "/admin/stats": "editor", "/admin/reports": "moderator", "/admin/orders": "admin", "/admin/users": "admin", "/admin/audit": "admin" };

test("[17] each role gets its pages of the panel and no other", async () => {
  const pages = new Map();
  try {
    for (const person of demoPeople()) {
      const page = await newPage();
      await signIn(page, person);
      pages.set(person.role, page);
    }
    pages.set("visitor", await newPage());
    const screens = await screensOf("admin", pages.get("admin"));
    assert.ok(screens.length > 25);
    for (const [role, page] of pages) {
      for (const [name, path] of screens) {
        const answer = await page.request.get(`/fr${path}`, { maxRedirects: 0 });
        const isDoor = path.startsWith("/admin?") || path === "/admin";
        const isTheirs = role === "admin" || (role === "editor" && EDITORS.test(name)) || (role === "moderator" && name === "moderation");
        // The panel's door leads a moderator on to their desk.
        const status = role === "visitor" || (role === "moderator" && isDoor) ? 303 : isTheirs ? 200 : 403;
        assert.equal(answer.status(), status, `${role}: ${name}`);
        if (status === 303) assert.match(answer.headers().location, role === "visitor" ? /\/fr\/sign-in\?next=/ : /\/fr\/admin\/moderation$/);
      }
      for (const [path, whose] of Object.entries(API)) {
        const status = role === "visitor" ? 401 : role === "admin" || role === whose ? 200 : 403;
        assert.equal((await page.request.get(`/api/v1${path}`)).status(), status, `${role}: ${path}`);
      }
    }
  } finally {
    await Promise.all([...pages.values()].map((page) => page.done()));
  }
});

// The others are looked at beside what is done on them.
const LOOKED_AT = ["dashboard", "dashboard-year", "books-none", "import", "new-book", "book-files", "book-price", "book-cover", "refunds"];

for (const [locale, theme] of [["fr", "dark"], ["ar", "light"]]) {
  test(`[17] in ${locale}, the pages of the panel on which nothing else is tested are for everybody`, async () => {
    const page = await newPage({ locale, theme, viewport: { width: 360, height: 740 } });
    try {
      await become(page, "admin", locale);
      const screens = (await screensOf("admin", page)).filter(([name]) => LOOKED_AT.includes(name));
      assert.equal(screens.length, LOOKED_AT.length);
      for (const [name, path] of screens) {
        await page.goto(`/${locale}${path}`);
        await assertAccessible(page, name);
        await assertFits(page, name);
        await assertTouchable(page, name);
      }
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}
