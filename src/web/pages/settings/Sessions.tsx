import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { AskFirst } from '../../ui/AskFirst.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import styles from './Settings.module.css'
import { useKnown } from './ways.ts'

type OwnSession = Answered<'GET /api/sessions'>['items'][number]

/** Where the person is signed in; each session, or all others, can be ended. */
export function Sessions() {
  const { t } = useTranslation()
  const say = useToast()
  const { data } = useAsk('GET /api/sessions', {})
  const endOthers = useChange('DELETE /api/sessions')
  if (!data) return null
  const { items, idleHours, longestHours } = data
  return (
    <Section title={t('settings.sessions')} says={t('settings.sessionsSay', { idleHours, longestHours })}>
      <ul className={styles.sessions}>
        {items.map((session) => (
          <OneSession key={session.id} session={session} />
        ))}
      </ul>
      {items.length > 1 && (
        <div>
          <AskFirst
            label={t('settings.endOthers')}
            title={t('settings.endOthersAsk')}
            says={t('settings.endOthersSays')}
            act={() => endOthers.mutateAsync({}).then(() => say(t('settings.endedOthers')))}
          >
            {t('settings.endOthers')}
          </AskFirst>
        </div>
      )}
    </Section>
  )
}

function OneSession({ session }: Readonly<{ session: OwnSession }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useToast()
  const known = useKnown()
  const end = useChange('DELETE /api/sessions/:session')
  const { id, usedAt, openedAt, address, userAgent, way, isThis } = session
  const name = [userAgent && known.browser(userAgent), address].filter(Boolean).join(', ') || known.way(way)
  return (
    <li>
      <div>
        <strong>{isThis ? t('settings.thisSession', { name }) : name}</strong>
        <p className="second">
          {t('settings.sessionSays', {
            way: known.way(way),
            opened: format.instant(openedAt),
            used: format.instant(usedAt),
          })}
        </p>
      </div>
      {!isThis && (
        <AskFirst
          label={t('settings.endSessionOf', { name })}
          title={t('settings.endSessionAsk', { name })}
          says={t('settings.endSessionSays')}
          act={() => end.mutateAsync({ params: { session: id } }).then(() => say(t('settings.endedSession')))}
        >
          {t('settings.endSession')}
        </AskFirst>
      )}
    </li>
  )
}
