// Makes the fonts of what is drawn outside of a browser: each is a woff2 subset from npm, pinned to one weight, without hinting and without
// the features neither a cover nor a receipt uses, written as TrueType. The files are committed, so a build of the shop needs none of
// this; run it (`npm ci && npm run build`) only to change a font.
import { readFile, writeFile, copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { named } from './names.mjs';

const require = createRequire(import.meta.url);
const folder = (name) => dirname(require.resolve(`${name}/package.json`));
const literata = folder('@fontsource-variable/literata');
const readex = folder('@fontsource-variable/readex-pro');
const reem = folder('@fontsource-variable/reem-kufi');
const plex = folder('@fontsource/ibm-plex-sans-arabic');

const TITLE = 600;
const TEXT = 400;

// Characters wanted, by script; what a source lacks is simply not there.
const latin = [[0x20, 0x7e], [0xa0, 0x36f], [0x1e00, 0x1eff], [0x2000, 0x206f], [0x20a0, 0x20bf], [0x2100, 0x214f], [0x2212, 0x2212]];
const cyrillic = [[0x400, 0x52f]];
const greek = [[0x370, 0x3ff], [0x1f00, 0x1fff]];
const arabic = [[0x20, 0x7e], [0xa0, 0xbf], [0x600, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8ff], [0x2000, 0x206f], [0xfdf2, 0xfdf2]];

const FEATURES = [
  'calt', 'ccmp', 'clig', 'curs', 'fina', 'fin2', 'fin3', 'init', 'isol', 'kern',
  'liga', 'locl', 'mark', 'med2', 'medi', 'mkmk', 'rclt', 'rlig',
];
// Its own `name` table goes: what is left is a modified version, and it may not carry a reserved name (OFL, condition 3).
const DROPPED = ['name', 'gasp', 'STAT', 'DSIG', 'meta'];

const variable = (name, weight, source, ranges) => ({ name, weight, source, ranges });
const fonts = [
  variable('title-latin', TITLE, `${literata}/files/literata-latin-wght-normal.woff2`, latin),
  variable('title-latin-ext', TITLE, `${literata}/files/literata-latin-ext-wght-normal.woff2`, latin),
  variable('title-vietnamese', TITLE, `${literata}/files/literata-vietnamese-wght-normal.woff2`, latin),
  variable('title-cyrillic', TITLE, `${literata}/files/literata-cyrillic-wght-normal.woff2`, cyrillic),
  variable('title-cyrillic-ext', TITLE, `${literata}/files/literata-cyrillic-ext-wght-normal.woff2`, cyrillic),
  variable('title-greek', TITLE, `${literata}/files/literata-greek-wght-normal.woff2`, greek),
  variable('title-greek-ext', TITLE, `${literata}/files/literata-greek-ext-wght-normal.woff2`, greek),
  variable('title-arabic', TITLE, `${reem}/files/reem-kufi-arabic-wght-normal.woff2`, arabic),
  { name: 'title-arabic-wide', source: `${plex}/files/ibm-plex-sans-arabic-arabic-600-normal.woff2`, ranges: arabic },
  variable('text-latin', TEXT, `${readex}/files/readex-pro-latin-wght-normal.woff2`, latin),
  variable('text-latin-ext', TEXT, `${readex}/files/readex-pro-latin-ext-wght-normal.woff2`, latin),
  variable('text-vietnamese', TEXT, `${readex}/files/readex-pro-vietnamese-wght-normal.woff2`, latin),
  variable('text-cyrillic', TEXT, `${literata}/files/literata-cyrillic-wght-normal.woff2`, cyrillic),
  variable('text-greek', TEXT, `${literata}/files/literata-greek-wght-normal.woff2`, greek),
  variable('text-arabic', TEXT, `${readex}/files/readex-pro-arabic-wght-normal.woff2`, arabic),
  { name: 'text-arabic-wide', source: `${plex}/files/ibm-plex-sans-arabic-arabic-400-normal.woff2`, ranges: arabic },
];

const characters = (ranges) =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join('');

let total = 0;
for (const { name, weight, source, ranges } of fonts) {
  const subset = await subsetFont(await readFile(source), characters(ranges), {
    targetFormat: 'sfnt',
    keepFeatures: FEATURES,
    noHinting: true,
    dropTables: DROPPED,
    ...(weight ? { variationAxes: { wght: weight } } : {}),
  });
  const font = named(subset, name);
  await writeFile(join(import.meta.dirname, `${name}.ttf`), font);
  total += font.length;
  console.log(`${name}.ttf ${font.length} bytes`);
}
for (const [name, from] of Object.entries({ literata, 'readex-pro': readex, 'reem-kufi': reem, 'ibm-plex-sans-arabic': plex })) {
  await copyFile(join(from, 'LICENSE'), join(import.meta.dirname, `OFL-${name}.txt`));
}
console.log(`${total} bytes together`);
