package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Builds the demand for appointments: the conversations of each student in the weeks in which the student is there, with one seat per student for all of
 * them, and the visits of the students' own teachers.
 */
final class AppointmentDemand {
    /** Session kind of conversations, also used in their session ids. */
    static final String CONVERSATION = "conversation";

    /** Session kind of visits, also used in their session ids. */
    static final String VISIT = "visit";

    /** Session kind of a visitor's lessons that another staff member takes, also used in their session ids. */
    static final String COVER = "cover";

    /** Role of the seat of a student's conversations. */
    static final String CONTACT = "contact";

    /** Role of the seats of a visit. */
    static final String VISITOR = "visitor";

    private final CampContext context;
    private final Problem problem;
    private final SiteId site;
    private final AppointmentTimes appointments;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();

    AppointmentDemand(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
        this.site = problem.siteOrDefault(context.parameters().site());
        this.appointments = new AppointmentTimes(context);
        Conversations conversations = context.parameters().conversations();
        if (conversations != null) {
            add(conversations);
        }
        context.parameters().visits().forEach(this::add);
        new CoverDemand(context, problem).addTo(sessions, seats);
    }

    List<Session> sessions() {
        return List.copyOf(sessions);
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    private void add(Conversations conversations) {
        var choices = appointments.possibleTimes(conversations);
        var rooms = rooms(conversations);
        var everybody = context.staff().stream().map(StaffMember::id).toList();
        Map<StudentId, StaffId> given = new HashMap<>();
        conversations.contacts().forEach(contact -> given.put(contact.student(), contact.staff()));
        for (Student student : context.students()) {
            String id = context.idPrefix(CONVERSATION) + student.id();
            SortedSet<IsoWeek> present = problem.weeksPresent(student.id());
            var ofStudent = new ArrayList<SessionId>();
            for (int i = 0; i < choices.size(); i++) {
                boolean isAway = !choices.get(i).times().isEmpty()
                        && choices.get(i).times().stream()
                                .allMatch(time -> Collections.disjoint(time.weeks(), present));
                if (isAway) {
                    continue;
                }
                var one = new SessionId(id + "/" + (i + 1));
                ofStudent.add(one);
                sessions.add(Session.builder(
                                one, context.id(), CONVERSATION, context.texts().conversationTitle(), site)
                        .times(choices.get(i).times())
                        .within(choices.get(i).within())
                        .rooms(rooms)
                        .students(List.of(student.id()))
                        .preparationMinutes(conversations.preparationMinutes())
                        .excuse(context.parameters().takesStudentsFromLessons())
                        .build());
            }
            StaffId contact = given.get(student.id());
            var candidates = contact == null ? everybody : List.of(contact);
            if (!ofStudent.isEmpty()) {
                seats.add(new Seat(new SeatId(id + "#0"), ofStudent, 0, CONTACT, true, candidates));
            }
        }
    }

    /** Returns the named rooms and all rooms of a fitting kind at the camp's site. */
    private List<RoomId> rooms(Conversations conversations) {
        return context.rooms(conversations.fittingRoomKinds(), conversations.rooms());
    }

    private void add(Visit visit) {
        var choices = appointments.possibleTimes(visit);
        for (int i = 0; i < choices.size(); i++) {
            var id = new SessionId(context.idPrefix(VISIT) + visit.id() + "/" + (i + 1));
            sessions.add(
                    Session.builder(id, context.id(), VISIT, context.texts().visitTitle(visit), site)
                            .times(choices.get(i).times())
                            .within(choices.get(i).within())
                            .groups(groups(visit))
                            .students(students(visit))
                            .excuse(context.parameters().takesStudentsFromLessons())
                            .build());
            for (int v = 0; v < visit.visitors().size(); v++) {
                var only = List.of(visit.visitors().get(v));
                seats.add(new Seat(new SeatId(id + "#" + v), List.of(id), v, VISITOR, true, only));
            }
        }
    }

    private List<GroupId> groups(Visit visit) {
        return visit.includesEverybody() ? context.teams() : visit.teams();
    }

    private List<StudentId> students(Visit visit) {
        return context.students().stream()
                .filter(student -> student.school() != null && visit.schools().contains(student.school()))
                .map(Student::id)
                .toList();
    }
}
