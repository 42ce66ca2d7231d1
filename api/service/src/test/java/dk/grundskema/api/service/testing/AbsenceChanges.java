package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.util.HashMap;
import java.util.Map;

/** Changes of plans around recorded absences, over REST. */
public final class AbsenceChanges {
    private AbsenceChanges() {}

    /**
     * Previews the least change around an absence, without a comparison, and waits for it.
     *
     * @param absence address of the absence
     * @param body    moment and limits
     */
    public static Answer preview(ServiceClient client, String absence, Map<String, Object> body) {
        var asked = new HashMap<>(body);
        asked.put("freshSeconds", 0);
        Answer begun = client.post(absence + "/repair", asked);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        Answer done = Polling.until(() -> client.get(begun.header("Location")), Polling::hasEnded);
        assertThat(done.at("/state")).as(done.body()).isEqualTo("DONE");
        return done;
    }

    /**
     * Previews the least change around an absence and keeps it.
     *
     * @param plan    address of the plan
     * @param absence address of the absence
     * @param body    moment and limits
     * @return the preview
     */
    public static Answer keep(ServiceClient client, String plan, String absence, Map<String, Object> body) {
        Answer preview = preview(client, absence, body);
        Answer kept = client.withHeader("If-Match", client.get(plan).tag())
                .post(plan + "/changes/" + preview.at("/id") + "/keep", Map.of("which", "LEAST"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        return preview;
    }
}
