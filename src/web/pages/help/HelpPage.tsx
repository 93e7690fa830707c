import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { links } from '../../links.ts'
import { Page } from '../../ui/Page.tsx'
import { Parts } from '../../ui/Parts.tsx'
import { Shown } from '../../ui/States.tsx'
import { guideNames, useGuide } from './guide.ts'
import styles from './Help.module.css'
import { HelpContents } from './HelpContents.tsx'

/** The guide, inside the product. */
export function HelpPage() {
  const { t, i18n } = useTranslation()
  const { page: name = guideNames[0] ?? '' } = useParams({ strict: false }) as { page?: string }

  return (
    <Shown query={useGuide()}>
      {(guide) => {
        const page = guide.get(name)
        return (
          <Page title={page?.title ?? t('shell.notFound')} trail={t('shell.help')}>
            <div className={styles.help}>
              <HelpContents guide={guide} here={links.help(name)} />
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
