import {
  compareTargets,
  describeTarget,
  isSameCase,
  type Joint,
  type SupportReason,
  type SupportVerdict,
  type Target,
  together,
} from './target.ts'

/** An agreement as the chain check reads it; services and party are ids. */
export type ChainAgreement = Readonly<{
  id: string
  number: string
  label: string
  kind: string
  state: string
  services: readonly string[]
  party: string | undefined
  targets: readonly Target[]
  validTo: string | undefined
  misfitAccepted: string | undefined
}>

/** A service as the chain check reads it. */
export type ChainService = Readonly<{
  id: string
  number: string
  label: string
  state: string
  dependsOn: readonly string[]
  providedBy: readonly string[]
}>

type Named = Readonly<{ id: string; number: string; label: string }>

/**
 * What one agreement below does for one target above. because, below and joint are what the sentence is made of; they are
 * absent in chains that were frozen before it was said in other languages.
 */
export type Support = Readonly<{
  agreement: Named
  verdict: SupportVerdict
  says: string
  because?: SupportReason
  below?: Target
  joint?: Omit<Joint, 'says'>
}>

/** One target of an SLA against everything that has to hold it up. */
export type ChainLink = Readonly<{
  sla: Named
  target: Target
  says: string
  verdict: SupportVerdict | 'alone'
  /** Why a weaker target below was accepted, where somebody wrote it down. */
  accepted: string | undefined
  supports: readonly Support[]
}>

/** The chain from what is promised to customers down to what others promise us. */
export type Chain = Readonly<{
  links: readonly ChainLink[]
  /** Live services that no SLA covers (8.3.3). */
  servicesWithoutSla: readonly Named[]
  /** Parties that provide a service in part or whole, and with whom nothing is agreed (8.3.4). */
  unagreed: readonly Readonly<{ service: Named; party: string }>[]
}>

const holding = new Set(['agreed', 'in force', 'under review'])
const live = new Set(['live', 'retiring'])
const worstFirst: readonly SupportVerdict[] = ['weaker', 'not covered', 'not comparable', 'supported']

/** Holds every target of every SLA against the agreements under it, on a day. */
export function checkChain(
  agreements: readonly ChainAgreement[],
  services: readonly ChainService[],
  today: string,
): Chain {
  const holds = agreements.filter(
    ({ state, validTo }) => holding.has(state) && (validTo === undefined || validTo >= today),
  )
  const slas = agreements.filter(
    ({ kind, state }) => kind === 'SLA' && state !== 'terminated' && state !== 'expired',
  )
  const below = holds.filter(({ kind }) => kind !== 'SLA')
  const dependencies = new Map(services.map(({ id, dependsOn }) => [id, dependsOn]))
  return {
    links: slas.flatMap((sla) => linksOf(sla, supportersOf(sla, below, dependencies))),
    servicesWithoutSla: services
      .filter(({ id, state }) => live.has(state) && !holds.some(covers('SLA', id)))
      .map(named),
    unagreed: services
      .filter(({ state }) => live.has(state))
      .flatMap((service) =>
        service.providedBy
          .filter((party) => !below.some((one) => one.party === party))
          .map((party) => ({ service: named(service), party })),
      ),
  }
}

function covers(kind: string, service: string): (agreement: ChainAgreement) => boolean {
  return (agreement) => agreement.kind === kind && agreement.services.includes(service)
}

/** The agreements about a service of the SLA, or about one that it depends on, however far down. */
function supportersOf(
  sla: ChainAgreement,
  below: readonly ChainAgreement[],
  dependencies: ReadonlyMap<string, readonly string[]>,
): readonly ChainAgreement[] {
  const reached = new Set<string>()
  const open = [...sla.services]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...(dependencies.get(next) ?? []))
  }
  return below.filter(({ services }) => services.some((service) => reached.has(service)))
}

function linksOf(sla: ChainAgreement, supporters: readonly ChainAgreement[]): readonly ChainLink[] {
  return sla.targets.map((target) => {
    const supports = supporters.map((agreement) => supportOf(target, agreement))
    const joint = together(
      target,
      supporters.flatMap((agreement) => matching(target, agreement) ?? []),
    )
    const all = joint ? [...supports, inARow(sla, joint)] : supports
    const verdict = worstFirst.find((one) => all.some((support) => support.verdict === one)) ?? 'alone'
    return {
      sla: named(sla),
      target,
      says: describeTarget(target),
      verdict,
      accepted: sla.misfitAccepted,
      supports: all,
    }
  })
}

function inARow(sla: ChainAgreement, { says, ...joint }: Joint): Support {
  return { agreement: named(sla), verdict: 'weaker', because: 'in a row', says, joint }
}

function supportOf(target: Target, agreement: ChainAgreement): Support {
  const found = matching(target, agreement)
  if (!found)
    return {
      agreement: named(agreement),
      verdict: 'not covered',
      because: 'not promised',
      says: `${agreement.kind} ${agreement.number} promises nothing about ${target.measure}${target.applies_to ? ` of ${target.applies_to}` : ''}.`,
    }
  return { agreement: named(agreement), ...compareTargets(target, found), below: found }
}

/** The target below that answers one above: of the same case, or the one that holds for everything. */
function matching(target: Target, { targets }: ChainAgreement): Target | undefined {
  const same = targets.filter(({ measure }) => measure === target.measure)
  return same.find((one) => isSameCase(one, target)) ?? same.find((one) => !one.applies_to)
}

function named({ id, number, label }: Named): Named {
  return { id, number, label }
}
