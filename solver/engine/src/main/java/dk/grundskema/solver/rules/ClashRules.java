package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.Travel;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.util.List;
import java.util.Objects;

/** Rules against clashes: no person or room is in two places at once, and staff have time to travel between places. */
final class ClashRules {

    private ClashRules() {}

    static List<Rule> of(CoreRuleContext context) {
        DutyVisibility ways = travelSight(context.problem().travel());
        return List.of(
                clash(CoreRules.PERSON_IN_TWO_PLACES, Owner.STAFF),
                timeline(CoreRules.TRAVEL_TIME, Owner.STAFF, Window.HORIZON, ClashRules::tooFarForTheTime)
                        .withVisibility(any -> ways),
                clash(CoreRules.ROOM_IN_TWO_PLACES, Owner.ROOM),
                clash(CoreRules.STUDENT_IN_TWO_PLACES, Owner.STUDENT));
    }

    private static Rule clash(RuleType type, Owner owner) {
        return timeline(type, owner, Window.HORIZON, ClashRules::inTwoPlaces)
                .withVisibility(any -> DutyVisibility.nearby(0))
                .monotone();
    }

    /** Returns a visibility of the longest travel time; nothing if there are no travel times. */
    private static DutyVisibility travelSight(List<Travel> all) {
        int longest = all.stream().mapToInt(Travel::minutes).max().orElse(0);
        return longest == 0 ? DutyVisibility.NOTHING : DutyVisibility.nearby(longest);
    }

    /** Charges the minutes that two duties overlap. */
    private static void inTwoPlaces(Duties duties, PenaltyCollector charge) {
        int size = duties.size();
        for (int first = 0; first + 1 < size; first++) {
            long end = duties.end(first);
            for (int second = first + 1; second < size && duties.start(second) < end; second++) {
                long overlap = duties.forbiddenOverlap(first, second);
                if (overlap > 0 && charge.needsArguments()) {
                    charge.add(overlap, idOf(duties.owner()), duties.date(second), names(duties, first, second));
                } else if (overlap > 0) {
                    charge.add(overlap);
                }
            }
        }
    }

    /** Returns what two duties are: in the order of their times and, at the same time, of their ids. */
    private static List<Figure> names(Duties duties, int first, int second) {
        Id one = nameOf(duties, first);
        Id other = nameOf(duties, second);
        boolean isSameTime = duties.start(first) == duties.start(second) && duties.end(first) == duties.end(second);
        boolean isInOrder = !isSameTime || one.value().compareTo(other.value()) < 0;
        return isInOrder ? List.of(new Figure(one), new Figure(other)) : List.of(new Figure(other), new Figure(one));
    }

    private static Id nameOf(Duties duties, int duty) {
        Session session = duties.session(duty);
        return session == null ? Objects.requireNonNull(duties.lesson(duty)) : session.id();
    }

    /** Charges the minutes by which the travel time exceeds the break. */
    private static void tooFarForTheTime(Duties duties, PenaltyCollector charge) {
        for (int next = 1; next < duties.size(); next++) {
            long pause = duties.start(next) - duties.end(next - 1);
            if (pause >= 0 && (duties.session(next) != null || duties.session(next - 1) != null)) {
                long needed = duties.travelMinutes(next - 1, next);
                if (needed > pause && charge.needsArguments()) {
                    charge.add(
                            needed - pause,
                            idOf(duties.owner()),
                            duties.date(next),
                            List.of(Figure.ofMinutes(pause), Figure.ofMinutes(needed)));
                } else if (needed > pause) {
                    charge.add(needed - pause);
                }
            }
        }
    }

    private static Object idOf(Object owner) {
        return switch (owner) {
            case StaffMember person -> person.id();
            case Student student -> student.id();
            case Room room -> room.id();
            default -> owner;
        };
    }
}
