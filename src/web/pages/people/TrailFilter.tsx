import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import styles from './People.module.css'

type Entry = Answered<'GET /api/organizations/:organization/trail'>['items'][number]

/** Whose changes, and of what kind of record; both stand in the address. */
export function TrailFilter({ entries }: Readonly<{ entries: readonly Entry[] }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const { said, say } = useAddress()
  const members = useAsk('GET /api/organizations/:organization/members', {
    params,
    query: { limit: 500, former: 'true' },
  })
  const kinds = [...new Set([...(said.kind ? [said.kind] : []), ...entries.map(({ record }) => record.kind)])]
  return (
    <div className={styles.filters}>
      <select
        aria-label={t('ui.filterBy', { column: t('people.name') })}
        value={said.person ?? ''}
        onChange={(event) => say({ person: event.currentTarget.value })}
      >
        <option value="">{t('people.everybody')}</option>
        {members.data?.items.map(({ person, name }) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t('ui.filterBy', { column: t('people.recordKind') })}
        lang="en"
        value={said.kind ?? ''}
        onChange={(event) => say({ kind: event.currentTarget.value })}
      >
        <option value="">{t('people.everyKind')}</option>
        {kinds.toSorted().map((kind) => (
          <option key={kind}>{kind}</option>
        ))}
      </select>
    </div>
  )
}
