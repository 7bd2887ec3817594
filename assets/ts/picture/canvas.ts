// What is cut from a picture, as the canvas and the sliders of its editor show it.
import { CLOSEST, type Size, type View } from "./part.ts";

export type Sliders = Record<"zoom" | "across" | "down", HTMLInputElement>;

/** Draws a part of a picture over the whole width of a canvas, which takes the part's shape. */
export function paint(canvas: HTMLCanvasElement, picture: ImageBitmap, part: { x: number; y: number } & Size): void {
  canvas.height = Math.round(canvas.width * (part.height / part.width));
  const pen = canvas.getContext("2d");
  if (!pen) return;
  // What is transparent is paper in a JPEG.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, canvas.width, canvas.height);
}

/** Puts the sliders where a view is. */
export function place({ zoom, across, down }: Sliders, view: View): void {
  zoom.value = `${((view.zoom - 1) / (CLOSEST - 1)) * 100}`;
  across.value = `${view.across * 100}`;
  down.value = `${view.down * 100}`;
}
