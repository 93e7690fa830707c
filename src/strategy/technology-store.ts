import type { StrategyContent } from '#content/strategy.ts'
import type { Tx } from '#db/records.ts'
import { readLatestImport } from '#ingest/import-store.ts'
import type { Record } from '#registers/record.ts'
import { readAll } from '#registers/record-store.ts'
import { optionsInCase } from './option-case-store.ts'
import { isToolInUse } from './programme-facts-store.ts'
import { judgeCapabilities, scoreCapabilities, type ToolStatement } from './technology.ts'

const formula = 'score = (proved + partly / 2) / capabilities that data can show'

/** A contract that ends within so many days is ending. */
const soonDays = 180

/** The tools, what they can do as data prove or people state it, and the options to mend what they lack. */
export async function readTechnology(
  tx: Tx,
  organization: string,
  { capabilities }: Pick<StrategyContent, 'capabilities'>,
  now: Date,
) {
  const latest = await readLatestImport(tx)
  const inCase = await optionsInCase(tx)
  const tools = (await readAll(tx, organization, 'assets')).filter(isToolInUse)
  const judged = judgeCapabilities(capabilities, latest?.ingested, tools.flatMap(statementsOf))
  const soon = new Date(now.getTime() + soonDays * 86_400_000).toISOString().slice(0, 10)
  return {
    importedAt: latest?.readAt.toISOString(),
    score: { ...scoreCapabilities(judged), formula },
    capabilities: judged.map(({ statements, missing, ...one }) => ({
      ...one,
      missing: [...missing],
      statements: statements.map(({ tool, standing, note }) => ({ tool, standing, note })),
    })),
    tools: tools.map((tool) => toolView(tool, soon)),
    options: (await readAll(tx, organization, 'technology-options')).map((one) => optionView(one, inCase)),
  }
}

function statementsOf({ label, data }: Record): readonly ToolStatement[] {
  const rows = (data.capabilities ?? []) as readonly Omit<ToolStatement, 'tool'>[] // the columns of the register
  return rows.map(({ capability, standing, note }) => ({ tool: label, capability, standing, note }))
}

function toolView({ id, number, label, data }: Record, soon: string) {
  const contractEndsOn = textOf(data.contract_ends_on)
  return {
    id,
    number,
    title: label,
    owner: textOf(data.owner),
    yearlyCost: numberOf(data.yearly_cost),
    contractEndsOn,
    isEnding: contractEndsOn !== undefined && contractEndsOn <= soon,
    clauses: Array.isArray(data.serves_clauses) ? data.serves_clauses.map(String) : [],
    compatibility: textOf(data.compatibility),
    integrationRisk: textOf(data.integration_risk),
  }
}

function optionView({ id, number, label, state, data }: Record, inCase: ReadonlySet<string>) {
  return {
    id,
    isInCase: inCase.has(id),
    number,
    title: label,
    state,
    way: textOf(data.way) ?? '',
    fit: textOf(data.fit),
    risk: textOf(data.risk),
    costOnce: numberOf(data.cost_once),
    costYearly: numberOf(data.cost_yearly),
    effortDays: numberOf(data.effort_days),
    readyOn: textOf(data.ready_on),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
