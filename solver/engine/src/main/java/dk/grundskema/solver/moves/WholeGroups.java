package dk.grundskema.solver.moves;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Index of the groups that are planned as a whole, and of the times at which their students, staff and rooms are never
 * free. Built once per plan, shared by all searches.
 */
final class WholeGroups {
    /** Value for a group that is not formed or has no variable times. */
    static final int NONE = -1;

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Map<Integer, Set<LessonId>> relieved = new HashMap<>();
    final List<WholeGroup> groups = new ArrayList<>();
    final List<Grouping> groupings = new ArrayList<>();
    /** For each grouping its whole groups. */
    final List<int[]> groupsOf = new ArrayList<>();
    /** For each grouping its open memberships, in the order of its students. */
    final List<int[]> membersOf = new ArrayList<>();
    /** For each group of the plan its position among the whole groups, or {@link #NONE}. */
    final int[] wholeOf;
    /** For each session the whole group that it belongs to, or {@link #NONE}. */
    final int[] wholeOfSession;
    /** For each membership the student. */
    final int[] student;
    /** For each membership the student's other memberships. */
    final int[][] others;
    /** For each membership the student's need for a group. */
    final int[] need;
    /** For each staff member the open seats for which the person is a candidate. */
    final int[][] seatsOfPerson;
    /** For each seat the other seats that best have the same holder: those of its neighbourhood. Empty for seats of other groups. */
    final int[][] seatsBeside;
    /** For each whole group the sessions that may use one of its rooms. */
    final int[][] wantingRooms;
    /** For each whole group the possible times of its sessions, without those at which given members are busy. */
    final long[][] possible;

    final TimeOverlapIndex overlaps;
    /** For each staff member the open seats whose holders take over a lesson, and the times of these lessons. */
    final int[][] reliefSeats;

    final long[][][] reliefTimes;
    /**
     * For each student, staff member and room the times at which they are never free; without lessons that others may
     * take over.
     */
    final long[][] students;

    final long[][] staff;
    final long[][] rooms;

    WholeGroups(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.wholeOf = new int[blueprint.groups().size()];
        this.wholeOfSession = new int[blueprint.sessions().size()];
        Arrays.fill(wholeOf, NONE);
        Arrays.fill(wholeOfSession, NONE);
        this.student = blueprint.memberships().stream()
                .mapToInt(
                        one -> blueprint.index().student().indexOf(one.student().id()))
                .toArray();
        this.need = blueprint.memberships().stream()
                .mapToInt(one -> one.grouping().needOf(one.student().id()))
                .toArray();
        collectGroups();
        this.others = membershipsOfSameStudent();
        this.seatsOfPerson = seatsOfPerson();
        this.seatsBeside = seatsBeside();
        this.wantingRooms = sessionsWantingRooms();
        this.overlaps = new TimeOverlapIndex(
                blueprint,
                IntStream.range(0, wholeOfSession.length)
                        .filter(s -> wholeOfSession[s] != NONE)
                        .toArray());
        this.reliefSeats = new int[blueprint.staff().size()][0];
        this.reliefTimes = new long[reliefSeats.length][0][];
        if (!groups.isEmpty()) {
            indexReliefs();
        }
        this.students = new long[blueprint.students().size()][];
        this.staff = new long[blueprint.staff().size()][];
        this.rooms = new long[blueprint.rooms().size()][];
        if (!groups.isEmpty()) {
            indexBusyTimes();
        }
        this.possible = groups.stream().map(this::possibleTimes).toArray(long[][]::new);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Returns an empty set of times. */
    long[] noTimes() {
        return new long[overlaps.wordCount()];
    }

    private void collectGroups() {
        Map<Grouping, List<Integer>> members = new LinkedHashMap<>();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            members.computeIfAbsent(blueprint.memberships().get(m).grouping(), fresh -> new ArrayList<>())
                    .add(m);
        }
        Map<GroupId, List<Integer>> sessions = sessionsOfGroups();
        members.forEach((grouping, list) -> {
            int first = groups.size();
            int[] open = list.stream()
                    .mapToInt(Integer::intValue)
                    .filter(m -> decisions.isOpen(decisions.member(m)))
                    .toArray();
            for (Group group : grouping.groups()) {
                List<Integer> own = sessions.getOrDefault(group.id(), List.of());
                if (open.length > 0 && own.stream().anyMatch(s -> decisions.isOpen(decisions.slot(s)))) {
                    addGroup(blueprint.index().group().indexOf(group.id()), own, list);
                }
            }
            if (groups.size() > first) {
                groupings.add(grouping);
                groupsOf.add(IntStream.range(first, groups.size()).toArray());
                membersOf.add(open);
            }
        });
    }

    /** Returns the sessions of each group to be formed, which sleep without it. */
    private Map<GroupId, List<Integer>> sessionsOfGroups() {
        Map<GroupId, List<Integer>> sessions = new HashMap<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Session session = blueprint.sessions().get(s);
            if (blueprint.isGuest(s) || blueprint.isLesson(s)) {
                continue;
            }
            if (session.awakeWith() != null) {
                sessions.computeIfAbsent(session.awakeWith(), fresh -> new ArrayList<>())
                        .add(s);
            }
        }
        return sessions;
    }

    private void addGroup(int group, List<Integer> own, List<Integer> members) {
        int[] sessions = own.stream()
                .sorted(Comparator.comparingInt(
                        (Integer s) -> -blueprint.spots().of()[s][0].length))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] seats = Arrays.stream(sessions)
                .flatMap(s -> Arrays.stream(blueprint.seatsOf()[s]))
                .distinct()
                .filter(seat -> decisions.isOpen(decisions.seat(seat)))
                .boxed()
                .sorted(Comparator.comparingInt((Integer seat) -> -blueprint.sessionsOf()[seat].length))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int session : sessions) {
            wholeOfSession[session] = groups.size();
        }
        wholeOf[group] = groups.size();
        groups.add(new WholeGroup(
                group,
                groupings.size(),
                sessions,
                seats,
                members.stream()
                        .filter(m -> decisions.allows(decisions.member(m), group))
                        .mapToInt(Integer::intValue)
                        .toArray()));
    }

    private int[][] membershipsOfSameStudent() {
        Map<Integer, List<Integer>> ofStudent = new HashMap<>();
        for (int m = 0; m < student.length; m++) {
            ofStudent.computeIfAbsent(student[m], fresh -> new ArrayList<>()).add(m);
        }
        return IntStream.range(0, student.length)
                .mapToObj(m -> ofStudent.getOrDefault(student[m], List.of()).stream()
                        .filter(other -> other != m)
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    private int[][] seatsOfPerson() {
        List<List<Integer>> seats = IntStream.range(0, blueprint.staff().size())
                .<List<Integer>>mapToObj(any -> new ArrayList<>())
                .toList();
        for (int seat = 0; seat < (groups.isEmpty() ? 0 : blueprint.seats().size()); seat++) {
            for (int person : decisions.range(decisions.seat(seat))) {
                seats.get(person).add(seat);
            }
        }
        return seats.stream().map(WholeGroups::array).toArray(int[][]::new);
    }

    private int[][] seatsBeside() {
        int[][] beside = new int[blueprint.seats().size()][0];
        for (var neighbourhood : blueprint.neighbourhoods()) {
            for (int seat : neighbourhood.seats()) {
                if (wholeOfSession[blueprint.sessionsOf()[seat][0]] != NONE) {
                    beside[seat] = Arrays.stream(neighbourhood.seats())
                            .filter(other -> other != seat)
                            .toArray();
                }
            }
        }
        return beside;
    }

    private void indexReliefs() {
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Relief relief = blueprint.sessions().get(s).relief();
            int[] seats = Arrays.stream(blueprint.seatsOf()[s])
                    .filter(seat -> decisions.isOpen(decisions.seat(seat)))
                    .toArray();
            boolean isKnown = relief != null && blueprint.index().staff().contains(relief.staff());
            if (relief != null && isKnown && seats.length > 0) {
                int person = blueprint.index().staff().indexOf(relief.staff());
                long[] times = noTimes();
                List<Lesson> lessons = blueprint.problem().lessons();
                for (int i = 0; i < lessons.size(); i++) {
                    if (lessons.get(i).id().equals(relief.lesson())) {
                        overlaps.addLesson(times, i);
                    }
                }
                relieved.computeIfAbsent(person, fresh -> new HashSet<>()).add(relief.lesson());
                reliefSeats[person] = Arrays.copyOf(reliefSeats[person], reliefSeats[person].length + 1);
                reliefSeats[person][reliefSeats[person].length - 1] = seats[0];
                reliefTimes[person] = Arrays.copyOf(reliefTimes[person], reliefSeats[person].length);
                reliefTimes[person][reliefSeats[person].length - 1] = times;
            }
        }
    }

    private void indexBusyTimes() {
        Arrays.setAll(staff, any -> noTimes());
        Arrays.setAll(rooms, any -> noTimes());
        for (WholeGroup whole : groups) {
            for (int m : whole.memberships()) {
                students[student[m]] = noTimes();
            }
            for (GroupMember member : blueprint.groups().get(whole.group()).members()) {
                students[blueprint.index().student().indexOf(member.studentId())] = noTimes();
            }
        }
        List<Lesson> lessons = blueprint.problem().lessons();
        for (int i = 0; i < lessons.size(); i++) {
            int lesson = i;
            Lesson one = lessons.get(i);
            one.teachers()
                    .forEach(id ->
                            overlaps.addLesson(staff[blueprint.index().staff().indexOf(id)], lesson));
            one.rooms()
                    .forEach(id ->
                            overlaps.addLesson(rooms[blueprint.index().room().indexOf(id)], lesson));
            one.studentIds().forEach(id -> addStudentLesson(id, lesson));
            for (GroupId group : one.groupIds()) {
                for (GroupMember member : members(group)) {
                    addStudentLesson(member.studentId(), lesson);
                }
            }
        }
        for (int i = 0; i < staff.length; i++) {
            overlaps.addUnavailable(staff[i], blueprint.staff().get(i).availability());
        }
        for (int i = 0; i < rooms.length; i++) {
            overlaps.addUnavailable(rooms[i], blueprint.rooms().get(i).availability());
        }
        for (int i = 0; i < students.length; i++) {
            if (students[i] != null) {
                overlaps.addUnavailable(students[i], blueprint.students().get(i).availability());
            }
        }
    }

    private List<GroupMember> members(GroupId group) {
        return blueprint.groups().get(blueprint.index().group().indexOf(group)).members();
    }

    private void addStudentLesson(StudentId id, int lesson) {
        long[] never = students[blueprint.index().student().indexOf(id)];
        if (never != null) {
            overlaps.addLessonOfStudent(never, lesson);
        }
    }

    private long[] possibleTimes(WholeGroup whole) {
        long[] set = noTimes();
        for (int session : whole.sessions()) {
            for (int choice = 0; choice < blueprint.spots().of()[session].length; choice++) {
                int time = overlaps.timeNumber(session, choice);
                set[time >> 6] |= 1L << time;
            }
        }
        for (GroupMember member : blueprint.groups().get(whole.group()).members()) {
            long[] never = students[blueprint.index().student().indexOf(member.studentId())];
            for (int word = 0; word < set.length; word++) {
                set[word] &= ~never[word];
            }
        }
        return set;
    }

    /** Computed once for all groups with the same choice of rooms. */
    private int[][] sessionsWantingRooms() {
        Map<Set<Integer>, int[]> known = new HashMap<>();
        return groups.stream()
                .map(whole -> {
                    Set<Integer> wanted = new TreeSet<>();
                    for (int session : whole.sessions()) {
                        Arrays.stream(decisions.range(decisions.room(session))).forEach(wanted::add);
                    }
                    return known.computeIfAbsent(
                            wanted,
                            fresh -> IntStream.range(0, wholeOfSession.length)
                                    .filter(s -> Arrays.stream(decisions.range(decisions.room(s)))
                                            .anyMatch(wanted::contains))
                                    .toArray());
                })
                .toArray(int[][]::new);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
