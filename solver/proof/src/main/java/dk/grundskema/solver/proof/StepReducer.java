package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.RemedyStep.Come;
import dk.grundskema.solver.proof.RemedyStep.RaiseHours;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reduces changes to what a plan that confirms them needs: fewer hours, shorter times, limits that are eased by less, or not at all. */
final class StepReducer {
    private final Timetable plan;
    private final ZoneId zone;
    private final Predicate<List<RemedyStep>> isConfirmed;

    /**
     * @param plan        the plan that confirms the changes
     * @param isConfirmed whether the plan confirms changes
     */
    StepReducer(Timetable plan, Predicate<List<RemedyStep>> isConfirmed) {
        this.plan = plan;
        this.zone = plan.zone();
        this.isConfirmed = isConfirmed;
    }

    /** Returns the changes without what the plan does not need; those of the demand, of people and of times stay, since the plan has them. */
    List<RemedyStep> reduce(List<RemedyStep> steps) {
        List<RemedyStep> left = confirmedOr(comingFor(steps, any -> true), steps);
        for (RemedyStep step : List.copyOf(left)) {
            if (isOfRules(step)) {
                int index = left.indexOf(step);
                left = confirmedOr(with(left, index, null), left);
                if (left.contains(step) && step instanceof RaiseHours raise) {
                    left = withLeast(left, index, raise.before().intValue() + 1, raise.after(), raise::to);
                } else if (left.contains(step) && step instanceof RemedyStep.EaseDates ease) {
                    left = withLeast(left, index, 1, ease.by(), ease::by);
                }
            }
        }
        return left;
    }

    private List<RemedyStep> confirmedOr(List<RemedyStep> fewer, List<RemedyStep> otherwise) {
        return !fewer.isEmpty() && !fewer.equals(otherwise) && isConfirmed.test(fewer) ? fewer : otherwise;
    }

    private static boolean isOfRules(RemedyStep step) {
        return switch (step) {
            case Come come -> true;
            case RaiseHours raise -> true;
            case RemedyStep.EaseDates ease -> true;
            case RemedyStep.LegalWeeklyRest rest -> true;
            case RemedyStep.ShortRest rest -> true;
            case RemedyStep.Unlock unlock -> true;
            case RemedyStep.Move move -> false;
            case RemedyStep.OneSeatFewer fewer -> false;
            case RemedyStep.MorePeople more -> false;
            case RemedyStep.Qualify qualify -> false;
        };
    }

    private static List<RemedyStep> with(List<RemedyStep> steps, int index, @Nullable RemedyStep step) {
        var some = new ArrayList<>(steps);
        some.remove(index);
        if (step != null) {
            some.add(index, step);
        }
        return some;
    }

    private List<RemedyStep> withLeast(
            List<RemedyStep> steps, int index, int least, int most, IntFunction<RemedyStep> step) {
        List<RemedyStep> best = steps;
        int low = least;
        int high = most;
        while (low < high) {
            int middle = (low + high) / 2;
            List<RemedyStep> fewer = with(steps, index, step.apply(middle));
            if (isConfirmed.test(fewer)) {
                best = fewer;
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return best;
    }

    /** Returns the changes with people coming only for some of the meetings that they have. */
    List<RemedyStep> atMeetings(List<RemedyStep> steps, Set<SessionId> sessions) {
        return comingFor(steps, meeting -> sessions.contains(meeting.sessionId()));
    }

    private List<RemedyStep> comingFor(List<RemedyStep> steps, Predicate<Meeting> included) {
        return steps.stream()
                .flatMap(step -> step instanceof Come come ? parts(come, included).stream() : Stream.of(step))
                .toList();
    }

    private List<RemedyStep> parts(Come come, Predicate<Meeting> included) {
        var whole = Interval.between(come.from(), come.until(), zone);
        List<Interval> duties = plan.meetings().stream()
                .filter(included)
                .filter(meeting ->
                        meeting.seats().stream().anyMatch(seat -> come.person().equals(seat.staffId())))
                .flatMap(meeting -> meeting.time().intervals(zone).stream())
                .toList();
        return Come.forDuties(come.person(), whole, duties, zone);
    }
}
