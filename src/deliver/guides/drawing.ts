import { Paragraph, type ParagraphChild, SimpleField, TextRun } from 'docx'
import { type Sentences, say } from '#content/sentences.ts'
import { type Label, markOf, type Numbers } from '../word.ts'
import type { Fields } from './fields.ts'

/** What the pages of a document are drawn with: its words, its numbers, its fields. */
export type Drawing = Readonly<{ sentences: Sentences; numbers: Numbers; fields: Fields }>

/** A sentence whose places are cross-references. */
export function lead(sentences: Sentences, key: string, labels: Readonly<Record<string, Label>>): Paragraph {
  const places = Object.fromEntries(Object.keys(labels).map((name) => [name, `{${name}}`]))
  return referring(say(sentences, key, places), labels)
}

/** Steps that follow one another, numbered. */
export function steps(items: readonly string[]): readonly Paragraph[] {
  return items.map(
    (item, at) =>
      new Paragraph({
        children: [new TextRun(`${at + 1}.\t${item}`)],
        indent: { left: 400, hanging: 400 },
        tabStops: [{ type: 'left', position: 400 }],
        spacing: { after: 60 },
      }),
  )
}

/** A paragraph with cross-references: the {places} of the sentence are fields that name tables and figures. */
export function referring(sentence: string, labels: Readonly<Record<string, Label>>): Paragraph {
  const children = sentence.split(/\{(\w+)\}/).map((part, at): ParagraphChild => {
    const label = at % 2 === 1 ? labels[part] : undefined
    if (!label) return new TextRun(part)
    return new SimpleField(` REF ${markOf(label)} \\h `, `${label.word} ${label.number}`)
  })
  return new Paragraph({ children, spacing: { before: 120, after: 120 } })
}
