package dk.grundskema.api.cli.importing;

import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints the findings and counts of an import.
 *
 * @param screen screen to write to
 * @param texts  texts in the user's language
 * @param all    whether to print all similar findings
 */
record ImportReportPrinter(Screen screen, Texts texts, boolean all) {
    /** Maximum number of similar findings that are printed; the others are counted. */
    private static final int MAX_SIMILAR = 20;

    /** Prints why nothing was written. */
    void printRefused(List<LocatedFinding> findings, ImportCounts understood) {
        var side = screen.forErrors();
        printFindings(side, findings);
        printCounts(side, understood);
        long errors = countSeverity(findings, Severity.ERROR);
        long warnings = countSeverity(findings, Severity.WARNING);
        side.printLine(
                errors > 0
                        ? texts.text("imported.errors", errors, warnings)
                        : texts.text("imported.warnings", warnings));
    }

    /** Prints what was written. */
    void printWritten(List<LocatedFinding> findings, ImportCounts understood, Path file) {
        printFindings(screen, findings);
        printCounts(screen, understood);
        screen.printLine(texts.text("imported.written", file));
    }

    private static long countSeverity(List<LocatedFinding> findings, Severity severity) {
        return findings.stream()
                .filter(each -> each.finding().severity() == severity)
                .count();
    }

    private void printFindings(Screen side, List<LocatedFinding> findings) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        var printed = new ArrayList<LocatedFinding>();
        findings.stream()
                .sorted(Comparator.comparingInt(
                        (LocatedFinding each) -> each.finding().severity().ordinal()))
                .forEach(each -> {
                    if (seen.merge(each.finding().code(), 1, Integer::sum) <= MAX_SIMILAR || all) {
                        printed.add(each);
                    }
                });
        new FindingPrinter(side, texts).printFindings(printed);
        if (!all) {
            seen.forEach((code, number) -> {
                if (number > MAX_SIMILAR) {
                    side.printLine(texts.text("imported.more", number - MAX_SIMILAR, code));
                    side.printEmptyLine();
                }
            });
        }
    }

    private void printCounts(Screen side, ImportCounts what) {
        side.printLine(
                texts.text("imported.understood", what.classes(), what.lessons(), what.staff()) + otherCounts(what));
    }

    private String otherCounts(ImportCounts what) {
        var parts = new ArrayList<String>();
        addCount(parts, "imported.courses", what.courses());
        addCount(parts, "imported.students", what.students());
        addCount(parts, "imported.rooms", what.rooms());
        addCount(parts, "imported.interventions", what.interventions());
        var gaps = new ArrayList<String>();
        addCount(gaps, "imported.without-room", what.withoutRoom());
        addCount(gaps, "imported.without-staff", what.withoutStaff());
        String more = parts.isEmpty() ? "" : ", " + String.join(", ", parts);
        return more + (gaps.isEmpty() ? "." : "; " + String.join(", ", gaps) + ".");
    }

    private void addCount(List<String> parts, String key, int number) {
        if (number > 0) {
            parts.add(texts.text(key, number));
        }
    }
}
