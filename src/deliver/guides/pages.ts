import type { FileChild } from 'docx'
import { say } from '#content/sentences.ts'
import type { GuidePage } from '../process-guides.ts'
import {
  bullets,
  caption,
  captionOf,
  heading,
  type Label,
  picture,
  type Shown,
  table,
  text,
} from '../word.ts'
import { chapterOf } from './chapters.ts'
import { type Drawing, lead } from './drawing.ts'

/** The pages of one guide: control, the parts that all guides have, and its chapters where it is at full length. */
export function pagesOf(guide: GuidePage, drawing: Drawing): readonly FileChild[] {
  const { sentences, numbers } = drawing
  const titled = (part: string) => heading(say(sentences, `${part}.title`), 2)
  const roles = numbers('Table')
  return [
    heading(guide.title, 1),
    text(`ISO/IEC 20000-1:2018, ${guide.clauses}`),
    titled('purpose'),
    text(guide.purpose),
    titled('scope'),
    text(say(sentences, 'scope.in', { what: guide.scope.in })),
    text(say(sentences, 'scope.out', { what: guide.scope.out })),
    ...controlOf(guide, drawing),
    titled('roles'),
    ...rolesOf(guide, drawing, roles),
    ...tabled('activities', guide, drawing, {
      heads: [
        '',
        ...['activity', 'inputs', 'outputs'].map((head) => say(sentences, `activities.${head}`)),
        'R',
        'A',
        'C',
        'I',
      ],
      widths: [0.35, 1.4, 1.45, 1.45, 1.2, 1.2, 1.25, 1.3],
      rows: guide.activities,
      labels: { roles },
    }),
    ...flowsOf(guide, drawing),
    ...adaptedOf(guide, drawing),
    ...rulesOf(guide, drawing),
    ...guide.chapters.flatMap((chapter) => chapterOf(chapter, guide, drawing)),
    titled('practice'),
    text(guide.practice.says),
    ...deviationsOf(guide, drawing),
    ...recordsOf(guide, drawing),
    ...tabled('kpis', guide, drawing, {
      heads: ['kpi', 'measures', 'target', 'looked', 'now'].map((head) => say(sentences, `kpis.${head}`)),
      widths: [1, 2.8, 1.6, 1.1, 2.4],
      rows: guide.kpis,
    }),
    ...tabled('interfaces', guide, drawing, {
      heads: ['with', 'passes'].map((head) => say(sentences, `interfaces.${head}`)),
      widths: [2, 6],
      rows: guide.interfaces,
    }),
    ...tabled('served', guide, drawing, {
      heads: ['number', 'about', 'held', 'rating'].map((head) => say(sentences, `served.${head}`)),
      widths: [1, 3.8, 2.2, 1.7],
      rows: guide.requirements,
    }),
    ...formsOf(guide, drawing),
    titled('pitfalls'),
    ...bullets(guide.pitfalls),
    titled('small'),
    text(guide.smallOrganization),
  ]
}

type Tabled = Readonly<{
  heads: readonly string[]
  widths: readonly number[]
  rows: readonly (readonly Shown[])[]
  labels?: Readonly<Record<string, Label>>
}>

/** A sentence with its cross-references, the caption, and the table. */
function ledTable(
  part: string,
  { title }: GuidePage,
  { sentences, numbers }: Drawing,
  { heads, widths, rows, labels = {} }: Tabled,
): readonly FileChild[] {
  const label = numbers('Table')
  return [
    lead(sentences, `${part}.lead`, { ...labels, table: label }),
    captionOf(label, say(sentences, `${part}.caption`, { guide: title })),
    table(heads, widths, rows),
  ]
}

/** The same under a heading of its own. */
function tabled(part: string, guide: GuidePage, drawing: Drawing, what: Tabled): readonly FileChild[] {
  return [heading(say(drawing.sentences, `${part}.title`), 2), ...ledTable(part, guide, drawing, what)]
}

function controlOf(guide: GuidePage, { sentences, numbers, fields }: Drawing): readonly FileChild[] {
  const field = (id: string, hint: string) =>
    fields({
      tag: `${guide.id}.${id}`,
      label: say(sentences, `control.${id}`),
      hint: say(sentences, `control.${hint}`),
      kind: 'line',
    })
  return [
    heading(say(sentences, 'control.title'), 2),
    caption('Table', numbers, say(sentences, 'control.caption', { guide: guide.title })),
    table(
      [say(sentences, 'control.owner'), say(sentences, 'control.proposed', { role: guide.owner })],
      [2, 6],
      [
        [say(sentences, 'roles.person'), field('owner', 'name')],
        [say(sentences, 'control.approved'), field('approved', 'approvedhint')],
        [
          say(sentences, 'control.review'),
          fields({
            tag: `${guide.id}.review`,
            label: say(sentences, 'control.review'),
            hint: '–',
            kind: 'day',
          }),
        ],
        [say(sentences, 'control.clauses'), guide.clauses],
      ],
    ),
  ]
}

function rolesOf(guide: GuidePage, { sentences, fields }: Drawing, label: Label): readonly FileChild[] {
  return [
    lead(sentences, 'roles.lead', { table: label }),
    captionOf(label, say(sentences, 'roles.caption', { guide: guide.title })),
    table(
      ['role', 'does', 'person'].map((head) => say(sentences, `roles.${head}`)),
      [2, 4, 2],
      guide.roles.map(([role = '', duty = ''], at) => [
        role,
        duty,
        fields({
          tag: `${guide.id}.role.${at + 1}`,
          label: `${role}, ${say(sentences, 'roles.person')}`,
          hint: say(sentences, 'roles.personhint'),
          kind: 'line',
        }),
      ]),
    ),
  ]
}

function flowsOf({ flows }: GuidePage, { sentences, numbers }: Drawing): readonly FileChild[] {
  return flows.flatMap(({ title: model, chart, steps }, place) => {
    const [figure, list] = [numbers('Figure'), numbers('Table')]
    return [
      ...(place === 0 ? [heading(say(sentences, 'flow.title'), 2)] : []),
      lead(sentences, 'flow.lead', { figure, table: list }),
      picture(chart, `${say(sentences, 'flow.title')}: ${model}`),
      captionOf(figure, say(sentences, 'flow.figure', { model })),
      captionOf(list, say(sentences, 'flow.caption', { model })),
      table(
        ['from', 'to', 'step', 'by', 'when'].map((head) => say(sentences, `flow.${head}`)),
        [1.4, 1.4, 2.2, 1.4, 2.4],
        steps,
      ),
    ]
  })
}

function adaptedOf(guide: GuidePage, drawing: Drawing): readonly FileChild[] {
  const { sentences } = drawing
  if (guide.flows.length === 0) return []
  if (guide.adapted.length === 0)
    return [heading(say(sentences, 'adapted.title'), 2), text(say(sentences, 'adapted.none'))]
  return tabled('adapted', guide, drawing, {
    heads: ['adapted.mark', 'adapted.what', 'adapted.is'].map((key) => say(sentences, key)),
    widths: [1.2, 1.6, 6],
    rows: guide.adapted,
  })
}

function rulesOf(guide: GuidePage, drawing: Drawing): readonly FileChild[] {
  if (guide.rules.length === 0) return []
  return tabled('rules', guide, drawing, {
    heads: ['rule', 'says', 'weight', 'decided'].map((head) => say(drawing.sentences, `rules.${head}`)),
    widths: [0.9, 4.6, 0.9, 2.4],
    rows: guide.rules,
  })
}

function deviationsOf(guide: GuidePage, drawing: Drawing): readonly FileChild[] {
  if (guide.practice.deviations.length === 0) return []
  return ledTable('practice', guide, drawing, {
    heads: ['tickets', 'happens', 'times', 'examples'].map((head) =>
      say(drawing.sentences, `practice.${head}`),
    ),
    widths: [1.3, 4, 0.8, 2.4],
    rows: guide.practice.deviations,
  })
}

function recordsOf(guide: GuidePage, drawing: Drawing): readonly FileChild[] {
  const { sentences, fields } = drawing
  const field = (id: 'where' | 'until', at: number, record: string) =>
    fields({
      tag: `${guide.id}.record.${at + 1}.${id}`,
      label: `${record}: ${say(sentences, `records.${id}`)}`,
      hint: say(sentences, `records.${id}hint`),
      kind: 'line',
    })
  return tabled('records', guide, drawing, {
    heads: ['record', 'where', 'until'].map((head) => say(sentences, `records.${head}`)),
    widths: [4, 2.6, 1.4],
    rows: guide.records.map((record, at) => [record, field('where', at, record), field('until', at, record)]),
  })
}

function formsOf({ forms }: GuidePage, { sentences }: Drawing): readonly FileChild[] {
  if (forms.length === 0) return []
  return [heading(say(sentences, 'forms.title'), 2), text(say(sentences, 'forms.lead')), ...bullets(forms)]
}
