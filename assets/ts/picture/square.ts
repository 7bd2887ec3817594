// The square that is cut from a picture: where it lies and how it moves. Positions run from 0 to 1 along the way that
// the square can go, so that a slider's ends are the picture's edges whatever its shape.

export interface View {
  /** 1 is the largest square that fits; 4 shows a quarter of its side. */
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

/** The square in the picture's own pixels. */
export function square(picture: Size, view: View): { x: number; y: number; side: number } {
  const side = Math.min(picture.width, picture.height) / view.zoom;
  return { x: (picture.width - side) * view.across, y: (picture.height - side) * view.down, side };
}

/** The view after the picture was dragged by a part of the square's side: the picture follows the pointer. */
export function dragged(picture: Size, view: View, across: number, down: number): View {
  const { side } = square(picture, view);
  const along = (at: number, by: number, free: number): number => (free > 0 ? within(at - (by * side) / free) : at);
  return {
    ...view,
    across: along(view.across, across, picture.width - side),
    down: along(view.down, down, picture.height - side),
  };
}

/** The view nearer or farther, its middle kept where the edges allow it. */
export function zoomed(picture: Size, view: View, zoom: number): View {
  const before = square(picture, view);
  const next = { ...view, zoom: Math.min(CLOSEST, Math.max(1, zoom)) };
  const { side } = square(picture, next);
  const along = (start: number, whole: number, at: number): number =>
    whole > side ? within((start + (before.side - side) / 2) / (whole - side)) : at;
  return { ...next, across: along(before.x, picture.width, view.across), down: along(before.y, picture.height, view.down) };
}
