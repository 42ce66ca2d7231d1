package dk.grundskema.api.service.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.explanation.PlanProver.OpenSeatsProof;
import dk.grundskema.api.service.explanation.ProofViews.ProvedFaultView;
import dk.grundskema.api.service.explanation.ProofViews.ProvedSeatView;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.OpenSeatBound;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSeatsProofTest {
    private static boolean isUnfinished(OpenSeatBound bound, Avoidability... states) {
        List<ProvedSeatView> seats = Arrays.stream(states)
                .map(state -> new ProvedSeatView(new SessionId("a"), 1, state, "text", List.of(), List.of(), false))
                .toList();
        return OpenSeatsProof.of(bound, "heading", seats, "", List.of(), false).isUnfinished();
    }

    @Test
    void proofIsUnfinishedIfALimitEndedTheSearchAboutConflicts() {
        var fault = new ProvedFaultView("core.room-kind", Avoidability.UNKNOWN, "text", 0, List.of(), List.of(), false);

        assertThat(proof(fault, true).isUnfinished()).isTrue();
        assertThat(proof(fault, false).isUnfinished()).isFalse();
    }

    private static OpenSeatsProof proof(ProvedFaultView fault, boolean isLimited) {
        return OpenSeatsProof.of(new OpenSeatBound(0, 0), "heading", List.of(), "faults", List.of(fault), isLimited);
    }

    @Test
    void proofIsFinishedWhenEachSeatHasAnAnswerAndNoLimitEndedIt() {
        assertThat(isUnfinished(new OpenSeatBound(0, 0))).isFalse();
        assertThat(isUnfinished(new OpenSeatBound(2, 1), Avoidability.AVOIDABLE, Avoidability.UNAVOIDABLE))
                .isFalse();
        assertThat(isUnfinished(new OpenSeatBound(2, 1), Avoidability.AVOIDABLE, Avoidability.UNKNOWN))
                .isTrue();
        assertThat(isUnfinished(new OpenSeatBound(1, 0, true), Avoidability.AVOIDABLE))
                .isTrue();
    }
}
