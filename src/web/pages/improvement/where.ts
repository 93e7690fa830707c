import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import type { OrganizationLinks } from '../../links.ts'
import { useFormat } from '../../ui/format.ts'

export type Calendar = Answered<'GET /api/organizations/:organization/calendar'>
export type Where = Calendar['entries'][number]['where']
export type Review = Answered<'GET /api/organizations/:organization/reviews/:review'>
export type ReviewFigure = Review['inputs'][number]['figures'][number]

/** The address of what is named. */
export function addressOf({ page, id = '', record = '' }: Where, to: OrganizationLinks): string {
  const places: Readonly<Record<Where['page'], string>> = {
    review: id ? to.review(id) : to.reviews,
    register: to.register(id),
    record: to.record(id, record),
    measure: to.measure(id),
    check: to.check(id),
    measures: to.measures(),
    checks: to.checks(),
    requirement: to.requirement(id),
    gaps: to.requirements({ gaps: 'true' }),
    readiness: to.readiness,
    snapshots: to.snapshots(),
    coverage: to.coverage(),
    training: to.training(),
    surveys: to.surveys,
    feedback: to.feedback,
    strategy: to.strategy,
    tracking: to.tracking,
    calendar: to.calendar(id ? { duty: id } : {}),
    improvements: to.improvements,
    certification: to.certification,
    audits: id ? to.audit(id) : to.audits,
    findings: id ? to.finding(id) : to.findings(),
    monitoring: id ? to.kpi(id) : to.monitoring,
    serviceLevels: to.serviceLevels(),
    serviceReports: id ? to.serviceReportIssue(id) : to.serviceReports,
    today: to.today,
  }
  return places[page]
}

/** As addressOf, for the organization that is open. */
export function useWhere(): (where: Where) => string {
  const { to } = useOrganization()
  return (where) => addressOf(where, to)
}

/** Writes a figure as its unit has it: shares in percent, everything else with its unit. */
export function useFigure(): (value: number, unit: string) => string {
  const format = useFormat()
  return (value, unit) => {
    if (unit === 'share') return format.percent(value)
    const number = format.number(value, Number.isInteger(value) ? 0 : 2)
    return unit === '%' ? `${number} %` : `${number} ${unit}`.trim()
  }
}
