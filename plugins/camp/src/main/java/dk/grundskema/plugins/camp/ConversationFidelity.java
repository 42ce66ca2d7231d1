package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Assesses whether each student has the conversations, with one contact person and spread over the weeks.
 *
 * @param camp the camp
 */
record ConversationFidelity(FinishedCamp camp) {
    private static final String ASK = "camp.ask.conversations";
    private static final String ONE_CONTACT = "camp.ask.one-contact";
    private static final String SPREAD = "camp.ask.conversations-spread";

    List<Ask> asks() {
        Conversations planned = camp.parameters().conversations();
        if (planned == null) {
            int usual = Conversations.defaults().perStudent();
            return List.of(
                    Ask.notPlanned(ASK, CampOrigins.WHAT_WORKS_PARTLY_OURS, "meetings", 0, usual),
                    Ask.notApplicable(ONE_CONTACT, AskOrigin.productDefault(), "students"),
                    Ask.notApplicable(SPREAD, AskOrigin.productDefault(), "students"));
        }
        return List.of(conversationsHeld(planned.perStudent()), oneContact(), spreadOverWeeks(planned.perStudent()));
    }

    private List<DatedMeeting> conversationsOf(StudentId student) {
        return camp.heldMeetings().stream()
                .filter(held -> held.isOfKind("conversation")
                        && held.meeting().studentIds().contains(student))
                .toList();
    }

    /** Each student has the required number of conversations, each with a staff member. */
    private Ask conversationsHeld(int times) {
        var places = new ArrayList<Shortfall>();
        for (Student student : camp.students()) {
            var held = conversationsOf(student.id());
            var alone = held.stream().filter(one -> one.staff().isEmpty()).toList();
            int asked = countAsked(student.id(), times);
            int missing = asked - Math.min(asked, held.size() - alone.size());
            if (missing > 0) {
                places.add(new Shortfall(List.of(student.id()), missing, whyMissing(alone)));
            }
        }
        return Ask.counted(
                ASK,
                CampOrigins.WHAT_WORKS_PARTLY_OURS,
                "meetings",
                camp.students().stream()
                        .mapToLong(student -> countAsked(student.id(), times))
                        .sum(),
                places,
                Conversations.defaults().perStudent());
    }

    /** Returns how many of a student's conversations fall into weeks of the camp in which the student is there: they are spread over the weeks. */
    private int countAsked(StudentId student, int times) {
        List<IsoWeek> weeks = List.copyOf(camp.weeks());
        Set<IsoWeek> present = camp.problem().weeksPresent(student);
        if (weeks.size() < times) {
            return Collections.disjoint(weeks, present) ? 0 : times;
        }
        return (int) IntStream.range(0, times)
                .filter(part -> !Collections.disjoint(
                        weeks.subList(part * weeks.size() / times, (part + 1) * weeks.size() / times), present))
                .count();
    }

    private static Reason whyMissing(List<DatedMeeting> alone) {
        boolean isLocked = alone.stream()
                .flatMap(one -> one.meeting().seats().stream())
                .anyMatch(seat -> seat.locked() && seat.staffId() == null);
        if (isLocked) {
            return Reason.of("camp.why.locked-empty");
        }
        return Reason.of(alone.isEmpty() ? "camp.why.conversation-not-held" : "camp.why.conversation-without-contact");
    }

    /** All conversations of a student are with the same person. */
    private Ask oneContact() {
        var places = new ArrayList<Shortfall>();
        for (Student student : camp.students()) {
            var contacts = conversationsOf(student.id()).stream()
                    .flatMap(held -> held.staff().stream())
                    .distinct()
                    .toList();
            if (contacts.size() > 1) {
                places.add(Shortfall.at(Reason.of("camp.why.several-contacts", contacts), student.id()));
            }
        }
        return Ask.counted(
                ONE_CONTACT,
                AskOrigin.productDefault(),
                "students",
                camp.students().size(),
                places);
    }

    /** A student's conversations are in different weeks, as far as the number of weeks allows. */
    private Ask spreadOverWeeks(int times) {
        var places = new ArrayList<Shortfall>();
        for (Student student : camp.students()) {
            long weeks = conversationsOf(student.id()).stream()
                    .filter(one -> !one.staff().isEmpty())
                    .map(DatedMeeting::week)
                    .distinct()
                    .count();
            int wanted = Math.min(countAsked(student.id(), times), camp.weeks().size());
            if (weeks < wanted) {
                places.add(Shortfall.at(Reason.of("camp.why.few-weeks", weeks, wanted), student.id()));
            }
        }
        return Ask.counted(
                SPREAD,
                AskOrigin.productDefault(),
                "students",
                camp.students().size(),
                places,
                Math.min(times, camp.weeks().size()));
    }
}
