package dk.grundskema.api.exports.feed;

import dk.grundskema.api.documents.timetable.ExistingLessons;
import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.exports.calendar.PlanTextRedactor;
import dk.grundskema.api.exports.feed.YearSpan.Kind;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.Interruptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the spans of a plan for its organisation's year calendar; the rules are the same for each intervention type, and there are no names of
 * people.
 */
public final class PlanYearSpans {
    /** Maximum distance in days between meetings of one handover; meetings before and after the summer are further apart. */
    private static final int MAX_HANDOVER_GAP_DAYS = 14;

    private static final String HANDOVER_KIND = "handover";

    private final Problem problem;
    private final PlanTextRedactor redactor;
    private final Interruptions interruptions;
    private final Map<InterventionId, SortedSet<LocalDate>> heldDates = new HashMap<>();
    private final Map<InterventionId, SortedSet<LocalDate>> handoverDates = new HashMap<>();

    private PlanYearSpans(Problem problem, Timetable timetable, Interruptions interruptions) {
        this.problem = problem;
        this.redactor = new PlanTextRedactor(problem);
        this.interruptions = interruptions;
        for (Occurrence one : Occurrence.of(timetable)) {
            if (ExistingLessons.isUntouched(one.meeting())) {
                continue;
            }
            addDate(heldDates, one.meeting().interventionId(), one.date());
            if (isHandover(one.meeting())) {
                addDate(handoverDates, one.meeting().interventionId(), one.date());
            }
        }
        for (Task task : timetable.tasks()) {
            addDate(heldDates, task.interventionId(), task.date());
        }
    }

    /**
     * Returns whether an intervention is handed over to a class in a meeting: its kind is {@code handover}, and so is the first part of its
     * session's id after the intervention's. Handovers among staff have other ids.
     */
    private static boolean isHandover(Meeting meeting) {
        SessionId session = meeting.origin();
        return meeting.kind().equals(HANDOVER_KIND)
                && session.value().startsWith(meeting.interventionId() + "/" + HANDOVER_KIND + "/");
    }

    private static void addDate(Map<InterventionId, SortedSet<LocalDate>> dates, InterventionId id, LocalDate date) {
        dates.computeIfAbsent(id, none -> new TreeSet<>()).add(date);
    }

    /**
     * Returns the spans of a plan, unordered.
     *
     * @param interruptions when its interventions take people out of their ordinary week
     */
    public static List<YearSpan> of(Problem problem, Timetable timetable, Interruptions interruptions) {
        var year = new PlanYearSpans(problem, timetable, interruptions);
        var spans = new ArrayList<>(SchoolYearSpans.of(problem));
        problem.interventions().forEach(one -> spans.addAll(year.of(one)));
        return spans;
    }

    private List<YearSpan> of(Intervention<?> one) {
        var spans = new ArrayList<YearSpan>();
        var away = new TreeSet<LocalDate>();
        interruptions
                .of(one)
                .forEach(span -> span.from()
                        .datesUntil(span.until().plusDays(1))
                        .filter(problem.horizon()::contains)
                        .forEach(away::add));
        List<DateSpan> camps = DateSpanGrouper.groupOverWeekends(away);
        addSpans(spans, one, Kind.CAMP, camps);
        SortedSet<LocalDate> dates = heldDates.getOrDefault(one.id(), new TreeSet<>());
        boolean isAllInOne = camps.size() == 1
                && dates.stream().allMatch(date -> camps.getFirst().contains(date));
        if (!dates.isEmpty() && !isAllInOne) {
            addSpans(spans, one, Kind.PERIOD, List.of(new DateSpan(dates.first(), dates.last())));
        }
        addSpans(
                spans,
                one,
                Kind.HANDOVER,
                DateSpanGrouper.groupWithinDays(
                        handoverDates.getOrDefault(one.id(), new TreeSet<>()), MAX_HANDOVER_GAP_DAYS));
        return spans;
    }

    private void addSpans(List<YearSpan> spans, Intervention<?> of, Kind kind, List<DateSpan> runs) {
        for (int i = 0; i < runs.size(); i++) {
            spans.add(new YearSpan(kind, of.id() + "\n" + i, redactor.redact(of.title()), runs.get(i), List.of()));
        }
    }
}
