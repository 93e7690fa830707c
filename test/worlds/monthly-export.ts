/** The first month of the data, and the one in which a new manager lets changes start before they are approved. */
export const first = '2024-09'
export const drifted = '2025-09'
const changesPerMonth = 40

/** The month that lies a number of months after another. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7)
}

/** What a tool exports for a month: its changes and their approvals. In the month of the drift every fifth comes too late. */
export function exportOf(month: string) {
  const changes = [
    'number,sys_class_name,state,opened_at,closed_at,change_type,work_start,work_end,close_code',
  ]
  const approvals = ['sys_id,sysapproval,approval_type,sys_created_on,sys_updated_on,state,approver']
  for (let at = 0; at < changesPerMonth; at += 1) {
    const id = `CHG${month.replace('-', '')}${String(at).padStart(3, '0')}`
    const day = `${month}-${String((at % 28) + 1).padStart(2, '0')}`
    const approvedAt = month === drifted && at % 5 === 0 ? '15' : '09'
    changes.push(
      `${id},change_request,Closed,${day}T06:00:00Z,${day}T18:00:00Z,Normal,${day}T12:00:00Z,${day}T13:00:00Z,Successful`,
    )
    approvals.push(`APP${id},${id},cab,${day}T07:00:00Z,${day}T${approvedAt}:00:00Z,approved,p1`)
  }
  return [
    { name: `change_request-${month}.csv`, content: changes.join('\n') },
    { name: `sysapproval_approver-${month}.csv`, content: approvals.join('\n') },
  ]
}
