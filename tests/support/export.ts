/** The exported data of a class: the files of `all.zip` by name. */
import { unzipSync } from 'fflate';
import { KEY } from './server.ts';

export async function zipOf(url: string, classId: string, query = ''): Promise<Readonly<Record<string, string>>> {
  const headers = { authorization: `Bearer ${KEY}` };
  const response = await fetch(`${url}/api/classes/${classId}/export/all.zip${query}`, { headers });
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

/** Pseudonyms in a table. */
export function peopleIn(csv = ''): readonly string[] {
  return [...new Set(csv.match(/P\d{3}/g))].toSorted();
}
