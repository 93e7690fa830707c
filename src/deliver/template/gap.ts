/** Something that a template does not have, by name, and what stands there instead. */
export type TemplateGap = Readonly<{ lacks: string; instead: string }>

/** What a document is, for the places of a template. */
export type Placed = Readonly<{ organization: string; title: string; date: string; version: string }>

/** The places that a template may have for it. */
export const places = [
  'organization',
  'title',
  'date',
  'version',
] as const satisfies readonly (keyof Placed)[]
