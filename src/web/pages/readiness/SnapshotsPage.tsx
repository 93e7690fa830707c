import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { DifferenceReport } from './DifferenceReport.tsx'
import { PruneSnapshots } from './PruneSnapshots.tsx'
import styles from './Readiness.module.css'
import { ReadinessTabs } from './ReadinessTabs.tsx'
import { SnapshotDifference } from './SnapshotDifference.tsx'

/** The frozen states of the assessment, and what changed since one of them. */
export function SnapshotsPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const { said } = useAddress()
  const query = useAsk('GET /api/organizations/:organization/snapshots', { params, query: { limit: 200 } })
  return (
    <Page
      title={t('standing.snapshots')}
      sentence={query.data && t('standing.snapshotCount', { count: query.data.items.length })}
    >
      <ReadinessTabs />
      <Freeze />
      <Shown query={query}>
        {({ items }) => (
          <ul className={styles.plain}>
            {items.map((one) => (
              <OneSnapshot key={one.id} snapshot={one} />
            ))}
          </ul>
        )}
      </Shown>
      <PruneSnapshots />
      {said.since && (
        <Section title={t('standing.difference')}>
          <DifferenceReport since={said.since} />
          <SnapshotDifference snapshot={said.since} />
        </Section>
      )}
    </Page>
  )
}

type Listed = Answered<'GET /api/organizations/:organization/snapshots'>['items'][number]

/** One snapshot: its version, when and by whom, and what was let go of it. */
function OneSnapshot({ snapshot }: Readonly<{ snapshot: Listed }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { id, number, name, index, frozenBy, frozenAt, sha256, isForDocuments, missing, pruning } = snapshot
  return (
    <li>
      <strong>{t('standing.snapshotHead', { number, name })}</strong>{' '}
      <span className="second">
        {t('readiness.indexOf', { index })} · {frozenBy}, {format.instant(frozenAt)}
        {isForDocuments ? ` · ${t('standing.forDocuments')}` : ''}
      </span>{' '}
      <To href={to.snapshots({ since: id })}>{t('standing.sinceThen')}</To>
      {missing && (
        <div>
          {pruning
            ? t('standing.missing', { on: format.day(pruning.at), by: pruning.by })
            : t('standing.missingParts')}
        </div>
      )}
      <div className={styles.hash}>SHA-256 {sha256}</div>
    </li>
  )
}

function Freeze() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const [name, setName] = useState('')
  const freeze = useChange('POST /api/organizations/:organization/snapshots')
  const forbidden = whyNot('freeze snapshots')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    freeze.mutate(
      { params, body: { name } },
      {
        onSuccess: () => {
          setName('')
          say(t('standing.frozen'))
        },
      },
    )
  }
  return (
    <form className={styles.freeze} onSubmit={submit}>
      <TextInput
        label={t('standing.snapshotName')}
        required
        withAsterisk={false}
        maxLength={200}
        disabled={forbidden !== undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Act type="submit" isPrimary whyNot={forbidden} isBusy={freeze.isPending}>
        {t('standing.freeze')}
      </Act>
      <Trouble error={freeze.error} />
    </form>
  )
}
