declare module 'subset-font' {
  /** Keeps the glyphs that a text needs. */
  const subset: (
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'woff' | 'woff2' | 'sfnt' | 'truetype' },
  ) => Promise<Buffer>
  export = subset
}
