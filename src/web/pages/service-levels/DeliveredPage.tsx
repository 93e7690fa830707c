import { Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { addressOf } from '../../data/call.ts'
import { saveFile } from '../../data/save-file.ts'
import { Act } from '../../ui/Act.tsx'
import { useCodeOfLink } from '../../ui/code-of-link.ts'
import { useFormat } from '../../ui/format.ts'
import { Lines } from '../../ui/States.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Levels.module.css'

/** A service report for whoever has its link: read it, and say that it has arrived; without signing in. */
export function DeliveredPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const code = useCodeOfLink()
  const query = useAsk('POST /api/service-reports/opening', code ? { body: { code } } : undefined)
  const title = query.data?.title ?? t('serviceLevels.delivered')
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title, t])
  const report = query.data
  return (
    <main className={styles.sheet}>
      <p className={styles.product}>{t('shell.product')}</p>
      <h1>{title}</h1>
      <Wrong error={query.error} />
      {query.isLoading && <Lines count={3} />}
      {report && (
        <>
          <p>
            {t('serviceLevels.deliveredSays', {
              organization: report.organization,
              period: report.period,
              day: format.day(report.issuedAt),
              issuer: report.issuer,
            })}
          </p>
          {report.isWritten ? (
            <Save code={code} name={`${report.title} ${report.period}.pdf`} />
          ) : (
            <p className="second">{t('serviceLevels.isWritten')}</p>
          )}
          {report.acknowledgedAt === undefined ? (
            <Acknowledge code={code} />
          ) : (
            <p>{t('serviceLevels.thanks', { day: format.day(report.acknowledgedAt) })}</p>
          )}
          <p className={styles.seal}>
            {t('serviceLevels.seal')}: sha256 {report.seal}
          </p>
        </>
      )}
    </main>
  )
}

function Save({ code, name }: Readonly<{ code: string; name: string }>) {
  const { t } = useTranslation()
  const [error, setError] = useState<Error | null>(null)
  const save = () => {
    setError(null)
    saveFile(addressOf('POST /api/service-reports/file', {}), { code }, name).catch(setError)
  }
  return (
    <div>
      <Act onClick={save}>{t('serviceLevels.download')}</Act>
      <Trouble error={error} />
    </div>
  )
}

function Acknowledge({ code }: Readonly<{ code: string }>) {
  const { t } = useTranslation()
  const acknowledge = useChange('POST /api/service-reports/acknowledgement')
  const [says, setSays] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    acknowledge.mutate({ body: { code, says } })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        label={t('serviceLevels.acknowledgeSays')}
        autosize
        maxLength={1000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <Trouble error={acknowledge.error} />
      <div>
        <Act type="submit" isPrimary isBusy={acknowledge.isPending}>
          {t('serviceLevels.acknowledge')}
        </Act>
      </div>
    </form>
  )
}
