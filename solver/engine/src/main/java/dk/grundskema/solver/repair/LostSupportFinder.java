package dk.grundskema.solver.repair;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.mapping.ExcusedStudents;
import dk.grundskema.solver.repair.LostSupport.Place;
import dk.grundskema.solver.repair.PlanDifference.ChangedDate;
import dk.grundskema.solver.repair.PlanDifference.DatedMeeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where support that a change takes away can be given later: in another lesson of the same class whose seat for a second adult is empty, or, for a
 * meeting that nobody holds, at another of its times by those who held it. Each place is put into the changed plan alone, and the independent checker
 * compares.
 */
final class LostSupportFinder {
    /** Places that are tried for the dates of one series, so that a preview does not take long. */
    private static final int MOST_TRIES = 16;

    /** Places that are tried for all series together. */
    private static final int MOST_TRIES_OF_ALL = 20;

    private final ChangeRequest request;
    private final LostAvailability lost;
    private final TimetableChecker checker;
    private final Timetable plan;
    private final Map<SessionId, Session> sessions = new HashMap<>();
    private final Map<SessionId, List<Seat>> seats = new HashMap<>();
    private final Map<LocalDate, List<HeldMeeting>> byDate = new HashMap<>();
    private final BooleanSupplier isTimeSpent;
    private final ExcusedStudents excused;
    private @Nullable Map<List<Object>, Long> known;
    private int tries;

    /**
     * @param demands demands of the changed problem
     * @param plan    the plan after the change
     * @param isTimeSpent whether no further place is to be tried
     */
    LostSupportFinder(
            ChangeRequest request,
            LostAvailability lost,
            TimetableChecker checker,
            List<Demand> demands,
            Timetable plan,
            BooleanSupplier isTimeSpent) {
        this.isTimeSpent = isTimeSpent;
        this.request = request;
        this.lost = lost;
        this.checker = checker;
        this.plan = plan;
        this.excused = new ExcusedStudents(request.after());
        for (Meeting one : plan.meetings()) {
            MeetingTime time = one.time();
            one.weeks()
                    .forEach(week -> byDate.computeIfAbsent(time.date(week), any -> new ArrayList<>())
                            .add(new HeldMeeting(one, time.interval(week, lost.zone()))));
        }
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sessions.put(session.id(), session));
            demand.seats()
                    .forEach(seat -> seat.sessions()
                            .forEach(id -> seats.computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(seat)));
        }
    }

    /** A meeting of the changed plan with its time on one date. */
    private record HeldMeeting(Meeting meeting, Interval time) {}

    /** Dates on which a series loses the same people. */
    private record Series(SessionId session, List<StaffId> staff) {}

    /** A place with the plan in which it is taken. */
    private record Trial(Place place, Timetable plan) {}

    /**
     * Returns the support that is lost on dates that a change leaves with fewer people. Meetings that somebody still holds are not among it. Each series in
     * turn gets a try, so that the limit of tries leaves none without.
     */
    List<LostSupport> find(List<ChangedDate> uncovered) {
        Map<Series, List<ChangedDate>> bySeries = new LinkedHashMap<>();
        for (ChangedDate one : uncovered) {
            List<StaffId> staff = lostStaff(one);
            if (!staff.isEmpty()) {
                bySeries.computeIfAbsent(new Series(one.sessionId(), staff), any -> new ArrayList<>())
                        .add(one);
            }
        }
        List<PlaceSearch> searches = bySeries.entrySet().stream()
                .map(entry -> new PlaceSearch(entry.getKey().staff(), entry.getValue()))
                .toList();
        for (int round = 0; round < MOST_TRIES; round++) {
            searches.forEach(PlaceSearch::tryNext);
        }
        return searches.stream().map(PlaceSearch::result).toList();
    }

    /** Returns who gave support that is lost; empty if none is. */
    private List<StaffId> lostStaff(ChangedDate one) {
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
        boolean isAskedFor = sessions.containsKey(one.sessionId());
        return isSupport && (isLesson || (!isHeld && isAskedFor)) ? staff : List.of();
    }

    /** Whether a meeting is a lesson of the existing timetable: only its further adults are support. */
    private static boolean isLesson(Meeting meeting) {
        return meeting.seats().stream().anyMatch(seat -> PlanDifference.isTeacher(meeting, seat));
    }

    /** Looks for later places of the support that one series loses. */
    private final class PlaceSearch {
        private final List<StaffId> staff;
        private final List<ChangedDate> dates;
        private final Meeting meeting;
        private final Iterator<Trial> trials;
        private final List<Place> places = new ArrayList<>();

        PlaceSearch(List<StaffId> staff, List<ChangedDate> dates) {
            this.staff = staff;
            this.dates = dates;
            DatedMeeting was = Objects.requireNonNull(dates.getFirst().before());
            this.meeting = was.meeting();
            this.trials = (isLesson(meeting) ? lessons(was, staff) : times(dates.getFirst(), staff)).iterator();
        }

        /** Tries the next place at a time that is not known yet, unless there are enough places or tries. */
        void tryNext() {
            boolean isTried = false;
            while (!isTried
                    && places.size() < LostSupport.MOST_PLACES
                    && tries < MOST_TRIES_OF_ALL
                    && !isTimeSpent.getAsBoolean()
                    && trials.hasNext()) {
                Trial one = trials.next();
                if (places.stream().noneMatch(one.place()::isAt)) {
                    isTried = true;
                    tries++;
                    if (breaksNothing(one.plan())) {
                        places.add(one.place());
                    }
                }
            }
        }

        LostSupport result() {
            return new LostSupport(
                    meeting,
                    staff,
                    dates.stream()
                            .map(one -> Objects.requireNonNull(one.before()).date())
                            .toList(),
                    places,
                    !trials.hasNext());
        }
    }

    /** Returns the later lessons of the same class with an empty seat for a second adult, with somebody who is free then, those before first. */
    private Stream<Trial> lessons(DatedMeeting was, List<StaffId> staff) {
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
                .filter(one -> isAfter(one, was))
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

    private boolean isAfter(DatedMeeting one, DatedMeeting other) {
        return one.date().isAfter(other.date())
                && !one.date().atTime(one.meeting().start()).isBefore(request.now());
    }

    /** Returns who may fill a seat, those who gave the support before first. */
    private Set<StaffId> candidates(Meeting meeting, String role, List<StaffId> staff) {
        var all = new LinkedHashSet<StaffId>();
        seats.getOrDefault(meeting.origin(), List.of()).stream()
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
                replace(meeting, week, held));
    }

    /** Returns the later times of a meeting that nobody holds at which those who held it are free, each in a room that is free. */
    private Stream<Trial> times(ChangedDate date, List<StaffId> staff) {
        DatedMeeting was = Objects.requireNonNull(date.before());
        Session session = Objects.requireNonNull(sessions.get(date.sessionId()));
        return session.times().stream()
                .flatMap(time ->
                        time.weeks().stream().map(week -> MeetingTime.on(time.date(week), time.start(), time.end())))
                .distinct()
                .filter(time -> time.firstDate().isAfter(was.date())
                        && !time.firstDate().atTime(time.start()).isBefore(request.now())
                        && (session.onClosedDays() || !request.after().horizon().isClosed(time.firstDate())))
                .sorted(Comparator.comparing(MeetingTime::firstDate).thenComparing(MeetingTime::start))
                .filter(time -> staff.stream().allMatch(who -> isFree(who, interval(time), null))
                        && areParticipantsFree(was.meeting(), time))
                .flatMap(time -> rooms(was.meeting(), session, time).map(room -> at(date, session, time, room.room())));
    }

    /** A room, or none. */
    private record Choice(@Nullable RoomId room) {}

    private Stream<Choice> rooms(Meeting meeting, Session session, MeetingTime time) {
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
                                .noneMatch(one -> room.equals(one.roomId())
                                        || one.extraRoomIds().contains(room)))
                .map(Choice::new);
    }

    private boolean areParticipantsFree(Meeting meeting, MeetingTime time) {
        return meetingsAt(interval(time))
                .filter(one -> !meeting.within().contains(one.origin()))
                .noneMatch(one ->
                        shares(one.groupIds(), meeting.groupIds()) || shares(one.studentIds(), meeting.studentIds()));
    }

    private static boolean shares(Collection<?> some, Collection<?> others) {
        return some.stream().anyMatch(others::contains);
    }

    private Trial at(ChangedDate date, Session session, MeetingTime time, @Nullable RoomId room) {
        Meeting was = Objects.requireNonNull(date.before()).meeting();
        DatedMeeting is = date.after();
        var demanded = new TreeSet<IsoWeek>();
        if (!time.weeks().contains(date.week())) {
            demanded.add(date.week());
        }
        IsoWeek week = time.weeks().first();
        Meeting moved = was.withId(freeId(date.sessionId(), week), date.sessionId())
                .withRoom(room)
                .withTime(time)
                .withWeeks(time.weeks(), demanded)
                .withStudents(was.studentIds(), excused.of(session, time, students(was)));
        var place = new Place(
                time.firstDate(),
                time.start(),
                time.end(),
                was.title(),
                new DatedMeeting(was, time.firstDate()).holders(),
                room);
        return new Trial(
                place, is == null ? with(plan.meetings(), moved) : replace(is.meeting(), IsoWeek.of(is.date()), moved));
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
                .filter(one -> one.time().overlaps(when))
                .map(HeldMeeting::meeting);
    }

    /** Whether every rule is kept at least as well as in the changed plan, at every place. */
    private boolean breaksNothing(Timetable with) {
        if (known == null) {
            known = amounts(plan);
        }
        Map<List<Object>, Long> before = known;
        return amounts(with).entrySet().stream()
                .allMatch(one -> one.getValue() <= before.getOrDefault(one.getKey(), 0L));
    }

    private Map<List<Object>, Long> amounts(Timetable timetable) {
        Map<List<Object>, Long> amounts = new HashMap<>();
        for (RuleViolation one : checker.check(request.after(), timetable)) {
            amounts.merge(List.of(one.rule(), one.place()), one.amount(), Long::sum);
        }
        return amounts;
    }
}
