package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.service.timetable.TimetablePage.ViewKind;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTarget;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTargetGroup;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Distinguishes entries of a timetable with the same name: each school of a municipality has a room 1. */
final class NameDisambiguator {
    private final TimetableViews views;
    private final Problem problem;
    private final List<ViewTargetGroup> choices;

    /** @param choices all entries that the visitor can select */
    NameDisambiguator(TimetableViews views, List<ViewTargetGroup> choices) {
        this.views = views;
        this.problem = views.problem();
        this.choices = choices;
    }

    /**
     * Returns the text that distinguishes an entry from others of its kind with the same name: number and class for students (always), the
     * site for rooms, the school for teams, or the id if that is not enough.
     *
     * @return empty if the name is unique
     */
    String disambiguate(ViewTarget one) {
        if (one.kind() == ViewKind.STUDENT) {
            return numberAndClass(one.id());
        }
        List<ViewTarget> alike = choices.stream()
                .flatMap(kind -> kind.all().stream())
                .filter(each -> each.kind() == one.kind() && each.name().equals(one.name()))
                .toList();
        if (alike.size() < 2) {
            return "";
        }
        Optional<String> place = siteOrSchool(one);
        int here = Collections.frequency(alike.stream().map(this::siteOrSchool).toList(), place);
        return Stream.concat(place.stream(), here == 1 && place.isPresent() ? Stream.empty() : Stream.of(one.id()))
                .collect(Collectors.joining(", "));
    }

    private Optional<String> siteOrSchool(ViewTarget one) {
        return switch (one.kind()) {
            case ROOM ->
                problem.rooms().stream()
                        .filter(room -> room.id().value().equals(one.id()))
                        .findFirst()
                        .flatMap(this::site);
            case TEAM ->
                views.teams().stream()
                        .filter(team -> team.id().value().equals(one.id()))
                        .findFirst()
                        .flatMap(this::school);
            case STAFF, STUDENT, DAY, WHOLE -> Optional.empty();
        };
    }

    private Optional<String> site(Room room) {
        SiteId site = problem.siteOrDefault(room.site());
        return problem.sites().stream()
                .filter(one -> one.id().equals(site))
                .map(Site::name)
                .findFirst();
    }

    /** Returns the school of a team if all its members belong to the same one. */
    private Optional<String> school(NamedEntity<GroupId> team) {
        Set<StudentId> members =
                views.members(team).stream().map(NumberedStudent::id).collect(Collectors.toSet());
        var schools = problem.students().stream()
                .filter(student -> members.contains(student.id()))
                .map(Student::school)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return schools.size() == 1
                ? problem.schools().stream()
                        .filter(school -> schools.contains(school.id()))
                        .map(School::name)
                        .findFirst()
                : Optional.empty();
    }

    private String numberAndClass(String student) {
        Optional<String> number = views.students().stream()
                .filter(one -> one.id().value().equals(student))
                .map(one -> String.valueOf(one.number()))
                .findFirst();
        Optional<String> home = problem.students().stream()
                .filter(one -> one.id().value().equals(student))
                .map(Student::classGroup)
                .flatMap(group ->
                        problem.groups().stream().filter(one -> one.id().equals(group)))
                .map(one -> one.name())
                .findFirst();
        return Stream.concat(number.stream(), home.stream()).collect(Collectors.joining(", "));
    }
}
