import { downloadHeaders, refused } from '@/app/_lib/origin';
import { coefficientsCsv, coefficientsFile } from '@/app/bonuses/what-if/_coefficients';
import { isDate } from '@/lib/rules/period';

/** `GET /api/bonuses/coefficients?from=2027-01-01&coefficient=…`: coefficients tried, as a file of their register. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const from = searchParams.get('from') ?? '';
  if (!isDate(from)) return refused('bad_parameter', 400, 'Parameter "from": expected a day like 2027-01-01');
  const csv = coefficientsCsv(searchParams.getAll('coefficient'), from);
  if (csv === null) return refused('bad_parameter', 400, 'Parameter "coefficient": none can be read');
  return new Response(csv, { headers: downloadHeaders(coefficientsFile(from), 'text/csv; charset=utf-8') });
}
