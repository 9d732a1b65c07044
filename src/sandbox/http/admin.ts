import type { Sandbox } from '../engine/engine.ts';
import { faultSchema, type Faults } from '../faults/faults.ts';
import { check, problem } from '../model/request.ts';
import { refuse, type Answer } from './routes.ts';

/** Beside the API, under /sandbox: what is to go wrong, and what was seen. No provider has anything like it. */
export const isAdmin = (path: string): boolean => path.startsWith('/sandbox/');

export function administer(
  { sandbox, faults }: { readonly sandbox: Sandbox; readonly faults: Faults },
  {
    method,
    path,
    body,
  }: { readonly method: string; readonly path: string; readonly body: unknown },
): Answer {
  switch (`${method} ${path}`) {
    case 'GET /sandbox/report':
      return { status: 200, body: sandbox.report() };
    case 'GET /sandbox/faults':
      return { status: 200, body: { faults: faults.list() } };
    case 'DELETE /sandbox/faults':
      faults.clear();
      return { status: 200, body: {} };
    case 'POST /sandbox/faults': {
      const fault = check(faultSchema, body);
      if (!fault.ok) return refuse(fault.problem);
      faults.add(fault.value);
      return { status: 200, body: { fault: fault.value } };
    }
    default:
      return refuse(problem(404, 'not_found', `there is no ${method} ${path}`));
  }
}
