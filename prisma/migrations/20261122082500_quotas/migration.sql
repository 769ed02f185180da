-- CreateTable
CREATE TABLE "Submission" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "matter" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "link" TEXT,
    "file" TEXT,
    "eventOn" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "jointOfficeIds" TEXT NOT NULL,
    "submittedAt" BIGINT NOT NULL,
    "submittedOn" TEXT NOT NULL,
    "promptBy" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decidedAt" BIGINT,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Submission_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SubmissionCredit" (
    "submissionId" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "shares" INTEGER NOT NULL,
    "matter" TEXT NOT NULL,
    "eventOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isLate" BOOLEAN NOT NULL,

    PRIMARY KEY ("submissionId", "officeId"),
    CONSTRAINT "SubmissionCredit_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SubmissionAct" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "SubmissionAct_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RateEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "met" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "exempt" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "MonthlySummary" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "month" TEXT NOT NULL,
    "isCorrection" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "numbers" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    "draftedAt" BIGINT NOT NULL,
    "decidedAt" BIGINT,
    "decidedBy" TEXT,
    "reason" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Submission_eventOn_idx" ON "Submission"("eventOn");

-- CreateIndex
CREATE INDEX "Submission_state_submittedAt_idx" ON "Submission"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Submission_decidedAt_idx" ON "Submission"("decidedAt");

-- CreateIndex
CREATE INDEX "Submission_officeId_eventOn_idx" ON "Submission"("officeId", "eventOn");

-- CreateIndex
CREATE INDEX "SubmissionCredit_officeId_idx" ON "SubmissionCredit"("officeId");

-- CreateIndex
CREATE INDEX "SubmissionCredit_eventOn_matter_officeId_state_shares_isLate_idx" ON "SubmissionCredit"("eventOn", "matter", "officeId", "state", "shares", "isLate");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionAct_id_key" ON "SubmissionAct"("id");

-- CreateIndex
CREATE INDEX "SubmissionAct_submissionId_idx" ON "SubmissionAct"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "RateEntry_id_key" ON "RateEntry"("id");

-- CreateIndex
CREATE INDEX "RateEntry_month_ruleId_officeId_idx" ON "RateEntry"("month", "ruleId", "officeId");

-- CreateIndex
CREATE INDEX "MonthlySummary_month_idx" ON "MonthlySummary"("month");

-- CreateIndex
CREATE INDEX "Part_closedOn_idx" ON "Part"("closedOn");
