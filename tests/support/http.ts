/** HTTP requests of the tests, with status and body of the answer. */
import { randomBytes } from 'node:crypto';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { KEY } from './server.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body if it is a JSON object, else empty. */
  readonly body: Readonly<Record<string, unknown>>;
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: objectIn(text) };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function post(url: string, body: unknown, key?: string): Promise<Answered> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (key !== undefined) headers.authorization = `Bearer ${key}`;
  return ask(url, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export interface OpenedClass {
  readonly classId: string;
  readonly code: string;
  readonly projectorLink: string;
}

export async function openClass(url: string, request: OpenRequest = {}): Promise<OpenedClass> {
  const { status, body, text } = await post(`${url}/api/classes`, request, KEY);
  if (status !== 201) throw new Error(`the class was not opened: ${text}`);
  return { classId: String(body.classId), code: String(body.code), projectorLink: String(body.projectorLink) };
}

export function joinClass(url: string, code: string, name: string, token = newToken()): Promise<Answered> {
  return post(`${url}/api/classes/${code}/players`, { name, token });
}
