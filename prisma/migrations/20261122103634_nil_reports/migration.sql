-- AlterTable
ALTER TABLE "Submission" ADD COLUMN "isNil" BOOLEAN NOT NULL DEFAULT false;
-- A report of nothing had no title, and nothing else may be without one.
UPDATE "Submission" SET "isNil" = true WHERE "title" = '';

-- AlterTable
ALTER TABLE "RateEntry" ADD COLUMN "withdrawn" BOOLEAN NOT NULL DEFAULT false;
-- Taken back was said with figures that no person could enter.
UPDATE "RateEntry" SET "withdrawn" = true, "met" = 0, "total" = 0, "exempt" = 0 WHERE "exempt" > "total";

-- AlterTable
ALTER TABLE "SubmissionAct" ADD COLUMN "reasons" TEXT NOT NULL DEFAULT '[]';
-- The coded reasons stood in words before the sentence: 重复报送；链接打不开：……
UPDATE "SubmissionAct" SET "reasons" = '[' || rtrim(
  iif(instr('；' || "reason", '；重复报送') > 0, '"duplicate",', '')
  || iif(instr('；' || "reason", '；不属于') > 0, '"not-the-matter",', '')
  || iif(instr('；' || "reason", '；内容不实') > 0, '"untrue",', '')
  || iif(instr('；' || "reason", '；链接打不开') > 0, '"link-broken",', ''), ',') || ']'
WHERE "kind" = 'return';
UPDATE "SubmissionAct" SET "reasons" = '["other"]' WHERE "kind" = 'return' AND "reasons" = '[]';

-- CreateIndex
CREATE INDEX "Issue_kind_idx" ON "Issue"("kind");
