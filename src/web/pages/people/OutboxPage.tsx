import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Copy } from '../../ui/Copy.tsx'
import { useFormat } from '../../ui/format.ts'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import styles from './People.module.css'
import { PeopleFrame } from './PeopleFrame.tsx'

type Mail = Answered<'GET /api/organizations/:organization/outbox'>['items'][number]

/** Every message that was written, and what became of it. */
export function OutboxPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const session = useAsk('GET /api/session', {})
  const query = useAsk('GET /api/organizations/:organization/outbox', { params, query: { limit: 200 } })
  const sends = session.data?.sendsMail
  return (
    <PeopleFrame
      sentence={sends === undefined ? undefined : t(sends ? 'people.sendsMail' : 'people.keepsMail')}
    >
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="second">{t('people.noMail')}</p>
          ) : (
            <ul className={styles.mails}>
              {items.map((mail) => (
                <OneMail key={mail.id} mail={mail} sends={sends === true} />
              ))}
            </ul>
          )
        }
      </Shown>
    </PeopleFrame>
  )
}

function OneMail({ mail, sends }: Readonly<{ mail: Mail; sends: boolean }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const say = useToast()
  const again = useChange('POST /api/organizations/:organization/outbox/:mail/attempts')
  return (
    <li>
      <details>
        <summary>
          <strong>{mail.subject}</strong>{' '}
          <span className="second">
            {mail.to} · {format.instant(mail.createdAt)} · {t(`people.mail.${mail.state}`)}
          </span>
        </summary>
        <pre lang="en">{mail.body ?? t('people.hiddenMail')}</pre>
        {mail.problem && <p lang="en">{mail.problem}</p>}
        <div className={styles.acts}>
          {mail.body && <Copy text={mail.body} />}
          {mail.state !== 'sent' && sends && (
            <Act
              size="xs"
              isBusy={again.isPending}
              onClick={() =>
                again.mutate(
                  { params: { ...params, mail: mail.id } },
                  { onSuccess: () => say(t('people.triedAgain')) },
                )
              }
            >
              {t('people.sendAgain')}
            </Act>
          )}
        </div>
      </details>
    </li>
  )
}
