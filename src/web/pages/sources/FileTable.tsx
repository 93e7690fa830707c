import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Sources.module.css'

type Source = Answered<'GET /api/organizations/:organization/sources'>['items'][number]

const tones = {
  uploaded: 'not_assessed',
  waiting: 'partially',
  'needs answer': 'partially',
  read: 'conforming',
  refused: 'major',
  removing: 'not_assessed',
  removed: 'not_applicable',
} as const satisfies Record<Source['state'], ToneName>

/** Every uploaded file, where it stands, and a way to take it out again. */
export function FileTable({ files }: Readonly<{ files: readonly Source[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const [asked, setAsked] = useState<Source>()
  const columns = useMemo(
    (): readonly Column<Source>[] => [
      {
        key: 'name',
        head: t('sources.name'),
        cell: ({ name }) => <span title={name}>{name}</span>,
        value: ({ name }) => name,
        isName: true,
        width: 200,
        grows: true,
      },
      {
        key: 'state',
        head: t('sources.state'),
        cell: ({ state }) => <Verdict tone={tones[state]}>{t(`sources.states.${state}`)}</Verdict>,
        value: ({ state }) => t(`sources.states.${state}`),
        filter: true,
        width: 150,
      },
      {
        key: 'size',
        head: t('sources.size'),
        cell: ({ bytes }) => format.bytes(bytes),
        value: ({ bytes }) => bytes,
        isNumber: true,
        width: 96,
      },
      {
        key: 'by',
        head: t('sources.by'),
        cell: ({ uploadedBy }) => uploadedBy,
        value: ({ uploadedBy }) => uploadedBy,
        width: 130,
      },
      {
        key: 'at',
        head: t('sources.at'),
        cell: ({ uploadedAt }) => format.instant(uploadedAt),
        value: ({ uploadedAt }) => uploadedAt,
        width: 172,
      },
      {
        key: 'message',
        head: t('sources.message'),
        cell: ({ state, message }) =>
          // What has to be answered stands above the table.
          state === 'needs answer' || !message ? '–' : <span title={message}>{message}</span>,
        width: 200,
      },
      {
        key: 'remove',
        head: t('sources.remove'),
        cell: (source) => <Remove source={source} ask={setAsked} />,
        width: 116,
      },
    ],
    [t, format],
  )
  return (
    <>
      <DataTable label={t('sources.filesTable')} rows={files} columns={columns} rowKey={({ id }) => id} />
      {asked && <Asked source={asked} close={() => setAsked(undefined)} />}
    </>
  )
}

function Remove({ source, ask }: Readonly<{ source: Source; ask: (source: Source) => void }>) {
  const { t } = useTranslation()
  const { whyNot } = useOrganization()
  const { name, state } = source
  if (state === 'removed' || state === 'removing' || state === 'refused') return null
  return (
    <Act
      size="compact-xs"
      label={t('sources.removeOf', { name })}
      whyNot={whyNot('import tickets')}
      onClick={() => ask(source)}
    >
      {t('sources.remove')}
    </Act>
  )
}

/** Taking out makes everything anew, so it is asked once; while that runs it can be called off. */
function Asked({ source, close }: Readonly<{ source: Source; close: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const toast = useToast()
  const remove = useChange('DELETE /api/organizations/:organization/sources/:source')
  const callOff = useChange('DELETE /api/organizations/:organization/jobs/:job')
  const go = async () => {
    const { job } = await remove.mutateAsync({ params: { ...params, source: source.id } })
    toast(
      t('sources.removed', { name: source.name }),
      job && (() => callOff.mutateAsync({ params: { ...params, job: job.id } })),
    )
    close()
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('sources.removeAsk', { name: source.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <div className={styles.stack}>
        <p>{t('sources.removeSays')}</p>
        <Wrong error={remove.error} />
        <div className={styles.acts}>
          <Act isPrimary isBusy={remove.isPending} onClick={() => void go().catch(() => undefined)}>
            {t('sources.remove')}
          </Act>
          <Act onClick={close}>{t('ui.cancel')}</Act>
        </div>
      </div>
    </Modal>
  )
}
