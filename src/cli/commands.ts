import type { Command } from 'commander';
import type { Io } from './io.ts';

/** A command as the list shows it. Its module is loaded when it is asked for: the platform's SDK and the emulator are large. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<(io: Io) => Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'demo',
    summary: '一条命令试用：模拟平台、样例单位和计划、机器人',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
  {
    name: 'emulator',
    summary: '只启动平台模拟器',
    load: async () => (await import('./commands/emulator.ts')).emulatorCommand,
  },
  {
    name: 'start',
    summary: '启动机器人',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  {
    name: 'import',
    summary: '读入工作要点分工方案',
    load: async () => (await import('./commands/import-plan.ts')).importCommand,
  },
  {
    name: 'plan',
    summary: '计划的核对、发布、变更和撤回',
    load: async () => (await import('./commands/plan.ts')).planCommand,
  },
  {
    name: 'export',
    summary: '按原表版式导出台账',
    load: async () => (await import('./commands/export-plan.ts')).exportCommand,
  },
  {
    name: 'offices',
    summary: '单位名单：单位、别名、名册、人员',
    load: async () => (await import('./commands/offices.ts')).officesCommand,
  },
  {
    name: 'bind',
    summary: '绑定群',
    load: async () => (await import('./commands/bind.ts')).bindCommand,
  },
  {
    name: 'deadline',
    summary: '看一句时限怎么读、怎么算',
    load: async () => (await import('./commands/deadline.ts')).deadlineCommand,
  },
  {
    name: 'ledger',
    summary: '查看台账',
    load: async () => (await import('./commands/ledger.ts')).ledgerCommand,
  },
  {
    name: 'remind',
    summary: '查看或发出某一时刻的待办卡片',
    load: async () => (await import('./commands/remind.ts')).remindCommand,
  },
  {
    name: 'quotas',
    summary: '查看报送指标完成数',
    load: async () => (await import('./commands/quotas.ts')).quotasCommand,
  },
  {
    name: 'digest',
    summary: '查看或发出周报、月度汇总',
    load: async () => (await import('./commands/digest.ts')).digestCommand,
  },
  {
    name: 'look-back',
    summary: '“回头看”：上年未完成转整改，已办结抽查',
    load: async () => (await import('./commands/look-back.ts')).lookBackCommand,
  },
  {
    name: 'outbox',
    summary: '查看发送队列和未送达',
    load: async () => (await import('./commands/outbox.ts')).outboxCommand,
  },
  {
    name: 'schedules',
    summary: '查看定时安排和接下来三次',
    load: async () => (await import('./commands/schedules.ts')).schedulesCommand,
  },
  {
    name: 'calendar',
    summary: '查看或导入工作日历',
    load: async () => (await import('./commands/calendar.ts')).calendarCommand,
  },
  {
    name: 'doctor',
    summary: '体检：配置、日历、名单、群、平台是否就绪',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'backup',
    summary: '把全部数据备份为一个文件',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: '用备份恢复全部数据',
    load: async () => (await import('./commands/backup.ts')).restoreCommand,
  },
];
