package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Finds the meetings in which violations are. A violation is in the meetings whose sessions or lessons its arguments name. Clashes, travel, rests and
 * limits of a date name a person, room or student and a time; they are in the meetings that break the rule there, a short rest in the one before which
 * it ends. Others, such as a group that is too large or a session without a meeting, are in none.
 */
public final class ViolationLocator {
    private final CheckedPlan plan;
    private final Map<SessionId, List<CheckedMeeting>> bySession = new HashMap<>();
    private final Map<LessonId, List<CheckedMeeting>> byLesson = new HashMap<>();

    ViolationLocator(CheckedPlan plan) {
        this.plan = plan;
        for (CheckedMeeting held : plan.held()) {
            add(bySession, held.id(), held);
            SessionId origin = held.meeting().originId();
            if (origin != null) {
                add(bySession, origin, held);
            }
            Session session = held.session();
            LessonId lesson = session == null ? null : session.lesson();
            if (lesson != null) {
                add(byLesson, lesson, held);
            }
        }
    }

    private static <K> void add(Map<K, List<CheckedMeeting>> all, K key, CheckedMeeting held) {
        all.computeIfAbsent(key, any -> new ArrayList<>()).add(held);
    }

    /** Returns the meetings in which a violation is; empty if it is in none. */
    public List<ViolationPlace> find(RuleViolation violation) {
        var found = new LinkedHashMap<SessionId, SortedSet<LocalDate>>();
        for (Object argument : violation.arguments()) {
            List<CheckedMeeting> named = switch (argument) {
                case SessionId session -> bySession.getOrDefault(session, List.of());
                case LessonId lesson -> byLesson.getOrDefault(lesson, List.of());
                default -> List.of();
            };
            named.forEach(held -> dates(held, violation).forEach(date -> mark(found, held, date)));
        }
        if (found.isEmpty()) {
            findByOwner(violation).forEach(duty -> mark(found, duty.held(), duty.date()));
            findOfTeam(violation, found);
        }
        return places(found);
    }

    /**
     * Returns the meetings of a part of the plan in which the violation of a person's rest, travel or hours is. If it is in a meeting outside the part, the
     * last one of the part before it, otherwise the first one after it, on the dates of the violation.
     */
    List<ViolationPlace> findIn(RuleViolation violation, List<CheckedMeeting> part) {
        Set<CheckedMeeting> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        inside.addAll(part);
        List<HeldDuty> all = findByOwner(violation);
        List<HeldDuty> own =
                all.stream().filter(duty -> inside.contains(duty.held())).toList();
        var found = new LinkedHashMap<SessionId, SortedSet<LocalDate>>();
        (own.isEmpty() ? findBeside(violation, inside, all) : own)
                .forEach(duty -> mark(found, duty.held(), duty.date()));
        return places(found);
    }

    private List<HeldDuty> findBeside(RuleViolation violation, Set<CheckedMeeting> inside, List<HeldDuty> outside) {
        List<Duty> duties = duties(violation.arguments().getFirst());
        long start = duties.stream()
                .filter(duty -> duty.held() != null && outside.contains(new HeldDuty(duty.held(), duty.date())))
                .mapToLong(Duty::start)
                .min()
                .orElse(Long.MAX_VALUE);
        List<Duty> own = duties.stream()
                .filter(duty -> duty.held() != null && inside.contains(duty.held()))
                .filter(duty -> violation.arguments().contains(duty.date()) || isWithin(violation, duty.interval()))
                .toList();
        List<Duty> before = own.stream().filter(duty -> duty.start() < start).toList();
        return before.isEmpty() ? first(own) : last(before);
    }

    private static List<ViolationPlace> places(Map<SessionId, SortedSet<LocalDate>> found) {
        return found.entrySet().stream()
                .map(one -> new ViolationPlace(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private static void mark(Map<SessionId, SortedSet<LocalDate>> found, CheckedMeeting held, LocalDate date) {
        found.computeIfAbsent(held.id(), any -> new TreeSet<>()).add(date);
    }

    /** Returns the dates of a meeting; only those that the violation names, if it names dates or weeks, or on which the owner is unavailable. */
    private List<LocalDate> dates(CheckedMeeting held, RuleViolation violation) {
        MeetingTime time = held.meeting().time();
        if (violation.rule().equals("core.staff-unavailable")
                || violation.rule().equals("core.room-unavailable")) {
            List<Interval> unavailable = unavailable(violation.arguments().getFirst());
            return time.weeks().stream()
                    .filter(week -> AvailabilityCheck.overlap(time.interval(week, plan.zone()), unavailable) > 0)
                    .map(time::date)
                    .toList();
        }
        return time.dates().stream()
                .filter(date -> violation.arguments().stream().allMatch(argument -> switch (argument) {
                    case LocalDate named ->
                        named.equals(date)
                                || (violation.rule().startsWith("core.exclusive-at-one-time")
                                        && time.endsNextDay()
                                        && named.equals(date.plusDays(1)));
                    case IsoWeek named -> named.equals(IsoWeek.of(date));
                    default -> true;
                }))
                .toList();
    }

    private List<Interval> unavailable(Object owner) {
        Optional<Availability> availability = switch (owner) {
            case StaffId person -> plan.problem().staffMember(person).map(StaffMember::availability);
            case RoomId room -> plan.problem().room(room).map(Room::availability);
            default -> Optional.empty();
        };
        return availability
                .map(found -> AvailabilityCheck.unavailable(found, plan))
                .orElse(List.of());
    }

    private List<HeldDuty> findByOwner(RuleViolation violation) {
        Object owner =
                violation.arguments().isEmpty() ? "" : violation.arguments().getFirst();
        return switch (violation.rule()) {
            case "core.person-in-two-places", "core.room-in-two-places" ->
                findPairs(
                        violation, duties(owner), (from, to) -> from.forbiddenOverlap(to, false) == violation.amount());
            case "core.student-in-two-places" ->
                findPairs(
                        violation, duties(owner), (from, to) -> from.forbiddenOverlap(to, true) == violation.amount());
            case "core.travel-time" -> findTravel(violation, duties(owner));
            case "core.daily-rest", "core.weekly-rest" -> findRest(violation, work(owner));
            case "core.daily-hours", "core.long-day", "core.long-day-guideline" -> last(on(violation, work(owner)));
            case "core.rest-between-dates", "core.rest-between-dates-guideline" ->
                findRestBetweenDates(violation, work(owner));
            case "core.student-unavailable" -> findUnavailable(violation, owner);
            default -> List.of();
        };
    }

    /** Returns the first duty of the date of the violation or, if that is a lesson, the last one of the date with work before it. */
    private static List<HeldDuty> findRestBetweenDates(RuleViolation violation, List<Duty> work) {
        List<Duty> after = on(violation, work);
        if (after.isEmpty() || after.getFirst().held() != null) {
            return first(after);
        }
        List<Duty> before = work.stream()
                .filter(duty -> duty.date().isBefore(after.getFirst().date()))
                .toList();
        return before.isEmpty()
                ? List.of()
                : last(before.stream()
                        .filter(duty -> duty.date().equals(before.getLast().date()))
                        .toList());
    }

    private List<Duty> duties(Object owner) {
        return switch (owner) {
            case StaffId person -> plan.timelines().of(person);
            case RoomId room -> plan.timelines().of(room);
            case StudentId student -> plan.timelines().of(student);
            default -> List.of();
        };
    }

    private List<Duty> work(Object owner) {
        return duties(owner).stream().filter(Duty::isWork).toList();
    }

    private static List<Duty> on(RuleViolation violation, List<Duty> duties) {
        return duties.stream()
                .filter(duty -> violation.arguments().contains(duty.date()))
                .toList();
    }

    /** A meeting of a timeline on one date. */
    private record HeldDuty(CheckedMeeting held, LocalDate date) {}

    private static List<HeldDuty> held(List<Duty> duties) {
        return duties.stream()
                .filter(duty -> duty.held() != null)
                .map(duty -> new HeldDuty(Objects.requireNonNull(duty.held()), duty.date()))
                .toList();
    }

    private static List<HeldDuty> first(List<Duty> duties) {
        return held(duties).stream().limit(1).toList();
    }

    private static List<HeldDuty> last(List<Duty> duties) {
        List<HeldDuty> held = held(duties);
        return held.isEmpty() ? List.of() : List.of(held.getLast());
    }

    /** Returns both duties of each pair of which the later starts on the date of the violation. */
    private static List<HeldDuty> findPairs(
            RuleViolation violation, List<Duty> duties, BiPredicate<Duty, Duty> isBroken) {
        var found = new ArrayList<HeldDuty>();
        for (int i = 0; i < duties.size(); i++) {
            Duty earlier = duties.get(i);
            for (Duty later : duties.subList(i + 1, duties.size())) {
                if (later.start() >= earlier.end()) {
                    break;
                }
                if (violation.arguments().contains(later.date()) && isBroken.test(earlier, later)) {
                    found.addAll(held(List.of(earlier, later)));
                }
            }
        }
        return found;
    }

    /** Returns the duties that cannot be reached in time; if that is a lesson, those before. */
    private List<HeldDuty> findTravel(RuleViolation violation, List<Duty> duties) {
        var found = new ArrayList<HeldDuty>();
        for (int i = 1; i < duties.size(); i++) {
            Duty from = duties.get(i - 1);
            Duty to = duties.get(i);
            if (violation.arguments().contains(to.date())
                    && TravelCheck.missing(plan, from, to) == violation.amount()) {
                found.addAll(held(List.of(to.isFact() ? from : to)));
            }
        }
        return found;
    }

    /** Returns the duty before which the longest rest of the run ends; if that is a lesson, the next one that was planned. */
    private List<HeldDuty> findRest(RuleViolation violation, List<Duty> work) {
        List<Duty> run = work.stream()
                .filter(duty -> isWithin(violation, duty.interval()))
                .toList();
        if (run.isEmpty()) {
            return List.of();
        }
        int first = 0;
        long longest = 0;
        long end = run.getFirst().end();
        for (int i = 1; i < run.size(); i++) {
            if (run.get(i).start() - end > longest) {
                longest = run.get(i).start() - end;
                first = i;
            }
            end = Math.max(end, run.get(i).end());
        }
        List<HeldDuty> after = longest == 0 ? List.of() : held(run.subList(first, run.size()));
        return after.isEmpty() ? last(run) : List.of(after.getFirst());
    }

    /** Returns whether an interval lies in the run, whose start and end are the second and third argument. */
    private boolean isWithin(RuleViolation violation, Interval interval) {
        return violation.arguments().size() > 2
                && violation.arguments().get(1) instanceof LocalDateTime start
                && violation.arguments().get(2) instanceof LocalDateTime end
                && !plan.toLocalDateTime(interval.start()).isBefore(start)
                && !plan.toLocalDateTime(interval.end()).isAfter(end);
    }

    private List<HeldDuty> findUnavailable(RuleViolation violation, Object owner) {
        return plan.problem().students().stream()
                .filter(student -> student.id().equals(owner))
                .flatMap(student -> {
                    List<Interval> unavailable = AvailabilityCheck.unavailable(student.availability(), plan);
                    return held(on(
                                    violation,
                                    plan.timelines().of(student.id()).stream()
                                            .filter(duty -> AvailabilityCheck.overlap(duty.interval(), unavailable) > 0)
                                            .toList()))
                            .stream();
                })
                .toList();
    }

    /** A violation that names a team, a subject and a date is in the meetings of the team in that subject on that date. */
    private void findOfTeam(RuleViolation violation, Map<SessionId, SortedSet<LocalDate>> found) {
        List<Object> arguments = violation.arguments();
        if (arguments.stream().noneMatch(GroupId.class::isInstance)
                || arguments.stream().noneMatch(LocalDate.class::isInstance)) {
            return;
        }
        for (CheckedMeeting held : plan.held()) {
            Meeting meeting = held.meeting();
            boolean isMeant = meeting.groupIds().stream().anyMatch(arguments::contains)
                    && (arguments.contains(meeting.subject()) || arguments.contains(meeting.title()));
            if (isMeant) {
                dates(held, violation).forEach(date -> mark(found, held, date));
            }
        }
    }
}
