/** The reader manifest of a PDF as the server sends it. */

export interface OutlineItem {
  label: string;
  /** 1-based; null for a heading that leads nowhere. */
  page: number | null;
  /** Whether it lies beyond the sample. */
  locked: boolean;
  children: OutlineItem[];
}

export interface PdfManifest {
  format: "pdf";
  version: string;
  title: string;
  language: string;
  /** The direction in which pages are turned. */
  direction: "ltr" | "rtl";
  pages: number;
  /** How many pages are in the sample; a book that was saved long ago does not know. */
  sample_pages?: number;
  /** Numbers printed on the pages; empty when they are 1, 2, 3 … */
  page_labels: string[];
  outline: OutlineItem[];
  access: "owner" | "sample";
  url: string;
}
