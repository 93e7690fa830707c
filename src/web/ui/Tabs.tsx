import { useLocation } from '@tanstack/react-router'
import styles from './Tabs.module.css'
import { To } from './To.tsx'

export type Tab = Readonly<{ href: string; label: string }>

/** The parts of a page that is too long for one; each has its own address. */
export function Tabs({ label, tabs }: Readonly<{ label: string; tabs: readonly Tab[] }>) {
  const { pathname } = useLocation()
  const within = tabs.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  const current = within.toSorted((a, b) => b.href.length - a.href.length)[0]
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <To href={tab.href} aria-current={tab === current ? 'page' : undefined}>
              {tab.label}
            </To>
          </li>
        ))}
      </ul>
    </nav>
  )
}
