import { useTranslation } from 'react-i18next'
import { isLanguage } from '#base/language.ts'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { AskFirst } from '../../ui/AskFirst.tsx'
import { Copy } from '../../ui/Copy.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Shown } from '../../ui/States.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Improvement.module.css'

/** The address by which a calendar program reads the calendar: made, told once, made anew, ended. */
export function Subscribe() {
  const { t, i18n } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/calendar/feed', { params })
  const make = useChange('POST /api/organizations/:organization/calendar/feed')
  const end = useChange('DELETE /api/organizations/:organization/calendar/feed')
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  return (
    <Fold title={t('improvement.subscribe')}>
      <p>{t('improvement.subscribeSays')}</p>
      <Shown query={query}>
        {({ feed }) => (
          <div className={styles.form}>
            {feed && <Standing feed={feed} />}
            {make.data && feed && (
              <p role="status" className={styles.note}>
                {t('improvement.feedOnce')} <code className={styles.code}>{make.data.address}</code>{' '}
                <Copy text={make.data.address} />
              </p>
            )}
            <div className={styles.row}>
              <Act isBusy={make.isPending} onClick={() => make.mutate({ params, body: { language } })}>
                {feed ? t('improvement.makeFeedAnew') : t('improvement.makeFeed')}
              </Act>
              {feed && (
                <AskFirst
                  label={t('improvement.endFeed')}
                  title={t('improvement.endFeed')}
                  says={t('improvement.endFeedSays')}
                  act={() => end.mutateAsync({ params, body: undefined })}
                >
                  {t('improvement.endFeed')}
                </AskFirst>
              )}
            </div>
            <Trouble error={make.error} />
          </div>
        )}
      </Shown>
    </Fold>
  )
}

function Standing({ feed }: Readonly<{ feed: Readonly<{ madeAt: string; readAt?: string | undefined }> }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <p>
      {t('improvement.subscribed', { made: format.instant(feed.madeAt) })}{' '}
      {feed.readAt
        ? t('improvement.feedRead', { read: format.instant(feed.readAt) })
        : t('improvement.feedNeverRead')}{' '}
      <span className="second">{t('improvement.feedAnew')}</span>
    </p>
  )
}
