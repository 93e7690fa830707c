import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Canonical, FileMapping } from './mapping-draft.ts'

/** In words, as what a file is read. */
export function useReadAs(
  canonical: readonly Canonical[],
): (file: Pick<FileMapping, 'shape' | 'table'>) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ shape, table }) => {
      if (table === 'ignore') return t('mapping.ways.ignore')
      if (shape !== 'record') return t(`mapping.ways.${shape}`)
      const row = canonical.find((one) => one.table === table)?.row
      return row === undefined ? table : `${table.replaceAll('_', ' ')}: ${row}`
    },
    [t, canonical],
  )
}
