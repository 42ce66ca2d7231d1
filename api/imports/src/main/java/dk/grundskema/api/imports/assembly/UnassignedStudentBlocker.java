package dk.grundskema.api.imports.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Marks students as busy while their class is split into courses and they are in none of them. */
final class UnassignedStudentBlocker {
    /** Most courses that a finding names. */
    private static final int MOST_NAMED = 12;

    private final EntityRegistry entities;
    private final FileFindingList findings;

    UnassignedStudentBlocker(EntityRegistry entities, FileFindingList findings) {
        this.entities = entities;
        this.findings = findings;
    }

    /** Returns the drafts, and one more for each time at which such students are busy. */
    List<LessonDraft> addBusyTimes(List<LessonDraft> drafts) {
        Map<LessonDraft.DraftTime, List<LessonDraft>> splits = new LinkedHashMap<>();
        for (LessonDraft draft : drafts) {
            if (!draft.busy() && !draft.who().courses().isEmpty()) {
                splits.computeIfAbsent(draft.when(), any -> new ArrayList<>()).add(draft);
            }
        }
        var all = new ArrayList<>(drafts);
        var reportedStudents = new TreeSet<String>();
        splits.values().forEach(split -> addUnassignedStudents(split, all, reportedStudents));
        reportUnknownCourses(drafts);
        return all;
    }

    private void addUnassignedStudents(List<LessonDraft> split, List<LessonDraft> all, Set<String> reportedStudents) {
        boolean someUnknown = split.stream()
                .anyMatch(draft -> !entities.knowsAllMembers(draft.who().courses()));
        if (someUnknown) {
            return; // then the whole class counts as busy
        }
        var classes = new TreeSet<String>();
        var placed = new TreeSet<String>();
        var subjects = new TreeSet<String>();
        for (LessonDraft draft : split) {
            classes.addAll(draft.who().classes());
            placed.addAll(draft.who().students());
            subjects.add(draft.subject());
            for (String course : draft.who().courses()) {
                classes.addAll(entities.classesOf(course));
                placed.addAll(entities.members(course));
            }
        }
        for (String id : classes) {
            var strays = new TreeSet<>(entities.members(id));
            strays.removeAll(placed);
            if (strays.isEmpty()) {
                continue;
            }
            LessonDraft first = split.getFirst();
            var who = new LessonDraft.DraftParticipants(new TreeSet<>(), new TreeSet<>(), strays, new TreeSet<>());
            String called = String.join(" / ", subjects);
            all.add(new LessonDraft(first.places(), "", who, List.of(), called, "", false, true, first.when()));
            if (reportedStudents.add(id)) {
                findings.info(
                        first.firstPlace(), "import.course.strays", entities.classes.label(id), strays.size(), called);
            }
        }
    }

    private void reportUnknownCourses(List<LessonDraft> drafts) {
        Map<String, List<LessonDraft>> unknown = new LinkedHashMap<>();
        for (LessonDraft draft : drafts) {
            for (String course : draft.who().courses()) {
                if (entities.members(course).isEmpty()) {
                    unknown.computeIfAbsent(course, any -> new ArrayList<>()).add(draft);
                }
            }
        }
        if (!unknown.isEmpty()) {
            LessonDraft first = unknown.values().iterator().next().getFirst();
            findings.info(
                    first.firstPlace(),
                    "import.course.unknown",
                    unknown.size(),
                    Stream.concat(
                                    unknown.keySet().stream().limit(MOST_NAMED).map(entities.courses::label),
                                    Stream.of("…").limit(Math.max(0, unknown.size() - MOST_NAMED)))
                            .toList());
        }
    }
}
