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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conversations of each student, with one seat for all of them, and the visits of the students' own teachers. */
final class AppointmentDemand {
    /** What conversations are called inside ids of sessions, and as their kind. */
    static final String CONVERSATION = "conversation";

    /** What visits are called inside ids of sessions, and as their kind. */
    static final String VISIT = "visit";

    /** What lessons that somebody takes for a visitor are called inside ids of sessions, and as their kind. */
    static final String COVER = "cover";

    /** What the seat of a student's conversations is for. */
    static final String CONTACT = "contact";

    /** What the seats of a visit are for. */
    static final String VISITOR = "visitor";

    private final CampFrame frame;
    private final SiteId site;
    private final Appointments appointments;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();

    AppointmentDemand(CampFrame frame, Problem problem) {
        this.frame = frame;
        this.site = problem.siteOr(frame.parameters().site());
        this.appointments = new Appointments(frame);
        Conversations conversations = frame.parameters().conversations();
        if (conversations != null) {
            add(conversations);
        }
        frame.parameters().visits().forEach(this::add);
        new CoverDemand(frame, problem).addTo(sessions, seats);
    }

    List<Session> sessions() {
        return List.copyOf(sessions);
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    private void add(Conversations conversations) {
        var choices = appointments.of(conversations);
        var rooms = rooms(conversations);
        var everybody = frame.staff().stream().map(StaffMember::id).toList();
        Map<StudentId, StaffId> given = new HashMap<>();
        conversations.contacts().forEach(contact -> given.put(contact.student(), contact.staff()));
        for (Student student : frame.students()) {
            String id = frame.prefix(CONVERSATION) + student.id();
            var ofStudent = new ArrayList<SessionId>();
            for (int i = 0; i < choices.size(); i++) {
                var one = new SessionId(id + "/" + (i + 1));
                ofStudent.add(one);
                sessions.add(
                        Session.of(one, frame.id(), CONVERSATION, frame.texts().conversation(), site)
                                .times(choices.get(i).times())
                                .within(choices.get(i).within())
                                .rooms(rooms)
                                .students(List.of(student.id()))
                                .preparationMinutes(conversations.preparationMinutes())
                                .excuse(frame.parameters().takesStudentsFromLessons())
                                .build());
            }
            StaffId contact = given.get(student.id());
            var candidates = contact == null ? everybody : List.of(contact);
            seats.add(new Seat(new SeatId(id + "#0"), ofStudent, 0, CONTACT, true, candidates));
        }
    }

    /** Named rooms, and all of a fitting kind where the camp is. */
    private List<RoomId> rooms(Conversations conversations) {
        return frame.rooms(conversations.fittingKinds(), conversations.rooms());
    }

    private void add(Visit visit) {
        var choices = appointments.of(visit);
        for (int i = 0; i < choices.size(); i++) {
            var id = new SessionId(frame.prefix(VISIT) + visit.id() + "/" + (i + 1));
            sessions.add(Session.of(id, frame.id(), VISIT, frame.texts().visit(visit), site)
                    .times(choices.get(i).times())
                    .within(choices.get(i).within())
                    .groups(groups(visit))
                    .students(students(visit))
                    .excuse(frame.parameters().takesStudentsFromLessons())
                    .build());
            for (int v = 0; v < visit.visitors().size(); v++) {
                var only = List.of(visit.visitors().get(v));
                seats.add(new Seat(new SeatId(id + "#" + v), List.of(id), v, VISITOR, true, only));
            }
        }
    }

    private List<GroupId> groups(Visit visit) {
        return visit.isToAll() ? frame.teams() : visit.teams();
    }

    private List<StudentId> students(Visit visit) {
        return frame.students().stream()
                .filter(student -> student.school() != null && visit.schools().contains(student.school()))
                .map(Student::id)
                .toList();
    }
}
