package dk.grundskema.api.planning;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.edit.MeetingWishes;
import dk.grundskema.solver.proof.SeatCandidateReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats the explanation of a meeting's seats, for the command line, REST and pages.
 *
 * @param texts texts with the names of the problem
 */
public record SeatCandidateFormatter(Texts texts) {
    /** Returns meeting, position, role and holder of a seat. */
    public String heading(SeatCandidateReport seat) {
        StaffId holder = seat.holder();
        return holder == null
                ? texts.text("proof.seat-open", seat.session(), seat.position(), role(seat))
                : texts.text("proof.seat-held", seat.session(), seat.position(), role(seat), holder);
    }

    /** Returns the name of a seat's role. */
    public String role(SeatCandidateReport seat) {
        String key = "role." + seat.role();
        return texts.has(key) ? texts.text(key) : seat.role();
    }

    /** Returns what speaks against a candidate, one sentence each; empty if nothing does. */
    public List<String> objections(SeatCandidateReport.Candidate candidate) {
        var sentences = new ArrayList<String>();
        candidate.details().forEach(detail -> sentences.add(texts.sentenceOf(detail)));
        for (RuleViolation violation : candidate.violations()) {
            String sentence = texts.sentenceOf(violation);
            boolean isNamed = violation.arguments().contains(candidate.person());
            sentences.add(isNamed ? sentence : texts.text("proof.objection", candidate.person(), sentence));
        }
        return List.copyOf(sentences);
    }

    /** Returns what speaks against a candidate; if nothing does, that and what the wishes would cost. */
    public List<String> describe(
            SeatCandidateReport seat, SeatCandidateReport.Candidate candidate, MeetingWishes wishes) {
        List<String> sentences = objections(candidate);
        if (!sentences.isEmpty()) {
            return sentences;
        }
        String free = texts.text("proof.candidate-free", candidate.person());
        return List.of(wishes.cost(seat.position() - 1, candidate.person())
                .map(cost -> free + ". " + cost(cost))
                .orElse(free));
    }

    /** Returns what the wishes would cost more or less. */
    public String cost(long cost) {
        return cost == 0
                ? texts.text("proof.wishes-same")
                : texts.text(cost < 0 ? "proof.wishes-less" : "proof.wishes-more", Math.abs(cost));
    }

    /** Returns where else the holder of a seat is on the dates of the meeting, one sentence each. */
    public List<String> elsewhere(SeatCandidateReport seat) {
        return seat.elsewhere().stream().map(texts::sentenceOf).toList();
    }

    /** Returns the wishes that are not met, with their cost. */
    public List<String> describe(MeetingWishes wishes) {
        return wishes.unmet().stream().map(this::describe).toList();
    }

    /** Returns a wish that is not met, with its cost. */
    public String describe(MeetingWishes.UnmetWish wish) {
        return texts.text("proof.unmet-wish", texts.sentenceOf(wish.wish()), wish.cost());
    }
}
