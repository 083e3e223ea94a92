import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { holdIn } from './claims.ts';

holdIn(zhongguancun);
