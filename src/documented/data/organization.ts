import type { FrozenRecord } from '#deliver/snapshot-matter.ts'
import { type Cell, type Data, dayOf, type Row, textOf } from '../cell.ts'
import { type DocumentedMatter, liveRecords } from '../matter.ts'

const over = ['retired', 'transferred', 'rejected']

/** What all documents say of the organization: its name, the scope in one sentence, units, places, money and dates. */
export function organizationData(matter: DocumentedMatter): Partial<Data> {
  const services = liveRecords(matter, 'services', over)
  const inScope = services.filter(({ data }) => data.in_scope === true)
  const people = liveRecords(matter, 'workforce', ['left'])
  return {
    tables: new Map([
      ['units', unitsOf(people)],
      ['places', placesOf(liveRecords(matter, 'assets', ['retired', 'disposed']))],
      ['dates', datesOf(matter)],
      ['phases', phasesOf(matter)],
    ]),
    values: new Map<string, Cell | undefined>([
      ['organization', matter.organization],
      ['made', { day: matter.madeOn }],
      ['subject', matter.subject?.name],
      ['services', namesOf(inScope)],
      ['customers', namesOf(customersOf(matter, inScope))],
      ['people', people.length === 0 ? undefined : people.length],
      ['goals', namesOf(liveRecords(matter, 'goals', ['reached', 'given up']))],
      ['cost', costOf(matter)],
    ]),
  }
}

function namesOf(records: readonly FrozenRecord[]): string | undefined {
  return records.length === 0 ? undefined : records.map(({ label }) => label).join(', ')
}

/** The customers of services, in the order of their register. */
function customersOf(matter: DocumentedMatter, services: readonly FrozenRecord[]): readonly FrozenRecord[] {
  const ids = new Set(services.flatMap(({ data }) => [data.customers ?? []].flat().map(String)))
  return liveRecords(matter, 'interested-parties', ['no longer relevant']).filter(({ id }) => ids.has(id))
}

function unitsOf(people: readonly FrozenRecord[]): readonly Row[] {
  const units = Map.groupBy(people, ({ data }) => textOf(data.unit) ?? '')
  return [...units]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([unit, own]) => ({
      unit,
      people: own.length,
      contractors: own.filter(({ data }) => data.is_contractor === true).length,
    }))
}

/** Where technology runs, as far as the register of assets says. */
function placesOf(assets: readonly FrozenRecord[]): readonly Row[] {
  const located = assets.filter(({ data }) => textOf(data.location) !== undefined)
  const places = Map.groupBy(located, ({ data }) => textOf(data.location) ?? '')
  return [...places]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([location, own]) => ({ location, assets: own.map(({ label }) => label).join(', ') }))
}

/** What technology costs a year, by the register of assets; undefined while no asset has a cost. */
function costOf(matter: DocumentedMatter): Cell | undefined {
  const costs = liveRecords(matter, 'assets', ['retired', 'disposed']).flatMap(({ data }) =>
    typeof data.yearly_cost === 'number' ? [data.yearly_cost] : [],
  )
  return costs.length === 0 ? undefined : { money: costs.reduce((sum, cost) => sum + cost, 0) }
}

/** The days of the programme that are agreed or planned. */
function datesOf({ stage1On, certificateOn, roadmap }: DocumentedMatter): readonly Row[] {
  const days: readonly (readonly [string, string | undefined])[] = [
    ['programme start', roadmap?.start],
    ['programme finish', roadmap?.finish],
    ['stage 1', stage1On],
    ['certificate', certificateOn],
  ]
  return days.flatMap(([word, on]) => (on === undefined ? [] : [{ what: { word }, on: dayOf(on) }]))
}

function phasesOf({ phases }: DocumentedMatter): readonly Row[] {
  return phases.map(({ id, signedBy, signedOn }) => ({
    phase: { word: `phase ${id}` },
    state: { word: signedOn === undefined ? 'not signed off' : 'signed off' },
    signed_by: signedBy,
    signed_on: dayOf(signedOn),
  }))
}
