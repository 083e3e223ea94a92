import { zhongguancunEight } from '../../shared/scenarios/zhongguancun-8/index.ts';
import { holdIn } from './claims.ts';

holdIn(zhongguancunEight);
