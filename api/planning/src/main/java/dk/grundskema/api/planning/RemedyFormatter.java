package dk.grundskema.api.planning;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.solver.proof.Agreement;
import dk.grundskema.solver.proof.ProofFact;
import dk.grundskema.solver.proof.Remedy;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.RemedyStep;
import dk.grundskema.solver.proof.RemedyStep.Come;
import dk.grundskema.solver.proof.SeatChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Formats changes that help, for the command line, REST and pages.
 *
 * @param texts texts with the names of the problem
 */
public record RemedyFormatter(Texts texts) {
    /** Returns what to change, what it costs and who must agree. */
    public String describe(Remedy remedy) {
        var sentences = new LinkedHashSet<String>();
        for (RemedyStep step : remedy.steps()) {
            sentences.add(
                    step instanceof Come come ? describe(come.person(), remedy) : texts.sentenceOf(step.toFinding()));
        }
        return String.join(" ", sentences) + " " + texts.text("proof.remedy-cost", remedy.cost(), agreement(remedy));
    }

    /** Returns all times at which a person comes, in one sentence. */
    private String describe(StaffId person, Remedy remedy) {
        List<Come> times = remedy.steps().stream()
                .filter(Come.class::isInstance)
                .map(Come.class::cast)
                .filter(come -> come.person().equals(person))
                .toList();
        return times.size() == 1
                ? texts.sentenceOf(times.getFirst().toFinding())
                : texts.text(
                        "proof.remedy.come-often",
                        person,
                        times.size(),
                        times.stream().map(this::describe).toList());
    }

    private String describe(Come come) {
        LocalDate date = come.from().toLocalDate();
        return date.equals(come.until().toLocalDate())
                ? texts.text(
                        "proof.remedy.come-time-on-date",
                        date,
                        come.from().toLocalTime(),
                        come.until().toLocalTime())
                : texts.text("proof.remedy.come-time", come.from(), come.until());
    }

    /** Returns who must agree. */
    public List<String> agreement(Remedy remedy) {
        return remedy.agreement().stream().map(Agreement::key).map(texts::text).toList();
    }

    /** Returns the new staffing, one text for each seat. */
    public List<String> changes(Remedy remedy) {
        List<StaffId> newPeople = remedy.steps().stream()
                .filter(RemedyStep.MorePeople.class::isInstance)
                .map(RemedyStep.MorePeople.class::cast)
                .flatMap(step -> step.people().stream())
                .map(StaffMember::id)
                .toList();
        return remedy.changes().stream()
                .map(change -> describe(change, newPeople))
                .toList();
    }

    /** Returns that nothing helps, or that the time was up; empty if all changes were tried and some help. */
    public List<String> remarks(RemedyReport report) {
        var remarks = new ArrayList<String>();
        if (report.remedies().isEmpty() && report.tried() > 0) {
            remarks.add(texts.text("proof.remedies-none", report.tried()));
        }
        if (report.isLimited()) {
            remarks.add(texts.text("proof.remedies-limited"));
        }
        return List.copyOf(remarks);
    }

    /** Returns a change of a seat. */
    public String describe(SeatChange change) {
        return describe(change, List.of());
    }

    /** @param newPeople people who are not in the problem and have no name */
    private String describe(SeatChange change, List<StaffId> newPeople) {
        StaffId before = change.before();
        StaffId after = change.after();
        if (after == null) {
            return texts.text("proof.change-leaves", change.session(), change.position(), before == null ? "" : before);
        }
        int newcomer = newPeople.indexOf(after);
        Object taker = newcomer < 0 ? after : texts.text("proof.new-person", newcomer + 1, newPeople.size());
        return before == null
                ? texts.text("proof.change-takes", change.session(), change.position(), taker)
                : texts.text("proof.change-instead", change.session(), change.position(), taker, before);
    }

    /** Returns facts, one sentence each. */
    public List<String> describe(List<ProofFact> facts) {
        return facts.stream().map(fact -> texts.sentenceOf(fact.toFinding())).toList();
    }
}
