// What the client says of a value by itself, and the part that is cut from a picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

async function load(path) {
  const { outputFiles } = await build({ entryPoints: [`assets/ts/${path}`], bundle: true, format: "esm", write: false, logLevel: "error" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { passwordRules, problemOf, tidyCode } = await load("forms/checks.ts");
const { CENTRED, CLOSEST, dragged, part, zoomed } = await load("picture/part.ts");

test("an address without its end is told from one that is none", () => {
  for (const good of ["lina@exemple.dz", " lina@exemple.dz ", "l.h+shop@mail.example.co", "ليلى@مثال.الجزائر"]) {
    assert.equal(problemOf("email", good), null, good);
  }
  for (const half of ["a@b", "lina@exemple.", "lina@exemple.d", "lina@.dz", "lina@exemple..dz"]) {
    assert.equal(problemOf("email", half), "unfinished", half);
  }
  for (const none of ["lina", "@exemple.dz", "lina@", "li na@exemple.dz", "a@b@c.dz"]) {
    assert.equal(problemOf("email", none), "wrong", none);
  }
});

test("a phone number may be written in any of the usual ways", () => {
  for (const good of ["0551234567", "+213 551 23 45 67", "0551.23.45.67", "(021) 23-45-67", "٠٥٥١٢٣٤٥٦٧"]) {
    assert.equal(problemOf("phone", good), null, good);
  }
  for (const none of ["12", "call me", "0551 23 45 67 ext", "1".repeat(16)]) assert.equal(problemOf("phone", none), "wrong", none);
});

test("a code counts without the spaces and the hyphens it was pasted with", () => {
  assert.equal(tidyCode(" k7m4-xq2 "), "K7M4XQ2");
  assert.equal(problemOf("code", "k7m4 xq2"), null);
  assert.equal(problemOf("code", "K7M4"), "short");
  assert.equal(problemOf("code", "K7M4XQ22"), "wrong");
});

test("a new password has eight characters and is not what its owner is known by", () => {
  const words = ["lina.haddad", "Lina@exemple.dz", ""];
  assert.equal(problemOf("password", "seven77", 8, words), "short");
  assert.equal(problemOf("password", "LINA.haddad", 8, words), "unlike");
  assert.equal(problemOf("password", "lina@exemple.dz", 8, words), "unlike");
  assert.equal(problemOf("password", "lina.haddad by night", 8, words), null);
  assert.equal(problemOf("password", "a lighthouse by night", 8, words), null);
  assert.deepEqual(passwordRules("", 8, words), { length: false, unlike: false });
  // Four pictures of one character each are four characters.
  assert.equal(passwordRules("🙂🙂🙂🙂", 8, words).length, false);
});

test("other fields are only too short", () => {
  assert.equal(problemOf(undefined, "ab", 3), "short");
  assert.equal(problemOf(undefined, "abc", 3), null);
});

const WIDE = { width: 400, height: 200 };

const SQUARE = 1;
const BOOK = 2 / 3;

test("at first the part is the largest in the middle", () => {
  assert.deepEqual(part(WIDE, CENTRED, SQUARE), { x: 100, y: 0, width: 200, height: 200 });
  assert.deepEqual(part({ width: 400, height: 900 }, CENTRED, BOOK), { x: 0, y: 150, width: 400, height: 600 });
});

test("the picture follows the pointer and stops at its edges", () => {
  // Dragged to the right by half of what is shown, the square goes left by as much.
  assert.equal(part(WIDE, dragged(WIDE, CENTRED, SQUARE, 0.5, 0), SQUARE).x, 0);
  assert.equal(dragged(WIDE, CENTRED, SQUARE, 9, 0).across, 0);
  assert.equal(dragged(WIDE, CENTRED, SQUARE, -9, 0).across, 1);
  // There is no way down in it.
  assert.equal(dragged(WIDE, CENTRED, SQUARE, 0, 0.3).down, 0.5);
});

test("going nearer keeps the middle in the middle, and no view leaves the picture", () => {
  const near = zoomed(WIDE, CENTRED, SQUARE, 2);
  assert.deepEqual(part(WIDE, near, SQUARE), { x: 150, y: 50, width: 100, height: 100 });
  assert.deepEqual(part(WIDE, zoomed(WIDE, near, SQUARE, 1), SQUARE), { x: 100, y: 0, width: 200, height: 200 });
  for (const shape of [SQUARE, BOOK]) {
    for (const zoom of [0, 1, 3, CLOSEST, 99]) {
      for (const [across, down] of [[-1, 1], [0.2, -0.7], [5, 5]]) {
        const view = dragged(WIDE, zoomed(WIDE, CENTRED, shape, zoom), shape, across, down);
        const { x, y, width, height } = part(WIDE, view, shape);
        const fits = x >= 0 && y >= 0 && x + width <= WIDE.width + 1e-9 && y + height <= WIDE.height + 1e-9;
        assert.ok(fits, `${shape} ${zoom} ${across} ${down}`);
      }
    }
  }
});
