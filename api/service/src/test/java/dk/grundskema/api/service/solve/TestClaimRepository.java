package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.api.service.testing.TestPlans;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The claims of a service, of which tests do some themselves. */
class TestClaimRepository extends SolveClaimRepository {
    TestClaimRepository(Server server) {
        super(
                server.bean(JdbcClient.class),
                server.bean(InstantSource.class),
                server.bean(IdGenerator.class),
                server.bean(TransactionTemplate.class),
                server.bean(SolveJobRepository.class),
                server.bean(SolveQueue.class),
                server.bean(SolveSettings.class),
                server.bean(SolveCurveRecorder.class));
    }

    /** A solve of a new plan that waits for a worker. */
    static SolveId queueSolve(Server server) {
        ServiceClient client = ServiceClient.administrator(server);
        String job = client.post(TestPlans.createCampPlan(client) + "/solves", Map.of("steps", 10))
                .header("Location");
        return new SolveId(job.substring(job.lastIndexOf('/') + 1));
    }

    /** A worker that claims so. */
    static SolveWorker worker(Server server, SolveClaimRepository claims) {
        return new SolveWorker(
                claims,
                server.bean(SolveFinisher.class),
                server.bean(PlanStore.class),
                server.bean(DocumentStore.class),
                server.bean(CommitmentResolver.class),
                server.bean(RecordedAbsences.class),
                server.bean(PluginPlanningFacade.class),
                server.bean(PlanStatusReader.class));
    }
}
