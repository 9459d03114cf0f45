import { strToU8, zipSync } from 'fflate';

type Parts = {
  /** XML inside office:text or office:spreadsheet. */
  body: string;
  /** XML inside office:automatic-styles of the content, and of the file's own styles. */
  automatic?: string;
  styles?: string;
  /** Pages with their headers and footers. */
  masters?: string;
  manifest?: string;
};

const NAMES =
  'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s" xmlns:fo="f" xmlns:draw="d" xmlns:svg="v" xmlns:dc="dc"';

/** An OpenDocument file as bytes, from raw XML. */
export function openDocumentFile(
  kind: 'text' | 'spreadsheet',
  { body, automatic = '', styles = '', masters = '', manifest }: Parts,
): Uint8Array {
  return zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${NAMES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(
      `<office:document-styles ${NAMES}><office:styles>${styles}</office:styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
    ),
    ...(manifest === undefined ? {} : { 'META-INF/manifest.xml': strToU8(manifest) }),
  });
}
