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

/** Groups that are planned as wholes, and who is never free when. Made once for a plan, shared by all searches. */
final class WholeGroups {
    /** What a group has that isn't formed, or has no open times. */
    static final int NONE = -1;

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Map<Integer, Set<LessonId>> relieved = new HashMap<>();
    final List<WholeGroup> groups = new ArrayList<>();
    final List<Grouping> groupings = new ArrayList<>();
    /** For each grouping its groups that are wholes. */
    final List<int[]> groupsOf = new ArrayList<>();
    /** For each grouping its open memberships, in the order of its students. */
    final List<int[]> membersOf = new ArrayList<>();
    /** For each group of the plan its place among the wholes, or {@link #NONE}. */
    final int[] wholeOf;
    /** For each session the whole that it belongs to, or {@link #NONE}. */
    final int[] wholeOfSession;
    /** For each membership the student. */
    final int[] student;
    /** For each membership the other ones of the same student. */
    final int[][] others;
    /** For each membership how much the student needs a group. */
    final int[] need;
    /** For each member of staff the open seats to be filled by one of some people, that one among them. */
    final int[][] seatsOfPerson;
    /** For each whole the sessions that may want one of its rooms. */
    final int[][] wantingRooms;
    /** For each whole the times that its sessions may have, less those at which given members can't. */
    final long[][] possible;

    final TimeClashes clashes;
    /** For each member of staff the open seats by which others take over a lesson, and the times at which these lessons are. */
    final int[][] reliefSeats;

    final long[][][] reliefTimes;
    /** For each student, member of staff and room the times at which nothing can be held with them; lessons that others may take over don't count. */
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
                .mapToInt(one -> blueprint.index().student().of(one.student().id()))
                .toArray();
        this.need = blueprint.memberships().stream()
                .mapToInt(one -> one.grouping().need(one.student().id()))
                .toArray();
        gather();
        this.others = others();
        this.seatsOfPerson = seatsOfPerson();
        this.wantingRooms = wantingRooms();
        this.clashes = new TimeClashes(
                blueprint,
                IntStream.range(0, wholeOfSession.length)
                        .filter(s -> wholeOfSession[s] != NONE)
                        .toArray());
        this.reliefSeats = new int[blueprint.staff().size()][0];
        this.reliefTimes = new long[reliefSeats.length][0][];
        if (!groups.isEmpty()) {
            reliefs();
        }
        this.students = new long[blueprint.students().size()][];
        this.staff = new long[blueprint.staff().size()][];
        this.rooms = new long[blueprint.rooms().size()][];
        if (!groups.isEmpty()) {
            neverFree();
        }
        this.possible = groups.stream().map(this::possible).toArray(long[][]::new);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** A set of times, none of them in it. */
    long[] noTimes() {
        return new long[clashes.words()];
    }

    private void gather() {
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
                    add(blueprint.index().group().of(group.id()), own, list);
                }
            }
            if (groups.size() > first) {
                groupings.add(grouping);
                groupsOf.add(IntStream.range(first, groups.size()).toArray());
                membersOf.add(open);
            }
        });
    }

    /** Sessions that are held for a group to be formed, and sleep without it. */
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

    private void add(int group, List<Integer> own, List<Integer> members) {
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

    private int[][] others() {
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

    private void reliefs() {
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Relief relief = blueprint.sessions().get(s).relief();
            int[] seats = Arrays.stream(blueprint.seatsOf()[s])
                    .filter(seat -> decisions.isOpen(decisions.seat(seat)))
                    .toArray();
            boolean isKnown = relief != null && blueprint.index().staff().has(relief.staff());
            if (relief != null && isKnown && seats.length > 0) {
                int person = blueprint.index().staff().of(relief.staff());
                long[] times = noTimes();
                List<Lesson> lessons = blueprint.problem().lessons();
                for (int i = 0; i < lessons.size(); i++) {
                    if (lessons.get(i).id().equals(relief.lesson())) {
                        clashes.addLesson(times, i);
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

    private void neverFree() {
        Arrays.setAll(staff, any -> noTimes());
        Arrays.setAll(rooms, any -> noTimes());
        for (WholeGroup whole : groups) {
            for (int m : whole.memberships()) {
                students[student[m]] = noTimes();
            }
            for (GroupMember member : blueprint.groups().get(whole.group()).members()) {
                students[blueprint.index().student().of(member.studentId())] = noTimes();
            }
        }
        List<Lesson> lessons = blueprint.problem().lessons();
        for (int i = 0; i < lessons.size(); i++) {
            int lesson = i;
            Lesson one = lessons.get(i);
            one.teachers()
                    .forEach(id ->
                            clashes.addLesson(staff[blueprint.index().staff().of(id)], lesson));
            one.rooms()
                    .forEach(id ->
                            clashes.addLesson(rooms[blueprint.index().room().of(id)], lesson));
            one.studentIds().forEach(id -> attend(id, lesson));
            for (GroupId group : one.groupIds()) {
                for (GroupMember member : members(group)) {
                    attend(member.studentId(), lesson);
                }
            }
        }
        for (int i = 0; i < staff.length; i++) {
            clashes.addUnavailable(staff[i], blueprint.staff().get(i).availability());
        }
        for (int i = 0; i < rooms.length; i++) {
            clashes.addUnavailable(rooms[i], blueprint.rooms().get(i).availability());
        }
        for (int i = 0; i < students.length; i++) {
            if (students[i] != null) {
                clashes.addUnavailable(students[i], blueprint.students().get(i).availability());
            }
        }
    }

    private List<GroupMember> members(GroupId group) {
        return blueprint.groups().get(blueprint.index().group().of(group)).members();
    }

    private void attend(StudentId id, int lesson) {
        long[] never = students[blueprint.index().student().of(id)];
        if (never != null) {
            clashes.addLessonOfStudent(never, lesson);
        }
    }

    private long[] possible(WholeGroup whole) {
        long[] set = noTimes();
        for (int session : whole.sessions()) {
            for (int choice = 0; choice < blueprint.spots().of()[session].length; choice++) {
                int time = clashes.time(session, choice);
                set[time >> 6] |= 1L << time;
            }
        }
        for (GroupMember member : blueprint.groups().get(whole.group()).members()) {
            long[] never = students[blueprint.index().student().of(member.studentId())];
            for (int word = 0; word < set.length; word++) {
                set[word] &= ~never[word];
            }
        }
        return set;
    }

    /** Found once for all groups of the same choice of rooms. */
    private int[][] wantingRooms() {
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
