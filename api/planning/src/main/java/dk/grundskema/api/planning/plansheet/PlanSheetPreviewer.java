package dk.grundskema.api.planning.plansheet;

import dk.grundskema.api.imports.plansheet.CellChange;
import dk.grundskema.api.imports.plansheet.CellChange.Aspect;
import dk.grundskema.api.imports.plansheet.PlanSheetReader;
import dk.grundskema.api.imports.plansheet.PlanSheetReading;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.TableReadResult;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview.CheckedChange;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.check.ViolationLocator;
import dk.grundskema.solver.check.ViolationPlace;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult;
import dk.grundskema.solver.edit.ManualChangeResult.AppliedChanges;
import dk.grundskema.solver.edit.Workbench;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries what sheets say on a plan's workbench, and checks the result independently of the search. */
public final class PlanSheetPreviewer {
    private final TimetableChecker checker;
    private final Workbench bench;
    private final List<Demand> demands;

    /**
     * @param checker independent checker
     * @param bench   the plan
     * @param demands demands of the plan's interventions
     */
    public PlanSheetPreviewer(TimetableChecker checker, Workbench bench, List<Demand> demands) {
        this.checker = checker;
        this.bench = bench;
        this.demands = List.copyOf(demands);
    }

    /** An edit with the cell that it comes from. */
    private record PlacedEdit(CellChange cell, ManualChange edit) {}

    /** Returns what files make of the plan, without keeping it. */
    public PlanSheetPreview preview(List<TableReadResult> files) {
        PlanSheetReading reading = PlanSheetReader.read(bench, demands, files);
        var findings = new ArrayList<>(reading.findings());
        List<PlacedEdit> edits = inOrder(reading.changes());
        AppliedChanges made = null;
        if (!reading.hasErrors()) {
            switch (bench.tryChanges(edits.stream().map(PlacedEdit::edit).toList(), false)) {
                case AppliedChanges applied -> made = applied;
                case ManualChangeResult.RejectedChanges rejected ->
                    rejected.findings().forEach(finding -> findings.add(atCell(finding, edits)));
            }
        }
        if (made == null) {
            return new PlanSheetPreview(
                    findings,
                    reading.changes().stream()
                            .map(cell -> new CheckedChange(cell, List.of()))
                            .toList(),
                    List.of(),
                    null,
                    reading.stated(),
                    List.of(),
                    List.of(),
                    reading.rows());
        }
        Timetable after = made.timetable("");
        findings.addAll(sideEffects(reading.changes(), after));
        List<RuleViolation> was = checker.check(bench.problem(), bench.timetable());
        List<RuleViolation> is = checker.check(made.problem(), after);
        List<RuleViolation> broken = additional(was, is);
        return new PlanSheetPreview(
                findings,
                locate(reading.changes(), broken, checker.locator(made.problem(), after)),
                edits.stream().map(PlacedEdit::edit).toList(),
                made,
                reading.stated(),
                broken,
                additional(is, was),
                reading.rows());
    }

    /**
     * Returns changes that set what some sessions have in a plan as it is, so that applying them with locking locks them.
     *
     * @param after  the plan
     * @param stated the sessions
     */
    public static List<ManualChange> lockEdits(Workbench after, Set<SessionId> stated) {
        return after.timetable().meetings().stream()
                .filter(meeting -> stated.contains(meeting.sessionId()) && after.hasSession(meeting.sessionId()))
                .flatMap(meeting -> after.decisionsOf(meeting).stream())
                .toList();
    }

    /** Subjects are taken out of all modules before they are placed, since there is a limited number of modules of each. */
    private static List<PlacedEdit> inOrder(List<CellChange> changes) {
        var edits = new ArrayList<PlacedEdit>();
        changes.stream()
                .filter(cell -> cell.aspect() == Aspect.SUBJECT && !cell.was().isEmpty())
                .forEach(cell -> edits.add(new PlacedEdit(cell, new ManualChange.SubjectChange(cell.session(), null))));
        for (CellChange cell : changes) {
            boolean isCleared =
                    cell.aspect() == Aspect.SUBJECT && cell.becomes().isEmpty();
            if (!isCleared) {
                cell.edits().forEach(edit -> edits.add(new PlacedEdit(cell, edit)));
            }
        }
        return edits;
    }

    private static FileFinding atCell(Finding finding, List<PlacedEdit> edits) {
        String[] parts = finding.pointer().split("/", -1);
        int index = parts.length > 1 && parts[1].matches("\\d{1,8}") ? Integer.parseInt(parts[1]) : 0;
        SourceLocation place = edits.get(index).cell().place();
        return FileFinding.error(place, finding.code(), finding.arguments().toArray());
    }

    /** Reports other meetings that become otherwise, because one seat can belong to several meetings. */
    private List<FileFinding> sideEffects(List<CellChange> changes, Timetable after) {
        Set<SessionId> stated = changes.stream().map(CellChange::session).collect(Collectors.toSet());
        Map<SessionId, Meeting> before = new HashMap<>();
        bench.timetable().meetings().forEach(meeting -> before.put(meeting.sessionId(), meeting));
        List<Object> others = after.meetings().stream()
                .filter(meeting -> !stated.contains(meeting.sessionId()))
                .filter(meeting -> !isSame(meeting, before.get(meeting.sessionId())))
                .<Object>map(Meeting::sessionId)
                .toList();
        return others.isEmpty()
                ? List.of()
                : List.of(FileFinding.of(
                        new SourceLocation(changes.getFirst().place().file(), ""),
                        Severity.INFO,
                        "import.plan.also",
                        others.size(),
                        others.subList(0, Math.min(3, others.size()))));
    }

    private static boolean isSame(Meeting one, @Nullable Meeting other) {
        return other != null
                && one.withLocked(other.locked()).equals(other)
                && one.seats().equals(other.seats());
    }

    /** Returns the violations that are in the second list and not in the first, or by how much more. */
    private static List<RuleViolation> additional(Collection<RuleViolation> first, Collection<RuleViolation> second) {
        Map<List<Object>, Long> amounts = new HashMap<>();
        first.forEach(one -> amounts.merge(List.of(one.rule(), one.place()), one.amount(), Long::sum));
        Map<List<Object>, RuleViolation> others = new LinkedHashMap<>();
        second.forEach(one -> others.merge(
                List.of(one.rule(), one.place()),
                one,
                (a, b) -> new RuleViolation(a.rule(), a.level(), a.amount() + b.amount(), a.arguments())));
        var more = new ArrayList<RuleViolation>();
        others.forEach((key, one) -> {
            long amount = one.amount() - amounts.getOrDefault(key, 0L);
            if (amount > 0) {
                more.add(new RuleViolation(one.rule(), one.level(), amount, one.arguments()));
            }
        });
        return more;
    }

    /** Puts each violation beside the changes of its meetings; if none of them is changed, beside the cells with one of its people or rooms. */
    private static List<CheckedChange> locate(
            List<CellChange> changes, List<RuleViolation> broken, ViolationLocator locator) {
        Set<SessionId> changed = changes.stream().map(CellChange::session).collect(Collectors.toSet());
        Map<SessionId, List<RuleViolation>> bySession = new HashMap<>();
        Map<Object, List<RuleViolation>> byArgument = new HashMap<>();
        for (RuleViolation violation : broken) {
            Set<Object> sessions = new HashSet<>(violation.arguments());
            locator.find(violation).stream().map(ViolationPlace::session).forEach(sessions::add);
            List<SessionId> here = changed.stream().filter(sessions::contains).toList();
            here.forEach(session ->
                    bySession.computeIfAbsent(session, any -> new ArrayList<>()).add(violation));
            if (here.isEmpty()) {
                violation.arguments().stream()
                        .filter(argument -> argument instanceof StaffId || argument instanceof RoomId)
                        .distinct()
                        .forEach(argument -> byArgument
                                .computeIfAbsent(argument, any -> new ArrayList<>())
                                .add(violation));
            }
        }
        return changes.stream()
                .map(cell -> new CheckedChange(
                        cell,
                        Stream.concat(
                                        bySession.getOrDefault(cell.session(), List.of()).stream(),
                                        Stream.concat(cell.was().stream(), cell.becomes().stream())
                                                .flatMap(value -> byArgument.getOrDefault(value, List.of()).stream()))
                                .distinct()
                                .toList()))
                .toList();
    }
}
