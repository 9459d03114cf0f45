import { createServer } from 'node:http';
import pg from 'pg';

// What nothing can be cheaper than: Node's own server, one select of the rows that a list page shows, plain strings.
// Started by the measurement as a process of its own: PORT, CONNECTION (of an account that sees the rows) and PLAN.

const client = new pg.Client({ ...JSON.parse(process.env.CONNECTION!), application_name: 'bare' });
await client.connect();
await client.query(`set role commsgrid_member; set commsgrid.organisation = '${process.env.ORGANISATION}'`);

const rows = `select reference, what, audience, how, "when", owner, status, state from lines
  where plan_id = $1 order by position limit 50`;

createServer(async (request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (request.url === '/page') return response.end(page);
  const found = await client.query({ name: 'rows', text: rows, values: [process.env.PLAN] });
  response.end(request.url === '/select' ? String(found.rowCount) : table(found.rows));
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));

const page = table(
  Array.from({ length: 50 }, (_, row) => ({ reference: `A${row}`, what: 'Publish the winter leaflet' })),
);

function table(of: object[]): string {
  const cells = of.map(
    row =>
      `<tr>${Object.values(row)
        .map(cell => `<td>${cell}</td>`)
        .join('')}</tr>`,
  );
  return `<!doctype html><title>Lines</title><table>${cells.join('')}</table>`;
}
