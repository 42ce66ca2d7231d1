package dk.grundskema.api.web.app.fidelity;

import dk.grundskema.api.ledger.LedgerView;

/**
 * The page with who gets how much of what.
 *
 * @param plan     id of the plan
 * @param mayEnter whether the visitor may enter what came of meetings
 * @param mayName  whether the visitor may know students' names, which the workbook has
 * @param seen     the ledger
 */
public record LedgerPage(String plan, boolean mayEnter, boolean mayName, LedgerView.Seen seen) {}
