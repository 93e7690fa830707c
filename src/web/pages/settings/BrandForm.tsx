import { FileInput, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { brandFonts, contrast, coverStyles, fewestContrast, readability } from '#base/brand.ts'
import { look } from '#base/look.ts'
import { useAsk, useChange } from '../../data/ask.ts'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Settings.module.css'

type Brand = Answered<'GET /api/organizations/:organization/brand'>

/** How the documents of the organization look, with a preview of a cover while it is being chosen. */
export function BrandForm() {
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/brand', { params })
  return <Shown query={query}>{(brand) => <Form key={brand.version} brand={brand} />}</Shown>
}

function Form({ brand }: Readonly<{ brand: Brand }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const [given, setGiven] = useState({
    primary: brand.primary,
    secondary: brand.secondary,
    footer: brand.footer,
    coverLine: brand.coverLine,
    font: brand.font,
    officeFont: brand.officeFont,
    cover: brand.cover,
  })
  const [logo, setLogo] = useState<string | null | undefined>(undefined)
  const change = useChange('PUT /api/organizations/:organization/brand')
  const forbidden = whyNot('manage settings')
  const input = <K extends keyof typeof given>(name: K) => ({
    disabled: forbidden !== undefined,
    value: given[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      // A list of choices hands back one of them.
      setGiven((before) => ({ ...before, [name]: value as (typeof given)[K] }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      ...given,
      ...(logo === undefined ? {} : { logo: logo === null ? null : afterComma(logo) }),
    }
    change.mutate({ params, ifMatch: brand.version, body }, { onSuccess: () => say(t('ui.saved')) })
  }
  const shown =
    logo === undefined && brand.hasLogo
      ? `${addressOf('GET /api/organizations/:organization/brand/logo', { params })}?v=${brand.version}`
      : logo

  return (
    <form className={styles.form} onSubmit={submit}>
      <Colour label={t('brand.primary')} {...input('primary')} />
      <Colour label={t('brand.secondary')} {...input('secondary')} />
      <TextInput label={t('brand.coverLine')} maxLength={200} {...input('coverLine')} />
      <TextInput label={t('brand.footer')} maxLength={200} {...input('footer')} />
      <FileInput
        label={t('brand.logo')}
        description={t('brand.logoSays')}
        accept="image/png,image/jpeg,image/svg+xml"
        disabled={forbidden !== undefined}
        clearable
        onChange={(file) => void readAs(file).then(setLogo)}
      />
      <NativeSelect
        label={t('brand.cover')}
        data={coverStyles.map((value) => ({ value, label: t(`brand.coverAs.${value}`) }))}
        {...input('cover')}
      />
      <NativeSelect
        label={t('brand.font')}
        description={t('brand.fontSays')}
        data={[...brandFonts]}
        {...input('font')}
      />
      <TextInput
        label={t('brand.officeFont')}
        description={t('brand.officeFontSays')}
        maxLength={60}
        placeholder="Inter"
        {...input('officeFont')}
      />
      <Preview {...given} logo={shown ?? undefined} />
      <Trouble error={change.error} />
      <div className={styles.acts}>
        <Act type="submit" isPrimary whyNot={forbidden} isBusy={change.isPending}>
          {t('brand.save')}
        </Act>
        {shown ? (
          <Act whyNot={forbidden} onClick={() => setLogo(null)}>
            {t('brand.noLogo')}
          </Act>
        ) : null}
      </div>
    </form>
  )
}

type ColourProps = Readonly<{
  label: string
  value: string
  disabled: boolean
  onChange: (event: { currentTarget: { value: string } }) => void
}>

/** A colour as text and as a field to pick it, with how well it can be read. */
function Colour({ label, value, disabled, onChange }: ColourProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const isColour = /^#[0-9a-f]{6}$/i.test(value)
  const ratio = isColour ? readability(value) : 0
  const number = format.number(Math.floor(ratio * 100) / 100)
  const isPoor = isColour && ratio < fewestContrast
  const says = isPoor ? t('brand.poor', { ratio: number }) : t('brand.good', { ratio: number })
  return (
    <div className={styles.colour}>
      <TextInput
        label={label}
        value={value}
        disabled={disabled}
        maxLength={7}
        onChange={onChange}
        description={isColour && !isPoor ? says : undefined}
        error={isPoor ? says : undefined}
      />
      <input
        type="color"
        aria-label={t('brand.pick', { label })}
        value={isColour ? value : look.light.ink}
        disabled={disabled}
        onChange={onChange}
      />
    </div>
  )
}

type PreviewProps = Readonly<{
  primary: string
  secondary: string
  footer: string
  coverLine: string
  font: Brand['font']
  cover: Brand['cover']
  logo: string | undefined
}>

/** A cover in small. It is paper: white in the dark too. */
function Preview({ primary, secondary, footer, coverLine, font, cover, logo }: PreviewProps) {
  const { t } = useTranslation()
  const { organization } = useOrganization()
  const { paper } = look.light
  const isBanded = cover === 'band'
  const quiet = isBanded ? paper : safe(secondary)
  const fontFamily = font === 'Inter' ? undefined : 'Libertinus Serif, Georgia, serif'
  return (
    <figure className={styles.preview}>
      <figcaption>{t('brand.preview')}</figcaption>
      <div className={styles.cover} style={{ background: paper, color: look.light.ink, fontFamily }}>
        {logo ? (
          <img
            className={cover === 'logo' ? styles.large : undefined}
            src={logo}
            alt={t('brand.logoOf', { name: organization.name })}
          />
        ) : null}
        {isBanded ? null : <span className={styles.stroke} style={{ background: primary }} />}
        <div
          className={isBanded ? styles.band : styles.words}
          style={isBanded ? { background: safe(primary), color: paper } : undefined}
        >
          <span style={{ color: quiet }}>ISO/IEC 20000-1:2018</span>
          <strong>{t('brand.sample')}</strong>
          <span>{organization.name}</span>
          <span style={{ color: quiet }}>{coverLine}</span>
        </div>
        <small>{footer}</small>
      </div>
    </figure>
  )
}

/** A colour that cannot be read yet is shown as it will be: not at all. */
function safe(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) && contrast(colour, look.light.paper) > 1 ? colour : look.light.ink
}

/** A file as a data address, to be shown and sent; nothing for none. */
function readAs(file: File | null): Promise<string | undefined> {
  if (!file) return Promise.resolve(undefined)
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(typeof reader.result === 'string' ? reader.result : undefined)
    reader.onerror = () => fail(reader.error ?? new Error('The file cannot be read.'))
    reader.readAsDataURL(file)
  })
}

/** The bytes of a data address, in base64. */
function afterComma(address: string): string {
  return address.slice(address.indexOf(',') + 1)
}
