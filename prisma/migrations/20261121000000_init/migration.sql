-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "issuedOn" TEXT,
    "issuer" TEXT,
    "ownerOfficeId" TEXT,
    "state" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "Plan_ownerOfficeId_fkey" FOREIGN KEY ("ownerOfficeId") REFERENCES "Office" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sourceName" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "PlanVersion_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "no" TEXT,
    "area" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "offices" TEXT NOT NULL,
    "people" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "sourceFile" TEXT NOT NULL,
    "sourcePlace" TEXT NOT NULL,
    CONSTRAINT "Task_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "Rule_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "taskNo" TEXT,
    "phrases" TEXT NOT NULL,
    "suggestion" TEXT,
    "decision" TEXT,
    "decidedBy" TEXT,
    CONSTRAINT "Issue_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "OfficeAlias" (
    "officeId" TEXT NOT NULL,
    "alias" TEXT NOT NULL,

    PRIMARY KEY ("officeId", "alias"),
    CONSTRAINT "OfficeAlias_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RosterMember" (
    "officeId" TEXT NOT NULL,
    "roster" TEXT NOT NULL,

    PRIMARY KEY ("officeId", "roster"),
    CONSTRAINT "RosterMember_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "mobile" TEXT,
    "email" TEXT,
    "openId" TEXT,
    "active" BOOLEAN NOT NULL,
    "unreachableOn" TEXT
);

-- CreateTable
CREATE TABLE "Post" (
    "officeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    PRIMARY KEY ("officeId", "personId", "role"),
    CONSTRAINT "Post_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Post_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "period" TEXT,
    "event" TEXT,
    "dueOn" TEXT,
    "provisional" BOOLEAN NOT NULL,
    "pastAtBirth" BOOLEAN NOT NULL,
    CONSTRAINT "Occurrence_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Occurrence_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Occurrence_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Part" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "occurrenceId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "dueOn" TEXT,
    "state" TEXT NOT NULL,
    "percent" INTEGER,
    "version" INTEGER NOT NULL,
    "remindedOn" TEXT,
    "closedOn" TEXT,
    CONSTRAINT "Part_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Part_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Part_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Part_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reply" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "links" TEXT NOT NULL,
    "percent" INTEGER,
    "helpFrom" TEXT,
    "beforeState" TEXT NOT NULL,
    "beforePercent" INTEGER,
    "undoneAt" BIGINT,
    "undoneBy" TEXT,
    CONSTRAINT "Reply_partId_fkey" FOREIGN KEY ("partId") REFERENCES "Part" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "ui" TEXT NOT NULL,
    "messageId" TEXT,
    "sentAt" BIGINT,
    "supersededOn" TEXT,
    CONSTRAINT "Card_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardPart" (
    "cardId" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("cardId", "partId"),
    CONSTRAINT "CardPart_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CardPart_partId_fkey" FOREIGN KEY ("partId") REFERENCES "Part" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "uuid" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "claimedAt" BIGINT,
    "firstTriedAt" BIGINT,
    "sentAt" BIGINT,
    "messageId" TEXT,
    "reason" TEXT
);

-- CreateTable
CREATE TABLE "InboxEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Schedule" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "days" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "windowEnds" TEXT NOT NULL,
    "pausedUntil" TEXT
);

-- CreateTable
CREATE TABLE "ScheduleSlot" (
    "scheduleName" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "report" TEXT NOT NULL,

    PRIMARY KEY ("scheduleName", "on"),
    CONSTRAINT "ScheduleSlot_scheduleName_fkey" FOREIGN KEY ("scheduleName") REFERENCES "Schedule" ("name") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "body" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Plan_title_year_idx" ON "Plan"("title", "year");

-- CreateIndex
CREATE UNIQUE INDEX "PlanVersion_planId_number_key" ON "PlanVersion"("planId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Task_planId_order_key" ON "Task"("planId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "Rule_taskId_order_key" ON "Rule"("taskId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "Issue_planId_no_key" ON "Issue"("planId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "Office_name_key" ON "Office"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Occurrence_ruleId_key_key" ON "Occurrence"("ruleId", "key");

-- CreateIndex
CREATE INDEX "Part_state_dueOn_idx" ON "Part"("state", "dueOn");

-- CreateIndex
CREATE INDEX "Part_officeId_state_idx" ON "Part"("officeId", "state");

-- CreateIndex
CREATE INDEX "Part_planId_idx" ON "Part"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "Part_occurrenceId_officeId_key" ON "Part"("occurrenceId", "officeId");

-- CreateIndex
CREATE UNIQUE INDEX "Reply_id_key" ON "Reply"("id");

-- CreateIndex
CREATE INDEX "Reply_partId_idx" ON "Reply"("partId");

-- CreateIndex
CREATE INDEX "Card_messageId_idx" ON "Card"("messageId");

-- CreateIndex
CREATE INDEX "Card_personId_on_idx" ON "Card"("personId", "on");

-- CreateIndex
CREATE INDEX "Card_on_idx" ON "Card"("on");

-- CreateIndex
CREATE INDEX "CardPart_partId_idx" ON "CardPart"("partId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_id_key" ON "OutboxMessage"("id");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_uuid_key" ON "OutboxMessage"("uuid");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_dueAt_idx" ON "OutboxMessage"("state", "dueAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_claimedAt_idx" ON "OutboxMessage"("state", "claimedAt");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_idx" ON "AuditEntry"("subjectType", "subjectId");

-- The schedules that every bureau starts with.
INSERT INTO "Schedule" ("name", "days", "at", "windowEnds") VALUES
    ('morning-cards', 'working-day', '09:00', '17:30'),
    ('weekly-digest', 'week-start', '09:00', '17:30');
