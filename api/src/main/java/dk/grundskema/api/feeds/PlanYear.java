package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.DiscreetTexts;
import dk.grundskema.api.feeds.YearSpan.Kind;
import dk.grundskema.api.timetable.ExistingLessons;
import dk.grundskema.api.timetable.Occurrence;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Interruptions;
import dk.grundskema.solver.spi.toolkit.Handovers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What of a plan belongs into the year of its organisation; the same for each intervention type, and without names of people. */
public final class PlanYear {
    /** Meetings so many days apart are of one handover; those before and after a summer aren't. */
    private static final int APART = 14;

    private final Problem problem;
    private final DiscreetTexts discreet;
    private final Interruptions interruptions;
    private final Map<InterventionId, SortedSet<LocalDate>> held = new HashMap<>();
    private final Map<InterventionId, SortedSet<LocalDate>> handovers = new HashMap<>();

    private PlanYear(Problem problem, Timetable timetable, Interruptions interruptions) {
        this.problem = problem;
        this.discreet = new DiscreetTexts(problem);
        this.interruptions = interruptions;
        for (Occurrence one : Occurrence.of(timetable)) {
            if (ExistingLessons.isUntouched(one.meeting())) {
                continue;
            }
            note(held, one.meeting().interventionId(), one.date());
            if (Handovers.isOne(one.meeting())) {
                note(handovers, one.meeting().interventionId(), one.date());
            }
        }
        for (Task task : timetable.tasks()) {
            note(held, task.interventionId(), task.date());
        }
    }

    private static void note(Map<InterventionId, SortedSet<LocalDate>> dates, InterventionId id, LocalDate date) {
        dates.computeIfAbsent(id, none -> new TreeSet<>()).add(date);
    }

    /**
     * The spans of a plan, in no order in particular.
     *
     * @param interruptions when each of its interventions takes people out of their ordinary week
     */
    public static List<YearSpan> of(Problem problem, Timetable timetable, Interruptions interruptions) {
        var year = new PlanYear(problem, timetable, interruptions);
        var spans = new ArrayList<>(SchoolSpans.of(problem));
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
        List<DateSpan> camps = DateRuns.overWeekends(away);
        add(spans, one, Kind.CAMP, camps);
        SortedSet<LocalDate> dates = held.getOrDefault(one.id(), new TreeSet<>());
        boolean isAllInOne = camps.size() == 1
                && dates.stream().allMatch(date -> camps.getFirst().contains(date));
        if (!dates.isEmpty() && !isAllInOne) {
            add(spans, one, Kind.PERIOD, List.of(new DateSpan(dates.first(), dates.last())));
        }
        add(spans, one, Kind.HANDOVER, DateRuns.apart(handovers.getOrDefault(one.id(), new TreeSet<>()), APART));
        return spans;
    }

    private void add(List<YearSpan> spans, Intervention<?> of, Kind kind, List<DateSpan> runs) {
        for (int i = 0; i < runs.size(); i++) {
            spans.add(new YearSpan(kind, of.id() + "\n" + i, discreet.of(of.title()), runs.get(i), List.of()));
        }
    }
}
