// Makes the text fonts of the sample PDFs: woff2 subsets from npm, pinned to one weight, without hinting and without the
// features that running text never uses, written as TrueType. The files are committed, so a build of the shop needs
// none of this; run it (`npm ci && npm run build`) only to change a font.
import { readFile, writeFile, copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const folder = (name) => dirname(require.resolve(`${name}/package.json`));
const literata = folder('@fontsource-variable/literata');
const amiri = folder('@fontsource/amiri');

// Characters wanted, by script; what a source lacks is simply not there.
const latin = [[0x20, 0x7e], [0xa0, 0x17f], [0x2b0, 0x2ff], [0x300, 0x36f], [0x1e00, 0x1eff], [0x2000, 0x206f], [0x20ac, 0x20ac], [0x2212, 0x2212]];
const arabic = [[0x20, 0x7e], [0xa0, 0xbf], [0x600, 0x6ff], [0x2000, 0x206f], [0xfdf2, 0xfdf2]];

const FEATURES = [
  'calt', 'ccmp', 'clig', 'curs', 'fina', 'fin2', 'fin3', 'init', 'isol', 'kern',
  'liga', 'locl', 'mark', 'med2', 'medi', 'mkmk', 'rclt', 'rlig',
];
// No `name` table: what is left is a modified version, and it may not carry a reserved name (OFL, condition 3).
const DROPPED = ['name', 'gasp', 'STAT', 'DSIG', 'meta'];

const file = (style, script) => `${literata}/files/literata-${script}-wght-${style}.woff2`;
const fonts = [
  { name: 'text-latin', weight: 400, source: file('normal', 'latin'), ranges: latin },
  { name: 'text-latin-ext', weight: 400, source: file('normal', 'latin-ext'), ranges: latin },
  { name: 'text-vietnamese', weight: 400, source: file('normal', 'vietnamese'), ranges: latin },
  { name: 'italic-latin', weight: 400, source: file('italic', 'latin'), ranges: latin },
  { name: 'italic-latin-ext', weight: 400, source: file('italic', 'latin-ext'), ranges: latin },
  { name: 'italic-vietnamese', weight: 400, source: file('italic', 'vietnamese'), ranges: latin },
  { name: 'strong-latin', weight: 650, source: file('normal', 'latin'), ranges: latin },
  { name: 'strong-latin-ext', weight: 650, source: file('normal', 'latin-ext'), ranges: latin },
  { name: 'text-arabic', source: `${amiri}/files/amiri-arabic-400-normal.woff2`, ranges: arabic },
  { name: 'strong-arabic', source: `${amiri}/files/amiri-arabic-700-normal.woff2`, ranges: arabic },
];

const characters = (ranges) =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join('');

for (const { name, weight, source, ranges } of fonts) {
  const font = await subsetFont(await readFile(source), characters(ranges), {
    targetFormat: 'sfnt',
    keepFeatures: FEATURES,
    noHinting: true,
    dropTables: DROPPED,
    ...(weight ? { variationAxes: { wght: weight } } : {}),
  });
  await writeFile(new URL(`${name}.ttf`, import.meta.url), font);
  console.log(`${String(font.length).padStart(7)}  ${name}.ttf`);
}
await copyFile(join(literata, 'LICENSE'), new URL('OFL-literata.txt', import.meta.url));
await copyFile(join(amiri, 'LICENSE'), new URL('OFL-amiri.txt', import.meta.url));
