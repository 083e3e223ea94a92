/** The desk's HTTP requests outside a class: list of classes, network check, dry run. */
import type { ClassListEntry, DryRun, DryRunRequest, Preflight } from '../../shared/protocol/class-http.ts';
import { type Answer, once, post, withKey } from './http.ts';

export function openClasses(key: string): Promise<Answer<readonly ClassListEntry[]>> {
  return once('/api/classes', withKey(key));
}

export function preflight(key: string): Promise<Answer<Preflight>> {
  return once('/api/preflight', withKey(key));
}

export function startDryRun(request: DryRunRequest, key: string): Promise<Answer<DryRun>> {
  return once('/api/dry-runs', post(request, key));
}

function dryRunPath(classId: string): string {
  return `/api/dry-runs/${encodeURIComponent(classId)}`;
}

export function dryRunNow(classId: string, key: string): Promise<Answer<DryRun>> {
  return once(dryRunPath(classId), withKey(key));
}

export function stopDryRun(classId: string, key: string): Promise<Answer<DryRun>> {
  return once(dryRunPath(classId), withKey(key, 'DELETE'));
}
