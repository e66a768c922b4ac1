/**
 * The traditional forms of the names of codes. A table, because making the converter's own from its phrases
 * takes longer than all the rest of reading a small file; a test holds it against the converter.
 */

const simplified =
  '与业丢严个产价优会传伤余偿关养内决别制务区医协单县发变号员响团场坚声实审宾师库应开强态总恶战户执扬报损无时机来构标核检沟没测滞满潜点现电疗确签筛类系红约级线组终经结络绝维网联节荐营装览触誉计订认讨训议设访证评识诉试话调谈责败账货质购贵费赢转输过进远违选遗邮销锦键长门闭项预额验';
const traditional =
  '與業丟嚴個產價優會傳傷餘償關養內決別製務區醫協單縣發變號員響團場堅聲實審賓師庫應開強態總惡戰戶執揚報損無時機來構標覈檢溝沒測滯滿潛點現電療確簽篩類繫紅約級線組終經結絡絕維網聯節薦營裝覽觸譽計訂認討訓議設訪證評識訴試話調談責敗賬貨質購貴費贏轉輸過進遠違選遺郵銷錦鍵長門閉項預額驗';

/** Characters of which each word has its own form: 签 is signing or a slip, 制 to make or to govern. */
const others: Readonly<Record<string, string>> = {
  签: '籤',
  制: '制',
  核: '核',
  系: '係系',
  余: '余',
  账: '帳',
};

const forms = new Map([...simplified].map((c, i) => [c, [traditional[i] ?? c, ...(others[c] ?? '')]]));

/** Every way in which a name may be written in traditional characters; itself where it has no such character. */
export function traditionalForms(name: string): string[] {
  let found = [''];
  for (const c of name) {
    const ways = forms.get(c) ?? [c];
    found = found.flatMap((head) => ways.map((way) => head + way));
  }
  return found;
}
