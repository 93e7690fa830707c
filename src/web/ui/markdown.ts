import { marked, type Token, type Tokens } from 'marked'
import type { Part } from './text-part.ts'

/** A text in Markdown as a tree of words: its title, if it has one, and its parts; no HTML gets through. */
export function readMarkdown(text: string): { title: string | undefined; parts: readonly Part[] } {
  const tokens = marked.lexer(text)
  const heading = tokens.find((token): token is Tokens.Heading => token.type === 'heading')
  return { title: heading?.text, parts: tokens.map(lean).filter(({ type }) => type !== 'space') }
}

type Loose = { type: string; [key: string]: unknown }

/** What is needed to draw a token; raw Markdown and raw HTML stay behind. */
function lean(token: Token): Part {
  const part: Loose = { type: token.type }
  for (const key of ['depth', 'text', 'href', 'ordered', 'lang'] as const)
    if (key in token && (token as Loose)[key] !== undefined) part[key] = (token as Loose)[key]
  if (token.type === 'table') return { ...part, ...table(token as Loose) }
  if ('items' in token) part.items = (token.items as Token[]).map(lean)
  if ('tokens' in token && token.tokens) {
    part.parts = token.tokens.map(lean)
    delete part.text
  }
  return part as Part // the keys are those of a part
}

function table(token: Loose): Pick<Part, 'head' | 'rows'> {
  const cells = (row: unknown) => (row as { tokens: Token[] }[]).map((cell) => cell.tokens.map(lean))
  return { head: cells(token.header), rows: (token.rows as unknown[]).map(cells) }
}
