import type { Readable } from 'node:stream';
import { getFormatFromId } from 'numfmt';
import { eachTag } from './xml.ts';

/** The number format of each style of a workbook, in the order in which cells refer to styles. */
export async function readNumberFormats(bytes: Readable): Promise<string[]> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCellStyles = false;
  await eachTag(bytes, (name, attributes) => {
    if (name === 'numFmt') {
      own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    } else if (name === 'cellXfs') inCellStyles = true;
    else if (name === 'cellStyles' || name === 'dxfs') inCellStyles = false;
    else if (name === 'xf' && inCellStyles) ids.push(Number(attributes['numFmtId'] ?? 0));
  });
  return ids.map((id) => own.get(id) ?? getFormatFromId(id));
}
