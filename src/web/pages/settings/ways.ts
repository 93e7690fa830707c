import { useTranslation } from 'react-i18next'

const ways = [
  'password',
  'password and code',
  'password and recovery code',
  'passkey',
  'passkey with PIN or fingerprint',
  'single sign-on',
  'single sign-on of the asked strength',
] as const

/** A browser names itself in many words, the telling one last but for those that many put on. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'] as const

/** How a session was opened, and by which browser, as people say it. */
export function useKnown(): Readonly<{ way: (word: string) => string; browser: (agent: string) => string }> {
  const { t } = useTranslation()
  return {
    way: (word) => {
      const known = ways.find((one) => one === word)
      return known ? t(`settings.ways.${known}`) : word
    },
    browser: browserOf,
  }
}

/** Browser and system out of what a browser says of itself; what is not known stays short. */
function browserOf(agent: string): string {
  const [, browser] = browsers.find(([word]) => agent.includes(`${word}/`)) ?? []
  const system = systems.find((name) => agent.includes(name))
  return [browser, system].filter(Boolean).join(', ') || agent.slice(0, 40)
}
