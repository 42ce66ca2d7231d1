package dk.grundskema.api.exports.program;

import dk.grundskema.api.documents.timetable.MeetingRowKeys;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.exports.calendar.PlanTextRedactor;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plan, or one person's or group's part of it, as exports see it: entries with names, and texts without names of students.
 *
 * @param problem  the problem
 * @param entries  entries to export, in order of time
 * @param tasks    number of tasks of a day without a time
 * @param classes  classes of groups
 * @param redactor replaces names of students in texts
 * @param texts    texts in the plan's language
 * @param rowKeys  keys of rows of meetings
 * @param isPart   whether it is only a part of the plan
 */
record ExportedPlan(
        Problem problem,
        List<TimetableEntry> entries,
        int tasks,
        ClassDirectory classes,
        PlanTextRedactor redactor,
        Texts texts,
        MeetingRowKeys rowKeys,
        boolean isPart) {
    /** Copies the list. */
    ExportedPlan {
        entries = List.copyOf(entries);
    }

    static ExportedPlan of(TimetableViews views, Collection<Demand> demands, ExportScope scope) {
        Problem problem = views.problem();
        var classes = new ClassDirectory(problem, demands, views.timetable());
        return new ExportedPlan(
                problem,
                views.entries().stream()
                        .filter(entry -> isInScope(entry, scope, classes))
                        .toList(),
                (int) views.timetable().tasks().stream()
                        .filter(task -> scope.group() == null
                                && (scope.staff() == null || scope.staff().equals(task.staffId())))
                        .count(),
                classes,
                new PlanTextRedactor(problem),
                ProgramTexts.forLanguage(problem.language().locale()),
                new MeetingRowKeys(problem, demands, views.timetable()),
                !scope.equals(ExportScope.wholePlan()));
    }

    private static boolean isInScope(TimetableEntry entry, ExportScope scope, ClassDirectory classes) {
        boolean isOfPerson = scope.staff() == null
                || entry.staff().stream().anyMatch(person -> person.id().equals(scope.staff()));
        return isOfPerson && (scope.group() == null || isOfGroup(entry, scope.group(), classes));
    }

    private static boolean isOfGroup(TimetableEntry entry, GroupId group, ClassDirectory classes) {
        return Stream.concat(
                        entry.teams().stream()
                                .flatMap(team ->
                                        Stream.concat(Stream.of(team.id()), classes.ofGroup(team.id()).stream())),
                        entry.students().stream().flatMap(student -> classes.ofStudent(student.id()).stream()))
                .anyMatch(group::equals);
    }

    /**
     * Returns the subject of a meeting, or its title if it has none. Empty if it has neither, so that the import of a file made up the title:
     * "Lesson".
     */
    String subject(MeetingSeries.Content content) {
        if (!content.subject().isBlank()) {
            return redactor.redact(content.subject());
        }
        return content.title().equals(texts.text("program.lesson")) ? "" : redactor.redact(content.title());
    }
}
