import { Menu, useMantineColorScheme } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signOut } from '../data/door.ts'
import type { Organization, Session } from '../data/organization.ts'
import { links } from '../links.ts'
import { type Language, languages, speak } from '../words/words.ts'
import { homeOf } from './navigation.ts'
import styles from './TopBar.module.css'

type TopBarProps = Readonly<{ session: Session | undefined; organization: Organization | undefined }>

/** Organization, search, appearance and account. */
export function TopBar({ session, organization }: TopBarProps) {
  return (
    <div className={styles.bar}>
      {session && organization && (
        <Switch organization={organization} organizations={session.organizations} />
      )}
      <div className={styles.space} />
      <Appearance />
      {session?.person && <Account name={session.person.name} organization={organization} />}
    </div>
  )
}

function Switch({
  organization,
  organizations,
}: Readonly<{ organization: Organization; organizations: readonly Organization[] }>) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Menu width={320} position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={t('shell.switchOrganization', { name: organization.name })}
        >
          <span className={styles.name}>{organization.name}</span>
          <span aria-hidden="true">▾</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {organizations.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => router.history.push(homeOf(one))}
            aria-current={one.id === organization.id ? 'true' : undefined}
          >
            <strong>{one.name}</strong>
            <br />
            <span className="second">{t(`scales.role.${one.role}`)}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => router.history.push(links.start)}>{t('shell.newOrganization')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const schemes = { light: 'themeLight', dark: 'themeDark', auto: 'themeAuto' } as const

function Appearance() {
  const { t, i18n } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={`${t('shell.theme')}, ${t('shell.language')}`}
        >
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="M9 2a7 7 0 0 1 0 14Z" fill="currentColor" />
          </svg>
          <span className={styles.wide}>{i18n.language.toUpperCase()}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        {(Object.keys(schemes) as (keyof typeof schemes)[]).map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Mark isOn={colorScheme === scheme} />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`shell.${schemes[scheme]}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {(Object.entries(languages) as [Language, string][]).map(([language, name]) => (
          <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={i18n.language === language}
            leftSection={<Mark isOn={i18n.language === language} />}
            onClick={() => void speak(i18n, language)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Mark({ isOn }: Readonly<{ isOn: boolean }>) {
  return <span className={styles.mark}>{isOn ? '✓' : ''}</span>
}

type AccountProps = Readonly<{ name: string; organization: Organization | undefined }>

function Account({ name, organization }: AccountProps) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={t('shell.account', { name })}>
          <span className={styles.initials} aria-hidden="true">
            {initialsOf(name)}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          {organization && ` · ${t(`scales.role.${organization.role}`)}`}
        </Menu.Label>
        {organization && (
          <Menu.Item onClick={() => router.history.push(links.of(organization.id).settings)}>
            {t('shell.settings')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => void signOut().then(() => location.assign(links.signIn()))}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('')
}
