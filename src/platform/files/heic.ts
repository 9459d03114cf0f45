/** Brands of the format in which some phones keep photos (ISO/IEC 23008-12), and of its kin. */
const BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif'];

/** A photo as some phones keep it: few other machines can show it, and we cannot take the place out of it. */
export function isHeic(content: Uint8Array): boolean {
  const text = (from: number) => String.fromCharCode(...content.subarray(from, from + 4));
  return content.length > 12 && text(4) === 'ftyp' && BRANDS.includes(text(8));
}

export const HEIC_WORDS =
  'This photo is in a format (HEIC) that most computers cannot show. Take a screenshot of it on the phone and choose that. On an iPhone you can also choose it from Photos instead of Files, which sends it as JPEG';
