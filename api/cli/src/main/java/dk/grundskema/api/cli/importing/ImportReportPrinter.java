package dk.grundskema.api.cli.importing;

import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.imports.FoldedFindings;
import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Prints the findings and counts of an import.
 *
 * @param screen screen to write to
 * @param texts  texts in the user's language
 * @param all    whether to print all findings of a kind
 */
record ImportReportPrinter(Screen screen, Texts texts, boolean all) {
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

    /** Prints findings, the most severe first; many of one kind as one entry. */
    void printFindings(Screen side, List<LocatedFinding> findings) {
        List<LocatedFinding> sorted = findings.stream()
                .sorted(Comparator.comparingInt(
                        (LocatedFinding each) -> each.finding().severity().ordinal()))
                .toList();
        var printer = new FindingPrinter(side, texts);
        if (all) {
            printer.printFindings(sorted);
            return;
        }
        FoldedFindings.fold(sorted.stream()
                        .map(each -> new FileFinding(each.file(), each.finding()))
                        .toList())
                .forEach(kind -> printKind(printer, kind));
    }

    private static void printKind(FindingPrinter printer, FoldedFindings kind) {
        List<LocatedFinding> examples = kind.examples().stream()
                .map(each -> new LocatedFinding(each.file(), each.finding()))
                .toList();
        if (kind.more() == 0) {
            printer.printFindings(examples);
        } else {
            printer.printKind(examples, kind.more(), kind.places());
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
