/** A part of a text that was written in Markdown: words only, no HTML. */
export type Part = Readonly<{
  type: string
  text?: string
  depth?: number
  href?: string
  ordered?: boolean
  parts?: readonly Part[]
  items?: readonly Part[]
  head?: readonly (readonly Part[])[]
  rows?: readonly (readonly (readonly Part[])[])[]
}>

export type GuidePage = Readonly<{ title: string; parts: readonly Part[] }>
