/** Width and height of a picture; undefined where its bytes do not say so. */
export type Size = Readonly<{ width: number; height: number }>

export function sizeOfPng(bytes: Buffer): Size | undefined {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Looks for the frame header among the segments of a JPEG. */
export function sizeOfJpeg(bytes: Buffer): Size | undefined {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

/** The drawing area of a cleaned SVG, or the size it names. */
export function sizeOfSvg(svg: string): Size | undefined {
  const root = /^<svg[^>]*>/.exec(svg)?.[0] ?? ''
  const box = /viewBox="\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)\s*"/.exec(root)
  const [width, height] = box
    ? [Number(box[1]), Number(box[2])]
    : [numberIn(/ width="([\d.]+)(?:px)?"/, root), numberIn(/ height="([\d.]+)(?:px)?"/, root)]
  return width && height ? { width, height } : undefined
}

function numberIn(look: RegExp, text: string): number {
  return Number(look.exec(text)?.[1])
}
