-- DropIndex
DROP INDEX "Rule_taskId_order_key";
DROP INDEX "Task_planId_order_key";

-- AlterTable
ALTER TABLE "Card" ADD COLUMN "subject" TEXT;

-- AlterTable
ALTER TABLE "Part" ADD COLUMN "cancelledAt" BIGINT;

-- AlterTable
ALTER TABLE "Rule" ADD COLUMN "retiredAt" BIGINT;
ALTER TABLE "Rule" ADD COLUMN "startsAfter" TEXT;

-- CreateTable
CREATE TABLE "Confirmation" (
    "versionId" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("versionId", "officeId"),
    CONSTRAINT "Confirmation_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Confirmation_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "fileKey" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "year" INTEGER,
    "versionId" TEXT,
    "problem" TEXT,
    "createdAt" BIGINT NOT NULL,
    "claimedAt" BIGINT,
    CONSTRAINT "Upload_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "PlanVersion" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'applied';
UPDATE "PlanVersion" SET "state" = 'draft' WHERE "planId" IN (SELECT "id" FROM "Plan" WHERE "state" = 'draft');

-- AlterTable
ALTER TABLE "Task" ADD COLUMN "printed" TEXT;
ALTER TABLE "Task" ADD COLUMN "removedAt" BIGINT;
ALTER TABLE "Task" ADD COLUMN "upstreamId" TEXT;
ALTER TABLE "Task" ADD COLUMN "upstreamAt" BIGINT;

-- RedefineTables: nothing refers to an issue. An issue belongs to the version that raised it; so far a plan had one.
CREATE TABLE "new_Issue" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "taskNo" TEXT,
    "phrases" TEXT NOT NULL,
    "suggestion" TEXT,
    "blocking" BOOLEAN NOT NULL DEFAULT false,
    "tasks" TEXT NOT NULL DEFAULT '[]',
    "choice" TEXT,
    "decision" TEXT,
    "decidedBy" TEXT,
    CONSTRAINT "Issue_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Issue_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Issue" ("decidedBy", "decision", "id", "kind", "no", "phrases", "planId", "versionId", "suggestion", "taskNo") SELECT "decidedBy", "decision", "id", "kind", "no", "phrases", "planId", (SELECT "id" FROM "PlanVersion" WHERE "PlanVersion"."planId" = "Issue"."planId" ORDER BY "number" DESC LIMIT 1), "suggestion", "taskNo" FROM "Issue";
DROP TABLE "Issue";
ALTER TABLE "new_Issue" RENAME TO "Issue";
CREATE INDEX "Issue_planId_idx" ON "Issue"("planId");
CREATE UNIQUE INDEX "Issue_versionId_no_key" ON "Issue"("versionId", "no");

-- CreateIndex
CREATE INDEX "Upload_state_idx" ON "Upload"("state");

-- CreateIndex
CREATE INDEX "Card_subject_idx" ON "Card"("subject");

-- CreateIndex
CREATE INDEX "Rule_taskId_order_idx" ON "Rule"("taskId", "order");
CREATE INDEX "Task_planId_order_idx" ON "Task"("planId", "order");
CREATE INDEX "Task_upstreamId_idx" ON "Task"("upstreamId");
