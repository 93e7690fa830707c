import { useTranslation } from 'react-i18next'
import { links } from '../../links.ts'
import { To } from '../../ui/To.tsx'
import type { GuidePage } from '../../ui/text-part.ts'
import styles from './Help.module.css'

type HelpContentsProps = Readonly<{ guide: ReadonlyMap<string, GuidePage>; here: string }>

/** What the help holds: the words first, then the pages of the guide. */
export function HelpContents({ guide, here }: HelpContentsProps) {
  const { t } = useTranslation()
  const current = (href: string) => (href === here ? 'page' : undefined)
  return (
    <nav aria-label={t('shell.help')} className={styles.contents}>
      <ul>
        <li>
          <To href={links.glossary} aria-current={current(links.glossary)}>
            {t('shell.glossary')}
          </To>
        </li>
        {[...guide].map(([name, { title }]) => (
          <li key={name}>
            <To href={links.help(name)} aria-current={current(links.help(name))} lang="en">
              {title}
            </To>
          </li>
        ))}
      </ul>
    </nav>
  )
}
