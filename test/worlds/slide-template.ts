import { drawing, head, linksPart, type Parts, rel, themePart, typesPart } from './office-parts.ts'

const slideNames = `xmlns:a="${drawing}" xmlns:r="${rel}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

type Where = readonly [number, number, number, number]

const number =
  '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'

function placeholder(id: number, ph: string, where: Where | undefined, style = ''): string {
  const prompt = '<a:r><a:rPr lang="en-GB"/><a:t>Click to write</a:t></a:r>'
  const said = ph.includes('sldNum') ? number : prompt
  const area = where
    ? `<a:xfrm><a:off x="${where[0]}" y="${where[1]}"/><a:ext cx="${where[2]}" cy="${where[3]}"/></a:xfrm>`
    : ''
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Place ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr>${area}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>${style}</a:lstStyle><a:p>${said}</a:p></p:txBody></p:sp>`
}

function block(id: number, [x, y, w, h]: Where, colour: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Block ${id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
}

function layout(name: string, type: string, shapes: string): string {
  return `${head}<p:sldLayout ${slideNames} type="${type}" preserve="1"><p:cSld name="${name}"><p:spTree>${group}${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

const [wide, high] = [9_144_000, 5_143_500]
const foot = 4_780_000

function masterPart(layouts: number, isDark: boolean): string {
  const level = (size: number, bullet: string) =>
    `<a:lvl1pPr marL="228600" indent="-228600">${bullet}<a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`
  const ids = Array.from(
    { length: layouts },
    (_, at) => `<p:sldLayoutId id="${2147483649 + at}" r:id="rId${at + 1}"/>`,
  )
  const map = isDark ? 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' : 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
  const shapes = [
    block(2, [0, 0, wide, 90_000], 'accent1'),
    placeholder(3, 'type="title"', [420_000, 230_000, 8_300_000, 700_000]),
    placeholder(4, 'type="body" idx="1"', [420_000, 1_050_000, 8_300_000, 3_500_000]),
    placeholder(5, 'type="dt" sz="half" idx="2"', [420_000, foot, 1_500_000, 250_000], small('l')),
    placeholder(6, 'type="ftr" sz="quarter" idx="3"', [2_000_000, foot, 5_400_000, 250_000], small('ctr')),
    placeholder(7, 'type="sldNum" sz="quarter" idx="4"', [7_900_000, foot, 820_000, 250_000], small('r')),
  ]
  return `${head}<p:sldMaster ${slideNames}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${group}${shapes.join('')}</p:spTree></p:cSld><p:clrMap ${map} accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="2400" b="0"><a:solidFill><a:schemeClr val="${isDark ? 'tx1' : 'accent1'}"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${level(1600, '<a:buFont typeface="Arial"/><a:buChar char="–"/>')}</p:bodyStyle><p:otherStyle><a:defPPr><a:defRPr lang="en-GB"/></a:defPPr></p:otherStyle></p:txStyles></p:sldMaster>`
}

function small(align: string): string {
  return `<a:lvl1pPr algn="${align}"><a:defRPr sz="800"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`
}

const smalls = [
  placeholder(20, 'type="dt" sz="half" idx="12"', undefined),
  placeholder(21, 'type="ftr" sz="quarter" idx="13"', undefined),
  placeholder(22, 'type="sldNum" sz="quarter" idx="14"', undefined),
].join('')

const usualLayouts = [
  layout(
    'Titelfolie',
    'title',
    `${block(10, [0, 0, 3_000_000, high], 'accent1')}${placeholder(11, 'type="ctrTitle"', [3_400_000, 1_300_000, 5_300_000, 1_400_000], '<a:lvl1pPr><a:defRPr sz="3200"/></a:lvl1pPr>')}${placeholder(12, 'type="subTitle" idx="1"', [3_400_000, 2_850_000, 5_300_000, 1_000_000], '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="1400"/></a:lvl1pPr>')}`,
  ),
  layout(
    'Titel und Inhalt',
    'obj',
    placeholder(11, 'type="title"', undefined) + placeholder(12, 'idx="1"', undefined) + smalls,
  ),
  layout('Nur Titel', 'titleOnly', placeholder(11, 'type="title"', undefined) + smalls),
  layout('Leer', 'blank', smalls),
] as const

/** A deck of 16:9 in half the usual size, with its own slide, blocks of colour, bullets and placeholders for day and number. */
export function slideTemplate({ isDark = false, layouts = usualLayouts as readonly string[] } = {}): Parts {
  const name = (at: number) => `ppt/slideLayouts/slideLayout${at + 1}.xml`
  const parts: Parts = {
    '_rels/.rels': linksPart([['rId1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `${head}<p:presentation ${slideNames}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="${wide}" cy="${high}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': linksPart([
      ['rId1', 'slideMaster', 'slideMasters/slideMaster1.xml'],
      ['rId2', 'slide', 'slides/slide1.xml'],
      ['rId3', 'theme', 'theme/theme1.xml'],
    ]),
    'ppt/theme/theme1.xml': themePart('Georgia', 'Verdana', isDark),
    'ppt/slideMasters/slideMaster1.xml': masterPart(layouts.length, isDark),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': linksPart([
      ...layouts.map(
        (_, at) => [`rId${at + 1}`, 'slideLayout', `../slideLayouts/slideLayout${at + 1}.xml`] as const,
      ),
      [`rId${layouts.length + 1}`, 'theme', '../theme/theme1.xml'],
    ]),
    'ppt/slides/slide1.xml': `${head}<p:sld ${slideNames}><p:cSld><p:spTree>${group}${placeholder(2, 'type="ctrTitle"', undefined)}</p:spTree></p:cSld></p:sld>`,
    'ppt/slides/_rels/slide1.xml.rels': linksPart([
      ['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
    ]),
  }
  for (const [at, text] of layouts.entries()) {
    parts[name(at)] = text
    parts[`ppt/slideLayouts/_rels/slideLayout${at + 1}.xml.rels`] = linksPart([
      ['rId1', 'slideMaster', '../slideMasters/slideMaster1.xml'],
    ])
  }
  const type = (what: string) => `application/vnd.openxmlformats-officedocument.presentationml.${what}+xml`
  parts['[Content_Types].xml'] = typesPart({
    'ppt/presentation.xml': type('template.main'),
    'ppt/slideMasters/slideMaster1.xml': type('slideMaster'),
    'ppt/slides/slide1.xml': type('slide'),
    'ppt/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
    ...Object.fromEntries(layouts.map((_, at) => [name(at), type('slideLayout')])),
  })
  return parts
}
