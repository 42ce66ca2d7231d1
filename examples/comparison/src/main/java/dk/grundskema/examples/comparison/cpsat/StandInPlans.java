package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.check.TimetableChecker;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans in which other people sit in the seats on the days of an absence, and what the independent checker finds in them. */
final class StandInPlans {
    /** Rules whose violation is as large as the minutes, or sessions, of all duties together are above a limit. */
    private static final Set<String> SUMS =
            Set.of("core.daily-hours", "core.weekly-hours", "core.average-hours", "small-groups.tutor-sessions");

    /** One seat of a meeting on one of its dates that may change. */
    record Place(Meeting meeting, IsoWeek week, int seat) {
        @Nullable
        StaffId holder() {
            return meeting.seats().get(seat).staffId();
        }

        String role() {
            return meeting.seats().get(seat).role();
        }

        LocalDate date() {
            return meeting.time().date(week);
        }
    }

    /** A person's part in a meeting on one of its dates. */
    record Duty(SessionId session, IsoWeek week, String role, StaffId staffId) {}

    private final TimetableChecker checker;
    private final ChangeRequest request;
    private final StaffId absent;
    private final ZoneId zone;
    private final List<Place> places = new ArrayList<>();
    private final Map<StaffId, Set<List<Object>>> acceptedFaults = new HashMap<>();
    private final Set<List<Object>> earlierShortfalls;

    StandInPlans(TimetableChecker checker, ChangeRequest request, StaffId absent, Collection<LocalDate> days) {
        this.checker = checker;
        this.request = request;
        this.absent = absent;
        this.zone = request.before().horizon().zone();
        for (Meeting meeting : request.timetable().meetings()) {
            for (IsoWeek week : meeting.weeks()) {
                boolean isPast = interval(meeting, week).start() < Interval.toEpochMinute(request.now(), zone);
                for (int seat = 0; seat < meeting.seats().size() && !isPast; seat++) {
                    var place = new Place(meeting, week, seat);
                    if (days.contains(place.date())
                            && !meeting.seats().get(seat).locked()) {
                        places.add(place);
                    }
                }
            }
        }
        this.earlierShortfalls =
                shortfalls(checker.check(request.after(), request.timetable())).keySet();
    }

    /** Returns the seats that may change, in the order of the plan. */
    List<Place> places() {
        return Collections.unmodifiableList(places);
    }

    Interval interval(Place place) {
        return interval(place.meeting(), place.week());
    }

    private Interval interval(Meeting meeting, IsoWeek week) {
        return meeting.time().interval(week, zone);
    }

    /** Returns by how much duties exceed each limit of the sum of a person's duties. */
    Map<List<Object>, Long> excess(StaffId who, Set<Place> duties) {
        return hardFaults(who, timetable(withDuties(who, duties)))
                .filter(fault -> SUMS.contains(fault.rule()))
                .collect(Collectors.toMap(StandInPlans::identify, RuleViolation::amount, Long::sum));
    }

    /** Returns whether duties break a hard rule that the person does not break in the plan in use. */
    boolean breaksRule(StaffId who, Set<Place> duties) {
        return !acceptedFaults(who).containsAll(identified(hardFaults(who, timetable(withDuties(who, duties)))));
    }

    Set<List<Object>> acceptedFaults(StaffId who) {
        return acceptedFaults.computeIfAbsent(who, any -> {
            Set<List<Object>> faults = new HashSet<>(identified(hardFaults(who, request.timetable())));
            faults.addAll(identified(hardFaults(who, timetable(others(who)))));
            return faults;
        });
    }

    private Map<Place, StaffId> withDuties(StaffId who, Set<Place> duties) {
        Map<Place, StaffId> assigned = others(who);
        duties.forEach(place -> assigned.put(place, who));
        return assigned;
    }

    /** Returns who is where in the plan in use, without a person and without the absent one. */
    private Map<Place, StaffId> others(StaffId who) {
        var assigned = new LinkedHashMap<Place, StaffId>();
        for (Place place : places) {
            StaffId holder = place.holder();
            if (holder != null && !holder.equals(who) && !holder.equals(absent)) {
                assigned.put(place, holder);
            }
        }
        return assigned;
    }

    private Stream<RuleViolation> hardFaults(StaffId who, Timetable timetable) {
        return checker.checkStaffing(request.after(), timetable, who).violations().stream()
                .filter(one -> one.level() == Level.HARD);
    }

    private static Set<List<Object>> identified(Stream<RuleViolation> faults) {
        return faults.map(StandInPlans::identify).collect(Collectors.toSet());
    }

    private static List<Object> identify(RuleViolation fault) {
        return List.of(fault.rule(), fault.place());
    }

    /** Returns all that an assignment breaks. */
    List<RuleViolation> check(Map<Place, StaffId> assigned) {
        return checker.check(request.after(), timetable(assigned));
    }

    /** Returns the shortfalls that name a person with these duties, and that the plan in use does not have. */
    Map<List<Object>, Long> newShortfalls(StaffId who, Set<Place> duties) {
        Map<List<Object>, Long> some = new LinkedHashMap<>(shortfalls(check(withDuties(who, duties))));
        some.keySet().removeIf(one -> earlierShortfalls.contains(one) || !((List<?>) one.get(1)).contains(who));
        return some;
    }

    /** Returns what broken medium rules lack if some seats are empty, and the others are as in the plan in use. */
    Map<List<Object>, Long> shortfalls(Set<Place> empty) {
        return shortfalls(check(without(empty)));
    }

    /** Returns the same if an open seat is filled besides; by the absent person, since who fills it does not matter for it. */
    Map<List<Object>, Long> shortfalls(Set<Place> empty, Place filled) {
        Map<Place, StaffId> assigned = without(empty);
        assigned.put(filled, absent);
        return shortfalls(check(assigned));
    }

    private Map<Place, StaffId> without(Set<Place> empty) {
        var assigned = new LinkedHashMap<Place, StaffId>();
        for (Place place : places) {
            StaffId holder = place.holder();
            if (holder != null && !empty.contains(place)) {
                assigned.put(place, holder);
            }
        }
        return assigned;
    }

    /** Returns the amounts of broken medium rules by rule and place. */
    static Map<List<Object>, Long> shortfalls(List<RuleViolation> violations) {
        return violations.stream()
                .filter(one -> one.level() == Level.MEDIUM)
                .collect(Collectors.toMap(StandInPlans::identify, RuleViolation::amount, Long::sum));
    }

    static long sum(Map<List<Object>, Long> shortfalls) {
        return shortfalls.values().stream().mapToLong(Long::longValue).sum();
    }

    static long countConflicts(List<RuleViolation> violations) {
        return violations.stream().filter(one -> one.level() == Level.HARD).count();
    }

    /** Returns the plan with these holders of all places; a series is split where one of its dates differs. */
    private Timetable timetable(Map<Place, StaffId> assigned) {
        Map<Meeting, Map<IsoWeek, List<MeetingSeat>>> changed = new LinkedHashMap<>();
        for (Place place : places) {
            StaffId who = assigned.get(place);
            if (!Objects.equals(who, place.holder())) {
                List<MeetingSeat> seats = changed.computeIfAbsent(place.meeting(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                place.week(),
                                any -> new ArrayList<>(place.meeting().seats()));
                MeetingSeat seat = seats.get(place.seat());
                seats.set(place.seat(), new MeetingSeat(seat.role(), who, seat.required(), seat.locked()));
            }
        }
        var meetings = new ArrayList<Meeting>();
        for (Meeting meeting : request.timetable().meetings()) {
            Map<IsoWeek, List<MeetingSeat>> weeks = changed.getOrDefault(meeting, Map.of());
            Optional<Meeting> rest = meeting.inWeeks(week -> !weeks.containsKey(week));
            rest.ifPresent(meetings::add);
            boolean isFirst = rest.isEmpty();
            for (var each : weeks.entrySet()) {
                Meeting part =
                        meeting.inWeeks(each.getKey()::equals).orElseThrow().withSeats(each.getValue());
                meetings.add(
                        isFirst
                                ? part
                                : part.withId(
                                        new SessionId(meeting.sessionId() + "@" + each.getKey()), meeting.origin()));
                isFirst = false;
            }
        }
        return request.timetable().withMeetings(meetings);
    }
}
