package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.documents.timetable.MeetingRowKeys;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.edit.Workbench;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the session of each row of a sheet: by its key, otherwise by date, time, team and title; and collects what the rows change. */
final class PlanSheetMatcher {
    private final Workbench bench;
    private final PlanSlots slots;
    private final PlanVocabulary words;
    private final List<FileFinding> findings;
    private final LessonRows lessons;
    private final Map<String, PlanSlot> byKey = new HashMap<>();
    private final Map<SessionId, List<MatchedRow>> rows = new LinkedHashMap<>();
    private final List<CellChange> changes = new ArrayList<>();

    /**
     * A row with its session.
     *
     * @param stated the row
     * @param slot   the session on the date at which the plan has it
     */
    record MatchedRow(StatedMeeting stated, PlanSlot slot) {}

    PlanSheetMatcher(Workbench bench, Collection<Demand> demands, PlanVocabulary words, List<FileFinding> findings) {
        this.bench = bench;
        this.words = words;
        this.findings = findings;
        this.slots = new PlanSlots(bench, demands);
        var keys = new MeetingRowKeys(bench.problem(), demands, bench.timetable());
        this.lessons = new LessonRows(bench.problem(), keys, words, findings);
        slots.all().forEach(slot -> byKey.putIfAbsent(keys.key(slot.session(), slot.date(), false), slot));
    }

    /** Returns the changes in the order of the sheets. */
    List<CellChange> changes() {
        return changes;
    }

    /** Returns the sessions that rows state. */
    Set<SessionId> stated() {
        return Set.copyOf(rows.keySet());
    }

    void match(List<StatedMeeting> stated) {
        boolean isStrict = stated.stream().anyMatch(row -> row.key() != null);
        if (isOfOtherPlan(stated)) {
            return;
        }
        Severity severity = isStrict ? Severity.ERROR : Severity.WARNING;
        var finder = new PlanSlotFinder(slots, words, severity, findings);
        for (StatedMeeting row : stated) {
            String key = row.key();
            Optional<PlanSlot> slot = key == null ? finder.find(row) : Optional.ofNullable(byKey.get(key));
            if (slot.isPresent()) {
                add(new MatchedRow(row, slot.get()));
            } else if (key != null && lessons.has(key)) {
                lessons.compare(row);
            } else if (key != null) {
                findings.add(FileFinding.error(row.place(), "import.plan.key-unknown"));
            }
        }
        var reader = new RowChangeReader(bench, slots, words, severity, findings);
        rows.forEach((session, ofSession) -> changes.addAll(reader.read(session, ofSession)));
        if (stated.stream().anyMatch(row -> row.key() != null && !row.isOfPart())) {
            addMissingRows(stated);
        } else if (isStrict) {
            findings.add(FileFinding.info(
                    new SourceLocation(stated.getFirst().place().file(), ""), "import.plan.part"));
        }
    }

    /** Whether most rows with keys are of another plan; reports it once. */
    private boolean isOfOtherPlan(List<StatedMeeting> stated) {
        List<String> used = stated.stream()
                .map(StatedMeeting::key)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        long known = used.stream()
                .filter(key -> byKey.containsKey(key) || lessons.has(key))
                .count();
        boolean isOther = 2 * known < used.size();
        if (isOther) {
            findings.add(FileFinding.error(
                    new SourceLocation(stated.getFirst().place().file(), ""),
                    "import.plan.other-plan",
                    used.size() - known,
                    used.size()));
        }
        return isOther;
    }

    private void add(MatchedRow row) {
        List<MatchedRow> ofSession = rows.computeIfAbsent(row.slot().session(), any -> new ArrayList<>());
        MatchedRow same = ofSession.stream()
                .filter(other -> other.slot().date().equals(row.slot().date()))
                .findFirst()
                .orElse(null);
        if (same == null || (row.stated().isGrid() && same.stated().isGrid())) {
            ofSession.add(row);
        } else {
            findings.add(FileFinding.error(
                    row.stated().place(),
                    "import.plan.twice",
                    same.stated().place().where()));
        }
    }

    /** Meetings whose rows are missing are given up: not held if they need not be, otherwise without people. */
    private void addMissingRows(List<StatedMeeting> stated) {
        SourceLocation first = stated.getFirst().place();
        var sheet = new SourceLocation(
                first.file(), first.where().contains("!") ? first.where().replaceFirst("![^!]*$", "") : "");
        for (Meeting meeting : bench.timetable().meetings()) {
            Set<LocalDate> there = new LinkedHashSet<>();
            rows.getOrDefault(meeting.sessionId(), List.of())
                    .forEach(row -> there.add(row.slot().date()));
            List<LocalDate> missing = meeting.time().dates().stream()
                    .filter(date -> !there.contains(date))
                    .toList();
            if (missing.isEmpty()) {
                continue;
            }
            if (!there.isEmpty()) {
                findings.add(FileFinding.error(
                        sheet,
                        "import.plan.dates-missing",
                        meeting.title(),
                        missing.getFirst(),
                        there.size() + missing.size()));
            } else {
                missingRow(sheet, meeting).ifPresent(changes::add);
            }
        }
    }

    private Optional<CellChange> missingRow(SourceLocation sheet, Meeting meeting) {
        var edits = slots.giveUp(meeting);
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new CellChange(
                        sheet,
                        meeting.sessionId(),
                        meeting.time().firstDate(),
                        CellChange.Aspect.MISSING,
                        PlanSlots.holders(meeting),
                        List.of(),
                        edits));
    }
}
