import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AUDIT, AUDITS } from './audits.ts'
import type { Columns } from './csv.ts'
import { writeCsv } from './csv.ts'
import { HISTORY, history } from './history.ts'
import * as register from './register-columns.ts'
import { RELATION, relations } from './relations.ts'
import { CLOCK, clocks } from './sla-clocks.ts'
import { SURVEY, surveys } from './surveys.ts'
import * as ticket from './ticket-columns.ts'
import type { World } from './world.ts'

/** Writes the world as the files that tools export. */
export async function writeWorld(world: World, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const write = <Row>(name: string, columns: Columns<Row>, rows: Iterable<Row>) =>
    writeCsv(join(folder, `${name}.csv`), columns, rows)

  await write('incident', ticket.INCIDENT, world.incidents)
  await write('sc_req_item', ticket.REQUEST, world.requests)
  await write('problem', ticket.PROBLEM, world.problems)
  await write('known_error', ticket.KNOWN_ERROR, world.knownErrors)
  await write('change_request', ticket.CHANGE, world.changes)
  await write('rm_release', ticket.RELEASE, world.releases)
  await write('security_incident', ticket.SECURITY_INCIDENT, world.securityIncidents)
  await write('complaint', ticket.COMPLAINT, world.complaints)
  await write('history', HISTORY, history(world))
  await write('sysapproval_approver', register.approvalColumns(), world.approvals)
  await write('task_sla', CLOCK, clocks(world))
  await write('links', RELATION, relations(world))
  await write('cmdb_ci_service', register.serviceColumns(world), world.services)
  await write('cmdb_ci', register.ITEM, world.items)
  await write('ci_changes', register.ITEM_CHANGE, world.itemChanges)
  await write('deployments', register.deploymentColumns(), world.deployments)
  await write('outages', register.outageColumns(), world.outages)
  await write('agreements', register.AGREEMENT, world.agreements)
  await write('suppliers', register.SUPPLIER, world.suppliers)
  await write('surveys', SURVEY, surveys(world))
  await write('training', register.TRAINING, world.trainings)
  await write('audits', AUDIT, AUDITS)
}
