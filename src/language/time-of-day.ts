const TIME = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/;

/** "9am", "5:30pm", "17.30", "0900" and "midday" as people write them; nothing for what is no time of day. */
export function readTimeOfDay(text: string): Temporal.PlainTime | undefined {
  const said = text.toLowerCase().replaceAll(/[\s,]|(?<=[ap])\.|(?<=m)\./g, '');
  if (said === 'midday' || said === 'noon') return new Temporal.PlainTime(12);
  const [, hour = '', minute = '0', half] = TIME.exec(said) ?? [];
  if (!hour || Number(minute) > 59) return undefined;
  const hours = half ? onTheClock(Number(hour), half) : Number(hour);
  return hours === undefined || hours > 23 ? undefined : new Temporal.PlainTime(hours, Number(minute));
}

const onTheClock = (hour: number, half: string): number | undefined =>
  hour < 1 || hour > 12 ? undefined : (hour % 12) + (half === 'pm' ? 12 : 0);

/** "9am", "5:30pm", "midday", "midnight". */
export function timeInWords({ hour, minute }: Temporal.PlainTime): string {
  if (minute === 0 && hour % 12 === 0) return hour ? 'midday' : 'midnight';
  const minutes = minute ? `:${String(minute).padStart(2, '0')}` : '';
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}
