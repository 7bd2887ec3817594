/** Where a book opens, and what is offered: of this device's own place and what the server says. */
import { fits, type OwnPlace } from "../../sync/batch.ts";
import type { Format, Locator, Progress } from "../../sync/kinds.ts";
import type { Offer } from "../places.ts";

export interface Opening {
  place: Locator | null;
  offer: Offer | null;
}

/** Percents: what is nearer is the same place. */
const NEAR = 0.5;
/** From here on the server takes a book for finished. */
const END = 98;

/**
 * The book opens where it was read last, on whichever device. Once it is open (`isOpen`, because the server answered late)
 * nothing moves the reader: the place of the other device is offered then, as one that is further on always is. What the server
 * said another time (`isOld`) counts where it is later than what this device read since.
 */
export function opening(own: OwnPlace | null, told: Progress | null, about: { device: string; format: Format; isOpen: boolean; isOld: boolean }): Opening {
  const kept = fits(told?.locator, about.format) ? told.locator : null;
  const isLater = !about.isOld || !own || (told?.updated_at ?? "") > own.read_at;
  const isOthers = kept !== null && isLater && told?.device !== null && told?.device.id !== about.device;
  const place = isOthers && !about.isOpen ? kept : (own?.locator ?? kept);
  const here = percentOf(place);
  const offers: Offer[] = [];
  if (told && isOthers && about.isOpen && Math.abs(told.percent - here) > NEAR) {
    offers.push(offer("elsewhere", kept, told.percent, told.device?.name ?? "", `${told.device?.id}@${told.updated_at}`, told.updated_at ?? ""));
  }
  const elsewhere = told?.elsewhere;
  if (elsewhere && fits(elsewhere.locator, about.format) && elsewhere.percent > here + NEAR) {
    offers.push(offer("elsewhere", elsewhere.locator, elsewhere.percent, elsewhere.device.name, `${elsewhere.device.id}@${elsewhere.read_at}`, elsewhere.read_at));
  }
  if (own && place !== own.locator && percentOf(own.locator) > here + NEAR) offers.push(offer("here", own.locator, percentOf(own.locator), "", `here@${own.read_at}`, own.read_at));
  if (told?.finished_at && here >= END) offers.push(offer("finished", null, 0, "", `finished@${told.finished_at}`, told.finished_at));
  return { place, offer: offers.sort((a, b) => b.percent - a.percent)[0] ?? null };
}

function offer(kind: Offer["kind"], locator: Locator | null, percent: number, device: string, id: string, at: string): Offer {
  return { kind, locator, percent, device, at, id };
}

const percentOf = (place: Locator | null): number => (place?.locations.totalProgression ?? 0) * 100;
