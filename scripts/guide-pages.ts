import { basename } from 'node:path'
import { marked, type Token, type Tokens } from 'marked'
import type { Plugin } from 'vite'

/** A page of the guide as the browser gets it: a tree of words, no HTML. */
export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    transform(text, id) {
      const path = id.split('?')[0] ?? ''
      if (!path.endsWith('.md')) return undefined
      const tokens = marked.lexer(text)
      const heading = tokens.find((token): token is Tokens.Heading => token.type === 'heading')
      const title = heading?.text ?? basename(path, '.md')
      const page = { title, parts: tokens.map(lean).filter((part) => part.type !== 'space') }
      return { code: `export const page = ${JSON.stringify(page)}`, map: null }
    },
  }
}

type Part = { type: string; [key: string]: unknown }

/** What is needed to draw a token; raw Markdown and raw HTML stay behind. */
function lean(token: Token): Part {
  const part: Part = { type: token.type }
  for (const key of ['depth', 'text', 'href', 'ordered', 'lang'] as const)
    if (key in token && (token as Part)[key] !== undefined) part[key] = (token as Part)[key]
  if (token.type === 'table') return { ...part, ...table(token as Part) }
  if ('items' in token) part.items = (token.items as Token[]).map(lean)
  if ('tokens' in token && token.tokens) {
    part.parts = token.tokens.map(lean)
    delete part.text
  }
  return part
}

function table(token: Part): object {
  const cells = (row: unknown) => (row as { tokens: Token[] }[]).map((cell) => cell.tokens.map(lean))
  return { head: cells(token.header), rows: (token.rows as unknown[]).map(cells), text: undefined }
}
