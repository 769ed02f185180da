-- AlterTable
ALTER TABLE "Submission" ADD COLUMN "isNil" BOOLEAN NOT NULL DEFAULT false;
-- A report of nothing had no title, and nothing else may be without one.
UPDATE "Submission" SET "isNil" = true WHERE "title" = '';

-- AlterTable
ALTER TABLE "RateEntry" ADD COLUMN "withdrawn" BOOLEAN NOT NULL DEFAULT false;
-- Taken back was said with figures that no person could enter.
UPDATE "RateEntry" SET "withdrawn" = true, "met" = 0, "total" = 0, "exempt" = 0 WHERE "exempt" > "total";

-- CreateIndex
CREATE INDEX "Issue_kind_idx" ON "Issue"("kind");
