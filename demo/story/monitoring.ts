import type { Story } from '#server/told-story.ts'
import { cast } from './people.ts'

/** What the house watches, and two decisions it took in winter. Figures come from its tickets; none is written here. */
export const toldMonitoring: Story['monitoring'] = {
  watched: [
    { kpi: 'KPI-001', owner: cast.levels.name, target: 12 },
    { kpi: 'KPI-002', owner: cast.levels.name, target: 78 },
    { kpi: 'KPI-004', owner: cast.hr.name, target: 0.95 },
    { kpi: 'KPI-005', owner: cast.incident.name },
    { kpi: 'KPI-009', owner: cast.desk.name, target: 0.95 },
    { kpi: 'KPI-010', owner: cast.incident.name, target: 0.9 },
    { kpi: 'KPI-013', owner: cast.desk.name, target: 30 },
    { kpi: 'KPI-017', owner: cast.incident.name, target: 0.05 },
    { kpi: 'KPI-028', owner: cast.incident.name },
    { kpi: 'KPI-038', owner: cast.desk.name, target: 0.9 },
    { kpi: 'KPI-056', owner: cast.problem.name, target: 90 },
    { kpi: 'KPI-064', owner: cast.change.name, target: 0.95 },
    { kpi: 'KPI-066', owner: cast.change.name, target: 0.1 },
    { kpi: 'KPI-068', owner: cast.change.name, target: 0.99 },
    { kpi: 'KPI-107', owner: cast.levels.name },
    { kpi: 'KPI-112', owner: cast.suppliers.name, target: 0.95 },
    { kpi: 'KPI-122', owner: cast.levels.name },
    { kpi: 'KPI-148', owner: cast.manager.name, target: 1 },
    { kpi: 'KPI-151', owner: cast.manager.name, target: 1 },
  ],
  decisions: [
    {
      kpi: 'KPI-068',
      says: 'No work begins on a normal or emergency change before somebody has approved it; the tool asks for the approval.',
      owner: cast.change.name,
      by: cast.manager.email,
      decidedOn: '2025-12-09',
      dueOn: '2026-01-31',
    },
    {
      kpi: 'KPI-017',
      says: 'Whoever closes an incident asks the requester first; the desk looks at ten closed ones a week.',
      owner: cast.desk.name,
      by: cast.incident.email,
      decidedOn: '2026-01-19',
      dueOn: '2026-02-28',
    },
  ],
  targets: [
    {
      kpi: 'KPI-010',
      target: 0.92,
      validFrom: '2026-07',
      reason: 'Agreed with the boutiques in the service review of June.',
      by: cast.levels.email,
    },
  ],
}
