package dk.grundskema.api.planning.status;

import dk.grundskema.api.documents.fidelity.FidelityFormatter;
import dk.grundskema.api.planning.status.AcceptanceReport.Acceptance;
import dk.grundskema.api.planning.status.AcceptanceReport.ShortPlace;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
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

    /** Returns what the plan lacks where a shortfall was accepted, one text for each place; the accepted place if it lacks nothing there. */
    public List<String> describe(Acceptance acceptance) {
        var places = new ArrayList<String>();
        acceptance.violations().forEach(violation -> places.add(texts.sentenceOf(violation)));
        acceptance.requirements().forEach(one -> places.add(describe(one)));
        return places.isEmpty() ? List.of(describe(acceptance.accepted())) : places;
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
        return place.isEmpty()
                ? ruleName(accepted.rule())
                : texts.text("acceptance.requirement", ruleName(accepted.rule()), place);
    }

    private Object resolve(String name) {
        if (problem.students().stream().anyMatch(one -> one.id().value().equals(name))) {
            return new StudentId(name);
        }
        if (problem.staff().stream().anyMatch(one -> one.id().value().equals(name))) {
            return new StaffId(name);
        }
        if (problem.groups().stream().anyMatch(one -> one.id().value().equals(name))) {
            return new GroupId(name);
        }
        return name;
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
            case GROWN -> texts.text("acceptance.grown", acceptance.accepted().amount(), acceptance.amount());
            case GONE -> texts.text("acceptance.gone");
        };
    }
}
