import { Drawer } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './SideSheet.module.css'

type SideSheetProps = Readonly<{ title: string; back: string; children: ReactNode }>

/** The detail of a page, beside it and under its own address; closing it goes back to the page's. */
export function SideSheet({ title, back, children }: SideSheetProps) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Drawer.Root opened onClose={() => router.history.push(back)} position="right" size="min(720px, 100vw)">
      <Drawer.Overlay />
      <Drawer.Content>
        {/* Mantine's own header would be a second banner of the page. */}
        <div className={styles.head}>
          <Drawer.Title className={styles.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('ui.close')} />
        </div>
        <Drawer.Body className={styles.body}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
