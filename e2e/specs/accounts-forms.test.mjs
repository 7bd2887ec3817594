// What forms say and when: as a field is left, when the server refuses, while it works, and when it cannot be reached.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { closeBrowser, newPage, picture } from "../lib/browser.mjs";
import { assertFocus, fillIn, pressOn, tabTo } from "../lib/keyboard.mjs";
import { newPerson, register } from "../lib/people.mjs";
import { Shop } from "../lib/shop.mjs";

after(closeBrowser);

const SEND = ".form > .button";
const told = (page, id) => page.isVisible(`#${id}-error`);
const forgive = (page, ...statuses) => (page.watch.errors = page.watch.errors.filter((error) => !statuses.some((status) => error.includes(String(status)))));

for (const [locale, js] of [["fr", true], ["ar", true], ["fr", false]]) {
  test(`[1] in ${locale}${js ? "" : ", without scripts"}, Tab goes through the sign-up as the eye does, and Enter says where it leads`, async () => {
    const page = await newPage({ locale, js });
    try {
      await page.goto(`/${locale}/sign-up`);
      await assertFocus(page, "#username");
      const names = ["username", "email", "password", ...(js ? ["reveals"] : []), "phone", "button", "a"];
      const stops = [];
      while (stops.length < names.length) {
        stops.push(
          await page.evaluate(() => {
            const { activeElement: one } = document;
            const { left, right, top, height } = one.getBoundingClientRect();
            const start = getComputedStyle(one).direction === "rtl" ? innerWidth - right : left;
            return { name: one.id || ("reveals" in one.dataset ? "reveals" : one.localName), start, middle: scrollY + top + height / 2, enter: one.enterKeyHint };
          }),
        );
        await page.keyboard.press("Tab");
      }
      assert.deepEqual(stops.map(({ name }) => name), names);
      for (const [at, { name, start, middle }] of stops.entries()) {
        const before = stops[at - 1];
        const isAfter = !before || middle > before.middle + 8 || (Math.abs(middle - before.middle) <= 8 && start > before.start);
        assert.ok(isAfter, `${name} stands before ${before?.name}`);
      }
      assert.deepEqual(stops.filter(({ enter }) => enter).map(({ enter }) => enter), ["next", "next", "next", "go"]);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

for (const locale of ["fr", "ar"]) {
  for (const js of [true, false]) {
    test(`[1][2][3] in ${locale}${js ? "" : ", without scripts"}, a form that comes back says what is wrong first, leads there, and keeps what was typed`, async () => {
      const page = await newPage({ locale, js });
      try {
        const taken = await register(page, newPerson(), locale);
        await page.context().clearCookies();
        const mine = newPerson();
        await page.goto(`/${locale}/sign-up`);
        await fillIn(page, "#username", taken.username);
        await fillIn(page, "#email", mine.email);
        await fillIn(page, "#password", mine.password);
        await page.keyboard.press("Enter");
        await page.waitForSelector(".alert--danger");
        assert.match(await page.title(), locale === "ar" ? /^خطأ/ : /^Erreur/);
        await assertFocus(page, ".alert__title");
        assert.equal(await page.inputValue("#username"), taken.username);
        assert.equal(await page.inputValue("#email"), mine.email);
        assert.equal(await page.inputValue("#password"), js ? mine.password : "", "no server sends a password back");
        assert.equal(await page.getAttribute("#username", "aria-invalid"), "true");
        assert.match(await page.getAttribute("#username", "aria-describedby"), /^username-hint username-error$/);
        // axe is a script itself.
        if (js) await assertAccessible(page, "sign-up that came back");
        await picture(page, `accounts-came-back-${locale}`);
        await pressOn(page, ".alert a");
        await assertFocus(page, "#username");
        await fillIn(page, "#username", mine.username);
        if (!js) await fillIn(page, "#password", mine.password);
        await page.keyboard.press("Enter");
        await page.waitForURL("**/welcome/genres*");
        forgive(page, 422);
        page.watch.clean();
      } finally {
        await page.done();
      }
    });
  }

  test(`[2] in ${locale}, a field speaks when it is left, and is silent with the keystroke that mends it`, async () => {
    const page = await newPage({ locale });
    try {
      await page.goto(`/${locale}/sign-up`);
      await fillIn(page, "#email", "lina@exemple");
      assert.equal(await told(page, "email"), false, "nothing while somebody types");
      await page.keyboard.press("Tab");
      assert.equal(await told(page, "email"), true);
      assert.equal(await page.getAttribute("#email", "aria-invalid"), "true");
      assert.match(await page.getAttribute("#email", "aria-describedby"), /email-error/);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("End");
      await page.keyboard.type(".d");
      assert.equal(await told(page, "email"), true, "not yet");
      await page.keyboard.type("z");
      assert.equal(await told(page, "email"), false);
      assert.equal(await page.getAttribute("#email", "aria-invalid"), null);
      await fillIn(page, "#password", "court");
      await page.keyboard.press("Tab");
      assert.equal(await told(page, "password"), true);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("End");
      await page.keyboard.type("-mais-non");
      assert.equal(await told(page, "password"), false);
      assert.equal(await page.locator(".rules__item--met").count(), 2);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[1][2] an empty form is not sent, and the focus goes to its first field", async () => {
  const page = await newPage();
  try {
    await page.goto("/fr/sign-up");
    let sent = 0;
    page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
    await pressOn(page, SEND);
    await assertFocus(page, "#username");
    assert.equal(await page.locator(".field__error:visible").count(), 3);
    assert.equal(sent, 0);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[2] while Caps Lock is on it is said at the password, and nowhere else", async () => {
  for (const locale of ["fr", "ar"]) {
    const page = await newPage({ locale });
    try {
      await page.goto(`/${locale}/sign-in`);
      const note = page.locator("[data-caps]");
      assert.equal(await note.getAttribute("role"), "status");
      // No driver turns the lock on; its keys say that it is.
      const key = (field, isOn) => page.dispatchEvent(field, "keydown", { key: "A", modifierCapsLock: isOn, bubbles: true });
      await key("#login", true);
      assert.equal(await note.textContent(), "");
      await page.focus("#password");
      await key("#password", true);
      assert.equal(await note.textContent(), await note.getAttribute("data-caps"));
      assert.ok(await note.isVisible());
      await key("#password", false);
      assert.equal(await note.textContent(), "");
      await key("#password", true);
      await page.focus("#login");
      assert.equal(await note.textContent(), "");
      page.watch.clean();
    } finally {
      await page.done();
    }
  }
});

test("a password is shown by a word, and hidden again before it is sent", async () => {
  const page = await newPage();
  try {
    await page.goto("/fr/sign-in");
    await fillIn(page, "#login", "personne");
    await fillIn(page, "#password", "un phare dans la nuit");
    await tabTo(page, "[data-reveals]");
    await page.keyboard.press("Enter");
    assert.equal(await page.getAttribute("#password", "type"), "text");
    await pressOn(page, SEND);
    await page.waitForSelector(".alert--danger");
    assert.equal(await page.getAttribute("#password", "type"), "password");
    await tabTo(page, "[data-reveals]");
    await page.keyboard.press("Enter");
    assert.equal(await page.getAttribute("#password", "type"), "text", "also in the form that came back");
    forgive(page, 422);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[3] while the shop works the button is busy and a second press sends nothing", async () => {
  const page = await newPage();
  try {
    let sent = 0;
    await page.route("**/fr/sign-in", async (route) => {
      if (route.request().method() === "POST") {
        sent += 1;
        await new Promise((later) => setTimeout(later, 600));
      }
      await route.continue();
    });
    await page.goto("/fr/sign-in");
    await page.fill("#login", "personne");
    await page.fill("#password", "un phare dans la nuit");
    await page.dblclick(SEND);
    assert.equal(await page.getAttribute(SEND, "aria-disabled"), "true");
    assert.equal(await page.getAttribute("form.form", "aria-busy"), "true");
    const wheel = await page.$eval(`${SEND} > span`, (words) => [getComputedStyle(words, "::before").animationName, getComputedStyle(words, "::before").animationDelay]);
    assert.deepEqual(wheel, ["wait", "0.15s"], "an answer that comes at once needs no wheel");
    await page.waitForSelector(".alert--danger");
    assert.equal(sent, 1);
    assert.equal(await page.getAttribute(SEND, "aria-disabled"), null);
    forgive(page, 422);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

const PROBLEM = (title, detail) => `<div class="alert alert--danger" role="alert"><div><p class="alert__title">${title}</p><p>${detail}</p></div></div>`;

for (const [what, answer, words] of [
  ["is told to wait", { status: 429, headers: { "retry-after": "7" }, body: PROBLEM("Trop de demandes", "Réessayez dans 7 secondes.") }, /7 secondes/],
  ["finds the shop busy", { status: 503, body: PROBLEM("De retour dans un instant", "Réessayez.") }, /De retour/],
  ["meets an error of ours", { status: 500, body: PROBLEM("Une erreur", "Référence : abc") }, /abc/],
  ["has an old version of it", { status: 409, body: PROBLEM("Modifié entre-temps", "Rechargez la page.") }, /Rechargez/],
  ["sends too much", { status: 413, body: PROBLEM("Trop volumineux", "Deux mégaoctets au plus.") }, /mégaoctets/],
  ["is answered by something else", { status: 502, body: "Bad gateway" }, /injoignable/],
  ["has no connection", null, /injoignable/],
]) {
  test(`[3] whoever ${what} reads so beside the button, and has lost nothing`, async () => {
    const page = await newPage();
    try {
      await page.goto("/fr/sign-up");
      const mine = newPerson();
      let refuses = true;
      await page.route("**/fr/sign-up", (route) => {
        if (!refuses) return route.continue();
        return answer ? route.fulfill({ contentType: "text/html", ...answer }) : route.abort("internetdisconnected");
      });
      await fillIn(page, "#username", mine.username);
      await fillIn(page, "#email", mine.email);
      await fillIn(page, "#password", mine.password);
      await pressOn(page, SEND);
      const alert = page.locator("[data-refusal]");
      await alert.waitFor();
      assert.match(await alert.textContent(), words);
      assert.equal(await alert.getAttribute("role"), "alert");
      assert.equal(await page.inputValue("#password"), mine.password);
      await assertFocus(page, SEND);
      await assertAccessible(page, what);
      await picture(page, `accounts-refused-${answer?.status ?? "offline"}`);
      refuses = false;
      await page.keyboard.press("Enter");
      await page.waitForURL("**/welcome/genres*");
      forgive(page, 409, 413, 429, 500, 502, 503, "ERR_INTERNET_DISCONNECTED");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[3] a form whose session ended elsewhere says so, with the way to sign in", async () => {
  const page = await newPage();
  try {
    await register(page);
    await page.goto("/fr/account/profile");
    await fillIn(page, "#name", "Léa");
    await page.context().clearCookies();
    await page.keyboard.press("Enter");
    const alert = page.locator("[data-refusal]");
    await alert.waitFor();
    assert.match(await alert.textContent(), /Connectez-vous/);
    assert.equal(await alert.locator("a").getAttribute("href"), "/fr/sign-in");
    assert.equal(await page.inputValue("#name"), "Léa");
    forgive(page, 401);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

for (const js of [true, false]) {
  test(`[3] too many wrong passwords have to wait, and are told how long${js ? "" : ", without scripts"}`, async () => {
    const shop = await Shop.empty({ WARRAQ_RATE_LIMITS: "on" });
    const page = await newPage({ js });
    try {
      await page.goto(`${await shop.serve()}/fr/sign-in`);
      let status = 0;
      // The first wait is over within a second, later ones last longer.
      for (let wrong = 0; wrong < 12 && status !== 429; wrong += 1) {
        await page.fill("#login", "leila");
        await page.fill("#password", `faux ${wrong}`);
        const answer = page.waitForResponse((response) => response.request().method() === "POST");
        await page.click(SEND);
        status = (await answer).status();
        await page.waitForSelector(`${SEND}:not([aria-disabled])`);
        await page.waitForSelector("#login-error:not([hidden])");
      }
      assert.match(await page.textContent("#login-error"), /Réessayez dans \d+ seconde/);
      assert.match(await page.title(), /^Erreur/);
      assert.equal(await page.inputValue("#login"), "leila");
    } finally {
      await page.done();
      await shop.stop();
    }
  });
}
