import { answer } from '@/app/_lib/answer';
import { pageContext } from '@/app/_lib/context';
import { ruleCard } from '@/lib/rules/texts';

/** `GET /api/rules/<id>?on=YYYY-MM-DD`: the rule in a sentence, with the parameters in force that day. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const { id } = await params;
    const ctx = await pageContext();
    const on = new URL(request.url).searchParams.get('on') ?? ctx.today;
    const card = ruleCard(ctx.policy, id, on);
    if (!card) return Response.json({ error: { code: 'unknown_rule', message: id } }, { status: 404 });
    return Response.json(card);
  });
}
