package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * FET's sets of students. A year is a class and its groups are half classes or courses; but where a year's name is none of a class and all its
 * groups' are ("4" with "4.A" and "4.B"), the groups are the classes, and the year is all of them.
 */
final class FetStudents {
    private static final Pattern CLASS = Pattern.compile("\\d{1,2}\\s*[.\\-]?\\s*\\p{L}{1,2}");

    private final Notebook notes;
    private final Map<String, Set<String>> classesOf = new LinkedHashMap<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<String> years = new LinkedHashSet<>();
    private final Set<String> shown = new LinkedHashSet<>();

    FetStudents(Element root, Notebook notes) {
        this.notes = notes;
        root.rows("Students_List", "Year").forEach(this::year);
        root.rows("Students_List", "Year")
                .forEach(year -> year.all("Group").forEach(group -> shown.add(group.value("Name"))));
    }

    private void year(Element year) {
        String name = year.value("Name");
        var groups = year.all("Group").toList();
        boolean ofClasses = !groups.isEmpty()
                && !CLASS.matcher(name).matches()
                && groups.stream()
                        .allMatch(group -> CLASS.matcher(group.value("Name")).matches());
        for (Element group : groups) {
            String of = ofClasses ? group.value("Name") : name;
            belongs(group.value("Name"), of);
            belongs(name, of);
            group.all("Subgroup").forEach(subgroup -> belongs(subgroup.value("Name"), of));
        }
        if (ofClasses) {
            years.add(name);
        } else {
            belongs(name, name);
        }
    }

    private void belongs(String set, String of) {
        if (!set.isEmpty() && !of.isEmpty()) {
            classes.add(of);
            classesOf.computeIfAbsent(set, any -> new LinkedHashSet<>()).add(of);
        }
    }

    /** Whether the set is part of its classes only. */
    boolean isPart(String set) {
        return !classes.contains(set) && !years.contains(set);
    }

    /** Whether the file has the set. */
    boolean has(String set) {
        return classesOf.containsKey(set);
    }

    /** Classes that a set is, or is of. */
    Set<String> classesOf(String set) {
        return classesOf.getOrDefault(set, Set.of());
    }

    /** Classes, groups, and those subgroups that have activities of their own. */
    void note(Set<String> used) {
        classes.forEach(name -> notes.groups.add(group(name, true, List.of())));
        classesOf.forEach((name, of) -> {
            if (isPart(name) && (shown.contains(name) || used.contains(name))) {
                var said = new ArrayList<Said>();
                of.forEach(each -> said.add(notes.said(each, "students " + name)));
                notes.groups.add(group(name, false, said));
            }
        });
    }

    private SourceGroup group(String name, boolean isClass, List<Said> of) {
        String where = "students " + name;
        return new SourceGroup(notes.at(where), notes.said(name, where), null, isClass, of, List.of());
    }
}
