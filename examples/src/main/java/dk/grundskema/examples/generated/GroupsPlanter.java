package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.GroupsWeek.Start;
import dk.grundskema.examples.generated.PlantedGroups.PlantedGroup;
import dk.grundskema.examples.generated.PlantedGroups.PlantedSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Plants small groups: hours first, then students who can come to them. Groups and tutors' hours are full, and whoever is over needs no group
 * more than any member does, so that no plan without a missing session serves more need: see {@link GroupsBound}.
 */
final class GroupsPlanter {
    /** What small groups are for; tutors are trained for one subject or both. */
    static final List<Subject> SUBJECTS = List.of(Subject.DANISH, Subject.MATHEMATICS);

    private static final Map<Subject, List<String>> AREAS = Map.of(
            Subject.DANISH, List.of("Læsning", "Stavning", "Skriftlig fremstilling"),
            Subject.MATHEMATICS, List.of("Tal og algebra", "Geometri", "Problemløsning"));
    private static final int MOST_ATTEMPTS = 10_000;
    private static final int LEVELS_OF_A_YEAR = 8;

    private final GroupsSchool school;
    private final SplittableRandom random;
    private final List<Start> starts;
    private final int rooms;
    private final Map<Start, Integer> roomsTaken = new HashMap<>();
    private final Map<Integer, Set<Start>> tutorsTaken = new HashMap<>();
    private final List<MadeCandidate> candidates = new ArrayList<>();
    private final List<PlantedGroup> groups = new ArrayList<>();

    GroupsPlanter(GroupsSchool school, SplittableRandom random) {
        this.school = school;
        this.random = random;
        this.starts = new GroupsWeek(school.size().allDay()).starts();
        this.rooms = rooms(school.size());
        for (int round = 0; round < 3; round++) {
            for (int tutor = 0; tutor < school.size().tutors(); tutor++) {
                if (round < school.size().groupsOf(tutor)) {
                    plant(tutor);
                }
            }
        }
        while (candidates.size() < school.size().candidates()) {
            leftOver();
        }
        new Company(candidates, random).add();
    }

    /** Small rooms for groups: three for each five tutors. */
    static int rooms(GroupsSize size) {
        return Math.max(1, Math.ceilDiv(3 * size.tutors(), 5));
    }

    static String room(int number) {
        return "small-room-%d".formatted(number + 1);
    }

    /** Every third tutor is trained for both subjects. */
    static List<Subject> subjects(int tutor) {
        return tutor % 3 == 0 ? SUBJECTS : List.of(SUBJECTS.get(tutor % 3 - 1));
    }

    List<MadeCandidate> candidates() {
        return candidates;
    }

    PlantedGroups plan() {
        long unserved = candidates.stream()
                .skip(school.size().seats())
                .mapToLong(MadeCandidate::need)
                .sum();
        return new PlantedGroups(groups, unserved);
    }

    private void plant(int tutor) {
        List<Subject> subjects = subjects(tutor);
        Subject subject = subjects.get(random.nextInt(subjects.size()));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            SchoolClass first = home(tutor, subject);
            List<Start> sessions = sessions(tutor, first);
            if (sessions.size() == GroupsSize.SESSIONS) {
                plant(tutor, subject, first, sessions);
                return;
            }
        }
        throw new IllegalStateException(
                "No hours were found for a group of the tutor (%d).\nMaybe another seed?".formatted(tutor));
    }

    /** A class that the tutor teaches, if there is one; nobody below the first year gets a group. */
    private SchoolClass home(int tutor, Subject subject) {
        List<SchoolClass> own = school.classes().stream()
                .filter(one -> one.year() > 0 && school.teacher(one, subject) == tutor)
                .toList();
        List<SchoolClass> some = own.isEmpty() || random.nextInt(3) == 0 ? taught() : own;
        return some.get(random.nextInt(some.size()));
    }

    private List<SchoolClass> taught() {
        return school.classes().stream().filter(one -> one.year() > 0).toList();
    }

    /** On different days; fewer than a week's sessions if the tutor, the rooms or the class aren't free often enough. */
    private List<Start> sessions(int tutor, SchoolClass first) {
        var days = new ArrayList<Integer>();
        for (int day = 0; day < SchoolWeek.DAYS; day++) {
            days.add(random.nextInt(days.size() + 1), day);
        }
        Set<Start> taken = tutorsTaken.computeIfAbsent(tutor, any -> new HashSet<>());
        var sessions = new ArrayList<Start>();
        for (int day : days) {
            List<Start> free = starts.stream()
                    .filter(start -> start.day() == day
                            && !taken.contains(start)
                            && !school.isTutorBusy(tutor, start)
                            && !school.isClassBusy(first, start)
                            && roomsTaken.getOrDefault(start, 0) < rooms)
                    .toList();
            if (!free.isEmpty() && sessions.size() < GroupsSize.SESSIONS) {
                sessions.add(free.get(random.nextInt(free.size())));
            }
        }
        return sessions;
    }

    private void plant(int tutor, Subject subject, SchoolClass first, List<Start> sessions) {
        String area = area(subject);
        int level = level(first);
        List<SchoolClass> near = taught().stream()
                .filter(one -> Math.abs(one.year() - first.year()) <= 1
                        && sessions.stream().noneMatch(start -> school.isClassBusy(one, start)))
                .toList();
        var members = new ArrayList<String>();
        for (int i = 0; i < GroupsSize.FULL; i++) {
            SchoolClass of = i < 2 ? first : near.get(random.nextInt(near.size()));
            MadeCandidate member = candidate(
                    of, subject, area, Math.min(100, level + random.nextInt(5)), 3 + random.nextInt(8), sessions);
            candidates.add(member);
            members.add(member.id());
        }
        var held = new ArrayList<PlantedSession>();
        for (Start start : sessions) {
            int room = roomsTaken.merge(start, 1, Integer::sum) - 1;
            tutorsTaken.computeIfAbsent(tutor, any -> new HashSet<>()).add(start);
            held.add(new PlantedSession(start.weekday(), start.time(), room(room)));
        }
        groups.add(new PlantedGroup(subject.danish(), MadeStaff.id(tutor), members, held));
    }

    private void leftOver() {
        List<SchoolClass> taught = taught();
        SchoolClass of = taught.get(random.nextInt(taught.size()));
        MadeCandidate like = candidates.get(random.nextInt(school.size().seats()));
        Subject subject = SUBJECTS.stream()
                .filter(one -> one.danish().equals(like.subject()))
                .findFirst()
                .orElseThrow();
        candidates.add(candidate(of, subject, area(subject), level(of), 1 + random.nextInt(3), List.of()));
    }

    private String area(Subject subject) {
        List<String> areas = AREAS.getOrDefault(subject, List.of());
        return areas.get(random.nextInt(areas.size()));
    }

    private int level(SchoolClass of) {
        return LEVELS_OF_A_YEAR * of.year() + random.nextInt(3 * LEVELS_OF_A_YEAR);
    }

    private MadeCandidate candidate(
            SchoolClass of, Subject subject, String area, int level, int need, List<Start> sessions) {
        int number = candidates.size();
        int half = random.nextInt(2);
        int chosen = half;
        if (sessions.stream().anyMatch(start -> school.isHalfBusy(of, chosen, start))) {
            half = sessions.stream().anyMatch(start -> school.isHalfBusy(of, 1 - chosen, start)) ? -1 : 1 - chosen;
        }
        int courses = school.courses(of.year());
        int course = courses == 0 ? 0 : 1 + random.nextInt(courses);
        return new MadeCandidate(
                number, of, subject.danish(), area, level, need, half, course, Absence.some(random, sessions));
    }
}
