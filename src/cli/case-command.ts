import { Argument, type Command } from 'commander'
import type { NamedOutlook } from '#server/case-outlooks.ts'
import { dataFolder, dataOption } from './data-folder.ts'
import { content } from './folders.ts'
import { money, type Part, type PartOptions, part, percent, showPart } from './parts.ts'
import { print } from './print.ts'

const lines = part(
  'GET /api/organizations/:organization/case',
  'every line with its present value, own ones among them',
  ({ lines: all, settings: { currency } }) =>
    all
      .filter(({ isIn }) => isIn)
      .map(({ side, title, class: kind, amounts, isOwn, owner }) =>
        [
          `${side === 'cost' ? '-' : '+'} ${title}${isOwn ? ' (own)' : ''}`,
          side === 'benefit' ? kind : '',
          amounts ? money(amounts.presentValue, currency) : 'not computed',
          owner,
        ]
          .filter((one) => one !== '')
          .join('; '),
      ),
)
const concerns = part(
  'GET /api/organizations/:organization/case',
  'what a reader will ask: values, sources and owners that are missing, overlaps that are open',
  ({ concerns: all }) =>
    all.length > 0 ? all.map(({ kind, about }) => `${kind}: ${about.join('; ')}`) : ['nothing is open'],
)
const growth = part(
  'GET /api/organizations/:organization/case/growth',
  'what the measured growth asks of people and money, with and without the programme',
  ({ years, rate, measured, staff, currency, volumes }) =>
    volumes.length === 0
      ? ['no volumes were counted yet']
      : [
          `growth ${percent(rate)} a year${measured === undefined ? ' (not measured)' : ''}; people today ${staff ?? 'not known'}`,
          ...years.map(
            ({ year, volume, volumeWith, staff: people, staffWith, cost, costWith }) =>
              `year ${year}: ${Math.round(volume)} tickets, with the programme ${Math.round(volumeWith)}; people ${oneDigit(people)} and ${oneDigit(staffWith)}; cost beyond today ${cost === undefined ? 'not known' : money(cost, currency)} and ${costWith === undefined ? 'not known' : money(costWith, currency)}`,
          ),
        ],
)
const scenarios = part(
  'GET /api/organizations/:organization/case/scenarios',
  'the same case read otherwise, on the same draws',
  ({ items }) =>
    items.length > 0
      ? items.map(
          ({ title, p10, p50, p90, probabilityPositive }) =>
            `${title}: NPV P10 ${money(p10)}, P50 ${money(p50)}, P90 ${money(p90)}; above zero in ${percent(probabilityPositive)}`,
        )
      : ['the case cannot be computed yet'],
)
const tracking = part(
  'GET /api/organizations/:organization/case/tracking',
  'planned and measured benefits by quarter',
  ({ startsOn, items }) =>
    startsOn === undefined
      ? ['no day is set on which the case starts']
      : items.flatMap(({ title, owner, quarters }) =>
          quarters.map(
            ({ quarter, planned, actual, isOver }) =>
              `${quarter} ${title}: planned ${money(planned)}, ${measuredOf(actual, isOver, owner)}`,
          ),
        ),
)

function measuredOf(
  actual: Readonly<{ value: number; by: string }> | undefined,
  isOver: boolean,
  owner: string,
): string {
  if (actual) return `measured ${money(actual.value)} by ${actual.by}`
  return isOver ? `not measured, owner ${owner || 'nobody'}` : 'running'
}

/** What clausewise case can show besides the range. */
export const caseParts = { lines, concerns, scenarios, growth, tracking }
const parts: Readonly<Record<string, Part>> = caseParts

/** clausewise case: what the business case of each organization comes to, the range first; its parts from the running server. */
export function addCase(program: Command): void {
  const described = Object.entries(parts).map(([name, { says }]) => `${name}: ${says}`)
  program
    .command('case')
    .description('Show the business case of each organization: NPV P10, P50 and P90, payback, return')
    .addArgument(new Argument('[part]', described.join('; ')).choices(Object.keys(parts)))
    .option('--organization <name>', 'only this one, by its name or id (default: every one)')
    .option(...dataOption)
    .option('--json', 'machine-readable output')
    .action(async (chosen: string | undefined, options: PartOptions) => {
      const wanted = parts[chosen ?? '']
      if (wanted) return showPart(wanted, options)
      const { readCaseOutlooks } = await import('#server/case-outlooks.ts')
      const { reachRecords } = await import('#server/reach.ts')
      const folder = await dataFolder(options.data)
      const all = await reachRecords(folder, (url) => readCaseOutlooks(url, content))
      const found = all.filter(({ organization: name }) => isMeant(name, options))
      print(found, found.map(lineOf), options.json)
    })
}

function oneDigit(value: number | undefined): string {
  return value === undefined ? 'not known' : value.toFixed(1)
}

function isMeant(name: string, { organization }: PartOptions): boolean {
  return organization === undefined || name.toLowerCase() === organization.toLowerCase()
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
