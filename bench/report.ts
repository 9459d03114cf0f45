import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { HOME } from '../src/platform/settings/settings.ts';

type Page = { name: string; bar: number; costs: Map<number, number> };

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

  page(name: string, lines: number, milliseconds: number, bar: number): void {
    let page = this.#pages.find(one => one.name === name);
    if (!page) {
      page = { name, bar, costs: new Map() };
      this.#pages.push(page);
    }
    page.costs.set(lines, milliseconds);
    print(`${name} (${lines.toLocaleString('en-GB')} lines)`, milliseconds, 'ms', bar);
  }

  limit(name: string, value: number, bar: number, unit: string): void {
    this.#limits.push({ name, value, bar, unit });
    print(name, value, unit, bar);
  }

  write(path: string): void {
    writeFileSync(join(HOME, path), this.#text());
    const over = [
      ...this.#pages.filter(page => Math.max(...page.costs.values()) > page.bar),
      ...this.#limits.filter(limit => limit.value > limit.bar),
    ];
    if (over.length) {
      console.error(`\nOver the bar: ${over.map(one => one.name).join('; ')}`);
      process.exitCode = 1;
    }
  }

  #text(): string {
    const day = Temporal.Now.plainDateISO();
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.version}`;
    return `# What it costs

Measured ${day} by \`npm run bench\` on ${machine}. Trust the ratios more than the milliseconds.

Milliseconds of processor time for one request, the web process and the whole database together; the middle of five rounds. Signed in, through the real pages, over HTTP. One organisation has 50,000 lines, 25,000 of them in the plan that is asked for; another has 1,000, with 500 in its plan.

| page | bar | 1,000 lines | 50,000 lines | 50,000 to 1,000 | to a bare select and page |
|---|---:|---:|---:|---:|---:|
${this.#pages.map(page => this.#row(page)).join('\n')}

| for comparison | ms |
|---|---:|
${this.#bare.map(([name, value]) => `| ${name} | ${value.toFixed(2)} |`).join('\n')}

| the whole | bar | measured |
|---|---:|---:|
${this.#limits.map(({ name, value, bar, unit }) => `| ${name} | ${bar} ${unit} | ${value.toFixed(0)} ${unit} |`).join('\n')}
`;
  }

  #row({ name, bar, costs }: Page): string {
    const [few = Number.NaN, many = Number.NaN] = [...costs]
      .sort(([a], [b]) => a - b)
      .map(([, cost]) => cost);
    const cells = [few, many, many / few, many / this.#compared].map(cell => cell.toFixed(2));
    return `| ${name} | ${bar} | ${cells.join(' | ')} |`;
  }
}

function print(name: string, value: number, unit: string, bar?: number): void {
  const over = bar !== undefined && value > bar ? '  OVER' : '';
  console.log(`${name.padEnd(66)} ${value.toFixed(2).padStart(8)} ${unit}${bar ? ` of ${bar}` : ''}${over}`);
}
