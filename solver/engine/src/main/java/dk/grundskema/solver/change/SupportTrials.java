package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.LostSupport.Place;
import dk.grundskema.solver.change.PlanDifference.ChangedDate;
import dk.grundskema.solver.change.PlanDifference.DatedMeeting;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.mapping.ExcusedStudents;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places at which support that a change takes away could be given instead: another lesson of the same class whose seat for a second adult is empty,
 * or, for a meeting that nobody holds, another of its times by those who held it. Each place is put into the changed plan alone, and the independent
 * checker compares.
 */
final class SupportTrials {
    private final ChangeRequest request;
    private final LostAvailability lost;
    private final TimetableChecker checker;
    private final AskedFor askedFor;
    private final Timetable plan;
    private final Map<LocalDate, List<HeldMeeting>> byDate = new HashMap<>();
    private @Nullable RuleAmounts known;

    /**
     * @param demands demands of the changed problem
     * @param plan    the plan after the change
     */
    SupportTrials(
            ChangeRequest request,
            LostAvailability lost,
            TimetableChecker checker,
            List<Demand> demands,
            Timetable plan) {
        this(request, lost, checker, AskedFor.of(request, demands), plan);
    }

    private SupportTrials(
            ChangeRequest request, LostAvailability lost, TimetableChecker checker, AskedFor askedFor, Timetable plan) {
        this.request = request;
        this.lost = lost;
        this.checker = checker;
        this.askedFor = askedFor;
        this.plan = plan;
        for (Meeting one : plan.meetings()) {
            MeetingTime time = one.time();
            one.weeks()
                    .forEach(week -> byDate.computeIfAbsent(time.date(week), any -> new ArrayList<>())
                            .add(new HeldMeeting(one, week)));
        }
    }

    /** What the changed problem asks for, whatever the plan. */
    private record AskedFor(
            Map<SessionId, Session> sessions, Map<SessionId, List<Seat>> seats, ExcusedStudents excused) {
        static AskedFor of(ChangeRequest request, List<Demand> demands) {
            Map<SessionId, Session> sessions = new HashMap<>();
            Map<SessionId, List<Seat>> seats = new HashMap<>();
            for (Demand demand : demands) {
                demand.sessions().forEach(session -> sessions.put(session.id(), session));
                demand.seats()
                        .forEach(seat -> seat.sessions()
                                .forEach(id -> seats.computeIfAbsent(id, any -> new ArrayList<>())
                                        .add(seat)));
            }
            return new AskedFor(sessions, seats, new ExcusedStudents(request.after()));
        }
    }

    /** A meeting of the changed plan in one of its weeks. Its time, which takes long to calculate, is calculated once it is asked for. */
    private static final class HeldMeeting {
        private final Meeting meeting;
        private final IsoWeek week;
        private @Nullable Interval time;

        HeldMeeting(Meeting meeting, IsoWeek week) {
            this.meeting = meeting;
            this.week = week;
        }

        Meeting meeting() {
            return meeting;
        }

        Interval time(ZoneId zone) {
            if (time == null) {
                time = meeting.time().interval(week, zone);
            }
            return time;
        }
    }

    /** A place with the plan in which it is taken, made only for places that are tried. */
    record Trial(Place place, Supplier<Timetable> plan) {}

    /** Returns the plan into which places are put. */
    Timetable plan() {
        return plan;
    }

    /**
     * Returns the same for another plan after the change.
     *
     * @param amounts what {@link #amountsOf} returned for it; {@code null} means that it was not asked
     */
    SupportTrials withPlan(Timetable other, @Nullable RuleAmounts amounts) {
        var trials = new SupportTrials(request, lost, checker, askedFor, other);
        trials.known = amounts;
        return trials;
    }

    /**
     * Returns the places, in order of time, those of people who gave the support first, none of them before the moment of the change.
     *
     * @param date     a date that loses support
     * @param staff    who gave it
     * @param isWanted dates of places that are asked for
     */
    Stream<Trial> places(ChangedDate date, List<StaffId> staff, Predicate<LocalDate> isWanted) {
        DatedMeeting was = Objects.requireNonNull(date.before());
        return isLesson(was.meeting()) ? lessons(was, staff, isWanted) : times(date, staff, isWanted);
    }

    /** Returns who gave support that is lost; empty if none is. */
    List<StaffId> lostStaff(ChangedDate one) {
        DatedMeeting was = Objects.requireNonNull(one.before());
        var staff = new ArrayList<StaffId>();
        for (MeetingSeat seat : was.meeting().seats()) {
            if (seat.staffId() != null && !PlanDifference.isTeacher(was.meeting(), seat)) {
                staff.add(seat.staffId());
            }
        }
        DatedMeeting is = one.after();
        if (is != null) {
            staff.removeAll(is.holders());
        }
        boolean isSupport = !was.meeting().groupIds().isEmpty()
                || !was.meeting().studentIds().isEmpty();
        boolean isLesson = isLesson(was.meeting());
        boolean isHeld = is != null && !is.holders().isEmpty();
        boolean isAskedFor = askedFor.sessions().containsKey(one.sessionId());
        return isSupport && (isLesson || (!isHeld && isAskedFor)) ? staff : List.of();
    }

    /** Returns whether a date is that of a meeting that must be held: it has a required seat and is no lesson. */
    boolean isRequiredMeeting(ChangedDate date) {
        Meeting was = Objects.requireNonNull(date.before()).meeting();
        return !isLesson(was) && was.seats().stream().anyMatch(MeetingSeat::required);
    }

    /** Whether a meeting is a lesson of the existing timetable: only its further adults are support. */
    private static boolean isLesson(Meeting meeting) {
        return meeting.seats().stream().anyMatch(seat -> PlanDifference.isTeacher(meeting, seat));
    }

    /** Returns the other lessons of the same class with an empty seat for a second adult, with somebody who is free then, those before first. */
    private Stream<Trial> lessons(DatedMeeting was, List<StaffId> staff, Predicate<LocalDate> isWanted) {
        Meeting meeting = was.meeting();
        String role = meeting.seats().stream()
                .filter(seat -> staff.contains(seat.staffId()))
                .findFirst()
                .orElseThrow()
                .role();
        return plan.meetings().stream()
                .filter(one -> one.interventionId().equals(meeting.interventionId())
                        && one.kind().equals(meeting.kind())
                        && one.groupIds().equals(meeting.groupIds())
                        && emptySeat(one, role) >= 0)
                .flatMap(one -> one.time().dates().stream().map(date -> new DatedMeeting(one, date)))
                .filter(one -> isWanted.test(one.date())
                        && !one.date().atTime(one.meeting().start()).isBefore(request.now())
                        && !(one.meeting().origin().equals(meeting.origin()) && one.isAt(was)))
                .sorted(Comparator.comparing(DatedMeeting::date)
                        .thenComparing(one -> one.meeting().start()))
                .flatMap(one -> candidates(one.meeting(), role, staff).stream()
                        .filter(who -> isFree(who, interval(one), one.meeting()))
                        .map(who -> withSecondAdult(one, role, who)));
    }

    private static int emptySeat(Meeting meeting, String role) {
        for (int place = 0; place < meeting.seats().size(); place++) {
            MeetingSeat seat = meeting.seats().get(place);
            if (seat.role().equals(role) && seat.staffId() == null && !seat.locked()) {
                return place;
            }
        }
        return -1;
    }

    /** Returns who may fill a seat, those who gave the support before first. */
    private Set<StaffId> candidates(Meeting meeting, String role, List<StaffId> staff) {
        var all = new LinkedHashSet<StaffId>();
        askedFor.seats().getOrDefault(meeting.origin(), List.of()).stream()
                .filter(seat -> seat.role().equals(role))
                .forEach(seat -> all.addAll(seat.candidates()));
        var ordered = new LinkedHashSet<>(staff);
        ordered.retainAll(all);
        ordered.addAll(all);
        return ordered;
    }

    private Trial withSecondAdult(DatedMeeting one, String role, StaffId who) {
        Meeting meeting = one.meeting();
        int place = emptySeat(meeting, role);
        IsoWeek week = IsoWeek.of(one.date());
        Meeting part = meeting.inWeeks(week::equals).orElseThrow();
        var filled = new ArrayList<>(part.seats());
        MeetingSeat seat = filled.get(place);
        filled.set(place, new MeetingSeat(seat.role(), who, seat.required(), seat.locked()));
        Meeting held = part.withSeats(filled);
        return new Trial(
                new Place(one.date(), meeting.start(), meeting.end(), meeting.title(), List.of(who), meeting.roomId()),
                () -> replace(meeting, week, held));
    }

    /** Returns the other times of a meeting that nobody holds at which those who held it are free, each in a room that is free. */
    private Stream<Trial> times(ChangedDate date, List<StaffId> staff, Predicate<LocalDate> isWanted) {
        DatedMeeting was = Objects.requireNonNull(date.before());
        DatedMeeting is = date.after();
        Session session = Objects.requireNonNull(askedFor.sessions().get(date.sessionId()));
        Optional<Meeting> held = is == null ? Optional.empty() : heldMeeting(date, is.date());
        return session.times().stream()
                .flatMap(time ->
                        time.weeks().stream().map(week -> MeetingTime.on(time.date(week), time.start(), time.end())))
                .distinct()
                .filter(time -> isWanted.test(time.firstDate())
                        && !time.firstDate().atTime(time.start()).isBefore(request.now())
                        && (session.onClosedDays() || !request.after().horizon().isClosed(time.firstDate())))
                .sorted(Comparator.comparing(MeetingTime::firstDate).thenComparing(MeetingTime::start))
                .filter(time -> staff.stream().allMatch(who -> isFree(who, interval(time), null))
                        && areParticipantsFree(was.meeting(), time, held))
                .flatMap(time -> rooms(was.meeting(), session, time, held)
                        .map(room -> at(date, held, session, time, room.room())));
    }

    /** A room, or none. */
    private record Choice(@Nullable RoomId room) {}

    private Stream<Choice> rooms(Meeting meeting, Session session, MeetingTime time, Optional<Meeting> held) {
        RoomId own = meeting.roomId();
        if (own == null) {
            return Stream.of(new Choice(null));
        }
        var rooms = new LinkedHashSet<RoomId>();
        rooms.add(own);
        rooms.addAll(session.rooms());
        Interval when = interval(time);
        return rooms.stream()
                .filter(room -> !lost.isRoomLost(room, when)
                        && meetingsAt(when)
                                .filter(one -> !held.equals(Optional.of(one)))
                                .noneMatch(one -> room.equals(one.roomId())
                                        || one.extraRoomIds().contains(room)))
                .map(Choice::new);
    }

    /** @param held the meeting itself, which does not stand in its own way */
    private boolean areParticipantsFree(Meeting meeting, MeetingTime time, Optional<Meeting> held) {
        return meetingsAt(interval(time))
                .filter(one ->
                        !held.equals(Optional.of(one)) && !meeting.within().contains(one.origin()))
                .noneMatch(one ->
                        shares(one.groupIds(), meeting.groupIds()) || shares(one.studentIds(), meeting.studentIds()));
    }

    private static boolean shares(Collection<?> some, Collection<?> others) {
        return some.stream().anyMatch(others::contains);
    }

    private Trial at(
            ChangedDate date, Optional<Meeting> held, Session session, MeetingTime time, @Nullable RoomId room) {
        Meeting before = Objects.requireNonNull(date.before()).meeting();
        Meeting was = held.map(one -> one.withSeats(before.seats())).orElse(before);
        var demanded = new TreeSet<IsoWeek>();
        if (!time.weeks().contains(date.week())) {
            demanded.add(date.week());
        }
        IsoWeek week = time.weeks().first();
        Meeting moved = was.withId(freeId(date.sessionId(), week), date.sessionId())
                .withRoom(room)
                .withTime(time)
                .withWeeks(time.weeks(), demanded)
                .withStudents(was.studentIds(), askedFor.excused().of(session, time, students(was)));
        var place = new Place(
                time.firstDate(),
                time.start(),
                time.end(),
                was.title(),
                new DatedMeeting(was, time.firstDate()).holders(),
                room);
        return new Trial(
                place,
                () -> held.map(one -> replace(
                                one,
                                IsoWeek.of(Objects.requireNonNull(date.after()).date()),
                                moved))
                        .orElseGet(() -> with(plan.meetings(), moved)));
    }

    /** Returns the part of a series that is held on a date of a changed meeting. */
    private Optional<Meeting> heldMeeting(ChangedDate changed, LocalDate date) {
        return byDate.getOrDefault(date, List.of()).stream()
                .map(HeldMeeting::meeting)
                .filter(one -> one.origin().equals(changed.sessionId())
                        && one.demandedWeek(IsoWeek.of(date)).equals(changed.week()))
                .findFirst();
    }

    private Set<StudentId> students(Meeting meeting) {
        Set<StudentId> all = new HashSet<>(meeting.studentIds());
        plan.groups().stream()
                .filter(group -> meeting.groupIds().contains(group.id()))
                .flatMap(group -> group.members().stream())
                .forEach(member -> all.add(member.studentId()));
        return all;
    }

    /** Returns the plan in which one date of a meeting is another meeting. The rest of a series keeps its id. */
    private Timetable replace(Meeting meeting, IsoWeek week, Meeting other) {
        var meetings = new ArrayList<Meeting>();
        plan.meetings().stream()
                .filter(one -> !one.sessionId().equals(meeting.sessionId()))
                .forEach(meetings::add);
        Optional<Meeting> rest = meeting.inWeeks(one -> !one.equals(week));
        if (rest.isEmpty()) {
            boolean isOnlyPart = meetings.stream().noneMatch(one -> one.origin().equals(meeting.origin()));
            return with(
                    meetings,
                    isOnlyPart || meeting.originId() != null
                            ? other.withId(meeting.sessionId(), meeting.originId())
                            : other);
        }
        meetings.add(rest.get());
        return with(meetings, other.withId(freeId(meeting.origin(), week), meeting.origin()));
    }

    private Timetable with(List<Meeting> meetings, Meeting other) {
        var all = new ArrayList<>(meetings);
        all.add(other);
        all.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        return plan.withMeetings(all);
    }

    private SessionId freeId(SessionId origin, IsoWeek week) {
        Set<SessionId> taken = new LinkedHashSet<>();
        plan.meetings().forEach(one -> taken.add(one.sessionId()));
        SessionId id = new SessionId(origin + "@" + week);
        for (int number = 2; taken.contains(id); number++) {
            id = new SessionId(origin + "@" + week + "+" + number);
        }
        return id;
    }

    private Interval interval(DatedMeeting one) {
        return one.meeting().time().interval(IsoWeek.of(one.date()), lost.zone());
    }

    private Interval interval(MeetingTime time) {
        return time.interval(time.weeks().first(), lost.zone());
    }

    /** @param but meeting that the person is to join; {@code null} means none */
    private boolean isFree(StaffId who, Interval when, @Nullable Meeting but) {
        return !lost.isUnavailable(who, when)
                && meetingsAt(when)
                        .filter(one -> but == null || !one.sessionId().equals(but.sessionId()))
                        .noneMatch(one -> one.seats().stream().anyMatch(seat -> who.equals(seat.staffId())));
    }

    private Stream<Meeting> meetingsAt(Interval when) {
        LocalDate first = Interval.toLocalDateTime(when.start(), lost.zone()).toLocalDate();
        LocalDate last = Interval.toLocalDateTime(when.end(), lost.zone()).toLocalDate();
        return first.minusDays(1) // a night that began the evening before
                .datesUntil(last.plusDays(1))
                .flatMap(date -> byDate.getOrDefault(date, List.of()).stream())
                .filter(one -> one.time(lost.zone()).overlaps(when))
                .map(HeldMeeting::meeting);
    }

    /** Returns whether a plan breaks no rule further than this one. */
    boolean breaksNothing(Timetable with) {
        return amountsOf(with).isAtMost(amounts());
    }

    /** Returns how much the rules are broken in the plan. */
    RuleAmounts amounts() {
        if (known == null) {
            known = amountsOf(plan);
        }
        return known;
    }

    /** Returns how much the rules are broken in another plan after the change. */
    RuleAmounts amountsOf(Timetable timetable) {
        return new RuleAmounts(checker.check(request.after(), timetable));
    }
}
