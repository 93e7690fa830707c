import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

type ActProps = Readonly<{
  children: ReactNode
  onClick?: () => void
  /** Why it cannot be done now: the button stays, disabled, and says so. */
  whyNot?: string | undefined
  isPrimary?: boolean
  isBusy?: boolean
  type?: 'button' | 'submit'
  label?: string
}> &
  Pick<ButtonProps, 'size'>

/** Something that can be done; what cannot is disabled with the reason, on hover and on focus. */
export function Act({
  children,
  onClick,
  whyNot,
  isPrimary = false,
  isBusy = false,
  type = 'button',
  label,
  size = 'sm',
}: ActProps) {
  const button = (
    <Button
      type={whyNot ? 'button' : type}
      size={size}
      variant={isPrimary ? 'filled' : 'default'}
      loading={isBusy}
      {...(label ? { 'aria-label': label } : {})}
      {...(whyNot ? { 'data-disabled': true, 'aria-disabled': true } : { onClick })}
    >
      {children}
    </Button>
  )
  return whyNot ? <Tooltip label={whyNot}>{button}</Tooltip> : button
}
