package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each person works by the plan, for payroll: lessons of the existing timetable count only for who comes to them besides. Rules of a person go before those of an intervention, and these before the problem's. */
public final class HoursLedger {
    private final TimetableViews views;
    private final ZoneId zone;
    private final Map<InterventionId, Map<StaffId, WorkRules>> rulesOf = new HashMap<>();

    /**
     * @param views   the timetable
     * @param demands what the problem's interventions ask for, which has working-time rules of theirs
     */
    public HoursLedger(TimetableViews views, Collection<Demand> demands) {
        this.views = views;
        this.zone = views.timetable().zone();
        for (Demand demand : demands) {
            demand.sessions().stream()
                    .map(Session::intervention)
                    .distinct()
                    .forEach(intervention -> rulesOf.put(intervention, demand.work()));
        }
    }

    /** The hours of everybody, in the problem's order. */
    public List<StaffHours> all() {
        Map<StaffId, Named<StaffId>> named =
                views.staff().stream().collect(Collectors.toMap(Named::id, Function.identity()));
        return views.problem().staff().stream()
                .map(member -> of(member, Objects.requireNonNull(named.get(member.id()))))
                .toList();
    }

    private StaffHours of(StaffMember member, Named<StaffId> person) {
        return new StaffHours(person, member.contractHours(), weeks(member, person));
    }

    private SortedMap<IsoWeek, Hours> weeks(StaffMember member, Named<StaffId> person) {
        var weeks = new TreeMap<IsoWeek, Hours>();
        views.weeks().forEach(week -> weeks.put(week, Hours.NONE));
        for (Entry entry : views.dutiesOf(person)) {
            weeks.merge(entry.occurrence().week(), hours(entry, rules(member, entry)), Hours::plus);
        }
        return weeks;
    }

    private WorkRules rules(StaffMember member, Entry entry) {
        WorkRules own = member.work();
        return own != null
                ? own
                : rulesOf.getOrDefault(entry.occurrence().meeting().interventionId(), Map.of())
                        .getOrDefault(member.id(), views.problem().work());
    }

    private Hours hours(Entry entry, WorkRules rules) {
        Interval interval = entry.occurrence().interval();
        Workload workload = entry.occurrence().meeting().workload();
        if (!workload.work()) {
            return new Hours(0, 0, 0, 0, 0, 0, interval.minutes());
        }
        var edges = edges(entry.date(), interval, rules);
        var onDuty = Hours.NONE;
        for (int i = 0; i + 1 < edges.size(); i++) {
            onDuty = onDuty.plus(piece(edges.get(i), edges.get(i + 1) - edges.get(i), rules));
        }
        long notCounted =
                interval.minutes() + workload.preparationMinutes() - workload.countedMinutes(interval.minutes());
        return onDuty.plus(new Hours(0, 0, 0, 0, workload.preparationMinutes(), notCounted, 0));
    }

    /** Minutes at which a piece of the duty begins or ends that lies in one column. */
    private List<Long> edges(LocalDate date, Interval interval, WorkRules rules) {
        var edges = new TreeSet<Long>();
        for (LocalDate day = date; !day.isAfter(date.plusDays(2)); day = day.plusDays(1)) {
            for (LocalTime time :
                    List.of(LocalTime.MIDNIGHT, rules.eveningStarts(), rules.nightStarts(), rules.nightEnds())) {
                edges.add(Interval.minute(day.atTime(time), zone));
            }
        }
        edges.add(interval.start());
        edges.add(interval.end());
        return List.copyOf(edges.subSet(interval.start(), true, interval.end(), true));
    }

    private Hours piece(long start, long minutes, WorkRules rules) {
        LocalDateTime begins = Interval.moment(start, zone);
        if (begins.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            return new Hours(0, 0, 0, minutes, 0, 0, 0);
        }
        if (isWithin(begins.toLocalTime(), rules.nightStarts(), rules.nightEnds())) {
            return new Hours(0, 0, minutes, 0, 0, 0, 0);
        }
        return isWithin(begins.toLocalTime(), rules.eveningStarts(), rules.nightStarts())
                ? new Hours(0, minutes, 0, 0, 0, 0, 0)
                : new Hours(minutes, 0, 0, 0, 0, 0, 0);
    }

    /** Whether a time lies in a stretch of the day, which may go over midnight and is empty if it ends where it begins. */
    private static boolean isWithin(LocalTime time, LocalTime from, LocalTime until) {
        boolean after = !time.isBefore(from);
        boolean before = time.isBefore(until);
        return from.isBefore(until) ? after && before : !from.equals(until) && (after || before);
    }
}
