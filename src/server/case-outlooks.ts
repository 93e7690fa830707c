import { openFinance } from '#content/finance.ts'
import { openRecords } from '#db/records.ts'
import type { CaseOutlook } from '#finance/outlook.ts'
import { readCaseOutlook } from '#finance/outlook-store.ts'

/** The business case of one organization; absent where it is not set up or lacks values. */
export type NamedOutlook = Readonly<{ organization: string; outlook: CaseOutlook | undefined }>

/** Reads the business case of every organization of a database. */
export async function readCaseOutlooks(url: string, content: string): Promise<readonly NamedOutlook[]> {
  const model = openFinance(content)
  const records = openRecords(url, 2)
  try {
    const organizations = await records.db
      .selectFrom('organization')
      .select(['id', 'name'])
      .orderBy('name')
      .execute()
    const read: NamedOutlook[] = []
    for (const { id, name } of organizations)
      read.push({
        organization: name,
        outlook: await records.within({ organization: id }, (tx) => readCaseOutlook(tx, model)),
      })
    return read
  } finally {
    await records.close()
  }
}
