// The pictures themselves: small, and compared pixel by pixel.
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** The most that may differ, of all pixels. */
const MOST = 0.001;

/** The bits that are kept of each channel: what the eye hardly sees would make the files far larger. */
const KEPT = 0xf8;

/** A screenshot as it is kept. */
export function kept(screenshot) {
  const picture = PNG.sync.read(screenshot);
  for (let at = 0; at < picture.data.length; at += 1) {
    // White stays white.
    if (at % 4 < 3) picture.data[at] = ((picture.data[at] & KEPT) * 255) / KEPT;
  }
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

/** What is wrong with `now` beside `before`, and a picture of that; nothing where they are the same. */
export function difference(before, now) {
  const [a, b] = [before, now].map((bytes) => PNG.sync.read(bytes));
  if (a.width !== b.width || a.height !== b.height) return { told: `${b.width}×${b.height} instead of ${a.width}×${a.height}`, picture: null };
  const picture = new PNG({ width: a.width, height: a.height });
  const share = pixelmatch(a.data, b.data, picture.data, a.width, a.height, { threshold: 0.1 }) / (a.width * a.height);
  if (share <= MOST) return null;
  return { told: `${(share * 100).toFixed(2)} % differ`, picture: PNG.sync.write(picture) };
}
