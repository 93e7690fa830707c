import { plainBrand } from '#base/brand.ts'
import type { DocumentedKind } from '#deliver/documented-matter.ts'
import type { Cell, Data } from './cell.ts'
import { dataOf } from './data.ts'
import type { DocumentedDocument, Lack, Placed } from './document.ts'
import type { DocumentedMatter } from './matter.ts'
import { type Filling, placePart } from './place-part.ts'
import type { Speaker } from './speaker.ts'
import type { About, Part, Template } from './template.ts'

/** What a document is composed from. */
export type Composing = Readonly<{
  kind: DocumentedKind
  template: Template
  speaker: Speaker
  matter: DocumentedMatter
}>

/** Fills a template from the data of an organization, in the language of the speaker; nothing in it is made up. */
export function composeDocument({ kind, template, speaker, matter }: Composing): DocumentedDocument {
  const data = dataOf(matter, { kind, template })
  const { about } = template
  const without = about === 'organization' || matter.subject ? undefined : `none.${about}`
  const sections = [controlOf(data, about), ...template.sections].map(({ heading, parts }) =>
    placeSection(heading, parts, { data, speaker, without }),
  )
  const [control, ...body] = sections
  const told = (name: string, absent: string) => speaker.tell(data.values.get(name)) ?? speaker.say(absent)
  const missing = firstOfEach(sections.flatMap(({ lacks }) => lacks))
  const title = speaker.say('title')
  const number = told('number', 'missing.cell')
  const [version, made] = [told('control.version', 'frame.draft'), speaker.tell({ day: matter.madeOn }) ?? '']
  const classification = told('control.classification', 'frame.unclassified')
  return {
    title,
    number,
    organization: matter.organization,
    subject: matter.subject?.name,
    language: speaker.language,
    madeOn: matter.madeOn,
    brand: matter.brand ?? plainBrand,
    frame: {
      table: speaker.say('frame.table'),
      contents: speaker.say('frame.contents'),
      foot: speaker.say('frame.foot', { number, version, made, classification }),
      page: speaker.say('frame.page'),
      of: speaker.say('frame.of'),
      logo: speaker.say('frame.logo', { organization: matter.organization }),
    },
    cover: [
      made,
      speaker.say('frame.clauses', { clauses: template.clauses.join(', ') }),
      speaker.say('frame.version', { number, version, classification }),
      speaker.say('frame.made', { pack: matter.version }),
      ...fromOf(matter, speaker),
    ],
    control: control?.placed ?? [],
    body: [...body.flatMap(({ placed }) => placed), ...closing(missing, speaker)],
    missing,
  }
}

type Section = Readonly<{ heading: string; parts: readonly Part[] }>
type Placing = Readonly<{ placed: readonly Placed[]; lacks: readonly Lack[] }>

/** Which snapshot the document was filled from. */
function fromOf({ snapshot }: DocumentedMatter, speaker: Speaker): readonly string[] {
  if (!snapshot) return []
  const { number, on, sha256 } = snapshot
  const places = { number: String(number), day: speaker.tell({ day: on }) ?? on, hash: sha256.slice(0, 12) }
  return [speaker.say('snapshot', places)]
}

/** How the document itself is controlled (7.5.2, 7.5.3); the same for all. Nobody controls what no register has. */
function controlOf(data: Data, about: About): Section {
  // An audit is held once: nobody reviews its plan or report again.
  const again = about === 'audit' ? [] : ['review_on']
  const needed = ['version', 'classification', 'owner', 'approved_by', ...again].map(
    (name) => `control.${name}`,
  )
  return {
    heading: 'control',
    parts: [
      { text: 'control.says', lack: 'control.none' },
      {
        values: [
          'control.number',
          'control.piece',
          'control.version',
          'control.state',
          'control.classification',
          'control.owner',
          'control.approved_by',
          'control.approved_on',
          'control.review_on',
          'control.retention',
        ],
        caption: 'control',
        needs: data.values.get('registered') === undefined ? [] : needed,
      },
      {
        table: 'versions',
        caption: 'versions',
        columns: { version: 1, day: 1.3, change: 4, approved_by: 2 },
        needs: [],
      },
    ],
  }
}

function placeSection(heading: string, parts: readonly Part[], filling: Filling): Placing {
  const says = filling.speaker.say(`heading.${heading}`)
  const filled = parts.map((part) => placePart(part, filling))
  const gaps = new Set<string>()
  const placed = filled.flatMap((one) => one.placed).filter((one) => isNew(one, gaps))
  return {
    placed: [{ is: 'heading', level: 1, says }, ...placed],
    lacks: filled.flatMap(({ lacks }) => lacks).map((lack) => ({ heading: says, says: lack })),
  }
}

/** One gap is said once under a heading. */
function isNew(placed: Placed, gaps: Set<string>): boolean {
  if (placed.is !== 'gap') return true
  const isNewGap = !gaps.has(placed.says)
  gaps.add(placed.says)
  return isNewGap
}

/** What is missing in several places is listed where it was missed first. */
function firstOfEach(lacks: readonly Lack[]): readonly Lack[] {
  return [...Map.groupBy(lacks, ({ says }) => says).values()].flatMap(([first]) => first ?? [])
}

/** What is still missing before the document can be approved, each thing once, and what stands in English. */
function closing(missing: readonly Lack[], speaker: Speaker): readonly Placed[] {
  const head = { is: 'heading', level: 1, says: speaker.say('heading.missing') } as const
  const note = speaker.isIncomplete ? [{ is: 'text', says: speaker.say('note.incomplete') } as const] : []
  if (missing.length === 0) return [head, { is: 'text', says: speaker.say('missing.nothing') }, ...note]
  const count = { count: speaker.tell(missing.length as Cell) ?? '' }
  return [
    head,
    { is: 'text', says: speaker.sayCounted('missing.says', missing.length, count) },
    {
      is: 'table',
      caption: speaker.say('caption.missing'),
      heads: [speaker.say('head.section'), speaker.say('head.missing')],
      widths: [2.6, 5.4],
      rows: missing.map(({ heading, says }) => [heading, capital(says)]),
    },
    ...note,
  ]
}

function capital(says: string): string {
  return says.charAt(0).toUpperCase() + says.slice(1)
}
