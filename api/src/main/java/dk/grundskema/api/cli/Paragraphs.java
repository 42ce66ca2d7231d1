package dk.grundskema.api.cli;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;

/** Says findings and faults in words, one a paragraph. */
record Paragraphs(Screen screen, Texts texts) {
    /** All findings and how many there are, on the side of errors. */
    void refuse(Collection<Placed> findings) {
        findings.forEach(each -> write(each, screen.err()));
        long errors = findings.stream().filter(each -> each.finding().isError()).count();
        long warnings = findings.stream()
                .filter(each -> each.finding().severity() == Severity.WARNING)
                .count();
        screen.err().println(texts.text("findings.count", errors, warnings));
        screen.err().flush();
    }

    /** Findings that stop nothing. */
    void tell(Collection<Placed> findings) {
        findings.forEach(each -> write(each, screen.out()));
        screen.out().flush();
    }

    private void write(Placed placed, PrintWriter to) {
        Finding finding = placed.finding();
        to.println(coloured(finding.severity(), head(placed)));
        to.println("  " + sentence(finding).replace("\n", "\n  "));
        to.println();
    }

    /** A plugin that forgot a text must not keep the rest from being said. */
    private String sentence(Finding finding) {
        return texts.has(finding.code())
                ? texts.of(finding)
                : texts.text("findings.without-text", finding.code(), finding.arguments());
    }

    private String sentence(Fault fault) {
        return texts.has("rule." + fault.rule() + ".broken")
                ? texts.of(fault)
                : texts.text("findings.without-text", fault.rule(), fault.arguments());
    }

    private String head(Placed placed) {
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

    /** Each fault on a line of its own under a heading; nothing if there is none. */
    void list(String headingKey, List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        screen.say(screen.bold(texts.text(headingKey, faults.size())));
        faults.forEach(fault -> screen.say("  - " + sentence(fault)));
        screen.gap();
    }
}
