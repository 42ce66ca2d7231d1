package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether each student has the conversations, with one contact person and spread over the weeks.
 *
 * @param camp the camp
 */
record TalksFidelity(FinishedCamp camp) {
    private static final String ASK = "camp.ask.conversations";
    private static final String ONE_CONTACT = "camp.ask.one-contact";
    private static final String SPREAD = "camp.ask.conversations-spread";

    List<Ask> asks() {
        Conversations planned = camp.parameters().conversations();
        if (planned == null) {
            int usual = Conversations.defaults().perStudent();
            return List.of(
                    Ask.notPlanned(ASK, CampSources.WHAT_WORKS_PARTLY_OURS, "meetings", 0, usual),
                    Ask.notApplicable(ONE_CONTACT, Origin.ours(), "students"),
                    Ask.notApplicable(SPREAD, Origin.ours(), "students"));
        }
        return List.of(forEach(planned.perStudent()), oneContact(), spread(planned.perStudent()));
    }

    private List<Held> conversationsOf(StudentId student) {
        return camp.held().stream()
                .filter(held ->
                        held.is("conversation") && held.meeting().studentIds().contains(student))
                .toList();
    }

    /** Each student has so many, each with somebody. */
    private Ask forEach(int times) {
        var places = new ArrayList<Place>();
        for (Student student : camp.students()) {
            var held = conversationsOf(student.id());
            var alone = held.stream().filter(one -> one.staff().isEmpty()).toList();
            int missing = times - Math.min(times, held.size() - alone.size());
            if (missing > 0) {
                places.add(new Place(List.of(student.id()), missing, whyMissing(alone)));
            }
        }
        return Ask.counted(
                ASK,
                CampSources.WHAT_WORKS_PARTLY_OURS,
                "meetings",
                (long) times * camp.students().size(),
                places,
                Conversations.defaults().perStudent());
    }

    private static Reason whyMissing(List<Held> alone) {
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
        var places = new ArrayList<Place>();
        for (Student student : camp.students()) {
            var contacts = conversationsOf(student.id()).stream()
                    .flatMap(held -> held.staff().stream())
                    .distinct()
                    .toList();
            if (contacts.size() > 1) {
                places.add(Place.at(Reason.of("camp.why.several-contacts", contacts), student.id()));
            }
        }
        return Ask.counted(
                ONE_CONTACT, Origin.ours(), "students", camp.students().size(), places);
    }

    /** A student's conversations are in different weeks, as far as there are weeks. */
    private Ask spread(int times) {
        int wanted = Math.min(times, camp.weeks().size());
        var places = new ArrayList<Place>();
        for (Student student : camp.students()) {
            long weeks = conversationsOf(student.id()).stream()
                    .map(Held::week)
                    .distinct()
                    .count();
            if (weeks < wanted) {
                places.add(Place.at(Reason.of("camp.why.few-weeks", weeks, wanted), student.id()));
            }
        }
        return Ask.counted(SPREAD, Origin.ours(), "students", camp.students().size(), places, wanted);
    }
}
