/** Lines that only one of two texts has, with the sign that a patch would give them. */
export function differences(written: string, found: string): string[] {
  const [before, now] = [linesOf(written), linesOf(found)];
  return [...only(before, now).map(line => `- ${line}`), ...only(now, before).map(line => `+ ${line}`)];
}

const linesOf = (text: string): string[] => text.split('\n').filter(line => line.trim());

/** As often as the line stands more here than there. */
function only(here: string[], there: string[]): string[] {
  const left = new Map<string, number>();
  for (const line of there) left.set(line, (left.get(line) ?? 0) + 1);
  return here.filter(line => {
    const many = left.get(line) ?? 0;
    left.set(line, many - 1);
    return many <= 0;
  });
}
