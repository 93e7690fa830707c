import { Drawer } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type SideSheetProps = Readonly<{ title: string; back: string; children: ReactNode }>

/** The detail of a page, beside it and under its own address; closing it goes back to the page's. */
export function SideSheet({ title, back, children }: SideSheetProps) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Drawer
      opened
      onClose={() => router.history.push(back)}
      position="right"
      size="min(720px, 100vw)"
      title={title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      styles={{ title: { fontWeight: 600, fontSize: 16 }, body: { paddingBottom: 48 } }}
    >
      {children}
    </Drawer>
  )
}
