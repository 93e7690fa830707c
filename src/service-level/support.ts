import type { ChainLink } from '#registers/agreement-chain.ts'
import type { Record } from '#registers/record.ts'
import { shareIn } from './agreement-version.ts'
import { judge, type LevelVerdict, noOutcomes } from './attainment.ts'
import type { PartyMonth } from './experience.ts'
import type { Naming } from './naming.ts'

type Named = Readonly<{ id: string; number: string; label: string }>

/** An agreement that supports the SLA, who promised it, and how tickets fared in those hands. */
export type Supporter = Readonly<{
  agreement: Named
  kind: string
  party: string | undefined
  /** Resolution clocks of tickets that the party had; absent where no ticket of the service names it. */
  held: Readonly<{ kept: number; decided: number; as: 'group' | 'supplier' }> | undefined
  /** The share in time that it promises itself, as it stands today; absent where it promises none. */
  agreed: number | undefined
  /** What was held against what it promises. */
  verdict: LevelVerdict
}>

/** What holds up the promises of one service: the agreements below, and each target against what they promise. */
export type SupportChain = Readonly<{ supporters: readonly Supporter[]; links: readonly ChainLink[] }>

/** Reads the chain of a service from the checked chain of all, and finds the parties in the tickets by the names that the register knows of them. */
export function supportOf(
  slas: ReadonlySet<string>,
  {
    links,
    agreements,
    parties,
    names,
  }: Readonly<{
    links: readonly ChainLink[]
    agreements: ReadonlyMap<string, Record>
    parties: ReadonlyMap<string, Named>
    names: Naming
  }>,
  held: readonly PartyMonth[],
): SupportChain {
  const own = links.filter(({ sla }) => slas.has(sla.id))
  const ids = new Set(own.flatMap(({ supports }) => supports.map(({ agreement }) => agreement.id)))
  return {
    links: own,
    supporters: [...ids]
      .filter((id) => !slas.has(id))
      .flatMap((id) => {
        const record = agreements.get(id)
        if (!record) return []
        const promiser = parties.get(String(record.data.party))
        const party = promiser?.label
        const { number, label } = record
        const own = promiser && inHands(promiser.id, names, held)
        const agreed = shareIn(record, 'resolution')
        const outcomes = { ...noOutcomes, kept: own?.kept ?? 0, missed: own ? own.decided - own.kept : 0 }
        return [
          {
            agreement: { id, number, label },
            kind: String(record.data.kind),
            party,
            held: own,
            agreed,
            verdict: judge(outcomes, agreed),
          },
        ]
      }),
  }
}

function inHands(id: string, names: Naming, held: readonly PartyMonth[]): Supporter['held'] {
  const own = held.filter((one) => names.record(one.party)?.id === id)
  const [first] = own
  if (!first) return undefined
  // A name that is both a group and a supplier is counted once, as the supplier that it was handed to.
  const as = own.some(({ partyKind }) => partyKind === 'supplier') ? 'supplier' : 'group'
  const counted = own.filter(({ partyKind }) => partyKind === as)
  const kept = counted.reduce((sum, one) => sum + one.kept, 0)
  return { kept, decided: counted.reduce((sum, one) => sum + one.missed, kept), as }
}
