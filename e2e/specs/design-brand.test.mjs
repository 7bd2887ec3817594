// What stands for the shop: the logo in the bar, the icons of browsers and home screens, what is seen while it starts.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, newPage, PHONE, SHOP } from "../lib/browser.mjs";

after(closeBrowser);

const get = async (address) => {
  const answer = await fetch(new URL(address, SHOP));
  assert.equal(answer.status, 200, address);
  return { type: answer.headers.get("content-type"), bytes: Buffer.from(await answer.arrayBuffer()) };
};

/** Width and height that a PNG says it has. */
async function sizeOf(address) {
  const { type, bytes } = await get(address);
  assert.equal(type, "image/png", address);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG", address);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

const manifest = async () => JSON.parse((await get("/manifest.webmanifest")).bytes);

/** What `look` finds in the pixels of a picture of the shop; it gets a function of x and y that answers `[r, g, b, a]`, and the size. */
function pixels(page, address, look) {
  return page.evaluate(
    async ([src, source]) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const { naturalWidth: size } = image;
      const pen = new OffscreenCanvas(size, size).getContext("2d");
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, size, size);
      const at = (x, y) => [...data.subarray((y * size + x) * 4, (y * size + x) * 4 + 4)];
      return new Function(`return (${source})`)()(at, size);
    },
    [address, look.toString()],
  );
}

/** A page that may run the functions of a test, which the shop's policy forbids on its own pages. */
async function blank() {
  const page = await newPage();
  await page.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>.</title>" }));
  await page.goto("/blank");
  return page;
}

test("[10] the manifest has icons of every kind, in the sizes that it says, on the ground of the splash", async () => {
  const { icons, background_color: ground, theme_color: bar, name, start_url: start, scope, id } = await manifest();
  const kinds = icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
  for (const kind of ["192x192 any", "512x512 any", "192x192 maskable", "512x512 maskable", "512x512 monochrome"]) {
    assert.ok(kinds.includes(kind), `${kind} is not among ${kinds.join(", ")}`);
  }
  for (const { src, sizes } of icons) assert.equal(await sizeOf(src), sizes, src);
  assert.deepEqual([ground, bar, scope, id], ["#322318", "#fbfaf7", "/", "/"]);
  assert.ok(name && start);
  const page = await blank();
  try {
    const { src } = icons.find(({ purpose }) => purpose === "maskable");
    const corner = await pixels(page, src, (at) => `#${at(0, 0).slice(0, 3).map((part) => part.toString(16)).join("")}`);
    assert.equal(corner, ground, "the splash goes on where the icon ends");
  } finally {
    await page.done();
  }
});

test("[10] every iPhone and iPad has a picture to start with, as large as its screen, in light and in dark", async () => {
  const page = await newPage();
  try {
    const seen = [];
    for (const path of ["/fr/", "/ar/install"]) {
      await page.goto(path);
      const pictures = await page.$$eval("link[rel=apple-touch-startup-image]", (links) => links.map(({ href, media }) => ({ href, media })));
      assert.ok(pictures.length >= 20, `${path} has ${pictures.length}`);
      seen.push(...pictures);
    }
    const screens = { light: new Set(), dark: new Set() };
    for (const { href, media } of new Map(seen.map((one) => [one.href, one])).values()) {
      const [, width, height, ratio, theme] = /\(device-width: (\d+)px\) and \(device-height: (\d+)px\) and \(-webkit-device-pixel-ratio: (\d)\) and \(orientation: portrait\) and \(prefers-color-scheme: (\w+)\)/.exec(media);
      assert.equal(await sizeOf(href), `${width * ratio}x${height * ratio}`, media);
      screens[theme].add(`${width}x${height}@${ratio}`);
    }
    assert.deepEqual([...screens.dark], [...screens.light]);
    assert.ok(screens.light.has("390x844@3") && screens.light.has("834x1194@2"));
    await page.goto("/fr/new");
    assert.equal(await page.locator("link[rel=apple-touch-startup-image]").count(), 0, "where nobody installs it costs nothing");
  } finally {
    await page.done();
  }
});

test("[10] nothing stands before the page: it is painted while scripts and pictures are still on their way", async () => {
  const page = await newPage();
  try {
    let paint;
    const painted = new Promise((resolve) => (paint = resolve));
    const late = async (route) => (await painted, route.continue().catch(() => {}));
    await page.route(/\/assets\/app-.*\.js|\/covers?\//, late);
    await page.goto("/fr/", { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length === 1);
    const above = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest(".main") !== null);
    assert.ok(above, "what is in the middle of the window is the page");
    paint();
    await page.waitForLoadState();
  } finally {
    await page.done();
  }
});

test("[11] the mark is drawn in the bar, is called by the shop's name, leads home, and is never mirrored", async () => {
  const drawn = [];
  for (const [locale, name] of [["fr", /Warraq/], ["ar", /ورّاق/]]) {
    const page = await newPage({ locale, viewport: PHONE });
    try {
      await page.goto(`/${locale}/`);
      const link = page.locator(".bar__brand");
      assert.match(await link.getAttribute("aria-label"), name);
      assert.equal(await link.getAttribute("href"), `/${locale}/`);
      assert.equal(await link.locator("svg.logo path").count(), 2);
      // The same place for both, since a mark between two pixels is another picture.
      await page.$eval("svg.logo", (logo) => Object.assign(logo.style, { position: "fixed", top: "100px", left: "100px", zIndex: 99, background: "#fff" }));
      drawn.push(await page.locator("svg.logo").screenshot());
    } finally {
      await page.done();
    }
  }
  assert.ok(drawn[0].equals(drawn[1]), "in Arabic as in French");
});

test("[11] browsers find the mark as a drawing and as an .ico of three sizes, home screens as a picture", async () => {
  const page = await newPage();
  try {
    await page.goto("/fr/");
    const href = (selector) => page.getAttribute(`link${selector}`, "href");
    const drawing = await get(await href("[rel=icon][type='image/svg+xml']"));
    assert.equal(drawing.type, "image/svg+xml");
    assert.match(drawing.bytes.toString(), /^<svg[^]*prefers-color-scheme:\s*dark/, "it turns with the browser's own theme");
    for (const address of [await href("[rel=icon][sizes='32x32']"), "/favicon.ico"]) {
      const { bytes } = await get(address);
      assert.deepEqual([...bytes.subarray(0, 4)], [0, 0, 1, 0], address);
      assert.deepEqual(Array.from({ length: bytes.readUInt16LE(4) }, (_, at) => bytes[6 + at * 16]), [16, 32, 48]);
    }
    assert.equal(await sizeOf(await href("[rel=apple-touch-icon]")), "180x180");
  } finally {
    await page.done();
  }
});

test("[11] systems may cut the maskable icon to any shape, and tint the one of one colour", async () => {
  const page = await blank();
  try {
    const { icons } = await manifest();
    for (const { src } of icons.filter(({ purpose }) => purpose === "maskable")) {
      const found = await pixels(page, src, (at, size) => {
        const ground = at(0, 0).join();
        const found = { outside: 0, inside: 0, clear: 0 };
        for (let y = 0; y < size; y += 1) {
          for (let x = 0; x < size; x += 1) {
            const colour = at(x, y);
            if (colour[3] !== 255) found.clear += 1;
            const isSafe = Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) <= size * 0.4;
            if (colour.join() !== ground) found[isSafe ? "inside" : "outside"] += 1;
          }
        }
        return found;
      });
      assert.deepEqual([found.outside, found.clear], [0, 0], `${src}: outside the safe circle is ground, and nothing is clear`);
      assert.ok(found.inside > 1_000, src);
    }
    const { src } = icons.find(({ purpose }) => purpose === "monochrome");
    const colours = await pixels(page, src, (at, size) => {
      const colours = new Set();
      for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) colours.add(at(x, y)[3] > 0 ? at(x, y).slice(0, 3).join() : "clear");
      return [...colours].sort();
    });
    assert.deepEqual(colours, ["255,255,255", "clear"]);
  } finally {
    await page.done();
  }
});
