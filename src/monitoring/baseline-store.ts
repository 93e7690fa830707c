import type { Library } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import { listAdopted } from './adoption-store.ts'

/** The parameter of a measure that compares with a mix: from when on that mix is counted. */
const parameter = 'baseline_from'

/**
 * The baselines that stand still, as settings of measures: a KPI that compares with a mix keeps the window that it had when its
 * first month was kept, so that older tickets that come in later cannot move the weights.
 */
export async function readFrozenBaselines(
  tx: Tx,
  { questions }: Pick<Library, 'questions'>,
): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const adopted = new Set((await listAdopted(tx)).map(({ kpi }) => kpi))
  const compared = questions.measures.flatMap(({ id, about }) => {
    const kpi = about.aka.find((name) => adopted.has(name))
    return kpi !== undefined && parameter in about.parameters ? [{ id, kpi }] : []
  })
  const frozen: [string, Readonly<Record<string, string>>][] = []
  for (const { id, kpi } of compared) {
    const from = await firstDataFrom(tx, kpi)
    if (from !== undefined) frozen.push([id, { [parameter]: from }])
  }
  return Object.fromEntries(frozen)
}

/** Where the data of the collection began that gave a KPI its first row: as long as nothing older comes in, nothing moves. */
async function firstDataFrom(tx: Tx, kpi: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('kpi_point')
    .innerJoin('collection', (join) =>
      join
        .onRef('collection.organization_id', '=', 'kpi_point.organization_id')
        .onRef('collection.id', '=', 'kpi_point.collection_id'),
    )
    .select('collection.data_from')
    .where('kpi_point.kpi', '=', kpi)
    .orderBy('kpi_point.number')
    .limit(1)
    .executeTakeFirst()
  return row?.data_from
}
