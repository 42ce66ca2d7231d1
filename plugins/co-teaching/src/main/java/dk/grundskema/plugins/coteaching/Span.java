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
 * Weeks in a row that share one weekly pattern.
 *
 * @param first first week
 * @param last  last week
 */
record Span(IsoWeek first, IsoWeek last) {
    boolean contains(IsoWeek week) {
        return first.compareTo(week) <= 0 && week.compareTo(last) <= 0;
    }

    /** The weeks of an intervention, cut where periods begin and end and where others interrupt ordinary weeks; weekends are none. */
    static List<Span> of(
            Intervention<CoTeachingParameters> intervention, Problem problem, Collection<DateSpan> interruptions) {
        CoTeachingParameters parameters = intervention.parameters();
        var cuts = cuts(parameters.periods());
        for (DateSpan interruption : interruptions) {
            var weeks = PlannedWeeks.interrupted(interruption);
            if (!weeks.isEmpty()) {
                cuts.add(weeks.first());
                cuts.add(weeks.last().plus(1));
            }
        }
        return cutAt(cuts, whole(parameters, problem));
    }

    /** The weeks before which periods begin, or after which they have ended. */
    static SortedSet<IsoWeek> cuts(List<PriorityPeriod> periods) {
        var cuts = new TreeSet<IsoWeek>();
        for (PriorityPeriod period : periods) {
            cuts.add(period.firstWeek());
            if (period.lastWeek() != null) {
                cuts.add(period.lastWeek().plus(1));
            }
        }
        return cuts;
    }

    /** The weeks of an intervention uncut; its first and last week count as far as they are planned. */
    static Span whole(CoTeachingParameters parameters, Problem problem) {
        IsoWeek begin = problem.horizon().firstWeek();
        IsoWeek end = begin.plus(problem.horizon().weeks() - 1);
        IsoWeek first = Objects.requireNonNullElse(parameters.firstWeek(), begin);
        IsoWeek last = Objects.requireNonNullElse(parameters.lastWeek(), end);
        return new Span(first.compareTo(begin) < 0 ? begin : first, last.compareTo(end) > 0 ? end : last);
    }

    /** A whole cut before each of some weeks. */
    static List<Span> cutAt(Collection<IsoWeek> cuts, Span whole) {
        var spans = new ArrayList<Span>();
        IsoWeek from = whole.first();
        for (IsoWeek cut : new TreeSet<>(cuts)) {
            if (from.compareTo(cut) < 0 && cut.compareTo(whole.last()) <= 0) {
                spans.add(new Span(from, cut.plus(-1)));
                from = cut;
            }
        }
        if (from.compareTo(whole.last()) <= 0) {
            spans.add(new Span(from, whole.last()));
        }
        return List.copyOf(spans);
    }
}
