import type { Command } from 'commander'
import { addParts, money, part, percent } from './parts.ts'

/** clausewise technology: what the tools are proved to do, and the ways to mend what they lack. */
export function addTechnology(program: Command): void {
  addParts(program, {
    name: 'technology',
    says: 'Show what the tools are proved to do by the data, the tools, and the options',
    usual: 'checklist',
    parts: technologyParts,
  })
}

const at = 'GET /api/organizations/:organization/technology'
const checklist = part(
  at,
  'every capability: proved by the data, stated by people, or not seen',
  ({ score, importedAt, capabilities }) => [
    `fit ${percent(score.score)}: ${score.proved} proved, ${score.partly} partly, of ${score.askable} (${score.formula})`,
    importedAt === undefined ? 'no tickets were imported yet' : `data imported at ${importedAt}`,
    ...capabilities.map(
      ({ clause, title, standing, missing }) =>
        `${clause} ${title}: ${standing}${missing.length > 0 ? `; missing ${missing.join(', ')}` : ''}`,
    ),
  ],
)
const tools = part(at, 'every tool with its owner, cost and contract', ({ tools: all, currency }) =>
  all.map(
    ({ number, title, owner, yearlyCost, contractEndsOn, isEnding, integrationRisk }) =>
      `${number} ${title}: owner ${owner ?? 'nobody'}; ${yearlyCost === undefined ? 'cost unknown' : `${money(yearlyCost, currency)} a year`}; contract to ${contractEndsOn ?? 'open'}${isEnding ? ' (ends soon)' : ''}; integration risk ${integrationRisk ?? 'not judged'}`,
  ),
)
const options = part(at, 'the ways to mend what tools lack, side by side', ({ options: all, currency }) =>
  all.map(
    ({ number, title, state, way, fit, risk, costOnce, costYearly, effortDays, isInCase }) =>
      `${number} ${title} (${way}): ${state}; fit ${fit ?? 'not judged'}, risk ${risk ?? 'not judged'}; once ${money(costOnce, currency)}, yearly ${money(costYearly, currency)}, ${effortDays ?? 0} days${isInCase ? '; in the case' : ''}`,
  ),
)

/** What clausewise technology can show. */
export const technologyParts = { checklist, tools, options }
