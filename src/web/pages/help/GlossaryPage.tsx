import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '#base/language.ts'
import { useAsk } from '../../data/ask.ts'
import { links } from '../../links.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { useGuide } from './guide.ts'
import styles from './Help.module.css'
import { HelpContents } from './HelpContents.tsx'

/** The words of the product and what they mean, in the alphabet of the chosen language. */
export function GlossaryPage() {
  const { t, i18n } = useTranslation()
  const { hash } = useLocation()
  const { data: guide = new Map() } = useGuide()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  const query = useAsk('GET /api/glossary', { query: { language } })

  useEffect(() => {
    if (query.data && hash) document.getElementById(hash)?.scrollIntoView({ block: 'center' })
  }, [query.data, hash])

  return (
    <Page title={t('shell.glossary')} trail={t('shell.help')} sentence={t('shell.glossarySays')}>
      <div className={styles.help}>
        <HelpContents guide={guide} here={links.glossary} />
        <Shown query={query}>
          {({ terms }) => (
            <dl className={styles.terms}>
              {terms.map(({ id, term, says }) => (
                <div key={id} id={id} data-sought={id === hash || undefined}>
                  <dt>{term}</dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
          )}
        </Shown>
      </div>
    </Page>
  )
}
