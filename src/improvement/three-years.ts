import type { Duty, Step } from '#content/improvement.ts'
import { expiryOf, type KeptCertificate, walkCycle } from './certification-cycle.ts'
import { type Day, daysAfter, monthsAfter } from './days.ts'
import { comingSlots } from './duty.ts'

/** What comes round in the three years of a certificate: what, at which step, how often, and the days by which it is due. */
export type YearsLine = Readonly<{
  title: string
  step: Step
  /** Absent for what comes once: the audits of the certification body and the end of the certificate. */
  cadence: Duty['cadence'] | undefined
  requirements: readonly string[]
  days: readonly Day[]
}>

/** The three years from a day on: the years of a certificate, or those ahead while there is none. */
export function threeYears(from: Day): readonly Readonly<{ from: Day; to: Day }>[] {
  return [0, 1, 2].map((year) => ({
    from: monthsAfter(from, 12 * year),
    to: daysAfter(monthsAfter(from, 12 * (year + 1)), -1),
  }))
}

/** The duties of the pack with the days by which each falls due in the three years from a day on. */
export function dutiesAhead(duties: readonly Duty[], from: Day): readonly YearsLine[] {
  const until = threeYears(from).at(-1)?.to ?? from
  return duties.map(({ title, step, cadence, requirements, ...duty }) => ({
    title,
    step,
    cadence,
    requirements,
    days: comingSlots({ ...duty, cadence }, from, until).map(({ to }) => to),
  }))
}

/** The audits after a decision by the latest day that the rules leave, and the last day of the certificate. */
export function auditsAhead(decidedOn: Day): readonly YearsLine[] {
  const certificate: KeptCertificate = {
    id: '',
    number: '',
    body: '',
    state: 'valid',
    because: undefined,
    issuedOn: decidedOn,
    expiresOn: expiryOf(decidedOn),
  }
  const agreed = { stage1On: undefined, certificateOn: decidedOn }
  const { steps } = walkCycle({ agreed, audits: [], certificates: [certificate], on: decidedOn })
  return [
    ...steps.flatMap(({ step, latestOn }): YearsLine[] =>
      latestOn === undefined
        ? []
        : [once(`${step[0]?.toUpperCase()}${step.slice(1)}, at the latest`, latestOn)],
    ),
    once('The certificate expires', certificate.expiresOn),
  ]
}

function once(title: string, day: Day): YearsLine {
  return { title, step: 'check', cadence: undefined, requirements: [], days: [day] }
}
