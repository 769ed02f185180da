-- AlterTable
ALTER TABLE "Occurrence" ADD COLUMN "dueAt" BIGINT;
ALTER TABLE "Occurrence" ADD COLUMN "eventAt" BIGINT;
ALTER TABLE "Occurrence" ADD COLUMN "eventOn" TEXT;

-- CreateTable
CREATE TABLE "PartAct" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "dueOn" TEXT,
    "beforeOn" TEXT,
    "officeId" TEXT,
    CONSTRAINT "PartAct_partId_fkey" FOREIGN KEY ("partId") REFERENCES "Part" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "toOn" TEXT NOT NULL,
    CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Part" ADD COLUMN "ruleKind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Part" ADD COLUMN "dueAt" BIGINT;
ALTER TABLE "Part" ADD COLUMN "movedOn" TEXT;
ALTER TABLE "Part" ADD COLUMN "newsOn" TEXT;
ALTER TABLE "Part" ADD COLUMN "stagnantOn" TEXT;
ALTER TABLE "Part" ADD COLUMN "request" TEXT;
ALTER TABLE "Part" ADD COLUMN "snoozedUntil" TEXT;
ALTER TABLE "Part" ADD COLUMN "pausedUntil" TEXT;
ALTER TABLE "Part" ADD COLUMN "escalated" INTEGER NOT NULL DEFAULT 0;

-- The rule's kind is a copy of what the occurrence was born with; what moved last is the newest answer, by the day in Asia/Shanghai.
UPDATE "Part" SET "ruleKind" = (SELECT json_extract("rule", '$.kind') FROM "Occurrence" WHERE "Occurrence"."id" = "Part"."occurrenceId");
UPDATE "Part" SET "movedOn" = (SELECT date(max("at") / 1000 + 28800, 'unixepoch') FROM "Reply" WHERE "Reply"."partId" = "Part"."id" AND "undoneAt" IS NULL);

-- CreateIndex
CREATE INDEX "Part_ruleKind_state_idx" ON "Part"("ruleKind", "state");
CREATE INDEX "Part_state_movedOn_idx" ON "Part"("state", "movedOn");
CREATE INDEX "Part_request_idx" ON "Part"("request");
CREATE INDEX "Part_newsOn_idx" ON "Part"("newsOn");
CREATE INDEX "Part_dueAt_idx" ON "Part"("dueAt");
CREATE INDEX "Part_taskId_idx" ON "Part"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "PartAct_id_key" ON "PartAct"("id");

-- CreateIndex
CREATE INDEX "PartAct_partId_idx" ON "PartAct"("partId");

-- CreateIndex
CREATE INDEX "Absence_toOn_idx" ON "Absence"("toOn");

-- CreateIndex
CREATE INDEX "Absence_personId_idx" ON "Absence"("personId");
