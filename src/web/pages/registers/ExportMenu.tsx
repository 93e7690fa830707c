import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'

type ExportMenuProps = Readonly<{
  register: string
  /** What the list shows just now: the same rows, in the same order. */
  shown: Readonly<{ sort?: string | undefined; where: string[]; search?: string | undefined }>
}>

const formats = { xlsx: 'imports.asExcel', csv: 'imports.asCsv' } as const

/** Hands out what the list shows as a file. */
export function ExportMenu({ register, shown }: ExportMenuProps) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<span aria-hidden="true">▾</span>}>
          {t('imports.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            download=""
            href={addressOf('GET /api/organizations/:organization/registers/:register/export', {
              params: { ...params, register },
              query: { format, ...shown },
            })}
          >
            {t(formats[format])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
