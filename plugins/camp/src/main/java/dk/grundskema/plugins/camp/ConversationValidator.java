package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that conversations have blocks, days, rooms and contact persons that exist. */
final class ConversationValidator {
    private static final String PLACE = "/parameters/conversations";

    /** Characters in conversation ids besides the camp's id and the student's id. */
    private static final int ID_WORDS = "/conversation//20".length();

    private final CampContext context;
    private final Problem problem;
    private final Conversations conversations;
    private final List<Finding> findings = new ArrayList<>();

    private ConversationValidator(CampContext context, Problem problem, Conversations conversations) {
        this.context = context;
        this.problem = problem;
        this.conversations = conversations;
    }

    static List<Finding> of(CampContext context, Problem problem) {
        Conversations conversations = context.parameters().conversations();
        return conversations == null
                ? List.of()
                : new ConversationValidator(context, problem, conversations).findings();
    }

    private List<Finding> findings() {
        checkBlocks();
        checkRooms();
        checkContacts();
        for (Student student : context.students()) {
            int most = CampValidation.LONGEST_ID - context.id().value().length() - ID_WORDS;
            if (student.id().value().length() > most) {
                addError("id-too-long", "", student.id(), student.id().value().length(), most);
            }
        }
        return findings;
    }

    private void checkBlocks() {
        for (int i = 0; i < conversations.blocks().size(); i++) {
            String id = conversations.blocks().get(i);
            BlockValidator.checkReference(context, id, PLACE + "/blocks/" + i).ifPresent(findings::add);
        }
        var chosen = context.parameters().baseTimetable().stream()
                .flatMap(kind -> kind.blocks().stream())
                .filter(block -> block.hasStudents() && conversations.allowsBlock(block))
                .toList();
        if (chosen.isEmpty()) {
            if (conversations.blocks().isEmpty()) {
                addError("no-block", "/blocks");
            }
            return;
        }
        var tooShort = new HashSet<String>();
        chosen.stream()
                .filter(block -> block.minutes() < conversations.minutes())
                .filter(block -> tooShort.add(block.id()))
                .forEach(block -> addError(
                        "longer-than-block", "/minutes", block.id(), block.minutes(), conversations.minutes()));
        int days = new AppointmentTimes(context).possibleDays(conversations).size();
        if (tooShort.isEmpty() && days < conversations.perStudent()) {
            addError("days-short", "/perStudent", conversations.perStudent(), days);
        }
    }

    private void checkRooms() {
        SiteId site = problem.siteOrDefault(context.parameters().site());
        for (int i = 0; i < conversations.rooms().size(); i++) {
            RoomId id = conversations.rooms().get(i);
            Optional<Room> room = problem.room(id);
            String place = PLACE + "/rooms/" + i;
            if (room.isEmpty()) {
                findings.add(Finding.error("camp.unknown-room", place, id));
            } else if (!problem.siteOrDefault(room.get().site()).equals(site)) {
                findings.add(Finding.error(
                        "camp.base-timetable.room-elsewhere",
                        place,
                        id,
                        problem.siteOrDefault(room.get().site()),
                        site));
            }
        }
        if (context.rooms(conversations.fittingRoomKinds(), conversations.rooms())
                .isEmpty()) {
            addError(
                    "no-room",
                    "/roomKinds",
                    conversations.fittingRoomKinds().stream()
                            .map(RoomKind::toFindingArgument)
                            .toList());
        }
    }

    private void checkContacts() {
        Set<StudentId> taking = context.students().stream().map(Student::id).collect(Collectors.toSet());
        Set<StaffId> onDuty = context.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
        var seen = new HashSet<StudentId>();
        for (int i = 0; i < conversations.contacts().size(); i++) {
            Contact contact = conversations.contacts().get(i);
            String place = PLACE + "/contacts/" + i;
            StudentId student = contact.student();
            if (problem.student(student).isEmpty()) {
                findings.add(Finding.error("camp.unknown-student", place + "/student", student));
            } else if (!taking.contains(student)) {
                findings.add(Finding.error("camp.conversations.student-not-in-camp", place + "/student", student));
            }
            if (!seen.add(student)) {
                findings.add(Finding.error("camp.conversations.contact-twice", place + "/student", student));
            }
            StaffId person = contact.staff();
            if (problem.staffMember(person).isEmpty()) {
                findings.add(Finding.error("camp.unknown-staff", place + "/staff", person));
            } else if (!onDuty.contains(person)) {
                findings.add(Finding.error("camp.conversations.contact-not-on-staff", place + "/staff", person));
            }
        }
    }

    private void addError(String code, String place, Object... arguments) {
        findings.add(Finding.error("camp.conversations." + code, PLACE + place, arguments));
    }
}
