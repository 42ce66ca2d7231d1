package dk.grundskema.api.planning.status;

import dk.grundskema.api.documents.fidelity.FidelityFormatter;
import dk.grundskema.api.planning.status.AcceptanceReport.Acceptance;
import dk.grundskema.api.planning.status.AcceptanceReport.ShortPlace;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Formats accepted shortfalls in Danish and English, for pages, for REST and for the command line. */
public final class AcceptanceFormatter {
    private final Problem problem;
    private final Texts texts;

    /**
     * @param problem problem with the accepted shortfalls
     * @param texts   all texts in the reader's language, with the names that the reader may see
     */
    public AcceptanceFormatter(Problem problem, Texts texts) {
        this.problem = problem;
        this.texts = texts;
    }

    /**
     * Returns what was accepted: what the plan lacks there, each as a sentence, if the acceptance covers it; otherwise the place alone, because the plan no
     * longer lacks what was accepted.
     */
    public List<String> describe(Acceptance acceptance) {
        return switch (acceptance.state()) {
            case IN_FORCE -> sentences(acceptance);
            case GROWN ->
                Stream.concat(
                                acceptance.violations().stream().map(one -> describePlace(one.rule(), one.place())),
                                acceptance.requirements().stream()
                                        .map(one -> describePlace(
                                                one.ask().code(), one.place().where())))
                        .distinct()
                        .toList();
            case GONE -> List.of(describe(acceptance.accepted()));
        };
    }

    private List<String> sentences(Acceptance acceptance) {
        return Stream.concat(
                        acceptance.violations().stream().map(texts::sentenceOf),
                        acceptance.requirements().stream().map(this::describe))
                .distinct()
                .toList();
    }

    private String describePlace(String rule, List<Object> place) {
        return place.isEmpty() ? ruleName(rule) : texts.text("acceptance.requirement", ruleName(rule), place);
    }

    /** Returns the name of a requirement and the place where it is short. */
    public String describe(ShortPlace one) {
        return texts.text(
                "acceptance.requirement",
                texts.text(one.ask().code()),
                new FidelityFormatter(texts).placeText(one.ask(), one.place()));
    }

    private String describe(AcceptedShortfall accepted) {
        List<Object> place = Stream.concat(
                        Stream.of(accepted.subject().split(", "))
                                .filter(name -> !name.isEmpty())
                                .map(this::resolve),
                        Stream.ofNullable(accepted.week()))
                .toList();
        return describePlace(accepted.rule(), place);
    }

    /** Returns what a part of a subject names. What the plan no longer has stays unnamed: it could be the id of a student. */
    private Object resolve(String name) {
        if (name.contains("/") && Id.FORM.matcher(name).matches()) {
            return new SessionId(name);
        }
        return Stream.<Stream<? extends Id>>of(
                        problem.interventions().stream().map(Intervention::id),
                        problem.students().stream().map(Student::id),
                        problem.staff().stream().map(StaffMember::id),
                        problem.groups().stream().map(Group::id),
                        problem.rooms().stream().map(Room::id))
                .flatMap(ids -> ids)
                .filter(id -> id.value().equals(name))
                .<Object>map(id -> id)
                .findFirst()
                .orElseGet(() -> isSubject(name) ? name : texts.text("acceptance.no-longer"));
    }

    private boolean isSubject(String name) {
        return problem.staff().stream().anyMatch(person -> person.skills().contains(name))
                || problem.lessons().stream().anyMatch(lesson -> name.equals(lesson.subject()));
    }

    private String ruleName(String rule) {
        return Stream.of("rule." + rule + ".name", rule)
                .filter(texts::has)
                .findFirst()
                .map(texts::text)
                .orElse(rule);
    }

    /** Returns who accepted a shortfall, when and why. */
    public String describeDecision(Acceptance acceptance) {
        AcceptedShortfall accepted = acceptance.accepted();
        return texts.text("acceptance.decision", accepted.acceptedBy(), accepted.acceptedOn(), accepted.reason());
    }

    /** Returns what is to be done about an acceptance; empty if it is in force. */
    public String describeState(Acceptance acceptance) {
        return switch (acceptance.state()) {
            case IN_FORCE -> "";
            case GROWN -> describeGrowth(acceptance);
            case GONE -> texts.text("acceptance.gone");
        };
    }

    private String describeGrowth(Acceptance acceptance) {
        Double accepted = acceptance.accepted().lacking();
        Double lacking = acceptance.lack().lacking();
        if (accepted != null && lacking != null) {
            return texts.text("acceptance.grown.numbers", accepted, lacking);
        }
        return texts.text(
                acceptance.violations().isEmpty() ? "acceptance.grown.requirement" : "acceptance.grown",
                String.join(" ", sentences(acceptance)));
    }
}
