/** Text without the characters that XML cannot hold, of which one would make Word or Excel refuse the whole file. */
export const printable = (text: string): string =>
  Array.from(text.toWellFormed())
    .filter(character => {
      const code = character.codePointAt(0) ?? 0;
      return code >= 32 ? code !== 0xfffe && code !== 0xffff : code === 9 || code === 10;
    })
    .join('');
