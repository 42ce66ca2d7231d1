package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Teachers and co-teachers of a made-up school, as a problem file has them. */
final class MadeStaff {
    private static final List<Subject> STRENGTHS =
            List.of(Subject.DANISH, Subject.MATHEMATICS, Subject.ENGLISH, Subject.HISTORY, Subject.NATURE);

    private final MadeSchool school;
    private final Planter planter;
    private final SplittableRandom random;

    MadeStaff(MadeSchool school, Planter planter, SplittableRandom random) {
        this.school = school;
        this.planter = planter;
        this.random = random;
    }

    static String id(int teacher) {
        return "teacher-%d".formatted(teacher + 1);
    }

    List<Map<String, Object>> all() {
        var all = new ArrayList<Map<String, Object>>();
        for (int teacher = 0; teacher < school.posts().teachers(); teacher++) {
            all.add(teacher(teacher));
        }
        planter.pool().stream()
                .filter(member -> member.teacher() < 0)
                .forEach(member -> all.add(other(member, all.size())));
        return all;
    }

    private Map<String, Object> teacher(int teacher) {
        var skills = new TreeSet<String>();
        school.posts().teachings().stream()
                .filter(one -> one.teacher() == teacher)
                .forEach(one -> skills.add(one.subject().danish()));
        return one(
                id(teacher),
                People.name(teacher),
                skills,
                school.isPartTime(teacher) ? 30 : 37,
                school.isPartTime(teacher) ? SchoolWeek.DAYS - 1 : -1);
    }

    private Map<String, Object> other(PoolMember member, int number) {
        var skills = new TreeSet<String>();
        for (int i = 0; i < 2; i++) {
            skills.add(STRENGTHS.get(random.nextInt(STRENGTHS.size())).danish());
        }
        return one(Planter.id(member), People.name(number), skills, member.away() < 0 ? 37 : 28, member.away());
    }

    private static Map<String, Object> one(String id, String name, Set<String> skills, int hours, int away) {
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

    /** The pool as the plugin's parameters have it. */
    List<Map<String, Object>> pool(boolean isShort) {
        var all = new ArrayList<Map<String, Object>>();
        for (PoolMember member : planter.pool()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("staffId", Planter.id(member));
            if (member.kind() == PoolMember.Kind.RESOURCE_PERSON) {
                one.put("schemes", List.of("TYPE_2"));
            }
            one.put("minutesPerWeek", budget(member.minutes(), isShort));
            if (member.number() % 5 != 3) {
                one.put("yearsOfExperience", random.nextInt(12));
            }
            if (!member.never().isEmpty()) {
                one.put("neverClasses", member.never());
            }
            all.add(one);
        }
        return all;
    }

    /** What the planted plan takes and six in a hundred more, or a fifth less, in whole quarters of an hour. */
    private static int budget(int planted, boolean isShort) {
        return isShort ? planted * 80 / 100 / 15 * 15 : Math.ceilDiv(planted * 106 / 100, 15) * 15;
    }
}
