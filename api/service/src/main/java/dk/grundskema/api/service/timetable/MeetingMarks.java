package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.service.plan.history.LocatedFaults;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.api.service.plan.problem.PlanAddresses;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.check.ViolationPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a timetable page says at meetings: the faults of the plan that are in them, and where they are explained. */
public final class MeetingMarks {
    private final String plan;
    private final LocatedFaults faults;
    private final Function<LocatedFault, String> describer;
    private final Function<LocatedFault, String> ruleNames;
    private final Function<SessionId, String> numberedIds;
    private final @Nullable LocatedFault selected;
    private final long absentSeats;
    private final boolean isEditor;
    private final Map<SessionId, List<LocatedFault>> bySession = new HashMap<>();

    /**
     * A fault at a meeting.
     *
     * @param key        key of the fault
     * @param rule       name of the broken rule
     * @param text       description of the fault
     * @param isConflict whether a hard rule is broken
     * @param listed     address of the fault in the list
     */
    public record FaultMark(String key, String rule, String text, boolean isConflict, String listed) {
        /** Returns the key only: the text may name people. */
        @Override
        public String toString() {
            return key;
        }
    }

    /**
     * @param plan        id of the plan
     * @param faults      faults of the timetable
     * @param texts       texts with the names that the visitor may see
     * @param numberedIds returns ids of sessions that reveal no student
     * @param selected    key of the fault that the visitor looks for; empty if none
     * @param absentSeats number of required seats whose holders are reported absent
     * @param isEditor    whether the visitor may edit the plan, and thus read explanations of meetings
     */
    MeetingMarks(
            String plan,
            LocatedFaults faults,
            Texts texts,
            Function<SessionId, String> numberedIds,
            String selected,
            long absentSeats,
            boolean isEditor) {
        this.plan = plan;
        this.faults = faults;
        var formatter = new PlanStatusFormatter(texts);
        this.describer = located -> formatter.describe(located.fault());
        this.ruleNames = located -> {
            String rule = located.fault().violation().rule();
            String name = texts.has("rule." + rule + ".name") ? texts.text("rule." + rule + ".name") : rule;
            return located.fault().part() == Part.OTHER_PLANS ? formatter.sharedRule(name) : name;
        };
        this.numberedIds = numberedIds;
        this.selected = faults.find(selected).orElse(null);
        this.absentSeats = absentSeats;
        this.isEditor = isEditor;
        for (LocatedFault fault : faults.all()) {
            for (ViolationPlace place : fault.places()) {
                bySession
                        .computeIfAbsent(place.session(), any -> new ArrayList<>())
                        .add(fault);
            }
        }
    }

    private MeetingMarks() {
        this.plan = "";
        this.faults = LocatedFaults.NONE;
        this.describer = fault -> "";
        this.ruleNames = fault -> "";
        this.numberedIds = id -> "";
        this.selected = null;
        this.absentSeats = 0;
        this.isEditor = false;
    }

    /** Returns marks for a page that marks nothing. */
    public static MeetingMarks none() {
        return new MeetingMarks();
    }

    /** Returns the fault that the visitor looks for; {@code null} if none, or if the plan has changed since. */
    @Nullable
    LocatedFault selected() {
        return selected;
    }

    /** Returns the number of required seats whose holders are reported absent; which ones is not shown. */
    public long absentSeats() {
        return absentSeats;
    }

    /** Returns whether the visitor may edit the plan. */
    public boolean isEditor() {
        return isEditor;
    }

    /** Returns the number of faults of the plan. */
    public int total() {
        return faults.all().size();
    }

    /** Returns the number of faults that are in no meeting. */
    public long unplaced() {
        return faults.unplaced();
    }

    /** Returns the faults of an entry. */
    public List<FaultMark> of(TimetableEntry entry) {
        return located(entry).stream()
                .map(one -> new FaultMark(
                        one.key(),
                        ruleNames.apply(one),
                        describer.apply(one),
                        one.fault().violation().level() == Level.HARD,
                        PlanAddresses.listedFault(plan, one.key())))
                .toList();
    }

    private List<LocatedFault> located(TimetableEntry entry) {
        SessionId session = entry.occurrence().meeting().sessionId();
        return bySession.getOrDefault(session, List.of()).stream()
                .filter(one -> one.isIn(session, entry.date()))
                .toList();
    }

    /** Returns whether the fault that the visitor looks for is in an entry. */
    public boolean isSelected(TimetableEntry entry) {
        return selected != null && located(entry).contains(selected);
    }

    /** Returns the address of the explanation of an entry; empty if there is none, or the visitor may not read it. */
    public String explanation(TimetableEntry entry) {
        return isEditor && !entry.isUntouched()
                ? "/plans/%s/timetable/why?session=%s"
                        .formatted(
                                plan,
                                AddressEncoder.encode(numberedIds.apply(
                                        entry.occurrence().meeting().sessionId())))
                : "";
    }
}
