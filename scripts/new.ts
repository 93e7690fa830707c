import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '#base/refusal.ts'

const folders = { check: 'checks', measure: 'measures' } as const
type Kind = keyof typeof folders

const usage = 'Write: npm run new check incident.answered-by-name, or: npm run new measure incident.volume'

/**
 * npm run new check incident.answered-by-name: writes the three files of a check or measure. They are valid as they
 * stand, and their case fails until somebody has written the select and the case.
 */
export function newTriple(content: string, words: readonly string[]): string[] {
  const [kind, id, ...more] = words
  if ((kind !== 'check' && kind !== 'measure') || id === undefined || more.length > 0)
    throw new Refusal('invalid', `What is to be written? ${usage}`)
  if (!/^[a-z]+(-[a-z0-9]+)*\.[a-z]+(-[a-z0-9]+)*$/.test(id))
    throw new Refusal('invalid', `"${id}" is no name. A name is process.name in small letters. ${usage}`)

  const folder = folders[kind]
  const [process = '', name = ''] = id.split('.')
  const path = join(content, folder, process, name)
  const taken = [
    `${path}.yaml`,
    `${path}.sql`,
    `${path}.test.yaml`,
    join(content, 'retired', folder, `${id}.yaml`),
  ].find((file) => existsSync(file))
  if (taken) throw new Refusal('conflict', `${id} is taken: there is ${taken}. Take another name.`)

  mkdirSync(dirname(path), { recursive: true })
  const written = Object.entries(templates[kind](process)).map(([ending, text]) => {
    writeFileSync(`${path}${ending}`, text)
    return `${path}${ending}`
  })
  return written
}

type Files = Readonly<Record<'.yaml' | '.sql' | '.test.yaml', string>>

const templates: Readonly<Record<Kind, (process: string) => Files>> = {
  check: (process) => ({
    '.yaml': `title: The good state, as a sentence
claim: Every ticket closed in the period is exactly what the select decides.
status: draft
process: ${process}
subject: ticket
population: Tickets closed in the period.
severity: signal
purpose: signal
threshold: 0.9
needs: [ticket.closed_at]
remedy: Begin with a verb and say who does what.
known_gaps:
  - At least one honest sentence about what cannot be seen.
`,
    '.sql': `-- One row per ticket closed in the period.
select
    ticket.ticket_id as subject,
    'unknown' as answer,
    'nothing is decided yet' as reason
from ticket
cross join parameter
where ticket.closed_at >= parameter.period_from
    and ticket.closed_at < parameter.period_to
order by subject
`,
    '.test.yaml': `cases:
  what is good is met:
    given:
      ticket: [{ ticket_id: T-1, closed_at: 2026-01-10 09:00:00 }]
    expect:
      - { subject: T-1, answer: met, reason: what was seen }
  what is not is not met:
    given:
      ticket: [{ ticket_id: T-2, closed_at: 2026-01-10 09:00:00 }]
    expect:
      - { subject: T-2, answer: not met, reason: what was missing }
`,
  }),
  measure: (process) => ({
    '.yaml': `title: What is measured, as a name
claim: Share of the tickets closed in each month that are exactly what the select counts.
status: draft
process: ${process}
answers: share
unit: share
direction: up
needs: [ticket.closed_at]
known_gaps:
  - At least one honest sentence about what cannot be seen.
`,
    '.sql': `-- One row per month: tickets closed, and those that count.
select
    ticket.closed_month as period,
    0 as part,
    cast(count(*) as integer) as whole
from ticket
cross join parameter
where ticket.closed_at >= parameter.period_from
    and ticket.closed_at < parameter.period_to
group by ticket.closed_month
order by period
`,
    '.test.yaml': `cases:
  one of one counts:
    given:
      ticket: [{ ticket_id: T-1, closed_at: 2026-01-10 09:00:00, closed_month: 2026-01 }]
    expect:
      - { period: 2026-01, part: 1, whole: 1 }
`,
  }),
}

if (import.meta.main) {
  try {
    for (const path of newTriple('content', process.argv.slice(2))) console.log(`${path} is written`)
    console.log('Write the select and the cases, then: npm run content -- --only NAME')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
