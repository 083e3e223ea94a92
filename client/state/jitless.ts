/** Disables Zod's check for code generation, which violates the content security policy and is reported by browsers. */
import { config } from 'zod';

config({ jitless: true });
