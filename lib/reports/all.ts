/** Gathers every report into the registry. */
import { register } from './registry';

register();
