package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * FET's student sets. A year is a class, and its groups are half classes or courses. If the year's name is not a class name but all its
 * groups' names are ("4" with "4.A" and "4.B"), the groups are the classes, and the year is all of them.
 */
final class FetStudentSets {
    private static final Pattern CLASS = Pattern.compile("\\d{1,2}\\s*[.\\-]?\\s*\\p{L}{1,2}");

    private final SystemSourceBuilder source;
    private final Map<String, Set<String>> classesOf = new LinkedHashMap<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<String> years = new LinkedHashSet<>();
    private final Set<String> shown = new LinkedHashSet<>();

    FetStudentSets(XmlElement root, SystemSourceBuilder source) {
        this.source = source;
        root.rows("Students_List", "Year").forEach(this::addYear);
        root.rows("Students_List", "Year")
                .forEach(year -> year.childrenNamed("Group").forEach(group -> shown.add(group.childText("Name"))));
    }

    private void addYear(XmlElement year) {
        String name = year.childText("Name");
        var groups = year.childrenNamed("Group").toList();
        boolean ofClasses = !groups.isEmpty()
                && !CLASS.matcher(name).matches()
                && groups.stream()
                        .allMatch(
                                group -> CLASS.matcher(group.childText("Name")).matches());
        for (XmlElement group : groups) {
            String of = ofClasses ? group.childText("Name") : name;
            addMembership(group.childText("Name"), of);
            addMembership(name, of);
            group.childrenNamed("Subgroup").forEach(subgroup -> addMembership(subgroup.childText("Name"), of));
        }
        if (ofClasses) {
            years.add(name);
        } else {
            addMembership(name, name);
        }
    }

    private void addMembership(String set, String of) {
        if (!set.isEmpty() && !of.isEmpty()) {
            classes.add(of);
            classesOf.computeIfAbsent(set, any -> new LinkedHashSet<>()).add(of);
        }
    }

    /** Whether the set is only a part of its classes. */
    boolean isPart(String set) {
        return !classes.contains(set) && !years.contains(set);
    }

    /** Whether the file has the set. */
    boolean has(String set) {
        return classesOf.containsKey(set);
    }

    /** Returns the classes that a set equals or belongs to. */
    Set<String> classesOf(String set) {
        return classesOf.getOrDefault(set, Set.of());
    }

    /** Adds the classes, the groups, and the subgroups with own activities. */
    void addGroups(Set<String> used) {
        classes.forEach(name -> source.groups.add(createGroup(name, true, List.of())));
        classesOf.forEach((name, of) -> {
            if (isPart(name) && (shown.contains(name) || used.contains(name))) {
                var said = new ArrayList<SourceText>();
                of.forEach(each -> said.add(source.text(each, "students " + name)));
                source.groups.add(createGroup(name, false, said));
            }
        });
    }

    private SourceGroup createGroup(String name, boolean isClass, List<SourceText> of) {
        String where = "students " + name;
        return new SourceGroup(source.location(where), source.text(name, where), null, isClass, of, List.of());
    }
}
