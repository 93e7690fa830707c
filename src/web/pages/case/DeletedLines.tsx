import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Wrong } from '../../ui/Wrong.tsx'
import type { BusinessCase } from './business-case.ts'
import styles from './Case.module.css'
import { Wide } from './Wide.tsx'

/** Own lines that were deleted: who did it when, and the way back. */
export function DeletedLines({ lines }: Readonly<{ lines: BusinessCase['deleted'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const restore = useChange('POST /api/organizations/:organization/case/own-lines/:line/restoration')
  if (lines.length === 0) return null
  return (
    <Fold title={t('ownLines.deleted', { count: lines.length })}>
      <Wide label={t('ownLines.deleted', { count: lines.length })}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('businessCase.line')}</th>
              <th scope="col">{t('ownLines.deletedBy')}</th>
              <th scope="col">
                <span className="unseen">{t('ownLines.putBack')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, title, deletedAt, deletedBy }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>
                  {deletedBy}, {format.instant(deletedAt)}
                </td>
                <td>
                  <Act
                    size="xs"
                    isBusy={restore.isPending}
                    whyNot={whyNot('write the business case')}
                    label={`${t('ownLines.putBack')}: ${title}`}
                    onClick={() => restore.mutate({ params: { ...params, line: id } })}
                  >
                    {t('ownLines.putBack')}
                  </Act>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Wrong error={restore.error} />
    </Fold>
  )
}
