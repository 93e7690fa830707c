import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { Failed, Lines } from '../../ui/States.tsx'
import { Door } from './Door.tsx'
import { FirstStart } from './FirstStart.tsx'
import { NewOrganization } from './NewOrganization.tsx'

/** The first start of an installation; later, whoever is signed in starts a further organization here. */
export function StartPage() {
  const { t } = useTranslation()
  const { data: session, error, refetch } = useAsk('GET /api/session', {})
  if (session?.isNew) return <FirstStart />
  if (session?.person) return <NewOrganization />
  return (
    <Door title={t('door.start')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!error && !session && <Lines count={4} />}
      {session && (
        <p>
          {t('door.startDone')} <a href="/sign-in">{t('door.signIn')}</a>
        </p>
      )}
    </Door>
  )
}
