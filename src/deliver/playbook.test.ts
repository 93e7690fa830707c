import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { flat, needsReader, needsTypesetter, textOf } from '../../test/worlds/pdf.ts'
import { emptyPlaybookInput, playbookInput } from '../../test/worlds/playbook-input.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { makePlaybook } from './playbook.ts'
import { printPlaybook } from './write.ts'

const playbook = makePlaybook(playbookInput())
const empty = makePlaybook(emptyPlaybookInput())
let pdf: Uint8Array = new Uint8Array()

before(() => {
  if (!needsTypesetter.skip) pdf = printPlaybook(playbook, pack)
})

test('every input of a management review has its line on the agenda, with the number of its requirement', () => {
  assert.deepEqual(
    playbook.reviews.agenda.map(({ id }) => id),
    [...'abcdefghij'].map((letter) => `9.3-${letter}`),
  )
})

test('actions are counted, told by their days, and those past it are called overdue', () => {
  const [improvements, corrections] = playbook.actions.groups

  assert.equal(playbook.actions.says, 'On 2026-07-06 3 actions are open, 1 of them overdue.')
  assert.deepEqual(
    improvements?.rows.map(([key, , owner, due]) => [key, owner, due]),
    [
      ['IMP-002', 'nobody yet', '2026-06-30, overdue'],
      ['IMP-001', 'Ada', '2026-09-30'],
      ['IMP-004', 'nobody yet', 'no day'],
    ],
  )
  assert.equal(corrections?.says, 'The organization keeps none of these yet.')
})

test('a measure outside its usual range in the latest month is called so, and stands first among the trends', () => {
  const input = playbookInput()
  const measures = (input.collected?.measures ?? []).map((measure, place) => {
    const last = measure.points.at(-1)
    if (place !== 7 || !last) return measure
    return {
      ...measure,
      answers: 'value' as const,
      points: [...measure.points.slice(0, -1), { ...last, value: 1e6 }],
    }
  })
  assert.ok(input.collected)
  const changed = makePlaybook({ ...input, collected: { ...input.collected, measures } })

  assert.equal(changed.kpis.outside, playbook.kpis.outside + 1)
  assert.equal(changed.kpis.trends[0]?.subtitle, measures[7]?.title)
})

test('fewer than twelve months give no usual range', () => {
  const input = playbookInput()
  assert.ok(input.collected)
  const measures = input.collected.measures.map((one) => ({ ...one, points: one.points.slice(0, 11) }))
  const { kpis } = makePlaybook({ ...input, collected: { ...input.collected, measures } })

  assert.ok(kpis.groups.flatMap(({ rows }) => rows).every(({ range }) => range.endsWith('months, 12 needed')))
})

test('a KPI that is watched stands with its owner, the limits of its chart and its open signals', () => {
  const [row] = playbook.kpis.watched.rows

  assert.deepEqual(
    [row?.owner, row?.target, row?.limits, row?.signals, row?.mark.word].map((said) =>
      said?.replaceAll('\u00A0', ' '),
    ),
    ['Grace', '95 %', '86.1 % to 99.3 %', '1 open', 'missed'],
  )
  assert.match(empty.kpis.watched.says, /watches no KPI yet/)
})

const yearsOf = (one: typeof playbook, name: string) =>
  one.calendar.rows.find(({ activity }) => activity.startsWith(name))?.years

test('the calendar is that of the duties of the pack, each with its days in each of the three years', () => {
  const { duties } = playbookInput()

  assert.deepEqual(
    playbook.calendar.rows.slice(0, duties.length).map(({ activity }) => activity),
    duties.map(({ title }) => title),
  )
  assert.deepEqual(yearsOf(playbook, 'Management review'), [
    '2026-12-31, 2027-06-30',
    '2027-12-31, 2028-06-30',
    '2028-12-31, 2029-06-30',
  ])
  assert.deepEqual(yearsOf(playbook, 'Service reports'), ['every month', 'every month', 'every month'])
})

test('the audits of the certification body have the days of the page Certification, and none without a certificate', () => {
  assert.deepEqual(yearsOf(playbook, 'Surveillance 1'), ['', '2027-11-30', ''])
  assert.deepEqual(yearsOf(playbook, 'Surveillance 2'), ['', '', '2028-12-31'])
  assert.deepEqual(yearsOf(playbook, 'The certificate expires'), ['', '', '2029-11-29'])
  assert.equal(yearsOf(empty, 'Surveillance 1'), undefined)
})

test('what the organization has in its calendar stands with its day, who does it, and whether it is late', () => {
  const entry = {
    id: 'documents 1 review_on',
    kind: 'document',
    step: 'plan',
    title: 'DOC-1 Policy',
    on: '2026-07-01',
    owner: 'Ada',
    isDone: false,
    where: { page: 'record', id: 'documents', record: '1' },
    state: 'overdue',
  } as const
  const { calendar, summary } = makePlaybook({
    ...playbookInput(),
    entries: [
      entry,
      { ...entry, id: 'next review', kind: 'review', title: '9.3', on: '2026-07-31', state: 'due' },
    ],
  })

  assert.deepEqual(calendar.agreed, [
    { on: '2026-07-01', title: 'DOC-1 Policy', state: 'overdue, Ada' },
    { on: '2026-07-31', title: 'Management review', state: 'due within 30 days, Ada' },
  ])
  assert.deepEqual(summary.due[0], calendar.agreed[1])
  assert.deepEqual(
    summary.due.map(({ on }) => on >= '2026-07-06'),
    Array.from({ length: 5 }, () => true),
  )
})

test('what an organization does not have yet is said, and nothing is made up for it', () => {
  assert.match(
    empty.summary.answer,
    /does not turn yet: measures with values, a register of actions, an audit programme/,
  )
  assert.match(empty.kpis.says, /none of the \d+ KPIs of the library has a value/)
  assert.match(empty.audits.says, /no audit programme yet/)
  assert.match(empty.reviews.says, /No management review is planned/)
  assert.match(empty.calendar.says, /no day for the certificate yet/)
  assert.ok(empty.reviews.agenda.every(({ mark }) => mark.word === 'not assessed'))
})

test('the playbook is a tagged PDF that claims PDF/UA-1, equal for equal input', needsTypesetter, () => {
  const bytes = Buffer.from(pdf).toString('latin1')

  assert.match(bytes, /\/StructTreeRoot/)
  assert.match(bytes, /pdfuaid:part>1</)
  assert.match(bytes, /\/Outlines/)
  assert.equal(
    Buffer.compare(Buffer.from(pdf), Buffer.from(printPlaybook(makePlaybook(playbookInput()), pack))),
    0,
  )
})

test('every figure of the playbook is found again in the text of the PDF', needsReader, () => {
  const text = flat(textOf(pdf, '-raw')).replaceAll(' ', '')
  const figures = [
    playbook.summary.answer,
    playbook.summary.readiness,
    playbook.actions.says,
    ...playbook.summary.tiles.map(({ value }) => value),
    ...playbook.kpis.groups.flatMap(({ rows }) =>
      rows.flatMap(({ now, range, target }) => [now, range, target]),
    ),
    ...playbook.kpis.watched.rows.flatMap(({ owner, target, now, limits, signals }) => [
      owner,
      target,
      now,
      limits,
      signals,
    ]),
    playbook.kpis.watched.says,
    ...playbook.calendar.rows.flatMap(({ years }) => years),
    ...playbook.actions.groups.flatMap(({ rows }) => rows.flat()),
    ...playbook.reviews.agenda.flatMap(({ id, question }) => [id, question]),
    ...playbook.duties.flatMap(({ activities }) => activities.flat()),
  ]

  const missing = figures.filter(
    (figure) => !text.includes(flat(figure.replaceAll('\u00A0', ' ')).replaceAll(' ', '')),
  )

  assert.ok(figures.length > 300)
  assert.deepEqual(missing, [])
})

test('the summary is one page, and the contents come after it', needsReader, () => {
  assert.match(textOf(pdf, '-f', '2', '-l', '2'), /What keeps us ready\?[\s\S]*What to do next/)
  assert.match(textOf(pdf, '-f', '3', '-l', '3'), /^[\s\S]{0,80}Contents/)
})

test('an organization on its first day has a playbook too', needsReader, () => {
  const text = flat(textOf(printPlaybook(empty, pack)))

  assert.ok(text.includes('First Day Ltd'))
  assert.ok(text.includes('no audit programme yet'))
})
