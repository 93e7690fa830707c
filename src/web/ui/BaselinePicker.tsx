import { useTranslation } from 'react-i18next'
import { useAsk } from '../data/ask.ts'
import type { Answered } from '../data/call.ts'
import { useOrganization } from '../data/organization.ts'
import { useAddress } from './address.ts'
import styles from './BaselinePicker.module.css'

type Baseline = Answered<'GET /api/organizations/:organization/baselines'>['items'][number]

/**
 * The baseline that the address names, and whether it is the one that is worked in; undefined where it names none. Its id goes
 * with what is asked.
 */
export function useBaseline(): Readonly<{
  baseline: string | undefined
  items: readonly Baseline[]
  /** The baseline of the address, where it is an older one, in which nothing can be changed. */
  older: Baseline | undefined
}> {
  const { params, organization } = useOrganization()
  const { said } = useAddress()
  const may = organization.permissions.includes('read readiness')
  const { data } = useAsk('GET /api/organizations/:organization/baselines', may ? { params } : undefined)
  const items = data?.items ?? []
  const current = items.find(({ state }) => state === 'open') ?? items[0]
  const named = items.find(({ id }) => id === said.baseline)
  return {
    baseline: said.baseline,
    items,
    older: named !== undefined && named.id !== current?.id ? named : undefined,
  }
}

/** Chooses the baseline that a page shows. Absent while there is only one to look at. */
export function BaselinePicker() {
  const { t } = useTranslation()
  const { say } = useAddress()
  const { items, older } = useBaseline()
  if (items.length < 2) return null
  const current = items.find(({ state }) => state === 'open') ?? items[0]
  return (
    <select
      className={styles.picker}
      aria-label={t('baselines.shown')}
      value={older?.id ?? ''}
      data-older={older !== undefined}
      onChange={(event) => say({ baseline: event.currentTarget.value || undefined })}
    >
      {items.map(({ id, name, kind, state }) => (
        <option key={id} value={id === current?.id ? '' : id}>
          {name} ({t(`baselines.kinds.${kind}`)}, {t(`baselines.states.${state}`)})
        </option>
      ))}
    </select>
  )
}

/** Says that an older baseline is looked at; nothing where the current one is. */
export function OlderNote() {
  const { t } = useTranslation()
  const { say } = useAddress()
  const { older } = useBaseline()
  if (!older) return null
  return (
    <p className={styles.note} role="status">
      {t('baselines.older', { name: older.name })}{' '}
      <button type="button" onClick={() => say({ baseline: undefined })}>
        {t('baselines.toCurrent')}
      </button>
    </p>
  )
}
