import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const formats = { xlsx: 'imports.asExcel', csv: 'imports.asCsv' } as const

/** Hands out what a page shows as a file, in the format that is chosen. */
export function FileMenu({ address }: Readonly<{ address: (format: keyof typeof formats) => string }>) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<span aria-hidden="true">▾</span>}>
          {t('imports.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item key={format} component="a" download="" href={address(format)}>
            {t(formats[format])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
