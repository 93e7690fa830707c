import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Evidence.module.css'
import { sayId } from './say-id.ts'
import { momentsOf } from './ticket-moments.ts'

export type Ticket = Answered<'GET /api/organizations/:organization/tickets/:ticket'>

/** One ticket as the data have it: which checks name it, what happened to it, its fields. */
export function TicketPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { ticket: id = '' } = useParams({ strict: false }) as { ticket?: string }
  const query = useAsk('GET /api/organizations/:organization/tickets/:ticket', {
    params: { ...params, ticket: id },
  })
  return (
    <Shown query={query}>
      {(ticket) => (
        <Page
          title={ticket.ticket}
          trail={<To href={to.checks()}>{t('shell.evidence')}</To>}
          sentence={<Sentence ticket={ticket} />}
        >
          <div className={styles.columns}>
            <Section title={t('evidence.stateHistory')}>
              <History ticket={ticket} />
            </Section>
            <div className={styles.stack}>
              <Section title={t('evidence.namedBy')}>
                <Named ticket={ticket} />
              </Section>
              <Related ticket={ticket} />
            </div>
          </div>
          <Section title={t('evidence.fields')} says={ticket.isMasked && t('evidence.masked')}>
            <Fields ticket={ticket} />
          </Section>
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ ticket }: Readonly<{ ticket: Ticket }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { type, state, named, createdAt } = ticket
  const what = [
    type && sayId(type),
    state && sayId(state),
    createdAt && t('evidence.openedAt', { at: format.instant(createdAt) }),
  ]
    .filter(Boolean)
    .join(', ')
  return `${what}. ${t('evidence.namedCount', { count: named.length })}`
}

function History({ ticket }: Readonly<{ ticket: Ticket }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const moments = momentsOf(ticket)
  if (moments.length === 0) return <p className="second">{t('evidence.noHistory')}</p>
  return (
    <Timeline
      label={t('evidence.stateHistory')}
      moments={moments.map(({ key, at, state, native, team, actor, isDerived, minutes }) => ({
        key,
        when: format.instant(at),
        what: <strong>{sayId(state)}</strong>,
        says: [native && t('evidence.native', { native }), team, actor, isDerived && t('evidence.derived')]
          .filter(Boolean)
          .join(' · '),
        until: minutes === undefined ? undefined : t('evidence.stayed', { time: format.duration(minutes) }),
      }))}
    />
  )
}

function Named({ ticket: { named } }: Readonly<{ ticket: Ticket }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  if (named.length === 0) return <p>{t('evidence.namedByNone')}</p>
  return (
    <ul className={styles.plain}>
      {named.map(({ check, title, reason }) => (
        <li key={check}>
          <To href={to.check(check)}>{title}</To>
          <div className="second">{reason}</div>
        </li>
      ))}
    </ul>
  )
}

function Related({ ticket: { relations, approvals } }: Readonly<{ ticket: Ticket }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <>
      {approvals.length > 0 && (
        <Section title={t('evidence.approvals')}>
          <ul className={styles.plain}>
            {approvals.map(({ kind, decision, approver, decidedAt, requestedAt }) => (
              <li key={`${kind} ${approver} ${requestedAt} ${decidedAt}`}>
                {sayId(decision ?? kind ?? '')}
                <div className="second">
                  {[
                    approver,
                    requestedAt && t('evidence.askedAt', { at: format.instant(requestedAt) }),
                    decidedAt && t('evidence.decidedAt', { at: format.instant(decidedAt) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {relations.length > 0 && (
        <Section title={t('evidence.relations')}>
          <ul className={styles.plain}>
            {relations.map(({ kind, direction, ticket }) => (
              <li key={`${kind} ${direction} ${ticket}`}>
                {sayId(kind)} {direction === 'to' ? '→' : '←'} <To href={to.ticket(ticket)}>{ticket}</To>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const isInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/

function Fields({ ticket: { fields, source } }: Readonly<{ ticket: Ticket }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = (value: string | number | boolean) => {
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no')
    return isInstant.test(value) && !Number.isNaN(Date.parse(value)) ? format.instant(value) : value
  }
  return (
    <Facts
      facts={[
        ...fields.map(({ name, means, value }) => ({
          name: sayId(name),
          means,
          value: say(value),
        })),
        ...(source
          ? [{ name: t('evidence.readFrom'), value: t('ui.line', { file: source.file, line: source.row }) }]
          : []),
      ]}
    />
  )
}
