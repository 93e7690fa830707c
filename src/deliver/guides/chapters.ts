import type { FileChild } from 'docx'
import { say } from '#content/sentences.ts'
import type { GuidePage } from '../process-guides.ts'
import { bullets, caption, captionOf, heading, table, text } from '../word.ts'
import { type Drawing, lead, referring, steps } from './drawing.ts'
import type { ChapterPage, OwnPart } from './own-chapters.ts'

/** One chapter of a guide at full length: texts, table, steps and points, then what its own models and data show. */
export function chapterOf(chapter: ChapterPage, guide: GuidePage, drawing: Drawing): readonly FileChild[] {
  const { numbers } = drawing
  const own = chapter.table
  return [
    heading(chapter.title, 2),
    ...chapter.text.map(text),
    ...(own ? [caption('Table', numbers, own.caption), table(own.heads, own.widths, own.rows)] : []),
    ...(own && chapter.steps.length + chapter.points.length > 0 ? [text('')] : []),
    ...steps(chapter.steps),
    ...bullets(chapter.points),
    ...chapter.checklists.flatMap((list, at) => checklistOf(list, `${guide.id}.${at + 1}`, guide, drawing)),
    ...chapter.own.flatMap((part) => partOf(part, drawing)),
  ]
}

function checklistOf(
  { title, items }: GuidePage['chapters'][number]['checklists'][number],
  tag: string,
  guide: GuidePage,
  { sentences, numbers, fields }: Drawing,
): readonly FileChild[] {
  return [
    caption('Table', numbers, say(sentences, 'checklist.caption', { guide: guide.title, title })),
    table(
      [say(sentences, 'checklist.done'), say(sentences, 'checklist.item')],
      [0.7, 8],
      items.map((item, at) => [
        fields({ tag: `${tag}.${at + 1}`, label: item, hint: '', kind: 'check' }),
        item,
      ]),
    ),
  ]
}

function partOf(part: OwnPart, { sentences, numbers }: Drawing): readonly FileChild[] {
  if ('says' in part) return [referring(part.says, {})]
  const label = numbers('Table')
  return [
    ...(part.lead === undefined ? [] : [lead(sentences, part.lead, { table: label })]),
    captionOf(label, part.caption),
    table(part.heads, part.widths, part.rows),
  ]
}
