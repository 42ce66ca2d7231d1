package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that sessions that exclude each other are not held at the same time, or by one person on one date.
 *
 * @param kind which of the two
 */
record ExclusionCheck(ExclusiveSessions.Kind kind) implements CoreCheck {
    private record Held(SessionId session, LocalDate date, Interval interval) {}

    private record PersonAndDate(StaffId person, LocalDate date) {}

    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (ExclusiveSessions exclusion : plan.demanded().exclusions()) {
            if (exclusion.kind() == kind && exclusion.level() != Level.SOFT) {
                var ids = new HashSet<>(exclusion.sessions());
                List<CheckedMeeting> held = plan.held().stream()
                        .filter(one -> one.session() != null
                                && ids.contains(one.session().id()))
                        .toList();
                if (kind == ExclusiveSessions.Kind.SAME_TIME) {
                    checkTimes(exclusion, held, plan.zone(), faults);
                } else {
                    checkDates(exclusion, held, plan.staff(), faults);
                }
            }
        }
    }

    /** A session shares its minutes with each one that began before it, as often as with the one of them that ends last. */
    private static void checkTimes(
            ExclusiveSessions exclusion, List<CheckedMeeting> meetings, ZoneId zone, CoreViolations faults) {
        var all = new ArrayList<Held>();
        for (CheckedMeeting held : meetings) {
            var time = held.meeting().time();
            time.weeks().forEach(week -> all.add(new Held(held.id(), time.date(week), time.interval(week, zone))));
        }
        all.sort(Comparator.comparing(Held::interval));
        Held longest = null;
        for (Held next : all) {
            if (longest != null) {
                long shared = longest.interval().overlapMinutes(next.interval());
                add(
                        faults,
                        "core.exclusive-at-one-time",
                        exclusion,
                        shared,
                        exclusion.name(),
                        next.date(),
                        Interval.toLocalDateTime(next.interval().start(), zone).toLocalTime(),
                        longest.session(),
                        next.session());
            }
            if (longest == null || next.interval().end() > longest.interval().end()) {
                longest = next;
            }
        }
    }

    private static void checkDates(
            ExclusiveSessions exclusion,
            List<CheckedMeeting> meetings,
            List<StaffMember> staff,
            CoreViolations faults) {
        Set<StaffId> checked = staff.stream().map(StaffMember::id).collect(Collectors.toSet());
        Map<PersonAndDate, List<SessionId>> sessions = new LinkedHashMap<>();
        for (CheckedMeeting held : meetings) {
            for (StaffId person : held.holders()) {
                if (!checked.contains(person)) {
                    continue;
                }
                for (LocalDate date : held.meeting().time().dates()) {
                    sessions.computeIfAbsent(new PersonAndDate(person, date), fresh -> new ArrayList<>())
                            .add(held.id());
                }
            }
        }
        sessions.forEach((when, some) -> {
            var arguments = new ArrayList<Object>(List.of(exclusion.name(), when.person(), when.date()));
            arguments.addAll(some);
            add(faults, "core.exclusive-on-one-date", exclusion, some.size() - 1L, arguments.toArray());
        });
    }

    private static void add(
            CoreViolations faults, String rule, ExclusiveSessions exclusion, long units, Object... arguments) {
        if (exclusion.level() == Level.HARD) {
            faults.hard(rule, units * exclusion.weight(), arguments);
        } else {
            faults.medium(rule + "-guideline", units * exclusion.weight(), arguments);
        }
    }
}
