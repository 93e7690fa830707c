import { useLocation } from '@tanstack/react-router'
import styles from './Tabs.module.css'
import { To } from './To.tsx'

type TabsProps = Readonly<{
  label: string
  tabs: readonly Readonly<{ href: string; name: string; whyNot?: string | undefined }>[]
}>

/** The pages of one place, each with its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  const { pathname } = useLocation()
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ href, name, whyNot }) =>
        whyNot ? (
          <button key={href} type="button" aria-disabled="true" title={whyNot} aria-description={whyNot}>
            {name}
          </button>
        ) : (
          <To key={href} href={href} aria-current={pathname === href.split('?')[0] ? 'page' : undefined}>
            {name}
          </To>
        ),
      )}
    </nav>
  )
}
