// The part that is cut from a picture, a square or of another shape: where it lies and how it moves. Positions run from 0
// to 1 along the way that it can go, so that a slider's ends are the picture's edges whatever its shape.

export interface View {
  /** 1 is the largest part that fits; 4 shows a quarter of its side. */
  zoom: number;
  across: number;
  down: number;
}

export interface Size {
  width: number;
  height: number;
}

export const CENTRED: View = { zoom: 1, across: 0.5, down: 0.5 };
export const CLOSEST = 4;

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** The part in the picture's own pixels; `shape` is its width by its height. */
export function part(picture: Size, view: View, shape: number): { x: number; y: number } & Size {
  const width = Math.min(picture.width, picture.height * shape) / view.zoom;
  const height = width / shape;
  return { x: (picture.width - width) * view.across, y: (picture.height - height) * view.down, width, height };
}

/** The view after the picture was dragged by parts of the cut's sides: the picture follows the pointer. */
export function dragged(picture: Size, view: View, shape: number, across: number, down: number): View {
  const { width, height } = part(picture, view, shape);
  const along = (at: number, by: number, free: number): number => (free > 0 ? within(at - by / free) : at);
  return {
    ...view,
    across: along(view.across, across * width, picture.width - width),
    down: along(view.down, down * height, picture.height - height),
  };
}

/** The view nearer or farther, its middle kept where the edges allow it. */
export function zoomed(picture: Size, view: View, shape: number, zoom: number): View {
  const before = part(picture, view, shape);
  const next = { ...view, zoom: Math.min(CLOSEST, Math.max(1, zoom)) };
  const { width, height } = part(picture, next, shape);
  const along = (start: number, was: number, is: number, whole: number, at: number): number =>
    whole > is ? within((start + (was - is) / 2) / (whole - is)) : at;
  return {
    ...next,
    across: along(before.x, before.width, width, picture.width, view.across),
    down: along(before.y, before.height, height, picture.height, view.down),
  };
}
