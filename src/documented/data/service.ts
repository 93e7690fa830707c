import type { FrozenRecord } from '#deliver/snapshot-matter.ts'
import { isMoreBetter, Target } from '#registers/target.ts'
import { type Cell, type Data, dayOf, manyOf, type Row, valuesOf, wordOf } from '../cell.ts'
import type { DocumentedMatter } from '../matter.ts'
import { namingOf, rowOfRecord } from '../register-rows.ts'

/** What an agreement about one service is filled from: the service, the SLA that stands, what holds it up, and what came. */
export function serviceData(matter: DocumentedMatter): Partial<Data> {
  const { service, registers, subject } = matter
  const naming = namingOf(matter)
  const record = (registers.get('services') ?? []).find(({ id }) => id === subject?.id)
  const agreement = agreementFor(matter)
  const customers = new Set([record?.data.customers ?? []].flat().map(String))
  return {
    tables: new Map([
      [
        'service-customers',
        (registers.get('interested-parties') ?? [])
          .filter(({ id }) => customers.has(id))
          .map((one) => rowOfRecord('interested-parties', one, naming)),
      ],
      ['service-targets', targetsOf(agreement)],
      ['service-support', supportersOf(matter)],
      ['service-chain', chainOf(matter)],
      ['service-months', monthsOf(matter)],
      ['service-reports', reportsOf(matter)],
      ['service-reviews', reviewsOf(matter)],
    ]),
    values: new Map([
      ...valuesOf('service', service && record && rowOfRecord('services', record, naming)),
      ...valuesOf('agreement', agreement && rowOfRecord('agreements', agreement, naming)),
    ]),
  }
}

const order = ['in force', 'under review', 'agreed', 'negotiating', 'draft', 'expired']

/** The SLA about the service of a document: the one that is furthest, and of these the newest. */
export function agreementFor({ registers, service, subject }: DocumentedMatter): FrozenRecord | undefined {
  if (!service || !subject) return undefined
  return (registers.get('agreements') ?? [])
    .filter(
      ({ state, data }) =>
        order.includes(state) && data.kind === 'SLA' && [data.services].flat().includes(subject.id),
    )
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.serial - a.serial)[0]
}

function targetsOf(agreement: FrozenRecord | undefined): readonly Row[] {
  const found = Target.array().safeParse(agreement?.data.targets ?? [])
  return (found.data ?? []).map((target) => ({
    measure: wordOf(target.measure),
    applies_to: target.applies_to,
    bound: wordOf(isMoreBetter(target.measure) ? 'at least' : 'at most'),
    value: amountOf(target),
    hours: wordOf(target.hours),
  }))
}

function amountOf({ value, unit }: Target): Cell {
  return unit === '%' ? { share: value / 100 } : { phrase: [value, { word: unit }] }
}

function supportersOf({ service, registers }: DocumentedMatter): readonly Row[] {
  const agreements = new Map((registers.get('agreements') ?? []).map((one) => [one.id, one]))
  return (service?.chain.supporters ?? []).map(({ agreement, kind, party }) => {
    const record = agreements.get(agreement.id)
    const targets = Target.array().safeParse(record?.data.targets ?? [])
    return {
      number: agreement.number,
      name: agreement.label,
      kind: wordOf(kind),
      party,
      targets: manyOf(
        (targets.data ?? []).map((target) => ({
          phrase: [
            { word: target.measure },
            ...(target.applies_to ? [target.applies_to] : []),
            amountOf(target),
          ],
        })),
      ),
      valid_to: dayOf(record?.data.valid_to),
    }
  })
}

/** Each promise against what holds it up. */
function chainOf({ service }: DocumentedMatter): readonly Row[] {
  return (service?.chain.links ?? []).map(({ target, verdict, accepted }) => ({
    measure: wordOf(target.measure),
    applies_to: target.applies_to,
    value: amountOf(target),
    verdict: wordOf(`chain ${verdict}`),
    accepted,
  }))
}

function monthsOf({ service }: DocumentedMatter): readonly Row[] {
  return (service?.months ?? []).map(({ month, decided, attainment, agreed, verdict, isClosed }) => ({
    month: { month },
    decided,
    attained: attainment === undefined ? undefined : { share: attainment },
    agreed: agreed.share === undefined ? undefined : { share: agreed.share },
    verdict: wordOf(isClosed ? `level ${verdict}` : 'level running'),
  }))
}

function reportsOf({ service }: DocumentedMatter): readonly Row[] {
  return (service?.reports ?? []).map(({ title, audience, cadence, issuer }) => ({
    title,
    audience,
    cadence: wordOf(cadence),
    issuer,
  }))
}

function reviewsOf({ service }: DocumentedMatter): readonly Row[] {
  return (service?.reviews ?? []).map(({ heldOn, customer, attendees, nextOn }) => ({
    held_on: dayOf(heldOn),
    customer: customer || undefined,
    attendees: attendees.join(', ') || undefined,
    next_on: dayOf(nextOn),
  }))
}
