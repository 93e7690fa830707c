import { basename } from 'node:path'
import type { Plugin } from 'vite'
import { readMarkdown } from '../src/web/ui/markdown.ts'

/** A page of the guide as the browser gets it: a tree of words, no HTML. */
export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    transform(text, id) {
      const path = id.split('?')[0] ?? ''
      if (!path.endsWith('.md')) return undefined
      const { title = basename(path, '.md'), parts } = readMarkdown(text)
      return { code: `export const page = ${JSON.stringify({ title, parts })}`, map: null }
    },
  }
}
