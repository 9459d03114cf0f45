import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { HOME } from '../src/platform/settings/settings.ts';

/** How much there is of what a page is about: 50,000 lines, 20,000 people. */
export type Size = { number: number; of: string };

/** In milliseconds, by how much there is. */
type Page = { name: string; bar: number; costs: { size: Size; milliseconds: number }[] };

/** The bars were set on a machine where the bare request took this many milliseconds; elsewhere they are so many times its own. */
const BARE_OF_THE_BARS = 0.18;

/** Says each figure as it is found, and writes them all as a page when done. A figure over its bar fails the run. */
export class Report {
  #bare: [string, number][] = [];
  #pages: Page[] = [];
  #limits: { name: string; value: number; bar: number; unit: string }[] = [];
  #compared = 1;

  say(name: string, milliseconds: number): void {
    this.#bare.push([name, milliseconds]);
    print(name, milliseconds, 'ms');
  }

  /** Later pages are also given as a multiple of this many milliseconds. */
  compareWith(milliseconds: number): void {
    this.#compared = milliseconds;
  }

  page(name: string, size: Size, milliseconds: number, bar: number): void {
    let page = this.#pages.find(one => one.name === name);
    if (!page) {
      page = { name, bar, costs: [] };
      this.#pages.push(page);
    }
    page.costs.push({ size, milliseconds });
    print(`${name} (${inWords(size)})`, milliseconds, 'ms', this.#barHere(bar));
  }

  limit(name: string, value: number, bar: number, unit: string): void {
    this.#limits.push({ name, value, bar, unit });
    print(name, value, unit, bar);
  }

  write(path: string): void {
    writeFileSync(join(HOME, path), this.#text());
    const over = [
      ...this.#pages.filter(
        page => Math.max(...page.costs.map(cost => cost.milliseconds)) > this.#barHere(page.bar),
      ),
      ...this.#limits.filter(limit => limit.value > limit.bar),
    ];
    if (over.length) {
      console.error(`\nOver the bar: ${over.map(one => one.name).join('; ')}`);
      process.exitCode = 1;
    }
  }

  /** On a faster machine than that of the bars they stay what they are. */
  #barHere(bar: number): number {
    return bar * Math.max(1, this.#compared / BARE_OF_THE_BARS);
  }

  #text(): string {
    const day = Temporal.Now.plainDateISO();
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.version}`;
    return `# What it costs

Measured ${day} by \`npm run bench\` on ${machine}.

Milliseconds of processor time for one request, the web process and the whole database together; the middle of five rounds. Signed in, through the real pages, over HTTP. One organisation has 50,000 lines, 25,000 of them in the plan that is asked for; another has 1,000, with 500 in its plan.

The bars were set on a machine where a bare select and page took ${BARE_OF_THE_BARS} ms. Here it took ${this.#compared.toFixed(2)} ms, so what counts is the last two columns of each table: the bar, and the page, as multiples of the bare request.

| page | bar | 1,000 lines | 50,000 lines | 50,000 to 1,000 | bar to bare | 50,000 to bare |
|---|---:|---:|---:|---:|---:|---:|
${this.#pages.flatMap(page => this.#ofTwoSizes(page)).join('\n')}

| page | of | bar | measured | bar to bare | measured to bare |
|---|---|---:|---:|---:|---:|
${this.#pages.flatMap(page => this.#alone(page)).join('\n')}

| for comparison | ms |
|---|---:|
${this.#bare.map(([name, value]) => `| ${name} | ${value.toFixed(2)} |`).join('\n')}

| the whole | bar | measured |
|---|---:|---:|
${this.#limits.map(({ name, value, bar, unit }) => `| ${name} | ${bar} ${unit} | ${value.toFixed(value < 10 ? 2 : 0)} ${unit} |`).join('\n')}
`;
  }

  #ofTwoSizes({ name, bar, costs }: Page): string[] {
    const [few, many] = costs.map(cost => cost.milliseconds);
    if (few === undefined || many === undefined) return [];
    return [row(name, bar, ...hundredths(few, many, many / few, ...this.#toBare(bar, many)))];
  }

  #alone({ name, bar, costs }: Page): string[] {
    const [cost, another] = costs;
    if (!cost || another) return [];
    const { size, milliseconds } = cost;
    return [row(name, inWords(size), bar, ...hundredths(milliseconds, ...this.#toBare(bar, milliseconds)))];
  }

  #toBare = (bar: number, milliseconds: number): number[] => [
    bar / BARE_OF_THE_BARS,
    milliseconds / this.#compared,
  ];
}

const inWords = ({ number, of }: Size): string => `${number.toLocaleString('en-GB')} ${of}`;

const hundredths = (...figures: number[]): string[] => figures.map(figure => figure.toFixed(2));

const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

function print(name: string, value: number, unit: string, bar?: number): void {
  const over = bar !== undefined && value > bar ? '  OVER' : '';
  console.log(
    `${name.padEnd(66)} ${value.toFixed(2).padStart(8)} ${unit}${bar ? ` of ${bar.toFixed(1)}` : ''}${over}`,
  );
}
