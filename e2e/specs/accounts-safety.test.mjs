// What must not happen: a page of somebody else's, from a cache or by the back button; a change that another site asks
// for; a cookie that scripts can read; a way out of the shop.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { closeBrowser, DESK, newPage, PHONE, SHOP } from "../lib/browser.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { fillIn, pressOn } from "../lib/keyboard.mjs";
import { csrfOf, isSignedIn, newPerson, register, signIn } from "../lib/people.mjs";

after(closeBrowser);

const moby = await bookNamed("Moby");
const SHOP_PAGES = ["/", "/new", "/browse", "/free", pageOf(moby, "").slice(1), `/read/${moby.id}/ch/3`];

test("the cookies of a session are out of reach of scripts and of other sites", async () => {
  const page = await newPage();
  try {
    await register(page);
    await page.goto("/fr/account");
    const cookies = await page.context().cookies();
    for (const name of ["session", "device", "theme"]) {
      const cookie = cookies.find((candidate) => candidate.name === name);
      assert.ok(cookie, name);
      assert.equal(cookie.httpOnly, true, name);
      assert.equal(cookie.sameSite, "Lax", name);
      assert.equal(cookie.path, "/", name);
    }
    assert.equal(await page.evaluate(() => document.cookie), "");
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("another site can neither sign anybody out nor change anything", async () => {
  const page = await newPage();
  // localhost is another site than 127.0.0.1, to browsers as well.
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://evil").searchParams.get("path");
    response.setHeader("content-type", "text/html");
    response.end(`<form method="post" action="${SHOP}${path}"><input name="name" value="Mallory"><input name="locale" value="ar"><input name="theme" value="dark"><button>Win</button></form>`);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const person = await register(page);
    for (const path of ["/fr/sign-out", "/fr/account/profile", "/fr/account/preferences", "/fr/account/sessions/end", "/fr/theme"]) {
      await page.goto(`http://localhost:${server.address().port}/?path=${path}`);
      const answer = page.waitForResponse((response) => response.url() === SHOP + path);
      await page.click("button");
      assert.equal((await answer).status(), 403, path);
    }
    assert.equal(await isSignedIn(page), true);
    await page.goto("/fr/account");
    assert.match(await page.textContent("h1"), new RegExp(person.username));
    assert.notEqual(await page.getAttribute("html", "data-theme"), "dark");
  } finally {
    await page.done();
    server.close();
  }
});

test("a change without the session's token is refused, even from here", async () => {
  const page = await newPage();
  try {
    await register(page);
    const other = await newPage();
    await register(other);
    const foreign = await csrfOf(other);
    for (const csrf of ["", foreign]) {
      const answer = await page.request.post("/fr/sign-out", { form: { csrf }, maxRedirects: 0 });
      assert.equal(answer.status(), 403);
    }
    assert.equal(await isSignedIn(page), true);
    await other.done();
  } finally {
    await page.done();
  }
});

test("signing in leads to pages of the shop only", async () => {
  const page = await newPage();
  try {
    const person = await register(page);
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      await page.context().clearCookies();
      await page.goto(`/fr/sign-in?next=${encodeURIComponent(next)}`);
      await fillIn(page, "#login", person.username);
      await fillIn(page, "#password", person.password);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/fr/");
    }
    page.watch.clean();
  } finally {
    await page.done();
  }
});

/** How much lighter one colour is than another, as WCAG counts it; both as `r,g,b,a`. */
function contrast(one, other) {
  const [dark, light] = [one, other]
    .map((colour) => colour.split(",").slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)))
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

for (const [js, theme] of [[true, "light"], [true, "dark"], [false, "light"]]) {
  test(`[4] the browser's bar has the colour of the sign-in pages in ${theme}${js ? "" : ", without scripts"}`, async () => {
    const page = await newPage({ js, theme });
    try {
      const bars = async (path) => {
        await page.goto(path);
        return page.evaluate(() => {
          const pen = new OffscreenCanvas(1, 1).getContext("2d");
          const pixel = (colour) => {
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
            return [...pen.getImageData(0, 0, 1, 1).data].join();
          };
          const bar = document.querySelector(".bar");
          const token = (name) => pixel(getComputedStyle(document.documentElement).getPropertyValue(name));
          return {
            bar: pixel(getComputedStyle(bar).backgroundColor),
            meta: pixel(document.querySelector("meta[name=theme-color]").content),
            words: pixel(getComputedStyle(bar.querySelector(".bar__brand")).color),
            ink: token("--smaq"),
            paper: token("--bg"),
          };
        });
      };
      const home = await bars("/fr/");
      assert.deepEqual([home.bar, home.meta], [home.paper, home.paper]);
      for (const path of ["/fr/sign-in", "/fr/sign-up", "/fr/forgot", "/fr/reset"]) {
        const { bar, meta, words, ink } = await bars(path);
        assert.deepEqual([bar, meta], [ink, ink], path);
        assert.notEqual(meta, home.meta, path);
        assert.ok(contrast(words, bar) >= 7, `${path}: ${contrast(words, bar)}`);
      }
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

for (const [name, viewport, account] of [["on a phone", PHONE, ".destinations__link--account"], ["on a desk", DESK, ".bar__account"]]) {
  test(`every page of the shop has the way to the account ${name}, signed in or not`, async () => {
    const page = await newPage({ viewport });
    try {
      for (const path of SHOP_PAGES) {
        await page.goto(`/fr${path}`);
        assert.ok(await page.isVisible(account), `${path} of a visitor`);
      }
      const person = await register(page);
      for (const path of SHOP_PAGES) {
        // The page of the visitor lies in the cache, with its ETag.
        await page.goto(`/fr${path}`);
        assert.ok(await page.isVisible(account), `${path} of a reader`);
        assert.equal(await page.locator(`.bar__account--signed[aria-label*="${person.username}"]`).count(), 1, path);
        assert.equal(await page.getAttribute(account, "href"), "/fr/account");
      }
      await page.click(account);
      await page.waitForURL("**/fr/account");
      assert.equal(await page.locator(`${account}[aria-current=page]`).count(), 1);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("a page of a reader is asked about each time, costs nothing when it is the same, and is nobody else's", async () => {
  const page = await newPage({ viewport: DESK });
  try {
    const [first, second] = [await register(page, newPerson("awwal")), newPerson("thani")];
    // The first page says that somebody has signed up, and is kept by nobody.
    await page.request.get("/fr/");
    const home = await page.request.get("/fr/");
    assert.match(home.headers()["cache-control"], /private/);
    const again = await page.request.get("/fr/", { headers: { "if-none-match": home.headers().etag } });
    assert.equal(again.status(), 304);
    const shownTo = async (person) => {
      for (const path of ["/fr/", "/fr/browse", "/fr/account"]) {
        await page.goto(path);
        const html = await page.content();
        assert.ok(html.includes(person.username), `${path} is ${person.username}'s`);
        assert.equal([first, second].some((other) => other !== person && html.includes(other.username)), false, `${path} shows another reader`);
      }
    };
    await shownTo(first);
    await page.context().clearCookies({ name: "session" });
    await register(page, second);
    await shownTo(second);
    await page.context().clearCookies({ name: "session" });
    await signIn(page, first);
    await shownTo(first);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

for (const js of [true, false]) {
  test(`after signing out the back button shows nothing of the account${js ? "" : ", without scripts"}`, async () => {
    const page = await newPage({ js });
    try {
      const person = await register(page);
      await page.goto("/fr/account/profile");
      await page.goto("/fr/account/security");
      await page.goto("/fr/account");
      await pressOn(page, "form[action$='/sign-out'] button");
      await page.waitForURL("**/fr/");
      for (let back = 0; back < 3; back += 1) {
        await page.goBack();
        assert.equal((await page.content()).includes(person.username), false, page.url());
      }
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[5] after signing in the back button brings no password back", async () => {
  const page = await newPage();
  try {
    const person = await register(page);
    await page.context().clearCookies();
    await page.goto("/fr/free");
    await page.goto("/fr/sign-in");
    await fillIn(page, "#login", person.username);
    await fillIn(page, "#password", person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/fr/");
    await page.goBack();
    if (await page.$("#password")) assert.equal(await page.inputValue("#password"), "");
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[5] whoever is signed in is led past the sign-in pages", async () => {
  const page = await newPage();
  try {
    await register(page);
    for (const path of ["/fr/sign-in", "/fr/sign-up"]) {
      await page.goto(path);
      assert.match(page.url(), /\/fr\/account$/);
      await page.goto(`${path}?next=%2Ffr%2Ffree`);
      assert.match(page.url(), /\/fr\/free$/);
    }
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[5] a form that is sent leads on, so that going back and reloading send nothing again", async () => {
  const page = await newPage();
  try {
    await register(page);
    await page.goto("/fr/account");
    await page.goto("/fr/account/profile");
    await fillIn(page, "#name", "Léa");
    let sent = 0;
    page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/account");
    await page.reload();
    await page.goBack();
    await page.goForward();
    assert.equal(sent, 1);
    assert.equal(await page.locator(".notice").count(), 0, "what is said once is said once");
    page.watch.clean();
  } finally {
    await page.done();
  }
});
