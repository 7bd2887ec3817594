/** The reader manifest of an EPUB as the server sends it. Every href is a URL relative to `base`. */

export interface Section {
  href: string;
  type: string;
  /** Bytes as served: the weight of the section in every percentage. */
  size: number;
  linear: boolean;
  /** Path of the spine item, `/6/4`. */
  cfi: string;
  spread: "left" | "right" | "center" | null;
  layout: "fixed" | "reflowable" | null;
  locked: boolean;
  /** How much of it, from its beginning (0–1), is in the sample; a book that was saved long ago does not know. */
  sample?: number;
}

export interface TocItem {
  label: string;
  href: string | null;
  locked: boolean;
  children: TocItem[];
}

export interface Manifest {
  format: "epub";
  version: string;
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  writing_mode: "horizontal-tb" | "vertical-rl" | "vertical-lr";
  layout: "reflowable" | "fixed";
  flow: "auto" | "paginated" | "scrolled";
  spread: string;
  viewport: { width: number; height: number } | null;
  base: string;
  sections: Section[];
  toc: TocItem[];
  page_list: { label: string; href: string }[];
  landmarks: { type: string; label: string; href: string }[];
  access: "owner" | "sample";
}

export const layoutOf = (manifest: Manifest, section: Section): "fixed" | "reflowable" => section.layout ?? manifest.layout;

/** The sections that reading from cover to cover passes through. */
export const isOnTheWay = (section: Section): boolean => section.linear && !section.locked;
