package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * FET's student sets. Years contain groups, which contain subgroups; a file doesn't state which of them are the classes. It is the level
 * whose students spend much of their week together: a year that is together at least a third of the week of its busiest part is a class;
 * otherwise the groups that divide the year are, or their subgroups likewise. Groups named as classes of a year that is not named as one
 * ({@code 4.A} of {@code 4}) are classes too. All other sets are parts of classes, or several classes.
 *
 * <p>Sets are compared by their smallest sets without parts. A set with a single part has one more, for the students outside of the part.
 */
final class FetStudentSets {
    /** A year is a class if it is together this part of the week of its busiest part. Our own number. */
    private static final int WEEKS_SHARE = 3;

    /** Most sets that are read, and most sets times activities; FET's examples have a tenth. Our own numbers, which bound memory and time. */
    private static final int MOST_SETS = 20_000;

    private static final long MOST_COMPARISONS = 100_000_000;

    private static final Pattern CLASS = Pattern.compile("\\d{1,2}\\s*[.\\-]?\\s*\\p{L}{1,2}");

    /**
     * A year, group or subgroup.
     *
     * @param name     its name
     * @param parts    its groups or subgroups; empty means none
     * @param atoms    its smallest sets, with those of students outside of all parts
     * @param isSingle whether the file states that it is one student
     */
    private record StudentSet(String name, List<StudentSet> parts, BitSet atoms, boolean isSingle) {}

    /**
     * Who an activity is for.
     *
     * @param classes classes that take part as a whole
     * @param parts   sets that are only parts of classes
     * @param unknown names that the file doesn't have
     */
    record Audience(List<String> classes, List<String> parts, List<String> unknown) {}

    /** Smallest sets and their numbers. */
    private final Map<String, Integer> atoms = new LinkedHashMap<>();

    private final Map<String, StudentSet> sets = new LinkedHashMap<>();
    private final List<StudentSet> years;
    private final Map<BitSet, Integer> hoursByAudience = new LinkedHashMap<>();
    private final Map<String, Integer> hours = new LinkedHashMap<>();
    private final Map<String, StudentSet> classes = new LinkedHashMap<>();
    private final Map<Integer, List<StudentSet>> classesByAtom = new HashMap<>();

    /**
     * @param root       the file
     * @param activities the activities that are held
     */
    FetStudentSets(XmlElement root, List<XmlElement> activities, SystemSourceBuilder source) {
        long count = root.rows("Students_List", "Year")
                .mapToLong(FetStudentSets::countSets)
                .sum();
        boolean isTooMuch = count > MOST_SETS || count * activities.size() > MOST_COMPARISONS;
        if (isTooMuch) {
            source.error("Students_List", "import.fet.too-many-students", count, activities.size());
        }
        years = root.rows("Students_List", "Year")
                .filter(year -> !isTooMuch)
                .filter(FetStudentSets::isNamed)
                .map(this::createSet)
                .toList();
        activities.forEach(activity -> hoursByAudience.merge(
                atomsOf(activity), FetActivities.duration(activity).orElse(1), Integer::sum));
        countHours();
        chooseClasses();
    }

    private static long countSets(XmlElement set) {
        return 1
                + set.children().stream()
                        .filter(child -> !child.children().isEmpty())
                        .mapToLong(FetStudentSets::countSets)
                        .sum();
    }

    private static boolean isNamed(XmlElement set) {
        return !set.childText("Name").isEmpty();
    }

    private StudentSet createSet(XmlElement element) {
        String name = element.childText("Name");
        var own = new BitSet();
        Map<String, StudentSet> parts = new LinkedHashMap<>();
        StudentSet known = sets.get(name);
        if (known != null) { // a group of several years, or names that differ only in blanks
            own.or(known.atoms());
            known.parts().forEach(part -> parts.put(part.name(), part));
        }
        element.children().stream()
                .filter(child -> child.name().equals("Group") || child.name().equals("Subgroup"))
                .filter(FetStudentSets::isNamed)
                .map(this::createSet)
                .forEach(part -> parts.put(part.name(), part));
        parts.values().forEach(part -> own.or(part.atoms()));
        if (parts.isEmpty()) {
            own.set(atom(name));
        } else if (parts.size() == 1) {
            own.set(atom(name + "\n"));
        }
        var set = new StudentSet(
                name,
                List.copyOf(parts.values()),
                own,
                element.childText("Number_of_Students").equals("1"));
        sets.put(name, set);
        return set;
    }

    private int atom(String name) {
        return atoms.computeIfAbsent(name, any -> atoms.size());
    }

    private BitSet atomsOf(XmlElement activity) {
        var all = new BitSet();
        activity.childrenNamed("Students").forEach(each -> {
            StudentSet set = sets.get(each.text());
            if (set != null) {
                all.or(set.atoms());
            }
        });
        return all;
    }

    /** Counts the hours of activities that are for a whole set, for each set. */
    private void countHours() {
        Map<Integer, List<StudentSet>> setsByAtom = new LinkedHashMap<>();
        sets.values()
                .forEach(set -> set.atoms().stream()
                        .forEach(atom -> setsByAtom
                                .computeIfAbsent(atom, any -> new ArrayList<>())
                                .add(set)));
        hoursByAudience.forEach((audience, duration) -> {
            Map<String, Integer> met = new LinkedHashMap<>();
            audience.stream()
                    .forEach(atom -> setsByAtom
                            .getOrDefault(atom, List.of())
                            .forEach(set -> met.merge(set.name(), 1, Integer::sum)));
            met.forEach((name, count) -> {
                if (count == atomCount(name)) {
                    hours.merge(name, duration, Integer::sum);
                }
            });
        });
    }

    private int atomCount(String name) {
        StudentSet set = sets.get(name);
        return set == null ? 0 : set.atoms().cardinality();
    }

    private int hours(StudentSet set) {
        return hours.getOrDefault(set.name(), 0);
    }

    private void chooseClasses() {
        var covered = new BitSet();
        years.stream()
                .map(year -> sets.getOrDefault(year.name(), year))
                .flatMap(year -> findClasses(year).stream())
                .forEach(set -> {
                    var fresh = (BitSet) set.atoms().clone();
                    fresh.andNot(covered);
                    if (!fresh.isEmpty()) {
                        classes.put(set.name(), set);
                        set.atoms().stream()
                                .forEach(atom -> classesByAtom
                                        .computeIfAbsent(atom, any -> new ArrayList<>())
                                        .add(set));
                        covered.or(set.atoms());
                    }
                });
    }

    /** Returns the classes that a set is, or that it consists of. */
    private List<StudentSet> findClasses(StudentSet set) {
        int busiest = busiest(set.parts());
        boolean isTogether = !isNamedAsSeveral(set) && hours(set) * WEEKS_SHARE >= busiest;
        if (isTogether) {
            return List.of(set);
        }
        var division = findDivision(set);
        return division.isEmpty() || isMixed(set, division)
                ? List.of(set)
                : division.stream().flatMap(part -> findClasses(part).stream()).toList();
    }

    private int busiest(List<StudentSet> parts) {
        return parts.stream()
                .mapToInt(part -> Math.max(hours(part), busiest(part.parts())))
                .max()
                .orElse(0);
    }

    /** Whether names tell that the parts of a set are classes: {@code 4} with {@code 4.A} and {@code 4.B}. */
    private static boolean isNamedAsSeveral(StudentSet set) {
        return !set.parts().isEmpty()
                && !CLASS.matcher(set.name()).matches()
                && set.parts().stream()
                        .allMatch(part -> CLASS.matcher(part.name()).matches());
    }

    /** Returns the busiest parts that divide a set among them; empty if none do, or a part is a single student. */
    private List<StudentSet> findDivision(StudentSet set) {
        var taken = new BitSet();
        var division = new ArrayList<StudentSet>();
        set.parts().stream()
                .sorted(Comparator.comparingInt((StudentSet part) -> -hours(part)))
                .filter(part -> !part.atoms().intersects(taken))
                .forEach(part -> {
                    division.add(part);
                    taken.or(part.atoms());
                });
        var rest = new BitSet();
        set.parts().forEach(part -> rest.or(part.atoms()));
        rest.andNot(taken);
        division.sort(Comparator.comparingInt(set.parts()::indexOf));
        return rest.isEmpty() && division.stream().noneMatch(StudentSet::isSingle) ? division : List.of();
    }

    /** Whether the parts of a set are mostly taught together with others of them, as courses and single students are. */
    private boolean isMixed(StudentSet set, List<StudentSet> division) {
        int alone = 0;
        int mixed = 0;
        for (var entry : hoursByAudience.entrySet()) {
            BitSet audience = entry.getKey();
            if (audience.intersects(set.atoms())) {
                long met = division.stream()
                        .filter(part -> part.atoms().intersects(audience))
                        .count();
                alone += met == 1 ? entry.getValue() : 0;
                mixed += met > 1 && met < division.size() ? entry.getValue() : 0;
            }
        }
        return mixed > alone;
    }

    /** Returns who an activity is for. */
    Audience audience(XmlElement activity) {
        var named = new LinkedHashSet<String>();
        activity.childrenNamed("Students")
                .map(XmlElement::text)
                .filter(each -> !each.isEmpty())
                .forEach(named::add);
        BitSet all = atomsOf(activity);
        var whole = new ArrayList<String>();
        var covered = new BitSet();
        classesOf(all).forEach(set -> {
            if (contains(all, set.atoms())) {
                whole.add(set.name());
                covered.or(set.atoms());
            }
        });
        var parts = named.stream()
                .map(sets::get)
                .filter(Objects::nonNull)
                .filter(set -> !contains(covered, set.atoms()))
                .map(StudentSet::name)
                .toList();
        var unknown = named.stream().filter(name -> !sets.containsKey(name)).toList();
        return new Audience(whole, parts, unknown);
    }

    private static boolean contains(BitSet all, BitSet some) {
        var missing = (BitSet) some.clone();
        missing.andNot(all);
        return missing.isEmpty();
    }

    private Collection<StudentSet> classesOf(BitSet students) {
        Map<String, StudentSet> found = new LinkedHashMap<>();
        students.stream()
                .forEach(
                        atom -> classesByAtom.getOrDefault(atom, List.of()).forEach(set -> found.put(set.name(), set)));
        return found.values();
    }

    /** Adds the classes, and the parts of classes. */
    void addGroups(Set<String> parts, SystemSourceBuilder source) {
        classes.keySet().forEach(name -> source.groups.add(createGroup(name, source, true, List.of())));
        parts.forEach(name -> {
            StudentSet set = sets.get(name);
            if (set != null) {
                source.groups.add(createGroup(
                        name,
                        source,
                        false,
                        classesOf(set.atoms()).stream().map(StudentSet::name).toList()));
            }
        });
    }

    private static SourceGroup createGroup(
            String name, SystemSourceBuilder source, boolean isClass, List<String> classes) {
        String where = "students " + name;
        return new SourceGroup(
                source.location(where),
                source.text(name, where),
                null,
                isClass,
                classes.stream().map(each -> source.text(each, where)).toList(),
                List.of());
    }
}
