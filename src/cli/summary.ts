import { topGaps } from '#assessment/gap.ts'
import { displayLine } from '#assessment/readiness.ts'
import { isAboutPeople } from '#evidence/result.ts'
import type { Assessed } from './steps.ts'

/** What a manager reads on the terminal: the answer, the gates, the weakest clauses, the first gaps with their tickets. */
export function summarize({ assessment, collected, ingested, problems }: Assessed): string {
  const shown = assessment.ratedShare > 0 ? assessment.readiness : assessment.proposedReadiness
  const types = Object.entries(ingested.counts).flatMap(([name, n]) =>
    name.startsWith('ticket ') && n > 0
      ? [`${n.toLocaleString('en')} ${name.slice(7).replaceAll('_', ' ')} tickets`]
      : [],
  )
  const verdicts = (verdict: string) =>
    collected.results.filter((result) => result.verdict === verdict).length
  const lines = [
    `Read: ${types.join(', ')}, ${ingested.data_from.slice(0, 10)} to ${ingested.data_until.slice(0, 10)}`,
    `Asked: ${collected.results.length} checks: ${verdicts('pass')} pass, ${verdicts('fail')} fail, ${verdicts('inconclusive')} without a verdict; ${collected.measures.filter(({ points }) => points.length > 0).length} of ${collected.measures.length} measures have values`,
    '',
    displayLine(shown),
    ...(assessment.ratedShare > 0
      ? []
      : ['Nobody has rated yet: this index stands on proposals. Confirm them before you rely on it.']),
    ...(shown.caps.length > 0 ? [`Capped at ${shown.cap} because of: ${shown.caps.join('; ')}`] : []),
    '',
    'Gates (any red or grey one: do not book stage 2)',
    ...assessment.gates.map(
      ({ id, title, colour, because }) => `  ${mark[colour]} ${id.padEnd(4)}${title}: ${because}`,
    ),
    '',
    'Weakest clauses (as proposed)',
    ...weakest(assessment).map(
      ({ clause, share, assessed, applicable }) =>
        `  ${clause.padEnd(8)}${share === undefined ? 'nothing applies' : `${Math.floor(share * 100)} %`}, ${assessed} of ${applicable} requirements looked at`,
    ),
    '',
    'First gaps',
    ...topGaps(assessment.gaps).flatMap((gap) => [
      `  ${gap.requirement} ${gap.title} (${gap.severity}, ${gap.source === 'proposal' ? 'proposed' : 'rated'})`,
      ...(gap.ticketCount > 0
        ? [`      ${gap.ticketCount.toLocaleString('en')} exceptions${firstOf(gap, collected)}`]
        : []),
      `      do: ${gap.remedy}`,
    ]),
    ...(problems.length > 0
      ? [
          '',
          `${problems.length} answers could not be used:`,
          ...problems
            .slice(0, 5)
            .map(({ where, message }) => `  ${where.file}${where.line ? `:${where.line}` : ''} ${message}`),
        ]
      : []),
  ]
  return lines.join('\n')
}

const mark = { green: '●', red: '■', grey: '○' } as const

function weakest(assessment: Assessed['assessment']) {
  return assessment.clauses
    .map(({ proposed }) => proposed)
    .filter(({ assessed }) => assessed > 0)
    .toSorted((a, b) => (a.share ?? 1) - (b.share ?? 1))
    .slice(0, 5)
}

/** The first subjects by name; where a check is about people they are counted and never named. */
function firstOf(
  { failedChecks, tickets }: Assessed['assessment']['gaps'][number],
  { results }: Assessed['collected'],
): string {
  if (results.some((result) => failedChecks.includes(result.check) && isAboutPeople(result)))
    return ' among people, who are counted and not named'
  return `, first ${tickets
    .slice(0, 3)
    .map(({ subject }) => subject)
    .join(', ')}`
}
