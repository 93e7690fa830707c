import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Download } from '../../ui/Download.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { RatingBadge } from '../../ui/Verdict.tsx'
import styles from './Room.module.css'

type Room = Answered<'GET /api/organizations/:organization/evidence-room'>

/** What an auditor from outside is shown. Nothing can be changed here, and no rating is pushed at anybody. */
export function RoomPage() {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/evidence-room', { params })
  const mayDraw = whyNot('draw samples') === undefined
  return (
    <Page
      title={t('shell.room')}
      sentence={query.data && t('room.says', { organization: query.data.organization })}
      actions={
        <>
          <To href={to.audits}>{t('shell.audits')}</To>
          <To href={to.findings()}>{t('shell.findings')}</To>
          {mayDraw && <To href={to.samples}>{t('room.draw')}</To>}
          <Download href={addressOf('GET /api/organizations/:organization/evidence-room/list', { params })}>
            {t('room.list')}
          </Download>
        </>
      }
    >
      <Shown query={query}>{(room) => <Whole room={room} />}</Shown>
    </Page>
  )
}

function Whole({ room }: Readonly<{ room: Room }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <EnglishNote />
      <Section
        title={t('room.scope')}
        says={room.scopeApprovedOn && t('room.approved', { day: format.day(room.scopeApprovedOn) })}
      >
        <p>{room.scope || t('ui.noData')}</p>
      </Section>
      <div>
        <Named title={t('room.services')} items={room.services} />
        <Named title={t('room.parties')} items={room.parties} />
        <Documents documents={room.documents} />
        <Evidence requirements={room.requirements} />
      </div>
      <Ratings />
    </>
  )
}

function Named({ title, items }: Readonly<{ title: string; items: Room['services'] }>) {
  const { t } = useTranslation()
  return (
    <Fold title={title} says={items.length === 0 ? t('ui.noData') : t('room.count', { count: items.length })}>
      <ul className={styles.columns}>
        {items.map(({ id, number, label, state }) => (
          <li key={id}>
            <span>
              {number} {label}
            </span>
            <span className="second" lang="en">
              {state}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Documents({ documents }: Readonly<{ documents: Room['documents'] }>) {
  const { t } = useTranslation()
  return (
    <Fold title={t('room.documents')} says={t('room.count', { count: documents.length })}>
      <ul className={styles.list}>
        {documents.map((one) => (
          <li key={one.id}>
            <div>
              <span lang="en">{one.name}</span>
              <div className="second">
                {one.documents.map(({ number, label }) => `${number} ${label}`).join(', ')}
              </div>
            </div>
            <span className="second" lang="en">
              {one.status}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Evidence({ requirements }: Readonly<{ requirements: Room['requirements'] }>) {
  const { t } = useTranslation()
  const shown = requirements.filter(({ evidence, checks }) => evidence.length + checks.length > 0)
  const files = shown.flatMap(({ evidence }) => evidence.filter(({ sha256 }) => sha256 !== undefined)).length
  return (
    <Fold
      title={t('room.evidence')}
      says={t('room.evidenceSays', { count: shown.length, files })}
      isOpen={files > 0}
    >
      <ul className={styles.list}>
        {shown.map((one) => (
          <OneRequirement key={one.requirement} one={one} />
        ))}
      </ul>
    </Fold>
  )
}

type Piece = Room['requirements'][number]

function OneRequirement({ one }: Readonly<{ one: Piece }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <li>
      <div>
        <strong>{one.requirement}</strong> <span lang="en">{one.title}</span>
        {one.evidence.map((link) => (
          <Given key={link.id} link={link} />
        ))}
      </div>
      {one.checks.length > 0 && (
        <To href={to.checks({ requirement: one.requirement })}>
          {t('room.checks', { count: one.checks.length })}
        </To>
      )}
    </li>
  )
}

/** A piece of evidence: a file can be taken along, with the hash by which it is known again. */
function Given({ link }: Readonly<{ link: Piece['evidence'][number] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const isFile = link.kind === 'attachment' && link.sha256 !== undefined
  return (
    <div className="second">
      {isFile ? (
        <Download
          href={addressOf('GET /api/organizations/:organization/evidence-room/files/:attachment', {
            params: { ...params, attachment: link.target },
          })}
        >
          {link.title}
        </Download>
      ) : (
        link.title
      )}{' '}
      · {t('requirements.seenBy', { name: link.addedBy, on: format.day(link.seenOn) })}
      {link.sha256 && <code className={styles.hash}> {link.sha256}</code>}
    </div>
  )
}

/** The organization's own ratings, only for whoever asks for them. */
function Ratings() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [isOpen, setOpen] = useState(false)
  const query = useAsk(
    'GET /api/organizations/:organization/evidence-room/ratings',
    isOpen ? { params } : undefined,
  )
  return (
    <Section title={t('room.ratings')} says={t('room.ratingsSay')}>
      {!isOpen && (
        <div>
          <Act onClick={() => setOpen(true)}>{t('room.openRatings')}</Act>
        </div>
      )}
      {isOpen && (
        <Shown query={query}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map((one) => (
                <li key={one.requirement}>
                  <span>
                    {one.requirement} <span lang="en">{one.title}</span>
                  </span>
                  <RatingBadge rating={one.rating} />
                </li>
              ))}
            </ul>
          )}
        </Shown>
      )}
    </Section>
  )
}
