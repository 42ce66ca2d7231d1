package dk.grundskema.api.service.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.explanation.PlanProver.OpenSeatsProof;
import dk.grundskema.api.service.explanation.ProofViews.ProvedSeatView;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.SeatVerdict.State;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSeatsProofTest {
    private static boolean isUnfinished(OpenSeatBound bound, State... states) {
        List<ProvedSeatView> seats = Arrays.stream(states)
                .map(state -> new ProvedSeatView(new SessionId("a"), 1, state, "text", List.of()))
                .toList();
        return OpenSeatsProof.of(bound, "heading", seats).isUnfinished();
    }

    @Test
    void proofIsFinishedWhenEachSeatHasAnAnswerAndNoLimitEndedIt() {
        assertThat(isUnfinished(new OpenSeatBound(0, 0))).isFalse();
        assertThat(isUnfinished(new OpenSeatBound(2, 1), State.AVOIDABLE, State.UNAVOIDABLE))
                .isFalse();
        assertThat(isUnfinished(new OpenSeatBound(2, 1), State.AVOIDABLE, State.UNKNOWN))
                .isTrue();
        assertThat(isUnfinished(new OpenSeatBound(1, 0, true), State.AVOIDABLE)).isTrue();
    }
}
