package dk.grundskema.api.imports.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Students whose class is split into courses while it isn't known which of them they are in: they are busy all the same. */
final class Strays {
    private final Cast cast;
    private final FindingList findings;

    Strays(Cast cast, FindingList findings) {
        this.cast = cast;
        this.findings = findings;
    }

    /** The same drafts, and one more for each time at which such students are busy. */
    List<Draft> kept(List<Draft> drafts) {
        Map<Draft.When, List<Draft>> splits = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (!draft.busy() && !draft.who().courses().isEmpty()) {
                splits.computeIfAbsent(draft.when(), any -> new ArrayList<>()).add(draft);
            }
        }
        var all = new ArrayList<>(drafts);
        var told = new TreeSet<String>();
        splits.values().forEach(split -> addStrays(split, all, told));
        unknownCourses(drafts);
        return all;
    }

    private void addStrays(List<Draft> split, List<Draft> all, Set<String> told) {
        boolean someUnknown = split.stream()
                .anyMatch(draft -> !cast.knowsAllMembers(draft.who().courses()));
        if (someUnknown) {
            return; // then the whole class is taken to be busy
        }
        var classes = new TreeSet<String>();
        var placed = new TreeSet<String>();
        var subjects = new TreeSet<String>();
        for (Draft draft : split) {
            classes.addAll(draft.who().classes());
            placed.addAll(draft.who().students());
            subjects.add(draft.subject());
            for (String course : draft.who().courses()) {
                classes.addAll(cast.classesOf(course));
                placed.addAll(cast.members(course));
            }
        }
        for (String id : classes) {
            var strays = new TreeSet<>(cast.members(id));
            strays.removeAll(placed);
            if (strays.isEmpty()) {
                continue;
            }
            Draft first = split.getFirst();
            var who = new Draft.Who(new TreeSet<>(), new TreeSet<>(), strays, new TreeSet<>());
            String called = String.join(" / ", subjects);
            all.add(new Draft(first.places(), "", who, List.of(), called, "", false, true, first.when()));
            if (told.add(id)) {
                findings.info(first.place(), "import.course.strays", cast.classes.label(id), strays.size(), called);
            }
        }
    }

    private void unknownCourses(List<Draft> drafts) {
        Map<String, List<Draft>> unknown = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            for (String course : draft.who().courses()) {
                if (cast.members(course).isEmpty()) {
                    unknown.computeIfAbsent(course, any -> new ArrayList<>()).add(draft);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Draft first = unknown.values().iterator().next().getFirst();
            findings.info(
                    first.place(),
                    "import.course.unknown",
                    unknown.size(),
                    unknown.keySet().stream().map(cast.courses::label).toList());
        }
    }
}
