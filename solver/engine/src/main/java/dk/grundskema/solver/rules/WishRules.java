package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Wish;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Rule about wishes of staff to be free, or on duty, at some time. */
final class WishRules {

    /**
     * One occurrence of a wish. Messages use the date as the first argument after the person; the number distinguishes
     * wishes of one day.
     */
    private record Occurrence(StaffId staff, LocalDate date, int wish) {}

    private record DatedWish(Occurrence key, Interval time) {}

    private WishRules() {}

    static List<Rule> of(CoreRuleContext context) {
        return List.of(wishes(context));
    }

    /** Charges the weight of a wish for each occurrence that is not met. */
    private static Rule wishes(CoreRuleContext context) {
        ZoneId zone = context.problem().horizon().zone();
        Map<StaffId, List<DatedWish>> wished = new HashMap<>();
        Map<Occurrence, Wish> wishes = new HashMap<>();
        context.problem()
                .staff()
                .forEach(one ->
                        wished.put(one.id(), occurrences(one, context.problem().horizon(), wishes)));
        SumRule.Builder rule = sum(CoreRules.WISHES).overSeats((seat, session, time, holder, entries) -> {
            if (session.work()) {
                metOccurrences(time, wished.getOrDefault(holder.id(), List.of()), zone)
                        .forEach(key -> entries.add(key, 1));
            }
        });
        wishes.forEach((key, wish) -> {
            if (wish.kind() == Wish.Kind.DUTY) {
                rule.initialTotal(key, 0);
            }
        });
        Set<Occurrence> settled = settledByLessons(context, wished, zone);
        return rule.cost((key, duties) -> {
            Wish wish = Objects.requireNonNull(wishes.get((Occurrence) key));
            boolean isBroken = wish.kind() == Wish.Kind.FREE ? duties > 0 : duties == 0 && !settled.contains(key);
            return isBroken ? wish.weight() : 0;
        });
    }

    private static List<DatedWish> occurrences(StaffMember one, Horizon horizon, Map<Occurrence, Wish> wishes) {
        var dated = new ArrayList<DatedWish>();
        for (int w = 0; w < one.wishes().size(); w++) {
            Wish wish = one.wishes().get(w);
            for (LocalDate day = horizon.firstDay(); !day.isAfter(horizon.lastDay()); day = day.plusDays(1)) {
                if (wish.period().beginsOn(day)) {
                    var key = new Occurrence(one.id(), day, w);
                    dated.add(new DatedWish(key, wish.period().intervalOn(day, horizon.zone())));
                    wishes.put(key, wish);
                }
            }
        }
        return dated;
    }

    private static Set<Occurrence> metOccurrences(MeetingTime time, List<DatedWish> wished, ZoneId zone) {
        Set<Occurrence> met = new HashSet<>();
        for (IsoWeek week : time.weeks()) {
            Interval meeting = time.interval(week, zone);
            for (DatedWish one : wished) {
                if (one.time().overlaps(meeting)) {
                    met.add(one.key());
                }
            }
        }
        return met;
    }

    private static Set<Occurrence> settledByLessons(
            CoreRuleContext context, Map<StaffId, List<DatedWish>> wished, ZoneId zone) {
        Set<Occurrence> settled = new HashSet<>();
        for (Lesson lesson : context.problem().lessons()) {
            lesson.staffIds()
                    .forEach(who ->
                            settled.addAll(metOccurrences(lesson.time(), wished.getOrDefault(who, List.of()), zone)));
        }
        return settled;
    }
}
