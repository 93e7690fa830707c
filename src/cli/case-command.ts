import type { Command } from 'commander'
import type { NamedOutlook } from '#server/case-outlooks.ts'
import { dataFolder, dataOption } from './data-folder.ts'
import { content } from './folders.ts'
import { print } from './print.ts'

type Options = { data?: string; json?: boolean }

/** clausewise case: what the business case of each organization comes to, the range first. */
export function addCase(program: Command): void {
  program
    .command('case')
    .description('Show the business case of each organization: NPV P10, P50 and P90, payback, return')
    .option(...dataOption)
    .option('--json', 'machine-readable output')
    .action(async ({ data, json }: Options) => {
      const { readCaseOutlooks } = await import('#server/case-outlooks.ts')
      const { reachRecords } = await import('#server/reach.ts')
      const found = await reachRecords(await dataFolder(data), (url) => readCaseOutlooks(url, content))
      print(found, found.map(lineOf), json)
    })
}

function lineOf({ organization, outlook }: NamedOutlook): string {
  if (!outlook) return `${organization}: no business case that can be computed yet`
  const { currency, npv, probabilityPositive, irr, paybackMonths, years, inputsHash } = outlook
  const money = (value: number) => Math.round(value).toLocaleString('en')
  const rate = irr === undefined ? 'no IRR (no change of sign)' : `IRR ${(100 * irr).toFixed(1)} %`
  const payback =
    paybackMonths === undefined
      ? `no payback within ${years} years`
      : `payback ${Math.round(paybackMonths)} months`
  return `${organization}: NPV P10 ${money(npv.p10)}, P50 ${money(npv.p50)}, P90 ${money(npv.p90)} ${currency}; above zero in ${(100 * probabilityPositive).toFixed(1)} %; ${rate}; ${payback}; inputs ${inputsHash.slice(0, 12)}`
}
