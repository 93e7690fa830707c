import { look, type ToneName } from '#base/look.ts'

const side = 12

/** The shape of a tone, drawn rather than typed so that it looks the same in every font. */
export function Shape({ tone, size = side }: Readonly<{ tone: ToneName; size?: number }>) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ flex: 'none' }}>
      <g fill="none" stroke="currentColor" strokeWidth="1.6">
        {paths[look.tones[tone].shape]}
      </g>
    </svg>
  )
}

const paths = {
  disc: <circle cx="6" cy="6" r="5.2" fill="currentColor" stroke="none" />,
  diamond: <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.8" />
      <path d="M6 1.2a4.8 4.8 0 0 0 0 9.6Z" fill="currentColor" stroke="none" />
    </>
  ),
  triangle: <path d="M6 0.8 11.6 11H0.4Z" fill="currentColor" stroke="none" />,
  square: <rect x="1" y="1" width="10" height="10" fill="currentColor" stroke="none" />,
  ring: <circle cx="6" cy="6" r="4.8" />,
  slashed: (
    <>
      <circle cx="6" cy="6" r="4.8" />
      <path d="M2.6 9.4 9.4 2.6" />
    </>
  ),
} as const
