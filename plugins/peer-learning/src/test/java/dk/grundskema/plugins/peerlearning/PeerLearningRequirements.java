package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
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
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.testkit.requirement.RequiredGroups;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import dk.grundskema.solver.testkit.requirement.RequiredTimes;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Derives the meetings that peer learning must have from parameters and lessons: each set meets as often in each week as asked, wherever all of its
 * students who are there are in suitable lessons or free, as long as two are there. A student who has left, or is away for a whole week, needs nothing. Shares no code with the expansion.
 */
final class PeerLearningRequirements {
    /** What an intervention must have. */
    static final Requirements<PeerLearningParameters> REQUIREMENTS = new Requirements<>() {
        @Override
        public InterventionPlugin<PeerLearningParameters> plugin() {
            return new PeerLearningPlugin();
        }

        @Override
        public List<RequiredMeetings> meetings(
                Intervention<PeerLearningParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return PeerLearningRequirements.of(intervention, problem, interruptions, timetable);
        }

        @Override
        public List<RequiredGroups> groups(
                Intervention<PeerLearningParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return PeerLearningRequirements.pairs(intervention, problem, timetable);
        }
    };

    private final InterventionId id;
    private final PeerLearningParameters parameters;
    private final Problem problem;
    private final PluginTexts texts;
    private final FinishedIntervention finished;
    private final MeetingFrameCheck frames;
    private final LessonsByPerson lessons;
    private final SortedSet<IsoWeek> weeks;
    private final List<RequiredMeetings> required = new ArrayList<>();

    private PeerLearningRequirements(
            Intervention<PeerLearningParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        this.id = intervention.id();
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.texts = PluginTexts.ofPlugin(PeerLearningPlugin.class, problem.language());
        this.finished = new FinishedIntervention(intervention, problem, timetable);
        this.frames = new MeetingFrameCheck(problem);
        this.lessons = LessonsByPerson.of(problem);
        this.weeks = new RequiredTimes(problem).of(parameters.firstWeek(), parameters.weeks(), interruptions);
    }

    private static List<RequiredMeetings> of(
            Intervention<PeerLearningParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var requirements = new PeerLearningRequirements(intervention, problem, interruptions, timetable);
        intervention.parameters().sets().forEach(requirements::addSet);
        return requirements.required;
    }

    private void addSet(PeerSet set) {
        var participants = new Participants();
        participants.addGroups(set.classes(), set.without());
        participants.addGroups(set.tutorClasses(), set.without());
        participants.addStudents(set.students(), set.without());
        participants.addStudents(set.tutors(), set.without());
        List<Meeting> held = finished.meetings("peer-learning", set.id());
        MeetingFrame frame = set.frame(
                SetMembers.of(List.copyOf(participants.everybody), one -> weeksThere(one, set)), parameters.usable());
        List<WeekPart> times = times(frame, held);
        List<SessionId> ids = IntStream.rangeClosed(1, parameters.lessonsPerWeek())
                .mapToObj(number -> new SessionId("%s/peer-learning/%s/%d".formatted(id, set.id(), number)))
                .toList();
        for (SortedSet<IsoWeek> open : weeksOfMeetings(frame, held, times)) {
            String title = texts.titleOrText(set.title(), "title.kind.peer-learning");
            var meetings = RequiredMeetings.builder(title, "peer-learning")
                    .ids(ids)
                    .groups(participants.groups)
                    .students(participants.students)
                    .weeks(open)
                    .minutes(parameters.minutes())
                    .times(times)
                    .seats(set.place() == MeetingPlacement.OUTSIDE ? 1 : 0, "adult", true, supervisors())
                    .rooms(rooms(set, fullestWeek(frame)))
                    .mayExcuse(false)
                    .content(null, "", set.form() == PeerSet.Form.EQUALS ? "equals" : "tutoring");
            if (meetings.isPossible()) {
                required.add(meetings.build());
            }
        }
    }

    /** Returns the weeks in which a student takes part: not absent from Monday to Sunday, and in a class of the set, or in any class if named singly. */
    private SortedSet<IsoWeek> weeksThere(StudentId student, PeerSet set) {
        boolean isNamed = set.students().contains(student) || set.tutors().contains(student);
        var there = new TreeSet<IsoWeek>();
        boolean isLimited = false;
        for (Group group : problem.groups()) {
            boolean isOfSet =
                    set.classes().contains(group.id()) || set.tutorClasses().contains(group.id());
            if (group.kind() != Group.Kind.CLASS || (!isNamed && !isOfSet)) {
                continue;
            }
            for (GroupMember member : group.members()) {
                if (member.studentId().equals(student)) {
                    isLimited = true;
                    there.addAll(member.weeks().isEmpty() ? problem.horizon().allWeeks() : List.copyOf(member.weeks()));
                }
            }
        }
        if (!isLimited) {
            there.addAll(problem.horizon().allWeeks());
        }
        problem.student(student)
                .ifPresent(one -> there.removeAll(one.availability().weeksAway(problem.horizon())));
        return there;
    }

    /** Returns how many students are there in the week with the most. */
    private int fullestWeek(MeetingFrame frame) {
        int most = 0;
        for (IsoWeek week : problem.horizon().allWeeks()) {
            int there = 0;
            for (SortedSet<IsoWeek> own : frame.members().weeks().values()) {
                there += own.contains(week) ? 1 : 0;
            }
            most = Math.max(most, there);
        }
        return most;
    }

    private List<StaffId> supervisors() {
        return parameters.supervisors().isEmpty()
                ? problem.staff().stream().map(StaffMember::id).toList()
                : parameters.supervisors();
    }

    /** Returns the rooms to choose from: none in the students' own rooms, else the named ones or all, with places for everybody. */
    private List<RoomId> rooms(PeerSet set, int students) {
        var rooms = new ArrayList<RoomId>();
        boolean isInOwnRooms =
                set.place() == MeetingPlacement.INSIDE && set.rooms().isEmpty();
        for (Room room : isInOwnRooms ? List.<Room>of() : problem.rooms()) {
            boolean isNamed = set.rooms().isEmpty() || set.rooms().contains(room.id());
            if (isNamed && students <= room.capacity()) {
                rooms.add(room.id());
            }
        }
        return rooms;
    }

    /** The students of a set: whole classes that themselves list all their students, otherwise single students. */
    private final class Participants {
        private final Set<GroupId> groups = new LinkedHashSet<>();
        private final Set<StudentId> students = new LinkedHashSet<>();
        private final Set<StudentId> everybody = new LinkedHashSet<>();

        void addGroups(List<GroupId> classes, List<StudentId> without) {
            for (GroupId home : classes) {
                Set<StudentId> listed = new LinkedHashSet<>();
                problem.group(home).map(Group::members).orElse(List.of()).stream()
                        .map(GroupMember::studentId)
                        .forEach(listed::add);
                Set<StudentId> all = membersOf(home);
                if (listed.equals(all) && Collections.disjoint(all, without)) {
                    groups.add(home);
                    everybody.addAll(all);
                } else {
                    addStudents(all, without);
                }
            }
        }

        /** Returns the students that a class lists, then those who name it. */
        Set<StudentId> membersOf(GroupId home) {
            Set<StudentId> all = new LinkedHashSet<>();
            problem.group(home).map(Group::members).orElse(List.of()).forEach(one -> all.add(one.studentId()));
            problem.students().stream()
                    .filter(one -> home.equals(one.classGroup()))
                    .map(Student::id)
                    .forEach(all::add);
            return all;
        }

        void addStudents(Iterable<StudentId> some, List<StudentId> without) {
            for (StudentId one : some) {
                if (!without.contains(one)) {
                    students.add(one);
                    everybody.add(one);
                }
            }
        }
    }

    /** Returns where meetings may be: in usable time, or in lessons of the set's students; not where one is held that suits them in no week. */
    private List<WeekPart> times(MeetingFrame frame, List<Meeting> held) {
        if (frame.setting() == MeetingPlacement.OUTSIDE) {
            return RequiredTimes.usableTimes(parameters.usable(), parameters.minutes());
        }
        var times = new LinkedHashSet<WeekPart>();
        for (StudentId student : frame.students()) {
            for (Lesson lesson : lessons.of(student)) {
                MeetingTime time = lesson.time();
                if (!time.endsNextDay() && InsideLessonsCheck.isSuitable(lesson, frame.subjects())) {
                    times.addAll(RequiredTimes.timesIn(time.weekday(), time.start(), time.end(), parameters.minutes()));
                }
            }
        }
        held.stream()
                .filter(one -> suitableWeeks(one, frame).isEmpty())
                .forEach(one -> times.remove(new WeekPart(one.weekday(), one.start(), one.end())));
        return List.copyOf(times);
    }

    /**
     * Returns the weeks of each of the meetings in a week. A meeting is held in all weeks in which its time suits everybody; one that is not in the
     * timetable at all could be in any week.
     */
    private List<SortedSet<IsoWeek>> weeksOfMeetings(MeetingFrame frame, List<Meeting> held, List<WeekPart> times) {
        Map<WeekPart, Integer> dates = new LinkedHashMap<>();
        Map<WeekPart, Meeting> examples = new LinkedHashMap<>();
        for (Meeting meeting : held) {
            var time = new WeekPart(meeting.weekday(), meeting.start(), meeting.end());
            if (Duration.between(meeting.start(), meeting.end()).toMinutes() == parameters.minutes()) {
                dates.merge(time, meeting.weeks().size(), Integer::sum);
                examples.putIfAbsent(time, meeting);
            }
        }
        List<SortedSet<IsoWeek>> all = new ArrayList<>();
        dates.entrySet().stream()
                .sorted(Map.Entry.<WeekPart, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(parameters.lessonsPerWeek())
                .map(entry -> suitableWeeks(Objects.requireNonNull(examples.get(entry.getKey())), frame))
                .filter(suitable -> !suitable.isEmpty())
                .forEach(all::add);
        while (all.size() < parameters.lessonsPerWeek() && !times.isEmpty() && !weeks.isEmpty()) {
            all.add(weeks);
        }
        return all;
    }

    /** Returns the weeks in which a meeting could be held at its time. */
    private SortedSet<IsoWeek> suitableWeeks(Meeting meeting, MeetingFrame frame) {
        var suitable = new TreeSet<IsoWeek>();
        for (IsoWeek week : weeks) {
            boolean isOpen = !problem.horizon().isClosed(week.date(meeting.weekday()));
            Meeting inWeek = inWeek(meeting, week);
            if (isOpen && frames.suits(inWeek, frame) && hasRoom(inWeek, frame)) {
                suitable.add(week);
            }
        }
        return suitable;
    }

    /** Returns whether the rooms of the lessons in which a meeting is held have places for all, unless other rooms are named. */
    private boolean hasRoom(Meeting meeting, MeetingFrame frame) {
        if (frame.setting() == MeetingPlacement.OUTSIDE || !frame.rooms().isEmpty()) {
            return true;
        }
        Set<RoomId> rooms = new LinkedHashSet<>();
        List<StudentId> there = frame.members().in(meeting.weeks().first());
        for (StudentId student : there) {
            for (Lesson lesson : lessons.overlapping(student, meeting.time())) {
                rooms.addAll(lesson.rooms());
                if (lesson.rooms().isEmpty()) {
                    return true;
                }
            }
        }
        long places = rooms.stream()
                .map(problem::room)
                .flatMap(Optional::stream)
                .mapToLong(Room::capacity)
                .sum();
        return places >= there.size();
    }

    private static Meeting inWeek(Meeting meeting, IsoWeek week) {
        return meeting.withWeeks(new TreeSet<>(Set.of(week)), Collections.emptySortedSet());
    }

    /** Returns the pairs of each set: those that are kept, and those that are formed, of which each has a student of the smaller side. */
    private static List<RequiredGroups> pairs(
            Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var requirements = new PeerLearningRequirements(intervention, problem, List.of(), timetable);
        return intervention.parameters().sets().stream()
                .flatMap(set -> requirements.pairs(set).stream())
                .toList();
    }

    private List<RequiredGroups> pairs(PeerSet set) {
        List<StudentId> ones = members(set.classes(), set.students(), set.without());
        List<StudentId> others = members(set.tutorClasses(), set.tutors(), set.without());
        if (set.isTutoring() && others.isEmpty()) {
            others = strongerHalf(ones);
            ones = new ArrayList<>(ones);
            ones.removeAll(others);
        }
        Set<StudentId> all = new LinkedHashSet<>(ones);
        all.addAll(others);
        List<List<StudentId>> members = new ArrayList<>();
        for (KeptPair pair : parameters.pairs()) {
            if (all.containsAll(pair.students())) {
                members.add(pair.students());
            }
        }
        int kept = members.size();
        List<StudentId> one = new ArrayList<>(ones);
        List<StudentId> other = new ArrayList<>(others);
        members.forEach(one::removeAll);
        members.forEach(other::removeAll);
        Set<StudentId> open = new LinkedHashSet<>(one);
        open.addAll(other);
        List<StudentId> smaller = other.size() <= one.size() ? other : one;
        smaller.forEach(open::remove);
        smaller.forEach(student -> members.add(List.of(student)));
        for (int i = 0; others.isEmpty() && i < open.size() / 2; i++) {
            members.add(List.of());
        }
        boolean isSomebodyMissing = all.stream()
                .anyMatch(student -> weeksThere(student, set).size()
                        < problem.horizon().allWeeks().size());
        int largest = all.size() == 2 * members.size() && !isSomebodyMissing ? 2 : 3;
        boolean isAnyFormed = members.size() > kept;
        Map<GroupId, Set<StudentId>> closedPairs = new LinkedHashMap<>();
        Map<GroupId, Set<StudentId>> openPairs = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            boolean isOpen = i >= kept || (!isAnyFormed && members.get(i).size() < 3);
            (isOpen ? openPairs : closedPairs)
                    .put(new GroupId("%s/pair/%s/%d".formatted(id, set.id(), i + 1)), Set.copyOf(members.get(i)));
        }
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        open.forEach(student -> needs.put(student, 1));
        return List.of(
                new RequiredGroups(closedPairs.keySet(), Map.of(), 2, largest, false, closedPairs),
                new RequiredGroups(openPairs.keySet(), needs, 2, largest, false, openPairs));
    }

    private List<StudentId> members(List<GroupId> classes, List<StudentId> single, List<StudentId> without) {
        var participants = new Participants();
        classes.forEach(home -> participants.addStudents(participants.membersOf(home), without));
        participants.addStudents(single, without);
        return List.copyOf(participants.everybody);
    }

    /** Returns the half of some students with the highest levels, the highest first. */
    private List<StudentId> strongerHalf(List<StudentId> students) {
        KnownLevels levels = KnownLevels.from(parameters.levels());
        return students.stream()
                .filter(one -> levels.isInUpperHalf(one, students))
                .sorted(Comparator.comparingInt(one -> -levels.all().getOrDefault(one, 0)))
                .toList();
    }
}
