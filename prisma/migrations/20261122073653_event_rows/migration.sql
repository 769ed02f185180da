-- CreateIndex
CREATE INDEX "Rule_kind_idx" ON "Rule"("kind");
