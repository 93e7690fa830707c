import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Finding = { id: string; nodes: { target: unknown; failureSummary?: string }[] }

/** What axe finds on a page, one line each; empty when nothing. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: source })
  const options = JSON.stringify({ runOnly: { type: 'tag', values: rules } })
  const { violations } = await page.evaluate<{ violations: Finding[] }>(`axe.run(document, ${options})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${String(target)} ${failureSummary}`),
  )
}
