import type { Endpoint } from '#api/endpoint.ts'
import { endpoints } from '#api/endpoints.ts'

/** Asks a path below the organization and gives its answer; undefined where it is refused. */
export type Look = (path: string) => Promise<unknown>

/** A GET address with its names filled in. key: how the contract writes it. */
export type Address = Readonly<{ key: string; path: string }>

/** Every GET address there is, filled with what the organization has; left: those that could not be, each with what it lacks. */
export type Addresses = Readonly<{ asked: readonly Address[]; left: readonly string[] }>

/** Where a name of addresses is found: a list, and a place in its answer; a star is the first item in which the rest is found. */
type Places = Readonly<Record<string, readonly [path: string, place: string]>>

const places: Places = {
  person: ['members', 'items.*.person'],
  register: ['registers/risks', 'id'],
  record: ['registers/risks/records', 'items.*.id'],
  requirement: ['requirements', 'items.*.requirement'],
  baseline: ['baselines', 'items.*.id'],
  snapshot: ['snapshots', 'items.*.id'],
  sample: ['samples', 'items.*.id'],
  survey: ['adoption/surveys', 'items.*.id'],
  course: ['adoption/courses', 'courses.*.id'],
  certificate: ['adoption/training', 'assignments.*.certificate'],
  attachment: ['attachments?on=requirement:4.1-a', 'items.*.id'],
  import: ['imports', 'items.*.id'],
  job: ['jobs', 'items.*.id'],
  check: ['checks?verdict=fail', 'items.*.check'],
  measure: ['measures', 'items.*.id'],
  process: ['conformance', 'items.*.process'],
  ticket: ['checks/change.approved-before-start/exceptions', 'items.*.subject'],
  document: ['documents', 'items.*.id'],
  serviceReport: ['service-reports', 'items.*.id'],
  serviceReportIssue: ['service-reports', 'items.*.expected.*.issue.id'],
  kpi: ['monitoring', 'items.*.kpi'],
  review: ['reviews', 'reviews.*.id'],
  audit: ['audits', 'audits.*.id'],
  finding: ['findings', 'items.*.id'],
  line: ['case', 'lines.*.id'],
  templateKind: ['templates', 'items.*.kind'],
  webhook: ['webhooks', 'items.*.id'],
  service: ['service-levels', 'rows.*.service'],
  month: ['service-levels', 'months.*.month'],
  period: ['service-reports', 'items.*.expected.*.period'],
}

/** What an address cannot be asked without, beside its names. */
const queries: Readonly<Record<string, string>> = {
  '/comments': 'on=requirement:4.1-a',
  '/attachments': 'on=requirement:4.1-a',
  '/search': 'text=change',
  '/service-level': 'service=:service',
  '/service-level/breaches': 'service=:service&month=:month',
  '/service-reports/:serviceReport/preview': 'period=:period',
}

const home = '/api/organizations/:organization'

/** given: what no list names, such as the address for a calendar program; by its name, or by the whole address it stands in. */
export async function fillAddresses(
  organization: string,
  given: Readonly<Record<string, string>>,
  look: Look,
): Promise<Addresses> {
  const gets = Object.keys(endpoints as Readonly<Record<string, Endpoint>>).filter((key) =>
    key.startsWith('GET '),
  )
  const answers = new Map<string, unknown>()
  const find = async (name: string, key: string): Promise<string | undefined> => {
    if (name === 'organization') return organization
    const known = (key.endsWith(`:${name}`) ? given[key] : undefined) ?? given[name]
    const place = places[name]
    if (known !== undefined || !place) return known
    if (!answers.has(place[0])) answers.set(place[0], await look(place[0]))
    return valueAt(answers.get(place[0]), place[1].split('.'))
  }
  const asked: Address[] = []
  const left: string[] = []
  for (const key of gets) {
    const path = key.slice(4)
    const query = queries[path.replace(home, '')]
    const whole = query === undefined ? path : `${path}?${query}`
    const lacking: string[] = []
    let filled = whole
    for (const [place, name = ''] of whole.matchAll(/:([a-z]\w*)/gi)) {
      if (!isName(whole, place)) continue
      const value = await find(name, key)
      if (value === undefined) lacking.push(name)
      else filled = filled.replace(place, encodeURIComponent(value))
    }
    if (lacking.length > 0) left.push(`${key}: there is no ${lacking.join(', ')}`)
    else asked.push({ key, path: filled })
  }
  return { asked, left }
}

/** A colon begins a name after a slash or an equals sign, not inside a value. */
function isName(text: string, place: string): boolean {
  return text.includes(`/${place}`) || text.includes(`=${place}`)
}

function valueAt(from: unknown, [step, ...rest]: readonly string[]): string | undefined {
  if (step === undefined) return typeof from === 'string' ? from : undefined
  if (step !== '*') return valueAt((from as Record<string, unknown> | undefined)?.[step], rest)
  for (const item of Array.isArray(from) ? from : []) {
    const found = valueAt(item, rest)
    if (found !== undefined) return found
  }
  return undefined
}
