import { type Finding, isNonconformity } from './finding.ts'

/** An earlier finding about the same, and what they share. */
export type Recurrence = Readonly<{ finding: Finding; by: 'requirement' | 'cause'; what: string }>

/** Earlier nonconformities that share a requirement or the category of their cause; of the same audit they are one matter. */
export function findRecurrence(finding: Finding, all: readonly Finding[]): readonly Recurrence[] {
  if (!isNonconformity(finding)) return []
  return all
    .filter(
      (other) =>
        other.number < finding.number &&
        isNonconformity(other) &&
        other.state !== 'rejected' &&
        (other.audit === undefined || other.audit !== finding.audit),
    )
    .flatMap((other): readonly Recurrence[] => {
      const shared = other.requirements.filter((id) => finding.requirements.includes(id))
      if (shared.length > 0) return [{ finding: other, by: 'requirement', what: shared.join(', ') }]
      const cause = finding.causeCategory
      if (cause !== undefined && cause === other.causeCategory)
        return [{ finding: other, by: 'cause', what: cause }]
      return []
    })
    .toSorted((a, b) => b.finding.number - a.finding.number)
}
