package dk.grundskema.examples.mutation;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.mutation.PermittedChange.Permission;
import dk.grundskema.plugins.coteaching.CoTeachingParameters;
import dk.grundskema.plugins.coteaching.SharedPreparation;
import dk.grundskema.solver.testkit.RecordCopy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Changes a good plan in one place at a time: every kind of change, at places spread over all kinds of meetings, groups and tasks. Changes whose result is
 * asked for just as well, such as a move to another of the session's times or rooms, are {@link PermittedChange}s.
 */
final class TimetableMutator {
    /** Places for each kind of change and of meeting. */
    private static final int PLACES = 3;
    /** Meetings of any kind that a meeting is tried to exchange people and rooms with. */
    private static final int PAIRS = 60;
    /** Seed by which pairs of meetings are chosen. */
    private static final long SEED = 26;

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final Problem problem;
    private final Timetable plan;
    private final Map<SessionId, Session> sessions;
    private final Map<SessionId, List<Seat>> seats;
    private final List<Grouping> groupings;
    private final List<Mutation> mutations = new ArrayList<>();
    private final List<PermittedChange> permitted = new ArrayList<>();
    private final Map<String, Integer> permittedOfKind = new HashMap<>();

    /** @param demands demand of the interventions, to know what is allowed */
    TimetableMutator(Problem problem, Timetable plan, List<Demand> demands) {
        this.problem = problem;
        this.plan = plan;
        this.sessions = new HashMap<>();
        this.seats = new HashMap<>();
        this.groupings =
                demands.stream().flatMap(one -> one.groupings().stream()).toList();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sessions.put(session.id(), session));
            demand.seats()
                    .forEach(seat -> seat.sessions()
                            .forEach(session -> seats.computeIfAbsent(session, fresh -> new ArrayList<>())
                                    .add(seat)));
        }
        seats.values().forEach(some -> some.sort(Comparator.comparingInt(Seat::position)));
    }

    private Session session(Meeting meeting) {
        return Objects.requireNonNull(sessions.get(meeting.sessionId()));
    }

    List<Mutation> mutations() {
        Map<String, List<Meeting>> kinds = new LinkedHashMap<>();
        plan.meetings()
                .forEach(one -> kinds.computeIfAbsent(
                                one.interventionId() + " " + one.kind(), fresh -> new ArrayList<>())
                        .add(one));
        kinds.values().forEach(some -> spread(some).forEach(this::mutateMeeting));
        kinds.values().forEach(some -> {
            if (some.size() > 1) {
                swap(some.getFirst(), some.getLast());
                swap(some.get(some.size() / 2), some.get(some.size() / 3));
            }
        });
        kinds.values().forEach(this::exchange);
        mutateTasks();
        mutateGroups();
        exchangeGivenMembers();
        return List.copyOf(mutations);
    }

    /** Exchanges people and rooms of meetings of one kind with meetings of any kind at other times. */
    private void exchange(List<Meeting> kind) {
        var random = new Random(SEED);
        var others = new ArrayList<>(plan.meetings());
        Collections.shuffle(others, random);
        var own = new ArrayList<>(kind);
        Collections.shuffle(own, random);
        exchange(own, others, this::swapPeople);
        exchange(own, others, this::swapRooms);
    }

    /** Tries pairs until some were mistakes. */
    private static void exchange(List<Meeting> some, List<Meeting> others, BiPredicate<Meeting, Meeting> change) {
        int mistakes = 0;
        int tried = 0;
        for (Meeting one : some) {
            for (Meeting other : others.subList(0, Math.min(others.size(), PAIRS))) {
                if (mistakes == PLACES || tried == PAIRS * PLACES) {
                    return;
                }
                tried++;
                boolean isOtherTime = !one.sessionId().equals(other.sessionId()) && !overlap(one, other);
                if (isOtherTime && change.test(one, other)) {
                    mistakes++;
                }
            }
        }
    }

    private static boolean overlap(Meeting one, Meeting other) {
        return one.weeks().stream()
                .anyMatch(week -> other.weeks().stream()
                        .anyMatch(otherWeek -> one.time()
                                        .interval(week, ZONE)
                                        .overlapMinutes(other.time().interval(otherWeek, ZONE))
                                > 0));
    }

    /** Lets a holder of each meeting take a seat of the other, both of one session. Returns whether that is a mistake. */
    private boolean swapPeople(Meeting one, Meeting other) {
        int place = heldSeat(one);
        int otherPlace = heldSeat(other);
        if (place < 0 || otherPlace < 0) {
            return false;
        }
        StaffId holder = Objects.requireNonNull(one.seats().get(place).staffId());
        StaffId otherHolder =
                Objects.requireNonNull(other.seats().get(otherPlace).staffId());
        if (holder.equals(otherHolder)) {
            return false;
        }
        Supplier<Timetable> swapped = () -> with(Map.of(
                one.sessionId(), withHolder(one, place, otherHolder),
                other.sessionId(), withHolder(other, otherPlace, holder)));
        boolean isOneSession = isOfOneSession(one, place) && isOfOneSession(other, otherPlace);
        if (isOneSession && mayHold(one, place, otherHolder) && mayHold(other, otherPlace, holder)) {
            permit(Permission.ANOTHER_CANDIDATE, one, swapped);
            return false;
        }
        addPlan("swap-people", one, swapped.get(), other.sessionId(), other.title(), otherHolder);
        return true;
    }

    private int heldSeat(Meeting meeting) {
        for (int i = 0; i < meeting.seats().size(); i++) {
            MeetingSeat seat = meeting.seats().get(i);
            boolean isHeld = seat.required() && seat.staffId() != null && !seat.locked();
            if (isHeld && seat(meeting, i).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private static Meeting withHolder(Meeting meeting, int place, StaffId holder) {
        return withSeat(meeting, place, RecordCopy.with(meeting.seats().get(place), "staffId", holder));
    }

    /** Returns whether a person may take a seat, and is available and nowhere else then. */
    private boolean mayHold(Meeting meeting, int place, StaffId who) {
        Seat seat = seat(meeting, place).orElse(null);
        return seat != null
                && seat.candidates().contains(who)
                && isAvailable(
                        problem.staffMember(who).orElseThrow().availability().unavailableIntervals(problem.horizon()),
                        meeting)
                && plan.meetings().stream()
                        .filter(one -> one.seats().stream().anyMatch(held -> who.equals(held.staffId())))
                        .noneMatch(one -> overlap(one, meeting))
                && problem.lessons().stream()
                        .filter(lesson -> lesson.staffIds().contains(who))
                        .noneMatch(lesson -> overlap(lesson.time(), meeting.time()));
    }

    private static boolean overlap(MeetingTime one, MeetingTime other) {
        return one.weeks().stream()
                .anyMatch(week -> other.weeks().stream()
                        .anyMatch(otherWeek ->
                                one.interval(week, ZONE).overlapMinutes(other.interval(otherWeek, ZONE)) > 0));
    }

    private static boolean isAvailable(List<Interval> unavailable, Meeting meeting) {
        return meeting.weeks().stream()
                .map(week -> meeting.time().interval(week, ZONE))
                .noneMatch(held -> unavailable.stream().anyMatch(away -> away.overlapMinutes(held) > 0));
    }

    /** Returns the demanded seat of a meeting's seat; empty for a teacher of the lesson that the meeting is. */
    private Optional<Seat> seat(Meeting meeting, int place) {
        List<Seat> asked = seats.getOrDefault(meeting.sessionId(), List.of());
        int own = place - (meeting.seats().size() - asked.size());
        return own < 0 ? Optional.empty() : Optional.of(asked.get(own));
    }

    private boolean isOfOneSession(Meeting meeting, int place) {
        return seat(meeting, place).orElseThrow().sessions().size() == 1;
    }

    /** Lets two meetings exchange their rooms. Returns whether that is a mistake. */
    private boolean swapRooms(Meeting one, Meeting other) {
        RoomId room = one.roomId();
        RoomId otherRoom = other.roomId();
        boolean isOwn = session(one).lesson() == null && session(other).lesson() == null;
        if (room == null || otherRoom == null || room.equals(otherRoom) || !isOwn) {
            return false;
        }
        Supplier<Timetable> swapped = () -> with(Map.of(
                one.sessionId(), RecordCopy.with(one, "roomId", otherRoom),
                other.sessionId(), RecordCopy.with(other, "roomId", room)));
        if (session(one).rooms().contains(otherRoom) && session(other).rooms().contains(room)) {
            permit(Permission.ANOTHER_ROOM, one, swapped);
            return false;
        }
        addPlan("swap-rooms", one, swapped.get(), other.sessionId(), other.title(), room, otherRoom);
        return true;
    }

    private static <T> List<T> spread(List<T> some) {
        if (some.size() <= PLACES) {
            return some;
        }
        return Stream.iterate(0, i -> i < PLACES, i -> i + 1)
                .map(i -> some.get(i * (some.size() - 1) / (PLACES - 1)))
                .toList();
    }

    private void add(String kind, Meeting meeting, UnaryOperator<Meeting> change, Object... further) {
        Meeting changed = change.apply(meeting);
        Session session = session(meeting);
        boolean isOtherTime = !changed.time().equals(meeting.time());
        if (changed.equals(meeting)) {
            return;
        }
        if (isOtherTime && session.times().contains(changed.time())) {
            permit(Permission.ANOTHER_TIME, meeting, changed);
            return;
        }
        var meetings = new ArrayList<>(plan.meetings());
        meetings.set(meetings.indexOf(meeting), changed);
        addPlan(
                isOtherTime ? timeKind(kind, changed, session) : kind,
                meeting,
                RecordCopy.with(plan, "meetings", meetings),
                further);
    }

    private void permit(Permission permission, Meeting meeting, Meeting changed) {
        permit(permission, meeting, () -> with(Map.of(meeting.sessionId(), changed)));
    }

    /** Keeps a few changes for each permission and kind of meeting. */
    private void permit(Permission permission, Meeting meeting, Supplier<Timetable> changed) {
        String kind = permission + " " + meeting.interventionId() + " " + meeting.kind();
        if (permittedOfKind.merge(kind, 1, Integer::sum) <= PLACES) {
            permitted.add(new PermittedChange(permission, meeting.sessionId().value(), changed.get()));
        }
    }

    /** Returns the plan with some meetings replaced. */
    private Timetable with(Map<SessionId, Meeting> changed) {
        return RecordCopy.with(
                plan,
                "meetings",
                plan.meetings().stream()
                        .map(one -> changed.getOrDefault(one.sessionId(), one))
                        .toList());
    }

    /** Returns the changes whose result is asked for just as well. */
    List<PermittedChange> permitted() {
        return List.copyOf(permitted);
    }

    /**
     * Returns another name for the kind of a change if the time has the weekday, weeks and length of some choices: if it lies in the time that these
     * cover together without a gap or in one of the sessions out of which students are taken, or for adults alone within their working hours: those of
     * the co-teaching's preparation, otherwise from the earliest to the latest choice of any day.
     */
    private String timeKind(String kind, Meeting changed, Session session) {
        List<MeetingTime> choices = session.times().stream()
                .filter(one -> one.weekday() == changed.weekday() && one.weeks().equals(changed.weeks()))
                .filter(one -> minutes(one) == minutes(changed.time()) && !one.endsNextDay())
                .sorted(Comparator.comparing(MeetingTime::start))
                .toList();
        if (choices.isEmpty() || changed.time().endsNextDay()) {
            return kind;
        }
        LocalTime covered = changed.start();
        for (MeetingTime one : choices) {
            if (!one.start().isAfter(covered) && one.end().isAfter(covered)) {
                covered = one.end();
            }
        }
        if (!changed.end().isAfter(covered) || isWithinOther(changed.time(), session)) {
            return "start-between-choices";
        }
        boolean isOfAdults =
                changed.groupIds().isEmpty() && changed.studentIds().isEmpty();
        return isOfAdults && isWithinWorkingHours(changed, session) ? "adults-between-choices" : kind;
    }

    private boolean isWithinWorkingHours(Meeting meeting, Session session) {
        Optional<SharedPreparation> hours = problem.interventions().stream()
                .filter(one -> one.id().equals(meeting.interventionId()))
                .filter(one -> one.parameters() instanceof CoTeachingParameters)
                .map(one -> ((CoTeachingParameters) one.parameters()).preparation())
                .findFirst();
        LocalTime earliest = hours.map(SharedPreparation::earliest)
                .orElseGet(() -> session.times().stream()
                        .map(MeetingTime::start)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        LocalTime latest = hours.map(SharedPreparation::latest)
                .orElseGet(() -> session.times().stream()
                        .map(MeetingTime::end)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        return !meeting.start().isBefore(earliest) && !meeting.end().isAfter(latest);
    }

    private boolean isWithinOther(MeetingTime time, Session session) {
        return session.within().stream()
                .flatMap(id -> Objects.requireNonNull(sessions.get(id)).times().stream())
                .anyMatch(one -> one.weekday() == time.weekday()
                        && one.weeks().equals(time.weeks())
                        && !one.start().isAfter(time.start())
                        && (one.endsNextDay() || !one.end().isBefore(time.end())));
    }

    private static long minutes(MeetingTime time) {
        return Duration.between(time.start(), time.end()).toMinutes();
    }

    private void addPlan(String kind, Meeting meeting, Timetable mutated, Object... further) {
        Set<Object> objects = new HashSet<>(List.of(further));
        objects.add(meeting.sessionId());
        objects.add(meeting.title());
        if (kind.startsWith("drop-")) {
            objects.addAll(namedGroups(meeting)); // a plugin's rule names the group that lacks a meeting
        }
        meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .forEach(objects::add);
        mutations.add(new Mutation(kind, meeting.sessionId().value(), objects, mutated));
    }

    /** Returns the groups that the plan formed for a meeting, and the class that its id names. */
    private List<GroupId> namedGroups(Meeting meeting) {
        List<String> parts = List.of(meeting.sessionId().value().split("/"));
        return Stream.concat(
                        plan.groups().stream().map(GroupMembers::id).filter(meeting.groupIds()::contains),
                        problem.groups().stream().map(Group::id).filter(id -> parts.contains(id.value())))
                .toList();
    }

    private void mutateMeeting(Meeting meeting) {
        moveInTime(meeting);
        changeWeeks(meeting);
        changeSeats(meeting);
        changePlaceAndContent(meeting);
        changeParticipants(meeting);
        if (session(meeting).relief() == null) {
            addPlan("drop-meeting", meeting, without(meeting));
        } else { // a cover that somebody needs leaves a person in two places, which is no fault of the cover
            permit(Permission.COVER_LEFT_OUT, meeting, () -> without(meeting));
        }
        var twice = new ArrayList<>(plan.meetings());
        twice.add(RecordCopy.with(meeting, "sessionId", new SessionId(meeting.sessionId() + "-copy")));
        addPlan("duplicate-meeting", meeting, RecordCopy.with(plan, "meetings", twice), meeting.sessionId() + "-copy");
    }

    private Timetable without(Meeting meeting) {
        return RecordCopy.with(
                plan,
                "meetings",
                plan.meetings().stream().filter(one -> !one.equals(meeting)).toList());
    }

    private void moveInTime(Meeting meeting) {
        LocalTime start = meeting.start();
        LocalTime end = meeting.end();
        add("hour-later", meeting, one -> at(one, start.plusHours(1), end.plusHours(1)));
        add("hour-earlier", meeting, one -> at(one, start.minusHours(1), end.minusHours(1)));
        add("five-minutes-later", meeting, one -> at(one, start.plusMinutes(5), end.plusMinutes(5)));
        add("to-the-night", meeting, one -> {
            long minutes = Duration.between(start, end).toMinutes();
            return at(one, LocalTime.of(3, 0), LocalTime.of(3, 0).plusMinutes(minutes));
        });
        add("to-sunday", meeting, one -> RecordCopy.with(one, "weekday", DayOfWeek.SUNDAY));
        add(
                "to-next-weekday",
                meeting,
                one -> RecordCopy.with(one, "weekday", one.weekday().plus(1)));
        add("shorter-by-five-minutes", meeting, one -> RecordCopy.with(one, "end", end.minusMinutes(5)));
        add("shorter-by-half", meeting, one -> {
            long minutes = Duration.between(start, end).toMinutes();
            return RecordCopy.with(
                    one, "end", start.plusMinutes(Math.max(5, (minutes < 0 ? minutes + 1440 : minutes) / 2)));
        });
        add("longer-by-ten-minutes", meeting, one -> RecordCopy.with(one, "end", end.plusMinutes(10)));
        closedDate()
                .ifPresent(date -> add(
                        "to-closed-day",
                        meeting,
                        one -> RecordCopy.with(
                                RecordCopy.with(one, "weeks", new TreeSet<>(Set.of(IsoWeek.of(date)))),
                                "weekday",
                                date.getDayOfWeek())));
    }

    private Optional<LocalDate> closedDate() {
        return problem.horizon().allWeeks().stream()
                .flatMap(week -> Stream.of(DayOfWeek.values()).map(week::date))
                .filter(problem.horizon()::isClosed)
                .findFirst();
    }

    private static Meeting at(Meeting meeting, LocalTime start, LocalTime end) {
        return RecordCopy.with(meeting, Map.of("start", start, "end", end));
    }

    private void changeWeeks(Meeting meeting) {
        SortedSet<IsoWeek> weeks = meeting.weeks();
        if (weeks.size() > 1) {
            add("drop-first-week", meeting, one -> withWeeks(one, without(weeks, weeks.first())), weeks.first());
            add("drop-last-week", meeting, one -> withWeeks(one, without(weeks, weeks.last())), weeks.last());
            add("only-one-week", meeting, one -> withWeeks(one, new TreeSet<>(Set.of(weeks.first()))));
        }
        problem.horizon().allWeeks().stream()
                .filter(week -> !weeks.contains(week))
                .findFirst()
                .ifPresent(week -> {
                    var more = new TreeSet<>(weeks);
                    more.add(week);
                    String what = session(meeting).relief() == null ? "" : "-of-cover";
                    add("one-week-more" + what, meeting, one -> withWeeks(one, more), week);
                    more.remove(weeks.last());
                    add("another-week" + what, meeting, one -> withWeeks(one, more), week);
                });
    }

    private static Meeting withWeeks(Meeting meeting, SortedSet<IsoWeek> weeks) {
        return RecordCopy.with(meeting, "weeks", weeks);
    }

    private static SortedSet<IsoWeek> without(SortedSet<IsoWeek> weeks, IsoWeek week) {
        var left = new TreeSet<>(weeks);
        left.remove(week);
        return left;
    }

    private void changeSeats(Meeting meeting) {
        for (int i = 0; i < meeting.seats().size(); i++) {
            int place = i;
            MeetingSeat seat = meeting.seats().get(i);
            String optional = seat.required() ? "" : "-optional";
            add("drop-seat" + optional, meeting, one -> {
                var left = new ArrayList<>(one.seats());
                left.remove(place);
                return RecordCopy.with(one, "seats", left);
            });
            if (seat.staffId() != null && seat.required()) { // nobody needs to hold an optional seat
                add("vacate-seat", meeting, one -> withSeat(one, place, RecordCopy.with(seat, "staffId", null)));
            }
            if (seat.staffId() != null && !seat.required()) {
                permit(
                        Permission.VACANT_OPTIONAL_SEAT,
                        meeting,
                        withSeat(meeting, place, RecordCopy.with(seat, "staffId", null)));
            }
            stranger(meeting, place)
                    .ifPresent(who -> add(
                            isTeacherOfLesson(meeting, place) ? "stranger-for-teacher" : "stranger-in-seat",
                            meeting,
                            one -> withSeat(one, place, RecordCopy.with(seat, "staffId", who)),
                            who));
            anotherOfSeries(meeting, place)
                    .ifPresent(who -> add(
                            "another-in-one-session",
                            meeting,
                            one -> withSeat(one, place, RecordCopy.with(seat, "staffId", who)),
                            who));
            add("role-of-seat", meeting, one -> withSeat(one, place, RecordCopy.with(seat, "role", "other")));
            add(
                    "seat-required",
                    meeting,
                    one -> withSeat(one, place, RecordCopy.with(seat, "required", !seat.required())));
            add("lock-of-seat", meeting, one -> withSeat(one, place, RecordCopy.with(seat, "locked", !seat.locked())));
        }
        add(
                "one-seat-more",
                meeting,
                one -> {
                    var more = new ArrayList<>(one.seats());
                    more.add(new MeetingSeat("extra", problem.staff().getFirst().id(), false, false));
                    return RecordCopy.with(one, "seats", more);
                },
                problem.staff().getFirst().id());
    }

    /** Returns somebody who may not take the seat. */
    private Optional<StaffId> stranger(Meeting meeting, int place) {
        List<Seat> asked = seats.getOrDefault(meeting.sessionId(), List.of());
        int own = place - (meeting.seats().size() - asked.size());
        if (own < 0) {
            return problem.staff().stream()
                    .map(StaffMember::id)
                    .filter(who -> !who.equals(meeting.seats().get(place).staffId()))
                    .findFirst();
        }
        return problem.staff().stream()
                .map(StaffMember::id)
                .filter(who -> !asked.get(own).candidates().contains(who))
                .findFirst();
    }

    /** Returns another candidate who could take the seat in this one of its sessions. */
    private Optional<StaffId> anotherOfSeries(Meeting meeting, int place) {
        MeetingSeat seat = meeting.seats().get(place);
        if (seat.staffId() == null || seat.locked()) {
            return Optional.empty();
        }
        return seat(meeting, place)
                .filter(asked -> asked.sessions().size() > 1)
                .flatMap(asked -> asked.candidates().stream()
                        .filter(who -> !who.equals(seat.staffId()) && mayHold(meeting, place, who))
                        .findFirst());
    }

    private boolean isTeacherOfLesson(Meeting meeting, int place) {
        LessonId lesson = session(meeting).lesson();
        return lesson != null
                && place < problem.lesson(lesson).orElseThrow().teachers().size();
    }

    private static Meeting withSeat(Meeting meeting, int place, MeetingSeat seat) {
        var changed = new ArrayList<>(meeting.seats());
        changed.set(place, seat);
        return RecordCopy.with(meeting, "seats", changed);
    }

    private void changePlaceAndContent(Meeting meeting) {
        String what = session(meeting).lesson() == null ? "" : "-of-lesson";
        if (meeting.roomId() != null) {
            add("no-room" + what, meeting, one -> RecordCopy.with(one, "roomId", null));
            problem.rooms().stream()
                    .filter(room -> !session(meeting).rooms().contains(room.id()))
                    .filter(room -> problem.rooms().stream()
                            .noneMatch(one -> one.id().equals(meeting.roomId())
                                    && one.kind().equals(room.kind())))
                    .map(Room::id)
                    .findFirst()
                    .ifPresent(room -> add(
                            "room-of-another-kind" + what, meeting, one -> RecordCopy.with(one, "roomId", room), room));
        }
        if (session(meeting).lesson() == null) { // a lesson may have further rooms
            problem.rooms().stream()
                    .map(Room::id)
                    .filter(room -> !room.equals(meeting.roomId()))
                    .findFirst()
                    .ifPresent(room -> add(
                            "room-more", meeting, one -> RecordCopy.with(one, "extraRoomIds", List.of(room)), room));
        }
        Workload pay = meeting.workload();
        add(
                "workload-removed",
                meeting,
                one -> RecordCopy.with(one, "workload", RecordCopy.with(pay, "work", !pay.work())));
        add(
                "credit-halved",
                meeting,
                one -> RecordCopy.with(
                        one, "workload", RecordCopy.with(pay, "creditPercent", pay.creditPercent() == 50 ? 100 : 50)));
        add(
                "preparation-changed",
                meeting,
                one -> RecordCopy.with(
                        one, "workload", RecordCopy.with(pay, "preparationMinutes", pay.preparationMinutes() + 15)));
        add("other-subject", meeting, one -> RecordCopy.with(one, "subject", "Astronomi"));
        add("other-form", meeting, one -> RecordCopy.with(one, "form", "otherwise"));
        if (meeting.kind().equals("course-lesson")) {
            add("other-title", meeting, one -> RecordCopy.with(one, "title", "Astronomi"));
        }
        add(
                "id-of-nothing",
                meeting,
                one -> RecordCopy.with(one, "sessionId", new SessionId(one.sessionId() + "-other")),
                meeting.sessionId() + "-other");
        add("unknown-origin", meeting, one -> RecordCopy.with(one, "originId", new SessionId("gone")));
        add("other-kind", meeting, one -> RecordCopy.with(one, "kind", "excursion"));
        problem.interventions().stream()
                .map(one -> one.id())
                .filter(id -> !id.equals(meeting.interventionId()))
                .findFirst()
                .ifPresent(id -> add("other-intervention", meeting, one -> RecordCopy.with(one, "interventionId", id)));
        MeetingLock locked = meeting.locked();
        add(
                "lock-of-time",
                meeting,
                one -> RecordCopy.with(one, "locked", new MeetingLock(!locked.time(), locked.room())));
        add(
                "lock-of-room",
                meeting,
                one -> RecordCopy.with(one, "locked", new MeetingLock(locked.time(), !locked.room())));
    }

    private void changeParticipants(Meeting meeting) {
        if (!meeting.groupIds().isEmpty()) {
            add(
                    "drop-group",
                    meeting,
                    one -> RecordCopy.with(
                            one,
                            "groupIds",
                            one.groupIds().subList(1, one.groupIds().size())));
        }
        if (!meeting.studentIds().isEmpty()) {
            add(
                    "drop-student",
                    meeting,
                    one -> RecordCopy.with(
                            one,
                            "studentIds",
                            one.studentIds().subList(1, one.studentIds().size())),
                    meeting.studentIds().getFirst());
        }
        if (!problem.students().isEmpty()) {
            StudentId somebody = problem.students().getFirst().id();
            if (!meeting.studentIds().contains(somebody)) {
                add(
                        "one-student-more",
                        meeting,
                        one -> RecordCopy.with(one, "studentIds", plus(one.studentIds(), somebody)),
                        somebody);
            }
            problem.students().stream()
                    .map(Student::id)
                    .filter(one -> !meeting.excusedStudentIds().contains(one))
                    .findFirst()
                    .ifPresent(other -> add(
                            session(meeting).excuse() == null ? "excused-without-decision" : "excused-without-lesson",
                            meeting,
                            one -> RecordCopy.with(one, "excusedStudentIds", plus(one.excusedStudentIds(), other)),
                            other));
        }
        if (!meeting.excusedStudentIds().isEmpty()) {
            add(
                    "not-excused",
                    meeting,
                    one -> RecordCopy.with(one, "excusedStudentIds", List.of()),
                    meeting.excusedStudentIds().getFirst());
        }
        if (!meeting.within().isEmpty()) {
            add("within-removed", meeting, one -> RecordCopy.with(one, "within", List.of()));
            add(
                    "within-one-fewer",
                    meeting,
                    one -> RecordCopy.with(
                            one, "within", one.within().subList(1, one.within().size())));
        }
        plan.meetings().stream()
                .map(Meeting::sessionId)
                .filter(id ->
                        !id.equals(meeting.sessionId()) && !meeting.within().contains(id))
                .findFirst()
                .filter(id -> session(meeting).lesson() == null) // whose students are in their lesson
                .ifPresent(id ->
                        add("within-one-more", meeting, one -> RecordCopy.with(one, "within", plus(one.within(), id))));
    }

    private static <T> List<T> plus(List<T> some, T one) {
        var more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    private void swap(Meeting one, Meeting other) {
        if (one.equals(other)) {
            return;
        }
        swap("swap-subjects", one, other, "subject", one.subject(), other.subject());
        swap("swap-workloads", one, other, "workload", one.workload(), other.workload());
        swap("swap-students", one, other, "studentIds", one.studentIds(), other.studentIds());
        swap("swap-groups", one, other, "groupIds", one.groupIds(), other.groupIds());
        boolean isAllowed = session(one)
                        .times()
                        .contains(withWeeks(one, other.weeks()).time())
                && session(other).times().contains(withWeeks(other, one.weeks()).time());
        if (isAllowed) {
            permit(
                    Permission.ANOTHER_TIME,
                    one,
                    () -> with(Map.of(
                            one.sessionId(), withWeeks(one, other.weeks()),
                            other.sessionId(), withWeeks(other, one.weeks()))));
        } else {
            swap("swap-weeks", one, other, "weeks", one.weeks(), other.weeks());
        }
    }

    private void swap(String kind, Meeting one, Meeting other, String component, Object own, Object others) {
        if (own.equals(others)) {
            return;
        }
        Meeting changed = RecordCopy.with(one, component, others);
        Meeting otherChanged = RecordCopy.with(other, component, own);
        boolean isOfEquals = isEqual(changed, other) && isEqual(otherChanged, one);
        var meetings = new ArrayList<>(plan.meetings());
        meetings.set(meetings.indexOf(one), changed);
        meetings.set(meetings.indexOf(other), otherChanged);
        var further = new ArrayList<Object>(List.of(other.sessionId(), other.title()));
        if (component.equals("weeks")) {
            // The plugin of a class that is met in other weeks names the class and the week.
            further.addAll(one.weeks());
            further.addAll(other.weeks());
        }
        addPlan(
                isOfEquals ? "swap-of-equals" : kind,
                one,
                RecordCopy.with(plan, "meetings", meetings),
                further.toArray());
    }

    /** Returns whether two meetings differ in their ids only, and in what the sessions of both leave to the search. */
    private boolean isEqual(Meeting one, Meeting other) {
        boolean isAtSameTime = one.time().equals(other.time())
                || Set.copyOf(session(one).times())
                        .equals(Set.copyOf(session(other).times()));
        return isAtSameTime
                && one.kind().equals(other.kind())
                && one.form().equals(other.form())
                && one.title().equals(other.title())
                && one.subject().equals(other.subject())
                && one.groupIds().equals(other.groupIds())
                && one.studentIds().equals(other.studentIds())
                && one.workload().equals(other.workload())
                && roles(one).equals(roles(other));
    }

    private static List<String> roles(Meeting meeting) {
        return meeting.seats().stream().map(MeetingSeat::role).toList();
    }

    private void mutateTasks() {
        for (Task task : spread(plan.tasks())) {
            Set<Object> objects = Set.of(task.taskId(), task.title());
            mutations.add(new Mutation(
                    "drop-task",
                    task.taskId().value(),
                    objects,
                    RecordCopy.with(
                            plan,
                            "tasks",
                            plan.tasks().stream()
                                    .filter(one -> !one.equals(task))
                                    .toList())));
            addTask(
                    "task-a-day-later",
                    task,
                    RecordCopy.with(task, "date", task.date().plusDays(1)));
            addTask("students-of-task", task, RecordCopy.with(task, "studentIds", List.of()));
            addTask(
                    "staff-of-task",
                    task,
                    RecordCopy.with(
                            task,
                            "staffId",
                            task.staffId() == null ? problem.staff().getFirst().id() : null));
        }
    }

    private void addTask(String kind, Task task, Task changed) {
        if (!changed.equals(task)) {
            var tasks = new ArrayList<>(plan.tasks());
            tasks.set(tasks.indexOf(task), changed);
            mutations.add(new Mutation(
                    kind,
                    task.taskId().value(),
                    Set.of(task.taskId(), task.title()),
                    RecordCopy.with(plan, "tasks", tasks)));
        }
    }

    private void mutateGroups() {
        for (GroupMembers group : spread(
                plan.groups().stream().filter(one -> !one.members().isEmpty()).toList())) {
            GroupId id = group.id();
            GroupMember first = group.members().getFirst();
            boolean isGiven = problem.group(id).isPresent();
            String which = isGiven ? "-of-given-group" : "";
            addGroup(
                    "drop-member" + which,
                    group,
                    group.members().subList(1, group.members().size()),
                    first.studentId());
            addGroup("member-twice" + which, group, plus(group.members(), first), first.studentId());
            addGroup(
                    "member-in-one-week" + which,
                    group,
                    with(
                            group.members(),
                            new GroupMember(
                                    first.studentId(),
                                    new TreeSet<>(Set.of(problem.horizon().firstWeek())))),
                    first.studentId());
            problem.students().stream()
                    .map(Student::id)
                    .filter(who -> group.members().stream()
                            .noneMatch(one -> one.studentId().equals(who)))
                    .findFirst()
                    .ifPresent(who -> addGroup(
                            "one-member-more" + which, group, plus(group.members(), GroupMember.always(who)), who, id));
        }
    }

    /** Lets the first members that are given to two groups, as those of kept pairs and tutors are, exchange their groups. */
    private void exchangeGivenMembers() {
        for (Grouping grouping : groupings) {
            List<Group> given = grouping.groups().stream()
                    .filter(group -> !group.members().isEmpty())
                    .limit(2)
                    .toList();
            if (given.size() == 2) {
                Group one = given.getFirst();
                Group other = given.getLast();
                StudentId student = one.members().getFirst().studentId();
                StudentId otherStudent = other.members().getFirst().studentId();
                List<GroupMembers> exchanged = plan.groups().stream()
                        .map(group -> group.id().equals(one.id())
                                ? exchanged(group, student, otherStudent)
                                : group.id().equals(other.id()) ? exchanged(group, otherStudent, student) : group)
                        .toList();
                mutations.add(new Mutation(
                        "exchange-given-members",
                        one.id().value(),
                        Set.of(one.id(), other.id()),
                        RecordCopy.with(plan, "groups", exchanged)));
            }
        }
    }

    private static GroupMembers exchanged(GroupMembers group, StudentId old, StudentId fresh) {
        return new GroupMembers(
                group.id(),
                group.members().stream()
                        .map(one -> one.studentId().equals(old) ? GroupMember.always(fresh) : one)
                        .toList());
    }

    private static List<GroupMember> with(List<GroupMember> members, GroupMember first) {
        var changed = new ArrayList<>(members);
        changed.set(0, first);
        return changed;
    }

    private void addGroup(String kind, GroupMembers group, List<GroupMember> members, Object... objects) {
        var groups = new ArrayList<>(plan.groups());
        groups.set(groups.indexOf(group), new GroupMembers(group.id(), members));
        Set<Object> named = new HashSet<>(List.of(objects));
        named.add(group.id());
        mutations.add(new Mutation(kind, group.id().value(), named, RecordCopy.with(plan, "groups", groups)));
    }
}
