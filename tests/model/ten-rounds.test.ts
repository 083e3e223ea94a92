import { zhongguancunTen } from '../../shared/scenarios/zhongguancun-10/index.ts';
import { holdIn } from './claims.ts';

holdIn(zhongguancunTen);
