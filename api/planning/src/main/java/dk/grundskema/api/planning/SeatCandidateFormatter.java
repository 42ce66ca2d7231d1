package dk.grundskema.api.planning;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
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
        candidate.violations().forEach(violation -> sentences.add(texts.sentenceOf(violation)));
        return List.copyOf(sentences);
    }

    /** Returns what speaks against a candidate, or that nothing does. */
    public List<String> describe(SeatCandidateReport.Candidate candidate) {
        List<String> sentences = objections(candidate);
        return sentences.isEmpty() ? List.of(texts.text("proof.candidate-free", candidate.person())) : sentences;
    }
}
