import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A small export as a service desk tool writes it: a ticket list, its field history, changes and approvals. */
export function smallExport(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-export-'))
  const days = Array.from({ length: 40 }, (_, day) => day)
  const stamp = (day: number, hour: number) =>
    new Date(Date.UTC(2026, 0, 5 + day, hour, (day * 7) % 60)).toISOString()
  const incidents = days.map((day) =>
    [
      `INC${1000 + day}`,
      'Closed',
      `${1 + (day % 4)} - x`,
      `${1 + (day % 3)} - y`,
      `${1 + (day % 2)} - z`,
      day % 9 === 0 ? '' : 'Network',
      'Web shop',
      'Team A',
      stamp(day, 8),
      stamp(day, 10 + (day % 5)),
      stamp(day + 2, 9),
      'Solved',
    ].join(','),
  )
  const history = days.flatMap((day) => [
    `INC${1000 + day},${stamp(day, 9)},state,New,In Progress`,
    `INC${1000 + day},${stamp(day, 10 + (day % 5))},state,In Progress,Resolved`,
    `INC${1000 + day},${stamp(day + 2, 9)},state,Resolved,Closed`,
  ])
  const changes = days
    .slice(0, 20)
    .map(
      (day) =>
        `CHG${2000 + day},Closed,normal,${stamp(day, 7)},${stamp(day + 1, 12)},${stamp(day + 1, 14)},successful`,
    )
  const approvals = days
    .slice(0, 20)
    .map(
      (day) =>
        `A${day},CHG${2000 + day},approved,${stamp(day, 8)},${stamp(day + 1, day % 5 === 0 ? 13 : 11)},Board`,
    )
  const write = (name: string, head: string, rows: readonly string[]) =>
    writeFileSync(join(folder, name), `${[head, ...rows].join('\n')}\n`)
  write(
    'incident.csv',
    'number,state,priority,impact,urgency,category,business_service,assignment_group,opened_at,resolved_at,closed_at,close_code',
    incidents,
  )
  write('history.csv', 'number,sys_created_on,fieldname,oldvalue,newvalue', history)
  write('change_request.csv', 'number,state,type,opened_at,work_start,work_end,close_code', changes)
  write(
    'sysapproval_approver.csv',
    'sys_id,sysapproval,state,sys_created_on,sys_updated_on,approver',
    approvals,
  )
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
