/** What a file is by its first bytes; a name or an extension proves nothing. */
import * as errors from './errors';

const startsWith = (head: Buffer, ...bytes: number[]) => bytes.every((b, i) => head[i] === b);

/**
 * The container, or the refusal of a file that is no table. `head` are the first bytes, `directory` the
 * directory sector of an OLE2 file.
 */
export function containerOf(head: Buffer, directory: Buffer, file: string): 'zip' | 'text' {
  if (head.length === 0) throw errors.empty(file);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    // An encrypted XLSX is an OLE2 file too; its directory names the stream "EncryptedPackage" in UTF-16.
    throw directory.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? errors.encrypted(file)
      : errors.oldXls(file);
  }
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46))
    throw errors.notATable(file, { zh: ' PDF 文件', en: 'a PDF file' });
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47)) throw errors.notATable(file, { zh: '图片', en: 'a picture' });
  if (startsWith(head, 0xff, 0xd8, 0xff)) throw errors.notATable(file, { zh: '图片', en: 'a picture' });
  if (startsWith(head, 0x47, 0x49, 0x46, 0x38)) throw errors.notATable(file, { zh: '图片', en: 'a picture' });
  if (
    startsWith(head, 0x1f, 0x8b) ||
    startsWith(head, 0x52, 0x61, 0x72, 0x21) ||
    startsWith(head, 0x37, 0x7a, 0xbc, 0xaf)
  ) {
    throw errors.notATable(file, { zh: '压缩包', en: 'a compressed archive' });
  }
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase();
  if (/^<(!doctype html|html|table|\?xml|meta|head)/.test(text)) {
    throw errors.notATable(file, { zh: '网页或 XML 文件', en: 'a web page or XML file' });
  }
  if (text.startsWith('{\\rtf')) throw errors.notATable(file, { zh: ' RTF 文档', en: 'an RTF document' });
  return 'text';
}
