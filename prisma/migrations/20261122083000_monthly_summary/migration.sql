-- 月度汇总: drafted for approval on the first working day after the month before was closed.
INSERT INTO "Schedule" ("name", "days", "at", "windowEnds") VALUES
    ('monthly-summary', 'month-closed', '09:00', '17:30');
