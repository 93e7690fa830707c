import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { links } from '../../links.ts'
import { Page } from '../../ui/Page.tsx'
import { Parts } from '../../ui/Parts.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import type { GuidePage } from '../../ui/text-part.ts'
import styles from './Help.module.css'

const files = import.meta.glob<{ page: GuidePage }>('../../../../docs/guide/*.md')
const order = ['start', 'demo', 'your-data', 'evidence', 'assessment', 'report', 'problems']
const names = Object.keys(files)
  .map((path) => path.split('/').at(-1)?.replace(/\.md$/, '') ?? '')
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))

/** The guide, inside the product. */
export function HelpPage() {
  const { t, i18n } = useTranslation()
  const { page: name = names[0] ?? '' } = useParams({ strict: false }) as { page?: string }
  const query = useQuery({ queryKey: ['guide'], queryFn: readGuide, staleTime: Number.POSITIVE_INFINITY })

  return (
    <Shown query={query}>
      {(guide) => {
        const page = guide.get(name)
        return (
          <Page title={page?.title ?? t('shell.notFound')} trail={t('shell.help')}>
            <div className={styles.help}>
              <nav aria-label={t('shell.help')} className={styles.contents}>
                <ul>
                  {[...guide].map(([one, { title }]) => (
                    <li key={one}>
                      <To href={links.help(one)} aria-current={one === name ? 'page' : undefined}>
                        {title}
                      </To>
                    </li>
                  ))}
                </ul>
              </nav>
              <article className={styles.text} lang="en">
                {i18n.language !== 'en' && <p className={styles.note}>{t('ui.englishOnly')}</p>}
                {page && <Parts parts={page.parts.slice(1)} />}
              </article>
            </div>
          </Page>
        )
      }}
    </Shown>
  )
}

async function readGuide(): Promise<ReadonlyMap<string, GuidePage>> {
  const read = await Promise.all(
    names.map(async (name) => [name, (await files[`../../../../docs/guide/${name}.md`]?.())?.page] as const),
  )
  return new Map(read.flatMap(([name, page]) => (page ? [[name, page] as const] : [])))
}

function rank(name: string): number {
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}
