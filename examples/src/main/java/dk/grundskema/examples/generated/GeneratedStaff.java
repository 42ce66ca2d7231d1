package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Teachers and co-teachers of a generated school in problem-file form. */
final class GeneratedStaff {
    private static final List<SchoolSubject> STRENGTHS = List.of(
            SchoolSubject.DANISH,
            SchoolSubject.MATHEMATICS,
            SchoolSubject.ENGLISH,
            SchoolSubject.HISTORY,
            SchoolSubject.NATURE);

    private final GeneratedSchool school;
    private final CoTeachingPlanter planter;
    private final SplittableRandom random;

    GeneratedStaff(GeneratedSchool school, CoTeachingPlanter planter, SplittableRandom random) {
        this.school = school;
        this.planter = planter;
        this.random = random;
    }

    static String id(int teacher) {
        return "teacher-%d".formatted(teacher + 1);
    }

    List<Map<String, Object>> all() {
        var all = new ArrayList<Map<String, Object>>();
        for (int teacher = 0; teacher < school.teacherAssignments().teachers(); teacher++) {
            all.add(teacher(teacher));
        }
        planter.pool().stream()
                .filter(member -> member.teacher() < 0)
                .forEach(member -> all.add(poolMember(member, all.size())));
        return all;
    }

    private Map<String, Object> teacher(int teacher) {
        var skills = new TreeSet<String>();
        school.teacherAssignments().teachings().stream()
                .filter(one -> one.teacher() == teacher)
                .forEach(one -> skills.add(one.subject().danishName()));
        return staffMember(
                id(teacher),
                CampPeople.nameOf(teacher),
                skills,
                school.isPartTime(teacher) ? 30 : 37,
                school.isPartTime(teacher) ? SchoolWeek.DAYS - 1 : -1);
    }

    private Map<String, Object> poolMember(PoolMember member, int number) {
        var skills = new TreeSet<String>();
        for (int i = 0; i < 2; i++) {
            skills.add(STRENGTHS.get(random.nextInt(STRENGTHS.size())).danishName());
        }
        return staffMember(
                CoTeachingPlanter.id(member),
                CampPeople.nameOf(number),
                skills,
                member.dayOff() < 0 ? 37 : 28,
                member.dayOff());
    }

    private static Map<String, Object> staffMember(String id, String name, Set<String> skills, int hours, int away) {
        var one = new LinkedHashMap<String, Object>();
        one.put("id", id);
        one.put("name", name);
        one.put("skills", List.copyOf(skills));
        one.put("contractHours", hours);
        if (away >= 0) {
            one.put(
                    "availability",
                    Map.of(
                            "except",
                            List.of(Map.of(
                                    "weekdays",
                                    List.of(SchoolWeek.weekday(away * SchoolWeek.A_DAY)
                                            .name())))));
        }
        return one;
    }

    /** Returns the pool in the form of the plugin's parameters. */
    List<Map<String, Object>> pool(boolean isShort) {
        var all = new ArrayList<Map<String, Object>>();
        for (PoolMember member : planter.pool()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("staffId", CoTeachingPlanter.id(member));
            if (member.kind() == PoolMember.Kind.RESOURCE_PERSON) {
                one.put("schemes", List.of("TYPE_2"));
            }
            one.put("minutesPerWeek", budget(member.minutes(), isShort));
            if (member.number() % 5 != 3) {
                one.put("yearsOfExperience", random.nextInt(12));
            }
            if (!member.vetoedClasses().isEmpty()) {
                one.put("neverClasses", member.vetoedClasses());
            }
            all.add(one);
        }
        return all;
    }

    /**
     * Returns the minutes of the planted plan plus six percent, or minus a fifth if the pool is short, in whole quarters of an
     * hour.
     */
    private static int budget(int planted, boolean isShort) {
        return isShort ? planted * 80 / 100 / 15 * 15 : Math.ceilDiv(planted * 106 / 100, 15) * 15;
    }
}
