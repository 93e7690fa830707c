import type { Requirement } from '#content/requirement.ts'
import type { Standard } from '#content/standard.ts'
import type { SectorProfile, SizeProfile } from '#content/tailoring.ts'

/** An organization, as far as tailoring looks at it. */
export type Organization = Readonly<{ itStaff: number; sector: string | undefined }>

/** What a profile changes, each part with the rule by which it does. */
export type Tailoring = Readonly<{
  itStaff: number
  size: SizeProfile
  sector: SectorProfile | undefined
  questions: Readonly<{ kind: SizeProfile['questions']; count: number; because: string }>
  /** Effort = person-days of the catalogue * factor; the factor stays between its limits. */
  effort: Readonly<{ factor: number; rule: string; likelyDays: number; referenceDays: number }>
}>

/** Person-days and questions for an organization of this size, by the published rules (standard.yaml, sizes.yaml). */
export function tailor(
  { itStaff, sector }: Organization,
  {
    sizes,
    sectors,
    standard,
    requirements,
  }: Readonly<{
    sizes: readonly SizeProfile[]
    sectors: readonly SectorProfile[]
    standard: Pick<Standard, 'effort_scaling'>
    requirements: readonly Requirement[]
  }>,
): Tailoring | undefined {
  const size = sizes.find(({ up_to: bound }) => bound === undefined || itStaff <= bound)
  if (!size) return undefined
  const own = requirements.filter(({ derived_from: sources }) => sources === undefined)
  const asked = size.questions === 'full' ? own : own.filter(({ quick_scan: isQuick }) => isQuick)
  const { factor, rule } = effortFactor(itStaff, standard)
  const referenceDays = own.reduce((sum, { remedy }) => sum + remedy.effort_days.likely, 0)
  return {
    itStaff,
    size,
    sector: sectors.find(({ id }) => id === sector),
    questions: { kind: size.questions, count: asked.length, because: size.because },
    effort: { factor, rule, referenceDays, likelyDays: referenceDays * factor },
  }
}

/** (staff / reference) ** exponent, kept between its limits. */
function effortFactor(itStaff: number, { effort_scaling: scaling }: Pick<Standard, 'effort_scaling'>) {
  const { reference_it_staff: reference, exponent, factor_min: least, factor_max: most } = scaling
  const raw = (itStaff / reference) ** exponent
  const factor = Math.min(most, Math.max(least, raw))
  return {
    factor,
    rule: `(${itStaff} / ${reference}) ^ ${exponent}, between ${least} and ${most}`,
  }
}

/** The sector whose words stand in what people wrote, such as "luxury retail"; undefined where none does. */
export function sectorFrom(
  written: string | undefined,
  sectors: readonly SectorProfile[],
): string | undefined {
  if (written === undefined) return undefined
  const words = written.toLowerCase()
  const named = sectors.find(({ id, title }) => id === words || title.toLowerCase() === words)
  return (named ?? sectors.find(({ id }) => words.includes(id.replaceAll('-', ' '))))?.id
}
