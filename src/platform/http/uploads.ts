import type { FastifyRequest } from 'fastify';

/** A file as sent with a form. `name` is what the sender's machine called it: shown, never used as a path. */
export type Upload = { field: string; name: string; mediaType: string; content: Buffer };

/** Reads a form with files into the body, so that a field check (the CSRF token's too) is the same for every form. */
export async function readUploads(request: FastifyRequest): Promise<void> {
  const fields: Record<string, unknown> = {};
  const uploads: Upload[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'field') keep(fields, part.fieldname, part.value);
    else uploads.push(await readPart(part));
  }
  request.body = fields;
  request.uploads = uploads.filter(upload => upload.name !== '');
}

/** Of a field that comes several times (ticks) all values, as in a form without a file. */
function keep(fields: Record<string, unknown>, name: string, value: unknown): void {
  fields[name] = Object.hasOwn(fields, name) ? [fields[name], value].flat() : value;
}

type FilePart = { fieldname: string; filename: string; mimetype: string; toBuffer: () => Promise<Buffer> };

const readPart = async (part: FilePart): Promise<Upload> => ({
  field: part.fieldname,
  name: part.filename?.replace(/^.*[\\/]/, '').slice(0, 200) ?? '',
  mediaType: part.mimetype,
  content: await part.toBuffer(),
});

declare module 'fastify' {
  interface FastifyRequest {
    uploads: Upload[];
  }
}
