package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records and conversions of the REST API for timetable entries. */
final class EntryViews {
    private EntryViews() {}

    /**
     * A person, place or group.
     *
     * @param id   its id in the problem
     * @param name what people call it
     */
    record NamedView(String id, String name) {
        static NamedView of(NamedEntity<? extends Id> one) {
            return new NamedView(one.id().value(), one.name());
        }

        static List<NamedView> all(List<? extends NamedEntity<? extends Id>> some) {
            return some.stream().map(NamedView::of).toList();
        }
    }

    /**
     * A student.
     *
     * @param id     the id of the student in the problem; to callers who may not see students the number
     * @param number number that stands for the student where the name must not be, from 1
     * @param name   first and last name; {@code null} where the caller may not see it
     */
    record StudentView(StudentId id, int number, @Nullable String name) {
        static StudentView of(NumberedStudent student, PlanNameResolver.StudentNaming students) {
            return new StudentView(
                    student.id(),
                    student.number(),
                    students == PlanNameResolver.StudentNaming.NAMES ? student.name() : null);
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * Something that is held on a date.
     *
     * @param session  the session that it is
     * @param week     calendar week in which it starts
     * @param date     date on which it starts
     * @param start    time of day at which it starts
     * @param end      time of day at which it ends, on the next day if that is not after the start
     * @param title    what people call it
     * @param form     how it is held, in words; empty if there is nothing to say
     * @param category what sort of thing it is, in words; empty if there is nothing to say
     * @param colour   the sort's colour, dark enough for white text, as {@code #RRGGBB}
     * @param rooms    in which rooms
     * @param teams    which groups take part
     * @param staff    who is there; in somebody's own timetable the partners
     * @param helpers  who of them comes to a lesson of the existing timetable by the plan, and what for
     * @param students single students who take part beside the groups
     * @param missing  required seats that nobody fills
     * @param isWork   whether those who are there work; a stand-by at home is none
     * @param existing whether it is a lesson of the existing timetable
     */
    record EntryView(
            SessionId session,
            IsoWeek week,
            LocalDate date,
            LocalTime start,
            LocalTime end,
            String title,
            String form,
            String category,
            String colour,
            List<NamedView> rooms,
            List<NamedView> teams,
            List<NamedView> staff,
            List<HelperView> helpers,
            List<StudentView> students,
            int missing,
            boolean isWork,
            boolean existing) {
        /** @param reader staff member whose own timetable contains the entry; {@code null} if none */
        static EntryView of(TimetableEntry entry, PlanNameResolver.StudentNaming students, @Nullable StaffId reader) {
            return new EntryView(
                    entry.occurrence().meeting().sessionId(),
                    entry.occurrence().week(),
                    entry.date(),
                    entry.start(),
                    entry.end(),
                    entry.title(),
                    entry.form(),
                    entry.meetingStyle().category(),
                    entry.meetingStyle().colour().hex(),
                    NamedView.all(entry.rooms()),
                    NamedView.all(entry.teams()),
                    NamedView.all(reader == null ? entry.staff() : entry.staffWithout(reader)),
                    entry.helpers().stream()
                            .map(one -> new HelperView(NamedView.of(one.person()), one.role()))
                            .toList(),
                    entry.students().stream()
                            .map(one -> StudentView.of(one, students))
                            .toList(),
                    entry.missing(),
                    entry.isWork(),
                    entry.existing() != null);
        }
    }

    /**
     * Somebody who comes to a lesson of the existing timetable by the plan.
     *
     * @param person the person who comes
     * @param role   what for, in words
     */
    record HelperView(NamedView person, String role) {}

    /**
     * What is held for somebody or something.
     *
     * @param about   whose timetable it is; {@code null} means the whole
     * @param week    the week that was asked for; {@code null} means all
     * @param weeks   all weeks in which something is held for the same, in order
     * @param entries what is held, in the order of time
     */
    record EntryList(@Nullable NamedView about, @Nullable IsoWeek week, List<IsoWeek> weeks, List<EntryView> entries) {
        /** @param reader staff member whose own timetable this is; {@code null} if none */
        static EntryList of(
                @Nullable NamedView about,
                @Nullable IsoWeek week,
                List<TimetableEntry> all,
                PlanNameResolver.StudentNaming students,
                @Nullable StaffId reader) {
            return new EntryList(
                    about,
                    week,
                    all.stream()
                            .map(entry -> entry.occurrence().week())
                            .distinct()
                            .sorted()
                            .toList(),
                    all.stream()
                            .filter(entry ->
                                    week == null || entry.occurrence().week().equals(week))
                            .map(entry -> EntryView.of(entry, students, reader))
                            .toList());
        }
    }

    /**
     * What there is to look at in a timetable.
     *
     * @param weeks    weeks in which something is held, in order
     * @param classes  classes that take part in something
     * @param teams    other groups that do
     * @param staff    everybody who works
     * @param rooms    rooms in which something is held
     * @param students students who take part in something
     */
    record TimetableIndexView(
            List<IsoWeek> weeks,
            List<NamedView> classes,
            List<NamedView> teams,
            List<NamedView> staff,
            List<NamedView> rooms,
            List<StudentView> students) {
        static TimetableIndexView of(TimetableViews views, PlanNameResolver.StudentNaming students) {
            return new TimetableIndexView(
                    List.copyOf(views.weeks()),
                    NamedView.all(views.teams().stream()
                            .filter(team -> TimetableParameters.isClass(views, team.id()))
                            .toList()),
                    NamedView.all(views.teams().stream()
                            .filter(team -> !TimetableParameters.isClass(views, team.id()))
                            .toList()),
                    NamedView.all(views.staff()),
                    NamedView.all(views.rooms()),
                    views.students().stream()
                            .map(one -> StudentView.of(one, students))
                            .toList());
        }
    }

    /**
     * The caller's own timetable in one plan.
     *
     * @param plan  id of the plan
     * @param title what people call the plan
     * @param own   what is held for the caller
     */
    record OwnTimetable(String plan, String title, EntryList own) {}

    /**
     * The caller's own timetable in all plans that people work by.
     *
     * @param plans one for each of them in which the caller works
     */
    record OwnTimetables(List<OwnTimetable> plans) {}
}
