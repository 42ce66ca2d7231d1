package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.GroupsWeek.SessionStart;
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
 * Plants small groups: first the hours, then students who can attend. Groups and tutors' hours are full, and students left over
 * have at most the need of any member. So no plan without a missing session serves more need: see {@link UnservedNeedBound}.
 */
final class GroupsPlanter {
    /** Subjects of small groups; tutors are trained for one or both. */
    static final List<SchoolSubject> SUBJECTS = List.of(SchoolSubject.DANISH, SchoolSubject.MATHEMATICS);

    private static final Map<SchoolSubject, List<String>> AREAS = Map.of(
            SchoolSubject.DANISH, List.of("Læsning", "Stavning", "Skriftlig fremstilling"),
            SchoolSubject.MATHEMATICS, List.of("Tal og algebra", "Geometri", "Problemløsning"));
    private static final int MOST_ATTEMPTS = 10_000;
    private static final int LEVELS_OF_A_YEAR = 8;

    private final GroupsSchool school;
    private final SplittableRandom random;
    private final List<SessionStart> starts;
    private final int rooms;
    private final Map<SessionStart, Integer> roomsTaken = new HashMap<>();
    private final Map<Integer, Set<SessionStart>> tutorsTaken = new HashMap<>();
    private final List<GeneratedCandidate> candidates = new ArrayList<>();
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
            addUnserved();
        }
        new CompanyWishes(candidates, random).addWishes();
    }

    /** Returns the number of small rooms for groups: three for each five tutors. */
    static int rooms(GroupsSize size) {
        return Math.max(1, Math.ceilDiv(3 * size.tutors(), 5));
    }

    static String room(int number) {
        return "small-room-%d".formatted(number + 1);
    }

    /** Returns a tutor's subjects; every third tutor is trained for both. */
    static List<SchoolSubject> subjects(int tutor) {
        return tutor % 3 == 0 ? SUBJECTS : List.of(SUBJECTS.get(tutor % 3 - 1));
    }

    List<GeneratedCandidate> candidates() {
        return candidates;
    }

    PlantedGroups plantedPlan() {
        long unserved = candidates.stream()
                .skip(school.size().seats())
                .mapToLong(GeneratedCandidate::need)
                .sum();
        return new PlantedGroups(groups, unserved);
    }

    private void plant(int tutor) {
        List<SchoolSubject> subjects = subjects(tutor);
        SchoolSubject subject = subjects.get(random.nextInt(subjects.size()));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            SchoolClass first = homeClass(tutor, subject);
            List<SessionStart> sessions = sessions(tutor, first);
            if (sessions.size() == GroupsSize.SESSIONS) {
                plant(tutor, subject, first, sessions);
                return;
            }
        }
        throw new IllegalStateException(
                "No hours were found for a group of the tutor (%d).\nMaybe another seed?".formatted(tutor));
    }

    /** Returns a class that the tutor teaches, if there is one; classes below the first year get no group. */
    private SchoolClass homeClass(int tutor, SchoolSubject subject) {
        List<SchoolClass> own = school.classes().stream()
                .filter(one -> one.year() > 0 && school.teacher(one, subject) == tutor)
                .toList();
        List<SchoolClass> some = own.isEmpty() || random.nextInt(3) == 0 ? taughtClasses() : own;
        return some.get(random.nextInt(some.size()));
    }

    private List<SchoolClass> taughtClasses() {
        return school.classes().stream().filter(one -> one.year() > 0).toList();
    }

    /**
     * Returns sessions on different days; fewer than a week's sessions if the tutor, the rooms or the class are not free often
     * enough.
     */
    private List<SessionStart> sessions(int tutor, SchoolClass first) {
        var days = new ArrayList<Integer>();
        for (int day = 0; day < SchoolWeek.DAYS; day++) {
            days.add(random.nextInt(days.size() + 1), day);
        }
        Set<SessionStart> taken = tutorsTaken.computeIfAbsent(tutor, any -> new HashSet<>());
        var sessions = new ArrayList<SessionStart>();
        for (int day : days) {
            List<SessionStart> free = starts.stream()
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

    private void plant(int tutor, SchoolSubject subject, SchoolClass first, List<SessionStart> sessions) {
        String area = area(subject);
        int level = level(first);
        List<SchoolClass> near = taughtClasses().stream()
                .filter(one -> Math.abs(one.year() - first.year()) <= 1
                        && sessions.stream().noneMatch(start -> school.isClassBusy(one, start)))
                .toList();
        var members = new ArrayList<String>();
        for (int i = 0; i < GroupsSize.FULL; i++) {
            SchoolClass of = i < 2 ? first : near.get(random.nextInt(near.size()));
            GeneratedCandidate member = candidate(
                    of, subject, area, Math.min(100, level + random.nextInt(5)), 3 + random.nextInt(8), sessions);
            candidates.add(member);
            members.add(member.id());
        }
        var held = new ArrayList<PlantedSession>();
        for (SessionStart start : sessions) {
            int room = roomsTaken.merge(start, 1, Integer::sum) - 1;
            tutorsTaken.computeIfAbsent(tutor, any -> new HashSet<>()).add(start);
            held.add(new PlantedSession(start.weekday(), start.time(), room(room)));
        }
        groups.add(new PlantedGroup(subject.danishName(), GeneratedStaff.id(tutor), members, held));
    }

    private void addUnserved() {
        List<SchoolClass> taught = taughtClasses();
        SchoolClass of = taught.get(random.nextInt(taught.size()));
        GeneratedCandidate like = candidates.get(random.nextInt(school.size().seats()));
        SchoolSubject subject = SUBJECTS.stream()
                .filter(one -> one.danishName().equals(like.subject()))
                .findFirst()
                .orElseThrow();
        candidates.add(candidate(of, subject, area(subject), level(of), 1 + random.nextInt(3), List.of()));
    }

    private String area(SchoolSubject subject) {
        List<String> areas = AREAS.getOrDefault(subject, List.of());
        return areas.get(random.nextInt(areas.size()));
    }

    private int level(SchoolClass of) {
        return LEVELS_OF_A_YEAR * of.year() + random.nextInt(3 * LEVELS_OF_A_YEAR);
    }

    private GeneratedCandidate candidate(
            SchoolClass of, SchoolSubject subject, String area, int level, int need, List<SessionStart> sessions) {
        int number = candidates.size();
        int half = random.nextInt(2);
        int chosen = half;
        if (sessions.stream().anyMatch(start -> school.isHalfBusy(of, chosen, start))) {
            half = sessions.stream().anyMatch(start -> school.isHalfBusy(of, 1 - chosen, start)) ? -1 : 1 - chosen;
        }
        int courses = school.courseCount(of.year());
        int course = courses == 0 ? 0 : 1 + random.nextInt(courses);
        return new GeneratedCandidate(
                number,
                of,
                subject.danishName(),
                area,
                level,
                need,
                half,
                course,
                StudentAbsence.randomPeriods(random, sessions));
    }
}
