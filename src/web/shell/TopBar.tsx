import { Menu, useMantineColorScheme } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { languages } from '#base/language.ts'
import { signOut } from '../data/door.ts'
import type { Organization, Session } from '../data/organization.ts'
import { links } from '../links.ts'
import { languageOf, speak } from '../words/words.ts'
import { homeOf } from './navigation.ts'
import { SearchBox } from './SearchBox.tsx'
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
      {organization?.permissions.includes('see own tasks') && <SearchBox organization={organization.id} />}
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
const schemeNames = Object.keys(schemes) as (keyof typeof schemes)[] // exactly those

function Appearance() {
  const { t, i18n } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={styles.button}>
          <span className="unseen">
            {t('shell.theme')}, {t('shell.language')}
          </span>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="M9 2a7 7 0 0 1 0 14Z" fill="currentColor" />
          </svg>
          <span className={styles.wide}>{i18n.language.toUpperCase()}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemeOf(value))}>
          {schemeNames.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`shell.${schemes[scheme]}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(value) => void speak(i18n, languageOf(value))}>
          {Object.entries(languages).map(([language, name]) => (
            <Menu.RadioItem key={language} value={language} lang={language}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function schemeOf(value: string): keyof typeof schemes {
  return schemeNames.find((one) => one === value) ?? 'auto'
}

type AccountProps = Readonly<{ name: string; organization: Organization | undefined }>

function Account({ name, organization }: AccountProps) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.button}>
          <span className="unseen">{t('shell.account', { name })}</span>
          <span className={styles.initials}>{initialsOf(name)}</span>
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
