/** The reader manifest of a PDF as the server sends it. */

export interface OutlineItem {
  label: string;
  /** 1-based; null for a heading that leads nowhere. */
  page: number | null;
  children: OutlineItem[];
}

export interface PdfManifest {
  format: "pdf";
  version: string;
  title: string;
  language: string;
  pages: number;
  outline: OutlineItem[];
  access: "owner" | "sample";
  url: string;
}
