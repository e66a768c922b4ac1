/** Who made or did something, in words. */
import { getTranslations } from 'next-intl/server';
import { soleViewer } from '@/lib/reports/viewer';

/** A name as people read it: the one viewer of an installation without accounts has none of its own. */
export async function personName(name: string): Promise<string> {
  return name === soleViewer.name ? (await getTranslations('shell'))('localUser') : name;
}
