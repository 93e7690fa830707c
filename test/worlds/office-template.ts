import { head, linksPart, type Parts, rel, themePart, typesPart } from './office-parts.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const wordNames = `xmlns:w="${word}" xmlns:r="${rel}"`

function control(tag: string, text: string): string {
  return `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:tag w:val="${tag}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>${text}</w:t></w:r></w:sdtContent></w:sdt>`
}

const contentControl =
  '<w:sdt><w:sdtPr><w:tag w:val="content"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Text goes here</w:t></w:r></w:p></w:sdtContent></w:sdt>'

function style(id: string, name: string, inner: string, kind = 'paragraph'): string {
  return `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
}

const ownTable =
  '<w:style w:type="table" w:customStyle="1" w:styleId="Hafen"><w:name w:val="Hafen"/><w:basedOn w:val="NormaleTabelle"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="5B2A86"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="5B2A86"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D9D2C5"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="5B2A86"/></w:tcPr></w:tblStylePr></w:style>'

const usualStyles = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:style>',
  style(
    'Titel',
    'Title',
    '<w:basedOn w:val="Standard"/><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="5B2A86"/><w:sz w:val="64"/></w:rPr>',
  ),
  style(
    'berschrift1',
    'heading 1',
    '<w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:pPr><w:keepNext/><w:pageBreakBefore/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="5B2A86"/><w:sz w:val="40"/></w:rPr>',
  ),
  style(
    'berschrift2',
    'heading 2',
    '<w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="C8553D"/><w:sz w:val="28"/></w:rPr>',
  ),
  style('berschrift3', 'heading 3', '<w:basedOn w:val="Standard"/><w:rPr><w:b/></w:rPr>'),
  style('Beschriftung', 'caption', '<w:basedOn w:val="Standard"/><w:rPr><w:i/><w:sz w:val="18"/></w:rPr>'),
  style(
    'Aufzhlung',
    'List Bullet',
    '<w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
  ),
  style(
    'NormaleTabelle',
    'Normal Table',
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    'table',
  ),
  ownTable,
] as const

type WordParts = Readonly<{ styles?: readonly string[]; hasContent?: boolean; hasEdges?: boolean }>

/** A letterhead with a cover of its own, German style ids, a purple table, and places for what the document is. */
export function wordTemplate({
  styles = usualStyles,
  hasContent = true,
  hasEdges = true,
}: WordParts = {}): Parts {
  const type = (what: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${what}+xml`
  const edges = hasEdges
    ? '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    : ''
  const cover = `<w:p><w:pPr><w:spacing w:before="3000"/></w:pPr><w:r><w:t xml:space="preserve">For </w:t></w:r>${control('organization', 'Organization')}</w:p><w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr>${control('title', 'Title')}</w:p><w:p>${control('date', 'Date')}<w:r><w:t xml:space="preserve">, version </w:t></w:r>${control('version', 'Version')}</w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>`
  const body = hasContent
    ? `${cover}${contentControl}`
    : '<w:p><w:r><w:t>Lorem ipsum of the template</w:t></w:r></w:p>'
  const edge = (kind: 'hdr' | 'ftr', inner: string) =>
    `${head}<w:${kind} ${wordNames}><w:p>${inner}</w:p></w:${kind}>`
  return {
    '_rels/.rels': linksPart([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${head}<w:document ${wordNames}><w:body>${body}<w:sectPr>${edges}<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1700" w:right="1080" w:bottom="1440" w:left="2160" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': `${head}<w:styles ${wordNames}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana" w:cs="Verdana"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>${styles.join('')}</w:styles>`,
    'word/numbering.xml': `${head}<w:numbering ${wordNames}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="■"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="300"/></w:pPr><w:rPr><w:color w:val="C8553D"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/theme/theme1.xml': themePart(),
    ...(hasEdges
      ? {
          'word/header1.xml': edge(
            'hdr',
            `<w:r><w:t xml:space="preserve">Harbour Group · </w:t></w:r>${control('title', 'Title')}`,
          ),
          'word/footer1.xml': edge('ftr', '<w:r><w:t>Harbour Group, internal</w:t></w:r>'),
        }
      : {}),
    'word/_rels/document.xml.rels': linksPart([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'theme', 'theme/theme1.xml'],
      ['rId3', 'numbering', 'numbering.xml'],
      ...(hasEdges
        ? ([
            ['rId4', 'header', 'header1.xml'],
            ['rId5', 'footer', 'footer1.xml'],
          ] as const)
        : []),
    ]),
    '[Content_Types].xml': typesPart({
      'word/document.xml': type('document.main'),
      'word/styles.xml': type('styles'),
      'word/numbering.xml': type('numbering'),
      'word/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
      ...(hasEdges ? { 'word/header1.xml': type('header'), 'word/footer1.xml': type('footer') } : {}),
    }),
  }
}

const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook with a cover, named cells, cell styles of its own, and a sheet that is called like one of ours. */
export function bookTemplate({
  names = ['organization', 'title', 'date', 'version'],
  hasLooks = true,
} = {}): Parts {
  const type = (what: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${what}+xml`
  const rows: Readonly<Record<string, number>> = { organization: 4, title: 6, date: 8, version: 9 }
  const defined = names.map(
    (name) => `<definedName name="${name}">'Cover page'!$C$${rows[name]}</definedName>`,
  )
  const named = hasLooks
    ? '<cellStyle name="Titel" xfId="1" builtinId="15"/><cellStyle name="Überschrift 3" xfId="2" builtinId="18"/><cellStyle name="Eingabe" xfId="3" builtinId="20"/>'
    : ''
  return {
    '_rels/.rels': linksPart([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${sheet}" xmlns:r="${rel}"><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Cover page" sheetId="1" r:id="rId1"/><sheet name="Tasks" sheetId="2" r:id="rId2"/><sheet name="Sheet3" sheetId="7" r:id="rId5"/></sheets><definedNames>${defined.join('')}<definedName name="_xlnm.Print_Area" localSheetId="1">Tasks!$A$1:$B$2</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': linksPart([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['rId4', 'theme', 'theme/theme1.xml'],
      ['rId5', 'worksheet', 'worksheets/sheet3.xml'],
      ['rId6', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${sheet}"><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><cols><col min="3" max="3" width="60" customWidth="1"/></cols><sheetData><row r="2"><c r="B2" s="1" t="s"><v>0</v></c></row><row r="4"><c r="C4" s="2" t="s"><v>1</v></c></row><row r="6"><c r="B6"/><c r="D6"/></row><row r="12"><c r="B12"><f>Tasks!A1</f><v>1</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `${head}<worksheet xmlns="${sheet}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet3.xml': `${head}<worksheet xmlns="${sheet}"><sheetData/></worksheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${sheet}" count="2" uniqueCount="2"><si><t>Harbour Group</t></si><si><t>Organization</t></si></sst>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${sheet}"><fonts count="4"><font><sz val="10"/><color rgb="FF1A1A2E"/><name val="Verdana"/><family val="2"/></font><font><b/><sz val="20"/><color rgb="FF5B2A86"/><name val="Georgia"/><family val="1"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Verdana"/><family val="2"/></font><font><sz val="10"/><color rgb="FFC8553D"/><name val="Verdana"/><family val="2"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF5B2A86"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3EFE6"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0"/><xf numFmtId="0" fontId="2" fillId="2" borderId="0"/><xf numFmtId="0" fontId="3" fillId="3" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="${hasLooks ? 4 : 1}"><cellStyle name="Standard" xfId="0" builtinId="0"/>${named}</cellStyles><dxfs count="0"/></styleSheet>`,
    'xl/theme/theme1.xml': themePart(),
    '[Content_Types].xml': typesPart({
      'xl/workbook.xml': type('sheet.main'),
      'xl/worksheets/sheet1.xml': type('worksheet'),
      'xl/worksheets/sheet2.xml': type('worksheet'),
      'xl/worksheets/sheet3.xml': type('worksheet'),
      'xl/sharedStrings.xml': type('sharedStrings'),
      'xl/styles.xml': type('styles'),
      'xl/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
    }),
  }
}
