package dk.grundskema.api.server.pages;

import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choice;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choices;
import dk.grundskema.api.web.app.timetable.TimetablePage.Kind;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells apart those in a timetable that are called the same: each school of a municipality has a room 1. */
final class Namesakes {
    private final TimetableViews views;
    private final Problem problem;
    private final List<Choices> choices;

    /** @param choices what there is to look at for whoever looks */
    Namesakes(TimetableViews views, List<Choices> choices) {
        this.views = views;
        this.problem = views.problem();
        this.choices = choices;
    }

    /** Names that several have. */
    static Set<String> shared(Stream<String> names) {
        var once = new HashSet<String>();
        return names.filter(name -> !once.add(name)).collect(Collectors.toSet());
    }

    /**
     * What tells one apart from others of its kind that are called the same: of students always the number and the class, of rooms the site, of teams the
     * school; the id where that isn't enough.
     *
     * @return empty where the name is enough
     */
    String more(Choice one) {
        if (one.kind() == Kind.STUDENT) {
            return numberAndClass(one.id());
        }
        List<Choice> alike = choices.stream()
                .flatMap(kind -> kind.all().stream())
                .filter(each -> each.kind() == one.kind() && each.name().equals(one.name()))
                .toList();
        if (alike.size() < 2) {
            return "";
        }
        Optional<String> place = place(one);
        int here = Collections.frequency(alike.stream().map(this::place).toList(), place);
        return Stream.concat(place.stream(), here == 1 && place.isPresent() ? Stream.empty() : Stream.of(one.id()))
                .collect(Collectors.joining(", "));
    }

    private Optional<String> place(Choice one) {
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
        SiteId site = problem.siteOr(room.site());
        return problem.sites().stream()
                .filter(one -> one.id().equals(site))
                .map(Site::name)
                .findFirst();
    }

    /** That of its members, if all are of one. */
    private Optional<String> school(Named<GroupId> team) {
        Set<StudentId> members = views.members(team).stream().map(Member::id).collect(Collectors.toSet());
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
