package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Calculates the planned working hours of each person for payroll. Lessons of the existing timetable count only for additional staff, not
 * for their teachers. A minute on several duties counts once, by the duty that credits it most. A person's working-time rules override those of an intervention, which override the problem's.
 */
public final class PayrollHoursCalculator {
    private static final Comparator<TimetableEntry> MOST_CREDITED_FIRST =
            Comparator.comparingInt(PayrollHoursCalculator::creditPercent).reversed();

    private final TimetableViews views;
    private final ZoneId zone;
    private final Map<InterventionId, Map<StaffId, WorkRules>> rulesOf = new HashMap<>();

    /**
     * @param views   the timetable
     * @param demands demands of the problem's interventions, which may have their own working-time rules
     */
    public PayrollHoursCalculator(TimetableViews views, Collection<Demand> demands) {
        this.views = views;
        this.zone = views.timetable().zone();
        for (Demand demand : demands) {
            demand.sessions().stream()
                    .map(Session::intervention)
                    .distinct()
                    .forEach(intervention -> rulesOf.put(intervention, demand.work()));
        }
    }

    /** Returns the hours of all staff, in the problem's order. */
    public List<StaffHours> hoursOfAllStaff() {
        Map<StaffId, NamedEntity<StaffId>> named =
                views.staff().stream().collect(Collectors.toMap(NamedEntity::id, Function.identity()));
        return views.problem().staff().stream()
                .map(member -> hoursOfMember(member, Objects.requireNonNull(named.get(member.id()))))
                .toList();
    }

    private StaffHours hoursOfMember(StaffMember member, NamedEntity<StaffId> person) {
        return new StaffHours(person, member.contractHours(), weeklyHours(member, person));
    }

    private SortedMap<IsoWeek, PayrollHours> weeklyHours(StaffMember member, NamedEntity<StaffId> person) {
        var weeks = new TreeMap<IsoWeek, PayrollHours>();
        views.weeks().forEach(week -> weeks.put(week, PayrollHours.NONE));
        var counted = new TreeMap<Long, Long>();
        views.dutiesOf(person).stream().sorted(MOST_CREDITED_FIRST).forEach(entry -> {
            List<Interval> pieces = claim(entry.occurrence().interval(), counted);
            weeks.merge(
                    entry.occurrence().week(),
                    hoursOfEntry(entry, pieces, rulesFor(member, entry)),
                    PayrollHours::plus);
        });
        return weeks;
    }

    private static int creditPercent(TimetableEntry entry) {
        Workload workload = entry.occurrence().meeting().workload();
        return workload.work() ? workload.creditPercent() : -1;
    }

    /**
     * Returns the parts of a duty that no duty has claimed yet, and claims them.
     *
     * @param counted claimed parts: start and end in minutes
     */
    private static List<Interval> claim(Interval duty, NavigableMap<Long, Long> counted) {
        var pieces = new ArrayList<Interval>();
        Map.Entry<Long, Long> begun = counted.floorEntry(duty.start());
        long from = begun == null ? duty.start() : Math.max(duty.start(), begun.getValue());
        for (var other : counted.subMap(duty.start(), false, duty.end(), false).entrySet()) {
            if (from < other.getKey()) {
                pieces.add(new Interval(from, other.getKey()));
            }
            from = other.getValue();
        }
        if (from < duty.end()) {
            pieces.add(new Interval(from, duty.end()));
        }
        pieces.forEach(piece -> counted.put(piece.start(), piece.end()));
        return pieces;
    }

    private WorkRules rulesFor(StaffMember member, TimetableEntry entry) {
        WorkRules own = member.work();
        return own != null
                ? own
                : rulesOf.getOrDefault(entry.occurrence().meeting().interventionId(), Map.of())
                        .getOrDefault(member.id(), views.problem().work());
    }

    private PayrollHours hoursOfEntry(TimetableEntry entry, List<Interval> pieces, WorkRules rules) {
        long minutes = pieces.stream().mapToLong(Interval::minutes).sum();
        Workload workload = entry.occurrence().meeting().workload();
        if (!workload.work()) {
            return new PayrollHours(0, 0, 0, 0, 0, 0, minutes);
        }
        var onDuty = PayrollHours.NONE;
        for (Interval piece : pieces) {
            var edges = pieceBoundaries(entry.date(), piece, rules);
            for (int i = 0; i + 1 < edges.size(); i++) {
                onDuty = onDuty.plus(hoursOfPiece(edges.get(i), edges.get(i + 1) - edges.get(i), rules));
            }
        }
        long notCounted = minutes + workload.preparationMinutes() - workload.countedMinutes(minutes);
        return onDuty.plus(new PayrollHours(0, 0, 0, 0, workload.preparationMinutes(), notCounted, 0));
    }

    /** Returns the minutes at which to cut a duty, so that each piece lies in one column. */
    private List<Long> pieceBoundaries(LocalDate date, Interval interval, WorkRules rules) {
        var edges = new TreeSet<Long>();
        for (LocalDate day = date; !day.isAfter(date.plusDays(2)); day = day.plusDays(1)) {
            for (LocalTime time :
                    List.of(LocalTime.MIDNIGHT, rules.eveningStarts(), rules.nightStarts(), rules.nightEnds())) {
                edges.add(Interval.toEpochMinute(day.atTime(time), zone));
            }
        }
        edges.add(interval.start());
        edges.add(interval.end());
        return List.copyOf(edges.subSet(interval.start(), true, interval.end(), true));
    }

    private PayrollHours hoursOfPiece(long start, long minutes, WorkRules rules) {
        LocalDateTime begins = Interval.toLocalDateTime(start, zone);
        if (begins.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            return new PayrollHours(0, 0, 0, minutes, 0, 0, 0);
        }
        if (isWithin(begins.toLocalTime(), rules.nightStarts(), rules.nightEnds())) {
            return new PayrollHours(0, 0, minutes, 0, 0, 0, 0);
        }
        return isWithin(begins.toLocalTime(), rules.eveningStarts(), rules.nightStarts())
                ? new PayrollHours(0, minutes, 0, 0, 0, 0, 0)
                : new PayrollHours(minutes, 0, 0, 0, 0, 0, 0);
    }

    /** Whether a time lies in a range of the day. The range may span midnight; it is empty if both ends are equal. */
    private static boolean isWithin(LocalTime time, LocalTime from, LocalTime until) {
        boolean after = !time.isBefore(from);
        boolean before = time.isBefore(until);
        return from.isBefore(until) ? after && before : !from.equals(until) && (after || before);
    }
}
