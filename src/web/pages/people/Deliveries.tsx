import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'

type Delivery = Answered<'GET /api/organizations/:organization/webhooks/:webhook/deliveries'>['items'][number]

const tones = {
  waiting: 'partially',
  delivered: 'conforming',
  'given up': 'major',
} as const satisfies Record<Delivery['state'], ToneName>

const most = 200

/** What was sent to an address, newest first, and what came of it. */
export function Deliveries({ webhook }: Readonly<{ webhook: string }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/webhooks/:webhook/deliveries', {
    params: { ...params, webhook },
    query: { limit: most },
  })
  return (
    <Shown query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="second">{t('webhooks.nothingSent')}</p>
        ) : (
          <Table webhook={webhook} rows={items} />
        )
      }
    </Shown>
  )
}

function Table({ webhook, rows }: Readonly<{ webhook: string; rows: readonly Delivery[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo(
    (): readonly Column<Delivery>[] => [
      {
        key: 'type',
        head: t('webhooks.event'),
        cell: ({ type, event }) => <span title={event}>{type}</span>,
        value: ({ type }) => type,
        filter: true,
        isName: true,
        width: 200,
        grows: true,
      },
      {
        key: 'state',
        head: t('webhooks.state'),
        cell: ({ state }) => <Verdict tone={tones[state]}>{t(`webhooks.states.${state}`)}</Verdict>,
        value: ({ state }) => t(`webhooks.states.${state}`),
        filter: true,
        width: 140,
      },
      {
        key: 'attempts',
        head: t('webhooks.attempts'),
        cell: ({ attempts }) => format.number(attempts),
        value: ({ attempts }) => attempts,
        isNumber: true,
        width: 96,
      },
      {
        key: 'answer',
        head: t('webhooks.answer'),
        cell: ({ status, error }) => {
          const text = [status, error].filter((part) => part !== undefined).join(' ')
          return <span title={text}>{text || '–'}</span>
        },
        width: 220,
      },
      {
        key: 'at',
        head: t('webhooks.at'),
        cell: ({ deliveredAt, createdAt }) => format.instant(deliveredAt ?? createdAt),
        value: ({ deliveredAt, createdAt }) => deliveredAt ?? createdAt,
        width: 176,
      },
      {
        key: 'again',
        head: t('webhooks.again'),
        cell: (delivery) => <Again webhook={webhook} delivery={delivery} />,
        width: 130,
      },
    ],
    [t, format, webhook],
  )
  return (
    <DataTable
      scope={webhook.slice(0, 8)}
      label={t('webhooks.sent')}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
    />
  )
}

function Again({ webhook, delivery: { id, type } }: Readonly<{ webhook: string; delivery: Delivery }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const say = useToast()
  const resend = useChange(
    'POST /api/organizations/:organization/webhooks/:webhook/deliveries/:delivery/resend',
  )
  return (
    <Act
      size="compact-xs"
      label={`${t('webhooks.again')}: ${type}`}
      isBusy={resend.isPending}
      onClick={() =>
        resend.mutate(
          { params: { ...params, webhook, delivery: id } },
          { onSuccess: () => say(t('webhooks.isSentAgain')), onError: (error) => say(error.message) },
        )
      }
    >
      {t('webhooks.again')}
    </Act>
  )
}
