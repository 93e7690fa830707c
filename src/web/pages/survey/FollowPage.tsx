import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useCodeOfLink } from '../../ui/code-of-link.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Lines } from '../../ui/States.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Answer.module.css'

/** What became of feedback, for whoever holds its code; without signing in. */
export function FollowPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const code = useCodeOfLink()
  const query = useAsk('POST /api/feedback/opening', code ? { body: { code } } : undefined)
  const title = t('adoption.feedback.yours')
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title, t])
  return (
    <main className={styles.sheet}>
      <p className={styles.product}>{t('shell.product')}</p>
      <h1>{query.data?.title ?? title}</h1>
      <Wrong error={query.error} />
      {query.isLoading && <Lines count={3} />}
      {query.data && (
        <>
          <p>{query.data.answer ?? t('adoption.feedback.noAnswerYet')}</p>
          <Facts
            facts={[
              {
                name: t('adoption.feedback.state'),
                value: t(`adoption.feedback.states.${query.data.state as 'answered'}`),
              },
              { name: t('adoption.feedback.received'), value: format.day(query.data.receivedOn) },
              ...(query.data.answeredOn
                ? [{ name: t('adoption.feedback.answered'), value: format.day(query.data.answeredOn) }]
                : []),
              ...(query.data.changed
                ? [{ name: t('adoption.feedback.changed'), value: query.data.changed }]
                : []),
            ]}
          />
          <p className="second">{t('adoption.feedback.keep')}</p>
        </>
      )}
    </main>
  )
}
