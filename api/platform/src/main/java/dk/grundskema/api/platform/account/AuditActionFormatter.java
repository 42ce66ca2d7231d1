package dk.grundskema.api.platform.account;

import dk.grundskema.domain.finding.Texts;

/** Formats the actions of audit entries. */
final class AuditActionFormatter {
    private AuditActionFormatter() {}

    /** Returns the text of an action; for an operation without its own text, a general text that it shows students' names. */
    static String format(String action, Texts texts) {
        if (texts.has(action)) {
            return texts.text(action);
        }
        String operation = "audit.used." + action;
        return texts.text(texts.has(operation) ? operation : "audit.used");
    }
}
