package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.ledger.LedgerSummaryBuilder;
import dk.grundskema.api.platform.page.PageHead;

/**
 * Model of the ledger page: what each student gets.
 *
 * @param plan     id of the plan
 * @param mayEnter whether the visitor may enter attendance
 * @param mayName  whether the visitor may see students' names, which the workbook contains
 * @param summary  the ledger
 */
public record LedgerPage(String plan, boolean mayEnter, boolean mayName, LedgerSummaryBuilder.LedgerSummary summary) {
    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("ledger").withStyle("fidelity.css").withAutoRefresh();
    }
}
