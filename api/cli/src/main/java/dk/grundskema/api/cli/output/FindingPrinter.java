package dk.grundskema.api.cli.output;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;

/**
 * Prints findings and rule violations as texts, one paragraph each.
 *
 * @param screen screen to print to
 * @param texts  texts with the names of the problem
 */
public record FindingPrinter(Screen screen, Texts texts) {
    /** Prints all findings and their number to standard error. */
    public void printErrors(Collection<LocatedFinding> findings) {
        findings.forEach(each -> printFinding(each, screen.err()));
        long errors = findings.stream().filter(each -> each.finding().isError()).count();
        long warnings = findings.stream()
                .filter(each -> each.finding().severity() == Severity.WARNING)
                .count();
        screen.err().println(texts.text("findings.count", errors, warnings));
        screen.err().flush();
    }

    /** Prints findings that are not errors. */
    public void printFindings(Collection<LocatedFinding> findings) {
        findings.forEach(each -> printFinding(each, screen.out()));
        screen.out().flush();
    }

    /**
     * Prints findings that are not errors under a heading; nothing if there are none.
     *
     * @param headingKey key of the heading, whose argument is the number of findings
     * @param file       file that they are about; empty means that no file is named
     */
    public void printFindings(String headingKey, String file, List<Finding> findings) {
        if (!findings.isEmpty()) {
            screen.printLine(screen.bold(texts.text(headingKey, findings.size())));
            screen.printEmptyLine();
            printFindings(LocatedFinding.inFile(file, findings));
        }
    }

    /** Prints findings of one kind under one heading: examples with their places, and how many more there are. */
    public void printKind(List<LocatedFinding> examples, int more, List<String> places) {
        LocatedFinding first = examples.getFirst();
        Finding finding = first.finding();
        String heading = texts.text("findings." + finding.severity().name())
                + (first.file().isEmpty() ? "" : "  " + first.file())
                + "  " + (examples.size() + more) + " ×  [" + finding.code() + "]";
        screen.printLine(coloured(finding.severity(), heading));
        examples.forEach(each -> {
            String where = each.finding().pointer();
            screen.printLine("  " + (where.isEmpty() ? "" : where + ": ") + sentence(each.finding()));
        });
        screen.printLine("  " + texts.text("findings.more", more, places.isEmpty() ? 0 : 1, places));
        screen.printEmptyLine();
    }

    private void printFinding(LocatedFinding placed, PrintWriter to) {
        Finding finding = placed.finding();
        to.println(coloured(finding.severity(), formatLocation(placed)));
        to.println("  " + sentence(finding).replace("\n", "\n  "));
        to.println();
    }

    /** Returns the text of a finding; a text that a plugin lacks must not suppress the other findings. */
    private String sentence(Finding finding) {
        return texts.has(finding.code())
                ? texts.sentenceOf(finding)
                : texts.text("findings.without-text", finding.code(), finding.arguments());
    }

    private String sentence(RuleViolation fault) {
        return texts.has("rule." + fault.rule() + ".broken")
                ? texts.sentenceOf(fault)
                : texts.text("findings.without-text", fault.rule(), fault.arguments());
    }

    private String formatLocation(LocatedFinding placed) {
        Finding finding = placed.finding();
        String severity = texts.text("findings." + finding.severity().name());
        String where = (placed.file() + " " + finding.pointer()).strip();
        return severity + (where.isEmpty() ? "" : "  " + where) + "  [" + finding.code() + "]";
    }

    private String coloured(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> screen.red(text);
            case WARNING -> screen.yellow(text);
            case INFO -> text;
        };
    }

    /** Prints the violations under a heading, one per line; nothing if there are none. */
    public void printFaults(String headingKey, List<RuleViolation> faults) {
        if (faults.isEmpty()) {
            return;
        }
        screen.printLine(screen.bold(texts.text(headingKey, faults.size())));
        faults.forEach(fault -> screen.printLine("  - " + sentence(fault)));
        screen.printEmptyLine();
    }
}
