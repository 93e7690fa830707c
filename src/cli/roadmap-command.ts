import type { Command } from 'commander'
import { addParts, part, percent } from './parts.ts'

const none = ['nothing is planned yet']

/** clausewise roadmap: what is planned, what is late, who is overloaded, and how sure the dates are. */
export function addRoadmap(program: Command): void {
  addParts(program, {
    name: 'roadmap',
    says: 'Show the roadmap as it is kept: finish, proved bound, chance of each date, tasks, load, changes',
    usual: 'summary',
    parts: roadmapParts,
  })
}

const summary = part(
  'GET /api/organizations/:organization/roadmap',
  'finish, bound, simulated range and the chance of each date',
  ({ schedule, counts }) => {
    const decided = `${counts.proposed} remedies proposed, ${counts.accepted} accepted, ${counts.deferred} deferred, ${counts.declined} declined`
    if (!schedule) return [...none, decided]
    const {
      start,
      finish,
      bound,
      isProved,
      tasks: all,
      personDays,
      risk,
      isStale,
      plannedAt,
      plannedBy,
    } = schedule
    return [
      `${all.length} tasks, ${personDays} person-days, from ${start} to ${finish}`,
      isProved
        ? 'no shorter plan exists with these roles (proved)'
        : `no plan can finish before ${bound} (proved)`,
      `half of ${risk.runs} simulated courses are finished by ${risk.p50}, four fifths by ${risk.p80}`,
      ...risk.dates.map(({ title, on, probability }) => `${title} on ${on}: kept in ${percent(probability)}`),
      decided,
      `planned by ${plannedBy} at ${plannedAt}${isStale ? '; something has changed since: plan again' : ''}`,
    ]
  },
)
const tasks = part(
  'GET /api/organizations/:organization/roadmap',
  'every task with its days, role and what holds it',
  ({ schedule }) =>
    schedule
      ? schedule.tasks.map(
          ({ id, title, role, start, finish, isDriving, totalFloat }) =>
            `${start} to ${finish}  ${id} ${title}; ${role}; ${isDriving ? 'sets the finish' : `${totalFloat} days of float`}`,
        )
      : none,
)
const load = part(
  'GET /api/organizations/:organization/roadmap',
  'roles that would need more days in a week than they have',
  ({ schedule }) => {
    if (!schedule) return none
    const over = schedule.load.filter(({ wanted, capacity }) => wanted > capacity)
    if (over.length === 0) return ['no role has more to do in a week than it can']
    return over.map(
      ({ role, week, wanted, needed, capacity }) =>
        `week of ${week}  ${role}: ${wanted.toFixed(1)} days wanted, ${capacity.toFixed(1)} there, ${needed.toFixed(1)} planned`,
    )
  },
)
const changes = part(
  'GET /api/organizations/:organization/roadmap',
  'how the roadmap differs from its baseline, or from the one before',
  ({ schedule, baseline, difference }) => {
    if (!schedule) return none
    const against = baseline ? `baseline ${baseline.name}` : 'the roadmap before'
    const found = baseline?.difference ?? difference
    if (!found) return ['there is nothing to compare with yet']
    const { finishBefore, finishAfter, p80Before, p80After, days, moved, reasons } = found
    return [
      `against ${against}: finish ${finishBefore} to ${finishAfter} (${days} days), P80 ${p80Before} to ${p80After}`,
      ...reasons.map(
        ({ kind, what, before, after }) => `${kind} of ${what}: ${before ?? '-'} to ${after ?? '-'}`,
      ),
      ...moved.map(
        ({ id, title, finishBefore: was, finishAfter: is, days: by }) =>
          `${id} ${title}: ends ${was} to ${is} (${by} days)`,
      ),
    ]
  },
)
const remedies = part(
  'GET /api/organizations/:organization/remedies',
  'what is proposed against each gap and what was decided',
  ({ items }) =>
    items.map(
      ({ requirement, state, activity, role, effort }) =>
        `${requirement} ${state}: ${activity}; ${role}; ${effort.low} to ${effort.high} days, likely ${effort.likely}`,
    ),
)

/** What clausewise roadmap can show. */
export const roadmapParts = { summary, tasks, load, changes, remedies }
