import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useRegisterWords } from '../../data/register-words.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { type Piece, statusTones } from './coverage.ts'
import styles from './Registers.module.css'

/** One piece of documented information: what it has to hold, who keeps it, and what covers it. */
export function PieceSheet({ piece, back }: Readonly<{ piece: Piece; back: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const word = useRegisterWords()
  const { name, status, content, owner, cadence, requirements, documents, keptIn, fromTickets } = piece
  return (
    <SideSheet title={name} back={back}>
      <div className={styles.record}>
        <Verdict tone={statusTones[status]}>{t(`across.statuses.${status}`)}</Verdict>
        <Facts
          facts={[
            { name: t('across.content'), value: <span lang="en">{content}</span> },
            { name: t('across.owner'), value: <span lang="en">{owner}</span> },
            { name: t('across.cadence'), value: <span lang="en">{cadence}</span> },
            { name: t('across.fromTickets'), value: t(`across.tickets.${ticketsOf(fromTickets)}`) },
            {
              name: t('shell.requirements'),
              value:
                requirements.length === 0
                  ? t('across.notDemanded')
                  : requirements.map((one) => (
                      <span key={one}>
                        <To href={to.requirement(one)}>{one}</To>{' '}
                      </span>
                    )),
            },
          ]}
        />
        <section aria-label={t('across.by')}>
          <h3>{t('across.by')}</h3>
          {documents.length === 0 && !keptIn && <p>{t('across.byNothing')}</p>}
          <ul>
            {documents.map((one) => (
              <li key={one.id}>
                <To href={to.record('documents', one.id)}>
                  {one.number} {one.label}
                </To>{' '}
                <span className="second">
                  {word('documents', one.state)}
                  {one.reviewOn && `, ${t('across.review', { on: format.day(one.reviewOn) })}`}
                  {one.isOverdue && `, ${t('across.statuses.overdue')}`}
                </span>
              </li>
            ))}
            {keptIn && (
              <li>
                <To href={to.register(keptIn.register)}>{keptIn.title}</To>{' '}
                <span className="second">{t('ui.rows', { count: keptIn.records })}</span>
              </li>
            )}
          </ul>
          <p>
            <To href={to.record('documents', 'new')}>{t('across.addDocument')}</To>
          </p>
        </section>
      </div>
    </SideSheet>
  )
}

function ticketsOf(word: string): 'none' | 'partial' | 'full' {
  return word === 'full' || word === 'partial' ? word : 'none'
}
