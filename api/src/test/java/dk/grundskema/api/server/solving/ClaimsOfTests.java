package dk.grundskema.api.server.solving;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.plans.Commitments;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.start.Server;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The claims of a service, of which tests do some themselves. */
class ClaimsOfTests extends SolveClaims {
    ClaimsOfTests(Server server) {
        super(
                server.part(JdbcClient.class),
                server.part(InstantSource.class),
                server.part(FreshIds.class),
                server.part(TransactionTemplate.class),
                server.part(SolveJobs.class),
                server.part(SolveQueue.class),
                server.part(SolvingSettings.class),
                server.part(SolveCurves.class));
    }

    /** A solve of a new plan that waits for a worker. */
    static SolveId queued(Server server) {
        Client client = Services.administrator(server);
        String job =
                client.post(NewPlan.of(client) + "/solves", Map.of("steps", 10)).header("Location");
        return new SolveId(job.substring(job.lastIndexOf('/') + 1));
    }

    /** A worker that claims so. */
    static SolveWorker worker(Server server, SolveClaims claims) {
        return new SolveWorker(
                claims,
                server.part(SolveResults.class),
                server.part(Plans.class),
                server.part(Documents.class),
                server.part(Commitments.class),
                server.part(PluginHouse.class));
    }
}
