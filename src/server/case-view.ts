import type { CaseView, ResultView } from '#api/finance.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { Appraisal } from '#finance/appraise.ts'
import { givenBy } from '#finance/case-store.ts'
import type { DescribedCase, ShownAssumption } from '#finance/describe-case.ts'
import { unitsOf } from '#finance/inputs.ts'
import { isWritten, type OwnLine } from '#finance/own-line.ts'
import type { DeletedLine } from '#finance/own-line-store.ts'

/** A described case as the API says it. */
export function viewOfCase(
  model: FinanceModel,
  described: DescribedCase,
  deleted: readonly DeletedLine[],
): CaseView {
  const { kept, assumptions, lines, overlaps, concerns, result } = described
  const given = givenBy(kept)
  return {
    version: kept.version,
    settings: { ...kept.settings, ramp: [...kept.settings.ramp] },
    assumptions: assumptions.map(assumptionView),
    lines: lines.map((line) => lineView(line, result)),
    overlaps: overlaps.map(({ titles, claims, settled }) => ({
      titles: [...titles],
      claims: [...claims],
      settled,
    })),
    claims: claimsOf(model, given.own),
    deleted: [...deleted],
    concerns: concerns.map(({ kind, about }) => ({ kind, about: [...about] })),
    ...(result ? { result: resultView(unitsOf(model, given), result) } : {}),
  }
}

/** What lines of benefit count, those of the pack first. */
function claimsOf({ benefits }: FinanceModel, own: readonly OwnLine[]): string[] {
  return [...new Set([...benefits, ...own].flatMap(({ claims = [] }) => claims))]
}

function assumptionView({
  kind,
  kept,
  neededBy,
  baseline,
  beside,
  planned,
}: ShownAssumption): CaseView['assumptions'][number] {
  return {
    id: kind.id,
    title: kind.title,
    unit: kind.unit,
    kind: kind.kind,
    ...(kind.at_most === undefined ? {} : { atMost: kind.at_most }),
    neededBy: [...neededBy],
    reference: kind.reference.map(({ range, likely, note, source, quality }) =>
      [range, likely === undefined ? undefined : `likely ${likely}`, note, `${source} (${quality})`]
        .filter((part) => part !== undefined)
        .join('; '),
    ),
    ...(baseline ? { baseline } : {}),
    beside: [...beside],
    ...(planned ? { planned } : {}),
    version: kept?.version ?? 0,
    ...(kept
      ? {
          value: {
            ...kept.range,
            source: kept.source,
            quality: kept.quality,
            owner: kept.owner,
            note: kept.note,
            isFollowing: kept.isFollowing,
            changedBy: kept.changedBy,
            changedAt: kept.changedAt,
          },
        }
      : {}),
  }
}

function lineView(
  line: DescribedCase['lines'][number],
  result: Appraisal | undefined,
): CaseView['lines'][number] {
  const flows = result?.lines.find((one) => one.line === line.id)
  const { formulas, classes, partOf, proof, without, own, ...rest } = line
  return {
    ...rest,
    classes: [...classes],
    ...(partOf === undefined ? {} : { partOf }),
    ...(proof === undefined ? {} : { proof }),
    ...(without === undefined ? {} : { without }),
    ...(own && isWritten(line.id) ? { own: ownView(own) } : {}),
    formulas: formulas.map(({ part, text, realisation }) => ({
      part,
      text: realisation === undefined ? text : `(${text}) * ${realisation}`,
    })),
    ...(flows
      ? {
          amounts: {
            perYear: [...flows.perYear],
            fullYear: flows.fullYear,
            presentValue: flows.presentValue,
          },
        }
      : {}),
  }
}

function ownView({ id: _, claims, ...own }: OwnLine): CaseView['lines'][number]['own'] {
  return { ...own, ...(claims ? { claims: [...claims] } : {}) }
}

function resultView(units: ReadonlyMap<string, string>, found: Appraisal): ResultView {
  const { subtotals, irr, lines: _, tornado, spread, ...rest } = found
  return {
    ...definedOf(rest),
    cost: [...found.cost],
    benefit: [...found.benefit],
    net: [...found.net],
    cumulated: [...found.cumulated],
    discountedCumulated: [...found.discountedCumulated],
    subtotals: { hard: subtotals.hard, freedTime: subtotals['freed time'], soft: subtotals.soft },
    ...(irr.rate === undefined ? {} : { irr: irr.rate }),
    ...(irr.note === undefined ? {} : { irrNote: irr.note }),
    spread: { ...spread, bins: [...spread.bins] },
    tornado: tornado.map((bar) => ({ ...bar, unit: units.get(bar.input) ?? '' })),
  }
}

/** What is not there is left out rather than said to be nothing. */
function definedOf({
  paybackYears,
  discountedPaybackYears,
  roi,
  bcr,
  breakEvenFactor,
  ...rest
}: Omit<Appraisal, 'subtotals' | 'irr' | 'lines' | 'tornado' | 'spread'>) {
  return {
    ...rest,
    ...(paybackYears === undefined ? {} : { paybackYears }),
    ...(discountedPaybackYears === undefined ? {} : { discountedPaybackYears }),
    ...(roi === undefined ? {} : { roi }),
    ...(bcr === undefined ? {} : { bcr }),
    ...(breakEvenFactor === undefined ? {} : { breakEvenFactor }),
  }
}
