/** Zod would try out whether it may compile code, which the pages' policy forbids and a browser reports. */
import { config } from 'zod';

config({ jitless: true });
