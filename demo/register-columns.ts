import { DAY, iso, PERIOD } from './calendar.ts'
import type { Columns } from './csv.ts'
import type { Service } from './services.ts'
import { when } from './ticket-columns.ts'
import type {
  Agreement,
  Approval,
  Deployment,
  Item,
  ItemChange,
  Outage,
  Supplier,
  Training,
  World,
} from './world.ts'

/** Rows that have no number of their own are numbered as they are written. */
function numbered<Row extends object>(prefix: string): (row: Row) => string {
  const numbers = new WeakMap<Row, number>()
  let count = 0
  return (row) => {
    const known = numbers.get(row)
    if (known === undefined) count += 1
    numbers.set(row, known ?? count)
    return `${prefix}${String(known ?? count).padStart(6, '0')}`
  }
}

const isDecided = (approval: Approval) => approval.decidedAt < PERIOD.to

export function approvalColumns(): Columns<Approval> {
  return [
    ['sys_id', numbered('APP')],
    ['sysapproval', (approval) => approval.ticket.number],
    ['approval_type', (approval) => approval.kind],
    ['sys_created_on', (approval) => iso(approval.requestedAt)],
    ['sys_updated_on', (approval) => (isDecided(approval) ? iso(approval.decidedAt) : undefined)],
    ['state', (approval) => (isDecided(approval) ? approval.decision : 'requested')],
    ['approver', (approval) => approval.approver],
    ['role', (approval) => approval.role],
    ['entitled', () => true],
  ]
}

export function serviceColumns(world: World): Columns<Service> {
  const owner = (service: Service) => world.staff.of(service.group)[0]
  const requirementsAt = (service: Service) => {
    const agreed = world.agreements.filter((one) => one.service === service.name).map((one) => one.agreedAt)
    return Math.min(service.liveAt ?? PERIOD.from, ...agreed) - 60 * DAY
  }
  return [
    ['service', (service) => service.name],
    ['display_name', (service) => service.title],
    ['owned_by', owner],
    ['busines_criticality', (service) => service.criticality],
    ['operational_status', (service) => service.status],
    ['in_scope', (service) => service.status === 'Operational'],
    ['go_live', (service) => when(service.liveAt)],
    ['short_description', (service) => `${service.title}, run by ${service.group}`],
    ['intended_outcome', (service) => service.outcome],
    ['requirements_agreed', (service) => iso(requirementsAt(service))],
    ['users', (service) => service.users],
    ['availability', (service) => service.availability],
  ]
}

export const ITEM: Columns<Item> = [
  ['name', (item) => item.name],
  ['sys_class_name', (item) => item.kind],
  ['short_description', (item) => item.description],
  ['install_status', (item) => item.status],
  ['owned_by', (item) => item.owner],
  ['business_service', (item) => item.service],
  ['relations', (item) => item.relations],
  ['sys_updated_on', (item) => iso(item.updatedAt)],
  ['last_verified', (item) => when(item.verifiedAt)],
  ['verification_result', verificationResult],
  ['support_end', (item) => item.supportEnds],
]

function verificationResult(item: Item): string | undefined {
  if (item.verifiedAt === undefined) return undefined
  return item.isDeficient ? 'deficient' : 'accurate'
}

export const ITEM_CHANGE: Columns<ItemChange> = [
  ['sys_id', (update) => update.number],
  ['ci', (update) => update.item],
  ['sys_created_on', (update) => iso(update.at)],
  ['fieldname', (update) => update.attribute],
  ['change_request', (update) => update.change?.number],
  ['user', (update) => update.user],
]

export function deploymentColumns(): Columns<Deployment> {
  return [
    ['deployment', numbered('DPL')],
    ['application', (deployment) => deployment.item],
    ['service', (deployment) => deployment.service],
    ['deployed_at', (deployment) => iso(deployment.at)],
    ['change', (deployment) => deployment.change.number],
    ['release', (deployment) => deployment.release?.number],
    ['build', (deployment) => deployment.version],
  ]
}

export function outageColumns(): Columns<Outage> {
  return [
    ['outage', numbered('OUT')],
    ['service', (outage) => outage.service],
    ['begin', (outage) => iso(outage.from)],
    ['end', (outage) => iso(outage.to)],
    ['planned', (outage) => outage.isPlanned],
    ['degradation', (outage) => outage.factor],
    ['task_number', (outage) => outage.ticket.number],
    ['vendor', (outage) => outage.supplier],
  ]
}

const KINDS = { SLA: 'SLA', OLA: 'OLA', UC: 'Underpinning contract' } as const

export const AGREEMENT: Columns<Agreement> = [
  ['number', (agreement) => agreement.id],
  ['agreement_type', (agreement) => KINDS[agreement.kind]],
  ['service', (agreement) => agreement.service],
  ['company', (agreement) => agreement.customer],
  ['vendor', (agreement) => agreement.supplier],
  ['signed', (agreement) => iso(agreement.agreedAt)],
  ['valid_until', (agreement) => iso(agreement.validTo)],
  ['review_due', (agreement) => iso(agreement.reviewAt)],
  ['last_review', (agreement) => iso(agreement.reviewedAt)],
  ['targets', () => true],
  ['workload_limit', () => true],
  ['exceptions', () => true],
  ['target_response_minutes', (agreement) => agreement.responseMinutes],
  ['target_resolve_minutes', (agreement) => agreement.resolveMinutes],
]

export const SUPPLIER: Columns<Supplier> = [
  ['vendor', (supplier) => supplier.name],
  ['vendor_type', (supplier) => supplier.kind],
  ['relationship_manager', (supplier) => supplier.manager],
  ['contract_end', (supplier) => when(supplier.validUntil)],
  ['contract_review', (supplier) => iso(supplier.contractReviewedAt)],
  ['performance_review', (supplier) => iso(supplier.performanceReviewedAt)],
  ['evergreen', (supplier) => supplier.validUntil === undefined],
]

export const TRAINING: Columns<Training> = [
  ['employee', (training) => training.person],
  ['course', (training) => training.module],
  ['assigned', (training) => iso(training.assignedAt)],
  ['due_date', (training) => iso(training.dueAt)],
  ['completion_date', (training) => when(training.completedAt)],
  ['passed', (training) => (training.isExempt ? undefined : training.completedAt !== undefined)],
  ['exempt', (training) => training.isExempt],
]
