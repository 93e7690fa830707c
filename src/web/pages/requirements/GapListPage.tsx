import { useTranslation } from 'react-i18next'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { ListImport } from '../../ui/ListImport.tsx'
import { To } from '../../ui/To.tsx'
import { GapRows } from './GapRows.tsx'
import type { GapList } from './gap-list.ts'

const key = 'POST /api/organizations/:organization/gap-list'

/** Takes an own gap list: what each of its rows would do to a rating, and then does it. */
export function GapListPage() {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  return (
    <ListImport<GapList>
      title={t('gapList.title')}
      says={t('gapList.says')}
      takes={t('gapList.takes')}
      trail={<To href={to.requirements()}>{t('shell.requirements')}</To>}
      whyNot={whyNot('rate requirements')}
      address={(digest) => addressOf(key, { params, query: { digest } })}
      apply={(count) => t('gapList.apply', { count })}
      applied={(count) => t('gapList.applied', { count })}
      rows={(list) => <GapRows list={list} />}
    />
  )
}
