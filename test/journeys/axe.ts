import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules whose answer can be another at another width or in other colours. */
const rulesOfSight = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
  'aria-hidden-focus',
  'button-name',
  'link-name',
]

type Finding = { id: string; nodes: { target: unknown; failureSummary?: string }[] }

/** What axe finds on a page, one line each; empty when nothing. again: the page was looked at before, at another width or in other colours. */
export async function findBarriers(page: Page, again = false): Promise<readonly string[]> {
  await page.addScriptTag({ content: source })
  const options = JSON.stringify({
    runOnly: again ? { type: 'rule', values: rulesOfSight } : { type: 'tag', values: rules },
    preload: false,
    resultTypes: ['violations'],
  })
  const { violations } = await page.evaluate<{ violations: Finding[] }>(`axe.run(document, ${options})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${String(target)} ${failureSummary}`),
  )
}
