import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { Failed, Lines } from '../../ui/States.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'
import { TrailFilter } from './TrailFilter.tsx'
import { TrailList } from './TrailList.tsx'

/** Who changed what and when; and whether the chain of entries is whole. */
export function TrailPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const { said } = useAddress()
  const proof = useAsk('GET /api/organizations/:organization/trail/verification', { params })
  const { query, items, readMore } = usePages('GET /api/organizations/:organization/trail', {
    params,
    query: { limit: 100, kind: said.kind, record: said.record, person: said.person },
  })
  const sentence =
    proof.data &&
    (proof.data.breaks.length === 0
      ? t('people.whole', { count: proof.data.entries })
      : t('people.broken', { count: proof.data.breaks.length }))

  return (
    <PeopleFrame sentence={sentence}>
      {proof.data && proof.data.breaks.length > 0 && (
        <ul lang="en">
          {proof.data.breaks.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <TrailFilter entries={items} />
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending ? (
        <Lines />
      ) : (
        <TrailList
          entries={items.map((item) => ({
            ...item,
            by: item.actor.name,
            action: `${item.action} ${item.record.kind}`,
          }))}
        />
      )}
      {readMore && (
        <div>
          <Act onClick={readMore}>{t('ui.more')}</Act>
        </div>
      )}
    </PeopleFrame>
  )
}
