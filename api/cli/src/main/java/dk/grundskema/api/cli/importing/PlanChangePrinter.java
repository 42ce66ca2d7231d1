package dk.grundskema.api.cli.importing;

import dk.grundskema.api.cli.output.LineWrapper;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.plansheet.CellChangeFormatter;
import dk.grundskema.api.planning.plansheet.CellChangeFormatter.WordedChange;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints what sheets make of a plan.
 *
 * @param screen   screen to write to
 * @param texts    texts with the names of the plan
 * @param names    the same names
 * @param subjects titles of subjects by id
 * @param all      whether to print all findings of a kind and all changes
 */
record PlanChangePrinter(
        Screen screen, Texts texts, PlanNameResolver names, Map<String, String> subjects, boolean all) {
    private static final int MOST_CHANGES = 50;
    private static final int INDENT = 4;

    /** Prints why nothing was written. */
    void printRefused(PlanSheetPreview read) {
        var side = screen.forErrors();
        printFindings(side, read);
        long errors = read.findings().stream()
                .filter(each -> each.finding().isError())
                .count();
        side.printLine(
                errors > 0
                        ? texts.text("imported.errors", errors, read.warnings())
                        : texts.text("imported.warnings", read.warnings()));
    }

    private void printFindings(Screen side, PlanSheetPreview read) {
        List<LocatedFinding> findings = read.findings().stream()
                .map(each -> new LocatedFinding(each.file(), each.finding()))
                .toList();
        new ImportReportPrinter(side, texts, all).printFindings(side, findings);
    }

    /** Prints findings and changes, cell by cell, and what they break. */
    void printChanges(PlanSheetPreview read) {
        printFindings(screen, read);
        var formatter = new CellChangeFormatter(texts, names::nameOf, subjects);
        int shown = all
                ? read.changes().size()
                : Math.min(MOST_CHANGES, read.changes().size());
        read.changes().stream().limit(shown).forEach(change -> printChange(formatter.word(change)));
        if (shown < read.changes().size()) {
            screen.printLine(texts.text("plansheet.more", read.changes().size() - shown));
        }
        screen.printLine(
                texts.text("plansheet.summary", read.rows(), read.changes().size()));
        screen.printLine(texts.text(
                "plansheet.effect", read.broken().size(), read.mended().size()));
        List<RuleViolation> unplaced = read.unplaced();
        int most = all ? unplaced.size() : MOST_CHANGES;
        unplaced.stream().limit(most).forEach(violation -> printWrapped("  ! ", texts.sentenceOf(violation)));
    }

    private void printChange(WordedChange change) {
        printWrapped(
                "",
                texts.text(
                        "plansheet.change",
                        change.file(),
                        change.cell(),
                        change.what(),
                        change.was(),
                        change.becomes()));
        printWrapped("  ", change.meeting());
        change.broken().forEach(sentence -> printWrapped("  ! ", sentence));
    }

    /** Prints a text in lines that fit the screen; further lines are indented. */
    private void printWrapped(String lead, String text) {
        String start = lead;
        for (String line : LineWrapper.wrap(text, screen.columns() - INDENT)) {
            screen.printLine(start + line);
            start = " ".repeat(INDENT);
        }
    }

    void printNothingWritten() {
        screen.printLine(texts.text("plansheet.preview"));
    }

    /** Prints which files were written. */
    void printWritten(Path timetable, @Nullable Path problem) {
        screen.printLine(texts.text("plansheet.written", timetable));
        if (problem != null) {
            screen.printLine(texts.text("plansheet.locked", problem));
        }
    }
}
