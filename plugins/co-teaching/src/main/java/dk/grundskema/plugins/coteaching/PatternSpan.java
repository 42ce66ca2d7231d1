package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Consecutive weeks that share one weekly pattern.
 *
 * @param first first week
 * @param last  last week
 */
record PatternSpan(IsoWeek first, IsoWeek last) {
    boolean contains(IsoWeek week) {
        return first.compareTo(week) <= 0 && week.compareTo(last) <= 0;
    }

    /**
     * Returns the weeks of an intervention, cut where periods begin and end and where other interventions interrupt ordinary
     * weeks. Weekends do not count as interruptions.
     */
    static List<PatternSpan> of(
            Intervention<CoTeachingParameters> intervention, Problem problem, Collection<DateSpan> interruptions) {
        CoTeachingParameters parameters = intervention.parameters();
        var cuts = cutWeeks(parameters.periods());
        for (DateSpan interruption : interruptions) {
            var weeks = PlannedWeeks.interruptedWeeks(interruption);
            if (!weeks.isEmpty()) {
                cuts.add(weeks.first());
                cuts.add(weeks.last().plus(1));
            }
        }
        return cutAt(cuts, wholeIntervention(parameters, problem));
    }

    /** Returns the first weeks of periods and the weeks after their last ones. */
    static SortedSet<IsoWeek> cutWeeks(List<PriorityPeriod> periods) {
        var cuts = new TreeSet<IsoWeek>();
        for (PriorityPeriod period : periods) {
            cuts.add(period.firstWeek());
            if (period.lastWeek() != null) {
                cuts.add(period.lastWeek().plus(1));
            }
        }
        return cuts;
    }

    /** Returns the weeks of an intervention as one span, limited to the planned weeks. */
    static PatternSpan wholeIntervention(CoTeachingParameters parameters, Problem problem) {
        IsoWeek begin = problem.horizon().firstWeek();
        IsoWeek end = begin.plus(problem.horizon().weeks() - 1);
        IsoWeek first = Objects.requireNonNullElse(parameters.firstWeek(), begin);
        IsoWeek last = Objects.requireNonNullElse(parameters.lastWeek(), end);
        return new PatternSpan(first.compareTo(begin) < 0 ? begin : first, last.compareTo(end) > 0 ? end : last);
    }

    /** Cuts the whole span before each of the given weeks. */
    static List<PatternSpan> cutAt(Collection<IsoWeek> cuts, PatternSpan whole) {
        var spans = new ArrayList<PatternSpan>();
        IsoWeek from = whole.first();
        for (IsoWeek cut : new TreeSet<>(cuts)) {
            if (from.compareTo(cut) < 0 && cut.compareTo(whole.last()) <= 0) {
                spans.add(new PatternSpan(from, cut.plus(-1)));
                from = cut;
            }
        }
        if (from.compareTo(whole.last()) <= 0) {
            spans.add(new PatternSpan(from, whole.last()));
        }
        return List.copyOf(spans);
    }
}
