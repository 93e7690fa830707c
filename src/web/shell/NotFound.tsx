import { useTranslation } from 'react-i18next'
import { links } from '../links.ts'
import { Page } from '../ui/Page.tsx'
import { To } from '../ui/To.tsx'

/** No page has this address. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('shell.notFound')} sentence={t('shell.notFoundWhat')}>
      <p>
        <To href={links.home}>{t('shell.notFoundDo')}</To>
      </p>
    </Page>
  )
}
