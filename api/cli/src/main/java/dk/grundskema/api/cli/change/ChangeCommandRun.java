package dk.grundskema.api.cli.change;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.problem.ChangedProblemFile;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.change.ChangeFormatter;
import dk.grundskema.api.planning.change.ChangeFormatter.Section;
import dk.grundskema.api.planning.change.ChangeFormatter.SectionKind;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.api.planning.status.AcceptanceReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.change.SeatCandidates;
import dk.grundskema.solver.engine.SolveLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change, from the changed problem to the written files and the printed preview.
 *
 * @param context context of the command
 * @param taken   valid input
 * @param change  the change
 * @param limits  limits of the search for the least change
 * @param fresh   limits of planning afresh for comparison; {@code null} means not to
 */
record ChangeCommandRun(
        CommandContext context,
        ValidInput taken,
        Change change,
        SolveLimits limits,
        @Nullable SolveLimits fresh) {
    private static final String PROBLEM = "problem.json";
    private static final String TIMETABLE = "timetable.json";
    private static final String FRESH_TIMETABLE = "timetable-fresh.json";
    private static final String CHANGES = "changes.md";

    /** Names of the files in the output folder. */
    static final List<String> FILES = List.of(PROBLEM, TIMETABLE, FRESH_TIMETABLE, CHANGES);

    /**
     * A change against which nothing speaks.
     *
     * @param operation   the operation on the plan in use
     * @param problem     the changed problem
     * @param away        people who are away by the change
     * @param problemFile file that the changed problem is written from
     */
    record Change(ChangePlanner operation, Problem problem, List<Absence> away, Path problemFile) {
        /** Copies the list. */
        Change {
            away = List.copyOf(away);
        }
    }

    /** Prints who could take what falls open, plans the change, prints the preview, and writes the files unless there is no folder. */
    ExitStatus run(@Nullable Path folder) throws InterruptedException {
        int searches = Math.min(2, Runtime.getRuntime().availableProcessors());
        ChangedProblemFile changed =
                folder == null ? null : context.planning().changedProblemFile(change.problemFile(), change.problem());
        PlanChanger changer = change.operation().prepare(change.problem(), changed == null ? "" : changed.hash());
        List<SeatCandidates> candidates = change.away().isEmpty() ? List.of() : changer.seatCandidates();
        SeatCandidatesPrinter seats = seatsPrinter();
        if (!candidates.isEmpty()) {
            seats.print(change.away(), candidates);
        }
        ChangePreview preview = change.operation().plan(changer, change.problem(), limits, searches);
        if (isWithoutDuty(preview)) {
            seats.printNothingOpen(change.away());
        }
        PlanNameResolver names =
                context.names(change.problem()).withTimetable(preview.after().timetable());
        Texts texts = taken.texts().withNames(names);
        var formatter = new ChangeFormatter(
                texts, names, preview, change.operation().timetable().deliveries());
        var sections = new ArrayList<>(formatter.sections());
        boolean isMended = !hasNewViolations(preview);
        if (!candidates.isEmpty() && !preview.after().isLeast() && (changer.canProveLeast() || !isMended)) {
            String key = isMended ? "repair.perhaps-fewer" : "repair.not-mended";
            sections.add(new Section(SectionKind.SUMMARY, "", List.of(texts.text(key))));
        }
        sections.forEach(this::print);
        ChangedPlan afresh = null;
        if (fresh != null) {
            afresh = changer.planAfresh(fresh, searches);
            Section comparison = formatter.comparison(afresh);
            print(comparison);
            sections.add(comparison);
        }
        if (folder == null || changed == null) {
            context.screen().printLine(texts.text("changing.nothing-written"));
        } else {
            boolean isFreshBetter = afresh != null && formatter.isBetter(afresh);
            write(folder, changed, preview, isFreshBetter ? afresh : null, texts, sections);
        }
        return AcceptanceReport.withoutAccepted(
                                preview.changed(), preview.after().violations())
                        .isEmpty()
                ? ExitStatus.FINE
                : ExitStatus.FAULTS;
    }

    private void print(Section section) {
        Screen screen = context.screen();
        if (!section.title().isEmpty()) {
            screen.printLine(screen.bold(section.title()));
        }
        section.lines().forEach(line -> screen.printLine(section.title().isEmpty() ? line : "  " + line));
        screen.printEmptyLine();
    }

    private SeatCandidatesPrinter seatsPrinter() {
        PlanNameResolver names =
                context.names(change.problem()).withTimetable(change.operation().timetable());
        return new SeatCandidatesPrinter(context.screen(), taken.texts().withNames(names), names, change.problem());
    }

    private boolean isWithoutDuty(ChangePreview preview) {
        return !change.away().isEmpty()
                && preview.after().difference().dates().isEmpty()
                && preview.absentTeachers().isEmpty()
                && preview.ordinaryLessons().isEmpty()
                && !hasNewViolations(preview);
    }

    private static boolean hasNewViolations(ChangePreview preview) {
        return !preview.newViolations(Level.HARD).isEmpty()
                || !preview.newViolations(Level.MEDIUM).isEmpty();
    }

    private void write(
            Path folder,
            ChangedProblemFile changed,
            ChangePreview preview,
            @Nullable ChangedPlan afresh,
            Texts texts,
            List<Section> sections) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            OutputNotWrittenException.throwIfAny(folder, List.of(Finding.error("file.not-writable", "", folder)));
        }
        String title = texts.text(
                "change.title", change.problem().title(), preview.now().toLocalDate());
        Timetable kept = kept(preview.after());
        Timetable other = afresh == null ? null : kept(afresh);
        writeText(changed.text(), folder.resolve(PROBLEM));
        Path timetable = folder.resolve(TIMETABLE);
        OutputNotWrittenException.throwIfAny(timetable, context.planning().write(kept, timetable));
        writeText(ChangeFormatter.markdown(title, sections), folder.resolve(CHANGES));
        context.screen()
                .printLine(
                        texts.text("changing.written", folder.toAbsolutePath().normalize()));
        if (other != null) {
            Path fresh = folder.resolve(FRESH_TIMETABLE);
            OutputNotWrittenException.throwIfAny(fresh, context.planning().write(other, fresh));
            context.screen().printLine(texts.text("changing.fresh-written", FRESH_TIMETABLE));
        }
    }

    private Timetable kept(ChangedPlan plan) {
        return ChangePlanner.withFiguresOfWholePlan(context.planning(), change.problem(), plan.timetable());
    }

    private void writeText(String text, Path file) {
        OutputNotWrittenException.throwIfAny(file, context.planning().write(text, file));
    }
}
