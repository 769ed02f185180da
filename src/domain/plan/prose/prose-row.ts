import type { TaskRow } from '../draft-task.ts';
import type { ProseItem } from './collect.ts';
import { cutAtLabels } from './owner-labels.ts';

/** A clause in the shape of a row. */
export function rowOf(item: ProseItem): TaskRow {
  const { owners, deadline } = item.duty;
  const cells = owners === null ? [] : cutAtLabels(owners);
  return {
    no: item.no,
    area: item.area,
    text: item.text,
    owners: cells.flatMap(({ text, role, people }) => (people === null ? [{ text, role }] : [])),
    ownersInferred: false,
    people: cells.flatMap(({ text, people }) => (people === null ? [] : [{ role: people, text }])),
    ownerBlock: owners,
    deadline: deadline ?? '',
    deadlinePlace: 'bracket',
    deadlineInferred: false,
    remarks: cells.flatMap(({ remark }) => (remark === null ? [] : [{ header: '单位说明', text: remark }])),
    printed: [],
    place: item.paragraph.place,
    unnumbered: item.no === null,
    notes: item.fromSection ? [{ kind: 'section-owner', text: '单位写在本部分标题处或末尾，适用于所属各项' }] : [],
  };
}
