import { Tooltip } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organization, Session } from '../data/organization.ts'
import { links } from '../links.ts'
import { To } from '../ui/To.tsx'
import styles from './Frame.module.css'
import { type Place, places } from './navigation.ts'
import { TopBar } from './TopBar.tsx'

type FrameProps = Readonly<{
  session: Session | undefined
  organization: Organization | undefined
  children: ReactNode
}>

/** What stands around every page: navigation at the left, organization and search on top. */
export function Frame({ session, organization, children }: FrameProps) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    if (pathname) setOpen(false)
  }, [pathname])

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page">
        {t('shell.skip')}
      </a>
      <header className={styles.top}>
        <button
          type="button"
          className={styles.menu}
          aria-expanded={isOpen}
          aria-controls="navigation"
          onClick={() => setOpen((was) => !was)}
        >
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <path d="M2 4h14M2 9h14M2 14h14" stroke="currentColor" strokeWidth="1.8" />
          </svg>
          <span className="unseen">{t('shell.menu')}</span>
        </button>
        <To className={styles.product} href={links.home}>
          {t('shell.product')}
        </To>
        <TopBar session={session} organization={organization} />
      </header>
      <nav
        id="navigation"
        className={styles.navigation}
        data-open={isOpen}
        aria-label={t('shell.navigation')}
      >
        {organization &&
          places(links.of(organization.id)).map((group) => (
            <ul key={group[0]?.word ?? ''}>
              {group.map((place) => (
                <li key={place.word}>
                  <Entry place={place} organization={organization} pathname={pathname} />
                </li>
              ))}
            </ul>
          ))}
        <ul>
          <li>
            <To href={links.help()} aria-current={pathname.startsWith(links.help()) ? 'page' : undefined}>
              {t('shell.help')}
            </To>
          </li>
        </ul>
      </nav>
      <main id="page" className={styles.page} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

type EntryProps = Readonly<{ place: Place; organization: Organization; pathname: string }>

function Entry({ place: { word, href, needs, also = [] }, organization, pathname }: EntryProps) {
  const { t } = useTranslation()
  const path = href.split('?')[0] ?? href
  if (organization.permissions.includes(needs))
    return (
      <To
        href={href}
        aria-current={
          [path, ...also].some((one) => pathname === one || pathname.startsWith(`${one}/`))
            ? 'page'
            : undefined
        }
      >
        {t(`shell.${word}`)}
      </To>
    )
  const reason = t('ui.notAllowed', {
    role: t(`scales.role.${organization.role}`),
    permission: t(`scales.permission.${needs}`),
  })
  return (
    <Tooltip label={reason} position="right">
      <button type="button" aria-disabled="true" aria-description={reason}>
        {t(`shell.${word}`)}
      </button>
    </Tooltip>
  )
}
