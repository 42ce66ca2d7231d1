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
import dk.grundskema.solver.spi.RuleType;
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

/** What staff wish for: to be free, or on duty, at some time. */
final class WishRules {
    static final RuleType WISHES = RuleType.soft("core.wishes", 10, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(WISHES);

    /** One occurrence of a wish; its date is the first argument after the person, the number tells wishes of a day apart. */
    private record Occurrence(StaffId staff, LocalDate date, int wish) {}

    private record Dated(Occurrence key, Interval time) {}

    private WishRules() {}

    static List<Rule> of(Brief brief) {
        return List.of(wishes(brief));
    }

    /** A wish costs its weight each time that it recurs and is not met. */
    private static Rule wishes(Brief brief) {
        ZoneId zone = brief.problem().horizon().zone();
        Map<StaffId, List<Dated>> wished = new HashMap<>();
        Map<Occurrence, Wish> wishes = new HashMap<>();
        brief.problem()
                .staff()
                .forEach(one ->
                        wished.put(one.id(), occurrences(one, brief.problem().horizon(), wishes)));
        SumRule.Builder rule = sum(WISHES).overSeats((seat, session, time, holder, entries) -> {
            if (session.work()) {
                met(time, wished.getOrDefault(holder.id(), List.of()), zone).forEach(key -> entries.add(key, 1));
            }
        });
        wishes.forEach((key, wish) -> {
            if (wish.kind() == Wish.Kind.DUTY) {
                rule.startingFrom(key, 0);
            }
        });
        Set<Occurrence> settled = settledByLessons(brief, wished, zone);
        return rule.cost((key, duties) -> {
            Wish wish = Objects.requireNonNull(wishes.get((Occurrence) key));
            boolean isBroken = wish.kind() == Wish.Kind.FREE ? duties > 0 : duties == 0 && !settled.contains(key);
            return isBroken ? wish.weight() : 0;
        });
    }

    private static List<Dated> occurrences(StaffMember one, Horizon horizon, Map<Occurrence, Wish> wishes) {
        var dated = new ArrayList<Dated>();
        for (int w = 0; w < one.wishes().size(); w++) {
            Wish wish = one.wishes().get(w);
            for (LocalDate day = horizon.firstDay(); !day.isAfter(horizon.lastDay()); day = day.plusDays(1)) {
                if (wish.period().isOn(day)) {
                    var key = new Occurrence(one.id(), day, w);
                    dated.add(new Dated(key, wish.period().on(day, horizon.zone())));
                    wishes.put(key, wish);
                }
            }
        }
        return dated;
    }

    private static Set<Occurrence> met(MeetingTime time, List<Dated> wished, ZoneId zone) {
        Set<Occurrence> met = new HashSet<>();
        for (IsoWeek week : time.weeks()) {
            Interval meeting = time.interval(week, zone);
            for (Dated one : wished) {
                if (one.time().overlaps(meeting)) {
                    met.add(one.key());
                }
            }
        }
        return met;
    }

    private static Set<Occurrence> settledByLessons(Brief brief, Map<StaffId, List<Dated>> wished, ZoneId zone) {
        Set<Occurrence> settled = new HashSet<>();
        for (Lesson lesson : brief.problem().lessons()) {
            lesson.staffIds()
                    .forEach(who -> settled.addAll(met(lesson.time(), wished.getOrDefault(who, List.of()), zone)));
        }
        return settled;
    }
}
