import { completionOf } from '#adoption/completion.ts'
import type { Programme } from '#assessment/programme.ts'
import type { ImprovementContent } from '#content/improvement.ts'
import type { Tx } from '#db/records.ts'
import { type JudgedDuty, judgeDuty } from './duty.ts'
import { proofsOf } from './duty-proofs.ts'
import { gateFacts } from './gate-facts.ts'
import { type Handed, type Matter, readMatter } from './matter-store.ts'

/** Every duty of the pack, held against what was done. */
export function dutiesOf(matter: Matter, { duties }: ImprovementContent): readonly JudgedDuty[] {
  const { of, collected, kept, since, on } = matter
  const proved = { of, kept, measures: collected?.measures ?? [] }
  return duties.map((duty) => judgeDuty(duty, proofsOf(duty, proved), { since, on }))
}

/** What reviews, training, roles and recurring duties tell the gates, with what other chapters hand in. */
export async function readGateFacts(
  tx: Tx,
  asking: Readonly<{ organization: string; now: Date; handed: Handed; content: ImprovementContent }>,
): Promise<Programme> {
  const matter = await readMatter(tx, asking)
  return gateFacts({
    duties: dutiesOf(matter, asking.content),
    review: matter.reviews.find(({ signature }) => signature !== undefined),
    actions: matter.actions,
    completion: completionOf(matter.assignments, matter.on),
    roles: matter.of('roles'),
    handed: matter.handed.programme,
  })
}
