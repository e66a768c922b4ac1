import { applyChoice, ChoiceError, choiceSchema } from '@/app/_lib/choice';
import { currentViewer } from '@/app/_lib/context';
import { companyMappings, type DropAddress, onDrop, readInBackground } from '@/app/_lib/drops';
import { refused } from '@/app/_lib/origin';
import { progressOf } from '@/lib/import/drop-jobs';
import { readPreview } from '@/lib/import/drops';
import { saveMapping } from '@/lib/work/mappings';
import { openWorkStore } from '@/lib/work/store';

/** `POST`: how one file is to be understood; the files are read again that way. */
export function POST(request: Request, address: DropAddress): Promise<Response> {
  return onDrop(request, address, async (db, drop) => {
    const choice = choiceSchema.safeParse(await request.json().catch(() => null));
    if (!choice.success) return refused('invalid', 400, choice.error.message);
    const preview = readPreview(db.dir, drop);
    if (progressOf(drop.id) || !preview)
      return refused('busy', 409, 'There is no finished preview of these files.');
    try {
      const chosen = applyChoice(drop, preview, await companyMappings(), choice.data);
      if (chosen.remember)
        await saveMapping(await openWorkStore(db.dir), chosen.remember, currentViewer().name);
      await readInBackground(db, chosen.drop);
      return Response.json({ state: 'reading' }, { status: 202 });
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      const body = { code: error.code, message: error.message, columns: error.columns };
      return Response.json({ error: body }, { status: 422 });
    }
  });
}
