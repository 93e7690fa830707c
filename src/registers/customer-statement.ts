import type { Data, Fault } from './definition.ts'

/** What a customer said is used only as far, and as long, as the customer allowed it. */
export function examineStatement(data: Data, state: string): readonly Fault[] {
  const { consent, consent_on: given, said_on: said, consent_until: until } = data
  const faults: Fault[] = []
  if (consent !== undefined && consent !== 'none' && given === undefined)
    faults.push({ field: 'consent_on', message: 'must be filled: a consent has a day' })
  if (typeof given === 'string' && typeof until === 'string' && until < given)
    faults.push({ field: 'consent_until', message: 'is before the day of the consent' })
  if (state === 'usable' && (consent === undefined || consent === 'none'))
    faults.push({
      field: 'consent',
      message: 'nothing is used without the consent of whoever said it: ask first, or keep it as received',
    })
  if (state === 'usable' && said === undefined)
    faults.push({ field: 'said_on', message: 'must be filled: say on which day it was said' })
  return faults
}
