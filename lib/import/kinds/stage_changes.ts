import { code, date, defineKind, text } from '../kind';
import { stageCodes } from './codes';

export const stageChanges = defineKind({
  name: 'stage_changes',
  zh: '商机阶段变更',
  en: 'Stage changes',
  fileNames: ['阶段变更', '阶段历史'],
  key: ['opportunity_id', 'stage', 'entered_on'],
  columns: {
    opportunity_id: text('商机编号', { required: true, aliases: ['商机编码', '机会编号', '商机ID'] }),
    stage: code('阶段', stageCodes, {
      required: true,
      aliases: ['变更后阶段', '新阶段', '进入阶段', '推进至'],
    }),
    entered_on: date('进入日期', {
      required: true,
      aliases: ['变更时间', '变更日期', '推进时间', '操作时间'],
    }),
  },
  references: [{ column: 'opportunity_id', kind: 'opportunities', to: 'opportunity_id' }],
});
